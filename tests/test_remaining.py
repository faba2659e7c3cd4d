"""Ranges of many incidents at once: the same as of each incident laid open."""

import pytest
from factory import claim, incident, lexicon
from hypothesis import given
from tellings import incidents

from claimrec.judging.case import case_of
from claimrec.judging.judge import judge
from claimrec.judging.ranges import ranges_in


@given(incidents)
def test_ranges_are_those_of_the_incident_laid_open(told):
    for one, judged in zip(told, judge(told, lexicon=lexicon()), strict=True):
        if one.level == "incident":
            assert tuple(judged.ranges) == ranges_in(case_of(one, lexicon()))


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(["9 killed", "5 women killed", "3 men killed"], id="a sum"),
        pytest.param([f"{10**16} killed", "5 women killed", "3 men killed"], id="a number beyond all wars"),
        pytest.param(["9 killed", "5 women killed", f"up to {10**16} men killed"], id="a bound beyond all wars"),
        pytest.param(["9 killed", "at least 5 women killed", "at least 6 men killed"], id="an impossible sum"),
        pytest.param(["9 killed", "5 women killed", "4 medics killed"], id="groups that overlap"),
        pytest.param(["10 killed or wounded", "6 killed", "up to 9 wounded"], id="combined effects"),
        pytest.param(["5 killed", "7 army killed", "9 killed or wounded"], id="attackers beside a sum"),
        pytest.param(["9 killed", "3 killed or wounded; 2 strangers killed", "5 wounded"], id="a sum below its part"),
        pytest.param(["10 killed or wounded", "12 killed or wounded"], id="the same effect"),
        pytest.param(["10 killed", "11 killed", "12 wounded"], id="a contradiction"),
        pytest.param(["5 killed", "7 children killed"], id="a part larger than its whole"),
        pytest.param(["15 army killed, including 4 officers", "at least 3 officers killed"], id="a part told"),
        pytest.param(["3 strangers killed", "4 strangers killed; 9 strangers wounded"], id="unknown words"),
        pytest.param([f"30 army killed, including 1 of squad {name}" for name in "abcdefghij"], id="too many groups"),
    ],
)
def test_however_it_is_told_numbers_alone_give_what_the_statements_give(told):
    one = incident(*(claim(said, source=f"Agency {place}") for place, said in enumerate(told)))
    [judged] = judge([one], lexicon=lexicon())
    assert tuple(judged.ranges) == ranges_in(case_of(one, lexicon()))

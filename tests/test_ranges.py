"""What remains for each effect and group."""

from datetime import timedelta

import pytest
from factory import DAY, claim, incident, lexicon

from claimrec.judging.case import case_of
from claimrec.judging.ranges import ranges_in


def remaining(*claims):
    case = case_of(incident(*claims), lexicon())
    return {(one.effect, one.victims): (str(one.remaining), str(one.claimed)) for one in ranges_in(case)}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (["14 killed", "at least 12 killed"], {("killed", None): ("14", "at least 12")}),
        (["12 to 15 killed", "14 to 20 killed"], {("killed", None): ("14 to 15", "12 to 20")}),
        (["14 killed", "15 killed"], {("killed", None): ("None", "14 to 15")}),
        (["up to 14 killed", "9 killed", "15 killed"], {("killed", None): ("None", "0 to 15")}),
        (
            ["at least 20 killed", "31 civilians killed"],  # a part bounds its whole
            {("killed", None): ("at least 31", "at least 20"), ("killed", "civilians"): ("31", "31")},
        ),
        (
            ["40 killed", "at least 31 civilians killed"],  # a whole bounds its part
            {("killed", None): ("40", "40"), ("killed", "civilians"): ("31 to 40", "at least 31")},
        ),
        (
            ["5 army killed", "9 rebels killed"],
            {("killed", "Northern army"): ("5", "5"), ("killed", "Rebel Alliance"): ("9", "9")},
        ),
        (["5 killed", "9 wounded"], {("killed", None): ("5", "5"), ("wounded", None): ("9", "9")}),
    ],
)
def test_what_the_consistent_tolls_leave(said, found):
    assert remaining(*(claim(words, source=f"Agency {place}") for place, words in enumerate(said))) == found


def test_the_items_of_a_list_only_bound_the_range_of_all():
    told = claim("3 civilians killed, 2 civilians"), claim("4 to 9 civilians killed")
    assert remaining(*told) == {("killed", "civilians"): ("4 to 9", "4 to 9")}


def test_superseded_tolls_leave_the_range():
    later = claim("43 killed", published=DAY + timedelta(days=1))
    assert remaining(claim("31 killed"), later) == {("killed", None): ("43", "43")}


def test_households_and_other_levels_have_no_range_of_people():
    assert remaining(claim("3 killed"), claim("2 killed", unit="household")) == {("killed", None): ("3", "3")}
    assert remaining(claim("3 killed"), claim("60 killed", level="cumulative")) == {("killed", None): ("3", "3")}

"""Which incidents a check is asked about: questions to all incidents at once, of which a no is certain."""

from datetime import timedelta

import pytest
from factory import DAY, claim, incident, lexicon
from hypothesis import given
from hypothesis import strategies as st

from claimrec.judging.checks import CHECKS, NEEDS, asked_of_each
from claimrec.judging.screening import BEYOND, Screen
from claimrec.values.place import Place

HERE, THERE = Place("Oak Town", "North", 10.0, 10.0, 2.0), Place("Ash Town", "North", 10.3, 10.0, 2.0)


def answers(question, *incidents):
    return getattr(Screen(incidents, lexicon()), question).tolist()


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("counts_apart", {"said": "3 killed"}, {"said": "at least 4 killed"}),
        ("counts_apart", {"said": "4 killed"}, {"said": "3 killed or wounded"}),
        ("counts_apart", {"said": f"{BEYOND + 1} killed"}, {"said": f"{BEYOND + 2} killed"}),
        ("adds_up", {"said": "3 killed"}, {"said": "2 civilians killed, 1 soldier"}),
        ("adds_up", {"said": "3 killed"}, {"said": "4 killed or wounded"}),
        ("lists", {"said": "3 killed"}, {"said": "2 civilians killed, 1 soldier"}),
        ("sides", {"said": "3 army killed"}, {"said": "3 militiamen killed"}),
        ("labels", {"said": "3 army killed"}, {"said": "3 soldiers killed"}),
        ("accounts", {"by": "Northern army"}, {"by": "Northern army", "stance": "denied"}),
        ("days", {"day": DAY}, {"day": DAY + timedelta(days=1)}),
        ("days", {"day": DAY}, {"day": DAY, "relative": True}),
        ("points", {"place": HERE}, {"place": THERE}),
        ("place_words", {"place": HERE, "place_words": "Oak"}, {"place": HERE, "place_words": "Oak Town"}),
        ("events", {"event": "raid"}, {"event": "ambush"}),
        ("over_incidents", {"level": "aggregate"}, {"level": "aggregate", "source": "B"}),
    ],
)
def test_only_where_two_claims_differ_is_the_answer_yes(question, one, other):
    here, there = claim(**one), claim(**{"source": "B"} | other)
    apart = [incident(claim("3 killed")), incident(here, there), incident(claim("4 killed"))]
    assert answers(question, *apart) == [False, True, False]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("counts_apart", ["3 killed", "4 wounded", "up to 9 wounded"]),
        ("counts_apart", ["3 killed", "5 killed or wounded"]),
        ("adds_up", ["3 killed", "2 civilians killed", "3 wounded"]),
        ("lists", ["15 army killed, including 4 officers"]),
        ("sides", ["3 civilians killed", "2 army killed"]),
        ("labels", ["3 civilians killed", "2 men killed"]),
        *(
            (question, ["", ""])
            for question in ("accounts", "days", "points", "place_words", "events", "over_incidents")
        ),
    ],
)
def test_where_they_do_not_differ_it_is_no(question, told):
    assert answers(question, incident(*(claim(said) for said in told))) == [False]


def test_every_shipped_check_says_what_it_needs():
    assert set(NEEDS) == set(CHECKS)


@given(st.integers(0, 3))
def test_without_checks_nothing_is_asked_of_any_incident(many):
    incidents = [incident(claim(f"{n} killed"), name=f"incident {n}") for n in range(many)]
    assert list(asked_of_each(Screen(incidents, lexicon()), ())) == [()] * many

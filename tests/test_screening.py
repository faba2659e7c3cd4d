"""Which incidents a check is asked about: questions to all incidents at once, of which a no is certain."""

from datetime import timedelta
from operator import attrgetter

import pytest
from factory import DAY, claim, incident, lexicon
from hypothesis import given
from hypothesis import strategies as st

from claimrec.judging.checks import CHECKS, NEEDS, asked_of_each
from claimrec.judging.coded import BEYOND
from claimrec.judging.columns import Columns
from claimrec.judging.counts import contradicting_counts
from claimrec.judging.screening import Screen
from claimrec.judging.statement_table import StatementTable
from claimrec.values.place import Place

HERE, THERE = Place("Oak Town", "North", 10.0, 10.0, 2.0), Place("Ash Town", "North", 10.3, 10.0, 2.0)


def screen_of(*incidents):
    return Screen(StatementTable(Columns(incidents, lexicon())))


def answers(question, *incidents):
    return attrgetter(question)(screen_of(*incidents)).tolist()


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("fewer_of_a_side", {"said": "9 army killed"}, {"said": "2 guards killed"}),
        ("adds_up", {"said": "3 killed"}, {"said": "2 women killed, 2 children"}),
        ("adds_up", {"said": f"{BEYOND + 1} killed"}, {"said": "2 women killed, 2 children"}),
        ("adds_up", {"said": "3 wounded; 9 killed"}, {"said": "4 killed or wounded; 2 killed"}),
        ("columns.listing", {"said": "3 killed"}, {"said": "2 civilians killed, 1 soldier"}),
        ("one_number", {"said": "3 army killed"}, {"said": "3 militiamen killed"}),
        ("labels", {"said": "3 army killed"}, {"said": "3 soldiers killed"}),
        ("denials", {"by": "Northern army"}, {"by": "Northern army", "stance": "denied"}),
        ("other_actors", {"by": "Northern army"}, {"by": "Dune Group"}),
        ("days", {"day": DAY}, {"day": DAY + timedelta(days=1)}),
        ("days", {"day": DAY}, {"day": DAY, "relative": True}),
        ("points", {"place": HERE}, {"place": THERE}),
        ("place_words", {"place": HERE, "place_words": "Oak"}, {"place": HERE, "place_words": "Oak Town"}),
        ("events", {"event": "raid"}, {"event": "ambush"}),
        ("columns.over_incidents", {"level": "aggregate"}, {"level": "aggregate", "source": "B"}),
    ],
)
def test_only_where_two_claims_differ_is_the_answer_yes(question, one, other):
    here, there = claim(**one), claim(**{"source": "B"} | other)
    apart = [incident(claim("3 killed")), incident(here, there), incident(claim("4 killed"))]
    assert answers(question, *apart) == [False, True, False]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("adds_up", ["3 killed", "5 killed or wounded"]),
        ("adds_up", ["3 killed", "4 civilians killed", "5 children killed"]),
        ("columns.listing", ["15 army killed, including 4 officers"]),
        ("fewer_of_a_side", ["3 militiamen killed", "2 army killed"]),
        ("one_number", ["3 civilians killed", "3 army killed"]),
        ("labels", ["3 civilians killed", "2 men killed"]),
        ("denials", ["", ""]),
        ("other_actors", ["", ""]),
        ("days", ["", ""]),
        ("points", ["", ""]),
        ("place_words", ["", ""]),
        ("events", ["", ""]),
        ("columns.over_incidents", ["", ""]),
    ],
)
def test_where_they_do_not_differ_it_is_no(question, told):
    assert answers(question, incident(*(claim(said) for said in told))) == [False]


@pytest.mark.parametrize(
    ("said", "bounds"),
    [("50 killed", [1, 2, 50]), (f"{BEYOND - 1} killed", [1, 2, BEYOND - 1]), (f"{BEYOND} killed", None),
     (f"{BEYOND + 1} killed", None), ("1 killed", None)],
)  # fmt: skip
def test_people_of_a_nest_have_bounds_unless_a_figure_is_beyond_all_wars_or_nothing_fits(said, bounds):
    told = incident(claim(said), claim("2 civilians killed, 1 soldier killed", source="B"))
    found = screen_of(told).systems.bounds(0)
    assert (found and [*map(sorted, found)]) == (bounds and [bounds, bounds])


def test_every_shipped_check_says_what_it_needs_but_the_one_that_arrays_answer():
    assert {*NEEDS, contradicting_counts} == set(CHECKS)


@given(st.integers(0, 3))
def test_without_checks_nothing_is_asked_of_any_incident(many):
    incidents = [incident(claim(f"{n} killed"), name=f"incident {n}") for n in range(many)]
    assert not asked_of_each(screen_of(*incidents), ())

"""Figures that their own origin replaced later."""

from datetime import date, timedelta
from functools import partial

import attrs
import pytest
from factory import DAY, claim, incident, lexicon

from claimrec.judging.case import case_of
from claimrec.judging.judge import judge
from claimrec.records.article import Quote

NEXT_DAY = DAY + timedelta(days=1)
first, then = claim, partial(claim, published=NEXT_DAY)


def trail(*claims):
    case = case_of(incident(*claims), lexicon())
    said = {reference: str(one.toll.count) for reference, one in case.statement.items()}
    return sorted((said[pair.earlier], said[pair.later]) for pair in case.superseded)


@pytest.mark.parametrize(
    ("earlier", "later", "replaced"),
    [
        (first("31 killed"), then("43 killed"), True),
        (first("at least 31 killed"), then("43 killed"), True),
        (first("at least 170 wounded"), then("140 wounded"), True),  # it may also go down
        (first("31 killed"), then("31 killed"), False),
        (first("at least 21 killed"), then("21 killed"), False),  # drift of a hedge (METHOD 13)
        (first("27 killed"), then("nearly 27 killed"), False),
        (first("18 to 22 killed"), then("30 to 40 killed"), True),
        (first("dozens of people killed"), then("43 killed"), False),
        (first("31 killed"), then("several people killed"), False),
        (first("31 killed"), then("43 wounded"), False),
        (first("31 killed"), then("43 civilians killed"), False),
        (first("31 killed"), then("43 killed", source="Agency B"), False),
        (first("31 killed"), then("43 killed", level="cumulative"), False),
        (first("31 killed"), then("43 killed", unit="household"), False),
        (first("31 killed"), first("43 killed"), False),
    ],
)
def test_a_later_figure_of_one_origin_replaces_the_earlier(earlier, later, replaced):
    assert bool(trail(earlier, later)) is replaced


def test_the_trail_runs_from_figure_to_figure():
    claims = [claim(f"{n} killed", published=DAY + timedelta(days=day)) for day, n in enumerate((22, 31, 44))]
    assert trail(*claims) == [("22", "31"), ("31", "44")]
    assert trail(*reversed(claims)) == [("22", "31"), ("31", "44")]


def test_a_figure_that_one_article_calls_new_replaces_the_other():
    old = claim("31 killed", article="a1")
    words = "in a new toll, 43 killed"
    later = attrs.evolve(claim("43 killed", article="a1"), quote=Quote("a1", 500, 500 + len(words), words))
    assert trail(old, later) == [("31", "43")]
    toll = attrs.evolve(later.tolls[0], quote=None)
    assert trail(old, attrs.evolve(later, quote=Quote("a1", 500, 505, "later"), tolls=(toll,))) == []
    assert trail(attrs.evolve(old, article="a2"), later) == []
    assert trail(attrs.evolve(old, quote=later.quote), later) == []  # which of the two is new?


def test_a_superseded_figure_is_held_against_nobody():
    earlier, later = claim("31 killed", name="a"), claim("43 killed", published=NEXT_DAY, name="b")
    other = claim("43 killed", source="Agency B", name="c")
    [judgement] = judge([incident(earlier, later, other)], lexicon=lexicon())
    assert judgement.conflicts == ()
    answers = {(found.a.claim, found.b.claim): found.answer for found in judgement.verdicts}
    assert answers == {("a", "b"): "superseded", ("a", "c"): "superseded", ("b", "c"): "agree"}
    assert [str(one.remaining) for one in judgement.ranges] == ["43"]


def test_one_origin_with_two_figures_on_one_day_is_a_tension():
    one, other = claim("2 killed", via=("Daily A",)), claim("3 killed", via=("Daily B",))
    [judgement] = judge([incident(one, other)], lexicon=lexicon())
    assert [(found.kind, found.severity) for found in judgement.conflicts] == [("count", "tension")]
    assert "one voice, Agency A" in judgement.conflicts[0].because


def test_without_a_publication_day_nothing_is_later():
    assert trail(claim("31 killed", published=None), claim("43 killed", published=date(2024, 1, 1))) == []

"""Who counts higher, and whose losses: what was put into simulated claims is found again, as often as is promised."""

from collections import Counter, defaultdict
from datetime import date
from math import log

import numpy as np
import pytest
from factory import claim, incident, lexicon
from hypothesis import settings
from simulated import DUNE, HABITS, NORTH, cases

from claimrec.judging.case import case_of
from claimrec.outlets.interval_model import Reports, likelihood, sizes_for
from claimrec.outlets.ratios import counts_said, leanings_of, ratios_of
from claimrec.values.count import Count

RUNS = 120 if settings.get_current_profile_name() == "nightly" else 5


def truths(said):
    """What each ratio and leaning of the table should be: a habit against the average habit of the reports compared."""
    reports = defaultdict(Counter)
    for one in said:
        reports[one.group][one.outlet] += 1
    for group, outlets in reports.items():
        mean = sum(many * log(HABITS[outlet][group]) for outlet, many in outlets.items()) / outlets.total()
        for outlet in outlets:
            yield (outlet, group), float(np.exp(log(HABITS[outlet][group]) - mean))


def test_intervals_hold_the_habit_that_was_put_in_as_often_as_they_promise():
    held = []
    for seed in range(RUNS):
        said = counts_said(cases(seed, 20))
        truth = dict(truths(said))
        found = [(row.ratio, truth[row.outlet, row.victims]) for row in ratios_of(said) if row.victims]
        assert len(found) == 2 * len(HABITS)
        ratio = {outlet: habit[DUNE] / habit[NORTH] for outlet, habit in HABITS.items()}
        found += [
            (row.ratio, ratio[row.outlet] if row.outlet == "Northern News" else 1 / ratio[row.outlet])
            for row in leanings_of(said)
        ]
        held += [estimate.low <= right <= estimate.high for estimate, right in found]
    assert len(held) == 10 * RUNS
    assert 0.92 <= sum(held) / len(held) <= 0.99


def test_whose_losses_a_voice_counts_higher_is_told_by_side():
    said = counts_said(cases(1, 60))
    rows = {(row.outlet, row.victims): row for row in ratios_of(said) if row.victims}
    assert rows["Northern News", NORTH].relation == "own side"
    assert rows["Northern News", DUNE].relation == "opponent"
    assert rows["Rights Monitor", NORTH].relation == "third party"
    assert rows["Northern News", NORTH].ratio.high < 1 < rows["Northern News", DUNE].ratio.low
    leanings = {row.outlet: row.ratio for row in leanings_of(said)}
    assert set(leanings) == {"Northern News", "Dune Agency"}
    assert leanings["Northern News"].low > 2
    assert leanings["Northern News"].incidents > 20


def told(*voices, name="i"):
    return case_of(incident(*(claim(words, **more) for words, more in voices), name=name), lexicon())


def by(source, **more):
    return {"source": source, **more}


def test_one_witness_counts_once_however_many_repeat_it_and_whatever_it_said_before():
    case = told(
        ("20 guards killed", by("Rights Monitor", published=date(2023, 5, 9))),
        ("27 guards killed, including 4 officers", by("Rights Monitor")),
        ("at least 27 guards killed", by("Rights Monitor", via=("Daily B",))),
        ("nearly 30 guards killed", by("Rights Monitor", via=("Daily C",))),
        ("3 guards killed", by("a military source", via=("Northern News",))),
    )
    assert [(one.outlet, one.group, str(one.count), one.relation) for one in counts_said([case])] == [
        ("Northern News", "River Guards", "3", "own side"),
        ("Rights Monitor", "River Guards", "27", "third party"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 guards killed", "12 guards wounded"),
        ("12 guards killed", "12 brigade members killed"),
        ("12 guards killed", "12 guards killed or wounded"),
    ],
)
def test_other_people_and_other_effects_are_not_compared(one, other):
    assert counts_said([told((one, by("Agency A")), (other, by("Agency B")))]) == ()


def series(a, b, many=6):
    return counts_said([told((a, by("Agency A")), (b, by("Agency B")), name=f"i{n}") for n in range(many)])


def test_a_voice_that_gives_only_lower_bounds_has_an_open_end():
    higher = {row.outlet: row.ratio for row in ratios_of(series("at least 40 guards killed", "10 guards killed"))}
    assert higher["Agency A"].best is None
    assert higher["Agency A"].high is None
    assert higher["Agency A"].low > 1
    assert higher["Agency B"].low is None
    assert higher["Agency B"].high < 1


def test_too_few_incidents_give_a_number_and_no_ratio():
    [a, b, *_] = ratios_of(series("12 guards killed", "10 guards killed", many=2))
    assert (a.ratio.best, a.ratio.incidents, a.ratio.is_small) == (None, 2, True)
    assert str(b.ratio) == "nothing to say, 2 incidents: few"


@pytest.mark.parametrize("count", ["at least 12 guards killed", "no guards killed"])
def test_counts_that_bound_nothing_say_nothing_of_who_counts_higher(count):
    assert {row.ratio.best for row in ratios_of(series(count, count))} == {None}


def test_figures_that_agree_everywhere_are_of_one_height():
    for row in ratios_of(series("12 guards killed", "12 guards killed", many=12)):
        assert row.ratio.best == pytest.approx(1, abs=0.01)
        assert row.ratio.low < 1 < row.ratio.high


def test_voices_that_never_meet_have_no_leaning():
    apart = [
        told(("9 guards killed", by("Northern News")), ("12 guards killed", by("Agency A")), name=f"n{n}")
        for n in range(4)
    ]
    apart += [
        told(("9 dune fighters killed", by("Northern News")), ("7 dune fighters killed", by("Agency B")), name=f"d{n}")
        for n in range(4)
    ]
    [leaning] = leanings_of(counts_said(apart))
    assert (leaning.outlet, leaning.ratio.best, leaning.ratio.incidents) == ("Northern News", None, 4)
    assert [row.ratio.best for row in leanings_of(counts_said(apart[:1] + apart[-1:]))] == [None]


def test_who_counts_too_seldom_is_listed_beside_those_who_are_compared():
    few = [
        told((f"9 {people} killed", by("Northern News")), (f"12 {people} killed", by("Agency A")), name=people)
        for people in ("guards", "dune fighters")
    ]
    said = series("9 guards killed", "12 guards killed", many=4) + counts_said(few)
    rows = {row.outlet: row.ratio for row in ratios_of(said) if row.victims is None}
    assert (rows["Northern News"].best, rows["Northern News"].incidents) == (None, 2)
    assert rows["Agency A"].best < 1
    assert [(row.outlet, row.ratio.best, row.ratio.incidents) for row in leanings_of(said)] == [
        ("Northern News", None, 1)
    ]


def test_the_order_of_incidents_and_claims_changes_nothing():
    forwards = cases(3, 12)
    assert ratios_of(counts_said(forwards)) == ratios_of(counts_said(forwards[::-1]))


def test_slope_and_curvature_are_those_of_the_likelihood():
    random = np.random.default_rng(1)
    counts = [Count.exactly(9), Count.at_least(12), Count(0, 14), Count(3, 20), Count.exactly(0), Count.exactly(1200)]
    rows = [(thing, voice, counts[random.integers(6)]) for thing in range(8) for voice in range(3)]
    rows += [(thing, 3, Count.exactly(10)) for thing in range(8)]
    reports = Reports.of(rows)
    here = np.append(random.normal(0, 0.3, 4), log(0.4))
    sizes = sizes_for(reports, here[:-1], here[-1])

    def height(place):
        return likelihood(reports, place[:-1], place[-1], sizes)

    steps = np.eye(5) * 1e-5
    slope = [(height(here + step).value - height(here - step).value) / 2e-5 for step in steps]
    curvature = [(height(here + step).slope - height(here - step).slope) / 2e-5 for step in steps]
    assert np.allclose(slope, height(here).slope, atol=1e-5)
    assert np.allclose(curvature, height(here).curvature, atol=1e-5)

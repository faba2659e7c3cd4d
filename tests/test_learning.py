"""Weights learned from known incidents, and from the claims alone."""

from math import log2

import attrs
import numpy as np
import pytest
from factory import claim
from hypothesis import given, settings
from hypothesis import strategies as st
from valley import AYN_ZAYTUN, LEXICON, MONDAY, TELL_HARUN, TUESDAY

from claimrec.errors import RuleError
from claimrec.matching.comparison import Comparison, Likeness
from claimrec.matching.learning import FARTHEST, HELD, SEEN, fitted, learn, mixed
from claimrec.matching.linking import link
from claimrec.matching.patterns import Patterns
from claimrec.matching.shipped import ARTICLES
from claimrec.matching.weighing import Rules, Scale

colour = Comparison("colour", {"same": 0.0, "like": 0.0, "other": 0.0}, "colour", lambda _a, _b: Likeness("same", ""))
shape = Comparison("shape", {"same": 1.0, "other": -1.0}, "shape", lambda _a, _b: Likeness("same", ""))
RULES = Rules((colour, shape), -3.0, (), ())


def patterns(*lines):
    """Each line: the ranks of colour and shape, pairs of one incident, pairs of two."""
    ranks, same, apart = zip(*(((c, s), of_one, of_two) for c, s, of_one, of_two in lines), strict=True)
    return Patterns(
        RULES.comparisons, np.array(ranks).T, np.array(same, dtype=np.float64), np.array(apart, dtype=np.float64)
    )


counts = st.integers(0, 400)


@settings(max_examples=40)
@given(counts, counts, counts, counts, st.integers(1, 400))
def test_no_weight_goes_farther_than_allowed_and_what_is_not_seen_stays(one, two, three, four, five):
    learned = fitted(patterns((1, 1, one + 1, two), (3, 2, three, four), (0, 1, 0, five)), RULES)
    assert all(abs(of.bits - of.before) <= FARTHEST for of in learned.levels)
    assert [of.bits for of in learned.levels if of.level == "like"] == [0.0]
    assert learned.pairs == one + 1 + two + three + four + five


def test_the_sum_of_the_bits_is_the_log_odds_that_the_pairs_show():
    learned = fitted(patterns((1, 1, 80_000, 10_000), (3, 2, 10_000, 640_000)), RULES)
    bits = {of.level: of.bits for of in learned.levels if of.comparison == "colour"}
    bits_of_shape = {of.level: of.bits for of in learned.levels if of.comparison == "shape"}
    assert learned.rules.prior + bits["same"] + bits_of_shape["same"] == pytest.approx(3, abs=0.2)
    assert learned.rules.prior + bits["other"] + bits_of_shape["other"] == pytest.approx(-6, abs=0.2)


def test_the_comparisons_that_come_back_weigh_what_was_learned():
    learned = fitted(patterns((1, 1, 800, 100), (3, 2, 100, 6400)), RULES)
    assert [level.bits for level in learned.rules.comparisons[0].levels] == [of.bits for of in learned.levels[:3]]


def test_every_level_tells_how_often_it_was_seen():
    learned = fitted(patterns((1, 1, 800, 100), (3, 1, 5, 6)), RULES)
    said = str(learned).splitlines()
    assert said[0].startswith("from 911 pairs; prior ")
    assert said[1].endswith("bits (800 pairs of one incident, 100 of two)")
    assert said[3].endswith("bits (5 pairs of one incident, 6 of two; too few to learn from)")


def test_tables_are_learned_from_together_each_as_often_as_is_asked():
    one, other = patterns((1, 1, 10, 2), (3, 2, 0, 9)), patterns((1, 1, 1, 0), (2, 2, 4, 0))
    joined = Patterns.joined([(one, 1.0), (other, 3.0)])
    assert joined.ranks.T.tolist() == [[1, 1], [2, 2], [3, 2]]
    assert (joined.same.tolist(), joined.apart.tolist()) == ([13.0, 12.0, 0.0], [2.0, 0.0, 9.0])


def test_without_labels_what_goes_together_is_found():
    clear = Rules((attrs.evolve(shape, levels={"same": 6.0, "other": -6.0}), colour), 0.0, (), ())
    ranks, pairs = np.array([[1, 1, 2, 2], [1, 3, 1, 3]]), np.array([90.0, 10, 10, 90])
    mixture = Patterns(clear.comparisons, ranks, np.zeros(4), pairs)
    learned = mixed(mixture, clear)
    bits = {of.level: of.bits for of in learned.levels if of.comparison == "colour"}
    assert bits["same"] > 1
    assert bits["other"] < -1
    assert bits["like"] == 0
    assert learned.rules.prior == 0


VILLAGES = [claim(f"{n} killed", day=day, place=place, source=source, article=f"{n} {day} {place.name} {source}",
                  victims="soldier" if n < 8 else "civilian")
            for n in (5, 7, 9, 11) for day in (MONDAY, TUESDAY) for place in (TELL_HARUN, AYN_ZAYTUN)
            for source in ("A", "B", "C")]  # fmt: skip


def test_what_is_learned_from_claims_goes_into_the_next_linking():
    incidents = {told.id: f"{told.when} {told.where} {told.tolls[0].count}" for told in VILLAGES}
    learned = learn(VILLAGES, incidents, lexicon=LEXICON)
    links = link(VILLAGES, lexicon=LEXICON, rules=learned.rules)
    found = {links.scale.table.ids[row]: int(first) for row, first in enumerate(links.first)}
    assert len({(found[id_], incident) for id_, incident in incidents.items()}) == len(set(incidents.values())) == 16


def test_claims_of_which_nothing_is_known_are_not_learned_from():
    known = {told.id: str(told.when) for told in VILLAGES[:9]}
    assert learn(VILLAGES, known, lexicon=LEXICON).pairs < learn(VILLAGES, lexicon=LEXICON).pairs


def test_without_labels_days_places_and_counts_keep_their_weights():
    learned = learn(VILLAGES, lexicon=LEXICON, rules=ARTICLES)
    assert [of for of in learned.levels if of.comparison in HELD and of.bits != of.before] == []
    assert any(of.bits != of.before for of in learned.levels)
    assert [of for of in learned.levels if of.same + of.apart < SEEN and of.bits != of.before] == []


def test_without_labels_a_weight_moves_half_of_the_way_to_what_is_counted():
    learned = learn(VILLAGES, lexicon=LEXICON, rules=ARTICLES)
    victims = [of for of in learned.levels if of.comparison == "victims"]
    same, apart = (sum(getattr(of, side) + 0.5 for of in victims) for side in ("same", "apart"))
    moved = [of for of in victims if of.same + of.apart >= SEEN]
    assert moved
    for of in moved:
        counted = log2((of.same + 0.5) / same) - log2((of.apart + 0.5) / apart)
        assert of.bits == pytest.approx((of.before + counted) / 2, abs=0.02)


def test_vetoed_pairs_are_not_learned_from():
    ids = {told.id for told in VILLAGES}
    far = [attrs.evolve(told, separate_from=tuple(sorted(ids - {told.id}))) for told in VILLAGES]
    with pytest.raises(RuleError, match="no two claims are near enough to be compared"):
        learn(far, lexicon=LEXICON)


@pytest.mark.parametrize("incidents", [{}, {told.id: told.id for told in VILLAGES}])
def test_labels_that_teach_nothing_are_refused(incidents):
    with pytest.raises(RuleError, match="there is nothing to learn from"):
        learn(VILLAGES, incidents, lexicon=LEXICON)


def test_a_scale_gives_the_ranks_that_its_patterns_count():
    scale = Scale.of(link(VILLAGES, lexicon=LEXICON).scale.table, ARTICLES)
    counted = Patterns.of(scale)
    assert counted.same.sum() == 0
    assert counted.apart.sum() > 0
    assert counted.ranks.shape == (len(ARTICLES.comparisons), len(counted.apart))


def test_one_comparison_can_be_learned_given_all_others():
    learned = fitted(patterns((1, 1, 800, 100), (3, 2, 100, 6400)), RULES, only="shape")
    assert {of.comparison for of in learned.levels if of.bits != of.before} == {"shape"}
    assert learned.rules.prior == RULES.prior

"""Samples for review: they hang on the claims alone, tell of every kind of pair, and their intervals hold the truth."""

import random
from itertools import combinations

import attrs
import pytest
from factory import DAY, claim, lexicon
from hypothesis import given, settings
from hypothesis import strategies as st

from claimrec.errors import RecordError
from claimrec.evaluation import Sample, Stratum, join_quality, sample_for_review
from claimrec.matching.decisions import Decision
from claimrec.matching.evidence import Evidence
from claimrec.matching.incidents import find_incidents
from claimrec.values.place import Place

WORDS = lexicon()
TOWNS = [Place(f"Oak {name}", "North", 35 + n / 50, 36, 2.0) for n, name in enumerate(("Hill", "Ford", "Mill", "Gate"))]

told = st.lists(
    st.tuples(st.sampled_from(range(4)), st.integers(1, 4), st.sampled_from(["army", "civilians"])),
    min_size=2,
    max_size=12,
).map(
    lambda drawn: [
        claim(f"{n} {whom} killed", source=f"Agency {place}", day=DAY, place=TOWNS[town], name=f"c{place:02}")
        for place, (town, n, whom) in enumerate(drawn)
    ]
)


def matched(claims, decisions=()):
    return find_incidents(claims, lexicon=WORDS, decisions=decisions)


def town_of(claims):
    return {one.id: one.where.place.name for one in claims}


def judged(pairs, gold):
    return [Decision(one.a, one.b, same=gold[one.a] == gold[one.b]) for one in pairs]


@settings(max_examples=25)
@given(told, st.randoms(), st.integers(2, 20))
def test_the_same_claims_give_the_same_sample_in_whatever_order(claims, shuffle, size):
    sample = sample_for_review(matched(claims), size)
    shuffle.shuffle(claims)
    assert sample_for_review(matched(claims), size) == sample


@settings(max_examples=25)
@given(told, st.integers(2, 200))
def test_every_pair_lies_in_its_stratum_and_every_stratum_is_heard(claims, size):
    matching = matched(claims)
    incident = {one.id: found.id for found in matching.incidents for one in found.claims}
    sample = sample_for_review(matching, size)
    for stratum in sample.strata:
        assert min(stratum.size, 2) <= len(stratum.pairs) <= stratum.size
        for pair in stratum.pairs:
            assert (incident[pair.a] == incident[pair.b]) == stratum.joined
            excess = pair.bits - matching.threshold
            assert stratum.low is None or stratum.low <= excess + 1e-9
            assert stratum.high is None or excess - 1e-9 < stratum.high
    assert len({frozenset((one.a, one.b)) for one in sample.pairs}) == len(sample.pairs)
    assert len(sample.pairs) <= max(size, 2 * len(sample.strata))
    first = sample.pairs[: len(sample.strata)]
    assert all(any(one in stratum.pairs for one in first) for stratum in sample.strata)


@settings(max_examples=25)
@given(told)
def test_where_every_pair_is_judged_nothing_is_estimated(claims):
    matching, gold = matched(claims), town_of(claims)
    sample = sample_for_review(matching, 10_000)
    assert sum(stratum.size for stratum in sample.strata) == len(sample.pairs)
    incident = {one.id: found.id for found in matching.incidents for one in found.claims}
    pairs = [(one.a, one.b) for one in sample.pairs]
    joined = [pair for pair in combinations(sorted(gold), 2) if incident[pair[0]] == incident[pair[1]]]
    assert set(joined) <= {tuple(sorted(pair)) for pair in pairs}
    right = [(a, b) for a, b in joined if gold[a] == gold[b]]
    known = [(a, b) for a, b in pairs if gold[a] == gold[b]]
    quality = join_quality(sample, judged(sample.pairs, gold))
    assert quality.judged == len(pairs)
    for estimate, among in ((quality.precision, joined), (quality.recall, known)):
        if not among:
            assert estimate is None
        else:
            share = pytest.approx(len(right) / len(among))
            assert (estimate.value, estimate.low, estimate.high) == (share, share, share)


def test_another_seed_draws_other_pairs():
    claims = [
        claim(f"{n} killed", source=f"Agency {n}", day=DAY, place=TOWNS[0], name=f"c{n:02}") for n in range(1, 25)
    ]
    matching = matched(claims)
    one, other = (sample_for_review(matching, 10, seed=seed) for seed in (0, 1))
    assert [stratum.size for stratum in one.strata] == [stratum.size for stratum in other.strata]
    assert one.pairs != other.pairs


def test_pairs_that_were_decided_are_not_asked_again():
    claims = [claim(f"{n} killed", source=f"Agency {n}", day=DAY, place=TOWNS[0], name=f"c{n}") for n in (3, 4, 5)]
    decisions = [Decision("c3", "c4", same=True)]
    asked = {(one.a, one.b) for one in sample_for_review(matched(claims, decisions), 100).pairs}
    assert asked == {("c3", "c5"), ("c4", "c5")}


def strata(sizes):
    """Strata of made-up pairs, all drawn: joined or not, size, share of pairs that are one incident."""
    return [
        Stratum(joined, 0.0, 2.0, size, tuple(Evidence(f"{n} {place}", "z", 0.0, ()) for place in range(size)))
        for n, (joined, size, _) in enumerate(sizes)
    ]


def test_the_interval_holds_the_truth_nineteen_times_of_twenty():
    sizes = [(True, 400, 0.95), (True, 80, 0.6), (False, 300, 0.2), (False, 3_000, 0.01)]
    draw = random.Random(1)
    gold = {f"{n} {place}": draw.random() < share for n, (_, size, share) in enumerate(sizes) for place in range(size)}
    whole = join_quality(Sample(tuple(strata(sizes))), [Decision(name, "z", same) for name, same in gold.items()])
    held = {"precision": 0, "recall": 0}
    for _ in range(300):
        drawn = [
            attrs.evolve(one, pairs=tuple(draw.sample(one.pairs, many)))
            for one, many in zip(strata(sizes), (40, 40, 60, 100), strict=True)
        ]
        answers = [Decision(one.a, "z", gold[one.a]) for stratum in drawn for one in stratum.pairs]
        quality = join_quality(Sample(tuple(drawn)), answers)
        for name in held:
            found, truth = getattr(quality, name), getattr(whole, name).value
            held[name] += found.low <= truth <= found.high
    assert min(held.values()) >= 0.9 * 300


def test_ten_right_out_of_ten_leave_room_for_doubt():
    stratum = Stratum(joined=True, low=0.0, high=2.0, size=500, pairs=strata([(True, 10, 1)])[0].pairs)
    quality = join_quality(Sample((stratum,)), [Decision(one.a, "z", same=True) for one in stratum.pairs])
    assert quality.precision.value == 1
    assert 0.7 < quality.precision.low < 0.9
    assert (quality.recall.value, quality.recall.low, quality.recall.high) == (1, 1, 1)  # nothing is apart


@pytest.mark.parametrize(("joined", "apart"), [(0, 0), (0, 3), (10, 0), (10, 10), (1, 9)])
def test_an_interval_holds_its_value_and_stays_a_share(joined, apart):
    drawn = [attrs.evolve(one, size=200, pairs=one.pairs) for one in strata([(True, 10, 0), (False, 10, 0)])]
    answers = [
        Decision(one.a, "z", place < same)
        for stratum, same in zip(drawn, (joined, apart), strict=True)
        for place, one in enumerate(stratum.pairs)
    ]
    quality = join_quality(Sample(tuple(drawn)), answers)
    assert (quality.recall is None) == (joined + apart == 0)
    for found in filter(None, (quality.precision, quality.recall)):
        assert 0 <= found.low <= found.value <= found.high <= 1


@pytest.mark.parametrize(
    ("ends", "named"),
    [((0.0, 2.0), "+0 to +2 bits"), ((8.0, None), "+8 and more bits"), ((None, -8.0), "-8 and less bits")],
)
def test_a_stratum_that_nobody_judged_is_named(ends, named):
    low, high = ends
    stratum = Stratum(joined=True, low=low, high=high, size=1, pairs=(Evidence("a", "b", 0.0, ()),))
    with pytest.raises(RecordError) as raised:
        join_quality(Sample((stratum,)), [Decision("a", "c", same=True)])
    assert str(raised.value) == f"none of the pairs is judged that are joined, {named} from the threshold"

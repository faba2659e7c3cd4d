"""Articles that share rare names mostly speak of one incident, whatever day and place their claims give."""

from datetime import timedelta

import attrs
import numpy as np
import pytest
from factory import claim
from hypothesis import given, settings
from hypothesis import strategies as st
from valley import LEXICON, MONDAY, NAMESAKE, TELL_HARUN, accounts

from claimrec.matching.adding import with_claims
from claimrec.matching.blocking import blocking_report
from claimrec.matching.everyday import everyday_marks
from claimrec.matching.explaining import explain
from claimrec.matching.frequencies import Frequencies
from claimrec.matching.incidents import find_incidents
from claimrec.matching.pairing import are_candidates, candidate_pairs
from claimrec.matching.rarity import NameFrequencies
from claimrec.matching.sweeping_keys import sweeps_of
from claimrec.matching.table import ClaimTable
from claimrec.matching.wording import SHORT, STEPS, WordFrequencies, wording, wordings_of
from claimrec.records.claim import Row
from claimrec.records.sketch import Sketch, mark_of
from claimrec.values.place import Place

NAMES = ("Harun", "Sunbul", "Takharim", "Misrin", "Zaytun", "Jawz", "Shughur", "Marabad")
FAR = (TELL_HARUN, NAMESAKE)
some_names = st.lists(st.sampled_from(NAMES), max_size=6).map(Sketch.of)
sketched = st.builds(
    lambda one, report, sketch: attrs.evolve(one, article=report, name=f"{one.id} {report} {sketch}", sketch=sketch),
    accounts(),
    st.sampled_from(["report 1", "report 2", "report 3", "report 4"]),
    some_names,
)
words = st.dictionaries(st.sampled_from([Sketch.of([name]).marks[0] for name in NAMES]), st.integers(1, 300)).map(
    lambda of: WordFrequencies(100_000, {mark: (many, 1 + many // 2) for mark, many in of.items()})
)


def told(article, names, *, day=MONDAY, published=MONDAY, publisher=None, **said):
    one = claim("5 killed", name=article, article=article, source=publisher or article, day=day, **said)
    return attrs.evolve(one, published=published, sketch=Sketch.of(names))


def found(one, other, among=10_000, of=()):
    """What the comparison finds between two claims, in a collection of so many articles."""
    column = wordings_of([one, other], WordFrequencies(among, dict(of)))
    finding = wording.level(column.key(0), column.key(1))
    assert None in (column.key(0), column.key(1)) or wording.graded(column.key(0), column.key(1)) == finding.level
    assert wording.level(column.key(1), column.key(0)) == finding
    return finding


def test_the_more_rare_names_are_shared_the_more_bits():
    bits = [found(told("a", NAMES), told("b", [*NAMES[:n], *"ABCDEFGH"[n:]])).bits for n in range(len(NAMES) + 1)]
    assert bits == sorted(bits)
    assert bits[0] < 0 < bits[-1]


def test_names_that_many_articles_give_or_one_publisher_repeats_say_less():
    marks = Sketch.of(NAMES).marks
    likeness = {
        case: found(told("a", NAMES[:4]), told("b", NAMES[:4]), of=dict.fromkeys(marks, given)).bits
        for case, given in {"rare": (2, 2), "common": (5_000, 900), "repeated": (3, 1)}.items()
    }
    assert likeness["common"] < likeness["repeated"] < likeness["rare"]


def test_names_shared_by_articles_of_one_day_say_more_than_by_those_of_two_years():
    near, month, unknown, far = (
        found(told("a", NAMES[:5]), told("b", NAMES[:4], published=published))
        for published in (MONDAY, MONDAY + timedelta(30), None, MONDAY + timedelta(700))
    )
    assert near.bits > month.bits > far.bits
    assert unknown.level == month.level
    assert near.because == "70 of 70 bits of rare names in common, published 0 days apart"
    assert unknown.because == "70 of 70 bits of rare names in common"


def test_one_article_and_few_names_that_are_not_shared_say_nothing():
    assert found(told("a", NAMES), told("a", NAMES)).because == "one article"
    assert found(told("a", NAMES[:1]), told("b", ["Other", *NAMES[1:]])).level == "not said"
    assert found(told("a", NAMES), told("b", [])).because == "one gives no wording"


def test_a_name_or_two_that_short_articles_share_say_little_as_those_on_a_follow_up_share_them_too():
    one, other = told("a", NAMES[:2]), told("b", NAMES[:2])
    assert found(one, other).level == SHORT
    assert found(told("a", NAMES), told("b", NAMES)).bits > found(one, other).bits > 0


def test_frequencies_are_counted_in_articles_however_many_claims_they_make():
    claims = [told(f"{n}", NAMES[: n + 1], publisher="Wire" if n < 3 else None) for n in range(4)]
    more = [attrs.evolve(one, name=f"more {one.article}") for one in claims]
    frequencies = WordFrequencies.in_claims([*claims, *more], LEXICON)
    assert frequencies.articles == 4
    assert frequencies.of[Sketch.of(["harun"]).marks[0]] == (4, 2)
    harun, sunbul, misrin, unknown = (frequencies.bits(mark_of(name)) for name in ("harun", "sunbul", "misrin", "no"))
    assert 0 < harun < sunbul < misrin == unknown


def test_of_two_articles_names_that_the_lexicon_does_not_know_are_rare_and_its_words_are_not():
    claims = [told("a", [*NAMES, "Dune", "Killed"]), told("b", [*NAMES, "Dune", "Killed"])]
    frequencies = WordFrequencies.in_claims(claims, LEXICON)
    assert frequencies.bits(mark_of("harun")) > 9 > 4 > frequencies.bits(mark_of("dune")) > 0
    assert {mark_of("dune")} < frequencies.everyday == everyday_marks(LEXICON)
    assert WordFrequencies.in_claims([attrs.evolve(claims[0], sketch=None)], LEXICON) == WordFrequencies()


def test_articles_that_share_rare_names_are_compared_whatever_their_days_and_places():
    shared = [told("a", NAMES), told("b", NAMES, day=MONDAY - timedelta(90))]
    table = ClaimTable.of(shared, LEXICON, frequencies=Frequencies(NameFrequencies(0, {}), WordFrequencies(10_000)))
    assert are_candidates(table, 0, 1)
    assert [pairs[0].tolist() for pairs in candidate_pairs(table)] == [[0]]
    apart = ClaimTable.of([shared[0], told("c", "XYZ", day=MONDAY - timedelta(90))], LEXICON)
    assert not are_candidates(apart, 0, 1)
    other_level = ClaimTable.of([shared[0], attrs.evolve(shared[1], level="background")], LEXICON)
    assert not are_candidates(other_level, 0, 1)


def test_a_name_of_very_many_articles_brings_no_two_together():
    claims = [told("a", NAMES), told("b", NAMES, day=MONDAY - timedelta(90))]
    of = dict.fromkeys(Sketch.of(NAMES).marks, (300, 300))
    table = ClaimTable.of(
        claims, LEXICON, frequencies=Frequencies(NameFrequencies(0, {}), WordFrequencies(10_000_000, of))
    )
    assert found(*claims, 10_000_000, of).level in STEPS
    assert not are_candidates(table, 0, 1)


@settings(max_examples=60)
@given(st.lists(sketched, max_size=8, unique_by=lambda one: one.id), words)
def test_the_pairs_found_by_names_are_those_that_share_enough(claims, known):
    table = ClaimTable.of(claims, LEXICON, frequencies=Frequencies(NameFrequencies(0, {}), known))
    by_names = [sweep for sweep in sweeps_of(table) if sweep.name == "rare names"]
    assert len(by_names) == any(one.sketch for one in claims)
    for sweep in by_names:
        a, b = np.triu_indices(len(table), 1)
        held = {(int(x), int(y)) for x, y in zip(a[sweep.holds(a, b)], b[sweep.holds(a, b)], strict=True)}
        listed = list(zip(*(side.tolist() for side in sweep.line.pairs(np.arange(len(table)))), strict=True))
        assert len(listed) == len(set(listed))
        assert set(listed) == held
        assert sum(sweep.line.partners) >= len(held)
        for row in range(len(table)):
            touched = np.arange(len(table)) == row
            assert {other for pair in held if row in pair for other in pair} <= {*sweep.line.touching(touched).tolist()}


@settings(max_examples=40)
@given(st.lists(sketched, min_size=1, max_size=8), st.lists(sketched, max_size=4), words)
def test_names_stay_as_common_as_they_were_when_claims_are_added(first, more, known):
    frequencies = Frequencies(NameFrequencies(100, {}), known)
    added = with_claims(find_incidents(first, lexicon=LEXICON, frequencies=frequencies), more, lexicon=LEXICON)
    again = find_incidents([*first, *more], lexicon=LEXICON, frequencies=frequencies)
    assert (added.incidents, added.review) == (again.incidents, again.review)


def test_two_articles_on_one_family_are_one_incident_though_their_days_and_places_differ():
    others = [told(f"other {n}", [f"Name{n}{m}" for m in range(9)], day=MONDAY + timedelta(n)) for n in range(60)]
    names = [f"Family{n}" for n in range(14)]
    one = told("a", names, place=Place("Harun"))
    other = told("b", names, day=MONDAY - timedelta(20), place=Place("Zaytun"))
    matching = find_incidents([one, other, *others], lexicon=LEXICON)
    [finding] = [of for of in explain(matching, "a", "b").evidence.findings if of.comparison == "wording"]
    assert finding.level == "nearly all rare names"
    assert any({told.id for told in incident.claims} == {"a", "b"} for incident in matching.incidents)
    assert "rare names" in str(blocking_report([one, other, *others], lexicon=LEXICON))
    silent = [attrs.evolve(told, sketch=None) for told in (one, other, *others)]
    assert all(len(incident.claims) == 1 for incident in find_incidents(silent, lexicon=LEXICON).incidents)


def test_far_apart_are_two_rows_but_two_articles_on_one_family_are_one_incident():
    others = [told(f"other {n}", [f"Name{n}{m}" for m in range(9)], day=MONDAY + timedelta(n)) for n in range(60)]
    pair = [told(name, [f"Family{n}" for n in range(14)], place=place) for name, place in zip("ab", FAR, strict=True)]
    rows = [attrs.evolve(one, quote=None, row=Row("raids.csv", n)) for n, one in enumerate([*pair, *others])]
    as_told, as_rows = (find_incidents(claims, lexicon=LEXICON) for claims in ([*pair, *others], rows))
    assert any({one.id for one in incident.claims} == {"a", "b"} for incident in as_told.incidents)
    assert all(len(incident.claims) == 1 for incident in as_rows.incidents)
    assert explain(as_rows, "a", "b").evidence.findings[-1].level == "place.is_('far apart')"


@pytest.mark.parametrize("step", STEPS)
def test_steps_are_levels(step):
    assert wording.rank(step) == list(STEPS).index(step) + 1

"""A rare name of a place is stronger evidence than a common one."""

import numpy as np
import pytest
from factory import claim
from hypothesis import given, settings
from hypothesis import strategies as st
from valley import LEXICON, MONDAY, PLACES, accounts

from claimrec.matching.adding import with_claims
from claimrec.matching.explaining import explain
from claimrec.matching.frequencies import Frequencies
from claimrec.matching.incidents import find_incidents
from claimrec.matching.rarity import LIMITS, NameFrequencies, rarity
from claimrec.matching.spots import consonants
from claimrec.matching.table import ClaimTable
from claimrec.values.place import Place

SOUNDS = sorted({consonants(place.name) for place in PLACES})
frequencies = st.dictionaries(st.sampled_from(SOUNDS), st.integers(0, 40)).map(
    lambda of: Frequencies(NameFrequencies(10_000, of))
)
VILLAGE, CAPITAL = Place("Khirbat al-Jawz", "Marabad"), Place("Old Quarter", "Marabad")


def raid(place, n):
    return claim("5 killed", name=f"{place.name} {n}", article=f"{place.name} {n}", day=MONDAY, place=place)


def key(name, times, claims=10_000):
    table = ClaimTable.of(
        [raid(Place(name), 0)], LEXICON, frequencies=Frequencies(NameFrequencies(claims, {consonants(name): times}))
    )
    return table.columns["rarity"].key(0)


@settings(max_examples=30)
@given(st.lists(accounts(), min_size=1, max_size=8), st.lists(accounts(), max_size=4), frequencies)
def test_names_stay_as_frequent_as_they_were_when_claims_are_added(first, more, known):
    everyone = [*{one.id: one for one in (*first, *more)}.values()]
    added = with_claims(find_incidents(first, lexicon=LEXICON, frequencies=known), more, lexicon=LEXICON)
    again = find_incidents(everyone, lexicon=LEXICON, frequencies=known)
    assert (added.incidents, added.review) == (again.incidents, again.review)


@given(st.lists(accounts(), max_size=8))
def test_frequencies_are_counted_in_the_claims(claims):
    table = ClaimTable.of(claims, LEXICON)
    places = table.frequencies.places
    assert places.claims == sum(places.of.values())
    assert places.claims == np.count_nonzero(table.columns["place"].codes >= 0)


@pytest.mark.parametrize(
    ("times", "level", "because"),
    [
        (1, "very rare name", "1 of 10,000 claims give this name"),
        (5, "very rare name", "5 of 10,000 claims give this name"),
        (6, "rare name", "6 of 10,000 claims give this name"),
        (20, "rare name", "20 of 10,000 claims give this name"),
        (21, "not said", "21 of 10,000 claims give this name: a common one"),
    ],
)
def test_levels_of_rarity(times, level, because):
    found = rarity.level(key("Tell Harun", times), key("Tall Haroun", times))
    assert (found.level, found.because) == (level, because)


def test_two_names_say_nothing_and_an_unknown_one_is_given_once():
    assert rarity.level(key("Tell Harun", 1), key("Ayn Zaytun", 1)).because == "two names"
    assert key("Tell Harun", 0).times == 1
    assert rarity.level(key("Tell Harun", 2, 100), key("Tell Harun", 2, 100)).level == "not said"
    assert max(LIMITS.values()) < 1 / 100


def test_a_rare_village_weighs_more_than_a_capital_and_has_a_line_of_its_own():
    claims = [raid(place, n) for place in (VILLAGE, CAPITAL) for n in range(2)]
    known = Frequencies(NameFrequencies(10_000, {consonants(VILLAGE.name): 3, consonants(CAPITAL.name): 900}))
    matching = find_incidents(claims, lexicon=LEXICON, frequencies=known)
    village, capital = (explain(matching, f"{place.name} 0", f"{place.name} 1") for place in (VILLAGE, CAPITAL))
    [line] = [finding for finding in village.evidence.findings if finding.comparison == "rarity"]
    assert (line.level, line.because) == ("very rare name", "3 of 10,000 claims give this name")
    assert village.evidence.bits == capital.evidence.bits + line.bits > capital.evidence.bits

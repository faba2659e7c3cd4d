"""Every entry of the shipped packs is walked: what names whom, what lies where, what belongs to what."""

from collections import Counter, defaultdict

import pytest

from claimrec.lexicon.entries import ActorEntry, EventEntry, PlaceEntry, SourceEntry, TownEntry, VictimEntry
from claimrec.lexicon.loader import Lexicon, load_lexicon
from claimrec.lexicon.romanisation import ARABIC
from claimrec.reading.gazetteer import gazetteer
from claimrec.reading.name_words import name_keys

COMMON, BOTH = load_lexicon("common"), load_lexicon("common", "syria")
LEXICONS = pytest.mark.parametrize("lexicon", [COMMON, BOTH], ids=["common", "common and syria"])

SYRIA = (32.0, 37.6, 35.4, 42.6)
"""Southern, northern, western and eastern edge, a little beyond the border."""
BORDER_KM = 75
"""Governorates are no discs: how far beyond one its places may lie, or as far again as it is wide."""
FAR_FLUNG = {"United States", "Yemen"}
"""Alaska's towns and Socotra lie far from the middle of what they belong to."""
LABELS = {"terrorists", "militants", "gunmen", "extremists", "jihadists", "insurgents", "takfiris", "attackers"}
"""Words that say what somebody thinks of the doers, not who they are."""


def spellings(lexicon: Lexicon, kind: type) -> list[tuple[str, str]]:
    return [(name, alias) for name, entry in lexicon.of(kind).items() for alias in (name, *entry.aliases)]


def is_capitalised(spelling: str) -> bool:
    return spelling != spelling.lower() or ARABIC.search(spelling) is not None


@LEXICONS
@pytest.mark.parametrize("kind", [ActorEntry, SourceEntry])
def test_no_two_actors_and_no_two_sources_share_a_name(lexicon, kind):
    owners = defaultdict(set)
    for name, alias in spellings(lexicon, kind):
        if alias not in getattr(lexicon.of(kind)[name], "shared", ()):  # these mean whoever is at home in the text
            owners[name_keys(alias)].add(name)
    assert {keys: names for keys, names in owners.items() if len(names) > 1} == {}


@LEXICONS
def test_no_name_is_both_an_actor_and_a_source(lexicon):
    actors = {name_keys(alias) for _, alias in spellings(lexicon, ActorEntry)}
    assert [alias for _, alias in spellings(lexicon, SourceEntry) if name_keys(alias) in actors] == []


@LEXICONS
def test_hardly_a_place_is_named_like_an_actor_or_a_source(lexicon):
    named = {name_keys(alias)[1] for kind in (ActorEntry, SourceEntry) for _, alias in spellings(lexicon, kind)}
    places = [spelling for _, written in gazetteer(lexicon).known.values() for spelling in written]
    assert {spelling for spelling in places if name_keys(spelling)[1] in named} <= {"Al-Alam", "San'a", "Sana"}


@LEXICONS
def test_an_adjective_or_a_state_name_means_one_actor(lexicon):
    for field in ("adjectives", "states"):
        owners = Counter(word.lower() for entry in lexicon.of(ActorEntry).values() for word in getattr(entry, field))
        assert {word: times for word, times in owners.items() if times > 1} == {}


@LEXICONS
def test_a_label_alone_names_no_actor(lexicon):
    assert {alias for _, alias in spellings(lexicon, ActorEntry)} & LABELS == set()


@LEXICONS
def test_every_membership_begins_before_it_ends_and_its_parent_is_an_actor(lexicon):
    actors = lexicon.of(ActorEntry)
    for name, entry in actors.items():
        for membership in entry.memberships:
            assert membership.parent in actors, name
            if membership.since and membership.until:
                assert membership.since < membership.until, name
    assert lexicon.groups.actors  # the tree stands: no circle, no name twice


def test_a_group_and_its_later_name_are_compatible_and_siblings_are_not():
    groups = BOTH.groups
    assert groups.compatible("Al-Nusra Front", "Hayat Tahrir al-Sham (HTS)")
    assert groups.compatible("Uthman ibn Affan Brigade", "Hayat Tahrir al-Sham (HTS)")
    assert not groups.compatible("Ahrar al-Sham", "Jaish al-Islam")
    assert not groups.compatible("Islamic State (ISIS)", "Hayat Tahrir al-Sham (HTS)")


@LEXICONS
def test_every_affiliation_is_an_actor(lexicon):
    actors = lexicon.of(ActorEntry)
    for name, entry in lexicon.of(SourceEntry).items():
        assert entry.affiliation is None or entry.affiliation in actors, name


@LEXICONS
def test_a_noun_for_people_or_a_word_for_an_event_has_one_meaning(lexicon):
    nouns = Counter(noun for entry in lexicon.of(VictimEntry).values() for noun in (*entry.plural, *entry.singular))
    assert {noun: times for noun, times in nouns.items() if times > 1} == {}
    words = Counter(word for entry in lexicon.of(EventEntry).values() for word in entry.words)
    assert {word: times for word, times in words.items() if times > 1} == {}


PHRASES = {
    "forces",
    "deeds",
    "members",
    "not_kinds",
    "doing",
    "doubtful",
    "doubtful_places",
    "pointing_to_dateline",
    "pointing_to_capital",
    "unnamed",
}
"""The lists of names.toml whose entries may be several words; the others are looked up word by word."""


@LEXICONS
def test_a_list_that_is_looked_up_word_by_word_holds_single_words(lexicon):
    for name, entry in lexicon.entries["names"].items():
        assert len(set(entry.words)) == len(entry.words), name
        if name not in PHRASES:
            assert [word for word in entry.words if " " in word or "-" in word] == [], name


@LEXICONS
def test_everybody_is_people(lexicon):
    for name in lexicon.of(VictimEntry):
        assert name == "people" or "people" in lexicon.groups.wholes(name), name


@LEXICONS
def test_every_governorate_that_a_place_lies_in_has_an_entry(lexicon):
    known = gazetteer(lexicon).governorates
    missing = {
        (entry.admin, entry.country)
        for entry in lexicon.of(PlaceEntry).values()
        if entry.admin and (entry.admin, entry.country) not in known
    }
    assert missing == set()


@LEXICONS
def test_every_place_has_a_point_with_a_radius_and_a_country_that_is_listed(lexicon):
    places = lexicon.of(PlaceEntry)
    countries = {entry.label or name for name, entry in places.items() if entry.kind == "country"}
    for name, entry in places.items():
        assert entry.lat is not None, name
        assert entry.radius_km, name
        assert entry.country in countries, name


def test_every_town_has_a_point_with_a_radius_in_a_listed_country_and_division():
    known = gazetteer(COMMON)
    for name, entry in COMMON.of(TownEntry).items():
        assert entry.lat is not None, name
        assert entry.radius_km, name
        assert entry.country in known.countries, name
        assert entry.admin is None or (entry.admin, entry.country) in known.governorates, name
        assert all(is_capitalised(spelling) for spelling in (name, *entry.spellings)), name


def test_the_towns_of_countries_at_war_are_listed():
    countries = Counter(entry.country for entry in COMMON.of(TownEntry).values())
    for country in ("Iraq", "Lebanon", "Turkey", "Jordan", "Israel", "Palestine", "Yemen", "Libya", "Colombia"):
        assert countries[country] > 15, country


def test_every_demonym_means_one_country_and_every_capital_of_a_country_at_war_is_listed():
    countries = {name: entry for name, entry in COMMON.of(PlaceEntry).items() if entry.kind == "country"}
    owners = Counter(word for entry in countries.values() for word in entry.demonyms)
    assert {word: times for word, times in owners.items() if times > 1} == {}
    at_war = {entry.country for entry in COMMON.of(TownEntry).values()}
    assert at_war - gazetteer(BOTH).capitals.keys() == set()


def test_places_of_syria_lie_in_syria():
    south, north, west, east = SYRIA
    for name, (one, _) in gazetteer(BOTH).known.items():
        if one.country == "Syria":
            assert south <= one.place.lat <= north, name
            assert west <= one.place.lon <= east, name


def test_places_lie_in_or_near_their_governorate():
    known = gazetteer(BOTH)
    for name, (one, _) in known.known.items():
        governorate = known.governorates.get((one.place.admin, one.country))
        if governorate and one.country not in FAR_FLUNG:
            assert governorate.place.gap_km(one.place) < max(BORDER_KM, governorate.place.radius_km), name


@LEXICONS
def test_every_place_is_spelled_with_a_capital(lexicon):
    for name, (_, written) in gazetteer(lexicon).known.items():
        assert all(is_capitalised(spelling) for spelling in written), name


@LEXICONS
def test_a_place_is_not_spelled_twice_in_one_entry(lexicon):
    for name, entry in lexicon.of(PlaceEntry).items():
        written = [spelling.lower() for spelling in entry.spellings]
        assert len(set(written)) == len(written), name

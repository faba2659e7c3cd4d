"""Places that are named in running text: listed or not, nested, namesakes, and what is no place at all."""

import json
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.gazetteer import gazetteer
from claimrec.reading.mentions import PlaceMention
from claimrec.reading.name_words import name_keys
from claimrec.reading.names import find_names
from claimrec.reading.namesakes import ONE_AREA_KM
from claimrec.reading.tokens import tokenize
from claimrec.values.place import Place

LEXICON = load_lexicon()
GOLD = Path(__file__).parents[2] / "shared" / "gold"


def places(text: str) -> list[PlaceMention]:
    return list(find_names(tokenize(text), text, LEXICON).places)


def found(text: str) -> list[tuple[str, str | None]]:
    return [(mention.place.name, mention.place.admin) for mention in places(text)]


LISTED = [
    spelling
    for one, spellings in gazetteer(LEXICON).known.values()
    if one.country == "Syria" and one.kind in ("city", "town", "village") and not one.doubtful
    for spelling in spellings
]

NAMESAKES: dict[tuple[str, ...], list[Place]] = {}
for known, written in gazetteer(LEXICON).known.values():
    for wording in written if known.place.lat is not None else ():
        NAMESAKES.setdefault(name_keys(wording)[1], []).append(known.place)


@given(st.sampled_from(LISTED))
def test_every_listed_spelling_is_a_place_behind_a_preposition(spelling):
    [mention] = places(f"It happened in {spelling}.")
    assert mention.words == spelling


@given(st.sampled_from(LISTED))
def test_a_listed_place_has_a_point_unless_it_may_be_one_of_several_far_from_each_other(spelling):
    [mention] = places(f"It happened in {spelling}.")
    points = NAMESAKES[name_keys(spelling)[1]]
    assert mention.place.lat is not None or any(one.km_to(other) > ONE_AREA_KM for one in points for other in points)


@given(st.sampled_from(LISTED), st.sampled_from(["'s", "’s", "s"]))
def test_a_possessive_changes_no_place(spelling, ending):
    assume(spelling.split()[-1][0].isupper() and not spelling.endswith("s"))
    assume(spelling != "Hama")  # Hamas is somebody else
    assert found(f"in {spelling}{ending} north")[:1] == found(f"in {spelling}")


@given(st.sampled_from(LISTED))
def test_capitals_throughout_change_no_place(spelling):
    assert found(f"IT HAPPENED IN {spelling.upper()}.") == found(f"It happened in {spelling}.")


@given(
    st.sampled_from(LEXICON.words("names", "scene_nouns")),
    st.sampled_from(LEXICON.words("names", "struck_at")),
    st.sampled_from(["Zoltan", "Wad al-Haram", "Testabad", "Qorvik", "Pont-Barbe"]),
)
def test_harm_done_to_it_makes_a_place_of_a_name_that_no_list_has(noun, at, name):
    [mention] = places(f"Six died in the {noun} {at} {name}, officials said.")
    assert mention.place.name == name


@pytest.mark.parametrize(
    ("text", "name", "admin", "kind"),
    [
        ("in the town of Nahshaba in Lattakia countryside", "Nahshaba", "Latakia", "village"),
        ("near Kafr Ruma in Idlib province", "Kafr Ruma", "Idlib", "village"),
        ("in the village of Umm Nakhla, in the southern countryside of Idlib", "Umm Nakhla", "Idlib", "village"),
        ("on Deir Ezzor’s Al-Taim oilfield", "al-Taim oil field", "Deir ez-Zor", "site"),
        ("the Aleppo province village of Al-Tukhar", "Tukhar", "Aleppo", "village"),
        ("in Syrias Homs province", "Homs governorate", "Homs", "governorate"),
        ("in northern Idlib", "Idlib governorate", "Idlib", "governorate"),
        ("in rural Hama", "Hama governorate", "Hama", "governorate"),
        ("in the northern city of Aleppo", "Aleppo", "Aleppo", "city"),
        ("on the outskirts of Aleppo", "Aleppo", "Aleppo", "city"),
        ("in rural Damascus", "Rif Dimashq governorate", "Rif Dimashq", "governorate"),
        ("the eastern Damascus suburb of Harasta", "Harasta", "Rif Dimashq", "city"),
        ("in Jayrud, 60 kilometres (35 miles) northeast of Damascus", "Jayrud", "Rif Dimashq", "town"),
        ("in the Badia desert area of central Homs province", "Homs desert", "Homs", "region"),
        ("in northern Syria", "Northern Syria", None, "country"),
        ("in Kafr Ruma in northwestern Syria", "Kafr Ruma", "Idlib", "village"),
        ("in Garissa county, Kenya", "Garissa county", "Garissa", "governorate"),
        ("in Maiduguri, Borno state", "Maiduguri", "Borno", "city"),
        ("IN SANTA ELENA JURISDICTION, USULUTAN DEPARTMENT", "Santa Elena", "Usulutan", "village"),
        ("NEAR LA FINCA HILL IN SAN MIGUEL DEPARTMENT", "LA FINCA", "San Miguel", "site"),
    ],
)
def test_the_finest_of_nested_places(text, name, admin, kind):
    [mention] = places(text)
    assert (mention.place.name, mention.place.admin, mention.kind) == (name, admin, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("in Rahjan al-Wusta near a mill", "Rahjan al-Wusta"),
        ("in Nasrin bin and so on", "Nasrin"),
        ("the Wadi Sabra neighbourhood", "Wadi Sabra"),
        ("on the Nasrin axis", "Nasrin"),
        ("Kafr Zabad was hit", "Kafr Zabad"),
        ("around the hill of Tal Rahma", "Tal Rahma"),
        ("an attack on Camp Zenta", "Camp Zenta"),
        ("at Fort Zenta", "Fort Zenta"),
        ("THE TOWN OF VALLE ALTO", "VALLE ALTO"),
        ("THE TOWN OF VALLE ALTO BOMBED", "VALLE ALTO"),
    ],
)
def test_a_phrase_makes_a_place_of_a_name_that_no_list_has(text, name):
    [mention] = places(text)
    assert mention.place.name == name
    assert mention.place.lat is None


def test_a_longer_name_is_not_the_listed_place_that_it_begins_with():
    assert found("Six died in Burj al-Barajneh.") == [("Burj al-Barajneh", None)]
    assert found("Six died in Burj in Syria.") == [("Burj", "Aleppo")]


def test_a_name_that_a_city_shares_with_its_province_speaks_of_their_country():
    assert find_names(tokenize("Six died in Kabul."), "Six died in Kabul.", LEXICON).home.place.name == "Afghanistan"


def test_an_unlisted_place_lies_somewhere_in_the_outer_one():
    [mention] = places("in the village of Umm Nakhla in Idlib province")
    outer = gazetteer(LEXICON).governorates["Idlib", "Syria"].place
    assert (mention.place.lat, mention.place.lon, mention.place.radius_km) == (outer.lat, outer.lon, outer.radius_km)


def test_a_place_that_the_text_located_once_is_located_everywhere():
    first, second = places("in the village of Umm Nakhla in Idlib province. Later near Um Nakhla they fought.")
    assert first.place == second.place


def test_an_unlisted_romanisation_is_the_listed_place_of_its_sound():
    assert found("in Khan Shaikhun in Idlib province") == [("Khan Sheikhoun", "Idlib")]
    assert found("Near Homs, in the town of Talbeese,") == [("Homs", "Homs"), ("Talbiseh", "Homs")]


def test_a_sound_alone_is_enough_behind_a_preposition_if_it_is_long():
    assert found("Homs fell. They marched to Tallbeeseh at noon.")[-1] == ("Talbiseh", "Homs")
    assert found("Homs fell. They marched to Tallbaasseh Sunday.")[0] == ("Homs", "Homs")


def test_in_capitals_a_name_ends_where_a_known_place_begins():
    assert found("IN THE VILLAGE OF VALLE HOMS") == [("VALLE", None), ("Homs", "Homs")]


@pytest.mark.parametrize(
    "text",
    [
        "in front of Zenta's house",
        "in front of Karim Testov",
        "IN FRONT OF ZENTA'S HOUSE",
        "AT THE SITE OF FIERCE CLASHES",
        "IN THE DENSELY POPULATED AREAS",
        "IN MEDIUM-SIZED TOWNS",
    ],
)
def test_what_stands_before_somebody_or_is_only_described_is_no_place(text):
    assert found(text) == []


def test_a_list_of_places_goes_on():
    assert [name for name, _ in found("in the towns of Rahjan, Sabra and Nasrin")] == ["Rahjan", "Sabra", "Nasrin"]
    assert [name for name, _ in found("in Homs, Hama and Idlib")] == ["Homs", "Hama", "Idlib"]


@pytest.mark.parametrize(
    ("text", "admin"),
    [
        ("in Khalidiyah in Homs", "Homs"),
        ("in Aleppo city, in the district of al-Khalidiyah", "Aleppo"),
        ("Homs province was calm. Later al-Zahraa was hit.", "Homs"),
        ("Aleppo province was calm. Later al-Zahraa was hit.", "Aleppo"),
        ("Shells fell on al-Mansoura, Kafr Nabuda and Qalaat al-Madiq.", "Hama"),
        (f"Homs city was calm. {'It rained again. ' * 20} Shells fell in the village of Khalidiyah.", "Homs"),
    ],
)
def test_of_namesakes_the_one_whose_governorate_is_named_nearest(text, admin):
    assert found(text)[-1][1] == admin


@pytest.mark.parametrize(
    ("text", "countries"),
    [("in Tripoli in Libya", {"Tripoli", "Libya"}), ("in Georgia", {"Georgia"}), ("in Qatar", {"Qatar"})],
)
def test_a_country_goes_before_its_namesakes(text, countries):
    assert {name for name, _ in found(text)} <= countries


@pytest.mark.parametrize(
    "text",
    [
        "Ankara-backed fighters",
        "the Istanbul-based group",
        "the Islamic State group",
        "in March and on Friday",
        "in Ramadan",
        "in Arabic",
        "Kevin Nawa said",
        "the homs and hamas of this world",
        "by two dozen of them in all",
        "HE WAS IN TALKS TO INCREASE AID",
        "in the Western Front",
        "Jordan said",
        "Nasrin Base fell",
        "northern Syria army units",
        "by the Nasrin Front",
        "at Mohammed's",
    ],
)
def test_what_is_no_place(text):
    assert found(text) == []


def test_a_small_town_of_a_country_that_nothing_speaks_of_is_none():
    assert found("Homs and Hama were calm, Ubari said.") == [("Homs", "Homs"), ("Hama", "Hama")]
    assert found("Homs was calm, and in the town of Ubari too.") == [("Homs", "Homs"), ("Ubari", None)]
    assert found("in Awbari in Libya") == [("Ubari", "Wadi al Hayat")]


@pytest.mark.skipif(not GOLD.exists(), reason="the gold readings beside the project are absent")
def test_the_governorates_of_real_articles_are_right():
    lines = (GOLD / "fakes_articles.jsonl").read_text(encoding="utf-8").splitlines()
    read = {row["id"]: found(row["text"]) for row in map(json.loads, lines)}
    rows = [json.loads(line) for line in (GOLD / "fakes_claims.jsonl").read_text(encoding="utf-8").splitlines()]
    asked = [row for row in rows if row.get("part", "text") == "text" and row["place"] and row["place"].get("admin1")]
    admins = {admin for one, _ in gazetteer(LEXICON).known.values() if (admin := one.place.admin)}
    known = [row for row in asked if row["place"]["admin1"] in admins]
    right = [row for row in known if row["place"]["admin1"] in {admin for _, admin in read[row["article"]]}]
    assert len(right) >= 0.97 * len(known) > 0

"""Names of actors and sources, kinds of events and victims, in sentences of the kind that news is made of."""

import itertools
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.mentions import Names
from claimrec.reading.names import find_names
from claimrec.reading.tokens import tokenize

LEXICON = load_lexicon()
GOLD = Path(__file__).parents[2] / "shared" / "gold"


def names(text: str) -> Names:
    return find_names(tokenize(text), text, LEXICON)


def actors(text: str) -> list[tuple[str, str]]:
    return [(mention.words, mention.actor) for mention in names(text).actors]


def covered(text: str, mentions) -> list[str]:
    tokens = tokenize(text)
    return [text[tokens.starts[one.first] : tokens.ends[one.end - 1]] for one in mentions]


WORDS = (
    "Homs Idlib Syrian Russian al - Nusra Front Daesh rebels in of , the town near Kafr Ruma IS US strike forces 27 's"
    " Aleppo Media Center Liwa Brigade soldiers “ ( ) and Northern countryside"
)
texts = st.lists(st.sampled_from(WORDS.split()), max_size=40).map(" ".join)


@given(texts)
def test_mentions_of_one_kind_stand_in_order_and_never_overlap(text):
    found, length = names(text), len(tokenize(text))
    for mentions in (found.actors, found.places, found.sources, found.events, found.victims):
        edges = [edge for one in mentions for edge in (one.first, one.end)]
        assert edges == sorted(edges)
        assert all(one.first < one.end <= length for one in mentions)


@given(texts)
def test_places_never_overlap_the_names_that_win_over_them(text):
    found = names(text)
    taken = {place for one in (*found.actors, *found.sources) for place in range(one.first, one.end)}
    assert not taken & {one.first for one in found.places if one.first == one.end - 1}


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text):
    assert names(text) == names(text)


def test_nothing_is_found_in_nothing():
    assert names("") == Names()


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Jabhat al-Nusra said so", "Al-Nusra Front"),
        ("the al Nusra Front said so", "Al-Nusra Front"),
        ("fighters of Nusra said so", "Al-Nusra Front"),
        ("Hay'at Tahrir al-Sham attacked", "Hayat Tahrir al-Sham (HTS)"),
        ("Daesh’s fighters", "Islamic State (ISIS)"),
        ("Daeshs fighters", "Islamic State (ISIS)"),
        ("an IS attack", "Islamic State (ISIS)"),
        ("the so-called Islamic State", "Islamic State (ISIS)"),
        ("regime forces shelled Homs", "Syrian government forces"),
        ("The Assad regime bombed", "Syrian government forces"),
        ("the U.S.-led coalition struck", "US-led coalition"),
        ("the US-led international coalition struck", "US-led coalition"),
        ("pro-Iranian militias fired", "Iran-backed militias"),
        ("Boko Haram gunmen", "Boko Haram"),
        ("al-Shabab militants", "Al-Shabaab"),
        ("the Kurdistan Workers' Party", "Kurdistan Workers' Party (PKK)"),
        ("FMLN GUERRILLAS KILLED TWO SOLDIERS", "Farabundo Marti National Liberation Front (FMLN)"),
    ],
)
def test_a_name_in_its_many_spellings(text, actor):
    assert actor in [name for _, name in actors(text)]


@pytest.mark.parametrize(
    "text",
    [
        "this is a tip for us",
        "THIS IS A TIP FOR US",
        "terrorists and militants and gunmen attacked",
        "Syrian civilians and Israeli cities and Turkish television",
        "a pro-Turkish mayor",
        "the anti-Israeli march",
        "Turkish-brokered talks",
        "a truce backed by Russia",
        "in southern Syria killed rivals met",
    ],
)
def test_what_names_no_actor(text):
    assert actors(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("an Israeli air strike", ["Israeli armed forces"]),
        ("Turkish soldiers", ["Turkish armed forces"]),
        ("Turkey's drones", ["Turkish armed forces"]),
        ("Syrian government shelling", ["Syrian government forces"]),
        ("Russian and Syrian warplanes", ["Russian armed forces", "Syrian government forces"]),
        ("rebel fire on Homs", ["Armed opposition factions"]),
        ("rebel fighters in Homs", ["Armed opposition factions"]),
        ("Iranian fighters", []),
        ("Kenyan troops", ["Kenyan armed forces"]),
        ("US, British and French jets", ["US armed forces", "British armed forces", "French armed forces"]),
    ],
)
def test_an_adjective_before_forces_arms_or_deeds(text, expected):
    found = {name for _, name in actors(text)}
    wholes = {whole for name in found for whole in LEXICON.groups.wholes(name)} | found
    assert set(expected) <= wholes if expected else not found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israel bombed a depot", ["Israeli armed forces"]),
        ("It blamed Ankara for the raid", ["Turkish armed forces"]),
        ("hit by Russia", ["Russian armed forces"]),
        ("Turkey said so", []),
        ("in Russia attacked", []),
    ],
)
def test_a_state_or_its_capital_as_doer(text, expected):
    assert [name for _, name in actors(text)] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A unit of the Sayf al-Bahr Brigade fired", "Sayf al-Bahr Brigade"),
        ("fighters of Liwa al-Asifa fell", "Liwa al-Asifa"),
        ("fighters of Jaish Asifa bin 27", "Jaish Asifa"),
        ("members of the Green Valley Front", "Green Valley Front"),
    ],
)
def test_a_group_that_no_list_has_is_named_by_its_own_words(text, words):
    assert actors(text) == [(words, words)]


@pytest.mark.parametrize("text", ["the National Army", "the front moved", "the Security Division", "BRIGADE OF RIVERS"])
def test_words_for_units_alone_name_no_group(text):
    assert all(name in LEXICON.groups.actors for _, name in actors(text))


def test_a_name_written_small_means_the_actor_only_at_home():
    assert [name for _, name in actors("Near Homs, rebels fired.")] == ["Armed opposition factions"]
    assert actors("Rebels fired.") == []
    assert actors("Near Bogota in Colombia, rebels fired.") == []


def test_organisations_named_after_places_are_no_places():
    found = names("The Aleppo Media Center and the Deir ez-Zor Military Council said so.")
    assert found.places == ()
    assert [one.source for one in found.sources] == ["Aleppo Media Center"]
    assert [one.actor for one in found.actors] == ["Deir ez-Zor Military Council"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("the Britain-based Syrian Observatory for Human Rights said", "SOHR"),
        ("Rami Abdulrahman said", "SOHR"),
        ("according to state news agency SANA", "SANA"),
        ("Amaq news agency", "Aamaq"),
        ("the Russian Defense Ministry", "Russian Defence Ministry"),
        ("MSF said", "Doctors Without Borders (MSF)"),
        ("the AFP correspondent", "AFP"),
    ],
)
def test_a_source_in_its_many_spellings(text, source):
    assert source in [one.source for one in names(text).sources]


def test_a_ministry_speaks_but_its_shelling_is_a_deed():
    assert [one.source for one in names("the Syrian government said").sources] == ["Syrian government"]
    found = names("Syrian government shelling")
    assert (found.sources, [one.actor for one in found.actors]) == ((), ["Syrian government forces"])


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("an air-strike", "air strike"),
        ("warplanes dropped", "air strike"),
        ("mortar shells landed", "shelling"),
        ("a suicide car bomb", "suicide bombing"),
        ("an explosive-laden truck", "car bombing"),
        ("a land mine", "bombing"),
        ("heavy clashes", "armed clash"),
        ("hit-and-run attacks", "ambush"),
        ("AN ARMED ATTACK", "attack"),
    ],
)
def test_the_longest_word_for_an_event(text, event):
    assert [one.event for one in names(text).events] == [event]


@pytest.mark.parametrize(
    ("text", "words", "group", "plural", "combatant"),
    [
        ("three soldiers died", "soldiers", "military personnel", True, True),
        ("a police officer died", "police officer", "police", False, False),
        ("two suicide bombers", "suicide bombers", "suicide bombers", True, True),
        ("women and children", "women and children", "women and children", True, False),
        ("a nurse", "nurse", "medical staff", False, False),
        ("regime troops", "troops", "military personnel", True, True),
    ],
)
def test_a_noun_of_people(text, words, group, plural, combatant):
    [found] = names(text).victims
    assert covered(text, [found]) == [words]
    assert (found.group, found.plural, found.combatant) == (group, plural, combatant)


@pytest.mark.skipif(not GOLD.exists(), reason="the gold readings beside the project are absent")
def test_the_places_and_perpetrators_of_real_articles_are_found():
    articles = {
        row["id"]: row["text"]
        for row in map(json.loads, (GOLD / "fakes_articles.jsonl").read_text("utf-8").splitlines())
    }
    rows = [json.loads(line) for line in (GOLD / "fakes_claims.jsonl").read_text("utf-8").splitlines()]
    read = {name: names(text) for name, text in articles.items()}
    asked = [row for row in rows if row.get("part", "text") == "text" and row["perpetrator"] in LEXICON.groups.actors]
    found = [row for row in asked if row["perpetrator"] in {one.actor for one in read[row["article"]].actors}]
    assert len(found) >= 0.95 * len(asked) > 0


@pytest.mark.parametrize(
    "unit", ["in Abc ", "town of Kafr ", "Syrian and ", "Homs, Hama in Idlib ", "al-Salihiyah ", "Jaish ", "A-", "IS "]
)
def test_the_steps_grow_with_the_length_of_hostile_text(unit):
    def steps(times: int) -> int:
        """Calls of functions, which the load of the machine does not change."""
        text, taken = unit * times, itertools.count()
        tokens = tokenize(text)
        sys.setprofile(lambda *_: next(taken))
        try:
            find_names(tokens, text, LEXICON)
        finally:
            sys.setprofile(None)
        return next(taken)

    steps(200)  # what the lexicon makes at its first use
    assert steps(4000) < 12 * steps(400)

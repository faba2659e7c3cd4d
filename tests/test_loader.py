"""The loader: what a pack may not be is refused with a message that names pack, file and entry."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.errors import ClaimrecError, LexiconError
from claimrec.lexicon.entries import ActorEntry, ConventionsEntry, SourceEntry, WordsEntry
from claimrec.lexicon.loader import DEFAULT_PACKS, load_lexicon
from claimrec.lexicon.packs import KINDS
from claimrec.records.source import Source
from claimrec.values.count import Count


@pytest.fixture
def pack(tmp_path):
    """Writes a pack of files and gives its folder back; each has a name of its own, as loaded packs are kept."""

    def written(name="mine", **files):
        folder = tmp_path / name
        folder.mkdir()
        for kind, content in files.items():
            data = content if isinstance(content, bytes) else content.encode()
            (folder / f"{kind}.toml").write_bytes(data)
        return folder

    return written


LISTS = "[x]\nwords = {}"
PLACE = '[x]\nkind = "town"\n'


def conventions(**written):
    """A table of conventions, whole but for what a test writes in it."""
    usual = {
        "name": '"mine"',
        "about_percent": 10,
        "about_least": 1,
        "nearly_percent": 80,
        "vague": "{}",
        "slack": "{}",
    }
    return "[x]\n" + "".join(f"{key} = {value}\n" for key, value in (usual | written).items())


@pytest.mark.parametrize(
    ("kind", "content", "message"),
    [
        ("speech", "x = 5", "'x': expected a table, not 5"),
        ("speech", 'x = "said"', "'x': expected a table, not 'said'"),
        ("speech", '[[x]]\nwords = ["said"]', "'x': expected a table, not [{'words': ['said']}]"),
        ("speech", "[x]", "'x': required field missing @ $.words"),
        ("speech", LISTS.format('"said"'), "'x': expected a list, not 'said' @ $.words"),
        ("speech", LISTS.format("{a = 1}"), "'x': expected a list, not {'a': 1} @ $.words"),
        ("speech", LISTS.format('["said", 5]'), "'x': expected str, not 5 @ $.words[1]"),
        ("speech", LISTS.format("[]\nverbs = []"), "'x': extra fields found (verbs) @ $"),
        ("actors", '["The X"]\nadjectivs = []', "'The X': extra fields found (adjectivs) @ $"),
        ("actors", "[x]\nkind = 5", "'x': "),
        ("actors", "[x]\nmemberships = [{}]", "'x': required field missing @ $.memberships[0].parent"),
        ("actors", '[x]\nmemberships = ["y"]', "'x': "),
        (
            "actors",
            '[x]\nmemberships = [{parent = "y", since = "2020-01-01"}]',
            "'x': expected date, not '2020-01-01' @ $.memberships[0].since",
        ),
        (
            "actors",
            '[x]\nmemberships = [{parent = "y", until = 2020-01-01T00:00:00}]',
            "'x': expected date, not datetime.datetime(2020, 1, 1, 0, 0) @ $.memberships[0].until",
        ),
        ("victims", "[x]\ncombatant = 1", "'x': expected bool, not 1 @ $.combatant"),
        ("places", PLACE + 'lat = "35"', "'x': expected float, not '35' @ $.lat"),
        ("places", PLACE + "lat = true", "'x': expected float, not True @ $.lat"),
        ("places", PLACE + "label = 5", "'x': expected str, not 5 @ $.label"),
        ("times", '[x]\nrole = "day"\nwords = []\ndays = [1]', "'x': invalid value @ $.days"),
        ("times", '[x]\nrole = "day"\nwords = []\nnumber = 1.0', "'x': expected int, not 1.0 @ $.number"),
        (
            "times",
            '[x]\nrole = "day"\nhours = 1.5\nfew = "2"',
            "'x': required field missing @ $.words; expected int, not 1.5 @ $.hours; expected int, not '2' @ $.few",
        ),
        ("conventions", conventions(vague="5"), "'x': expected a mapping @ $"),
        ("conventions", conventions(vague="{few = 3}"), "'x': few: expected [lowest] or [lowest, highest], not 3"),
        ("conventions", conventions(vague="{few = []}"), "'x': few: expected [lowest] or [lowest, highest], not []"),
        ("conventions", conventions(vague="{few = [5, 3]}"), "'x': a count cannot run from 5 down to 3"),
        ("conventions", conventions(vague="{few = [1.5]}"), "'x': a count is made of whole people, not 1.5"),
        ("conventions", conventions(about_percent=101), "'x': expected a percentage from 0 to 100, not 101"),
        ("conventions", conventions(nearly_percent=-1), "'x': expected a percentage from 0 to 100, not -1"),
        ("conventions", conventions(about_least=-1), "'x': expected whole people, not -1"),
        ("conventions", conventions(slack="5"), "'x': expected a table, not 5 @ $.slack"),
        ("conventions", conventions(slack="{about = {low = 1}}"), "'x': extra fields found (low) @ $.slack['about']"),
        (
            "conventions",
            conventions(slack="{about = {high_percent = 1.5}}"),
            "'x': expected int, not 1.5 @ $.slack['about'].high_percent",
        ),
        (
            "conventions",
            conventions(slack="{about = {high_percent = 90}}"),
            "'x': slack runs from at most 100 percent to at least 100, not from 100 to 90 @ $.slack['about']",
        ),
        (
            "conventions",
            conventions(slack="{fewer_than = {high_step = -1}}"),
            "'x': steps of slack are whole people, not 0 and -1 @ $.slack['fewer_than']",
        ),
    ],
)
def test_a_wrong_entry_is_named_with_its_pack_and_file(pack, kind, content, message):
    folder = pack(**{kind: content})
    with pytest.raises(LexiconError) as raised:
        load_lexicon(folder)
    assert str(raised.value).startswith(f"pack {folder}, {kind}.toml, {message}")


@pytest.mark.parametrize(
    ("kind", "content", "words"),
    [
        ("actors", '[x]\nkind = "army"', "'state', 'group', 'alliance', 'side'"),
        ("victims", "[x]\nsingular = [[]]", "expected str, not []"),
        ("places", '[x]\nkind = "hamlet"', "'town', 'village'"),
        ("sources", '[x]\nkind = "rumour"', "'media', 'monitor'"),
        ("hedges", '[x]\nhedge = "sort of"', "'at_least', 'more_than'"),
        ("numbers", '[x]\nrole = "digit"\nwords = []', "'cardinal', 'scale'"),
        ("effects", '[x]\neffect = "hurt"', "'killed', 'wounded'"),
        ("conventions", conventions(slack="{loosely = {}}"), "'at_least', 'more_than'"),
    ],
)
def test_a_word_out_of_a_closed_list_is_refused_with_the_list(pack, kind, content, words):
    folder = pack(**{kind: content})
    with pytest.raises(LexiconError, match=rf"{kind}\.toml, 'x': .*{re.escape(words)}"):
        load_lexicon(folder)


@pytest.mark.parametrize(
    ("content", "because"),
    [
        ("[x", "Expected ']' at the end of a table declaration"),
        ("[x]\n[x]", "Cannot declare ('x',) twice"),
        ("words", "Expected '=' after a key"),
        ("\ufeff[x]", "Invalid statement (at line 1, column 1)"),
        (b'[x]\nwords = ["caf\xe9"]', "'utf-8' codec can't decode byte 0xe9 in position 17"),
        ("[x]\nwords = []".encode("utf-16"), "'utf-8' codec can't decode byte 0xff in position 0"),
    ],
)
def test_a_file_that_is_no_toml_is_named_with_its_pack(pack, content, because):
    folder = pack(grammar=content)
    with pytest.raises(LexiconError) as raised:
        load_lexicon(folder)
    assert str(raised.value).startswith(f"pack {folder}, grammar.toml: {because}")


def test_a_file_that_cannot_be_opened_is_named_with_its_pack(pack):
    folder, linked = pack("folder"), pack("linked")
    (folder / "grammar.toml").mkdir()
    (linked / "grammar.toml").symlink_to(linked / "nowhere")
    for wrong in (folder, linked):
        with pytest.raises(LexiconError, match=f"^pack {re.escape(str(wrong))}, grammar.toml: "):
            load_lexicon(wrong)


@given(content=st.binary(max_size=40) | st.text(st.sampled_from('x=[]{}"\n.,1ae#')).map(str.encode))
def test_any_file_is_a_pack_or_a_lexicon_error(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("pack")
    (folder / "grammar.toml").write_bytes(content)
    try:
        entries = load_lexicon(folder).entries["grammar"]
    except LexiconError as error:
        message = str(error)  # either answer is right
        assert message.startswith(f"pack {folder}, grammar.toml")
    else:
        assert all(type(entry) is WordsEntry for entry in entries.values())


def test_a_kind_of_words_that_nobody_reads_is_refused(pack):
    folder = pack(swearwords="")
    with pytest.raises(LexiconError) as raised:
        load_lexicon(folder)
    message = str(raised.value)
    assert message.startswith(f"pack {folder}, swearwords.toml: no such kind of words; expected one of actors.toml, ")
    assert all(kind in message for kind in KINDS)


def test_a_pack_that_does_not_exist_is_refused(tmp_path):
    for missing in ("atlantis", tmp_path / "atlantis"):
        with pytest.raises(LexiconError) as raised:
            load_lexicon(missing)
        assert str(raised.value) == (
            f"pack {str(missing)!r}: no such pack; expected a shipped one or a folder of word files"
        )


def test_other_files_of_a_folder_are_left_alone(pack):
    folder = pack(speech=LISTS.format('["said"]'))
    (folder / "README.md").write_text("Not TOML.")
    assert load_lexicon(folder).words("speech", "x") == ("said",)


def test_a_later_pack_replaces_entries_of_one_kind_and_name(pack):
    first = pack("first", speech='[verbs]\nwords = ["said"]\n[nouns]\nwords = ["report"]', levels=LISTS.format("[]"))
    later = pack("later", speech='[verbs]\nwords = ["told"]', sources='[verbs]\nkind = "media"')
    lexicon = load_lexicon(first, later)
    assert lexicon.words("speech", "verbs") == ("told",)
    assert lexicon.words("speech", "nouns") == ("report",)
    assert lexicon.of(SourceEntry) == {"verbs": SourceEntry("media")}
    assert load_lexicon(later, first).words("speech", "verbs") == ("said",)
    assert lexicon.packs == (str(first), str(later))


def test_a_list_that_no_pack_has_is_named_with_the_packs(pack):
    one, other = pack("one", speech=LISTS.format("[]")), pack("other")
    with pytest.raises(LexiconError) as raised:
        load_lexicon(one, other).words("speech", "verbs")
    assert str(raised.value) == f"packs {one}, {other}: no list 'verbs' in speech.toml"


@pytest.mark.parametrize(
    ("actors", "victims", "because"),
    [
        ('[A]\nmemberships = [{parent = "B"}]', "", "'A' belongs to 'B', which is not in the tree"),
        ('[A]\nmemberships = [{parent = "A"}]', "", "'A' belongs to itself"),
        ("[A]", "[A]", "two actors are named 'A'"),
        ("", '[a]\npart_of = ["b"]\n[b]\npart_of = ["a"]', "'a' belongs to itself"),
    ],
)
def test_a_tree_that_does_not_stand_is_named_with_the_packs(pack, actors, victims, because):
    folder = pack(actors=actors, victims=victims)
    with pytest.raises(LexiconError) as raised:
        _ = load_lexicon(folder).groups
    assert str(raised.value) == f"packs {folder}, actors.toml and victims.toml: {because}"


def test_what_is_written_is_what_is_read(pack):
    lexicon = load_lexicon(
        pack(
            actors='[A]\nkind = "alliance"\n[B]\naliases = ["Bees"]\n'
            'memberships = [{parent = "A", since = 2020-01-01, until = 2021-01-01}]',
            victims='[people]\n[children]\nplural = ["children"]\npart_of = ["people"]',
            sources='[Daily]\nkind = "media"\naliases = ["The Daily"]\naffiliation = "A"',
            places=PLACE + "lat = 35\nlon = 36.5",
            conventions=conventions(vague="{few = [2], dozens = [12, 99]}"),
        )
    )
    assert lexicon.groups.relation("B", "A", date(2020, 6, 1)) == "part"
    assert lexicon.groups.relation("B", "A", date(2022, 6, 1)) == "other"
    assert lexicon.groups.relation("people", "children") == "whole"
    assert lexicon.groups.actors["B"].aliases == ("Bees",)
    assert lexicon.sources == {"Daily": Source("Daily", "media", ("The Daily",), "A")}
    assert (lexicon.entries["places"]["x"].lat, lexicon.entries["places"]["x"].lon) == (35.0, 36.5)
    assert lexicon.of(ConventionsEntry)["x"].vague == {"few": Count.at_least(2), "dozens": Count(12, 99)}


def test_without_a_name_the_default_packs_are_loaded_once():
    assert load_lexicon().packs == DEFAULT_PACKS
    assert load_lexicon() is load_lexicon(*DEFAULT_PACKS)


def test_a_lexicon_has_entries_of_every_kind(pack):
    entries = load_lexicon(pack(actors="[A]")).entries
    assert (list(entries), len(entries)) == (list(KINDS), len(KINDS))
    assert [kind for kind in entries if entries[kind]] == ["actors"]


def test_a_lexicon_is_frozen_all_the_way(pack):
    lexicon = load_lexicon(pack(actors="[A]", conventions=conventions(vague="{few = [2]}")))
    table = lexicon.of(ConventionsEntry)["x"]
    for mapping in (lexicon.entries, lexicon.entries["actors"], table.vague, table.slack):
        with pytest.raises(TypeError):
            mapping["B"] = ActorEntry()
    with pytest.raises(AttributeError):
        lexicon.packs = ()


def test_the_order_of_a_file_does_not_matter(pack):
    one, other = pack("one", actors="[A]\n[B]"), pack("other", actors="[B]\n[A]")
    assert list(load_lexicon(one).entries["actors"]) == list(load_lexicon(other).entries["actors"]) == ["A", "B"]


def test_a_lexicon_error_is_a_value_error_of_claimrec():
    assert issubclass(LexiconError, ClaimrecError)
    assert issubclass(LexiconError, ValueError)

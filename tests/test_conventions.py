"""What loose words are worth stands in one table, which a pack can replace."""

import pytest

from claimrec.errors import LexiconError
from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.counts import read_count


def test_conventions_are_one_table_that_a_pack_replaces(tmp_path):
    words = ("plural", "couple", "trio", "handful", "tens", "scores", "hundreds", "thousands", "millions", "billions")
    table = '[counts]\nname = "wide"\nabout_percent = 50\nabout_least = 1\nnearly_percent = 50\nslack = {}\n[counts.vague]\n'
    table += "dozens = [7]\n" + "".join(f"{word} = [3]\n" for word in words)
    (tmp_path / "conventions.toml").write_text(table, encoding="utf-8")
    wide = load_lexicon("common", tmp_path)
    assert [str(read_count(text, wide).count) for text in ("about 20", "nearly 20", "dozens", "several")] == [
        "10 to 30",
        "10 to 20",
        "at least 7",
        "at least 3",
    ]


@pytest.mark.parametrize(
    ("vague", "message"),
    [
        ("dozens = [12]", "conventions know no billions, couple"),
        ("dozens = 12", "dozens: expected"),
        ("dozens = []", "dozens"),
    ],
)
def test_a_table_that_is_not_whole_is_refused(tmp_path, vague, message):
    head = (
        '[counts]\nname = "x"\nabout_percent = 10\nabout_least = 1\nnearly_percent = 80\nslack = {}\n[counts.vague]\n'
    )
    (tmp_path / "conventions.toml").write_text(head + vague, encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        read_count("20", load_lexicon("common", tmp_path))


def test_a_pack_that_brings_no_words_for_reading_is_refused(tmp_path):
    with pytest.raises(LexiconError, match=r"in measures\.toml|in conventions\.toml|no times\.toml"):
        read_count("20", load_lexicon(tmp_path))

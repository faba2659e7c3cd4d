"""What loose words are worth stands in one table, which a pack can replace."""

from importlib import resources
from pathlib import Path

import pytest

from claimrec.errors import LexiconError
from claimrec.judging.judge import judge
from claimrec.lexicon.loader import load_lexicon
from claimrec.matching.incidents import Incident
from claimrec.reading.claims import read_claims
from claimrec.reading.counts import read_count
from claimrec.records.article import Article


def test_conventions_are_one_table_that_a_pack_replaces(tmp_path):
    units = ("tens", "scores", "hundreds", "thousands", "lakhs", "millions", "crores", "billions")
    words = ("plural", "couple", "trio", "handful", *units)
    table = '[counts]\nname = "wide"\nabout_percent = 50\nabout_least = 1\nnearly_percent = 50\nslack = {}\n'
    table += "[counts.vague]\ndozens = [7]\n" + "".join(f"{word} = [3]\n" for word in words)
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


def test_a_bare_plural_is_worth_what_the_table_says(tmp_path):
    common = Path(resources.files("claimrec.lexicon") / "common" / "conventions.toml").read_text(encoding="utf-8")
    (tmp_path / "conventions.toml").write_text(common.replace("plural = [2]", "plural = [3, 10]"), encoding="utf-8")
    words = load_lexicon("common", tmp_path)
    text = "Soldiers were killed in Homs on Monday. Many of the 40 wounded civilians were women."
    claims = read_claims(Article("a1", text, publisher="Agency A"), lexicon=words)
    assert {str(toll.count) for claim in claims for toll in claim.tolls if toll.hedge == "vague"} == {"3 to 10"}


@pytest.mark.parametrize(("pack", "contradicted"), [("common", True), ("acled", True), ("strict", False)])
def test_a_conflict_that_needs_the_narrower_reading_is_none_under_strict_conventions(pack, contradicted):
    words = load_lexicon("common", "syria", pack)
    texts = ("About 20 soldiers were killed in Idlib on Monday.", "31 soldiers were killed in Idlib on Monday.")
    articles = (Article(f"a{i}", text, publisher=f"Agency {i}") for i, text in enumerate(texts))
    claims = [claim for article in articles for claim in read_claims(article, lexicon=words)]
    (judgement,) = judge([Incident("i", "incident", tuple(claims))], lexicon=words)
    assert any(conflict.kind == "count" for conflict in judgement.conflicts) is contradicted

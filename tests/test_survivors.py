"""Who was shot: wounded, dead or either, as the rest of the article tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.reading.claims import read_claims
from claimrec.records.article import Article


def tolls(text):
    """Effect and count of each toll of an article."""
    return [f"{toll.effect} {toll.count}" for claim in read_claims(Article("a", text)) for toll in claim.tolls]


@given(st.integers(2, 40), st.integers(2, 40))
def test_those_shot_are_counted_once(shot, dead):
    told = tolls(f"{shot} men were shot in the market on Friday. {dead} men died in the hospital of the town.")
    both = [] if shot <= dead else [f"killed_or_wounded {shot}"]
    assert told == [*both, f"killed {dead}"]


CASES = {
    "A man was shot in the street on Friday. He died at the hospital.": ["killed 1"],
    "A man was shot in the street on Friday. He is a teacher.": ["wounded 1"],
    "A man was shot in the street on Friday. Later he died at the hospital.": ["killed 1"],
    "A man was killed in the street on Friday. Five others were shot.": ["killed 1", "wounded 5"],
    "A man was rushed to the Valley Hospital, where he died.": ["killed 1"],
    "A man was killed in the street on Friday. His brother was also shot.": ["killed 1", "wounded 1"],
    "A man died on Friday after he was shot in the street.": ["killed 1"],
    "Two men were shot in the street on Friday. One was shot in the leg. A woman was killed.": [
        "killed_or_wounded 2", "wounded 1", "killed 1",
    ],
    "A man was shot and is in critical condition. A woman was killed in the street.": ["wounded 1", "killed 1"],
    "Nine men, including two guards, were shot in the street. Nine of the men died later in hospital.": ["killed 9"],
    "The police arrested a man and said that a girl was shot on Friday. The girl died.": ["captured 1", "killed 1"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_an_article_gives_these_tolls(text, expected):
    assert tolls(text) == expected

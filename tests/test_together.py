"""People by age and sex, and single persons, whom one deed befell: they are summed, each a part of the sum."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_tolls import tolls

from claimrec.lexicon.loader import load_lexicon

LEXICON = load_lexicon()
KINDS = ("men", "women", "children", "boys", "girls", "relatives")


@given(
    st.lists(st.tuples(st.integers(2, 40), st.sampled_from(KINDS)), min_size=2, max_size=4),
    st.sampled_from(["{} were killed.", "A shell killed {}.", "The raid caused the deaths of {}."]),
)
def test_those_told_by_age_and_sex_are_as_many_as_their_sum(listed, form):
    words = [f"{number} {kind}" for number, kind in listed]
    text = form.format(", ".join(words[:-1]) + " and " + words[-1])
    assert tolls(text) == [f"killed {sum(n for n, _ in listed)}", *(f">killed {n}" for n, _ in listed)]


TEXTS = {
    "A mother and her three children were killed.": ["killed 4", ">killed 1", ">killed 3"],
    "Gunmen killed a pastor, his wife and three of their children.": [
        "killed 5",
        ">killed 1",
        ">killed 1",
        ">killed 3",
    ],
    "The blast injured three men and an 11-year-old child.": ["wounded 4", ">wounded 3", ">wounded 1"],
    "A man and woman were shot dead.": ["killed 2", ">killed 1", ">killed 1"],
    "The bodies of a woman and her two daughters were found.": ["killed 3", ">killed 1", ">killed 2"],
    "At least three men and two women were killed.": ["killed at least 3", "killed at least 2"],
    "Two men and some children were killed.": ["killed 2", "killed at least 2"],
    "37 rebels and 12 soldiers were killed.": ["killed 37", "killed 12"],
    "The dead included two women and three children.": ["killed 2", "killed 3"],
    "Among the dead were four women and three children.": ["killed 4", "killed 3"],
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.items())
def test_sums(text, expected):
    assert tolls(text) == expected

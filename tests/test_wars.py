"""Totals over a war: since when they are counted, and who is not blamed for all of its dead."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article
from claimrec.values.window import Window

LEXICON = load_lexicon()
BEGAN, PUBLISHED = date(2011, 3, 1), date(2016, 9, 25)


def claim(text, published=PUBLISHED):
    return read_claims(Article("a1", text, "Harbour Wire", published), lexicon=LEXICON)[0]


@given(
    st.sampled_from(["war", "conflict", "uprising"]),
    st.sampled_from(["", " since 2011", ", which began in 2011,"]),
    st.integers(20_000, 500_000),
)
def test_the_dead_of_a_war_are_counted_since_it_began(noun, since, number):
    read = claim(f"More than {number} people have been killed in Syria's {noun}{since}, the monitor said.")
    assert read.when.window == Window(BEGAN, PUBLISHED)
    assert read.level == "cumulative"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("More than 300,000 people have been killed in Syria.", BEGAN),
        ("The five-year conflict in Syria has killed 280,000 people.", BEGAN),
        ("Syria's war has killed hundreds since the truce of August 2016.", date(2016, 8, 1)),
    ],
)
def test_a_time_of_its_own_stands(text, first):
    assert claim(text).when.window.first == first


def test_no_war_is_known_of_elsewhere_nor_before_it_began():
    assert claim("More than 300,000 people have been killed in Kenya's war.").when is None
    assert claim("More than 30,000 people were killed in Syria's war.", date(1982, 3, 1)).when is None
    assert claim("More than 30,000 people were killed in Syria's war.", None).when is None


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Syria's war has killed 230,000 people as rebels fight government forces.", None),
        ("Syrian army shelling has killed 20,000 people since the war began.", "Syrian government forces"),
    ],
)
def test_nobody_did_all_of_a_war_but_whoever_the_sentence_says_killed(text, doer):
    read = claim(text)
    assert (read.perpetrator.actor if read.perpetrator else None) == doer

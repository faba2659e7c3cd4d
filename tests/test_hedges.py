"""What loosens a number, before it or behind it."""

import pytest

from claimrec.errors import LexiconError
from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.hedges import postposed_hedge
from claimrec.reading.tokens import tokenize

LEXICON = load_lexicon("common")


def test_a_lexicon_needs_conventions(tmp_path):
    with pytest.raises(LexiconError, match=r"conventions\.toml"):
        postposed_hedge(tokenize("at least"), 0, load_lexicon(tmp_path))


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("20 civilians at least", 2, (4, "at_least")),
        ("20 people or more", 2, (4, "at_least")),
        ("20 people so far", 2, (4, "exact")),
        ("20 people or so", 2, (4, "about")),
        ("20 civilians at least 3 of them children", 2, None),
        ("20 civilians at home", 2, None),
        ("20 civilians", 2, None),
    ],
)
def test_a_hedge_behind_the_noun(text, place, found):
    assert postposed_hedge(tokenize(text), place, LEXICON) == found

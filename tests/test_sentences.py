"""Where sentences end, and which quotation they stand in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.sentences import LONGEST, is_wrapped, split_sentences
from claimrec.reading.tokens import tokenize

LEXICON = load_lexicon("common")


def sentences(text):
    tokens = tokenize(text)
    return [text[tokens.starts[s.first] : tokens.ends[s.end - 1]] for s in split_sentences(tokens, text, LEXICON)]


@given(st.text(max_size=200))
def test_every_token_stands_in_exactly_one_sentence(text):
    tokens = tokenize(text)
    places = [place for s in split_sentences(tokens, text, LEXICON) for place in range(s.first, s.end)]
    assert places == list(range(len(tokens)))


@given(st.text(max_size=200))
def test_tokens_leave_out_nothing_but_white_space(text):
    tokens = tokenize(text)
    assert "".join(tokens) == "".join(text.split())
    assert all(text[start:end] == word for word, start, end in zip(tokens, tokens.starts, tokens.ends, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One died. Two fled.", ["One died.", "Two fled."]),
        ("Gen. Amin spoke. He left.", ["Gen. Amin spoke.", "He left."]),
        ("The U.S. said so.", ["The U.S. said so."]),
        ("A. B. Amin spoke.", ["A. B. Amin spoke."]),
        ("Over weeks.Troops left.", ["Over weeks.", "Troops left."]),
        ('He left. "We lost two," she said.', ["He left.", '"We lost two," she said.']),
        ('"We lost two." He left.', ['"We lost two."', "He left."]),
        ("Headline without a stop\nThe text begins.", ["Headline without a stop", "The text begins."]),
        ("It cost 1.5 million. It ended.", ["It cost 1.5 million.", "It ended."]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("", []),
    ],
)
def test_a_sentence_ends_where_a_reader_would_stop(text, expected):
    assert sentences(text) == expected


def test_lines_cut_to_a_width_do_not_end_sentences():
    line = "the troops of the seventh brigade moved towards the river and its bridge in"
    text = "\n".join([line] * 4) + " the night."
    assert is_wrapped(text)
    assert len(sentences(text)) == 1


def test_a_quotation_over_two_sentences_is_one_quotation():
    text = 'He spoke. "We heard it. Two men died," he said. Then he left.'
    tokens = tokenize(text)
    assert [s.quoted for s in split_sentences(tokens, text, LEXICON)] == [0, 1, 1, 0]


@pytest.mark.parametrize("sign", ["", "“", "“We ", "\n"])
def test_a_run_without_stops_is_cut_so_that_no_sentence_is_longer(sign):
    tokens = tokenize(sign + "word " * (2 * LONGEST + 50) + "end. New.")
    found = split_sentences(tokens, sign + "word " * (2 * LONGEST + 50) + "end. New.", LEXICON)
    assert max(one.end - one.first for one in found) == LONGEST + 1
    assert [one.first for one in found[1:]] == [one.end for one in found[:-1]]
    assert {one.quoted for one in found[:3]} == {int("“" in sign)}

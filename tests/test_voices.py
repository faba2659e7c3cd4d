"""Who says it: speakers with and without a name, before and behind the verb, over sentences."""

from __future__ import annotations

from datetime import date

import pytest

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article

LEXICON = load_lexicon()


def claims(text, *, title=""):
    article = Article("a1", text, publisher="Agency A", published=date(2023, 2, 2), title=title)
    return read_claims(article, lexicon=LEXICON)


def voices(text, **field):
    return claims(text, **field)[-1].voices[1:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six soldiers were killed, said Karim Testov, director of the SANA news agency.", ("SANA",)),
        ("Six soldiers were killed, said Karim Testov, a doctor.", ("doctor",)),
        ("Six soldiers were killed, said a source at SANA.", ("SANA",)),
        ("Six soldiers were killed, he said.", ("he",)),
        ("SANA's deputy director said six soldiers were killed.", ("SANA",)),
        ("SANA news agency said six soldiers were killed.", ("SANA",)),
        ("A doctor at the hospital said six soldiers were killed.", ("doctor",)),
        ("The ministry, which backs the rebels, said six soldiers were killed.", ("ministry",)),
        ("The Harbour Wire reported six soldiers were killed.", ("Harbour Wire",)),
        ("According to a witness six soldiers were killed, adding that many fled.", ("witness",)),
        ("Citing SANA, six soldiers were killed.", ("SANA",)),
        ("Six soldiers were killed, quoting nobody.", ()),
        ("Six soldiers were killed. Nothing said so.", ()),
        ("A witness said a blast hit, adding that six soldiers were killed.", ("witness",)),
        ("Boko Haram said six soldiers were killed.", ("Boko Haram",)),
        ("Activists, 12 in all, said six soldiers were killed in Kharkiv.", ("Activists",)),
        ("A source with three long years in local news said six soldiers were killed.", ()),
        ("A local police source he knew said six soldiers were killed.", ()),
        ("FARC has said six soldiers were killed.", ("FARC",)),
        ("As was said before, six soldiers were killed near the police.", ()),
    ],
)
def test_who_speaks_in_a_sentence(text, expected):
    assert voices(text) == expected


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("Boko Haram attacked a village.", "The group said six soldiers were killed.", ("Boko Haram",)),
        ("The defence ministry said a strike hit.", "The ministry said six soldiers died.", ("defence ministry",)),
        ("The Lake Chad Violence Watch is in Kano.", "The watchdog said six soldiers died.", ("The watchdog",)),
        (
            "The Lake Chad Violence Watch is in Kano.",
            "A monitoring group said six soldiers died.",
            ("Lake Chad Violence Watch",),
        ),
    ],
)
def test_who_is_meant_by_a_word_that_points_back(before, text, expected):
    assert voices(f"{before} {text}") == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("18 killed in air raid: hospital", ("hospital",)),
        ("18 killed in air raid, SANA", ("SANA",)),
        ("18 killed in air raid on hospital", ()),
        ("18 killed in air raid.", ()),
        ("18 killed in air raid", ()),
    ],
)
def test_a_headline_names_the_speaker_last(title, expected):
    headline, *_ = claims("A market burned.", title=title)
    assert headline.voices[1:] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nairobi (Reuters) - Six soldiers were killed.", ("Reuters",)),
        ("Six soldiers were killed. Nobody knew more of it. (Reuters)", ("Reuters",)),
        ("Six soldiers were killed, a photographer with Reuters saw.", ()),
        (
            "Six soldiers were killed. "
            + "The road stayed closed. " * 9
            + "Reuters left. "
            + "The market burned. " * 4,
            (),
        ),
    ],
)
def test_a_wire_that_says_nothing_is_a_byline(text, expected):
    assert voices(text) == expected

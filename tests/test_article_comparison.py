"""The comparisons within an article: told apart or not, and how near."""

from datetime import date

import attrs
import pytest
from factory import claim
from valley import AYN_ZAYTUN, GOVERNORATE, LEXICON, MONDAY, TELL_HARUN, TUESDAY

from claimrec.matching.article import BREATH, article, passage, telling_of
from claimrec.matching.evidence import NOT_SAID
from claimrec.records.article import Quote
from claimrec.records.claim import Row

SENTENCE = "Guards were shot at."


def told(start=0, *, of="a1", field="text", **said):
    quote = Quote(of, start, start + len(SENTENCE), SENTENCE, field)
    return telling_of(attrs.evolve(claim(article=of, **said), quote=quote), LEXICON)


def row(line, *, of="a1", **said):
    return telling_of(attrs.evolve(claim(article=of, **said), quote=None, row=Row("raids.csv", line)), LEXICON)


HERE, THERE = {"day": MONDAY, "place": TELL_HARUN}, {"day": MONDAY, "place": AYN_ZAYTUN}


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        (told(**HERE), told(100, **HERE), "day and place alike"),
        (told(**HERE), told(100, day=MONDAY, place=GOVERNORATE), "day and place alike"),
        (told(**HERE), told(100, day=MONDAY), "day or place open"),
        (told(**HERE), told(100, place=TELL_HARUN), "day or place open"),
        (told(**HERE), told(100), "day and place open"),
        (told(), told(100), "day and place open"),
        (told(**HERE), told(100, **THERE), "told apart"),
        (told(**HERE), told(100, day=TUESDAY, place=TELL_HARUN), "told apart"),
        (told(**HERE), told(100, day=date(2023, 6, 8)), "told apart"),
        (told(**HERE), told(100, day=TUESDAY, relative=True, place=TELL_HARUN), "day and place alike"),
        (told(**HERE), told(of="a2", **HERE), "another article"),
        (row(2, **HERE), row(3, **HERE), "rows of one report"),
        (row(2, **HERE), row(3, of="a2", **HERE), "another article"),
    ],
)
def test_an_article_tells_incidents_apart(a, b, level):
    assert article.level(a, b).level == level


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        (told(**HERE), told(5, **HERE), "same sentence and scene"),
        (told(**HERE), told(5, **THERE), "same sentence"),
        (told(day=MONDAY), told(5, day=MONDAY), "same sentence"),
        (told(), told(5), "same sentence"),
        (told(), told(len(SENTENCE)), "same passage"),
        (told(), told(len(SENTENCE) + BREATH), "same passage"),
        (told(), told(len(SENTENCE) + BREATH + 1), "farther apart"),
        (told(), told(field="title"), NOT_SAID),
        (told(), told(of="a2"), NOT_SAID),
        (row(2), row(3), NOT_SAID),
    ],
)
def test_how_near_two_claims_stand(a, b, level):
    assert passage.level(a, b).level == level


def test_the_words_name_the_articles_and_the_distance():
    assert article.level(told(), told(100)).because == "both a1"
    assert article.level(told(), told(of="a2")).because == "a1 and a2"
    assert passage.level(told(), told(100)).because == "80 characters apart"
    assert passage.level(told(), told()).because == "one sentence"
    assert passage.level(told(), told(of="a2")).because == "not in one text"

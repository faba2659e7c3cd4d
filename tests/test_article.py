"""Articles and quotes: offsets are code points and cut out exactly the words."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.errors import ClaimrecError, QuoteError, RecordError
from claimrec.records.article import Article, Quote, day_of
from claimrec.records.source import Source
from claimrec.records.unread import Unread

texts = st.text(min_size=1) | st.text(st.sampled_from("ab \n👩‍👩‍👧🇸🇾é́ـًקא"), min_size=1)
"""Emoji of several code points, combining signs and right-to-left letters among them."""


@st.composite
def cuts(draw):
    """An article, and two offsets in its text that are not in one place."""
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return Article("a1", text), start, draw(st.integers(start + 1, len(text)))


@given(cuts())
def test_a_quote_is_what_stands_between_its_offsets(cut):
    article, start, end = cut
    quote = article.quote(start, end)
    assert article.text[:start] + quote.text + article.text[end:] == article.text
    assert (quote.article, quote.start, quote.end, quote.field) == ("a1", start, end, "text")
    assert quote.stands_in(article)
    assert eval(repr(quote)) == quote


@given(cuts(), texts)
def test_a_quote_of_the_text_is_none_of_the_title(cut, title):
    article, start, end = cut
    article = Article("a1", title, title=article.text)
    quote = article.quote(start, end, "title")
    assert quote.stands_in(article)
    assert quote.stands_in(Article("a1", "", title=article.title))
    assert Quote("a1", start, end, quote.text).stands_in(article) == (title[start:end] == quote.text)


@given(cuts(), st.text())
def test_whether_words_stand_in_an_article_is_answered_for_any_article(cut, other):
    article, start, end = cut
    quote = article.quote(start, end)
    assert quote.stands_in(Article("a1", other)) == (other[start:end] == quote.text)
    assert not quote.stands_in(Article("a2", article.text))


@given(texts, st.integers(-5, 100), st.integers(-5, 100))
def test_offsets_that_cut_nothing_out_of_the_text_are_refused(text, start, end):
    if 0 <= start < end <= len(text):
        return
    with pytest.raises(QuoteError, match=f"^article a1: {start} to {end} does not cut out "):
        Article("a1", text).quote(start, end)


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("💥 Two soldiers were killed.", 2, 14, "Two soldiers"),
        ("e\N{COMBINING ACUTE ACCENT}lite guards", 2, 6, "lite"),  # the sign is a code point of its own
        ("\N{LATIN SMALL LETTER E WITH ACUTE}lite guards", 1, 5, "lite"),
        ("👩\u200d👧 hurt", 0, 3, "👩\u200d👧"),
        ("مقتل 12 جنديا", 5, 7, "12"),
        ("line one\r\nline two", 8, 10, "\r\n"),
    ],
)
def test_offsets_count_code_points(text, start, end, words):
    assert Article("a1", text).quote(start, end).text == words


@pytest.mark.parametrize(
    ("start", "end", "text"), [(0, 3, "Tw"), (0, 3, "Twos"), (3, 3, ""), (4, 1, "Two"), (-3, 0, "Two"), (0, 0, "Two")]
)
def test_words_that_do_not_fit_their_offsets_are_refused(start, end, text):
    with pytest.raises(QuoteError) as raised:
        Quote("a1", start, end, text)
    assert str(raised.value) == f"article a1: {start} to {end} does not cut out {text!r}"


zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(), zones)
def test_a_time_with_its_zone_is_on_the_day_of_that_zone(time, zone):
    published = time.replace(tzinfo=zone)
    assert day_of(published) == time.date()
    assert type(day_of(published)) is date
    assert Article("a1", "", published=published).published == published


@given(st.datetimes())
def test_a_time_without_a_zone_is_refused(time):
    with pytest.raises(RecordError, match=f"^article a1: the time {time} needs its zone$"):
        Article("a1", "", published=time)


@given(st.none() | st.dates())
def test_a_day_is_its_own_day_and_none_stays_none(day):
    assert day_of(day) == day
    assert Article("a1", "", published=day).published == day


def test_one_moment_can_be_two_days():
    evening = datetime(2023, 2, 5, 23, 30, tzinfo=UTC)
    assert day_of(evening) == date(2023, 2, 5)
    assert day_of(evening.astimezone(timezone(timedelta(hours=3)))) == date(2023, 2, 6)


def test_an_article_needs_an_id_and_nothing_else_but_its_text():
    with pytest.raises(RecordError, match=r"^an article needs an id$"):
        Article("", "Two soldiers were killed.")
    article = Article("a1", "")
    assert (article.publisher, article.published, article.title, article.url) == (None, None, "", None)
    assert article.language is None


@pytest.mark.parametrize(
    ("unread", "where", "written"),
    [
        (Unread("not JSON", file="a.jsonl", line=3), "a.jsonl, line 3", "a.jsonl, line 3: not JSON"),
        (Unread("it is empty", file="a.txt"), "a.txt", "a.txt: it is empty"),
        (Unread("in German", article="a1"), "article a1", "article a1: in German"),
        (Unread("in German", file="a.jsonl", line=1, article="a1"), "a.jsonl, line 1", "a.jsonl, line 1: in German"),
    ],
)
def test_what_was_left_out_is_found_again(unread, where, written):
    assert (unread.where, str(unread)) == (where, written)


@pytest.mark.parametrize("nothing", [{}, {"line": 3}, {"file": ""}, {"file": "", "article": ""}])
def test_what_was_left_out_is_a_file_or_an_article(nothing):
    with pytest.raises(RecordError, match=r"^what was left out is a file or an article$"):
        Unread("no reason", **nothing)


def test_nobody_is_affiliated_unless_it_is_said():
    source = Source("Valley Observer", kind="media")
    assert (source.aliases, source.affiliation) == ((), None)


@pytest.mark.parametrize(
    "value", [Article("a1", "Two"), Quote("a1", 0, 3, "Two"), Source("A", kind="un"), Unread("empty", file="a.txt")]
)
def test_records_are_frozen_equal_by_value_and_built_again_by_their_repr(value):
    again = eval(repr(value))
    assert again == value
    assert hash(again) == hash(value)
    with pytest.raises(AttributeError):
        value.file = "b.txt"


@pytest.mark.parametrize("error", [QuoteError, RecordError])
def test_errors_of_records_are_value_errors_of_claimrec(error):
    assert issubclass(error, ClaimrecError)
    assert issubclass(error, ValueError)

"""Every time of a text, resolved against the day of publication."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.times import find_times
from claimrec.reading.tokens import tokenize
from claimrec.reading.told_times import ToldTime
from claimrec.records.claim import When

LEXICON = load_lexicon("common")
WEDNESDAY = date(2016, 7, 27)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
PAST = (
    "today", "this morning", "yesterday", "overnight", "last night", "the day before yesterday", "last week",
    "last month", "last year", "this week", "this month", "this year", "last Friday", "the past year",
    "the last two days", "recent weeks", "two days ago", "a week ago", "three months ago", "several days ago",
    "since March", "since 2011", "in the past 24 hours", "late last month", "the weekend", "last March",
    "a day earlier", "last weekend", "a decade ago",
)  # fmt: skip
published_days = st.dates(date(2013, 1, 1), date(2100, 1, 1))


def times(text, published=WEDNESDAY):
    tokens = tokenize(text)
    return [
        (text[tokens.starts[time.first] : tokens.ends[time.end - 1]], str(time.window), time.kind, time.relative)
        for time in find_times(tokens, LEXICON, published)
    ]


@given(published_days, st.sampled_from(PAST), st.sampled_from([str, str.upper, str.title]))
def test_what_is_past_does_not_end_after_publication(published, phrase, case):
    [time] = find_times(tokenize(case(f"shelling {phrase} .")), LEXICON, published)
    assert time.window.last <= published


@given(published_days, st.integers(0, 6))
def test_a_weekday_named_first_may_be_the_day_behind_publication(published, number):
    """News is dated in another time zone, or by its first version."""
    [time] = find_times(tokenize(f"shelling on {WEEKDAYS[number]} killed two"), LEXICON, published)
    assert time.window.days == 1
    assert time.window.first.weekday() == number
    assert -1 <= (published - time.window.first).days <= 5


@given(published_days, st.integers(0, 6))
def test_a_weekday_is_the_nearest_on_or_before_publication(published, number):
    [_, time] = find_times(tokenize(f"today's attack and that on {WEEKDAYS[number]} killed two"), LEXICON, published)
    assert time.window.days == 1
    assert time.window.first.weekday() == number
    assert 0 <= (published - time.window.first).days <= 6


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{d:02}.{n:02}.{y}", "{y}-{n:02}-{d:02}", "{m} {d} {y}"]),
)
def test_a_full_date_needs_no_publication_day(day, form):
    text = form.format(d=day.day, m=MONTHS[day.month - 1], n=day.month, y=day.year)
    [time] = find_times(tokenize(f"shelling on {text} killed two"), LEXICON, None)
    assert (time.window.first, time.window.last, time.relative, time.kind) == (day, day, False, "day")


@given(published_days, st.integers(1, 400))
def test_days_ago_are_counted_from_publication(published, amount):
    [time] = find_times(tokenize(f"fell {amount} days ago"), LEXICON, published)
    assert time.window.last == published - timedelta(days=amount)


@given(st.text(max_size=200), st.dates() | st.none())
def test_mentions_stand_in_order_and_apart(text, published):
    tokens = tokenize(text)
    mentions = find_times(tokens, LEXICON, published)
    places = [place for mention in mentions for place in (mention.first, mention.end)]
    assert places == sorted(places)
    assert all(mention.first < mention.end <= len(tokens) for mention in mentions)


STRUNG = (
    "since from between to and last the two days ago before after May 4 2015 Friday overnight into this year early "
    "late of week next months previous , - recent Published on March several a in 3 decade night weekend same"
)


@given(st.lists(st.sampled_from(STRUNG.split()), max_size=12), st.dates() | st.none())
def test_whatever_is_strung_together_is_read(words, published):
    tokens = tokenize(" ".join(words))
    assert all(mention.end <= len(tokens) for mention in find_times(tokens, LEXICON, published))


@given(st.sampled_from(PAST))
def test_what_hangs_on_publication_keeps_its_words_without_it(phrase):
    tokens = tokenize(f"shelling {phrase} .")
    [told], [known] = (find_times(tokens, LEXICON, day) for day in (None, date(2016, 7, 27)))
    assert (told.first, told.end, told.kind) == (known.first, known.end, known.kind)
    assert ToldTime(told.window, phrase).in_claim() == When(None, phrase)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("on Friday", "on Friday", True),
        ("on Friday", "on Saturday", False),
        ("on Friday", "this week", True),
        ("on Friday", "in December", False),
        ("on Friday", "on 4 July 2016", True),  # nobody knows
    ],
)
def test_times_of_a_text_without_a_day_still_tell_its_incidents_apart(one, other, same):
    tokens = tokenize(f"Shells fell {one} . Shells fell {other} .")
    first, last = (ToldTime(time.window) for time in find_times(tokens, LEXICON, None))
    assert (first.can_be(last), last.can_be(first)) == (same, same)


def test_a_known_day_goes_before_one_that_nobody_knows():
    friday, dated = (ToldTime(time.window) for time in find_times(tokenize("on Friday , in July 2016"), LEXICON, None))
    assert dated.is_closer_than(friday)
    assert not friday.is_closer_than(dated)


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("on Wednesday", "2016-07-27"),
        ("Friday night", "2016-07-22"),
        ("Saturday's attack", "2016-07-23"),
        ("Tuesdays attack", "2016-07-26"),
        ("last Wednesday", "2016-07-20"),
        ("this Friday", "2016-07-22"),
        ("next Friday", "2016-07-29"),
        ("Tuesday last week", "2016-07-19"),
        ("early on Tuesday", "2016-07-26"),
        ("Monday, November 13", "2015-11-13"),
        ("Fri. July 22", "2016-07-22"),
        ("overnight into Sunday", "2016-07-23 to 2016-07-24"),
        ("overnight on Friday", "2016-07-22 to 2016-07-23"),
        ("overnight Tuesday", "2016-07-26 to 2016-07-27"),
        ("overnight from Friday to Saturday", "2016-07-22 to 2016-07-23"),
        ("4 February", "2016-02-04"),
        ("Feb. 4", "2016-02-04"),
        ("FEBRUARY 4", "2016-02-04"),
        ("November 4th", "2015-11-04"),
        ("the 4th of July", "2016-07-04"),
        ("20 March last year", "2015-03-20"),
        ("20 March of this year", "2016-03-20"),
        ("on 12/31/2015", "2015-12-31"),
        ("on 4/7/15", "2015-07-04"),
        ("on 3 JAN 90, two died", "1990-01-03"),
        ("2-5 May", "2016-05-02 to 2016-05-05"),
        ("May 2-5", "2016-05-02 to 2016-05-05"),
        ("from 2 to 5 May", "2016-05-02 to 2016-05-05"),
        ("1 and 2 July", "2016-07-01 to 2016-07-02"),
        ("between 25 January and 2 February", "2016-01-25 to 2016-02-02"),
        ("between 25 December and 2 January", "2015-12-25 to 2016-01-02"),
        ("25 January - 2 February", "2016-01-25 to 2016-02-02"),
        ("from Friday to Saturday", "2016-07-22 to 2016-07-23"),
        ("March to May 2015", "2015-03-01 to 2015-05-31"),
        ("between 2011 and 2015", "2011-01-01 to 2015-12-31"),
        ("in March", "2016-03-01 to 2016-03-31"),
        ("in May", "2016-05-01 to 2016-05-31"),
        ("in July", "2016-07-01 to 2016-07-27"),
        ("in March 2011", "2011-03-01 to 2011-03-31"),
        ("in January of last year", "2015-01-01 to 2015-01-31"),
        ("in 2014", "2014-01-01 to 2014-12-31"),
        ("early March", "2016-03-01 to 2016-03-10"),
        ("mid-March", "2016-03-11 to 2016-03-20"),
        ("late March 2011", "2011-03-21 to 2011-03-31"),
        ("early 2014", "2014-01-01 to 2014-04-30"),
        ("at the end of 2015", "2015-12-01 to 2015-12-31"),
        ("last March", "2016-03-01 to 2016-03-31"),
        ("last July", "2015-07-01 to 2015-07-31"),
        ("this July", "2016-07-01 to 2016-07-27"),
    ],
)
def test_weekdays_and_dates(text, window):
    [(_, found, _, relative)] = times(f"men died {text}")
    assert (found, relative) == (window, False)


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("today", "2016-07-27"),
        ("at dawn today", "2016-07-27"),
        ("yesterday evening", "2016-07-26"),
        ("tomorrow", "2016-07-28"),
        ("overnight", "2016-07-26 to 2016-07-27"),
        ("overnight.", "2016-07-26 to 2016-07-27"),
        ("overnight on", "2016-07-26 to 2016-07-27"),
        ("two hours ago", "2016-07-27"),
        ("a week ago", "2016-07-20"),
        ("one week ago", "2016-07-20"),
        ("nearly two weeks ago", "2016-07-10 to 2016-07-16"),
        ("a couple of days ago", "2016-07-25"),
        ("days ago", "2016-07-20 to 2016-07-25"),
        ("three months ago", "2016-04-01 to 2016-04-30"),
        ("the day before", "2016-07-26"),
        ("the previous day", "2016-07-26"),
        ("over the last two days", "2016-07-25 to 2016-07-27"),
        ("in the past 24 hours", "2016-07-26 to 2016-07-27"),
        ("in the past few hours", "2016-07-26 to 2016-07-27"),
        ("over the past year", "2015-07-27 to 2016-07-27"),
        ("in the last days", "2016-07-20 to 2016-07-27"),
        ("over the last week", "2016-07-20 to 2016-07-27"),
        ("last week", "2016-07-18 to 2016-07-24"),
        ("last month", "2016-06-01 to 2016-06-30"),
        ("last year", "2015-01-01 to 2015-12-31"),
        ("this week", "2016-07-25 to 2016-07-27"),
        ("earlier this month", "2016-07-01 to 2016-07-27"),
        ("next week", "2016-08-01 to 2016-08-07"),
        ("in recent weeks", "2016-06-22 to 2016-07-27"),
        ("late last year", "2015-09-01 to 2015-12-31"),
        ("early this year", "2016-01-01 to 2016-04-30"),
        ("at the weekend", "2016-07-23 to 2016-07-24"),
        ("last weekend", "2016-07-23 to 2016-07-24"),
    ],
)
def test_relative_phrases(text, window):
    [(_, found, _, relative)] = times(f"men died {text}")
    assert (found, relative) == (window, True)


@pytest.mark.parametrize(
    ("text", "words", "window"),
    [
        ("since March", "since March", "2016-03-01 to 2016-07-27"),
        ("since the start of the year, men", "since the start of the year", "2016-01-01 to 2016-07-27"),
        ("since July 11 more", "since July 11", "2016-07-11 to 2016-07-27"),
        ("since early Saturday", "since early Saturday", "2016-07-23 to 2016-07-27"),
        ("since the weekend", "since the weekend", "2016-07-23 to 2016-07-27"),
        ("since the war began in 2011.", "since the war began in 2011", "2011-01-01 to 2016-07-27"),
        ("so far this year", "this year", "2016-01-01 to 2016-07-27"),
        ("this month so far", "this month", "2016-07-01 to 2016-07-27"),
    ],
)
def test_a_running_total_reaches_up_to_publication(text, words, window):
    [(found, days, kind, _)] = times(f"died {text}")
    assert (found, days, kind) == (words, window, "since")


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("One week ago, two died. A week before that, ten died.", ["2016-07-20", "2016-07-13"]),
        ("Clashes on 3 May. Three days later it fell.", ["2016-05-03", "2016-05-06"]),
        ("Clashes on 3 May. The next day it fell, that same day two died.", ["2016-05-03", "2016-05-04", "2016-05-04"]),
        ("On Monday, up from 40 the previous day.", ["2016-07-25", "2016-07-24"]),
        ("On 3 May. Two months later.", ["2016-05-03", "2016-07-03"]),
        ("On 3 May. The following week two died.", ["2016-05-03", "2016-05-10"]),
        ("Men have died since this two days ago.", ["2016-07-25"]),
        ("from Friday to yesterday", ["2016-07-22", "2016-07-26"]),
        ("from 2 March 2016 to 1 March 2015, a day earlier", ["2016-03-02", "2015-03-01", "2015-02-28"]),
        ("from yesterday to Friday", ["2016-07-26", "2016-07-22"]),
        ("In 2014 it fell. A day earlier two died.", ["2014-01-01 to 2014-12-31", "2016-07-26"]),
    ],
)
def test_a_phrase_may_hang_on_the_time_before_it(text, windows):
    found = find_times(tokenize(text), LEXICON, WEDNESDAY)
    assert [str(time.window) for time in found] == windows
    assert any(time.relative for time in found)


def test_since_a_month_that_begins_tomorrow_is_since_that_of_last_year():
    assert times("killed since March .", date(2013, 2, 28)) == [
        ("since March", "2012-03-01 to 2013-02-28", "since", False)
    ]

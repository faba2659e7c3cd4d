"""Dates that say when a text was printed, and words that are no times."""

from datetime import date

import pytest

from claimrec.errors import LexiconError
from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.times import find_times
from claimrec.reading.tokens import tokenize
from claimrec.reading.told_times import ToldTime
from claimrec.records.claim import When

LEXICON = load_lexicon("common")
PUBLISHED = date(2016, 7, 27)


def kinds(text, published=PUBLISHED):
    return [(str(time.window), time.kind) for time in find_times(tokenize(text), LEXICON, published)]


@pytest.mark.parametrize(
    "text",
    [
        "Published July 4 2015 Two men died",
        "Last updated at: Monday, July 4 2015",
        "By our correspondent. Posted on 4 July 2015",
        "DAMASCUS, July 4 (Agency) - Two men died",
        "Damascus July 4 2015 Two men died",
        "SAN SALVADOR, 4 JUL 15 (RADIO) -- [TEXT] TWO MEN DIED",
        "04.07.2015",
        "Two Men Die in Homs: Agency B Tuesday 26 Jul 2016 Two men died",
        "Clashes kill two in the north of the country, says a war monitor - July 27 2016 Two men died",
    ],
)
def test_a_date_at_the_very_start_is_no_time_of_an_event(text):
    assert [kind for _, kind in kinds(text)] == ["dateline"]


@pytest.mark.parametrize(
    "text",
    [
        "Two men died on 27 July 2016 in Homs.",
        "A bomb killed two in Homs on July 4 2015 (archive).",
        "On July 4 - two days later - it fell.",
        "Two men were shot dead Tuesday, July 26, 2016, police said.",
        "Friday's attack killed two.",
        "Two men died, the agency said in a long report about the town of Homs, 4 July 2015.",
    ],
)
def test_a_date_in_a_sentence_may_be_one(text):
    assert "dateline" not in [kind for _, kind in kinds(text)]


def test_a_dateline_is_no_anchor():
    assert kinds("Homs, 20 July 2016 (Agency) - Two men died the day before.") == [
        ("2016-07-20", "dateline"),
        ("2016-07-26", "day"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "they may have died", "at least 5 may have died", "FIVE MAY HAVE DIED", "they march on the town",
        "MARCH ON THE TOWN", "the march went on", "A March of thousands", "August said so", "on Tuesdays",
        "every Friday", "Black Friday", "a day before the vote", "three days after the attack", "two days",
        "for the past", "last", "the last man", "last two men", "more than a year ago", "over a decade ago",
        "the following day", "three days later", "that day", "30 February", "99/99/2015", "1.2.3", "31/31/2015",
        "2015 people", "since then", "since", "since the war", "between 5 and 6 men", "from 2 to 3",
        "the 14 March alliance", "Sat down", "the sun", "11:30", "in 2150", "this day", "that week", "the week",
        "early birds", "mid-term", "recent week", "next", "the previous", "previous men", "in Dec", "mar 5",
        "jan 5", "since last", "July", "next March", "the next few weeks", "July 5:30", "a 2015-model car",
        "12-07", "http://x.org/2016/07/19/a", "weekend", "since 1 August 2016", "the end of",
        "the end of those months", "at the start of the war", "0 days ago", "20000 days ago", "1.5 years ago",
    ],
)  # fmt: skip
def test_no_times(text):
    assert kinds(text) == []


@pytest.mark.parametrize("text", ["since 2011 the war", "since July 11 2015", "in March", "4 July", "Friday, 4 July"])
def test_what_needs_a_publication_day_keeps_its_words_alone_without_it(text):
    [time] = find_times(tokenize(text), LEXICON, None)
    assert ToldTime(time.window, "then").in_claim() == When(None, "then")


def test_a_pack_without_times_is_refused(tmp_path):
    with pytest.raises(LexiconError, match=r"no times\.toml"):
        find_times(tokenize("on Friday"), load_lexicon(tmp_path), PUBLISHED)


def test_years_that_are_written_need_none():
    assert kinds("from March to May 2015 and on Friday, 4 July 2014", published=None) == [
        ("2015-03-01 to 2015-05-31", "span"),
        ("2014-07-04", "day"),
    ]


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1 ",
        "1-",
        "1/1/15 ",
        "May ",
        "since ",
        "from 1 May to ",
        "Friday ",
        "since the war in ",
        "the last ",
        "a ",
        "5 days ",
    ],
)
def test_hostile_text_is_read_to_its_end(unit):
    """No timing: 60 kB would not end in minutes if reading went over the text again from each token."""
    find_times(tokenize(unit * (60_000 // len(unit))), LEXICON, PUBLISHED)

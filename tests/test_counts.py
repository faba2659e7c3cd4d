"""Every count of a text, as loosely as it was said."""

import importlib
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.counts import CountMention, find_counts, read_count
from claimrec.reading.tokens import tokenize
from claimrec.values.count import Count

LEXICON = load_lexicon("common")
SCORING = Path(__file__).parent.parent.parent / "shared" / "scoring"
SUITE = SCORING.parent / "data" / "numbers" / "hedged_subset.jsonl"

STRUNG = [
    "at",
    "least",
    "more",
    "than",
    "20",
    "a",
    "hundred",
    "and",
    "two",
    "half",
    "dozen",
    "between",
    "to",
    "-",
    "or",
    "2015",
    "May",
    ",",
    "%",
    "s",
]


def counts(text):
    tokens = tokenize(text)
    return [(text[tokens.starts[m.first] : tokens.ends[m.end - 1]], str(m.count)) for m in find_counts(tokens, LEXICON)]


numbers = st.integers(1, 10**6).filter(lambda number: not 1900 <= number <= 2099)


@given(numbers, st.sampled_from(["{}", "exactly {}", "{} so far", "a total of {}"]), st.booleans())
def test_an_exact_number_is_read_back(number, form, separated):
    mention = read_count(form.format(f"{number:,}" if separated else number) + " people", LEXICON)
    assert mention == CountMention(0, mention.end, Count.exactly(number), "exact", number)


@given(
    numbers,
    st.sampled_from(["at least {}", "no fewer than {}", "no less than {}", "{} or more", "{}+", "at least another {}"]),
    st.sampled_from([str, str.upper]),
)
def test_a_lower_bound_is_read_back(number, form, case):
    mention = read_count(case(form.format(number) + " people"), LEXICON)
    assert (mention.count, mention.hedge, mention.bare) == (Count.at_least(number), "at_least", number)


@given(
    numbers, numbers, st.sampled_from(["between {} and {}", "from {} to {}", "{}-{}", "{} - {}", "{} to {}", "{}~{}"])
)
def test_a_range_is_read_back(one, other, form):
    low, high = sorted((one, other))
    mention = read_count(form.format(f"{low:,}", f"{high:,}") + " people", LEXICON)
    if low < high:
        assert (mention.count, mention.hedge, mention.bare) == (Count(low, high), "between", None)
    else:
        assert mention is None or mention.count != Count(low, high) or mention.hedge != "between"


@given(st.text(max_size=200))
def test_mentions_stand_in_order_and_apart(text):
    tokens = tokenize(text)
    mentions = find_counts(tokens, LEXICON)
    places = [place for mention in mentions for place in (mention.first, mention.end)]
    assert places == sorted(places)
    assert all(mention.first < mention.end <= len(tokens) for mention in mentions)


@given(st.lists(st.sampled_from(STRUNG)))
def test_whatever_is_strung_together_is_read(words):
    mentions = find_counts(tokenize(" ".join(words)), LEXICON)
    assert all(mention.count.low >= 0 for mention in mentions)


@pytest.mark.parametrize(
    ("text", "count", "hedge"),
    [
        ("27", "27", "exact"),
        ("one", "1", "exact"),
        ("zero", "0", "zero"),
        ("0", "0", "zero"),
        ("twenty-one", "21", "exact"),
        ("nearly two dozen", "20 to 24", "nearly"),
        ("almost a dozen", "10 to 12", "nearly"),
        ("as high as 470,000", "0 to 470000", "up_to"),
        ("no more than 12", "0 to 12", "up_to"),
        ("some 20", "18 to 22", "about"),
        ("an estimated 40", "36 to 44", "about"),
        ("20-odd", "18 to 22", "about"),
        ("over 100", "at least 101", "more_than"),
        ("more than half a million", "at least 500001", "more_than"),
        (">30", "at least 31", "more_than"),
        (">= 30", "at least 30", "at_least"),
        ("<20", "0 to 19", "fewer_than"),
        ("exceeded 150", "at least 151", "more_than"),
        ("lakhs", "at least 100000", "vague"),
        ("at least an estimated 40", "at least 36", "at_least"),
        ("just under 50", "40 to 50", "nearly"),
        ("two or three", "2 to 3", "between"),
        ("two to three dozen", "24 to 36", "between"),
        ("1.5 to 2 million", "1500000 to 2000000", "between"),
        ("dozens", "at least 12", "vague"),
        ("at least dozens", "at least 12", "at_least"),
        ("more than dozens", "at least 12", "more_than"),
        ("tens of thousands", "at least 10000", "vague"),
        ("several hundred", "at least 200", "vague"),
        ("several", "at least 2", "vague"),
        ("a number of", "at least 2", "vague"),
        ("a couple", "2", "exact"),
        ("a couple of hundred", "200", "exact"),
        ("a handful", "2 to 9", "vague"),
        ("several hundred thousand", "at least 200000", "vague"),
        ("more than 10 and fewer than 40", "11 to 39", "between"),
        ("at most 100, but at least 20", "20 to 100", "between"),
        ("less than 20 or equal", "0 to 20", "up_to"),
        ("more than 20 or equal to", "at least 20", "at_least"),
        ("more than 20", "at least 21", "more_than"),
    ],
)
def test_expressions(text, count, hedge):
    mention = read_count(text, LEXICON)
    assert (str(mention.count), mention.hedge, mention.end) == (count, hedge, len(tokenize(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2015, 2015 people fled.", [("2015", "2015")]),
        ("killed 27 people, 3 km away, on 4 February", [("27", "27")]),
        ("the toll rose from 20 to 27", [("20", "20"), ("27", "27")]),
        ("The road rose. Villages from 20 to 27 fell", [("from 20 to 27", "20 to 27")]),
        ("one hundred and two hundred people", [("one hundred", "100"), ("two hundred", "200")]),
        ("In July 27 people died", [("27", "27")]),
        ("over hundred civilians fled", [("over hundred", "at least 101")]),
        ("20m from 3 soldiers", [("3", "3")]),
        ("few hundred people", []),
        (
            "At least 20 killed and more than 30 wounded",
            [("At least 20", "at least 20"), ("more than 30", "at least 31")],
        ),
        ("at least 20 and more than 30", [("at least 20", "at least 20"), ("more than 30", "at least 31")]),
        ("at least 20 (at most 30)", [("at least 20", "at least 20"), ("at most 30", "0 to 30")]),
        ("at least 20, at most 10", [("at least 20", "at least 20"), ("at most 10", "0 to 10")]),
        ("20 dead, at least 3 of them children", [("20", "20"), ("at least 3", "at least 3")]),
        ("20 at least 3 of them", [("20", "20"), ("at least 3", "at least 3")]),
        ("27 out of 40 men", [("40", "40")]),
        ("as many people as 20", [("20", "20")]),
        ("between May and 20 men", [("20", "20")]),
        ("between 20 soldiers and 30 rebels", [("20", "20"), ("30", "30")]),
        ("killed 5 - 10 men", [("5 - 10", "5 to 10")]),
        ("killed 5 -10 men", [("5", "5"), ("10", "10")]),
        ("lost 500-1000 men", [("500-1000", "500 to 1000")]),
        ("ON FRIDAY AT LEAST TWENTY-ONE MEN DIED", [("AT LEAST TWENTY-ONE", "at least 21")]),
        ("Sat Nov 18 2017 20 civilians died", [("20", "20")]),
        ("from", []),
        ("between 20", [("20", "20")]),
        ("2.5 to 3.5 men", []),
        ("T-72 tanks of Brigade 105 killed six", [("six", "6")]),
    ],
)
def test_counts_in_sentences(text, expected):
    assert counts(text) == expected


def test_the_old_figure_of_a_change_is_marked():
    found = find_counts(tokenize("The toll rose to 27, up from at least 20; it came from 6 to 8 places."), LEXICON)
    assert [(str(mention.count), mention.replaced) for mention in found] == [
        ("27", False),
        ("at least 20", True),
        ("6 to 8", False),
    ]


@pytest.mark.parametrize(
    "unit", ["1 ", "1-", "111,", "at least ", "one hundred and ", "between ", "tens of ", "A", "from 3 "]
)
def test_hostile_text_is_read_to_its_end(unit):
    """No timing: 300 kB would not end in a day if reading went over the text again from each token."""
    find_counts(tokenize(unit * (60_000 // len(unit))), LEXICON)


def test_counts_do_not_depend_on_what_stands_far_away():
    sentences = ["At least 27 men died .", "Two dozen fled to Idlib .", "Nearly 50 were hurt ."] * 3
    random.Random(7).shuffle(sentences)
    whole = [str(mention.count) for mention in find_counts(tokenize(" ".join(sentences)), LEXICON)]
    assert whole == [str(read_count(sentence, LEXICON).count) for sentence in sentences]


@pytest.mark.skipif(not SCORING.exists(), reason="the shared scoring is not here")
def test_the_expressions_of_other_parsers_are_read(monkeypatch):
    monkeypatch.syspath_prepend(SCORING)
    expected = importlib.import_module("score_numbers").expected_counts(SUITE)
    read = {text: read_count(text, LEXICON) for text in expected}
    right = [text for text, said in read.items() if said and (said.count.low, said.count.high) == expected[text]]
    assert len(right) >= 0.95 * len(expected)

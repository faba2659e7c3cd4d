"""The work of reading, counted in steps of Python, not by the clock: in proportion to the text, whatever it says."""

import sys
from datetime import date
from pathlib import Path

import pytest

from claimrec import Article, read_articles, read_claims

ENGLISH = "It was said that he had been in the town and that it is not what they were told by the people there. "
FORMS = {
    "51 dead ": 1_000,
    "51 dead. ": 1_500,
    "Two died.\n": 2_000,
    "SOHR said 5 killed, ": 2_000,
    "wounded, 51 people dead ": 2_000,
    "while two were killed ": 1_500,
    "Six were killed in Homs. ": 1_500,
    "the murder of Karim Testov and ": 2_000,
    "Abu Omar Karim ": 4_000,
    "in Homs ": 2_000,
    "police ": 12_000,
    "it said ": 1_000,
    'he said, "': 2_000,
    '" said ': 4_000,
    "( ": 8_000,
    "7,": 8_000,
    "blamed ISIS ": 1_000,
}
"""What a text repeats, and how many characters of it show how the work grows."""
GROWTH = 5
"""Times the work that four times the text may take: 4 where nothing looks back farther than a few sentences."""

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "northwest_syria"
MOST_STEPS = 138
"""Steps a character of the example, a twentieth above what is taken: a rule that looks at every token takes more."""


def steps(text):
    """The steps of Python's that reading the text takes."""
    taken = 0

    def count(_frame, _event, _argument):
        nonlocal taken
        taken += 1
        return count

    def enter(frame, _event, _argument):
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        return count

    article = Article("a", text, "Wire", date(2023, 5, 9))
    before = sys.gettrace()
    sys.settrace(enter)
    try:
        read_claims(article)
    finally:
        sys.settrace(before)
    return taken


@pytest.fixture(scope="module", autouse=True)
def _lexicon():
    """What the lexicon makes at its first use is no reading."""
    read_claims(Article("a", f"{ENGLISH}Two were killed in Homs on Monday by ISIS, SOHR said. Police denied it."))


@pytest.mark.parametrize(("form", "length"), FORMS.items())
def test_four_times_the_text_takes_four_times_the_work(form, length):
    once, more = (steps(ENGLISH * (size // len(ENGLISH)) + form * (size // len(form))) for size in (length, 4 * length))
    assert once > length
    assert more < GROWTH * once


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="other versions of Python take other steps")
def test_news_takes_no_more_work_than_its_words_of_harm_need():
    dispatches = sorted(read_articles(EXAMPLE), key=lambda dispatch: dispatch.id)
    for dispatch in dispatches:
        read_claims(dispatch)  # so that what a lexicon finds out once is known
    taken = sum(steps(dispatch.text) for dispatch in dispatches)
    characters = sum(len(dispatch.text) for dispatch in dispatches)
    assert 0 < taken / characters < MOST_STEPS

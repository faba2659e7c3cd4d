"""Whatever a claim or an article can hold: any characters, any day, every field said or not."""

from datetime import timedelta, timezone

from hypothesis import strategies as st

from claimrec.records.article import Article, Quote
from claimrec.records.claim import Claim, Perpetrator, Row, Toll, When, Where
from claimrec.records.sketch import Sketch
from claimrec.values.count import Count
from claimrec.values.place import Place
from claimrec.values.window import Window

words = st.text(min_size=1, max_size=12)  # any character: controls, newlines, astral ones
maybe_words = st.none() | words
days = st.dates()
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
published = st.none() | days | st.datetimes(timezones=zones).map(lambda time: time.replace(fold=0))
counts = st.builds(
    lambda low, more: Count(low, None if more is None else low + more),
    st.integers(0, 10**9),
    st.none() | st.integers(0, 10**6),
)
quotes = st.builds(
    lambda start, text, field: Quote("a1", start, start + len(text), text, field),
    st.integers(0, 10**6),
    words,
    st.sampled_from(["text", "title"]),
)
windows = st.builds(lambda one, other: Window(min(one, other), max(one, other)), days, days)
names = st.from_regex(r"\S.{0,8}", fullmatch=True)
spots = st.builds(Place, names, maybe_words, st.floats(-90, 90), st.floats(-180, 180), st.none() | st.floats(0, 500))
places = spots | st.builds(Place, names, maybe_words)
perpetrators = st.builds(
    Perpetrator, words, maybe_words, st.sampled_from(["reported", "accused", "claimed", "denied", "possible"])
)
tolls = st.builds(
    Toll,
    st.sampled_from(["killed", "wounded", "killed_or_wounded", "missing", "captured", "displaced"]),
    counts,
    st.none() | quotes,
    maybe_words,
    maybe_words,
    st.sampled_from(["exact", "at_least", "about", "vague", "zero"]),
    st.sampled_from(["person", "household", "vehicle"]),
)
claims = st.builds(
    Claim,
    st.just("a1"),
    quotes,
    st.lists(words, min_size=1, max_size=3).map(tuple),
    published,
    st.none() | st.builds(When, windows, maybe_words, st.booleans()) | st.builds(When, st.none(), words),
    st.none() | st.builds(Where, places, maybe_words),
    maybe_words,
    st.none() | perpetrators,
    st.sampled_from(["incident", "aggregate", "operation", "cumulative", "background"]),
    st.lists(tolls, max_size=3).map(tuple),
    st.lists(words, max_size=2).map(tuple),
    st.none() | st.builds(Row, words, st.integers(1, 9), st.lists(words, max_size=2).map(tuple)),
    maybe_words,
    st.lists(words, max_size=3).map(Sketch.of),
)
articles = st.builds(
    Article,
    words,
    st.text(min_size=1).filter(lambda text: text.strip()),
    maybe_words,
    published,
    st.text(max_size=9),
    maybe_words,
    maybe_words,
)

"""Of few articles two are of one incident more often than of many, unless they give two days or two places."""

from datetime import timedelta

import attrs
import pytest
from factory import claim
from hypothesis import given, settings
from hypothesis import strategies as st
from valley import AYN_ZAYTUN, LEXICON, MONDAY, TELL_HARUN, TUESDAY, accounts

from claimrec.matching.adding import with_claims
from claimrec.matching.company import LIMITS, THOSE_DAYS, ArticlesByDay, company
from claimrec.matching.frequencies import Frequencies
from claimrec.matching.incidents import find_incidents
from claimrec.matching.rarity import NameFrequencies
from claimrec.matching.table import ClaimTable
from claimrec.records.claim import Row
from claimrec.testing.laws import check_laws
from claimrec.values.place import Place
from claimrec.values.window import Window


def told(name, *, day=None, place=None, published=MONDAY, **said):
    return claim("5 killed", name=name, article=name, day=day, place=place, published=published, **said)


def found(one, other, *, others=0, published=MONDAY):
    """The level of two claims in a collection that has so many more articles."""
    more = [told(f"other {n}", published=published) for n in range(others)]
    table = ClaimTable.of([one, other, *more], LEXICON)
    keys = (table.columns["company"].key(table.row[of.id]) for of in (one, other))
    return company.level(*keys)


def test_laws():
    check_laws(company)


def test_the_fewer_the_articles_of_those_days_the_more_bits():
    bits = [found(told("a"), told("b"), others=many).bits for many in (0, 3, 10, 20, 40)]
    assert bits == sorted(bits, reverse=True)
    assert bits[0] > 0 == bits[-1]


@pytest.mark.parametrize(
    ("days", "level"),
    [(0, "among eight"), (THOSE_DAYS, "among eight"), (THOSE_DAYS + 1, "among four articles"), (None, "among eight")],
)
def test_only_articles_that_may_be_of_those_days_count(days, level):
    published = None if days is None else MONDAY + timedelta(days=days)
    assert found(told("a"), told("b"), others=5, published=published).level == level


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ({"day": MONDAY}, {"day": MONDAY}, True),
        ({"day": MONDAY}, {"day": TUESDAY}, False),
        ({"day": MONDAY}, {"day": Window(MONDAY.replace(day=1), MONDAY)}, False),
        ({"day": MONDAY, "place": TELL_HARUN}, {"place": TELL_HARUN}, True),
        ({"place": TELL_HARUN}, {"place": AYN_ZAYTUN}, False),
        ({"place": TELL_HARUN}, {"place": Place("Old Mill")}, True),
    ],
)
def test_two_days_or_places_known_apart_are_two_however_few_the_articles(one, other, says):
    assert (found(told("a", **one), told("b", **other)).level == "among four articles") is says


def test_one_article_and_rows_of_tables_keep_no_company():
    row = attrs.evolve(told("r"), quote=None, row=Row("raids.csv", 2))
    assert found(told("a"), row).because == "one gives no company"
    table = ClaimTable.of([told("a", place=TELL_HARUN), told("a2"), claim(name="b", article="a")], LEXICON)
    column = table.columns["company"]
    assert company.level(column.key(table.row["a"]), column.key(table.row["b"])).level == "not said"


@settings(max_examples=40)
@given(
    st.lists(accounts(), min_size=1, max_size=8),
    st.lists(accounts(), max_size=4),
    st.integers(1, 40).map(lambda many: ArticlesByDay({MONDAY.toordinal(): many, None: 1})),
)
def test_articles_stay_as_many_as_they_were_when_claims_are_added(first, more, published):
    frequencies = Frequencies(NameFrequencies(100, {}), published=published)
    added = with_claims(find_incidents(first, lexicon=LEXICON, frequencies=frequencies), more, lexicon=LEXICON)
    again = find_incidents([*first, *more], lexicon=LEXICON, frequencies=frequencies)
    assert (added.incidents, added.review) == (again.incidents, again.review)


@pytest.mark.parametrize("limit", LIMITS)
def test_limits_are_levels(limit):
    assert company.rank(limit) == list(LIMITS).index(limit) + 1

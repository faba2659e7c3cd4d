"""Claims as columns."""

import attrs
import numpy as np
import pytest
from factory import claim
from hypothesis import given
from hypothesis import strategies as st
from valley import LEXICON, MONDAY, accounts

from claimrec.errors import RecordError, RuleError
from claimrec.matching.comparison import Comparison, Likeness
from claimrec.matching.day import day
from claimrec.matching.table import ClaimTable

weapon = Comparison("weapon", {"same": 1.0}, lambda told: told.event, lambda _a, _b: Likeness("same", ""))


@given(st.lists(accounts(), max_size=8), st.randoms())
def test_the_order_of_the_claims_makes_no_difference(claims, random):
    shuffled = list(claims)
    random.shuffle(shuffled)
    table, again = ClaimTable.of(claims, LEXICON), ClaimTable.of(shuffled, LEXICON)
    assert table.ids == again.ids
    for name, column in table.columns.items():
        assert list(column.values) == list(again.columns[name].values)
        assert np.array_equal(column.codes, again.columns[name].codes)


def test_the_same_claim_twice_is_one_row():
    told = claim("12 killed", day=MONDAY)
    assert len(ClaimTable.of([told, attrs.evolve(told)], LEXICON)) == 1


def test_two_claims_of_one_name_are_refused():
    with pytest.raises(RecordError, match="two different claims are named 'a'"):
        ClaimTable.of([claim("12 killed", name="a"), claim("13 killed", name="a")], LEXICON)


def test_what_an_article_calls_separate_is_kept_as_rows():
    first = claim("12 killed", name="first", day=MONDAY)
    second = attrs.evolve(claim("3 killed", name="second"), separate_from=("first", "elsewhere"))
    table = ClaimTable.of([second, first], LEXICON)
    assert [tuple(table.ids[row] for row in pair) for pair in table.separate] == [("first", "second")]


def test_a_key_is_a_column_or_a_function_of_the_claim():
    table = ClaimTable.of([claim(event="mortar", day=MONDAY)], LEXICON)
    assert table.column(weapon).values == ("mortar",)
    assert table.column(day) is table.columns["day"]


def test_a_column_that_is_not_there():
    table = ClaimTable.of([], LEXICON)
    with pytest.raises(RuleError, match="comparison 'weapon': no column 'weapon', only article, company, counts, day"):
        table.column(attrs.evolve(weapon, key="weapon"))


def test_a_table_of_columns_only_has_no_claims_to_look_at():
    claims = ClaimTable.of([claim(event="mortar")], LEXICON)
    with pytest.raises(RuleError, match="looks at whole claims, and the table has only columns"):
        ClaimTable(claims.ids, claims.columns, claims.frequencies).column(weapon)

"""How much a claim counts where evidence is averaged."""

import attrs
import numpy as np
import pytest
from factory import claim
from hypothesis import given
from hypothesis import strategies as st
from valley import LEXICON, accounts

from claimrec.matching.adding import with_claims
from claimrec.matching.incidents import find_incidents
from claimrec.matching.shares import shares_of
from claimrec.matching.table import ClaimTable
from claimrec.records.claim import Row


def shares(claims):
    table = ClaimTable.of(claims, LEXICON)
    return dict(zip(table.ids, shares_of(table), strict=True))


def is_remark(one):
    return not one.tolls and one.perpetrator is None


@given(st.lists(accounts(), unique_by=lambda one: one.id))
def test_a_remark_decides_on_no_incident(claims):
    counted = shares(claims)
    remarks = {one.id for one in claims if is_remark(one)}
    assert all((counted[one.id] < 1e-5) == (one.id in remarks) for one in claims)


@given(st.lists(accounts(), unique_by=lambda one: one.id))
def test_an_article_counts_as_the_root_of_its_claims_says(claims):
    counted = shares(claims)
    for article in {one.article for one in claims}:
        of_one = [one for one in claims if one.article == article and not is_remark(one)]
        assert sum(counted[one.id] for one in of_one) == pytest.approx(len(of_one) ** 0.5)


def test_a_row_of_a_table_counts_as_one():
    rows = [attrs.evolve(claim("3 killed", article="raids.csv"), quote=None, row=Row("raids.csv", n)) for n in (2, 3)]
    assert list(shares(rows).values()) == [1, 1]


@given(st.lists(accounts(), min_size=1, max_size=8, unique_by=lambda one: one.id), st.integers(0, 8))
def test_claims_of_a_known_article_make_its_other_claims_count_less(claims, first):
    added = with_claims(find_incidents(claims[:first], lexicon=LEXICON), claims[first:], lexicon=LEXICON)
    again = find_incidents(claims, lexicon=LEXICON)
    assert np.array_equal(added.links.scale.shares, again.links.scale.shares)

"""Laws that every shipped comparison keeps."""

from datetime import date

import attrs
import numpy as np
import pytest
from factory import claim
from hypothesis import given, settings
from hypothesis import strategies as st
from valley import AYN_ZAYTUN, LEXICON, MONDAY, TELL_HARUN, accounts

from claimrec.matching.evidence import NOT_SAID
from claimrec.matching.incidents import find_incidents
from claimrec.matching.shipped import COMPARISONS, PRIOR, ROWS_MUST_NOT_LINK
from claimrec.matching.table import ClaimTable
from claimrec.matching.weights import shipped_weights
from claimrec.records.article import Quote

FOLLOWING_DAYS = [date(2023, 5, day) for day in range(1, 25)]


def findings(a, b):
    """What every comparison finds in two claims, as name -> finding."""
    table = ClaimTable.of([a, b], LEXICON)
    row = {name: place for place, name in enumerate(table.ids)}
    found = {}
    for comparison in COMPARISONS:
        column = table.column(comparison)
        keys = [None if (code := column.codes[row[one.id]]) < 0 else column.values[code] for one in (a, b)]
        found[comparison.name] = comparison.level(*keys)
    return found


@given(accounts(), accounts())
def test_which_claim_comes_first_makes_no_difference(a, b):
    assert findings(a, b) == findings(b, a)


@given(accounts())
def test_nothing_is_more_alike_than_a_claim_and_itself(told):
    table = ClaimTable.of([told], LEXICON)
    for comparison in COMPARISONS:
        for key in table.column(comparison).values:
            finding = comparison.level(key, key)
            if finding.level != NOT_SAID and comparison.name not in ("article", "passage", "level"):
                assert finding.bits > 0


@given(accounts(), accounts(), st.sampled_from(["when", "where", "event", "perpetrator", "tolls"]))
def test_what_is_not_said_weighs_nothing(a, b, field):
    silent = attrs.evolve(a, published=None, name="silent", **{field: () if field == "tolls" else None})
    looked_at = {"when": "day", "where": "place", "tolls": "counts"}.get(field, field)
    assert findings(silent, b)[looked_at].bits == 0


@settings(max_examples=40)
@given(st.lists(accounts(), min_size=2, max_size=6, unique_by=lambda told: told.id))
def test_in_bulk_and_one_by_one_pairs_fall_into_the_same_levels(claims):
    table = ClaimTable.of(claims, LEXICON)
    for comparison in COMPARISONS:
        values = table.column(comparison).values
        a, b = (np.array(side, dtype=np.int64) for side in np.triu_indices(len(values)))
        one_by_one = [comparison.rank(comparison.level(values[i], values[j]).level) for i, j in zip(a, b, strict=True)]
        assert comparison.grade(values)(a, b).tolist() == one_by_one


@given(st.integers(0, 22), st.integers(0, 22))
def test_a_closer_date_never_lowers_the_weight(nearer, farther):
    near, far = sorted((nearer, farther))
    first, *others = (claim(day=FOLLOWING_DAYS[gap], place=None, name=f"{gap} later") for gap in (0, near, far))
    close, distant = (findings(first, attrs.evolve(other, name="other"))["day"] for other in others)
    assert close.bits >= distant.bits


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda comparison: comparison.name)
def test_every_comparison_says_what_it_asks(comparison):
    question = comparison.about.splitlines()[0]
    assert question.endswith("?")
    assert comparison.levels
    assert {level.name: level.bits for level in comparison.levels} == shipped_weights()[comparison.name]


def test_all_weights_belong_to_a_comparison():
    assert set(shipped_weights()) == {comparison.name for comparison in COMPARISONS} | {"prior"}
    assert PRIOR < 0


def test_hard_rules_print_as_they_were_written():
    assert [repr(rule) for rule in ROWS_MUST_NOT_LINK][:2] == [
        "place.is_('far apart')",
        "level.is_('another level')",
    ]


@pytest.mark.parametrize(
    ("other", "start", "is_one"),
    [
        ({"place": AYN_ZAYTUN}, 0, False),
        ({"place": TELL_HARUN}, 0, True),
        ({"place": None}, 0, True),
        ({"place": AYN_ZAYTUN, "said": "12 guards killed"}, 0, True),
        ({"place": AYN_ZAYTUN, "source": "Agency B"}, 0, True),
        ({"place": AYN_ZAYTUN}, 600, True),
    ],
)
def test_numbers_that_one_speaker_gives_in_one_sentence_for_two_places_are_of_two_incidents(other, start, is_one):
    one = {"said": "12 guards killed", "article": "a1", "place": TELL_HARUN, "day": MONDAY}
    told, more = claim(**one), claim(**one | {"said": "2 guards killed"} | other)
    more = attrs.evolve(more, quote=Quote("a1", start, start + len(more.quote.text), more.quote.text))
    found = find_incidents([told, more], lexicon=LEXICON, prior=20.0)  # whatever else says that they are one
    assert (len(found.incidents) == 1) is is_one

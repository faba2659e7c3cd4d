"""What was taken for what: every claim and toll is counted once, whatever the order."""

import pytest
from any_claims import claims
from factory import claim
from hypothesis import given
from hypothesis import strategies as st

from claimrec.evaluation import Share, attribution_confusion, confusion, count_confusion

labels = st.dictionaries(st.integers(0, 9), st.sampled_from(["army", "rebels", "nobody"]))
few_claims = st.lists(claims, max_size=4, unique_by=lambda one: one.id)


@given(labels, labels)
def test_every_name_of_either_side_is_counted_once(found, gold):
    told = confusion(found, gold)
    assert sum(told.cells.values()) == len(found.keys() | gold.keys())
    same = sum(found.get(name) == label for name, label in gold.items())
    assert (told.right.right if told.right else 0) == same


@given(few_claims, st.randoms())
def test_claims_are_right_about_themselves_in_whatever_order(told, random):
    again = list(told)
    random.shuffle(again)
    counts, doers = count_confusion(told, again), attribution_confusion(told, again)
    tolls = sum(len(one.tolls) for one in told)
    assert counts.right == (Share(tolls, tolls) if tolls else None)
    assert doers.right == (Share(len(told), len(told)) if told else None)


@pytest.mark.parametrize(
    ("found", "right", "lies"),
    [
        ("12 killed", "12 killed", "the same"),
        ("12 killed", "at least 10 killed", "tighter"),
        ("at least 10 killed", "12 killed", "looser"),
        ("10 to 14 killed", "12 to 20 killed", "crossing"),
        ("12 killed", "15 killed", "apart"),
        ("", "15 killed", "missed"),
        ("15 killed", "", "not there"),
    ],
)
def test_a_count_lies_somewhere_to_the_right_one(found, right, lies):
    told = count_confusion([claim(found, name="c")], [claim(right, name="c")])
    assert told.cells == {("killed", lies): 1}


def test_tolls_are_paired_by_effect_victims_and_order():
    found = claim("12 army killed; 3 civilians killed; 7 wounded", name="c")
    right = claim("3 civilians killed; 12 army killed; 9 wounded", name="c")
    assert count_confusion([found], [right]).cells == {("killed", "the same"): 2, ("wounded", "apart"): 1}


def test_attributions_are_counted_by_who_is_named():
    right = [claim("3 killed", name="a", by="Dune Group"), claim("3 killed", name="b", by_words="gunmen")]
    found = [claim("3 killed", name="a", by="Northern army"), claim("3 killed", name="b"), claim("3 killed", name="c")]
    told = attribution_confusion(found, right)
    assert told.cells == {("Dune Group", "Northern army"): 1, ("gunmen", "nobody"): 1, ("not there", "nobody"): 1}
    assert str(told) == (
        "            Northern army  nobody\n"
        "Dune Group              1       0\n"
        "gunmen                  0       1\n"
        "not there               0       1"
    )
    assert told.right == Share(0, 3)


def test_nothing_is_neither_right_nor_wrong():
    assert confusion({}, {}).right is None
    assert str(confusion({}, {})) == ""

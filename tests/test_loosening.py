"""What a loosened number allows, and what it would allow by other conventions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.counts import read_count
from claimrec.reading.loosening import loosened, recounted
from claimrec.values.count import Count

PACKS = {name: load_lexicon("common", name) for name in ("common", "acled", "strict")}
OWN, ACLED, STRICT = (lexicon.conventions for lexicon in PACKS.values())
HEDGES = ("exact", "at_least", "more_than", "about", "nearly", "up_to", "fewer_than")
LOOSE = ("about", "nearly", "at least", "more than", "exactly", "up to", "fewer than")
numbers = st.integers(0, 10**9)
conventions = st.sampled_from((OWN, ACLED, STRICT))


@given(numbers, st.sampled_from(["exact", "at_least", "about", "nearly", "up_to"]))
def test_a_loosened_number_allows_itself(number, hedge):
    assert loosened(Count.exactly(number), hedge, OWN).allows(number)


@given(st.integers(1, 10**9))
def test_a_strict_bound_forbids_its_number(number):
    assert not loosened(Count.exactly(number), "more_than", OWN).allows(number)
    assert not loosened(Count.exactly(number), "fewer_than", OWN).allows(number)


@given(numbers, numbers)
def test_about_is_symmetric_to_the_tenth(number, other):
    """Whatever lies within a tenth is allowed, whatever lies more than a tenth and one person off is not."""
    about = loosened(Count.exactly(number), "about", OWN)
    if abs(number - other) * 10 <= number:
        assert about.allows(other)
    if abs(number - other) * 10 > number + 10:
        assert not about.allows(other)


@given(numbers)
def test_about_is_at_least_one_person_wide(number):
    about = loosened(Count.exactly(number), "about", OWN)
    assert about.allows(number + 1)
    assert about.allows(max(0, number - 1))


@given(st.integers(0, 100), st.sampled_from(HEDGES))
def test_an_open_count_stays_open(low, hedge):
    assert loosened(Count.at_least(low), hedge, OWN).high is None


@given(numbers, st.sampled_from(HEDGES), conventions, conventions)
def test_recounting_is_loosening_anew(number, hedge, old, new):
    bare = Count.exactly(number)
    recount = recounted(loosened(bare, hedge, old), hedge, old=old, new=new)
    assert recount == loosened(bare, hedge, new)


@given(
    st.integers(0, 2 * 10**9),
    st.integers(0, 10**9),
    st.sampled_from((*HEDGES, "between", "zero", "vague")),
    conventions,
)
def test_recounting_by_the_same_conventions_changes_nothing(low, more, hedge, same):
    for count in (Count(low, low + more), Count.at_least(low)):
        assert recounted(count, hedge, old=same, new=same) == count


@given(st.sampled_from(LOOSE), st.integers(2, 1500))
def test_what_common_read_is_recounted_to_what_strict_reads(words, number):
    read, strictly = (read_count(f"{words} {number}", PACKS[name]) for name in ("common", "strict"))
    assert (read.bare, strictly.bare) == (number, number)
    assert recounted(read.count, read.hedge, old=OWN, new=STRICT) == strictly.count


@given(numbers, st.sampled_from(HEDGES))
def test_strict_conventions_only_widen(number, hedge):
    bare = Count.exactly(number)
    assert loosened(bare, hedge, OWN).within(loosened(bare, hedge, STRICT))
    assert all(count.within(STRICT.vague[word]) for word, count in OWN.vague.items())


@pytest.mark.parametrize(
    ("hedge", "number", "count"),
    [
        ("nearly", 24, Count(20, 24)),
        ("nearly", 12, Count(10, 12)),
        ("nearly", 48, Count(39, 48)),
        ("about", 20, Count(18, 22)),
        ("about", 4, Count(3, 5)),
        ("about", 367, Count(330, 404)),
        ("more_than", 20, Count.at_least(21)),
        ("fewer_than", 20, Count(0, 19)),
        ("fewer_than", 0, Count.exactly(0)),
        ("up_to", 40, Count(0, 40)),
    ],
)
def test_the_shipped_conventions(hedge, number, count):
    assert loosened(Count.exactly(number), hedge, OWN) == count


@pytest.mark.parametrize(
    ("count", "hedge", "strictly"),
    [
        (Count(18, 22), "about", Count(0, 40)),
        (Count(0, 1), "about", Count(0, 1)),
        (Count(0, 2), "about", Count(0, 2)),
        (Count(5, 9), "about", Count(5, 9)),  # "about 6 to 8": two numbers
        (Count(0, 0), "about", Count(0, 0)),  # no number is about as low: it came from somewhere else
        (Count(40, 50), "nearly", Count(0, 50)),
        (Count(45, 50), "nearly", Count(45, 50)),
        (Count(12, None), "about", Count(12, None)),  # "about a few dozen"
        (Count(12, None), "vague", Count(12, None)),
        (Count(2, 9), "vague", Count(2, None)),
        (Count(7, None), "vague", Count(7, None)),
        (Count(18, 22), "between", Count(18, 22)),
        (Count(20, None), "at_least", Count(20, None)),
    ],
)
def test_only_what_a_hedge_alone_made_is_recounted(count, hedge, strictly):
    assert recounted(count, hedge, old=OWN, new=STRICT) == strictly


@pytest.mark.parametrize(
    ("words", "common", "acled", "strict"),
    [
        ("about 20", "18 to 22", "18 to 22", "0 to 40"),
        ("nearly 50", "40 to 50", "40 to 50", "0 to 50"),
        ("tens", "at least 10", "10", "at least 10"),
        ("dozens", "at least 12", "12", "at least 12"),
        ("hundreds", "at least 100", "100", "at least 100"),
        ("tens of thousands", "at least 10000", "10000", "at least 10000"),
        ("several", "at least 2", "at least 2", "at least 2"),
        ("a handful", "2 to 9", "2 to 9", "at least 2"),
        ("a couple", "2", "2", "2"),
        ("at least 20", "at least 20", "at least 20", "at least 20"),
    ],
)
def test_the_shipped_conventions_side_by_side(words, common, acled, strict):
    assert [str(read_count(words, lexicon).count) for lexicon in PACKS.values()] == [common, acled, strict]


def test_a_unit_stays_a_vague_word_whatever_it_is_worth():
    assert {read_count("dozens", lexicon).hedge for lexicon in PACKS.values()} == {"vague"}
    assert {read_count("a couple", lexicon).hedge for lexicon in PACKS.values()} == {"exact"}


def test_words_of_equal_worth_are_recounted_to_whatever_either_may_mean(tmp_path):
    table = 'name = "x"\nabout_percent = 10\nabout_least = 1\nnearly_percent = 80\nslack = {}\n'
    for name, vague in (("old", "few = [3]\nmany = [3]\nlost = [5]"), ("new", "few = [3, 9]\nmany = [8, 20]")):
        (tmp_path / name).mkdir()
        text = f"[counts]\n{table}[counts.vague]\n{vague}\n"
        (tmp_path / name / "conventions.toml").write_text(text, encoding="utf-8")
    old, new = (load_lexicon(tmp_path / name).conventions for name in ("old", "new"))
    assert recounted(Count.at_least(3), "vague", old=old, new=new) == Count(3, 20)
    assert recounted(Count.at_least(5), "vague", old=old, new=new) == Count.at_least(5)

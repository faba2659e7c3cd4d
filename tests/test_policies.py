"""Best estimates by the policies of the field: one named figure, never a silent one."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from factory import DAY, claim, incident, lexicon
from hypothesis import given
from hypothesis import strategies as st

from claimrec.errors import RuleError
from claimrec.judging.judge import judge
from claimrec.judging.policies import POLICIES, best_estimate

HEDGES = ("", "at least ", "more than ", "about ", "nearly ", "up to ", "fewer than ")
policies = st.sampled_from(sorted(POLICIES))
exact = st.dictionaries(st.sampled_from("ABCDEF"), st.integers(0, 9), min_size=1)
"""One number of each voice."""
said = st.tuples(st.sampled_from("ABC"), st.sampled_from(HEDGES), st.integers(2, 30))
"""A voice, a hedge, a number."""


def estimate(policy, *claims, **asked):
    (judgement,) = judge([incident(*claims)], lexicon=lexicon())
    return best_estimate(judgement, policy, **asked)


def claims_of(figures):
    return [claim(f"{hedge}{number} killed", source=f"Agency {voice}") for voice, hedge, number in figures]


def counted(exactly):
    return claims_of((voice, "", number) for voice, number in exactly.items())


@given(st.lists(said, min_size=1), policies)
def test_the_best_figure_lies_between_the_lowest_and_the_highest(figures, policy):
    found = estimate(policy, *claims_of(figures))
    assert 0 <= found.low <= found.high
    assert found.best is None or found.low <= found.best <= found.high
    assert found.tolls == tuple(sorted(found.tolls))


@given(st.data(), st.lists(said, min_size=1), policies)
def test_neither_order_nor_repetition_changes_an_estimate(data, figures, policy):
    claims = claims_of(figures)
    again = data.draw(st.permutations([*claims, *data.draw(st.lists(st.sampled_from(claims)))]))
    assert estimate(policy, *again) == estimate(policy, *claims)


@given(exact, policies)
def test_outlets_that_repeat_a_voice_add_no_weight(exactly, policy):
    repeats = [claim(f"{number} killed", source=f"Agency {voice}", via=("Daily",)) for voice, number in exactly.items()]
    found, alone = estimate(policy, *counted(exactly), *repeats), estimate(policy, *counted(exactly))
    assert (found.low, found.best, found.high) == (alone.low, alone.best, alone.high)
    assert found.because == alone.because


@given(st.integers(0, 50), policies)
def test_what_everybody_says_is_the_figure_of_every_policy(number, policy):
    found = estimate(policy, *counted(dict.fromkeys("ABC", number)))
    assert (found.low, found.high) == (number, number)
    assert found.best == (None if policy == "ibc" else number)


@given(st.lists(said, min_size=1))
def test_no_policy_goes_below_the_most_conservative(figures):
    found = {policy: estimate(policy, *claims_of(figures)).best for policy in POLICIES}
    lowest = found.pop("acled_conservative")
    assert all(best is None or best >= lowest for best in found.values())


@given(exact)
def test_the_majority_is_the_commonest_number_and_of_these_the_lowest(exactly):
    numbers = list(exactly.values())
    commonest = [number for number in numbers if numbers.count(number) == max(map(numbers.count, numbers))]
    assert estimate("majority", *counted(exactly)).best == min(commonest)


@given(exact, st.integers(0, 9))
def test_ged_takes_the_number_that_the_most_voices_allow_and_of_these_the_lowest(exactly, floor):
    claims = [*counted(exactly), claim(f"at least {floor} killed", source="Agency Z")]
    best = estimate("ged", *claims).best
    support = Counter({number: list(exactly.values()).count(number) + (number >= floor) for number in range(10)})
    most = max(support[number] for number in (*exactly.values(), floor))
    assert best == min(number for number in (*exactly.values(), floor) if support[number] == most)


@given(exact, policies)
def test_parts_other_people_other_effects_and_other_levels_are_left_out(exactly, policy):
    others = [
        claim("3 killed or wounded", source="Agency Y"),
        claim("7 wounded", source="Agency Y"),
        claim("40 soldiers killed", source="Agency Y"),
        claim("12 killed", source="Agency Y", unit="household"),
        claim("at least 0 killed", source="Agency Y"),  # unknown
        claim("50 killed", source="Agency Y", level="cumulative"),
    ]
    assert estimate(policy, *counted(exactly), *others) == estimate(policy, *counted(exactly))


def test_part_of_a_toll_is_no_toll_of_its_own():
    found = estimate(
        "acled_conservative", claim("27 killed, including 4 killed"), claim("30 killed", source="Agency B")
    )
    assert (found.low, found.best, found.high) == (27, 27, 30)


def test_a_part_of_a_toll_is_counted_where_it_is_asked_for():
    claims = claim("27 killed, including 4 children"), claim("5 children killed", source="Agency B")
    assert estimate("acled_conservative", *claims, victims="children").best == 4
    assert estimate("acled_conservative", *claims).best == 27


def test_one_person_mentioned_beside_a_larger_toll_is_no_estimate():
    claims = claim("29 killed", article="one"), claim("1 killed", article="one", source="Agency B")
    assert estimate("acled_conservative", *claims).best == 29


@pytest.mark.parametrize("policy", sorted(POLICIES))
def test_what_was_replaced_is_out(policy):
    running = [claim("9 killed"), claim("14 killed", published=DAY + timedelta(days=1))]
    found = estimate(policy, *running)
    assert (found.low, found.high) == (14, 14)
    assert [reference.claim for reference in found.tolls] == [running[1].id]


@pytest.mark.parametrize("policy", sorted(POLICIES))
def test_dead_or_wounded_are_never_dead(policy):
    assert estimate(policy, claim("18 killed or wounded")) is None
    assert estimate(policy, claim("18 killed or wounded"), effect="killed_or_wounded").high == 18


FIGURES = ("at least 12 killed", "14 killed", "14 killed", "9 killed", "up to 40 killed")
TIMES = (0, 0, 1, 2, 2)
"""Days after the first on which these were published."""


@pytest.mark.parametrize(
    ("policy", "best", "because"),
    [
        ("acled_conservative", 9, "the lowest number put forward"),
        ("ged", 14, "the number that the most voices allow (4 of 5), then the lowest"),
        ("gtd", 9, "the number of the latest source"),
        ("ibc", None, "the minimum and the maximum, no single number"),
        ("majority", 14, "the commonest number (2 of 4), then the lowest"),
    ],
)
def test_five_policies_on_one_incident(policy, best, because):
    claims = [
        claim(words, source=f"Agency {place}", published=DAY + timedelta(days=TIMES[place]))
        for place, words in enumerate(FIGURES)
    ]
    found = estimate(policy, *claims)
    assert (found.low, found.best, found.high) == (9, best, 40)
    assert (found.policy, found.effect, found.victims) == (policy, "killed", None)
    assert found.because == f"{because}: Agency 0 12; Agency 1 14; Agency 2 14; Agency 3 9; Agency 4 at most 40"


LATEST = "the number of the latest source"
MOST = "the number of most of the latest sources (2 of 3)"
LOWEST = "the lowest number of the latest sources, which have no majority"


@pytest.mark.parametrize(
    ("dated", "best", "because"),
    [
        ([("20", 0), ("30", 1)], 30, LATEST),
        ([("20", 0), ("30", 1), ("35", 1), ("30", 1)], 30, MOST),
        ([("20", 0), ("30", 1), ("35", 1)], 30, LOWEST),
        ([("40", 1), ("35", 1), ("35", 1), ("30", 1)], 30, LOWEST),
        ([("20", 0), ("30", None)], 20, LATEST),
        ([("20", None), ("30", None)], 20, LOWEST),
        ([("20", 0), ("up to 30", 1)], 20, LATEST),
    ],
)  # fmt: skip
def test_gtd_takes_the_latest_then_the_majority_then_the_lowest(dated, best, because):
    claims = [
        claim(f"{number} killed", source=f"Agency {place}", published=None if day is None else DAY + timedelta(day))
        for place, (number, day) in enumerate(dated)
    ]
    found = estimate("gtd", *claims)
    assert (found.best, found.because.partition(":")[0]) == (best, because)


def test_two_times_of_one_day_are_equally_late():
    times = (datetime(2023, 5, 10, hour, tzinfo=UTC) for hour in (9, 21))
    claims = [claim(f"{20 - place} killed", source=f"Agency {place}", published=at) for place, at in enumerate(times)]
    assert estimate("gtd", *claims).because.startswith("the lowest number of the latest")


def test_of_two_figures_of_one_voice_the_dated_one_counts():
    told = claim("20 killed", published=None), claim("30 killed", article="later")
    assert estimate("acled_conservative", *told).best == 30


@pytest.mark.parametrize(
    ("words", "low", "best", "high", "printed"),
    [
        ("20 killed", 20, 20, 20, "20"),
        ("no killed", 0, 0, 0, "0"),
        ("at least 20 killed", 20, 20, 20, "20"),
        ("more than 20 killed", 21, 21, 21, "21"),
        ("about 20 killed", 20, 20, 20, "20"),
        ("nearly 50 killed", 50, 50, 50, "50"),
        ("6 to 8 killed", 6, 6, 8, "6 to 8"),
        ("dozens of people killed", 12, 12, 12, "12"),
        ("up to 40 killed", 0, None, 40, "at most 40"),
        ("fewer than 1 killed", 0, None, 0, "at most 0"),
    ],
)
def test_the_numbers_are_those_that_the_words_print(words, low, best, high, printed):
    found = estimate("acled_conservative", claim(words))
    assert (found.low, found.best, found.high) == (low, best, high)
    why = "nobody prints a number of victims" if best is None else "the lowest number put forward"
    assert found.because == f"{why}: Agency A {printed}"


@pytest.mark.parametrize(
    ("figures", "best"),
    [
        (["at least 27", "27"], 27),
        (["dozens of people", "27"], 27),  # the most precise
        (["up to 20", "at least 15"], 15),  # a number before an upper bound
        (["at least 15", "at least 18"], 18),
        (["6 to 8", "5 to 9"], 6),
        (["19", "21"], 19),  # two figures in one mouth on one day: the lower
    ],
)
def test_one_voice_is_heard_once_with_its_most_precise_figure(figures, best):
    found = estimate("majority", *(claim(f"{words} killed") for words in figures))
    assert found.best == best
    assert len(found.tolls) == 1


def test_of_equally_precise_figures_the_later_counts():
    retold = claim("19 killed", via=("Daily",), published=DAY + timedelta(days=3))
    found = estimate(
        "gtd", claim("19 killed"), retold, claim("25 killed", source="Agency B", published=DAY + timedelta(days=1))
    )
    assert found.best == 19


def test_victims_are_named_as_in_the_ranges():
    claims = claim("27 soldiers killed; 30 killed"), claim("25 soldiers killed", source="Agency B")
    assert estimate("acled_conservative", *claims, victims="military personnel").best == 25
    assert estimate("acled_conservative", *claims).best == 30
    assert estimate("acled_conservative", *claims, victims="people").best == 30
    assert estimate("acled_conservative", *claims, victims="civilians") is None
    assert estimate("acled_conservative", *claims, effect="wounded") is None


def test_another_policy_is_refused_with_those_that_are_known():
    with pytest.raises(RuleError, match=r"acled_conservative, ged, gtd, ibc, majority, not 'best'"):
        estimate("best", claim("3 killed"))

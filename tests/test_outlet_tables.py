"""Who prints what and how late, who agrees with whom, who blames whom, who repeats whom, in which words."""

from datetime import date, timedelta

import attrs
import pytest
from factory import DAY, claim, incident, lexicon
from hypothesis import given, settings
from hypothesis import strategies as st
from valley import AYN_ZAYTUN, LEXICON, NAMESAKE, TELL_HARUN, accounts

from claimrec.judging.case import case_of
from claimrec.judging.judge import judge
from claimrec.outlets.agreement import agreement_of
from claimrec.outlets.attribution import attribution_of
from claimrec.outlets.compare import compare_outlets
from claimrec.outlets.contested import contested_of
from claimrec.outlets.coverage import coverage_of
from claimrec.outlets.estimate import Estimate
from claimrec.outlets.independence import independence_of
from claimrec.outlets.vocabulary import vocabulary_of
from claimrec.reconciliation import reconcile


def day(number):
    return DAY + timedelta(days=number)


def cases(*incidents):
    return [case_of(incident(*claims, name=f"i{n}"), lexicon()) for n, claims in enumerate(incidents)]


@settings(max_examples=20)
@given(st.lists(accounts(), max_size=12), st.randoms(use_true_random=False))
def test_a_comparison_is_the_same_whatever_order_claims_come_in_and_every_row_has_its_numbers(claims, random):
    shuffled = random.sample(claims, len(claims))
    found = compare_outlets(reconcile(claims, lexicon=LEXICON))
    assert found == compare_outlets(reconcile(shuffled, lexicon=LEXICON))
    for table in attrs.astuple(found, recurse=False):
        for row in table:
            for value in attrs.astuple(row, recurse=False):
                if isinstance(value, Estimate) and value.best is not None:
                    assert value.low <= value.best <= value.high
                    assert value.incidents > 0


def test_coverage_tells_who_reports_alone_second_hand_late_or_not_at_all():
    found = {
        (row.outlet, row.event): row
        for row in coverage_of(
            cases(
                [
                    claim(source="Agency A", day=DAY, event="ambush", published=day(0)),
                    claim(source="Agency A", via=("Daily B",), day=DAY, event="ambush", published=day(2)),
                ],
                [claim(source="Agency A", day=day(1), event="riot", published=day(1))],
                [claim(source="Agency A", day=day(3), published=None), claim(source="Daily B", day=day(3))],
                [claim(source="Agency C"), claim(source="Agency C")],
            )
        )
    }
    a, b = found["Agency A", None], found["Daily B", None]
    assert (a.reported, a.alone.best, a.second_hand.best, a.silent.best, a.delay.best) == (3, 1 / 3, 0, 0, 0)
    assert (b.reported, b.alone.best, b.second_hand.best, b.delay.best) == (2, 0, 0.5, 1)
    assert (b.silent.best, b.silent.incidents) == (1 / 3, 3)
    assert found["Daily B", "riot"].reported == 0
    assert found["Daily B", "riot"].silent.best == 1
    assert ("Agency C", "riot") not in found
    assert found["Agency C", None].silent.incidents == 0


def test_an_outlet_is_not_silent_on_what_happened_before_or_after_its_own_time():
    late = [claim(source="Agency A", day=day(9))]
    both = [claim(source="Agency A", day=DAY), claim(source="Daily B", day=DAY)]
    [row] = [row for row in coverage_of(cases(both, late)) if row.outlet == "Daily B"]
    assert (row.silent.best, row.silent.incidents) == (0, 1)


ONE, OTHER = {"source": "Agency A"}, {"source": "Agency B"}


@pytest.mark.parametrize(
    ("aspect", "one", "other", "agree"),
    [
        ("count", claim("12 killed", **ONE), claim("at least 10 killed", **OTHER), 1),
        ("count", claim("12 killed", **ONE), claim("20 killed", **OTHER), 0),
        ("count", claim("12 killed", **ONE), claim("12 wounded", **OTHER), None),
        ("count", claim("12 killed", **ONE), claim("3 children killed", **OTHER), None),
        ("count", claim("12 killed; 5 wounded", **ONE), claim("12 killed; 9 wounded", **OTHER), 0.5),
        ("day", claim(day=DAY, **ONE), claim(day=day(1), **OTHER), 0),
        ("day", claim(day=DAY, **ONE), claim(day=day(1), relative=True, **OTHER), 1),
        ("day", claim(day=DAY, **ONE), claim(**OTHER), None),
        ("place", claim(place=TELL_HARUN, **ONE), claim(place=AYN_ZAYTUN, **OTHER), 1),
        ("place", claim(place=TELL_HARUN, **ONE), claim(place=NAMESAKE, **OTHER), 0),
        ("event", claim(event="riot", **ONE), claim(event="ambush", **OTHER), 0),
        ("perpetrator", claim(by="Northern army", **ONE), claim(by="River Guards", **OTHER), 1),
        ("perpetrator", claim(by="Northern army", **ONE), claim(by="Dune Group", **OTHER), 0),
        ("perpetrator", claim(by="Northern army", **ONE), claim(by_words="gunmen", **OTHER), None),
        ("perpetrator", claim(by="Dune Group", **ONE), claim(by="Dune Group", stance="denied", **OTHER), None),
    ],
)
def test_two_voices_agree_where_both_can_be_right(aspect, one, other, agree):
    found = {row.aspect: row.agree for row in agreement_of(cases([one, other]))}
    assert (found[aspect].best if aspect in found else None) == agree


def test_who_repeats_another_neither_agrees_nor_disagrees_with_it():
    told = [claim("12 killed", source="Agency A"), claim("12 killed", source="Agency A", via=("Daily B",))]
    assert agreement_of(cases(told)) == ()


def test_a_figure_that_its_origin_replaced_is_compared_with_nobody():
    told = [
        claim("12 killed", source="Agency A", published=DAY),
        claim("15 killed", source="Agency A", published=day(1)),
        claim("15 killed", source="Agency B", published=day(1)),
    ]
    assert [row.agree.best for row in agreement_of(cases(told)) if row.aspect == "count"] == [1]


def test_attribution_tells_who_names_whom_for_what_and_how():
    raid = [
        claim(by="Dune Group", stance="accused", event="ambush", source="Agency A"),
        claim(by="Dune Group", stance="claimed", event="ambush", source="Dune Agency"),
        claim(by_words="gunmen", event="ambush", source="Agency B"),
    ]
    other = [claim(by="Northern army", event=None, source="a military source", via=("Agency A",))]
    rows = attribution_of(cases(raid, other))
    assert [(row.outlet, row.perpetrator, row.stance, row.event, row.share.best) for row in rows] == [
        ("Agency A", "Dune Group", "accused", "ambush", 0.5),
        ("Agency A", "Northern army", "reported", None, 0.5),
        ("Dune Agency", "Dune Group", "claimed", "ambush", 1),
    ]


def test_independence_follows_chains_and_words():
    words = "Three shepherds were killed and two guards wounded near the old mill at dawn"
    told = [
        claim(source="Rights Monitor", via=("Daily B", "Agency A")),
        claim(source="a military source", via=("Agency C",)),
        claim(source="Agency C", via=("Agency C",)),  # nobody takes from itself
    ]
    rows = {(row.taker, row.source, row.link): row.share.best for row in independence_of(cases(told))}
    assert rows == {("Agency A", "Rights Monitor", "cites"): 1, ("Daily B", "Agency A", "cites"): 1}

    def quoting(source, said=words, published=DAY, **more):
        quoted = claim(source=source, published=published, article=f"{source} {published} {said[:9]}", **more)
        return attrs.evolve(quoted, quote=attrs.evolve(quoted.quote, text=said, end=len(said)))

    copied = [quoting("Agency A"), quoting("Daily B", published=day(1)), quoting("Agency D", f"{words}.")]
    copied += [quoting("Daily E", "Other words altogether, and as long as the sentence of the others, more or less")]
    copied += [quoting("Daily F", published=None), quoting("Agency A", via=("Daily G",))]
    rows = {(row.taker, row.source, row.link) for row in independence_of(cases(copied))}
    assert ("Daily B", "Agency A", "same words") in rows
    assert ("Agency A", "Agency D", "same words, same day") in rows
    assert ("Agency A", "Daily F", "same words, same day") in rows
    assert ("Daily G", "Agency A", "cites") in rows
    assert not [
        row for row in rows if "Daily E" in row or ("Daily G" in row and "Agency A" in row and "same" in row[2])
    ]


def test_words_stand_beside_the_neutral_name():
    told = [
        claim("9 guards killed", source="Agency A", by="Dune Group", by_words="Dune  Gang"),
        claim("9 militiamen killed", source="Rights Monitor", via=("Daily B",)),
        claim("9 people killed", source="Daily C"),
    ]
    assert [(row.outlet, row.actor, row.role, row.words, row.share.best) for row in vocabulary_of(cases(told))] == [
        ("Agency A", "Dune Group", "perpetrator", "dune gang", 1),
        ("Daily B", "Hill Militia", "victims", "militiamen", 1),
        ("Agency A", "River Guards", "victims", "guards", 1),
    ]


def test_contested_counts_what_several_voices_tell_by_month_and_place():
    told = [
        [claim("9 killed", day=DAY, place=TELL_HARUN, **ONE), claim("30 killed", day=DAY, place=TELL_HARUN, **OTHER)],
        [claim("9 killed", day=DAY, place=TELL_HARUN, **ONE), claim("9 killed", day=DAY, place=TELL_HARUN, **OTHER)],
        [claim("9 killed", day=date(2023, 6, 1), **ONE)],
        [claim("9 killed", **ONE)],
    ]
    judged = judge([incident(*claims, name=f"i{n}") for n, claims in enumerate(told)], lexicon=lexicon())
    rows = {(row.month, row.place): (row.incidents, row.share.best) for row in contested_of(judged)}
    assert rows == {
        (None, None): (4, 0.5),
        ("2023-05", None): (2, 0.5),
        ("2023-06", None): (1, None),
        (None, "Marabad"): (2, 0.5),
        ("2023-05", "Marabad"): (2, 0.5),
    }

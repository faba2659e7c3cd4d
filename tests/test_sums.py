"""Tolls that are impossible together, lists against their wholes, and one side's losses."""

import pytest
from factory import claim, incident, lexicon

from claimrec.judging.case import case_of
from claimrec.judging.counts import contradicting_counts, one_sides_losses
from claimrec.judging.sums import impossible_together, list_against_whole


def found_by(check, *claims):
    case = case_of(incident(*claims), lexicon())
    return sorted((found.severity, found.because.rsplit(": ", 1)[1]) for found in check(case))


FIRM, LOOSE = "contradiction", "tension"
MORE_THAN_10 = [(FIRM, "6 + 5 = 11, more than 10")]
A, B, C = ({"source": f"Agency {letter}"} for letter in "ABC")


def test_killed_and_wounded_against_the_combined_figure():
    told = claim("10 killed or wounded", **A), claim("at least 6 killed", **B), claim("at least 5 wounded", **C)
    assert found_by(impossible_together, *told) == [(FIRM, "6 + 5 = 11, more than 10")]
    assert found_by(contradicting_counts, *told) == []  # every pair of them is possible


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (["10 killed or wounded", "3 killed", "4 wounded"], [(FIRM, "3 + 4 = 7, fewer than 10")]),
        (["10 killed or wounded", "3 killed", "at least 4 wounded"], []),
        (["about 10 killed or wounded", "6 killed", "6 wounded"], [(LOOSE, "6 + 6 = 12, more than 9 to 11")]),
        (["at least 10 killed or wounded", "6 killed", "6 wounded"], []),
        (["10 civilians killed or wounded", "6 killed", "6 wounded"], []),  # of whom, is not said
        (["5 Northern side killed", "3 guards killed", "4 militiamen killed"], [(FIRM, "3 + 4 = 7, more than 5")]),
        (["5 civilians killed", "3 women killed", "4 children killed"], []),  # girls are both
        (["5 people killed", "3 guards killed", "4 militiamen killed"], []),  # attackers may be left out
        (["5 people killed", "3 women killed", "4 militiamen killed"], []),
        (["10 Northern side killed or wounded", "6 guards killed", "5 Northern side wounded"], MORE_THAN_10),
        (
            ["at least 8 guards killed or wounded", "2 Northern side killed", "5 Northern side wounded"],
            [(FIRM, "no whole numbers satisfy all of them")],
        ),
    ],
)
def test_several_tolls_that_cannot_all_be_true(said, found):
    told = [claim(words, source=f"Agency {place}", name=f"c{place}") for place, words in enumerate(said)]
    assert found_by(impossible_together, *told) == found


def test_what_one_voice_repeats_in_one_article_is_impossible_once():
    told = [
        claim("10 killed or wounded", **A, article=article, name=name) for article, name in (("a1", "x"), ("a1", "y"))
    ]
    others = claim("6 killed", **B, name="b"), claim("5 wounded", **C, name="c")
    [found] = impossible_together(case_of(incident(*told, *others), lexicon()))
    assert found.claims == ("b", "c", "x", "y")


@pytest.mark.parametrize(
    ("listed", "whole", "found"),
    [
        ("14 civilians killed, 25 army, 9 bodies", "47 killed", [(FIRM, "14 + 25 + 9 = 48, more than 47")]),
        ("14 civilians killed, 25 army, 9 bodies", "48 killed", []),
        ("14 civilians killed, 25 army, 9 bodies", "60 killed", []),  # a list need not be complete
        ("14 civilians killed, 25 army, 9 bodies", "about 46 killed", []),
        ("15 civilians killed, about 40 army", "50 killed", [(LOOSE, "15 + 36 = 51, more than 50")]),
        ("15 civilians killed, 27 army", "30 army killed", []),
        ("15 civilians killed, 27 army", "30 killed, 5 wounded", [(FIRM, "15 + 27 = 42, more than 30")]),
        ("3 civilians killed, 2 civilians", "4 civilians killed", [(FIRM, "3 + 2 = 5, more than 4")]),
        ("3 civilians killed, 2 civilians", "5 civilians killed", []),
    ],
)
def test_a_list_adds_up_to_no_more_than_its_whole(listed, whole, found):
    assert found_by(list_against_whole, claim(listed, **A), claim(whole, **B)) == found


def test_a_list_of_attackers_and_others_is_no_part_of_the_people_they_killed():
    told = claim("15 civilians killed, 8 dune fighters", by="Dune Group", **A), claim("15 killed", **B)
    assert found_by(list_against_whole, *told) == []


def test_more_than_ten_beside_a_list_of_exactly_ten():
    listed = claim("4 workers killed, 5 displaced people, 1 local man", article="a1", **B)
    more = claim("more than 10 killed", article="a1", **A)
    assert found_by(list_against_whole, listed, more) == [(LOOSE, "4 + 5 + 1 = 10, and not more")]
    for other in (
        claim("more than 10 killed", article="a2", **A),
        claim("more than 9 killed", article="a1", **A),
        claim("at least 11 killed", article="a1", **A),
        claim("more than 10 killed", article="a1", level="aggregate", **A),
        claim("more than 10 killed", article="a1", unit="household", **A),
    ):
        assert found_by(list_against_whole, listed, other) == []
    loose = claim("4 workers killed, at least 5 displaced people, 1 local man", article="a1", **B)
    assert found_by(list_against_whole, loose, more) == []
    families = claim("4 workers killed, 6 displaced people", article="a1", unit="household", **B)
    assert found_by(list_against_whole, families, more) == []


FEWER = [(LOOSE, "fewer of one side, unless only a part was counted")]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ([claim("5 Northern side killed", **A), claim("2 guards killed", **B)], FEWER),
        ([claim("5 Northern side killed", **A), claim("2 guards killed, 2 militiamen", **B)], FEWER),
        ([claim("5 Northern side killed", **A), claim("2 guards killed, 3 militiamen", **B)], []),
        ([claim("5 Northern side killed", **A), claim("at least 2 guards killed", **B)], []),
        ([claim("5 Northern side killed", **A), claim("2 guards wounded", **B)], []),
        ([claim("5 Northern side killed", **A), claim("2 guards killed", **A)], []),  # its own part
        ([claim("5 Northern side killed; 2 guards killed", **A), claim("2 guards killed", **B)], []),
        ([claim("5 Northern side killed", **A), claim("9 Northern side killed; 2 guards killed", **B)], []),
        ([claim("5 Northern side killed", **A), claim("2 Northern side killed; 2 guards killed", **B)], FEWER),
        ([claim("5 Northern side killed", **A), claim("9 army killed, including 2 guards", **B)], []),
        ([claim("5 Northern side killed", **A), claim("2 guards killed; 1 guards killed", **B)], FEWER),
        ([claim("5 Northern side killed", **A), claim("2 guards killed; 3 guards killed", **B)], []),
        ([claim("5 people killed", **A), claim("2 guards killed", **B)], []),
        ([claim("5 Northern side killed", **A), claim("2 guards killed", level="aggregate", **B)], []),
    ],
)
def test_one_sides_losses_in_two_accounts(told, found):
    assert found_by(one_sides_losses, *told) == found


def test_a_subset_of_a_contradicted_toll_adds_nothing():
    told = claim("75 rebels killed, including 30 foresters", **A, name="a"), claim("29 rebels killed", **B, name="b")
    [found] = contradicting_counts(case_of(incident(*told), lexicon()))
    assert len(found.tolls) == 2
    more = claim("50 rebels killed, including 35 foresters", **A), claim("20 to 60 rebels killed", **B)
    assert found_by(contradicting_counts, *more, claim("30 foresters killed", **C)) == [
        (FIRM, "no number satisfies both")
    ]


def test_what_one_voice_repeats_in_one_article_is_one_conflict():
    told = claim("20 killed; 20 killed", name="a", **A), claim("26 killed; 26 killed; 26 killed", name="b", **B)
    case = case_of(incident(*told), lexicon())
    [found] = contradicting_counts(case)
    assert [str(reference) for reference in found.tolls] == [
        f"TollReference(claim='{name}', toll={place})" for name, many in (("a", 2), ("b", 3)) for place in range(many)
    ]
    assert (found.claims, found.rule) == (("a", "b"), "contradicting counts")

"""How two tolls of one incident stand to each other, by the first rule that answers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

from claimrec.judging.judgement import Severity, Verdict
from claimrec.judging.rules import (
    RULES,
    Rule,
    Ruling,
    counts_meet,
    have_an_effect_in_common,
    other_effects,
    other_victims,
    same_count,
)
from claimrec.judging.statements import Statement
from claimrec.judging.victims import Kinship
from claimrec.records.claim import TollReference

_NEVER_ON_COUNTS_APART = (other_effects, other_victims, same_count, counts_meet)

_RULES_ON_COUNTS_APART = tuple(rule for rule in RULES if rule not in _NEVER_ON_COUNTS_APART)
"""The rules for two counts that share no number, of people who can be in both: the others have nothing to say."""


def conflicts_on(
    statements: Sequence[Statement], kinship: Kinship, superseded: Collection[TollReference]
) -> Iterator[tuple[Statement, Statement, str]]:
    """The pairs that conflict, and why; pairs that cannot conflict do not reach the rules."""
    for a, b in combinations(statements, 2):
        because = why_conflicting(a, b, kinship, superseded)
        if because is not None:
            yield a, b, because


def why_conflicting(
    a: Statement, b: Statement, kinship: Kinship, superseded: Collection[TollReference] = ()
) -> str | None:
    """Why two tolls, of which the first comes first by reference, are in conflict; None where they are not."""
    if not can_conflict(a, b, kinship):
        return None
    _, ruling = _decided(_RULES_ON_COUNTS_APART, a, b, kinship, superseded)
    return _told(a, b, ruling) if ruling.answer == "conflict" else None


def can_conflict(a: Statement, b: Statement, kinship: Kinship) -> bool:
    """Do two counts of people who can be in both share no number? No rule finds a conflict in any others."""
    return (
        have_an_effect_in_common(a, b)
        and not a.count.meets(b.count)
        and kinship.of(a.group, b.group) not in ("other", "unclear")
    )


def verdicts_on(
    statements: Sequence[Statement], kinship: Kinship, superseded: Collection[TollReference]
) -> Iterator[Verdict]:
    """The verdict on every pair of tolls with one effect, or with an effect and the category that combines it."""
    for a, b in combinations(statements, 2):
        if have_an_effect_in_common(a, b):
            yield verdict(a, b, kinship, superseded)


def verdict(one: Statement, other: Statement, kinship: Kinship, superseded: Collection[TollReference] = ()) -> Verdict:
    """How two tolls stand to each other; which of them comes first changes nothing.

    A toll in `superseded` is held against nothing that it would contradict.
    """
    a, b = (one, other) if one.order <= other.order else (other, one)
    return _in_words(a, b, *_decided(RULES, a, b, kinship, superseded))


def _decided(
    rules: Iterable[Rule], a: Statement, b: Statement, kinship: Kinship, superseded: Collection[TollReference]
) -> tuple[Rule, Ruling]:
    """The first rule that answers, and its answer."""
    rule, ruling = next((rule, found) for rule in rules if (found := rule(a, b, kinship)))
    if ruling.answer == "conflict" and superseded and (a.reference in superseded or b.reference in superseded):
        ruling = Ruling("superseded", "the origin of one of them replaced it later")
    return rule, ruling


def _in_words(a: Statement, b: Statement, rule: Rule, ruling: Ruling) -> Verdict:
    return Verdict(a.reference, b.reference, ruling.answer, rule_name(rule), _told(a, b, ruling))


def _told(a: Statement, b: Statement, ruling: Ruling) -> str:
    return f"{a}; {b}: {ruling.because}"


def severity(a: Statement, b: Statement) -> Severity:
    """How grave it is that two tolls are in conflict.

    A tension only, where the slack of a loose hedge would let them meet, or where one voice is printed with two
    figures in two articles, of which one may have replaced the other.
    """
    if a.voice == b.voice and a.claim.article != b.claim.article:
        return "tension"
    return "tension" if a.loosened.meets(b.loosened) else "contradiction"


@cache  # the same few name every verdict
def rule_name(rule: Callable[..., object]) -> str:
    """The name of a rule or check as reports print it.

    >>> from claimrec.judging.rules import part_and_whole
    >>> rule_name(part_and_whole)
    'part and whole'
    """
    return rule.__name__.replace("_", " ")

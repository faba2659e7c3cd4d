"""The range that remains for each effect and group of victims (METHOD 9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claimrec.judging.case import Case
from claimrec.judging.judgement import Range
from claimrec.judging.lists import in_own_words
from claimrec.judging.statements import Statement
from claimrec.judging.victims import EVERYBODY, Group
from claimrec.records.claim import Effect
from claimrec.values.count import UNKNOWN, Count


def ranges_in(case: Case) -> tuple[Range, ...]:
    """For each effect and group that is counted: what the standing tolls leave, and the hull of what they claim.

    A group has as many as its parts at least, and as many as its whole at most; where tolls add up, what all those that
    can be true together leave. People who are only one item of a list have no range of their own. No best figure is
    chosen: that is a policy with a name.
    """
    told: dict[tuple[Effect, Group], list[Statement]] = defaultdict(list)
    for one in case.standing:
        listed = one.group.noun is not None and one.group.noun == in_own_words(one.toll)
        if one.toll.unit == "person" and one.claim.level == case.incident.level and not listed:
            told[one.effect, one.group].append(one)
    found = [_range(case, effect, group, counted) for (effect, group), counted in told.items()]
    return tuple(sorted(found, key=lambda one: (one.effect, one.victims is not None, one.victims or "")))


def _range(case: Case, effect: Effect, group: Group, counted: Sequence[Statement]) -> Range:
    remaining: Count | None = UNKNOWN
    for one in case.standing:
        bound = _bound_on(group, one, case) if one.effect == effect else None
        if bound is not None and remaining is not None:
            remaining &= bound
    added = case.system.remaining(counted[0]) if case.system is not None else None
    if remaining is not None and added is not None:
        remaining = remaining & added or remaining
    claimed = counted[0].count
    for one in counted:
        claimed = claimed.hull(one.count)
    return Range(effect, None if str(group) == EVERYBODY else str(group), remaining, claimed)


def _bound_on(group: Group, one: Statement, case: Case) -> Count | None:
    """What a toll says about a group: its count, or a bound from a part or a whole; None where it says nothing."""
    if one.toll.unit != "person" or one.claim.level != case.incident.level:
        return None
    kin = case.kinship.of(one.group, group)
    if kin == "same":
        return one.count
    if kin == "part":
        return Count.at_least(one.count.low)
    return Count(0, one.count.high) if kin == "whole" else None

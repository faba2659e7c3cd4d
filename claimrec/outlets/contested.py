"""What is contested, month by month and place by place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import attrs

from claimrec.judging.judgement import Judgement
from claimrec.outlets.estimate import Estimate, share


@attrs.frozen
class Contested:
    """Of the incidents that two or more voices tell of, the share in which not everything said can be true.

    `month` is its first day as "2016-03", `place` the governorate or, where none is known, the place; None is all.
    `incidents` counts those of one voice, too, which nobody contests.
    """

    month: str | None
    place: str | None
    incidents: int
    share: Estimate


def contested_of(incidents: Iterable[Judgement]) -> tuple[Contested, ...]:
    """All incidents, then each month, each place, and each place in each month."""
    all_told: dict[tuple[str | None, str | None], list[Judgement]] = defaultdict(list)
    for judgement in incidents:
        month = f"{judgement.when.first:%Y-%m}" if judgement.when else None
        place = (judgement.where.admin or judgement.where.name) if judgement.where else None
        for key in {(None, None), (month, None), (None, place), (month, place)}:
            all_told[key].append(judgement)
    found = [_row(month, place, told) for (month, place), told in all_told.items()]
    return tuple(sorted(found, key=_order))


def is_contested(judgement: Judgement) -> bool:
    """Is something said about the incident that cannot all be true?"""
    return any(conflict.severity == "contradiction" for conflict in judgement.conflicts)


def _row(month: str | None, place: str | None, told: list[Judgement]) -> Contested:
    several = [one for one in told if len(one.voices) > 1]
    contested = sum(map(is_contested, several))
    return Contested(month, place, len(told), share(contested, len(several)))


def _order(row: Contested) -> tuple[bool, bool, str, str]:
    return row.place is not None, row.month is not None, row.month or "", row.place or ""

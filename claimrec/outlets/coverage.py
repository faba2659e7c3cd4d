"""Who reports what, how late, and who is silent where others report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

import attrs

from claimrec.judging.case import Case
from claimrec.judging.shared import event_of, when_of
from claimrec.outlets.estimate import Estimate, median, share
from claimrec.outlets.witnesses import outlet_of, witness_of
from claimrec.records.article import day_of


@attrs.frozen
class Coverage:
    """What an outlet prints of one kind of event, or of all (`event` is None).

    `reported` are incidents; `alone` is the share of them that nobody else reports, `second_hand` the share of which it
    prints only what others say. `silent` is the share, of the incidents of others in its own time, that it does not
    report; its own time runs from the first to the last day of which it reports anything. `delay` is in days from the
    first report of anybody to its own, over incidents that others report as well.
    """

    outlet: str
    event: str | None
    reported: int
    alone: Estimate
    second_hand: Estimate
    silent: Estimate
    delay: Estimate


@attrs.frozen
class Printed:
    """What one outlet prints of one incident; `published` is its first report of it."""

    published: date | None
    first_hand: bool


@attrs.frozen
class Reported:
    """One incident, and which outlets report it."""

    day: date | None
    event: str | None
    by: Mapping[str, Printed]

    @classmethod
    def of(cls, case: Case) -> Reported:
        """The incident of a case."""
        by: dict[str, Printed] = {}
        for claim in case.claims:
            outlet, published = outlet_of(claim, case.lexicon), day_of(claim.published)
            before = by.get(outlet, Printed(None, first_hand=False))
            first = min((day for day in (before.published, published) if day), default=None)
            first_hand = before.first_hand or witness_of(claim, case.lexicon) == outlet
            by[outlet] = Printed(first, first_hand)
        when = when_of(case.claims)
        return cls(when.first if when else None, event_of(case.claims), by)

    def delay(self, outlet: str) -> int | None:
        """Days from the first report to the outlet's; None where nobody else reports it, or a day is not known."""
        published = self.by[outlet].published
        first = min((one.published for one in self.by.values() if one.published), default=None)
        if len(self.by) < 2 or published is None or first is None:
            return None
        return (published - first).days


def coverage_of(cases: Iterable[Case]) -> tuple[Coverage, ...]:
    """A row for each outlet over all events, then one for each kind of event that it reports or is silent on."""
    incidents = [Reported.of(case) for case in cases]
    by_event: dict[str, list[Reported]] = defaultdict(list)
    for one in incidents:
        if one.event:
            by_event[one.event].append(one)
    times = _times(incidents)
    found = [
        row
        for event, reported in [(None, incidents), *sorted(by_event.items())]
        for row in _rows(event, reported, times)
    ]
    return tuple(sorted(found, key=lambda row: (row.outlet, row.event is not None, row.event or "")))


def _times(incidents: Iterable[Reported]) -> Mapping[str, tuple[date, date]]:
    """The first and the last day of which each outlet reports anything."""
    days: dict[str, list[date]] = defaultdict(list)
    for one in incidents:
        for outlet in one.by:
            if one.day:
                days[outlet].append(one.day)
    return {outlet: (min(known), max(known)) for outlet, known in days.items()}


def _rows(
    event: str | None, incidents: Sequence[Reported], times: Mapping[str, tuple[date, date]]
) -> Iterable[Coverage]:
    days = sorted(one.day for one in incidents if one.day)
    reported: dict[str, list[Reported]] = defaultdict(list)
    for one in incidents:
        for outlet in one.by:
            reported[outlet].append(one)
    for outlet in sorted({*reported, *times}):
        own = reported[outlet]
        dated = [one for one in own if one.day]
        shared = sum(len(one.by) > 1 for one in dated)
        silent = _in_time(days, times.get(outlet)) - len(dated)
        if own or silent:
            yield Coverage(
                outlet,
                event,
                len(own),
                alone=share(sum(len(one.by) == 1 for one in own), len(own)),
                second_hand=share(sum(not one.by[outlet].first_hand for one in own), len(own)),
                silent=share(silent, silent + shared),
                delay=median([late for one in own if (late := one.delay(outlet)) is not None]),
            )


def _in_time(days: Sequence[date], time: Collection[date] | None) -> int:
    if time is None:
        return 0
    return bisect_right(days, max(time)) - bisect_left(days, min(time))

"""The checks that ship, in the order in which a report lists them. Write another one beside them and pass it in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

import numpy as np

from claimrec.judging.aggregates import sum_of_parts
from claimrec.judging.attribution import competing_actors, denied, denied_at_once, role_reversal
from claimrec.judging.case import Check
from claimrec.judging.coded import Answers
from claimrec.judging.counts import contradicting_counts, one_sides_losses
from claimrec.judging.dates import disjoint_days, disjoint_days_at_once
from claimrec.judging.judgement import Conflict
from claimrec.judging.places import place_wording, places_apart, places_apart_at_once
from claimrec.judging.screening import Screen
from claimrec.judging.sums import impossible_together, list_against_whole
from claimrec.judging.totals import more_than_the_total
from claimrec.judging.wording import event_kinds, event_kinds_at_once, labels, labels_at_once, one_number_two_groups

CHECKS: Sequence[Check] = (
    contradicting_counts,
    one_sides_losses,
    impossible_together,
    list_against_whole,
    sum_of_parts,
    more_than_the_total,
    denied,
    competing_actors,
    role_reversal,
    disjoint_days,
    places_apart,
    one_number_two_groups,
    place_wording,
    event_kinds,
    labels,
)

NEEDS: Mapping[Check, Callable[[Screen], Answers]] = {
    one_sides_losses: attrgetter("fewer_of_a_side"),
    impossible_together: attrgetter("adds_up"),
    list_against_whole: attrgetter("columns.listing"),
    sum_of_parts: attrgetter("columns.over_incidents"),
    more_than_the_total: attrgetter("columns.over_incidents"),
    denied: attrgetter("denials"),
    competing_actors: attrgetter("other_actors"),
    role_reversal: attrgetter("other_actors"),
    disjoint_days: attrgetter("days"),
    places_apart: attrgetter("points"),
    one_number_two_groups: attrgetter("one_number"),
    place_wording: attrgetter("place_words"),
    event_kinds: attrgetter("events"),
    labels: attrgetter("labels"),
}
"""What an incident must hold for a check to find anything in it. A check that is not listed is always asked."""


AT_ONCE: Mapping[Check, Callable[[Screen], Iterable[tuple[int, Conflict]]]] = {
    denied: lambda screen: denied_at_once(screen.table, screen.denying),
    disjoint_days: lambda screen: disjoint_days_at_once(screen.columns),
    places_apart: lambda screen: places_apart_at_once(screen.columns),
    event_kinds: lambda screen: event_kinds_at_once(screen.columns),
    labels: lambda screen: labels_at_once(screen.table, screen.labelled),
}
"""What these checks find in all incidents at once, but for those in which an article tells several claims."""


def found_at_once(screen: Screen, checks: Sequence[Check]) -> Iterator[tuple[int, Conflict]]:
    """What is found in incidents without laying them open, behind the incident's place."""
    for check in checks:
        if check in AT_ONCE:
            yield from AT_ONCE[check](screen)


def asked_of_each(screen: Screen, checks: Sequence[Check]) -> Mapping[int, Sequence[Check]]:
    """By the place of an incident the checks that may still find something in it, in their order."""
    asked: dict[int, list[Check]] = defaultdict(list)
    everywhere = np.ones(len(screen.columns.incidents), dtype=bool)
    for check in checks:
        may_find = NEEDS[check](screen) if check in NEEDS else everywhere
        if check in AT_ONCE:
            may_find = may_find & screen.columns.retold
        for at in np.flatnonzero(may_find).tolist():
            asked[at].append(check)
    return asked

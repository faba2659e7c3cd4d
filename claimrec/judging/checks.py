"""The checks that ship, in the order in which a report lists them. Write another one beside them and pass it in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import compress
from operator import attrgetter

import numpy as np

from claimrec.judging.aggregates import sum_of_parts
from claimrec.judging.attribution import competing_actors, denied, role_reversal
from claimrec.judging.case import Check
from claimrec.judging.counts import contradicting_counts, one_sides_losses
from claimrec.judging.dates import disjoint_days
from claimrec.judging.places import place_wording, places_apart
from claimrec.judging.screening import Answers, Screen
from claimrec.judging.sums import impossible_together, list_against_whole
from claimrec.judging.totals import more_than_the_total
from claimrec.judging.wording import event_kinds, labels, one_number_two_groups

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
    contradicting_counts: attrgetter("counts_apart"),
    one_sides_losses: lambda screen: screen.counts_apart & screen.sides,
    impossible_together: attrgetter("adds_up"),
    list_against_whole: attrgetter("lists"),
    sum_of_parts: attrgetter("over_incidents"),
    more_than_the_total: attrgetter("over_incidents"),
    denied: attrgetter("accounts"),
    competing_actors: attrgetter("accounts"),
    role_reversal: attrgetter("accounts"),
    disjoint_days: attrgetter("days"),
    places_apart: attrgetter("points"),
    one_number_two_groups: attrgetter("sides"),
    place_wording: attrgetter("place_words"),
    event_kinds: attrgetter("events"),
    labels: attrgetter("labels"),
}
"""What an incident must hold for a check to find anything in it. A check that is not listed is always asked."""


def asked_of_each(screen: Screen, checks: Sequence[Check]) -> Iterator[tuple[Check, ...]]:
    """For each incident the checks that may find something in it, in their order."""
    everywhere = np.ones(len(screen.incidents), dtype=bool)
    may_find = [NEEDS[check](screen) if check in NEEDS else everywhere for check in checks]
    answers = np.array(may_find, dtype=bool).reshape(len(checks), len(screen.incidents))
    for of_one in answers.T.tolist():
        yield tuple(compress(checks, of_one))

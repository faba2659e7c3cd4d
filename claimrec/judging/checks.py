"""The checks that ship, in the order in which a report lists them. Write another one beside them and pass it in."""

from __future__ import annotations

from collections.abc import Sequence

from claimrec.judging.aggregates import sum_of_parts
from claimrec.judging.attribution import competing_actors, denied, role_reversal
from claimrec.judging.case import Check
from claimrec.judging.counts import contradicting_counts, one_sides_losses
from claimrec.judging.dates import disjoint_days
from claimrec.judging.places import place_wording, places_apart
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

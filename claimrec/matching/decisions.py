"""What a user has decided about pairs of claims: it stands above every rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations

import attrs

from claimrec.errors import RuleError


@attrs.frozen
class Decision:
    """Two claims, by id, that speak of one incident (`same`) or do not; why, and who decided it when."""

    a: str
    b: str
    same: bool
    because: str = "so decided by hand"
    author: str | None = None
    day: date | None = None

    def __attrs_post_init__(self) -> None:
        if self.a == self.b:
            raise RuleError(f"a decision is about two claims, not {self.a!r} twice")


def settled(decisions: Iterable[Decision]) -> Mapping[tuple[str, str], Decision]:
    """The decision on each pair of ids, smaller id first; what follows from several is among them.

    If a is one with b, and b with c, then a is with c. Decisions that contradict each other raise RuleError.

    >>> settled([Decision("a", "b", same=True), Decision("c", "b", same=True)])["a", "c"].because
    'follows from other decisions'
    """
    given = sorted(decisions, key=lambda one: (*sorted((one.a, one.b)), one.same, one.because, repr(one)))
    group: dict[str, set[str]] = {}
    for one in given:
        if one.same:
            joined = group.get(one.a, {one.a}) | group.get(one.b, {one.b})
            group |= dict.fromkeys(joined, joined)
    pairs = {pair for members in group.values() for pair in combinations(sorted(members), 2)}
    found = {pair: Decision(*pair, same=True, because="follows from other decisions") for pair in sorted(pairs)}
    for one in given:
        a, b = sorted((one.a, one.b))
        if not one.same and (a, b) in found and found[a, b].same:
            raise RuleError(f"claims {a!r} and {b!r} are decided to be one incident, and not to be")
        found[a, b] = one
    return found

"""The order in which unsure pairs are worth a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from claimrec.matching.evidence import Evidence


def in_order_of_review(pairs: Iterable[Evidence], threshold: float) -> tuple[Evidence, ...]:
    """The least sure of every kind first: pairs that fall into the same levels would all be decided alike.

    >>> from claimrec.matching.evidence import Finding
    >>> def pair(name, level, bits):
    ...     return Evidence(name, "z", 0.0, (Finding("day", level, bits, ""),))
    >>> pairs = [pair("a", "same day", 0.1), pair("b", "same day", 0.1), pair("c", "next day", -1.5)]
    >>> [one.a for one in in_order_of_review(pairs, 0.0)]
    ['a', 'c', 'b']
    """
    seen: Counter[tuple[str, ...]] = Counter()
    order = []
    for one in sorted(pairs, key=lambda one: (abs(one.bits - threshold), one.a, one.b)):
        kind = tuple(finding.level for finding in one.findings)
        order.append((seen[kind], one))
        seen[kind] += 1
    return tuple(one for _, one in sorted(order, key=lambda ranked: ranked[0]))

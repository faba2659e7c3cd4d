"""The level comparison: whether two claims count over the same kind of thing (METHOD 7)."""

from __future__ import annotations

from claimrec.matching.comparison import Comparison, Likeness
from claimrec.matching.weights import shipped_weights
from claimrec.records import claim


def _likeness(a: claim.Level, b: claim.Level) -> Likeness:
    """Do both count over one incident, or both over the same kind of total?

    An incident is never one with a total over many; a sum over named incidents is an incident of its own, whose parts
    are found when it is judged.
    """
    if a != b:
        return Likeness("another level", " and ".join(sorted((a, b))))
    return Likeness("both of one incident" if a == "incident" else "same kind of total", f"both {a}")


level: Comparison[claim.Level] = Comparison("level", shipped_weights()["level"], "level", _likeness)

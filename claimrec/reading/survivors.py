"""Who was shot: a word that leaves open whether they lived, read with what the article says of the dead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from claimrec.reading.contexts import Context
from claimrec.reading.drafts import Draft
from claimrec.records.claim import Toll


def settle_open(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with every toll settled that was told by an open word ("was shot").

    Where their incident has no dead, they were wounded. Where it has as many dead, these are they, and counted once;
    where it has fewer, those shot are killed or wounded (METHOD 5).
    """
    dead: dict[Context, int] = {}
    for draft in drafts:
        for toll in draft.tolls:
            if toll.effect == "killed" and toll.part_of is None:
                dead[draft.context] = max(dead.get(draft.context, 0), toll.count.low)
    for draft in drafts:
        killed = dead.get(draft.context, 0)
        if killed and draft.open:
            draft.tolls = list(_settled(draft.tolls, draft.open, killed))
    return [draft for draft in drafts if draft.tolls or not draft.counted]


def _settled(tolls: Sequence[Toll], unsettled: set[int], killed: int) -> Iterable[Toll]:
    """The tolls without those of the dead; the places of wholes are counted anew."""
    gone = {place for place in unsettled if tolls[place].count.low <= killed and tolls[place].count.is_exact}
    gone |= {place for place, toll in enumerate(tolls) if toll.part_of in gone}
    moved = {old: new for new, old in enumerate(place for place in range(len(tolls)) if place not in gone)}
    for place in moved:
        toll = tolls[place]
        effect = "killed_or_wounded" if place in unsettled else toll.effect
        whole = toll.part_of if toll.part_of is None else moved[toll.part_of]
        yield attrs.evolve(toll, effect=effect, part_of=whole)

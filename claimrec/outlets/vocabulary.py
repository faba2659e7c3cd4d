"""Which words each outlet uses for whom: they stand beside the neutral name, and never instead of it (METHOD 17)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal

import attrs

from claimrec.judging.case import Case
from claimrec.outlets.estimate import Estimate, share
from claimrec.outlets.witnesses import outlet_of

Role = Literal["victims", "perpetrator"]


@attrs.frozen
class Wording:
    """The share of the incidents in which an outlet names an actor, in one role, where it does so with these words."""

    outlet: str
    actor: str
    role: Role
    words: str
    share: Estimate


def vocabulary_of(cases: Iterable[Case]) -> tuple[Wording, ...]:
    """The words of each outlet for each armed actor, the most frequent first, whoever it quotes: it prints them."""
    naming: dict[tuple[str, str, Role], int] = defaultdict(int)
    worded: dict[tuple[str, str, Role, str], int] = defaultdict(int)
    for case in cases:
        told = set(_victims(case)) | set(_perpetrators(case))
        for outlet, actor, role in {one[:3] for one in told}:
            naming[outlet, actor, role] += 1
        for one in told:
            worded[one] += 1
    rows = [Wording(*key, share(incidents, naming[key[:3]])) for key, incidents in worded.items()]
    return tuple(sorted(rows, key=lambda row: (row.actor, row.outlet, row.role, -(row.share.best or 0), row.words)))


def _victims(case: Case) -> Iterator[tuple[str, str, Role, str]]:
    for one in case.statements:
        if one.toll.victims_words and len(one.group.names) == 1 and case.kinship.are_actors(one.group):
            [actor] = one.group.names
            yield outlet_of(one.claim, case.lexicon), actor, "victims", _plain(one.toll.victims_words)


def _perpetrators(case: Case) -> Iterator[tuple[str, str, Role, str]]:
    for claim in case.claims:
        doer = claim.perpetrator
        if doer and doer.actor and doer.words:
            yield outlet_of(claim, case.lexicon), doer.actor, "perpetrator", _plain(doer.words)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())

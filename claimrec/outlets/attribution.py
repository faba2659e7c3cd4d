"""Who names whom as the perpetrator, of what, and how."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import attrs

from claimrec.judging.case import Case
from claimrec.judging.shared import event_of
from claimrec.outlets.estimate import Estimate, share
from claimrec.outlets.witnesses import witness_of
from claimrec.records.claim import Stance


@attrs.frozen
class Attribution:
    """How often a voice names an actor as the perpetrator of one kind of event, with one stance.

    `event` is None where no kind of event is told. `share` is of all incidents in which the voice names any actor.
    """

    outlet: str
    perpetrator: str
    stance: Stance
    event: str | None
    share: Estimate


def attribution_of(cases: Iterable[Case]) -> tuple[Attribution, ...]:
    """Each voice's perpetrators by name, the most frequent first; unknown gunmen are nobody's name."""
    naming: dict[str, int] = defaultdict(int)
    named: dict[tuple[str, str, Stance, str | None], int] = defaultdict(int)
    for case in cases:
        event = event_of(case.claims)
        told = {
            (witness_of(one.claim, case.lexicon), one.perpetrator.actor, one.stance)
            for one in case.accounts
            if one.perpetrator.actor
        }
        for outlet in {outlet for outlet, _, _ in told}:
            naming[outlet] += 1
        for outlet, actor, stance in told:
            named[outlet, actor, stance, event] += 1
    rows = [Attribution(*key, share(incidents, naming[key[0]])) for key, incidents in named.items()]
    return tuple(
        sorted(rows, key=lambda row: (row.outlet, -(row.share.best or 0), row.perpetrator, row.stance, row.event or ""))
    )

"""From incidents to judgements: what was said, what cannot all be true, and what remains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import partial, reduce

import attrs

from claimrec.judging.aggregates import parts_of, sum_verdicts
from claimrec.judging.case import Case, Check, case_of
from claimrec.judging.checks import CHECKS
from claimrec.judging.judgement import Conflict, Judgement, Verdict, Verdicts
from claimrec.judging.ranges import ranges_in
from claimrec.judging.sensitivity import with_conventions_tried
from claimrec.judging.totals import held_by
from claimrec.judging.voices import voices_of
from claimrec.lexicon.loader import Lexicon
from claimrec.matching.incidents import Incident
from claimrec.values.place import Place
from claimrec.values.window import Window

_GRAVEST_FIRST = ("contradiction", "tension", "note")


def judge(
    incidents: Sequence[Incident], *, lexicon: Lexicon, checks: Sequence[Check] = CHECKS
) -> tuple[Judgement, ...]:
    """A judgement on each incident, in the order given; all at once, since an aggregate needs its parts.

    Nothing here says who is right: a judgement quotes the claims and names the rule.
    """
    told_in = _told_beside_sums(incidents, lexicon)
    return tuple(judge_case(_with_others(case_of(one, lexicon), told_in), checks=checks) for one in incidents)


def _told_beside_sums(incidents: Iterable[Incident], lexicon: Lexicon) -> dict[str, list[Case]]:
    """What each article tells that tells of a sum or a total; no other case needs to be at hand with others."""
    summing = [one for one in incidents if one.level != "incident"]
    told_in: dict[str, list[Case]] = {claim.article: [] for one in summing for claim in one.claims}
    for incident in incidents:
        articles = {claim.article for claim in incident.claims if claim.article in told_in}
        if articles:
            case = case_of(incident, lexicon)
            for article in articles:
                told_in[article].append(case)
    return told_in


def _with_others(case: Case, told_in: Mapping[str, Sequence[Case]]) -> Case:
    """The case with those of the incidents that it sums or holds, which its own articles tell of."""
    if case.incident.level == "incident":
        return case
    others = {other.incident.id: other for claim in case.claims for other in told_in[claim.article]}
    return attrs.evolve(case, parts=parts_of(case, others.values()), held=held_by(case, others.values()))


def judge_case(case: Case, *, checks: Sequence[Check] = CHECKS) -> Judgement:
    """The judgement on one incident laid open."""
    conflicts = sorted({found for check in checks for found in check(case)}, key=_order)
    return Judgement(
        case.incident,
        parts=tuple(sorted(part.incident.id for part in case.parts)),
        when=when_of(case),
        where=where_of(case),
        event=event_of(case),
        voices=voices_of(case.claims, case.statements, case.kinship),
        ranges=ranges_in(case),
        verdicts=Verdicts(partial(_verdicts_in, case.incident, [part.incident for part in case.parts], case.lexicon)),
        conflicts=tuple(with_conventions_tried(case, conflicts, checks)),
        superseded=case.superseded,
        standing=case.standing,
    )


def _verdicts_in(incident: Incident, parts: Iterable[Incident], lexicon: Lexicon) -> Iterator[Verdict]:
    """The verdicts on an incident that is laid open once more, so that a judgement holds nothing but claims."""
    case = attrs.evolve(case_of(incident, lexicon), parts=tuple(case_of(part, lexicon) for part in parts))
    yield from case.verdicts
    yield from sum_verdicts(case)


def when_of(case: Case) -> Window | None:
    """The days that all claims allow; where they allow none, all the days that they name."""
    windows = [claim.when.window for claim in case.claims if claim.when]
    if not windows:
        return None
    if _all_are_one(windows):
        return windows[0]
    shared: Window | None = windows[0]
    for window in windows:
        shared = shared & window if shared else None
    return shared or reduce(Window.hull, windows)


def where_of(case: Case) -> Place | None:
    """The place that most claims name; of equals the most precise."""
    places = [claim.where.place for claim in case.claims if claim.where]
    if _all_are_one(places):
        return next(iter(places), None)
    named = Counter(places)
    return min(
        named, key=lambda place: (-named[place], place.radius_km is None, place.radius_km, str(place)), default=None
    )


def event_of(case: Case) -> str | None:
    """The kind of event that most claims name; of equals the first by name."""
    kinds = [claim.event for claim in case.claims if claim.event]
    if _all_are_one(kinds):
        return next(iter(kinds), None)
    named = Counter(kinds)
    return min(named, key=lambda kind: (-named[kind], kind), default=None)


def _all_are_one(values: Sequence[Hashable]) -> bool:
    return values.count(values[0]) == len(values) if values else True


def _order(conflict: Conflict) -> tuple[int, str, tuple[str, ...], object, str]:
    return _GRAVEST_FIRST.index(conflict.severity), conflict.kind, conflict.claims, conflict.tolls, conflict.because

"""From incidents to judgements: what was said, what cannot all be true, and what remains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, reduce

import attrs

from claimrec.judging.aggregates import parts_of, sum_verdicts
from claimrec.judging.case import Case, Check, case_of
from claimrec.judging.checks import CHECKS, asked_of_each
from claimrec.judging.counts import contradicting_counts
from claimrec.judging.judgement import Conflict, Judgement, OnDemand, Range, Superseded, Verdict, Voice
from claimrec.judging.plain import Pair, plain_conflicts, plain_pairs
from claimrec.judging.ranges import ranges_in
from claimrec.judging.screening import Screen
from claimrec.judging.sensitivity import with_conventions_tried
from claimrec.judging.statements import Statement
from claimrec.judging.totals import held_by
from claimrec.judging.voices import voices_of
from claimrec.lexicon.loader import Lexicon
from claimrec.matching.incidents import Incident
from claimrec.progress import tracked
from claimrec.records.claim import Claim
from claimrec.values.gathering import no_collecting
from claimrec.values.place import Place
from claimrec.values.window import Window

_GRAVEST_FIRST = ("contradiction", "tension", "note")


def judge(
    incidents: Sequence[Incident], *, lexicon: Lexicon, checks: Sequence[Check] = CHECKS
) -> tuple[Judgement, ...]:
    """A judgement on each incident, in the order given; all at once, since an aggregate needs its parts.

    Nothing here says who is right: a judgement quotes the claims and names the rule. Most incidents hold nothing that
    a check could find; they are laid open when somebody looks at them.
    """
    with no_collecting():
        return _judgements(incidents, lexicon, checks)


def _judgements(incidents: Sequence[Incident], lexicon: Lexicon, checks: Sequence[Check]) -> tuple[Judgement, ...]:
    told_in = _told_beside_sums(incidents, lexicon)
    screen = Screen(incidents, lexicon)
    pairs = plain_pairs(screen) if contradicting_counts in checks else {}
    asked = asked_of_each(screen, checks)
    each = enumerate(zip(tracked(incidents, "judging incidents"), asked, strict=True))
    return tuple(_judgement(screen, at, told_in, of_one, pairs.get(at, ())) for at, (_, of_one) in each)


def judge_again(
    incidents: Sequence[Incident], before: Iterable[Judgement], *, lexicon: Lexicon, checks: Sequence[Check] = CHECKS
) -> tuple[Judgement, ...]:
    """What `judge` gives on the incidents, where `before` it judged others: those that are the same keep theirs.

    A sum or a total is judged again where another incident of its articles came or went.
    """
    known = {id(one.incident): one for one in before}
    here = {id(one) for one in incidents}
    changed = [one for one in incidents if id(one) not in known]
    changed += [one.incident for name, one in known.items() if name not in here]
    articles = {claim.article for one in changed for claim in one.claims}
    summing = [one for one in incidents if one.level != "incident" and not articles.isdisjoint(_articles(one))]
    articles = {article for one in summing for article in _articles(one)}
    again = {id(one) for one in (*changed, *summing)}
    laid = [one for one in incidents if id(one) in again or not articles.isdisjoint(_articles(one))]
    judged = judge(laid, lexicon=lexicon, checks=checks)
    known |= {id(one.incident): one for one in judged if id(one.incident) in again}
    return tuple(known[id(one)] for one in incidents)


def _articles(incident: Incident) -> set[str]:
    return {claim.article for claim in incident.claims}


def _told_beside_sums(incidents: Iterable[Incident], lexicon: Lexicon) -> dict[str, list[LaidOpen]]:
    """What each article tells that tells of a sum or a total; no other incident needs to be at hand with others."""
    summing = [one for one in incidents if one.level != "incident"]
    told_in: dict[str, list[LaidOpen]] = {claim.article: [] for one in summing for claim in one.claims}
    for incident in incidents:
        beside = LaidOpen(incident, (), lexicon)
        for article in {claim.article for claim in incident.claims}:
            if article in told_in:
                told_in[article].append(beside)
    return told_in


@attrs.frozen(eq=False)
class LaidOpen:
    """An incident that is laid open when something of it is needed.

    `beside` are the incidents that its own articles tell of, of which an aggregate sums some and a total holds some.
    """

    incident: Incident
    beside: Collection[LaidOpen]
    lexicon: Lexicon

    @property
    def case(self) -> Case:
        """All that the checks look at."""
        return _case(self)


@lru_cache(maxsize=64)  # what is looked at is looked at from all sides, and then closed
def _case(opened: LaidOpen) -> Case:
    case = case_of(opened.incident, opened.lexicon)
    if not opened.beside:
        return case
    others = [one.case for one in opened.beside]
    return attrs.evolve(case, parts=parts_of(case, others), held=held_by(case, others))


def _voices(opened: LaidOpen) -> tuple[Voice, ...]:
    return voices_of(opened.case.claims, opened.case.statements, opened.case.kinship)


def _ranges(opened: LaidOpen) -> tuple[Range, ...]:
    return ranges_in(opened.case)


def _verdicts(opened: LaidOpen) -> Iterator[Verdict]:
    """On every pair of tolls, and between a sum and its parts."""
    yield from opened.case.verdicts
    yield from sum_verdicts(opened.case)


def _superseded(opened: LaidOpen) -> tuple[Superseded, ...]:
    return opened.case.superseded


def _standing(opened: LaidOpen) -> tuple[Statement, ...]:
    return opened.case.standing


def _judgement(
    screen: Screen, at: int, told_in: Mapping[str, Sequence[LaidOpen]], checks: Sequence[Check], plain: Sequence[Pair]
) -> Judgement:
    """The judgement on one incident by the checks that may find something in it; the rest is left for the first look.

    What is laid open for the checks is closed again: a judgement that nobody looked at holds nothing but claims.
    `plain` are the counts that contradict each other, where the screen tells.
    """
    incident, claims = screen.incidents[at], screen.told[at]
    beside: Collection[LaidOpen] = ()
    if incident.level != "incident":
        beside = {one.incident.id: one for claim in claims for one in told_in[claim.article]}.values()
    laid_open = LaidOpen(incident, beside, screen.lexicon)
    found: list[Conflict] = []
    if plain:
        found += plain_conflicts(plain, screen)
        checks = [check for check in checks if check is not contradicting_counts]
    if checks:
        found += _conflicts_in(laid_open.case, checks)
    return Judgement(
        incident,
        parts=tuple(sorted(part.incident.id for part in laid_open.case.parts)) if beside else (),
        when=when_of(claims),
        where=where_of(claims),
        event=event_of(claims),
        voices=OnDemand(_voices, laid_open),
        ranges=OnDemand(_ranges, laid_open),
        verdicts=OnDemand(_verdicts, laid_open),
        conflicts=_ordered(found),
        superseded=OnDemand(_superseded, laid_open),
        standing=OnDemand(_standing, laid_open),
    )


def _conflicts_in(case: Case, checks: Sequence[Check]) -> Iterable[Conflict]:
    """What the checks find, with what it depends on."""
    found = [(check, tuple(check(case))) for check in checks]
    conflicts = [one for _, some in found for one in some]
    counting = [check for check, some in found if any(one.kind == "count" for one in some)]
    return with_conventions_tried(case, conflicts, counting) if counting else conflicts


def _ordered(conflicts: Sequence[Conflict]) -> tuple[Conflict, ...]:
    """Each once, the gravest first."""
    if len(conflicts) < 2:
        return tuple(conflicts)
    ordered = sorted(conflicts, key=_order)
    return tuple([one for one, before in zip(ordered, (None, *ordered), strict=False) if one != before])


def when_of(claims: Iterable[Claim]) -> Window | None:
    """The days that all claims allow; where they allow none, all the days that they name."""
    whens = [claim.when for claim in claims if claim.when]
    windows = [when.window for when in whens if not when.inferred] or [when.window for when in whens]
    if not windows:
        return None
    if _all_are_one(windows):
        return windows[0]
    shared: Window | None = windows[0]
    for window in windows:
        shared = shared & window if shared else None
    return shared or reduce(Window.hull, windows)


def where_of(claims: Iterable[Claim]) -> Place | None:
    """The place that most claims name; of equals the most precise."""
    places = [claim.where.place for claim in claims if claim.where]
    if _all_are_one(places):
        return next(iter(places), None)
    named = Counter(places)
    return min(
        named, key=lambda place: (-named[place], place.radius_km is None, place.radius_km, str(place)), default=None
    )


def event_of(claims: Iterable[Claim]) -> str | None:
    """The kind of event that most claims name; of equals the first by name."""
    kinds = [claim.event for claim in claims if claim.event]
    if _all_are_one(kinds):
        return next(iter(kinds), None)
    named = Counter(kinds)
    return min(named, key=lambda kind: (-named[kind], kind), default=None)


def _all_are_one(values: Sequence[Hashable]) -> bool:
    return values.count(values[0]) == len(values) if values else True


def _order(conflict: Conflict) -> tuple[int, str, tuple[str, ...], object, str, str]:
    grave = _GRAVEST_FIRST.index(conflict.severity)
    return grave, conflict.kind, conflict.claims, conflict.tolls, conflict.because, conflict.rule

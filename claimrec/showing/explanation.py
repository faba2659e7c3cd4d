"""Why two claims are, or are not, one incident, and how their figures stand to each other, as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from claimrec.judging.judgement import Conflict, Verdict
from claimrec.judging.result import Result
from claimrec.matching.explaining import Explanation
from claimrec.records.claim import Claim
from claimrec.showing.accounts import claims_in
from claimrec.showing.quotes import SHOWN
from claimrec.showing.wording import (
    bits_words,
    chain_words,
    day_words,
    dependence_words,
    harmless,
    place_words,
    window_words,
)


def explanation_text(explanation: Explanation, result: Result) -> str:
    """Both claims, the evidence bit by bit, and the verdicts on their figures where they are one incident."""
    evidence = explanation.evidence
    claims = {claim.id: claim for claim in result.claims}
    both = {evidence.a, evidence.b}
    lines = chain(_claim(claims[evidence.a]), _claim(claims[evidence.b]), _evidence(explanation), _found(both, result))
    return "\n".join(map(harmless, lines)) + "\n"


def _claim(claim: Claim) -> Iterator[str]:
    where, when = claim.where and claim.where.place, claim.when and claim.when.window
    yield f"{claim.id}: {chain_words(claim.voices)}, {day_words(claim.published)}"
    yield f"  {place_words(where or None)}; {window_words(when or None)}; {claim.event or 'no kind of event'}"
    if claim.quote:
        yield f"  “{claim.quote.text[:SHOWN]}”"


def _evidence(explanation: Explanation) -> Iterator[str]:
    evidence = explanation.evidence
    rows = [("before anything is compared", "", evidence.prior)]
    rows += [(finding.comparison, finding.because or finding.level, finding.bits) for finding in evidence.findings]
    rows.append(("together", "", evidence.bits))
    width = max(len(name) for name, _, _ in rows)
    yield "Evidence that both are one incident"
    for name, because, bits in rows:
        yield f"  {name:<{width}}  {bits_words(bits):>10}  {because}".rstrip()
    yield f"{'One incident' if explanation.joined else 'Not one incident'}: {explanation.because}"


def _found(both: set[str], result: Result) -> Iterator[str]:
    """The verdicts on pairs of their figures, and the conflicts that both claims are in."""
    for judgement in result.incidents:
        verdicts = [verdict for verdict in judgement.verdicts if _is_between(verdict, both)]
        conflicts = [conflict for conflict in judgement.conflicts if both <= set(claims_in(conflict))]
        if verdicts or conflicts:
            yield "What their figures say of each other"
        for verdict in verdicts:
            yield f"  {verdict.answer} ({verdict.rule}): {verdict.because}"
        for conflict in conflicts:
            yield f"  {_named(conflict)}: {conflict.because} ({dependence_words(conflict)})"


def _is_between(verdict: Verdict, both: set[str]) -> bool:
    return {verdict.a.claim, verdict.b.claim} == both


def _named(conflict: Conflict) -> str:
    return f"{conflict.severity}, {conflict.kind.replace('_', ' ')}"

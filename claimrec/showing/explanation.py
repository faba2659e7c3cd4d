"""Why two claims are, or are not, one incident, and how their figures stand to each other, as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from claimrec.judging.judgement import Conflict, Verdict
from claimrec.judging.result import Result
from claimrec.matching.explaining import Explanation
from claimrec.records.claim import Claim
from claimrec.showing.accounts import claims_in
from claimrec.showing.brief import toll_words
from claimrec.showing.doers import doer_words
from claimrec.showing.evidence import finding_rows
from claimrec.showing.quotes import SHOWN
from claimrec.showing.wording import (
    chain_words,
    day_words,
    dependence_words,
    harmless,
    named,
    place_words,
    when_words,
)


def explanation_text(explanation: Explanation, result: Result) -> str:
    """Both claims, the evidence bit by bit, and the verdicts on their figures where they are one incident."""
    evidence = explanation.evidence
    claims = {claim.id: claim for claim in result.claims}
    both = {evidence.a, evidence.b}
    told = (line for id_ in (evidence.a, evidence.b) for line in claim_lines(claims[id_]))
    lines = chain(told, _evidence(explanation), _found(both, result))
    return "\n".join(map(harmless, lines)) + "\n"


def claim_lines(claim: Claim) -> Iterator[str]:
    """Who says it, of where and when, how many, and the words."""
    where = claim.where and claim.where.place
    yield f"{claim.id}: {chain_words(claim.voices)}, {day_words(claim.published)}"
    yield f"  {place_words(where or None)}; {when_words(claim.when)}; {named(claim.event or 'no kind of event')}"
    told = [*map(toll_words, claim.tolls), *doer_words([claim])]
    yield from (f"  {words}" for words in told)
    if claim.quote:
        yield f"  “{claim.quote.text[:SHOWN]}”"


def _evidence(explanation: Explanation) -> Iterator[str]:
    rows = list(finding_rows(explanation.evidence))
    width = max(len(name) for name, _, _ in rows)
    yield "Evidence that both are one incident"
    for name, bits, because in rows:
        yield f"  {name:<{width}}  {bits:>10}  {because}".rstrip()
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

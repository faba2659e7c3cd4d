"""A result as plain text, for a pipe or a mail: the same content as the page, a line a figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from claimrec.judging.judgement import Judgement
from claimrec.judging.result import Result
from claimrec.showing.accounts import Said, Telling, accounts_of
from claimrec.showing.doers import doer_words
from claimrec.showing.summary import incident_name, summary_words
from claimrec.showing.wording import (
    chain_words,
    day_words,
    dependence_words,
    harmless,
    level_words,
    named,
    place_words,
    remaining_words,
    toll_measure,
    toll_number,
    window_words,
)

_NUMBER_WIDTH = 13
"""Columns for a number: "1,000 to 1,200" is rarer than a line that fits."""


def plain_text(result: Result) -> str:
    """Every incident with its voices, conflicts and remaining ranges, by date."""
    names = {judgement.incident.id: incident_name(judgement) for judgement in result.incidents}
    blocks = [summary_words(result), *("\n".join(incident_lines(judgement, names)) for judgement in result.incidents)]
    if result.review:
        claims = {claim.id: chain_words(claim.voices) for claim in result.claims}
        pairs = (f"  {pair.a} ({claims[pair.a]}) and {pair.b} ({claims[pair.b]})" for pair in result.review)
        blocks.append("\n".join(["One incident or two? A person should look:", *pairs]))
    return "\n\n".join(blocks) + "\n"


def incident_lines(judgement: Judgement, names: Mapping[str, str]) -> Iterator[str]:
    """An incident line by line; of the incidents that it sums, those without a name go by their ids."""
    level = judgement.incident.level
    facts = [window_words(judgement.when), place_words(judgement.where), named(judgement.event or "")]
    facts.append(level_words(level) if level != "incident" else "")
    yield " | ".join(harmless(fact) for fact in facts if fact)
    if judgement.parts:
        yield f"  sums {'; '.join(names.get(part, part) for part in judgement.parts)}"
    for account in accounts_of(judgement):
        yield f"  {named(account.voice.origin)}"
        for telling in account.tellings:
            yield from _telling(telling)
    for number, conflict in enumerate(judgement.conflicts, start=1):
        yield f"  [{number}] {conflict.severity}, {conflict.kind.replace('_', ' ')}: {harmless(conflict.because)}"
        if conflict.depends_on:
            yield f"      {dependence_words(conflict)}"
    for remains in judgement.ranges:
        yield f"  remains: {remaining_words(remains)}"


def _telling(telling: Telling) -> Iterator[str]:
    yield "; ".join(
        [
            f"    {chain_words(telling.voices)}, {day_words(telling.claims[0].published)}{_marks(telling.conflicts)}",
            *doer_words(telling.claims),
        ]
    )
    for said in telling.said:
        yield _toll(said)


def _toll(said: Said) -> str:
    toll = said.toll
    part = "of these, " if toll.part_of is not None else ""
    measure = toll_measure(toll)
    replaced = f" (replaced by {toll_number(said.replaced_by[1])})" if said.replaced_by else ""
    return f"      {toll_number(toll):<{_NUMBER_WIDTH}} {part}{measure}{replaced}{_marks(said.conflicts)}"


def _marks(conflicts: Iterable[int]) -> str:
    return "".join(f" [{number}]" for number in conflicts)

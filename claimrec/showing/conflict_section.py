"""The conflicts of an incident on the page, and the signs that lead to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from claimrec.judging.judgement import Conflict, Judgement, Severity
from claimrec.judging.sentences import listed
from claimrec.records.article import Article
from claimrec.records.claim import Claim
from claimrec.showing.accounts import claims_in
from claimrec.showing.markup import Markup, element, joined
from claimrec.showing.quotes import quotations
from claimrec.showing.summary import is_contradicted
from claimrec.showing.wording import dependence_words, many, named

SEVERITIES: dict[Severity, tuple[str, str]] = {
    "contradiction": ("✕", "Contradiction"),
    "tension": ("≠", "Tension"),
    "note": ("i", "Note"),
}
"""The sign and the word for each severity: the sign stands at every toll, so that nothing hangs on colour."""


def conflict_marks(numbers: Iterable[int], judgement: Judgement) -> list[Markup]:
    """A sign for each conflict, which leads to it."""
    marks = []
    for number in numbers:
        severity = judgement.conflicts[number - 1].severity
        sign, word = SEVERITIES[severity]
        marks.append(
            element(
                "a",
                f"{sign} {number}",
                href=f"#{_conflict_anchor(judgement, number)}",
                class_=f"mark {severity}",
                aria_label=f"{word} {number}",
            )
        )
    return marks


def _conflict_anchor(judgement: Judgement, number: int) -> str:
    return f"conflict-{judgement.incident.id}-{number}"


def conflict_section(judgement: Judgement, articles: Mapping[str, Article]) -> Markup:
    """What cannot all be true, under the voices it is between, with the reason and the words; notes are folded away."""
    if not judgement.conflicts:
        return joined()
    claims = {claim.id: claim for claim in judgement.incident.claims}
    rows = [
        (conflict, _conflict(conflict, _conflict_anchor(judgement, number), number, claims, articles))
        for number, conflict in enumerate(judgement.conflicts, start=1)
    ]
    grave = [(conflict, row) for conflict, row in rows if conflict.severity != "note"]
    notes = [row for conflict, row in rows if conflict.severity == "note"]
    heading = "What cannot all be true" if is_contradicted(judgement) else "What differs"
    shown = joined(element("h4", heading), *_disputes(grave, judgement)) if grave else ""
    folded = element("details", element("summary", many(len(notes), "note")), element("ol", *notes)) if notes else ""
    return element("section", shown, folded, class_="conflicts", aria_label="Conflicts and notes")


def _disputes(rows: Iterable[tuple[Conflict, Markup]], judgement: Judgement) -> list[Markup]:
    """The conflicts of the same voices under their names: papers that repeat one voice stand together."""
    origin = {claim: voice.origin for voice in judgement.voices for claim in voice.claims}
    between: dict[tuple[str, ...], list[Markup]] = defaultdict(list)
    for conflict, row in rows:
        between[tuple(sorted({origin[claim] for claim in claims_in(conflict) if claim in origin}))].append(row)
    return [
        joined(element("h5", listed(tuple(map(named, voices)))), element("ol", *said))
        for voices, said in between.items()
    ]


def _conflict(
    conflict: Conflict, name: str, number: int, claims: Mapping[str, Claim], articles: Mapping[str, Article]
) -> Markup:
    said = [claims[claim] for claim in claims_in(conflict) if claim in claims]
    words = quotations(f"The words of {many(len(said), 'claim')}", said, articles)
    return element("li", *conflict_lines(conflict, number), words, id=name)


def conflict_lines(conflict: Conflict, number: int | None = None) -> list[Markup]:
    """What cannot all be true, and what that hangs on."""
    sign, word = SEVERITIES[conflict.severity]
    mark = f"{sign} {number}" if number else sign
    lines = [
        element(
            "p",
            element("span", mark, class_=f"mark {conflict.severity}", aria_hidden="true"),
            " ",
            element("strong", f"{word}, {conflict.kind.replace('_', ' ')}."),
            " ",
            conflict.because[:1].upper() + conflict.because[1:],
        )
    ]
    if conflict.severity != "note":
        lines.append(element("p", f"Sensitivity: {dependence_words(conflict)}.", class_="sensitivity"))
    return lines

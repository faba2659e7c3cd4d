"""One incident as a part of the page: who said what, what cannot all be true, what remains."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimrec.judging.judgement import Conflict, Judgement, Severity
from claimrec.records.article import Article
from claimrec.records.claim import Claim
from claimrec.showing.accounts import Account, Said, Telling, accounts_of, claims_in
from claimrec.showing.bars import Scale, axis, bar, range_bar
from claimrec.showing.markup import Markup, element, joined
from claimrec.showing.quotes import quotations
from claimrec.showing.summary import differences_in, incident_name, is_contradicted
from claimrec.showing.wording import (
    day_words,
    level_words,
    many,
    measure_words,
    number_words,
    perpetrator_words,
    place_words,
    relation_words,
    window_words,
)

SEVERITIES: dict[Severity, tuple[str, str]] = {
    "contradiction": ("✕", "Contradiction"),
    "tension": ("≠", "Tension"),
    "note": ("i", "Note"),
}
"""The sign and the word for each severity: the sign stands at every toll, so that nothing hangs on colour."""

_LOOSE = {"about": "about", "nearly": "nearly", "vague": "no number named"}
"""Hedges that the numbers alone do not show."""


def anchor(judgement_id: str) -> str:
    """The name of an incident's place on the page."""
    return f"incident-{judgement_id}"


def incident_section(judgement: Judgement, articles: Mapping[str, Article], names: Mapping[str, str]) -> Markup:
    """The incident with all its voices; `names` are those of the incidents that an aggregate sums."""
    accounts = accounts_of(judgement)
    compact = len(accounts) < 2 and not differences_in(judgement)
    scale = None if compact else _scale(judgement)  # one voice alone has nothing to be compared with
    inside = [
        element("h3", element("bdi", place_words(judgement.where))),
        _parts(judgement, names),
        _voices(accounts, judgement, scale, articles),
        _conflicts(judgement, articles),
        _remaining(judgement, scale) if scale else "",
    ]
    return element(
        "article",
        element("div", _facts(judgement), class_="margin"),
        element("div", *inside, class_="body"),
        id=anchor(judgement.incident.id),
        class_="incident compact" if compact else "incident",
        aria_label=incident_name(judgement),
    )


def _scale(judgement: Judgement) -> Scale:
    tolls = [toll.count for claim in judgement.incident.claims for toll in claim.tolls]
    remaining = [remains.remaining for remains in judgement.ranges if remains.remaining]
    return Scale.over([*tolls, *remaining, *(remains.claimed for remains in judgement.ranges)])


def _facts(judgement: Judgement) -> Markup:
    publishers = len({claim.publisher for claim in judgement.incident.claims})
    level = judgement.incident.level
    facts = [
        element("span", level_words(level), class_="level") if level != "incident" else "",
        element("span", judgement.event) if judgement.event else "",
        element("span", f"{many(len(judgement.voices), 'voice')} in {many(publishers, 'outlet')}"),
    ]
    return joined(element("p", window_words(judgement.when), class_="when"), element("p", *facts, class_="facts"))


def _parts(judgement: Judgement, names: Mapping[str, str]) -> Markup:
    if not judgement.parts:
        return joined()
    links = (element("li", element("a", names[part], href=f"#{anchor(part)}")) for part in judgement.parts)
    return joined(element("p", "Sums these incidents:", class_="parts"), element("ul", *links, class_="parts"))


def _voices(
    accounts: Iterable[Account], judgement: Judgement, scale: Scale | None, articles: Mapping[str, Article]
) -> Markup:
    rows = [_account(account, judgement, scale, articles) for account in accounts]
    drawn = any(claim.tolls for claim in judgement.incident.claims)
    numbers = element("div", axis(scale), class_="toll numbers") if scale and drawn else ""
    return element("section", numbers, *rows, class_="voices", aria_label="Who says what")


def _account(account: Account, judgement: Judgement, scale: Scale | None, articles: Mapping[str, Article]) -> Markup:
    relations = relation_words(account.voice)
    return element(
        "section",
        element("h4", element("bdi", account.voice.origin)),
        element("p", relations, class_="relation") if relations else "",
        *(_telling(telling, judgement, scale, articles) for telling in account.tellings),
        class_="voice",
    )


def _telling(telling: Telling, judgement: Judgement, scale: Scale | None, articles: Mapping[str, Article]) -> Markup:
    marks = _marks(telling.conflicts, judgement)
    otherwise = [*_said_otherwise(telling, judgement), *marks]
    counts = bool(telling.said)
    return element(
        "div",
        element("p", _chain(telling.voices), ", ", day_words(telling.claims[0].published), class_="chain"),
        *(_toll(said, judgement, scale) for said in telling.said),
        "" if counts else element("p", "gives no toll", class_="account"),
        element("p", *otherwise, class_="account") if otherwise else "",
        quotations("The words", telling.claims, articles),
        class_="telling",
    )


def _chain(voices: tuple[str, ...]) -> Markup:
    arrow = joined(
        element("span", " ← ", class_="arrow", aria_hidden="true"), element("span", ", citing ", class_="unseen")
    )
    parts: list[str] = []
    for voice in voices:
        parts += [arrow, element("bdi", voice)]
    return joined(*parts[1:])


def _said_otherwise(telling: Telling, judgement: Judgement) -> list[str]:
    """Whom the claims name, and where their day or kind of event is not the incident's own."""
    said = dict.fromkeys(perpetrator_words(claim.perpetrator) for claim in telling.claims if claim.perpetrator)
    for claim in telling.claims:
        if claim.when and claim.when.window != judgement.when:
            said[f"says {window_words(claim.when.window)}"] = None
        if claim.where and judgement.where and claim.where.place.name != judgement.where.name:
            said[f"says {place_words(claim.where.place)}"] = None
        if claim.event and claim.event != judgement.event:
            said[f"says {claim.event}"] = None
    parts: list[str] = []
    for text in said:
        parts += ["; ", element("bdi", text)]
    return parts[1:]


def _toll(said: Said, judgement: Judgement, scale: Scale | None) -> Markup:
    toll = said.toll
    number = element("s" if said.replaced_by else "span", number_words(toll.count), class_="number")
    label = [
        "of these, " if toll.part_of is not None else "",
        measure_words(toll.effect, toll.victims or toll.victims_words, toll.unit),
        element("span", f" ({_LOOSE[toll.hedge]})", class_="loose") if toll.hedge in _LOOSE else "",
        *_marks(said.conflicts, judgement),
    ]
    if said.replaced_by:
        claim, later = said.replaced_by
        label.append(
            element("span", f" replaced by {number_words(later.count)}, {day_words(claim.published)}", class_="loose")
        )
    worst = {judgement.conflicts[number - 1].severity for number in said.conflicts}
    kind = "replaced" if said.replaced_by else "conflicting" if "contradiction" in worst else ""
    return element(
        "div",
        element("p", number, " ", element("span", *label, class_="measure")),
        bar(toll.count, scale, kind=kind) if scale else "",
        class_=f"toll {kind}".strip(),
    )


def _marks(numbers: Iterable[int], judgement: Judgement) -> list[Markup]:
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


def _conflicts(judgement: Judgement, articles: Mapping[str, Article]) -> Markup:
    if not judgement.conflicts:
        return joined()
    claims = {claim.id: claim for claim in judgement.incident.claims}
    rows = [
        (conflict, _conflict(conflict, _conflict_anchor(judgement, number), number, claims, articles))
        for number, conflict in enumerate(judgement.conflicts, start=1)
    ]
    grave = [row for conflict, row in rows if conflict.severity != "note"]
    notes = [row for conflict, row in rows if conflict.severity == "note"]
    heading = "What cannot all be true" if is_contradicted(judgement) else "What differs"
    shown = joined(element("h4", heading), element("ol", *grave)) if grave else ""
    folded = element("details", element("summary", many(len(notes), "note")), element("ol", *notes)) if notes else ""
    return element("section", shown, folded, class_="conflicts", aria_label="Conflicts and notes")


def _conflict(
    conflict: Conflict, name: str, number: int, claims: Mapping[str, Claim], articles: Mapping[str, Article]
) -> Markup:
    sign, word = SEVERITIES[conflict.severity]
    said = [claims[claim] for claim in claims_in(conflict) if claim in claims]
    return element(
        "li",
        element(
            "p",
            element("span", f"{sign} {number}", class_=f"mark {conflict.severity}", aria_hidden="true"),
            " ",
            element("strong", f"{word}, {conflict.kind.replace('_', ' ')}."),
            " ",
            conflict.because[:1].upper() + conflict.because[1:],
        ),
        quotations(f"The words of {many(len(said), 'claim')}", said, articles),
        id=name,
    )


def _remaining(judgement: Judgement, scale: Scale) -> Markup:
    if not judgement.ranges:
        return joined()
    rows = []
    for remains in judgement.ranges:
        left = "–" if remains.remaining is None else number_words(remains.remaining)
        claimed = "" if remains.remaining == remains.claimed else f"; claimed: {number_words(remains.claimed)}"
        label = element(
            "span",
            measure_words(remains.effect, remains.victims),
            "" if remains.remaining else ": no number fits every claim",
            element("span", claimed, class_="loose"),
            class_="measure",
        )
        rows.append(
            element(
                "div",
                element("p", element("span", left, class_="number"), " ", label),
                range_bar(remains.remaining, remains.claimed, scale),
                class_="toll",
            )
        )
    return element("section", element("h4", "What remains"), *rows, class_="remaining")

"""One voice of an incident on the page: its tellings, their figures as bars, and the words."""

from __future__ import annotations

from collections.abc import Mapping

from claimrec.judging.judgement import Judgement
from claimrec.records.article import Article
from claimrec.showing.accounts import Account, Said, Telling
from claimrec.showing.bars import Scale, bar
from claimrec.showing.conflict_section import conflict_marks
from claimrec.showing.doers import doer_words
from claimrec.showing.markup import Markup, element, joined
from claimrec.showing.quotes import quotations
from claimrec.showing.wording import (
    day_words,
    named,
    place_words,
    relation_words,
    toll_measure,
    toll_number,
    when_words,
)

_LOOSE = {"about": "about", "nearly": "nearly", "vague": "no number named"}
"""Hedges that the numbers alone do not show."""


def voice_section(
    account: Account, judgement: Judgement, scale: Scale | None, articles: Mapping[str, Article]
) -> Markup:
    """The voice with all its tellings; without a scale its figures have no bars."""
    relations = relation_words(account.voice)
    return element(
        "section",
        element("h4", element("bdi", named(account.voice.origin))),
        element("p", relations, class_="relation") if relations else "",
        *(_telling(telling, judgement, scale, articles) for telling in account.tellings),
        class_="voice",
    )


def _telling(telling: Telling, judgement: Judgement, scale: Scale | None, articles: Mapping[str, Article]) -> Markup:
    marks = conflict_marks(telling.conflicts, judgement)
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
        parts += [arrow, element("bdi", named(voice))]
    return joined(*parts[1:])


def _said_otherwise(telling: Telling, judgement: Judgement) -> list[str]:
    """Whom the claims name, and where their day or kind of event is not the incident's own."""
    said = dict.fromkeys(doer_words(telling.claims))
    for claim in telling.claims:
        if claim.when and (claim.window is None or claim.window != judgement.when):
            said[f"says {when_words(claim.when)}"] = None
        if claim.where and judgement.where and claim.where.place.name != judgement.where.name:
            said[f"says {place_words(claim.where.place)}"] = None
        if claim.event and claim.event != judgement.event:
            said[f"says {named(claim.event)}"] = None
    parts: list[str] = []
    for text in said:
        parts += ["; ", element("bdi", text)]
    return parts[1:]


def _toll(said: Said, judgement: Judgement, scale: Scale | None) -> Markup:
    toll = said.toll
    number = element("s" if said.replaced_by else "span", toll_number(toll), class_="number")
    label = [
        "of these, " if toll.part_of is not None else "",
        toll_measure(toll),
        element("span", f" ({_LOOSE[toll.hedge]})", class_="loose") if toll.hedge in _LOOSE else "",
        *conflict_marks(said.conflicts, judgement),
    ]
    if said.replaced_by:
        claim, later = said.replaced_by
        label.append(
            element("span", f" replaced by {toll_number(later)}, {day_words(claim.published)}", class_="loose")
        )
    worst = {judgement.conflicts[number - 1].severity for number in said.conflicts}
    kind = "replaced" if said.replaced_by else "conflicting" if "contradiction" in worst else ""
    return element(
        "div",
        element("p", number, " ", element("span", *label, class_="measure")),
        bar(toll.count, scale, kind=kind) if scale else "",
        class_=f"toll {kind}".strip(),
    )

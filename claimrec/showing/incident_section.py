"""One incident as a part of the page: who said what, what cannot all be true, what remains."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimrec.judging.judgement import Judgement
from claimrec.records.article import Article
from claimrec.showing.accounts import Account, accounts_of
from claimrec.showing.bars import Scale, axis, range_bar
from claimrec.showing.conflict_section import conflict_section
from claimrec.showing.markup import Markup, element, joined
from claimrec.showing.summary import differences_in, incident_name
from claimrec.showing.voice_section import voice_section
from claimrec.showing.wording import level_words, many, measure_words, named, number_words, place_words, window_words


def anchor(judgement_id: str) -> str:
    """The name of an incident's place on the page."""
    return f"incident-{judgement_id}"


def incident_section(judgement: Judgement, articles: Mapping[str, Article], names: Mapping[str, str]) -> Markup:
    """The incident with all its voices; `names` are those of the incidents that an aggregate sums, where known."""
    accounts = accounts_of(judgement)
    compact = len(accounts) < 2 and not differences_in(judgement)
    scale = None if compact else _scale(judgement)  # one voice alone has nothing to be compared with
    inside = [
        element("h3", element("bdi", place_words(judgement.where))),
        _parts(judgement, names),
        _voices(accounts, judgement, scale, articles),
        conflict_section(judgement, articles),
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
        element("span", named(judgement.event)) if judgement.event else "",
        element("span", f"{many(len(judgement.voices), 'voice')} in {many(publishers, 'outlet')}"),
    ]
    return joined(element("p", window_words(judgement.when), class_="when"), element("p", *facts, class_="facts"))


def _parts(judgement: Judgement, names: Mapping[str, str]) -> Markup:
    if not judgement.parts:
        return joined()
    links = (element("li", element("a", names.get(part, part), href=f"#{anchor(part)}")) for part in judgement.parts)
    return joined(element("p", "Sums these incidents:", class_="parts"), element("ul", *links, class_="parts"))


def _voices(
    accounts: Iterable[Account], judgement: Judgement, scale: Scale | None, articles: Mapping[str, Article]
) -> Markup:
    rows = [voice_section(account, judgement, scale, articles) for account in accounts]
    drawn = any(claim.tolls for claim in judgement.incident.claims)
    numbers = element("div", axis(scale), class_="toll numbers") if scale and drawn else ""
    return element("section", numbers, *rows, class_="voices", aria_label="Who says what")


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

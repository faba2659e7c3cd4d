"""A result as one self-contained page: no script, nothing from the network, everything from outside escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimrec.judging.result import Result
from claimrec.matching.evidence import Evidence
from claimrec.records.article import Article
from claimrec.records.claim import Claim
from claimrec.showing.bars import Scale, bar, range_bar
from claimrec.showing.incident_section import incident_section
from claimrec.showing.index_section import index
from claimrec.showing.markup import Markup, element, joined, style
from claimrec.showing.quotes import quotation
from claimrec.showing.summary import incident_name, summary_words
from claimrec.showing.wording import (
    bits_words,
    chain_words,
    many,
    place_words,
    when_words,
)
from claimrec.values.count import Count

TITLE = "Who says what, and what cannot all be true"

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a browser may load for the page: its own style, nothing else."""


def page(result: Result, articles: Iterable[Article] = ()) -> str:
    """The result as an HTML page; `articles`, where they are at hand, give quotations their titles and links."""
    known = {article.id: article for article in articles}
    names = {judgement.incident.id: incident_name(judgement) for judgement in result.incidents}
    incidents = [incident_section(judgement, known, names) for judgement in result.incidents]
    body = element(
        "body",
        element("a", "To the incidents", href="#incidents", class_="skip"),
        element("header", *_header(result)),
        element(
            "main",
            index(result.incidents),
            element("section", element("h2", "By date", id="incidents"), _legend(), *incidents) if incidents else "",
            _review(result, known),
        ),
        element("footer", _method(result)),
    )
    return f"<!doctype html>\n{element('html', _head(), body, lang='en')}\n"


def _head() -> Markup:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", TITLE),
        element("style", style("parts", "page")),
    )


def _header(result: Result) -> list[Markup]:
    return [
        element("p", "claimrec", class_="over"),
        element("h1", TITLE),
        element("p", summary_words(result), class_="lede"),
        element(
            "p",
            "This page does not say who is right. It shows who said what, on whose authority, what is incompatible, "
            "and the range that remains. Every figure opens to the words it was read from.",
        ),
        _left_out(result),
    ]


def _left_out(result: Result) -> Markup:
    if not result.unread:
        return element("p", "Nothing was left out.", class_="quiet")
    rows = (element("li", element("bdi", str(unread))) for unread in result.unread)
    return element(
        "details",
        element("summary", f"{many(len(result.unread), 'entry', 'entries')} left out, and why"),
        element("ul", *rows),
        class_="left-out",
    )


def _legend() -> Markup:
    scale = Scale(10, 10)
    signs = (
        (Count.exactly(5), "", "one number"),
        (Count(3, 7), "", "between two"),
        (Count.at_least(4), "", "at least"),
        (Count.exactly(5), "conflicting", "cannot be true with another"),
        (Count.exactly(5), "replaced", "replaced later by the same voice"),
    )
    rows = [element("li", bar(count, scale, kind=kind), element("span", said)) for count, kind, said in signs]
    remains = range_bar(Count(4, 6), Count(2, 9), scale)
    rows.append(element("li", remains, element("span", "what remains, of all that was claimed")))
    return element("ul", *rows, class_="legend", aria_label="How to read the bars")


def _review(result: Result, articles: Mapping[str, Article]) -> Markup:
    if not result.review:
        return joined()
    claims = {claim.id: claim for claim in result.claims}
    home = {claim.id: one.incident.id for one in result.incidents for claim in one.incident.claims}
    rows = (
        _review_row(pair, claims, articles, "joined" if home[pair.a] == home[pair.b] else "kept apart")
        for pair in result.review
    )
    return element(
        "section",
        element("h2", "One incident or two?"),
        element("p", "These pairs were neither clearly one incident nor clearly two. A person should look."),
        element("ol", *rows),
        class_="review",
    )


def _review_row(pair: Evidence, claims: Mapping[str, Claim], articles: Mapping[str, Article], outcome: str) -> Markup:
    a, b = claims[pair.a], claims[pair.b]
    findings = (
        element("li", f"{finding.comparison}: {finding.because} ", element("span", bits_words(finding.bits)))
        for finding in pair.findings
        if finding.bits
    )
    return element(
        "li",
        element(
            "p",
            element("bdi", _claim_words(a)),
            element("span", " and ", class_="and"),
            element("bdi", _claim_words(b)),
            element("span", f" ({outcome})", class_="and"),
        ),
        element(
            "details",
            element("summary", f"The evidence ({bits_words(pair.bits)}) and the words"),
            element("ul", *findings, class_="findings"),
            quotation(a, articles),
            quotation(b, articles),
            class_="words",
        ),
    )


def _claim_words(claim: Claim) -> str:
    where = claim.where.place if claim.where else None
    return f"{chain_words(claim.voices)}: {place_words(where)}, {when_words(claim.when)}"


def _method(result: Result) -> Markup:
    method = result.method
    thresholds = (element("li", f"{name}: {value}") for name, value in method.thresholds)
    return element(
        "details",
        element("summary", "How this was made"),
        element(
            "p",
            f"claimrec {method.version}; word lists: {', '.join(method.lexicons)}; what loose words such as “about” "
            f"and “dozens” are worth: {method.conventions}.",
        ),
        element(
            "p",
            "A voice is an origin: outlets that repeat one origin count once. Two claims are one incident where the "
            "evidence for it adds up; figures are compared only where they count the same people. A later figure of "
            "the same origin replaces its earlier one. What remains is the tightest range that all figures still "
            "standing allow.",
        ),
        element("p", f"Rules: {'; '.join(method.rules)}."),
        element("ul", *thresholds),
        class_="method",
    )

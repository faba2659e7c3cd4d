"""The exact words behind a claim, as a quotation that opens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimrec.records.article import Article, Quote
from claimrec.records.claim import Claim
from claimrec.showing.markup import Markup, element, joined
from claimrec.showing.wording import chain_words, day_words, many

SHOWN = 1200
"""Characters of a quotation that are shown: two or three long paragraphs; the rest is counted."""


def quotation(claim: Claim, articles: Mapping[str, Article]) -> Markup:
    """The words of a claim, the figures in them marked, and where they stand."""
    article = articles.get(claim.article)
    title = article.title if article and article.title else f"article {claim.article}"
    link = _linked(title, article.url if article else None)
    source = element(
        "cite",
        element("bdi", chain_words(claim.voices)),
        f", {day_words(claim.published)}, ",
        element("bdi", link),
        _place_in_table(claim),
    )
    words = _words(claim)
    quote = element("blockquote", words, dir="auto") if words else ""
    return element("figure", quote, element("figcaption", source), class_="quotation")


def quotations(summary: str, claims: Iterable[Claim], articles: Mapping[str, Article]) -> Markup:
    """The words of several claims behind one line to open; words that stand for two claims are shown once."""
    shown = dict.fromkeys(quotation(claim, articles) for claim in claims)
    return element("details", element("summary", summary), *shown, class_="words")


def _words(claim: Claim) -> Markup:
    """The claim's quotation with its figures marked; figures that stand elsewhere in the article follow it."""
    figures = list(dict.fromkeys(toll.quote for toll in claim.tolls if toll.quote))
    if claim.quote is None:
        return joined(*(element("mark", _clipped(figure.text)) for figure in figures))
    inside = [figure for figure in figures if _is_shown(figure, claim.quote)]
    outside = dict.fromkeys(figure.text for figure in figures if figure not in inside)
    others = (joined(" […] ", element("mark", _clipped(text))) for text in outside)
    return joined(_marked(claim.quote, inside), *others)


def _is_shown(figure: Quote, whole: Quote) -> bool:
    last = min(whole.end, whole.start + SHOWN)
    return figure.field == whole.field and whole.start <= figure.start and figure.end <= last


def _marked(whole: Quote, figures: Iterable[Quote]) -> Markup:
    """The words of `whole` with those of the figures marked, overlapping ones together."""
    pieces: list[str] = []
    done = 0
    for figure in sorted(figures, key=lambda figure: (figure.start, -figure.end)):
        start, end = max(figure.start - whole.start, done), figure.end - whole.start
        if start < end:
            pieces += [whole.text[done:start], element("mark", whole.text[start:end])]
            done = end
    return joined(*pieces, _clipped(whole.text[done:], SHOWN - done))


def _clipped(text: str, shown: int = SHOWN) -> Markup:
    if len(text) <= shown:
        return joined(text)
    return joined(text[:shown], f" […] ({many(len(text) - shown, 'more character')})")


def _linked(title: str, url: str | None) -> Markup:
    """The title, as a link where the address is one of the web and nothing else."""
    if url and url.lower().startswith(("https://", "http://")):
        return element("a", title, href=url, rel="noreferrer noopener")
    return joined(title)


def _place_in_table(claim: Claim) -> str:
    return f", {claim.row.file}, row {claim.row.line}" if claim.row else ""

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
    """The claim's quotation with its tolls marked; a toll that stands elsewhere in the article follows it."""
    if claim.quote is None:
        return joined(*(_clipped(toll.quote.text) for toll in claim.tolls if toll.quote))
    inside = [toll.quote for toll in claim.tolls if toll.quote and _stands_in(toll.quote, claim.quote)]
    outside = dict.fromkeys(
        toll.quote.text for toll in claim.tolls if toll.quote and not _stands_in(toll.quote, claim.quote)
    )
    others = (joined(" […] ", element("mark", _clipped(text))) for text in outside)
    return joined(_marked(claim.quote, inside), *others)


def _stands_in(part: Quote, whole: Quote) -> bool:
    return part.field == whole.field and whole.start <= part.start and part.end <= whole.end


def _marked(whole: Quote, parts: Iterable[Quote]) -> Markup:
    """The words of `whole` with the words of `parts` marked, overlapping parts together."""
    if len(whole.text) > SHOWN:
        return _clipped(whole.text)
    pieces: list[str] = []
    done = 0
    for part in sorted(parts, key=lambda part: (part.start, -part.end)):
        start, end = max(part.start - whole.start, done), part.end - whole.start
        if start < end:
            pieces += [whole.text[done:start], element("mark", whole.text[start:end])]
            done = end
    return joined(*pieces, whole.text[done:])


def _clipped(text: str) -> Markup:
    if len(text) <= SHOWN:
        return joined(text)
    return joined(text[:SHOWN], f" […] ({many(len(text) - SHOWN, 'more character')})")


def _linked(title: str, url: str | None) -> Markup:
    """The title, as a link where the address is one of the web and nothing else."""
    if url and url.lower().startswith(("https://", "http://")):
        return element("a", title, href=url, rel="noreferrer noopener")
    return joined(title)


def _place_in_table(claim: Claim) -> str:
    return f", {claim.row.file}, row {claim.row.line}" if claim.row else ""

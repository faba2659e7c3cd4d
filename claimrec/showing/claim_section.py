"""One claim by itself: who says what, and the words."""

from __future__ import annotations

from claimrec.records.claim import Claim
from claimrec.showing.brief import toll_words
from claimrec.showing.doers import doer_words
from claimrec.showing.markup import Markup, element
from claimrec.showing.quotes import quotation
from claimrec.showing.wording import (
    chain_words,
    day_words,
    level_words,
    named,
    place_words,
    when_words,
)


def claim_section(claim: Claim) -> Markup:
    """The claim in a few lines; its words stand below."""
    facts = [
        place_words(claim.where.place if claim.where else None),
        when_words(claim.when) if claim.when else "day not said",
        *([named(claim.event)] if claim.event else []),
        *([level_words(claim.level)] if claim.level != "incident" else []),
    ]
    told = [*map(toll_words, claim.tolls), *doer_words([claim])]
    return element(
        "article",
        element("h4", element("bdi", chain_words(claim.voices)), ", ", day_words(claim.published)),
        element("p", element("bdi", "; ".join(facts)), class_="chain"),
        element("ul", *(element("li", element("bdi", one)) for one in told or ["no toll"])),
        quotation(claim, {}),
        class_="claim",
    )

"""Articles whose incidents are known: what is read in them, and which incident each toll is of."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import attrs

from claimrec.errors import LanguageError
from claimrec.evaluation.joins import Score, pairwise
from claimrec.lexicon.loader import load_lexicon
from claimrec.matching.linking import links_among
from claimrec.matching.pairing import candidate_pairs
from claimrec.matching.table import ClaimTable
from claimrec.matching.weighing import Rules, Scale
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article
from claimrec.records.claim import Claim

SHARED = Path(__file__).resolve().parents[3] / "shared"
LEXICON = load_lexicon()
EFFECTS = frozenset({"killed", "wounded", "killed_or_wounded", "missing", "captured", "displaced"})
"""The categories of the careful readings whose counts a toll can answer."""


@attrs.frozen(eq=False)
class Told:
    """Claims, and of tolls that were read with care, by name, the claim that gives them and the incident."""

    claims: Sequence[Claim]
    claim: Mapping[str, str]
    incident: Mapping[str, str]

    def score(self, rules: Rules) -> Score:
        """Pairs of tolls of one incident, as the rules join the claims."""
        scale = Scale.of(ClaimTable.of(self.claims, LEXICON), rules)
        first = links_among(candidate_pairs(scale.table), scale, 0.0).first
        found = {toll: int(first[scale.table.row[claim]]) for toll, claim in self.claim.items()}
        return pairwise(found, self.incident)


def lines(*path: str) -> Iterator[dict[str, Any]]:
    with SHARED.joinpath(*path).open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def read(row: Mapping[str, Any]) -> tuple[Claim, ...]:
    """The claims of an article, none of one that is not in English."""
    published = row.get("published") or row.get("dct")
    day = date.fromisoformat(published) if published else None
    name, publisher = row.get("id") or row["doc_id"], row.get("publisher") or row["source"]
    try:
        return read_claims(Article(name, row["text"], publisher=publisher, published=day, title=row["title"] or ""))
    except LanguageError:
        return ()


def carefully(articles: Sequence[str], readings: str) -> Told:
    """What the careful reading of some articles tells: a toll is told by the claim that gives its count."""
    claims = [claim for row in lines(*articles) for claim in read(row)]
    by_article = defaultdict(list)
    for claim in claims:
        by_article[claim.article].append(claim)
    claim, incident = {}, {}
    for row in lines("gold", readings):
        counted = row["category"] in EFFECTS and row["count"] and row.get("part", "text") == "text"
        said = [(near, one.id) for one in by_article[row.get("file") or row["article"]] for near in answers(one, row)]
        if counted and said:
            claim[row["claim_id"]] = max(said, key=lambda one: one[0])[1]
            incident[row["claim_id"]] = row["incident_id"]
    return Told(claims, claim, incident)


def answers(claim: Claim, row: Mapping[str, Any]) -> Iterator[bool]:
    """For each toll of the claim that gives the row's count in its sentence, whether it does so in the very words."""
    for toll in claim.tolls:
        quote, same = toll.quote, toll.effect == row["category"] and [toll.count.low, toll.count.high] == row["count"]
        if same and quote and quote.field == "text" and quote.start < row["char_end"] and row["char_start"] < quote.end:
            yield quote.start < row["quote_end"] and row["quote_start"] < quote.end


def shootings() -> Told:
    """Local news of shootings: the first claim of each article is of the incident that it is filed under."""
    claims, claim, incident = [], {}, {}
    for row in lines("data", "gvc", "dev.jsonl"):
        told = read(row)
        stated = [one for one in told if one.level == "incident"]
        if stated:
            claim[row["doc_id"]] = min(stated, key=lambda one: one.quote.start if one.quote else 0).id
            incident[row["doc_id"]] = row["incident_id"]
        claims += told
    return Told(claims, claim, incident)

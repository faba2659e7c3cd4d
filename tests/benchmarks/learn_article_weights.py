"""Learns the weights of articles, and says how they do beside the shipped ones on incidents that were left out.

    python tests/benchmarks/learn_article_weights.py    # needs ../shared; with a file behind it, writes them there

Learned from the careful reading of 47 FA-KES articles (CC BY 4.0), and from the development half of the Gun Violence
Corpus, where of each article the incident of its first claim is known: from what is read in them; no text is kept. What
is learned of a level is drawn towards the weight that is shipped. The incidents are divided into folds: weights learned
from all folds but one are measured on that one, among the claims of its articles.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

import attrs
import numpy as np

from claimrec.errors import LanguageError
from claimrec.evaluation.joins import Score, pairwise
from claimrec.lexicon.loader import load_lexicon
from claimrec.matching.clustering import connected
from claimrec.matching.learning import Learned, fitted
from claimrec.matching.linking import links_among
from claimrec.matching.pairing import candidate_pairs
from claimrec.matching.patterns import UNKNOWN, Patterns
from claimrec.matching.shipped import ARTICLES
from claimrec.matching.table import ClaimTable
from claimrec.matching.weighing import Rules, Scale
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article
from claimrec.records.claim import Claim

SHARED = Path(__file__).resolve().parents[3] / "shared"
FOLDS = 4
LEXICON = load_lexicon()
EFFECTS = frozenset({"killed", "wounded", "killed_or_wounded"})
"""The categories of the careful reading whose counts tell the incident of a claim."""


@attrs.frozen(eq=False)
class Corpus:
    """Claims, the incident of some of them by id, and of each article the fold."""

    name: str
    claims: Sequence[Claim]
    incident: Mapping[str, str]
    fold: Mapping[str, int]

    def table(self, fold: int | None = None) -> ClaimTable:
        """All claims, or those of one fold, with names as rare as among all."""
        every = ClaimTable.of(self.claims, LEXICON)
        if fold is None:
            return every
        some = [claim for claim in self.claims if self.fold[claim.article] == fold]
        return ClaimTable.of(some, LEXICON, frequencies=every.frequencies)


def lines(*path: str) -> Iterator[dict[str, Any]]:
    with SHARED.joinpath(*path).open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def read(article: Article) -> tuple[Claim, ...]:
    """The claims of an article, none of one that is not in English."""
    try:
        return read_claims(article, lexicon=LEXICON)
    except LanguageError:
        return ()


def article_of(row: Mapping[str, Any]) -> Article:
    published = row.get("published") or row.get("dct")
    day = date.fromisoformat(published) if published else None
    name, publisher = row.get("id") or row["doc_id"], row.get("publisher") or row["source"]
    return Article(name, row["text"], publisher=publisher, published=day, title=row["title"] or "")


def fakes() -> Corpus:
    """The careful reading: a claim is of the incident of the counts that it answers, if it is one."""
    claims = [claim for row in lines("gold", "fakes_articles.jsonl") for claim in read(article_of(row))]
    rows = defaultdict(list)
    for row in lines("gold", "fakes_claims.jsonl"):
        if row["category"] in EFFECTS and row["count"]:
            rows[row["article"]].append(row)
    found = {claim.id: {row["incident_id"] for row in rows[claim.article] if answers(claim, row)} for claim in claims}
    incident = {name: next(iter(incidents)) for name, incidents in found.items() if len(incidents) == 1}
    articles = list(rows)
    told = [(place, row["incident_id"]) for place, name in enumerate(articles) for row in rows[name]]
    names = sorted({name for _, name in told})
    a = np.array([place for place, _ in told], dtype=np.int64)
    b = np.array([len(articles) + names.index(name) for _, name in told], dtype=np.int64)
    group = connected(len(articles) + len(names), a, b)[: len(articles)].tolist()
    fold = {name: digest(articles[group.index(of)]) for name, of in zip(articles, group, strict=True)}
    kept = [claim for claim in claims if claim.article in fold]
    return Corpus("FA-KES", kept, incident, fold)


def answers(claim: Claim, row: Mapping[str, Any]) -> bool:
    """Does a toll of the claim give the row's count, where the row has it?"""
    field = row.get("part", "text")
    return any(
        toll.effect == row["category"]
        and [toll.count.low, toll.count.high] == row["count"]
        and toll.quote is not None
        and toll.quote.field == field
        and toll.quote.start < row["char_end"]
        and row["char_start"] < toll.quote.end
        for toll in claim.tolls
    )


def gvc() -> Corpus:
    """Local news of shootings: the first claim of each article is of the incident that it is filed under."""
    rows = list(lines("data", "gvc", "dev.jsonl"))
    told = [(row, read(article_of(row))) for row in rows]
    incident = {}
    for row, claims in told:
        first = min(
            (claim for claim in claims if claim.level == "incident"),
            key=lambda claim: claim.quote.start if claim.quote else 0,
            default=None,
        )
        if first is not None:
            incident[first.id] = row["incident_id"]
    fold = {row["doc_id"]: digest(row["incident_id"]) for row in rows}
    return Corpus("GVC", [claim for _, claims in told for claim in claims], incident, fold)


def digest(name: str) -> int:
    return blake2b(name.encode()).digest()[-1] % FOLDS


def patterns(corpus: Corpus, but: int | None = None) -> Patterns:
    """The pairs whose incidents are known, without those of one fold."""
    table = corpus.table()
    code: dict[str, int] = {}
    known = np.full(len(table), UNKNOWN, dtype=np.int64)
    for row, claim in enumerate(table.claims):
        if claim.id in corpus.incident and corpus.fold[claim.article] != but:
            known[row] = code.setdefault(corpus.incident[claim.id], len(code))
    return Patterns.of(Scale.of(table, ARTICLES), known)


def learned_from(corpora: Sequence[Corpus], but: int | None = None) -> Learned:
    return fitted(Patterns.joined([(patterns(corpus, but), 1.0) for corpus in corpora]), ARTICLES)


def held_out(corpus: Corpus, rules: Callable[[int], Rules]) -> Score:
    """Right, found and known pairs of claims of the folds together, each joined by the rules for it."""
    total = Score(0, 0, 0)
    for fold in range(FOLDS):
        table = corpus.table(fold)
        links = links_among(candidate_pairs(table), Scale.of(table, rules(fold)), 0.0)
        known = {name: row for row, name in enumerate(table.ids) if name in corpus.incident}
        found = {name: int(links.first[row]) for name, row in known.items()}
        score = pairwise(found, {name: corpus.incident[name] for name in known})
        total = Score(total.right + score.right, total.found + score.found, total.gold + score.gold)
    return total


def written(learned: Learned) -> str:
    """The weights as TOML, levels in their order."""
    text = f"# Learned by tests/benchmarks/learn_article_weights.py from {learned.pairs:,} pairs of claims.\n"
    text += f"\n[prior]\nbits = {learned.rules.prior:g}\n"
    for comparison in learned.rules.comparisons:
        text += f"\n[{comparison.name}]\n"
        text += "".join(f'"{level.name}" = {level.bits + 0.0:g}\n' for level in comparison.levels)
    return text


def main() -> None:
    corpora = (fakes(), gvc())
    learned = [learned_from(corpora, but=fold).rules for fold in range(FOLDS)]
    for corpus in corpora:
        sizes = Counter(corpus.incident.values())
        print(f"{corpus.name}: {len(corpus.incident):,} claims of {len(sizes):,} incidents")
        for name, rules in (("shipped", lambda _: ARTICLES), ("learned", learned.__getitem__)):
            score = held_out(corpus, rules)
            print(f"  {name}: P {score.precision:.3f} R {score.recall:.3f} F {score.f:.3f}")
    every = learned_from(corpora)
    print(every)
    if sys.argv[1:]:
        Path(sys.argv[1]).write_text(written(every), encoding="utf-8")


if __name__ == "__main__":
    main()

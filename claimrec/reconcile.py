"""The whole flow on one screen: claims in; incidents, what cannot all be true in them, and what remains out."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import version

import attrs

from claimrec.errors import ClaimrecError, RecordError
from claimrec.exchange.claims import Claims
from claimrec.judging import judge
from claimrec.judging.judgement import Conflict
from claimrec.judging.result import Method, Result
from claimrec.lexicon.loader import Lexicon, load_lexicon
from claimrec.matching.incidents import find_incidents
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article
from claimrec.records.claim import Claim
from claimrec.records.unread import Unread
from claimrec.showing.html import summary_table


@attrs.frozen
class Reconciliation(Result):
    """What `reconcile` gives; a notebook shows it as a table of incidents."""

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What cannot all be true, of all incidents in their order."""
        return tuple(conflict for judgement in self.incidents for conflict in judgement.conflicts)

    def _repr_html_(self) -> str:
        return summary_table(self)


def extract_claims(articles: Iterable[Article], *, lexicon: Lexicon | None = None) -> Claims:
    """The claims of all articles; an article that cannot be read is in `unread`, with the reason.

    >>> extract_claims([Article("a1", "Two soldiers were killed in Idlib.", publisher="Agency A")]).unread
    ()
    """
    words = lexicon or load_lexicon()
    claims: list[Claim] = []
    unread: list[Unread] = []
    for article in articles:
        try:
            claims += read_claims(article, lexicon=words)
        except ClaimrecError as error:
            because = str(error).removeprefix(f"article {article.id}: ")
            unread.append(Unread(because, article=article.id))
    return Claims(tuple(claims), tuple(unread))


def reconcile(
    claims: Iterable[Claim], *, lexicon: Lexicon | None = None, unread: Iterable[Unread] = ()
) -> Reconciliation:
    """Which claims speak of one incident, what cannot all be true in it, and what remains.

    The same claims give the same result in whatever order they come. A claim that comes twice counts once; two
    claims with one id that say different things raise RecordError. `unread` is what the source of the claims left
    out, and stands in the result.

    >>> article = Article("a1", "Two soldiers were killed in Idlib.", publisher="Agency A")
    >>> [str(range_.claimed) for range_ in reconcile(read_claims(article)).incidents[0].ranges]
    ['2']
    """
    words = lexicon or load_lexicon()
    known = _each_once(claims)
    matching = find_incidents(known, lexicon=words)
    judgements = judge(matching.incidents, lexicon=words)
    method = Method(version("claimrec"), words.packs, (), ())
    return Reconciliation(known, judgements, matching.review, tuple(unread), method)


def _each_once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims by id; of two that differ only in how they were filed, one with all that they are kept apart from."""
    known: dict[str, Claim] = {}
    for claim in claims:
        other = known.setdefault(claim.id, claim)
        if _said(claim) != _said(other):
            raise RecordError(f"two different claims have the id {claim.id!r}")
        apart = tuple(sorted({*claim.separate_from, *other.separate_from}))
        known[claim.id] = attrs.evolve(min(claim, other, key=repr), separate_from=apart)
    return tuple(known[id_] for id_ in sorted(known))


def _said(claim: Claim) -> Claim:
    return attrs.evolve(claim, separate_from=(), row=None)

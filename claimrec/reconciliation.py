"""The whole flow on one screen: claims in; incidents, what cannot all be true in them, and what remains out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.metadata import version
from typing import Any

import attrs
import numpy as np

from claimrec.errors import LanguageError, RecordError
from claimrec.exchange.claims import Claims
from claimrec.judging.case import Check
from claimrec.judging.checks import CHECKS
from claimrec.judging.judge import judge, judge_again
from claimrec.judging.judgement import Judgement
from claimrec.judging.result import Method, Result
from claimrec.judging.verdicts import rule_name
from claimrec.lexicon.loader import Lexicon, load_lexicon
from claimrec.matching.adding import with_claims
from claimrec.matching.comparison import Comparison
from claimrec.matching.decisions import Decision
from claimrec.matching.explaining import Explanation, explain
from claimrec.matching.incidents import Matching, find_incidents, parted
from claimrec.matching.linking import UNSURE
from claimrec.matching.weighing import Scale
from claimrec.progress import tracked
from claimrec.reading.claims import read_claims
from claimrec.reading.language import arabic_sentences
from claimrec.records.article import Article
from claimrec.records.claim import Claim
from claimrec.records.flag import Flag
from claimrec.records.reader import Reader
from claimrec.records.unread import Unread
from claimrec.showing.methods import methods_note


@attrs.frozen(repr=False)
class Reconciliation(Result):
    """What `reconcile` gives; a notebook shows it as a table of incidents."""

    matching: Matching = attrs.field(eq=False, kw_only=True)
    checks: Sequence[Check] = attrs.field(eq=False, kw_only=True)

    def explain(self, a: str, b: str) -> Explanation:
        """Why the claims of ids `a` and `b` are, or are not, one incident; an unknown id raises RuleError."""
        return explain(self.matching, a, b)

    def methods(self) -> str:
        """How the result came about, as text for the appendix of a paper: rules, weights, thresholds and counts."""
        return methods_note(self, self.matching)

    def add(
        self, claims: Iterable[Claim], *, decisions: Iterable[Decision] = (), unread: Iterable[Unread] = ()
    ) -> Reconciliation:
        """The result with more claims, or more decisions of the user: that of doing all again, at the cost of these.

        Words, rules and checks are those of this result. Only incidents that the claims and decisions touch are matched
        and judged again.

        >>> said = "Two soldiers were killed in Saraqib on 6 February 2023."
        >>> a, b = (Article(name, said, publisher=name) for name in ("Agency A", "Daily B"))
        >>> result = reconcile(read_claims(a))
        >>> [len(one.incident.claims) for one in result.add(read_claims(b)).incidents]
        [2]
        """
        known = {claim.id: claim for claim in self.claims}
        given = list(claims)
        met = _each_once([*given, *(known[claim.id] for claim in given if claim.id in known)])
        new = [claim for claim in met if known.get(claim.id) != claim]
        matching = with_claims(self.matching, new, lexicon=self.lexicon, decisions=decisions)
        judged = judge_again(matching.incidents, self.incidents, lexicon=self.lexicon, checks=self.checks)
        before = {id(judgement) for judgement in self.incidents}
        changed = [claim.id for one in judged if id(one) not in before for claim in one.incident.claims]
        rows = np.array(sorted(matching.scale.table.row[claim] for claim in changed), dtype=np.int64)
        scale = matching.scale.of_rows(rows, self.lexicon)
        return attrs.evolve(
            self,
            claims=_in_order(judged),
            incidents=tuple(
                one if id(one) in before else _with_threshold_tried(one, scale, matching.threshold) for one in judged
            ),
            review=matching.review,
            unread=(*self.unread, *unread),
            flags=(*self.flags, *_flags(claims)),
            matching=matching,
        )


def extract_claims(
    articles: Iterable[Article], *, lexicon: Lexicon | None = None, reader: Reader | None = None
) -> Claims:
    """The claims of all articles; articles and sentences in a language that is not read are in `unread`.

    `reader` reads in the place of `read_claims`; where it gives `Claims`, what these left out is kept as well.

    >>> extract_claims([Article("a1", "Two soldiers were killed in Idlib.", publisher="Agency A")]).unread
    ()
    """
    words = lexicon or load_lexicon()
    claims: list[Claim] = []
    unread: list[Unread] = []
    for article in tracked(articles, "reading articles"):
        try:
            found = reader(article) if reader else read_claims(article, lexicon=words)
            claims += found
            unread += found.unread if isinstance(found, Claims) else ()
            if reader is None and (count := arabic_sentences(article.text, words)):
                many = f"{count} sentence{'s' if count > 1 else ''}"
                unread.append(Unread(f"{many} in Arabic script, which are not read", article=article.id))
        except LanguageError as error:
            because = str(error).removeprefix(f"article {article.id}: ")
            unread.append(Unread(because, article=article.id))
    return Claims(tuple(claims), tuple(unread))


def reconcile(
    claims: Iterable[Claim],
    *,
    lexicon: Lexicon | None = None,
    comparisons: Sequence[Comparison[Any]] | None = None,
    decisions: Iterable[Decision] = (),
    checks: Sequence[Check] = CHECKS,
    unread: Iterable[Unread] = (),
) -> Reconciliation:
    """Which claims speak of one incident, what cannot all be true in it, and what remains.

    The same claims give the same result in whatever order they come. A claim that comes twice counts once; two
    claims with one id that say different things raise RecordError. `decisions` of a user overrule the evidence of
    the `comparisons`; where none are given, these are the shipped ones, with the weights of rows, or with those of
    articles as soon as one claim is told in one. `checks` look for what cannot all be true. `unread` is what the source
    of the claims left out, and stands in the result; so do the flags of `Claims`.

    >>> article = Article("a1", "Two soldiers were killed in Idlib.", publisher="Agency A")
    >>> result = reconcile(read_claims(article))
    >>> [str(remains.claimed) for remains in result.incidents[0].ranges]
    ['2']
    """
    words = lexicon or load_lexicon()
    known = _each_once(claims)
    matching = find_incidents(known, lexicon=words, comparisons=comparisons, decisions=decisions)
    judgements = judge(matching.incidents, lexicon=words, checks=checks)
    judgements = tuple(_with_threshold_tried(judgement, matching.scale, matching.threshold) for judgement in judgements)
    rules = (*(comparison.name for comparison in matching.scale.rules.comparisons), *map(rule_name, checks))
    thresholds = (
        ("one incident from", f"{matching.threshold:+g} bits"),
        ("to review", f"within {UNSURE:g} bits of that"),
    )
    method = Method(version("claimrec"), words.packs, words.conventions.name, rules, thresholds)
    return Reconciliation(
        _in_order(judgements),
        judgements,
        matching.review,
        tuple(unread),
        method,
        _flags(claims),
        lexicon=words,
        matching=matching,
        checks=checks,
    )


def _flags(claims: Iterable[Claim]) -> tuple[Flag, ...]:
    return claims.flags if isinstance(claims, Claims) else ()


def _in_order(judgements: Iterable[Judgement]) -> tuple[Claim, ...]:
    return tuple(claim for judgement in judgements for claim in judgement.incident.claims)


def _with_threshold_tried(judgement: Judgement, scale: Scale, threshold: float) -> Judgement:
    """The judgement, its conflicts marked that hang on the threshold: their claims would not all be one incident."""
    if all(conflict.severity == "note" for conflict in judgement.conflicts):
        return judgement
    together = parted(scale, judgement.incident, threshold + UNSURE)
    conflicts = tuple(
        conflict
        if any(one.issuperset(conflict.claims) for one in together)
        else attrs.evolve(conflict, depends_on=(*conflict.depends_on, "threshold"))
        for conflict in judgement.conflicts
    )
    return attrs.evolve(judgement, conflicts=conflicts)


def _each_once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims by id; of two that differ only in how they were filed, one with all that they are kept apart from."""
    known: dict[str, Claim] = {}
    for claim in claims:
        other = known.setdefault(claim.id, claim)
        if other is claim and not claim.separate_from:
            continue
        if _said(claim) != _said(other):
            raise RecordError(f"two different claims have the id {claim.id!r}")
        apart = tuple(sorted({*claim.separate_from, *other.separate_from}))
        sketch = max(claim.sketch, other.sketch, key=lambda found: str(found or ""))
        known[claim.id] = attrs.evolve(min(claim, other, key=_filed), separate_from=apart, sketch=sketch)
    return tuple(known[id_] for id_ in sorted(known))


def _filed(claim: Claim) -> str:
    return claim.row.file if claim.row else ""


def _said(claim: Claim) -> Claim:
    return attrs.evolve(claim, separate_from=(), sketch=None, row=claim.row and attrs.evolve(claim.row, file=""))

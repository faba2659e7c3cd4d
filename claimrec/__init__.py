"""claimrec reconciles what outlets claim about armed incidents, and shows what cannot all be true.

>>> import claimrec as cr
>>> text = "At least three soldiers were killed in Saraqib on Monday, the monitor said."
>>> result = cr.reconcile(cr.read_claims(cr.Article("a1", text, publisher="Harbour Wire")))
>>> result.conflicts
()
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimrec.errors import ClaimrecError
    from claimrec.exchange.articles import Articles, read_articles, write_articles
    from claimrec.exchange.claims import Claims, load_claims, write_claims
    from claimrec.exchange.decisions import load_decisions, write_decisions
    from claimrec.exchange.grounding import ground
    from claimrec.exchange.results import write_page, write_result
    from claimrec.judging.judgement import Conflict, Judgement
    from claimrec.judging.policies import best_estimate
    from claimrec.lexicon.loader import Lexicon, load_lexicon
    from claimrec.matching.blocking import blocking_report
    from claimrec.matching.comparison import Comparison
    from claimrec.matching.decisions import Decision
    from claimrec.matching.incidents import Incident
    from claimrec.matching.learning import learn
    from claimrec.matching.linking import link
    from claimrec.matching.two_tables import link_tables
    from claimrec.outlets.compare import compare_outlets
    from claimrec.reading.claims import read_claims
    from claimrec.reading.counts import read_count
    from claimrec.reconciliation import Reconciliation, extract_claims, reconcile
    from claimrec.records.article import Article, Quote
    from claimrec.records.claim import Claim, Toll
    from claimrec.records.reader import Reader
    from claimrec.records.source import Source
    from claimrec.records.unread import Unread
    from claimrec.values.count import UNKNOWN, Count
    from claimrec.values.place import Place
    from claimrec.values.window import Window

__all__ = [
    "UNKNOWN",
    "Article",
    "Articles",
    "Claim",
    "ClaimrecError",
    "Claims",
    "Comparison",
    "Conflict",
    "Count",
    "Decision",
    "Incident",
    "Judgement",
    "Lexicon",
    "Place",
    "Quote",
    "Reader",
    "Reconciliation",
    "Source",
    "Toll",
    "Unread",
    "Window",
    "best_estimate",
    "blocking_report",
    "compare_outlets",
    "extract_claims",
    "ground",
    "learn",
    "link",
    "link_tables",
    "load_claims",
    "load_decisions",
    "load_lexicon",
    "read_articles",
    "read_claims",
    "read_count",
    "reconcile",
    "write_articles",
    "write_claims",
    "write_decisions",
    "write_page",
    "write_result",
]

_HOMES = {
    "UNKNOWN": "claimrec.values.count",
    "Article": "claimrec.records.article",
    "Articles": "claimrec.exchange.articles",
    "Claim": "claimrec.records.claim",
    "ClaimrecError": "claimrec.errors",
    "Claims": "claimrec.exchange.claims",
    "Comparison": "claimrec.matching.comparison",
    "Conflict": "claimrec.judging.judgement",
    "Count": "claimrec.values.count",
    "Decision": "claimrec.matching.decisions",
    "Incident": "claimrec.matching.incidents",
    "Judgement": "claimrec.judging.judgement",
    "Lexicon": "claimrec.lexicon.loader",
    "Place": "claimrec.values.place",
    "Quote": "claimrec.records.article",
    "Reader": "claimrec.records.reader",
    "Reconciliation": "claimrec.reconciliation",
    "Source": "claimrec.records.source",
    "Toll": "claimrec.records.claim",
    "Unread": "claimrec.records.unread",
    "Window": "claimrec.values.window",
    "best_estimate": "claimrec.judging.policies",
    "blocking_report": "claimrec.matching.blocking",
    "compare_outlets": "claimrec.outlets.compare",
    "extract_claims": "claimrec.reconciliation",
    "ground": "claimrec.exchange.grounding",
    "learn": "claimrec.matching.learning",
    "link": "claimrec.matching.linking",
    "link_tables": "claimrec.matching.two_tables",
    "load_claims": "claimrec.exchange.claims",
    "load_decisions": "claimrec.exchange.decisions",
    "load_lexicon": "claimrec.lexicon.loader",
    "read_articles": "claimrec.exchange.articles",
    "read_claims": "claimrec.reading.claims",
    "read_count": "claimrec.reading.counts",
    "reconcile": "claimrec.reconciliation",
    "write_articles": "claimrec.exchange.articles",
    "write_claims": "claimrec.exchange.claims",
    "write_decisions": "claimrec.exchange.decisions",
    "write_page": "claimrec.exchange.results",
    "write_result": "claimrec.exchange.results",
}
"""Where each public name lives; it is fetched when it is first asked for, so that `import claimrec` costs nothing."""


def __getattr__(name: str) -> Any:  # noqa: ANN401 (the names are of every kind)
    if name not in _HOMES:
        raise AttributeError(f"module 'claimrec' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])

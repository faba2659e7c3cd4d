"""claimrec reconciles what outlets claim about armed incidents, and shows what cannot all be true.

>>> import claimrec as cr
>>> text = "At least three soldiers were killed in Saraqib on Monday, the monitor said."
>>> result = cr.reconcile(cr.read_claims(cr.Article("a1", text, publisher="Harbour Wire")))
>>> result.conflicts
()
"""

from claimrec.errors import ClaimrecError
from claimrec.exchange.articles import Articles, read_articles, write_articles
from claimrec.exchange.claims import Claims, load_claims, write_claims
from claimrec.exchange.results import write_page, write_result
from claimrec.judging.judgement import Conflict, Judgement
from claimrec.lexicon.loader import Lexicon, load_lexicon
from claimrec.matching.comparison import Comparison
from claimrec.matching.decisions import Decision
from claimrec.matching.incidents import Incident
from claimrec.reading.claims import read_claims
from claimrec.reading.counts import read_count
from claimrec.reconcile import Reconciliation, extract_claims, reconcile
from claimrec.records.article import Article, Quote
from claimrec.records.claim import Claim, Toll
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
    "Reconciliation",
    "Source",
    "Toll",
    "Unread",
    "Window",
    "extract_claims",
    "load_claims",
    "load_lexicon",
    "read_articles",
    "read_claims",
    "read_count",
    "reconcile",
    "write_articles",
    "write_claims",
    "write_page",
    "write_result",
]

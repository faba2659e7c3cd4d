"""Everything that can be said of outlet against outlet, in one value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import attrs

from claimrec.judging.case import case_of
from claimrec.judging.result import Result
from claimrec.outlets.agreement import Agreement, agreement_of
from claimrec.outlets.attribution import Attribution, attribution_of
from claimrec.outlets.contested import Contested, contested_of
from claimrec.outlets.coverage import Coverage, coverage_of
from claimrec.outlets.independence import Taking, independence_of
from claimrec.outlets.ratios import Leaning, Ratio, counts_said, leanings_of, ratios_of
from claimrec.outlets.vocabulary import Wording, vocabulary_of
from claimrec.records.shown import Drawn, Listing

Row = TypeVar("Row")


@attrs.frozen
class OutletComparison(Drawn):
    """Small tables, each row with what it leaves open and the number of incidents behind it.

    Who prints: `coverage`, `independence`, `vocabulary`. Who stands for it by name: `agreement`, `ratios`, `leanings`,
    `attribution`. And over all of them: `contested`. None of it says who is right. Each is a table
    in a notebook, and a frame with `to_frame()`.
    """

    coverage: Listing[Coverage]
    agreement: Listing[Agreement]
    ratios: Listing[Ratio]
    leanings: Listing[Leaning]
    attribution: Listing[Attribution]
    independence: Listing[Taking]
    vocabulary: Listing[Wording]
    contested: Listing[Contested]


def compare_outlets(result: Result) -> OutletComparison:
    """Outlet against outlet over all incidents of a result; sums, totals and background are left aside.

    Incidents are the independent units: each counts once in every share, however many claims tell of it.

    >>> import claimrec as cr
    >>> from claimrec.exchange import from_frame
    >>> told = {"Agency A": 12, "Daily B": 15}
    >>> rows = [{"outlet": o, "day": "2023-02-04", "town": "Saraqib", "dead": n} for o, n in told.items()]
    >>> claims = from_frame(rows, {"publisher": "outlet", "day": "day", "place": "town", "killed": "dead"})
    >>> comparison = cr.compare_outlets(cr.reconcile(claims))
    >>> [(row.a, row.b, str(row.agree)) for row in comparison.agreement if row.aspect == "count"]
    [('Agency A', 'Daily B', '0.00 (0.00 to 0.79), 1 incident: few')]
    """
    incidents = [judgement for judgement in result.incidents if judgement.incident.level == "incident"]
    cases = [case_of(judgement.incident, result.lexicon) for judgement in incidents]
    said = counts_said(cases)
    return OutletComparison(
        coverage=_table("coverage", coverage_of(cases)),
        agreement=_table("agreement", agreement_of(cases)),
        ratios=_table("ratios", ratios_of(said)),
        leanings=_table("leanings", leanings_of(said)),
        attribution=_table("attribution", attribution_of(cases)),
        independence=_table("independence", independence_of(cases)),
        vocabulary=_table("vocabulary", vocabulary_of(cases)),
        contested=_table("contested", contested_of(incidents)),
    )


def _table(name: str, rows: Sequence[Row]) -> Listing[Row]:
    return Listing(rows, name, tuple(rows))

"""Shares: how much each claim counts where evidence is averaged, the less the more claims its article makes."""

from __future__ import annotations

import numpy as np

from claimrec.matching.article import Tellings
from claimrec.matching.columns import UNSAID, FloatArray, IntArray
from claimrec.matching.table import ClaimTable

REMARK = 2.0**-20
"""The share of a claim that neither counts anybody nor says who did it: it joins an incident and decides on none."""


def articles_of(table: ClaimTable) -> IntArray:
    """The article of every claim that is told in one, as codes; a row of a table is told in none."""
    column = table.columns["article"]
    told = Tellings.of(column.values)
    return np.append(np.where(told.field == UNSAID, UNSAID, told.article), UNSAID)[column.codes]


def shares_of(table: ClaimTable) -> FloatArray:
    """For every claim one by the root of how many claims its article makes; for rows one, for remarks hardly anything.

    What an article says twice is no second witness, and a misread day in one sentence is carried on into the next; yet
    ten claims tell more of an incident than one. If the article were one witness, each of n claims would count one
    n-th, and one if it were n: the root lies between.
    """
    articles = articles_of(table)
    told = articles != UNSAID
    remarks = np.zeros(len(table), dtype=bool)
    remarks[: len(table.claims)] = [not claim.tolls and claim.perpetrator is None for claim in table.claims]
    told, remarked = told & ~remarks, told & remarks
    shares = np.ones(len(table))
    shares[told] = 1 / np.sqrt(np.bincount(articles[told])[articles[told]])
    shares[remarked] = REMARK
    return shares

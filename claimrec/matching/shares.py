"""Shares: how much each claim counts where evidence is averaged, the less the more claims its article makes."""

from __future__ import annotations

import numpy as np

from claimrec.matching.article import Tellings
from claimrec.matching.columns import UNSAID, FloatArray, IntArray
from claimrec.matching.table import ClaimTable


def articles_of(table: ClaimTable) -> IntArray:
    """The article of every claim that is told in one, as codes; a row of a table is told in none."""
    column = table.columns["article"]
    told = Tellings.of(column.values)
    return np.append(np.where(told.field == UNSAID, UNSAID, told.article), UNSAID)[column.codes]


def shares_of(table: ClaimTable) -> FloatArray:
    """For every claim one by the root of how many claims its article makes; for rows of tables, one.

    What an article says twice is no second witness, and a misread day in one sentence is carried on into the next; yet
    ten claims tell more of an incident than one. If the article were one witness, each of n claims would count one
    n-th, and one if it were n: the root lies between.
    """
    articles = articles_of(table)
    told = articles != UNSAID
    shares = np.ones(len(table))
    shares[told] = 1 / np.sqrt(np.bincount(articles[told])[articles[told]])
    return shares

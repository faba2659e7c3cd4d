"""How many of whom, in many incidents at once: the tolls of one incident, effect and group, put together."""

from __future__ import annotations

import attrs
import numpy as np

from claimrec.judging.coded import Answers, Codes, Numbers, Places
from claimrec.judging.columns import EFFECTS
from claimrec.judging.statement_table import StatementTable


@attrs.frozen(eq=False)
class Counted:
    """One row for each incident, effect and group that tolls count, incident by incident.

    `low` and `high` are what all tolls of a row allow; the first is above the second where they allow nothing.
    `claimed_low` and `claimed_high` are what any of them allows. `toll` is the first of them.
    Of a row that is an `item` nothing is known but the words of its tolls.
    """

    of: Places
    effect: Codes
    group: Codes
    low: Numbers
    high: Numbers
    claimed_low: Numbers
    claimed_high: Numbers
    toll: Places
    item: Answers

    def rows_of(self, many: int) -> Places:
        """The place of each incident's first row, of so `many` incidents, and behind them the number of all rows."""
        return np.searchsorted(self.of, np.arange(many + 1))


def counted(table: StatementTable, tolls: Places) -> Counted:
    """These tolls, put together."""
    groups, group = table.groups
    of, effect = table.columns.of_toll[tolls], table.columns.effect[tolls]
    kind = ((of * len(EFFECTS) + effect) * len(groups) + group[tolls]) * 2 + table.item[tolls]
    order = np.argsort(kind, kind="stable")
    kind = kind[order]
    first = np.flatnonzero(np.concatenate([[True], kind[1:] != kind[:-1]])) if len(kind) else order
    low, high, at = table.low[tolls][order], table.high[tolls][order], order[first]
    return Counted(
        of[at],
        effect[at],
        group[tolls][at],
        _reduced(np.maximum, low, first),
        _reduced(np.minimum, high, first),
        _reduced(np.minimum, low, first),
        _reduced(np.maximum, high, first),
        tolls[at],
        table.item[tolls[at]],
    )


def _reduced(to: np.ufunc, numbers: Numbers, first: Places) -> Numbers:
    reduced: Numbers = to.reduceat(numbers, first) if len(first) else numbers
    return reduced

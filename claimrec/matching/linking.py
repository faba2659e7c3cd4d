"""Which claims go together: claims or a table in, for every claim its incident out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import numpy as np

from claimrec.lexicon.loader import Lexicon, load_lexicon
from claimrec.matching.arrow import table_from_arrow
from claimrec.matching.clustering import clusters
from claimrec.matching.columns import FloatArray, IntArray
from claimrec.matching.decisions import Decision
from claimrec.matching.pairing import candidate_pairs
from claimrec.matching.rows import as_arrow
from claimrec.matching.shipped import rules_for
from claimrec.matching.sweep import Pairs
from claimrec.matching.table import ClaimTable
from claimrec.matching.weighing import Rules, Scale
from claimrec.progress import tracked
from claimrec.records.claim import Claim

if TYPE_CHECKING:
    import pyarrow as pa

T = TypeVar("T")

WEIGHERS = 2
"""Threads that weigh: each holds a chunk of pairs, and more of them wait for each other."""
THRESHOLD = 0.0
"""Log-odds, base 2, that claims of one incident reach on average: 0 is as likely as not."""
UNSURE = 2.0
"""Bits around the threshold in which a pair is unsure, and so listed for review."""


@attrs.frozen(eq=False)
class Links:
    """What linking gives: for every row of the table the first row of its incident, and the pairs that led there.

    `ties` are the candidate pairs with enough `bits` to join two claims; `scale` weighs any other.
    """

    first: IntArray
    ties: Pairs = attrs.field(repr=False)
    bits: FloatArray = attrs.field(repr=False)
    threshold: float
    scale: Scale = attrs.field(repr=False)

    def to_arrow(self) -> pa.Table:
        """A table of `claim` and `incident`, in the order of the days; an incident bears the id of its first claim.

        Needs pyarrow, which comes with `claimrec[frames]`.
        """
        import pyarrow as pa  # noqa: PLC0415 - an extra

        ids = pa.array(self.scale.table.ids, pa.string())
        return pa.Table.from_arrays([ids, ids.take(as_arrow(self.first))], ["claim", "incident"])


def link(
    claims: Iterable[Claim] | pa.Table,
    *,
    lexicon: Lexicon | None = None,
    rules: Rules | None = None,
    decisions: Iterable[Decision] = (),
    threshold: float = THRESHOLD,
) -> Links:
    """Which claims speak of one incident, of any number of claims, whatever their order.

    Takes claims, or a table: an Arrow table or a frame of pandas or polars, one claim a row, with columns as in
    `claimrec.matching.arrow`. The shipped `rules` are those of rows, or those of articles where a claim is told in one;
    a user's decisions overrule them. Claims are joined while the evidence between them averages to at least
    `threshold`.

    >>> import pyarrow
    >>> raids = pyarrow.table({
    ...     "id": [1, 2, 3], "first": ["2023-02-03", "2023-02-03", "2023-02-04"],
    ...     "place": ["Tell an-Nur", "Tall al-Nour", "Tell an-Nur"], "admin": ["Hama"] * 3,
    ... })
    >>> link(raids).to_arrow()["incident"].to_pylist()
    ['1', '1', '3']
    """
    words = lexicon or load_lexicon()
    table = table_of(claims, words)
    scale = Scale.of(table, rules_for(table) if rules is None else rules, decisions)
    return links_among(candidate_pairs(table), scale, threshold)


def links_among(candidates: Iterable[Pairs], scale: Scale, threshold: float, *, least: float | None = None) -> Links:
    """The links of the claims that lie on a scale, of which the candidates are compared.

    Where `least` bits are below the threshold, pairs of so many are among the ties, though they join nothing.
    """
    ties, bits = weighed_ties(candidates, scale, threshold if least is None else least)
    return Links(clusters(scale.shares, ties, bits, scale.bits, threshold), ties, bits, threshold, scale)


def table_of(claims: Any, lexicon: Lexicon) -> ClaimTable:  # noqa: ANN401 - whatever can stream itself as Arrow
    """Claims, an Arrow table or a frame as columns."""
    if hasattr(claims, "__arrow_c_stream__"):
        import pyarrow as pa  # noqa: PLC0415 - an extra

        return table_from_arrow(pa.RecordBatchReader.from_stream(claims).read_all(), lexicon)
    return ClaimTable.of(claims, lexicon)


def weighed_ties(candidates: Iterable[Pairs], scale: Scale, least: float) -> tuple[Pairs, FloatArray]:
    """The pairs of at least so many bits, with their bits."""
    scale.prepare()
    found = list(_in_turn(lambda pairs: scale.strong(pairs, least), tracked(candidates, "comparing claims")))
    found.append((scale.decided_pairs, scale.bits(*scale.decided_pairs)))
    a, b = (np.concatenate([pairs[side] for pairs, _ in found]) for side in (0, 1))
    return (a, b), np.concatenate([bits for _, bits in found])


def _in_turn(weigh: Callable[[Pairs], T], candidates: Iterable[Pairs]) -> Iterator[T]:
    """What is weighed of every chunk; threads weigh two while the next is found, as numpy leaves each a core."""
    with ThreadPoolExecutor(WEIGHERS) as weighers:
        weighed = deque[Future[T]]()
        for pairs in candidates:
            weighed.append(weighers.submit(weigh, pairs))
            if len(weighed) > WEIGHERS:
                yield weighed.popleft().result()
        yield from (one.result() for one in weighed)


def weighed_pairs(candidates: Iterable[Pairs], scale: Scale) -> Iterator[tuple[Pairs, FloatArray]]:
    """The candidates with their bits, chunk by chunk, then the pairs that the user decided to be one, once more."""
    for pairs in tracked(candidates, "comparing claims"):
        yield pairs, scale.bits(*pairs)
    yield scale.decided_pairs, scale.bits(*scale.decided_pairs)

"""Incidents: claims held to speak of one event, and how they were found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any

import attrs
import numpy as np

from claimrec.lexicon.loader import Lexicon
from claimrec.matching.clustering import clusters
from claimrec.matching.columns import IntArray
from claimrec.matching.comparison import Comparison
from claimrec.matching.conditions import Condition
from claimrec.matching.decisions import Decision
from claimrec.matching.evidence import Evidence
from claimrec.matching.frequencies import Frequencies
from claimrec.matching.linking import THRESHOLD, UNSURE, Links, links_among
from claimrec.matching.pairing import candidate_pairs
from claimrec.matching.reviewing import in_order_of_review
from claimrec.matching.shipped import ARTICLES, rules_for
from claimrec.matching.table import ClaimTable
from claimrec.matching.weighing import Rules, Scale
from claimrec.progress import tracked
from claimrec.records.claim import Claim, Level
from claimrec.records.shown import Shown


@attrs.frozen
class Incident(Shown):
    """Claims held to speak of one event, with the evidence that joined them; it points at them and edits none.

    `id` is a digest of the claims' ids, so the same claims always give the same id. `evidence` ties each claim to the
    rest by the strongest pairs, one fewer than the claims.
    """

    id: str
    level: Level
    claims: tuple[Claim, ...]
    evidence: tuple[Evidence, ...] = ()


@attrs.frozen
class Matching:
    """What matching gives: the incidents by day, and the pairs to review, the least sure of every kind first.

    `review` holds pairs of two incidents that came close to being one, and pairs that barely joined one. `links` are
    the pairs behind both.
    """

    incidents: tuple[Incident, ...]
    review: tuple[Evidence, ...]
    links: Links = attrs.field(eq=False, repr=False)

    @property
    def threshold(self) -> float:
        """The bits that the evidence between claims of one incident reaches on average."""
        return self.links.threshold

    @property
    def scale(self) -> Scale:
        """What weighs any pair of the claims (see `explain`)."""
        return self.links.scale


def find_incidents(
    claims: Iterable[Claim],
    *,
    lexicon: Lexicon,
    comparisons: Sequence[Comparison[Any]] | None = None,
    prior: float | None = None,
    must_link: Sequence[Condition] = (),
    must_not_link: Sequence[Condition] | None = None,
    decisions: Iterable[Decision] = (),
    threshold: float = THRESHOLD,
    frequencies: Frequencies | None = None,
) -> Matching:
    """The incidents that claims speak of, whatever order the claims come in; a claim that no other joins is one alone.

    Comparisons add up, in bits, on a prior; where a `must_not_link` condition says yes, the two are never joined, not
    even through other claims. A user's decisions overrule both. Claims are joined while the evidence between them
    averages to at least `threshold`. Comparisons, prior and `must_not_link` that are not given are the shipped ones:
    those of rows, or those of articles where a claim is told in one. `frequencies` say how rare names are, where that
    is not to be counted in the claims.

    >>> from datetime import date
    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.records.claim import Row, When, Where
    >>> from claimrec.values.place import Place
    >>> from claimrec.values.window import Window
    >>> def raid(line, name, day):
    ...     when, where = When(Window.on(date(2023, 2, day))), Where(Place(name, "Hama"))
    ...     return Claim(f"row {line}", None, ("Agency A",), when=when, where=where, row=Row("raids.csv", line))
    >>> raids = [raid(2, "Tell an-Nur", 3), raid(3, "Tall al-Nour", 3), raid(4, "Tell an-Nur", 4)]
    >>> matching = find_incidents(raids, lexicon=load_lexicon("common"))
    >>> [sorted(claim.row.line for claim in incident.claims) for incident in matching.incidents]
    [[2, 3], [4]]
    """
    table = ClaimTable.of(claims, lexicon, frequencies=frequencies)
    shipped = rules_for(table) if comparisons is None else attrs.evolve(ARTICLES, comparisons=tuple(comparisons))
    rules = Rules(
        shipped.comparisons,
        shipped.prior if prior is None else prior,
        tuple(must_link),
        shipped.must_not_link if must_not_link is None else tuple(must_not_link),
    )
    scale = Scale.of(table, rules, decisions)
    links = links_among(candidate_pairs(table), scale, threshold, least=threshold - UNSURE)
    incidents = tuple(incident_of(rows, scale) for rows in tracked(members(links.first), "joining claims"))
    close = [scale.evidence(a, b) for a, b in close_calls(links)]
    return Matching(incidents, to_review(incidents, close, threshold), links)


def members(first: IntArray) -> list[IntArray]:
    """The rows of every incident, in the order of their first ones."""
    return [
        rows
        for rows in np.split(np.argsort(first, kind="stable"), np.flatnonzero(np.diff(np.sort(first))) + 1)
        if len(rows)
    ]


def to_review(incidents: Iterable[Incident], close: Iterable[Evidence], threshold: float) -> tuple[Evidence, ...]:
    """The close calls between incidents, and the pairs that barely joined one, in order."""
    barely = [one for incident in incidents for one in incident.evidence if one.bits < threshold + UNSURE]
    return in_order_of_review([*close, *barely], threshold)


def parted(scale: Scale, incident: Incident, threshold: float) -> list[frozenset[str]]:
    """The ids of an incident's claims, in the incidents that a higher threshold would make of them.

    Average linkage joins in the same order whatever the threshold, so a higher one only stops earlier.
    """
    rows = np.array([scale.table.row[claim.id] for claim in incident.claims])
    a, b = np.triu_indices(len(rows), 1)
    bits = scale.bits(rows[a], rows[b])
    first = clusters(scale.shares[rows], (a, b), bits, lambda a, b: scale.bits(rows[a], rows[b]), threshold)
    return [frozenset(incident.claims[place].id for place in np.flatnonzero(first == one)) for one in np.unique(first)]


def incident_of(rows: IntArray, scale: Scale) -> Incident:
    """The incident of the claims in these rows."""
    claims = tuple(scale.table.claims[row] for row in rows)
    levels = Counter(claim.level for claim in claims)
    commonest = max(levels, key=lambda level: (levels[level], level))
    evidence = tuple(scale.evidence(a, b) for a, b in _strongest(rows, scale))
    return Incident(name_of(claim.id for claim in claims), commonest, claims, evidence)


def name_of(claims: Iterable[str]) -> str:
    """The id of the incident of these claims: a digest of theirs."""
    return blake2b(repr(sorted(claims)).encode(), digest_size=8).hexdigest()


def _strongest(rows: IntArray, scale: Scale) -> list[tuple[int, int]]:
    """The pairs that tie all rows together with the most evidence: a spanning tree, grown from the first row."""
    tree: list[tuple[int, int]] = []
    best = np.full(len(rows), -np.inf)
    partner = np.zeros(len(rows), dtype=np.int64)
    outside = np.arange(1, len(rows))
    newest = 0
    while len(outside):
        bits = scale.bits(np.full(len(outside), rows[newest]), rows[outside])
        better = bits > best[outside]
        best[outside[better]], partner[outside[better]] = bits[better], newest
        newest = int(outside[best[outside].argmax()])
        tree.append((int(rows[partner[newest]]), int(rows[newest])))
        outside = outside[outside != newest]
    return tree


def close_calls(links: Links) -> list[tuple[int, int]]:
    """Of every two incidents that a pair could have joined, or nearly so, the strongest pair."""
    first, (a, b), bits = links.first, links.ties, links.bits
    close = (first[a] != first[b]) & (bits >= links.threshold - UNSURE)
    a, b, bits = a[close], b[close], bits[close]
    order = np.lexsort((b, a, -bits))
    a, b = a[order], b[order]
    between = np.minimum(first[a], first[b]) * len(first) + np.maximum(first[a], first[b])
    strongest = np.sort(np.unique(between, return_index=True)[1])
    return list(zip(a[strongest].tolist(), b[strongest].tolist(), strict=True))

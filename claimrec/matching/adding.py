"""Claims added to a matching: the incidents are those of doing all again, and only what they touch is worked again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs
import numpy as np

from claimrec.lexicon.loader import Lexicon
from claimrec.matching.columns import BoolArray, FloatArray, IntArray
from claimrec.matching.components import connected
from claimrec.matching.decisions import Decision, settled
from claimrec.matching.evidence import Evidence
from claimrec.matching.incidents import Incident, Matching, close_calls, incident_of, members, name_of, to_review
from claimrec.matching.linking import UNSURE, Links, links_among
from claimrec.matching.pairing import candidate_pairs, in_crowds_of, paired, pairs_touching
from claimrec.matching.sweep import Pairs
from claimrec.matching.sweeping_keys import Finder, sweeps_of
from claimrec.matching.weighing import Scale
from claimrec.records.claim import Claim


def with_claims(
    matching: Matching, claims: Iterable[Claim], *, lexicon: Lexicon, decisions: Iterable[Decision] = ()
) -> Matching:
    """What matching all claims again would give, by the rules and the frequencies of names of the first matching.

    A claim that is there already replaces the one of its id. `decisions` stand beside those that were made before. Only
    claims that hang together with what is new, by pairs strong enough to join them, are clustered again; incidents that
    stay are the same objects.
    """
    given, old = list(claims), matching.links
    table, row_now = old.scale.table.with_claims(given, lexicon)
    scale = Scale.of(table, old.scale.rules, (*old.scale.decided, *decisions))
    sweeps = sweeps_of(table)
    touched = _touched(scale, {claim.id for claim in given}, old.scale.decided)
    links, redone = _links_again(old, row_now, scale, sweeps, touched, lexicon)
    incidents = _incidents_again(matching, links, redone, touched, lexicon)
    close = _close_calls_again(matching, links, touched, lexicon)
    return Matching(incidents, to_review(incidents, close, matching.threshold), links)


@attrs.frozen(eq=False)
class _Ties:
    """Pairs of rows with their bits."""

    a: IntArray
    b: IntArray
    bits: FloatArray

    @classmethod
    def joined(cls, *parts: _Ties) -> _Ties:
        a, b, bits = (np.concatenate([getattr(part, of) for part in parts]) for of in ("a", "b", "bits"))
        return cls(a, b, bits)

    def only(self, which: BoolArray) -> _Ties:
        return _Ties(self.a[which], self.b[which], self.bits[which])

    def in_rows(self, rows: IntArray) -> _Ties:
        """The same ties, where what is row 0 here is the first of these rows."""
        return _Ties(rows[self.a], rows[self.b], self.bits)


def _touched(scale: Scale, new: set[str], decided: Sequence[Decision]) -> BoolArray:
    """The rows of new claims, and those of which something is decided that was not."""
    touched = np.array([name in new for name in scale.table.ids], dtype=bool)
    before = settled(decided)
    for pair, decision in scale.decisions.items():
        a, b = sorted(scale.table.ids[row] for row in pair)
        if before.get((a, b)) != decision:
            touched[list(pair)] = True
    return touched


def _links_again(
    old: Links, row_now: IntArray, scale: Scale, sweeps: Sequence[Finder], touched: BoolArray, lexicon: Lexicon
) -> tuple[Links, BoolArray]:
    """The links of all claims, and the rows that were clustered again."""
    threshold, least = old.threshold, old.threshold - UNSURE
    known = _Ties(*old.ties, old.bits).in_rows(row_now)
    known = known.only(~(touched[known.a] | touched[known.b]))
    near = _near(scale, sweeps, touched, least, lexicon)
    redone = _hanging_together(
        _Ties.joined(known, near).only(np.concatenate([known.bits, near.bits]) >= threshold),
        touched
        | in_crowds_of(sweeps, touched)
        | _tied_before(old, row_now, touched)
        | _counting_otherwise(old, row_now, scale),
    )
    rows = np.flatnonzero(redone)
    part = scale.of_rows(rows, lexicon)
    again = links_among(_among(sweeps, part, rows), part, threshold, least=least)
    first = np.arange(len(touched))
    first[row_now] = row_now[old.first]
    first[rows] = rows[again.first]
    ties = _Ties.joined(
        known.only(~(redone[known.a] & redone[known.b])),
        near.only(~(redone[near.a] & redone[near.b])),
        _Ties(*again.ties, again.bits).in_rows(rows),
    )
    return Links(first, (ties.a, ties.b), ties.bits, threshold, scale), redone


def _near(scale: Scale, sweeps: Sequence[Finder], touched: BoolArray, least: float, lexicon: Lexicon) -> _Ties:
    """The pairs of at least so many bits in which a touched row is, those decided to be one among them; each once."""
    decided = [pair for pair, one in scale.decisions.items() if one.same and touched[list(pair)].any()]
    pairs = [np.array(decided, dtype=np.int64).reshape(-1, 2).T]
    pairs += [np.stack(pair) for pair in pairs_touching(sweeps, touched)]
    rows, places = np.unique(np.unique(np.concatenate(pairs, axis=1), axis=1), return_inverse=True)
    a, b = places.reshape(2, -1)
    bits = scale.of_rows(rows, lexicon).bits(a, b)
    return _Ties(a, b, bits).only(bits >= least).in_rows(rows)


def _tied_before(old: Links, row_now: IntArray, touched: BoolArray) -> BoolArray:
    """The rows that a row, which is now another, held together with."""
    a, b = (row_now[rows] for rows in old.ties)
    found = np.zeros(len(touched), dtype=bool)
    found[a[touched[b]]] = found[b[touched[a]]] = True
    return found


def _counting_otherwise(old: Links, row_now: IntArray, scale: Scale) -> BoolArray:
    """The rows whose article makes more claims now, or fewer: each counts less, or more."""
    found = np.zeros(len(scale.table), dtype=bool)
    found[row_now] = scale.shares[row_now] != old.scale.shares
    return found


def _hanging_together(ties: _Ties, seeds: BoolArray) -> BoolArray:
    """The rows that hang together with one of the seeds."""
    label = connected(len(seeds), ties.a, ties.b)
    return np.isin(label, label[seeds])


def _among(sweeps: Sequence[Finder], part: Scale, rows: IntArray) -> Iterator[Pairs]:
    """The candidates of a part, which stands in these rows of the whole; in a crowd the whole may hold fewer."""
    for a, b in candidate_pairs(part.table):
        held = paired(sweeps, rows[a], rows[b])
        yield a[held], b[held]


def _incidents_again(
    before: Matching, links: Links, redone: BoolArray, touched: BoolArray, lexicon: Lexicon
) -> tuple[Incident, ...]:
    """The incidents by day; those whose claims are the same as before, and untouched, are the same."""
    table = links.scale.table
    known = {one.id: one for one in before.incidents}
    incidents = [one for one in before.incidents if not redone[table.row[one.claims[0].id]]]
    changed: list[IntArray] = []
    rows = np.flatnonzero(redone)
    for places in members(np.searchsorted(rows, links.first[rows])):
        name = name_of(table.ids[row] for row in rows[places].tolist())
        if name in known and not touched[rows[places]].any():
            incidents.append(known[name])
        else:
            changed.append(rows[places])
    if changed:
        among = np.sort(np.concatenate(changed))
        part = links.scale.of_rows(among, lexicon)
        incidents += [incident_of(np.searchsorted(among, one), part) for one in changed]
    return tuple(sorted(incidents, key=lambda one: table.row[one.claims[0].id]))


def _close_calls_again(before: Matching, links: Links, touched: BoolArray, lexicon: Lexicon) -> list[Evidence]:
    """The evidence of the pairs that could nearly have joined two incidents; what was said of one is not said anew."""
    ids, said = links.scale.table.ids, {(one.a, one.b): one for one in before.review}
    found: list[Evidence] = []
    unsaid: list[tuple[int, int]] = []
    for pair in close_calls(links):
        a, b = sorted(ids[row] for row in pair)
        if (a, b) in said and not touched[list(pair)].any():
            found.append(said[a, b])
        else:
            unsaid.append(pair)
    rows, places = np.unique(np.array(unsaid, dtype=np.int64).reshape(-1, 2), return_inverse=True)
    part = links.scale.of_rows(rows, lexicon)
    return found + [part.evidence(a, b) for a, b in places.reshape(-1, 2).tolist()]

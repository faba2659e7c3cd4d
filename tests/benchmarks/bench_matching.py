"""Matching on synthetic claims with known incidents: wall time, peak memory, pairwise F.

`python tests/benchmarks/bench_matching.py 10000 100000` uses the generator of ../shared/benchmark, which needs pandas.
The claims go in as columns, with an alias table for the actors: what a reader of tables would hand over.
"""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np

from claimrec.matching.clustering import clusters
from claimrec.matching.columns import Column
from claimrec.matching.counts import Number, counts
from claimrec.matching.day import NEWS_DAYS, Days, day
from claimrec.matching.event import Kind, event
from claimrec.matching.incidents import THRESHOLD, weighed_ties
from claimrec.matching.pairing import candidate_pairs
from claimrec.matching.parties import Party, Side, perpetrator, victims
from claimrec.matching.place import place
from claimrec.matching.shipped import PRIOR
from claimrec.matching.spots import Spot
from claimrec.matching.table import ClaimTable
from claimrec.matching.weighing import Rules, Scale
from claimrec.values.count import Count

SHARED = Path(__file__).resolve().parents[3] / "shared" / "benchmark"
PROFILES = ("default", "easy", "hard")
SEED = 7
GEOCODED_KM = 3.0
"""How far a geocoder's point may be off; the generator jitters by a kilometre or two."""


def table_of(frame) -> ClaimTable:
    """The generator's table as claimrec's columns, sorted by day."""
    from generate_claims import ACTORS  # the outlets' own names for the same actors

    alias = {name: actor for actor, by_outlet in ACTORS.items() for name in by_outlet.values()}
    dated = frame["event_date"].fillna(frame["report_date"])
    days = dated.to_numpy().astype("datetime64[D]").astype(int) + 719163  # ordinal of 1970-01-01
    said = frame["event_date"].notna()
    actors = {name: Party(name) for name in sorted(set(alias.values()))}
    doers = [actors.get(alias.get(name)) for name in frame["actor"]]
    targets = [actors.get(alias.get(name)) for name in frame["target"]]
    columns = {
        "day": Column.of(
            Days(last if known else last - NEWS_DAYS, last, said=known)
            for last, known in zip(days.tolist(), said, strict=True)
        ),
        "place": Column.of(
            Spot(name, admin, None, *((lat, lon, GEOCODED_KM) if lat == lat else ()))
            for name, admin, lat, lon in zip(frame["place"], frame["admin1"], frame["lat"], frame["lon"], strict=True)
        ),
        "perpetrator": Column.of(
            doer and Side(doer, (target,) if target else ()) for doer, target in zip(doers, targets, strict=True)
        ),
        "victims": Column.of((target,) if target else None for target in targets),
        "event": Column.of(Kind(kind, kind) for kind in frame["event_type"]),
        "counts": Column.of(
            (Number("killed", Count(low, high), low if low == high else None),) if high else None
            for low, high in zip(frame["killed_low"].tolist(), frame["killed_high"].tolist(), strict=True)
        ),
        "level": Column(("incident",), np.zeros(len(frame), dtype=np.int64)),
        "article": Column((), np.full(len(frame), -1)),
    }
    return ClaimTable(tuple(map(str, frame["claim_id"])), columns)


def matched(table: ClaimTable) -> np.ndarray:
    rules = Rules((day, place, perpetrator, victims, event, counts), PRIOR, (), (place.is_("far apart"),))
    scale = Scale.of(table, rules)
    ties, bits = weighed_ties(scale, THRESHOLD)
    return clusters(len(table), ties, bits, scale.bits, THRESHOLD)


def pairs(sizes: Counter) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


def pairwise(gold: np.ndarray, found: np.ndarray) -> tuple[float, float, float]:
    both = pairs(Counter(zip(gold.tolist(), found.tolist(), strict=True)))
    precision, recall = both / max(1, pairs(Counter(found.tolist()))), both / pairs(Counter(gold.tolist()))
    return precision, recall, 2 * precision * recall / (precision + recall)


def main() -> None:
    sys.path.insert(0, str(SHARED))
    import generate_claims

    for profile in PROFILES:
        for size in map(int, sys.argv[1:] or ["10000", "100000"]):
            frame, _ = generate_claims.generate(size, SEED, generate_claims.PROFILES[profile])
            frame = frame.sort_values(["event_date", "report_date", "claim_id"], na_position="last")
            frame["admin1"] = frame["admin1"].astype(object).where(frame["admin1"].notna(), None)
            gold = frame["incident_id"].to_numpy()
            started = time.perf_counter()
            table = table_of(frame)
            built = time.perf_counter()
            found = matched(table)
            done = time.perf_counter()
            candidates = right = 0
            for a, b in candidate_pairs(table):
                candidates += len(a)
                right += int((gold[a] == gold[b]).sum())
            print(
                f"{profile:8} {size:>9,} claims: columns {built - started:5.1f} s, matching {done - built:5.1f} s, "
                f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MiB; {candidates:,} candidates, "
                f"recall {right / pairs(Counter(gold.tolist())):.3f}; "
                "P {:.3f} R {:.3f} F {:.3f}".format(*pairwise(gold, found)),
                flush=True,
            )


if __name__ == "__main__":
    main()

"""Tables of Nigeria in 2011 linked two by two, beside what MELTT 0.4.2 (Donnay et al. 2019) answers on the same input.

`python tests/benchmarks/bench_meltt.py` reads ../shared/data/meltt: ACLED, GED, GTD, SCAD, and MELTT's links at 3 km
and 1 day. Nobody knows which of them are right; what one of the two links and the other does not is counted by its
reason. With `show` behind it, every such pair is printed.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from claimrec import link_tables
from claimrec.exchange import from_acled, from_frame, from_ged, from_gtd
from claimrec.matching.pairing import are_candidates
from claimrec.matching.two_tables import TableLinks
from claimrec.records.claim import Claim

TABLES = Path(__file__).resolve().parents[3] / "shared" / "data" / "meltt"
KM, DAYS = 3, 1
"""What MELTT was given."""
SCAD = {
    "publisher": "dataset",
    "id": "eventid",
    "first_day": "startdate",
    "last_day": "enddate",
    "place": "elocal",
    "latitude": "latitude",
    "longitude": "longitude",
    "killed": "ndeath",
    "perpetrator": "actor1",
    "victims": "target1",
}
"""The columns of SCAD that claimrec has a field for."""

Pair = tuple[str, str]


def tables() -> dict[str, list[Claim]]:
    """The claims of the four tables."""
    with (TABLES / "Nigeria_2011_scad.csv").open(encoding="utf-8", newline="") as file:
        rows = [{**row, "dataset": "SCAD"} for row in csv.DictReader(file)]
    return {
        "acled": list(from_acled(TABLES / "Nigeria_2011_acled.csv")),
        "ged": list(from_ged(TABLES / "Nigeria_2011_ged.csv")),
        "gtd": list(from_gtd(TABLES / "Nigeria_2011_gtd.csv")),
        "scad": list(from_frame(rows, SCAD, name="SCAD")),
    }


def by_meltt(names: list[str]) -> dict[Pair, set[Pair]]:
    """For every two tables the links of MELTT, as numbers of the records."""
    groups: dict[str, dict[str, str]] = defaultdict(dict)
    with (TABLES / "meltt_output_Nigeria_2011_3km.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            groups[row["group"]][row["dataset"]] = row["record_id"].removesuffix(".0")
    return {
        (one, other): {(group[one], group[other]) for group in groups.values() if one in group and other in group}
        for one, other in combinations(names, 2)
    }


def record(name: str) -> str:
    """The number of a record in the name of its row: "GTD 201101010005"."""
    return name.partition(",")[0].rpartition(" ")[2].removesuffix(".0")


def differences(found: TableLinks, meltt: set[Pair]) -> Iterator[tuple[str, Pair, str]]:
    """What one links and the other does not: why, the numbers of the records, and what was compared."""
    table = found.scale.table
    rows = {record(name): row for row, name in enumerate(table.ids)}
    ours = {(record(link.left), record(link.right)): link for link in found.links}
    partners = {one for pair in ours for one in pair}
    for pair in sorted(meltt - ours.keys()):
        a, b = (rows[one] for one in pair)
        evidence = found.scale.evidence(a, b)
        against = min((one for one in evidence.findings if one.comparison != "article"), key=lambda one: one.bits)
        if not are_candidates(table, a, b):
            why = "its places have different names, and nothing else is in common: not compared"
        elif partners & set(pair):
            why = f"another row fits one of the two better (here: {evidence_day(evidence)})"
        elif evidence.bits < found.threshold:
            why = f"below the threshold, mostly for: {against.comparison}, {against.level}"
        else:
            why = "enough evidence, but not the most in all"
        yield f"MELTT alone; {why}", pair, words(evidence)
    known = {one for pair in meltt for one in pair}
    for pair in sorted(ours.keys() - meltt):
        a, b = (table.claims[rows[one]] for one in pair)
        apart = a.where.place.distance(b.where.place)
        if known & set(pair):
            why = f"MELTT links one of the two to another row (here: {evidence_day(ours[pair].evidence)})"
        elif apart is None or apart.to("km").magnitude > KM:
            why = f"more than {KM} km from point to point, or without a point"
        elif any(one.when.window.first != one.when.window.last for one in (a, b)):
            why = "a row of several days, which MELTT keeps apart from those of one"
        else:
            why = "within MELTT's bounds: its taxonomies call them different"
        yield f"claimrec alone; {why}", pair, words(ours[pair].evidence)


def evidence_day(evidence) -> str:
    [day] = [finding.level for finding in evidence.findings if finding.comparison == "day"]
    return "one day" if day == "same day" else "days in common" if "common" in day else "not one day"


def words(evidence) -> str:
    said = [f"{one.because} ({one.bits:+.1f})" for one in evidence.findings if one.bits]
    return f"{evidence.bits:+.1f} bits: {'; '.join(said)}"


def main() -> None:
    read = tables()
    kinds: Counter[str] = Counter()
    counted = Counter()
    for (one, other), meltt in by_meltt(list(read)).items():
        found = link_tables(read[one], read[other])
        ours = {(record(link.left), record(link.right)) for link in found.links}
        print(f"{one}, {other}: {len(ours)} links, MELTT {len(meltt)}, both {len(ours & meltt)}", flush=True)
        counted += Counter(ours=len(ours), meltt=len(meltt), both=len(ours & meltt))
        for kind, pair, compared in differences(found, meltt):
            kinds[kind] += 1
            if "show" in sys.argv[1:]:
                print(f"  {kind}: {' and '.join(pair)}: {compared}")
    print(f"in all: {counted['ours']} links, MELTT {counted['meltt']}, both {counted['both']}")
    for kind, many in sorted(kinds.items()):
        print(f"{many:>4}  {kind}")


if __name__ == "__main__":
    main()

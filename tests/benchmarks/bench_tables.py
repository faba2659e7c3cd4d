"""Tables: rows like UCDP GED's read, matched, judged and written: seconds of each step, peak memory.

Wall time, and behind it processor time, which other work on the machine changes less.

`python tests/benchmarks/bench_tables.py` takes 50,000 rows, `bench_tables.py 5000` so many. The rows are made up before
the clock starts: a war of ten years, outlets that cite each other, bounds out of order in one row of two hundred.
"""

from __future__ import annotations

import csv
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from claimrec import load_lexicon, reconcile
from claimrec.exchange import from_ged, write_sheets

ROWS = 50_000
FIRST_DAY, DAYS = date(2012, 1, 1), 3_650
OUTLETS = ("SOHR", "SANA", "Reuters", "AFP", "Daily A", "Agency B")
SIDES = ("IS", "SDF", "Syrian insurgents", "Ahrar al-Sham", "Jaysh al-Islam")


def row(choose: random.Random, number: int) -> dict[str, object]:
    day = FIRST_DAY + timedelta(choose.randrange(DAYS))
    dead = [choose.choice((0, 0, 1, 2, 3, 5, 8, 20)) for _ in range(3)]
    best = sum(dead)
    low, high = best - choose.choice((0, 0, 0, min(best, 2))), best + choose.choice((0, 0, 0, 3))
    if choose.random() < 0.005:
        low = high + 1
    cited = [
        f"{choose.choice(OUTLETS)},{day + timedelta(days=choose.randrange(3))},Clashes, shelling and losses"
        for _ in range(choose.choice((1, 1, 1, 2, 3)))
    ]
    return {
        "id": number,
        "type_of_violence": choose.choice((1, 1, 1, 3)),
        "side_a": "Government of Syria",
        "side_b": choose.choice(SIDES),
        "source_article": ";".join(f'"{one}"' for one in cited),
        "where_prec": choose.choice((1, 1, 2, 4)),
        "where_coordinates": f"Town {choose.randrange(3_000)} town",
        "adm_1": f"Province {choose.randrange(14)} Governorate",
        "latitude": round(choose.uniform(33, 37), 6),
        "longitude": round(choose.uniform(36, 42), 6),
        "date_start": day,
        "date_end": day + timedelta(days=choose.choice((0, 0, 0, 1))),
        "deaths_a": dead[0],
        "deaths_b": dead[1],
        "deaths_civilians": dead[2],
        "low": low,
        "best": best,
        "high": high,
    }


def rows(many: int) -> Iterator[dict[str, object]]:
    choose = random.Random(1)
    return (row(choose, number) for number in range(many))


def main() -> None:
    many = int(sys.argv[1]) if sys.argv[1:] else ROWS
    lexicon = load_lexicon()
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "events.csv"
        with table.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, row(random.Random(1), 0))
            writer.writeheader()
            writer.writerows(rows(many))
        clocks = [now()]
        claims = from_ged(table, lexicon=lexicon)
        clocks.append(now())
        result = reconcile(claims, lexicon=lexicon)
        clocks.append(now())
        write_sheets(result, Path(folder) / "sheets")
        clocks.append(now())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{many:,} rows: {len(claims):,} claims, {len(claims.flags):,} flags, {len(result.incidents):,} incidents")
    for step, before, after in zip(("read", "matched and judged", "written"), clocks, clocks[1:], strict=False):
        print(f"{step}: {seconds(before, after)}")
    print(f"in all: {seconds(clocks[0], clocks[-1])}, {peak:,.0f} MiB at the peak")


def now() -> tuple[float, float]:
    """Wall and processor time."""
    return time.perf_counter(), time.process_time()


def seconds(before: tuple[float, float], after: tuple[float, float]) -> str:
    return f"{after[0] - before[0]:.1f} s ({after[1] - before[1]:.1f} s of the processor)"


if __name__ == "__main__":
    main()

"""Matching on synthetic claims with known incidents: wall time, peak memory, pairwise and B-cubed F.

`python tests/benchmarks/bench_matching.py 10000 100000` uses the generator of ../shared/benchmark, which needs pandas.
Each figure is of a process of its own, from the Parquet file to the table of incidents. The outlets' names for the
actors are in the pack beside this file, as a user would write it. With `--unlabelled` every table is linked once more
with weights that are learned from it alone; with `--splink PYTHON`, an interpreter that has splink, pandas, pyarrow and
scipy, it is also given to Splink, in turn.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[2] / "shared" / "benchmark"
PROFILES = ("default", "easy", "hard")
SEED = 7
COLUMNS = {
    "claim_id": "id",
    "report_date": "published",
    "event_date": "first",
    "place": "place",
    "admin1": "admin",
    "lat": "lat",
    "lon": "lon",
    "event_type": "event",
    "actor": "perpetrator",
    "target": "victims",
    "killed_low": "killed_low",
    "killed_high": "killed_high",
}
"""The generator's columns, and what claimrec calls them."""
NAMES = ["place", "admin1", "event_type", "actor", "target"]
"""Texts that repeat: read as dictionaries, as they stand in the file, in a third of the time and half of the memory."""


def claims_of(file: Path):
    """The generator's table as claimrec reads it."""
    import pyarrow.parquet as pq

    table = pq.ParquetFile(file, read_dictionary=NAMES).read(columns=list(COLUMNS))
    return table.rename_columns(list(COLUMNS.values()))


def linked(file: Path, *, unlabelled: bool) -> None:
    """Links a file's claims and prints the figures: what the process of one measurement does."""
    started = time.perf_counter()
    from claimrec.lexicon.loader import load_lexicon
    from claimrec.matching.learning import learn
    from claimrec.matching.linking import link

    lexicon = load_lexicon("common", HERE / "pack")
    rules = learn(claims_of(file), lexicon=lexicon).rules if unlabelled else None
    found = link(claims_of(file), lexicon=lexicon, rules=rules).to_arrow()
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"seconds": round(seconds, 2), "MiB": memory, **scores(file, found)}))


def scores(file: Path, found) -> dict[str, float]:
    import pyarrow.parquet as pq

    gold = pq.read_table(file, columns=["claim_id", "incident_id"])
    return scores_of(
        dict(zip(map(str, gold["claim_id"].to_pylist()), gold["incident_id"].to_pylist(), strict=True)), found
    )


def scores_of(incident, found) -> dict[str, float]:
    """Pairwise precision, recall and F, and B-cubed F, of a table of claims and incidents, given the true ones."""
    right = [incident[claim] for claim in found["claim"].to_pylist()]
    given = found["incident"].to_pylist()
    both, of_gold, of_found = Counter(zip(right, given, strict=True)), Counter(right), Counter(given)
    pairs = {name: pair_count(sizes) for name, sizes in (("both", both), ("gold", of_gold), ("found", of_found))}
    precision = sum(size * size / of_found[name] for (_, name), size in both.items()) / len(given)
    recall = sum(size * size / of_gold[name] for (name, _), size in both.items()) / len(given)
    return {
        "P": round(pairs["both"] / max(1, pairs["found"]), 3),
        "R": round(pairs["both"] / max(1, pairs["gold"]), 3),
        "F": round(2 * pairs["both"] / (pairs["found"] + pairs["gold"]), 3),
        "B-cubed F": round(2 * precision * recall / (precision + recall), 3),
    }


def pair_count(sizes: Counter) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


def by_splink(python: str, file: Path, size: int) -> str:
    """The generator's own job for Splink on the same file: its figures without the sweep over thresholds."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"claims_{size // 1000}k.parquet").symlink_to(file)
        printed = output_of([python, str(SHARED / "splink_job.py"), str(size), "em"], folder)
    figures = json.loads(printed[printed.index("{") :])
    at_threshold = figures["at_0_9"]
    scored = dict(zip("PRF", at_threshold["prf"], strict=True)) | {"B-cubed F": at_threshold["bcubed"][2]}
    return json.dumps({"seconds": figures["wall_s"], "MiB": figures["peak_rss_mib"], **scored})


def output_of(command: list[str], folder: str | None = None) -> str:
    """What a command prints; its errors are shown, and end the benchmark."""
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=folder).stdout.strip()


def main() -> None:
    if sys.argv[1:2] == ["--file"]:
        linked(Path(sys.argv[2]), unlabelled="--unlabelled" in sys.argv)
        return
    asked = sys.argv[1:]
    ways = {"shipped weights": []} | ({"unlabelled": ["--unlabelled"]} if "--unlabelled" in asked else {})
    python = asked[asked.index("--splink") + 1] if "--splink" in asked else None
    sizes = [int(word) for word in asked if word.isdigit()] or [10_000, 100_000]
    sys.path.insert(0, str(SHARED))
    import generate_claims

    with tempfile.TemporaryDirectory() as folder:
        for profile in PROFILES:
            for size in sizes:
                file = Path(folder) / f"{profile}_{size}.parquet"
                claims, _ = generate_claims.generate(size, SEED, generate_claims.PROFILES[profile])
                claims.to_parquet(file, index=False)
                del claims
                print(f"{profile}, {size:,} claims", flush=True)
                for way, options in ways.items():
                    printed = output_of([sys.executable, __file__, "--file", str(file), *options])
                    print(f"{way:>16}: {printed}", flush=True)
                if python:
                    print(f"{'Splink':>16}: {by_splink(python, file, size)}", flush=True)
                file.unlink()


if __name__ == "__main__":
    main()

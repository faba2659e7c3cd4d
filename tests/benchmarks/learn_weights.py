"""Learns the weights of rows (`claimrec/matching/row_weights.toml`) from tables whose incidents are known.

    python tests/benchmarks/learn_weights.py            # needs ../shared, pandas and pyarrow

It stands with the benchmarks, as it reads what they read. Two kinds of tables: synthetic claims, from the generator in
../shared/benchmark with other rates and seeds than those that are measured on; and the half of the MAVERICK reports of
Kenya (van Baalen and Hoglund 2026, doi 10.1093/jopres/xjaf012, CC BY 4.0) whose event ids have an even digest. The
other half is for measuring. What is learned of a level is drawn towards the weight that was believed
(`believed_row_weights.toml`).
"""

from __future__ import annotations

import csv
import dataclasses
import math
import sys
from hashlib import blake2b

import attrs
import numpy as np
from believed import BELIEVED_OF_ROWS
from bench_matching import COLUMNS, HERE, SHARED

from claimrec.lexicon.loader import load_lexicon
from claimrec.matching.arrow import table_from_arrow
from claimrec.matching.learning import SEEN, Learned, fitted
from claimrec.matching.patterns import Patterns
from claimrec.matching.weighing import Scale

TARGET = HERE.parents[1] / "claimrec" / "matching" / "row_weights.toml"
SIZE = 40_000
PERTURBED = {
    1000: (
        "default",
        {"p_follow_up": 0.25, "p_typo": 0.03, "p_no_geo": 0.5, "p_day_slip": 0.12, "p_date_unknown": 0.1},
    ),
    1001: ("easy", {"p_follow_up": 0.08, "p_actor_generic": 0.35, "p_admin_missing": 0.25}),
    1002: ("hard", {"p_follow_up": 0.25, "zipf": 0.75, "p_no_geo": 0.3, "p_type_confused": 0.15}),
    1003: ("default", {"claims_per_incident": 2.4, "per_day": 70, "n_places": 3000, "p_actor_wrong": 0.06}),
}
"""Seed -> the profile of the generator, and the rates that differ from it."""
KENYA_TIMES = 20
"""How often a pair of reports of Kenya counts: there are two hundred synthetic ones to one of them."""
AT_MOST = {"compatible": ("counts", "same small number")}
"""Bounds that meet say no more than a number in common: an open one meets nearly everything."""
RADIUS_KM = {"1": 1.0, "2": 5.0, "3": 10.0, "4": 25.0, "5": 50.0, "6": 200.0}
"""What MAVERICK's precision of a point stands for (own)."""

NAMES = np.array([comparison.name for comparison in BELIEVED_OF_ROWS.comparisons])

HEAD = """# What each level weighs between two rows of tables, in bits; the levels are those of weights.toml.
# Learned by tests/benchmarks/learn_weights.py from {pairs:,} pairs: synthetic claims (seeds {seeds}),
# and half of the MAVERICK reports of Kenya (van Baalen and Hoglund 2026, CC BY 4.0), each pair of it {times} times.
# What was seen in fewer than 20 pairs keeps the weight that was believed, or less if the level before does.
"""


def synthetic(seed: int) -> Patterns:
    """The patterns of generated claims."""
    sys.path.insert(0, str(SHARED))
    import generate_claims
    import pyarrow as pa

    profile, rates = PERTURBED[seed]
    frame, _ = generate_claims.generate(SIZE, seed, dataclasses.replace(generate_claims.PROFILES[profile], **rates))
    claims = pa.Table.from_pandas(frame[list(COLUMNS)]).rename_columns(list(COLUMNS.values()))
    incident = dict(zip(map(str, frame["claim_id"]), frame["incident_id"], strict=True))
    return patterns(claims, incident, load_lexicon("common", HERE / "pack"))


def kenya(*, even: bool) -> tuple[object, dict[str, str]]:
    """The reports of the events with an even digest, or of the others, as a table; and the event of each."""
    import pyarrow as pa

    with (SHARED.parent / "data" / "maverick" / "kenya.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            row for row in csv.DictReader(file) if (blake2b(row["event_id"].encode()).digest()[-1] % 2 == 0) is even
        ]
    claims = pa.table({name: [read(row) for row in rows] for name, read in KENYA.items()})
    return claims, {row["id"]: row["event_id"] for row in rows}


def has_even_digest(event: str) -> bool:
    return blake2b(event.encode()).digest()[-1] % 2 == 0


def number(column: str):
    """A number of a column, None where there is none."""
    return lambda row: float(row[column]) if row[column] else None


def people(column: str):
    """A count of a column, where 0 may mean that none is mentioned."""
    return lambda row: int(float(row[column])) or None if row[column] else None


def word(column: str):
    """What a column says, None where it is not known; of several kinds of violence the first."""
    return lambda row: row[column].split(";")[0] if row[column] not in ("", "Unknown") else None


KENYA = {
    "id": word("id"),
    "article": lambda row: row["source"],
    "first": word("date_start"),
    "last": word("date_end"),
    "place": word("location"),
    "admin": word("city"),
    "lat": number("latitude"),
    "lon": number("longitude"),
    "radius_km": lambda row: RADIUS_KM[row["geo_precision"][0]] if row["latitude"] else None,
    "event": word("actor1_violence"),
    "perpetrator": word("actor1"),
    "victims": word("target"),
    "killed_low": people("deaths_low"),
    "killed_high": people("deaths_high"),
    "wounded_low": people("injuries_low"),
    "wounded_high": people("injuries_high"),
}
"""claimrec's columns, and what each is in MAVERICK's."""


def patterns(claims, incident, lexicon) -> Patterns:
    """The patterns of a table whose incidents are known."""
    table = table_from_arrow(claims, lexicon)
    of_rows = np.unique([incident[claim] for claim in table.ids], return_inverse=True)[1]
    return Patterns.of(Scale.of(table, BELIEVED_OF_ROWS), of_rows)


def learned_from(parts: list[tuple[Patterns, float]]) -> Learned:
    """The weights, learned without the rarity of names, and then those of rarity, given all others.

    In a small collection no name is rare: there the other weights have to hold without it.
    """
    joined = Patterns.joined(parts)
    silent = attrs.evolve(joined, ranks=np.where((NAMES == "rarity")[:, None], 0, joined.ranks))
    first = fitted(silent, BELIEVED_OF_ROWS)
    second = fitted(joined, first.rules, only="rarity")
    return attrs.evolve(
        second,
        levels=tuple(
            new if new.comparison == "rarity" else old for old, new in zip(first.levels, second.levels, strict=True)
        ),
    )


def written(learned: Learned) -> str:
    """The weights as TOML, levels in their order."""
    text = HEAD.format(pairs=learned.pairs, seeds=", ".join(map(str, PERTURBED)), times=KENYA_TIMES)
    text += f"\n[prior]\nbits = {learned.rules.prior:g}\n"
    for comparison in learned.rules.comparisons:
        text += f"\n[{comparison.name}]\n"
        bits, known = math.inf, {}
        for of in (of for of in learned.levels if of.comparison == comparison.name):
            bits = of.bits if of.same + of.apart >= SEEN * KENYA_TIMES else min(of.before, bits)
            known[of.comparison, of.level] = bits = min(bits, known.get(AT_MOST.get(of.level, ()), math.inf))
            text += f'"{of.level}" = {bits + 0.0:g}\n'  # no minus before 0
    return text


if __name__ == "__main__":
    parts = [(synthetic(seed), 1.0) for seed in PERTURBED]
    parts.append((patterns(*kenya(even=True), load_lexicon("common")), float(KENYA_TIMES)))
    TARGET.write_text(written(learned_from(parts)), encoding="utf-8")

"""Matching on MAVERICK's reports of Kenya, the half of the events that the shipped weights were not learned from.

`python tests/benchmarks/bench_kenya.py` reads ../shared/data/maverick; with `even` after it, the half that was learned
from.
"""

from __future__ import annotations

import json
import sys
from collections import Counter

from bench_matching import scores_of
from learn_weights import kenya

from claimrec.lexicon.loader import load_lexicon
from claimrec.matching.linking import link


def main() -> None:
    claims, event = kenya(even=sys.argv[1:] == ["even"])
    found = link(claims, lexicon=load_lexicon("common")).to_arrow()
    sizes = Counter(event.values())
    print(f"{len(event):,} reports of {len(sizes):,} events: {json.dumps(scores_of(event, found))}")


if __name__ == "__main__":
    main()

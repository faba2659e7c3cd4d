"""What each level was believed to weigh before learning: where learning starts, for articles and for rows of tables."""

from __future__ import annotations

import tomllib
from pathlib import Path

import attrs

from claimrec.matching.shipped import ARTICLES
from claimrec.matching.weighing import Rules


def _believed(name: str) -> Rules:
    weights = tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    comparisons = tuple(attrs.evolve(one, levels=weights[one.name]) for one in ARTICLES.comparisons)
    return attrs.evolve(ARTICLES, comparisons=comparisons, prior=weights["prior"]["bits"])


BELIEVED = _believed("believed_weights.toml")
BELIEVED_OF_ROWS = _believed("believed_row_weights.toml")

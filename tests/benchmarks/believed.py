"""What each level was believed to weigh before learning (`believed_weights.toml`): where learning starts."""

from __future__ import annotations

import tomllib
from pathlib import Path

import attrs

from claimrec.matching.shipped import ARTICLES

_WEIGHTS = tomllib.loads(Path(__file__).with_name("believed_weights.toml").read_text(encoding="utf-8"))

BELIEVED = attrs.evolve(
    ARTICLES,
    comparisons=tuple(attrs.evolve(one, levels=_WEIGHTS[one.name]) for one in ARTICLES.comparisons),
    prior=_WEIGHTS["prior"]["bits"],
)
"""The shipped rules, with the weights that were believed."""

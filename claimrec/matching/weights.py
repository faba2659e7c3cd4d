"""The shipped weights, as `weights.toml` has them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType


@cache
def shipped_weights() -> Mapping[str, Mapping[str, float]]:
    """Comparison -> level -> bits, and under "prior" the prior's bits.

    >>> shipped_weights()["day"]["same day"] > 0 > shipped_weights()["prior"]["bits"]
    True
    """
    text = (resources.files("claimrec.matching") / "weights.toml").read_text(encoding="utf-8")
    return MappingProxyType({name: MappingProxyType(levels) for name, levels in tomllib.loads(text).items()})

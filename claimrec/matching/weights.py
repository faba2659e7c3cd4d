"""The shipped weights, as `weights.toml` and `row_weights.toml` have them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Literal


@cache
def shipped_weights(of: Literal["articles", "rows"] = "articles") -> Mapping[str, Mapping[str, float]]:
    """Comparison -> level -> bits, and under "prior" the prior's bits; for claims of articles, or for rows of tables.

    >>> shipped_weights()["day"]["same day"] > 0 > shipped_weights()["prior"]["bits"]
    True
    """
    file = "weights.toml" if of == "articles" else "row_weights.toml"
    text = (resources.files("claimrec.matching") / file).read_text(encoding="utf-8")
    return MappingProxyType({name: MappingProxyType(levels) for name, levels in tomllib.loads(text).items()})

"""Who publishes or asserts: an outlet, an agency, a ministry, a monitor."""

from __future__ import annotations

from typing import Literal

import attrs

SourceKind = Literal["armed group", "government", "hospital", "media", "monitor", "ngo", "state media", "un", "wire"]


@attrs.frozen
class Source:
    """An outlet or speaker known by name.

    `aliases` are other names and the names of its spokespersons, `affiliation` is the neutral name of the actor it
    belongs to or speaks for (METHOD 12: recorded and shown, never used to discard).

    >>> Source("SANA", kind="state media", affiliation="Syrian government").affiliation
    'Syrian government'
    """

    name: str
    kind: SourceKind
    aliases: tuple[str, ...] = ()
    affiliation: str | None = None

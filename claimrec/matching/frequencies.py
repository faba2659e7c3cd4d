"""How common names are in a collection: what matching counts in the claims, once, and keeps when more are added."""

from __future__ import annotations

import attrs

from claimrec.matching.rarity import NameFrequencies
from claimrec.matching.wording import WordFrequencies


@attrs.frozen
class Frequencies:
    """How often the names of places are given in claims, and all names in articles."""

    places: NameFrequencies
    words: WordFrequencies = attrs.field(factory=WordFrequencies)

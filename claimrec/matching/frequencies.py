"""How common names and articles are in a collection: what matching counts once, and keeps when claims are added."""

from __future__ import annotations

import attrs

from claimrec.matching.company import ArticlesByDay
from claimrec.matching.rarity import NameFrequencies
from claimrec.matching.wording import WordFrequencies


@attrs.frozen
class Frequencies:
    """How often the names of places are given in claims, and all names in articles; how many articles a day has."""

    places: NameFrequencies
    words: WordFrequencies = attrs.field(factory=WordFrequencies)
    published: ArticlesByDay = attrs.field(factory=ArticlesByDay)

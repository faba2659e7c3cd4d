"""Names that others elsewhere have too: whom "the rebels", "government forces", "the National Army" mean in a text."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

import attrs

from claimrec.lexicon.entries import ActorEntry, SourceEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.name_words import name_keys

Keys = tuple[str, ...]
NOWHERE: frozenset[str] = frozenset()

AT_HOME = 2
"""Times that the forces of the country of an article count as named: "the army" is most often its own (own)."""


@attrs.frozen(eq=False)
class Namesakes:
    """The names that mean an actor or source only where the text speaks of one of its countries."""

    homes: Mapping[str, frozenset[str]]
    """Actors and sources with the countries in which they are called so."""
    states: Mapping[str, frozenset[str]]
    """The forces of states with the names of their states."""
    forces: Mapping[str, str]
    """The other way round."""
    shared: Mapping[Keys, tuple[str, ...]]
    """The actors and sources that have each such name: one written small ("rebels"), or a `shared` one ("PDF")."""
    sharing: frozenset[str]
    """Those who have such a name."""
    located: frozenset[str]
    """Those of whom the lexicon says where they are."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Namesakes:
        """Those of these packs."""
        return _namesakes(lexicon)

    def meant(self, name: str, keys: Keys, countries: frozenset[str]) -> str | None:
        """Whom the words mean in a text that speaks of these countries, None where nobody of theirs is called so."""
        if self._is_at_home(name, countries):
            return name
        return next((one for one in self.shared[keys] if one != name and self._is_at_home(one, countries)), None)

    def countries_of(self, names: AbstractSet[str]) -> frozenset[str]:
        """The countries that somebody speaks of who names these: states, and whoever is at home in few countries."""
        return frozenset().union(
            *[self.states.get(name) or self.homes.get(name) or NOWHERE for name in self.located & names]
        )

    def _is_at_home(self, name: str, countries: frozenset[str]) -> bool:
        homes = self.homes.get(name)
        return homes is None or not countries.isdisjoint(homes)


@lru_cache(maxsize=16)
def _namesakes(lexicon: Lexicon) -> Namesakes:
    actors, sources = lexicon.of(ActorEntry), lexicon.of(SourceEntry)
    shared: dict[Keys, dict[str, None]] = {}
    for name, entry in actors.items():
        for words in (*entry.aliases, *entry.adjectives, *entry.states):
            if words == words.lower() or words in entry.shared:
                shared.setdefault(name_keys(words)[1], {})[name] = None
    for name, source in sources.items():
        for words in source.aliases if source.homes else ():
            if words == words.lower():
                shared.setdefault(name_keys(words)[1], {})[name] = None
    homes = {name: frozenset(entry.homes) for name, entry in sources.items() if entry.homes}
    homes |= {
        name: frozenset((*entry.homes, *(entry.states if entry.shared else ())))
        for name, entry in actors.items()
        if entry.homes or (entry.shared and entry.states)
    }
    states = {name: entry for name, entry in actors.items() if entry.kind == "state"}
    return Namesakes(
        homes,
        {name: frozenset((*entry.states, *entry.homes)) for name, entry in states.items()},
        {country: name for name, entry in states.items() for country in (*entry.states, *entry.homes)},
        {keys: tuple(names) for keys, names in shared.items()},
        frozenset(name for names in shared.values() for name in names),
        frozenset((*homes, *states)),
    )

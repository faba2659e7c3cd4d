"""What an entry of each kind of word file holds. The key of an entry in its file is its `name`."""

from __future__ import annotations

from datetime import date
from typing import Literal

import attrs

from claimrec.records.actor import Membership
from claimrec.records.claim import Effect
from claimrec.records.source import SourceKind


@attrs.frozen
class ActorEntry:
    """`actors.toml`: an actor under its neutral name.

    `aliases` are names that mean this actor wherever they stand; `adjectives` ("Israeli") mean it only before a noun
    of people, weapons or deeds ("Israeli strike", "Israeli soldiers").
    """

    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    memberships: tuple[Membership, ...] = ()
    kind: Literal["state", "group", "alliance", "side"] = "group"


@attrs.frozen
class VictimEntry:
    """`victims.toml`: a kind of victims ("children"), the nouns for one and for several, and the kinds above it.

    `combatant` nouns ("soldiers") take their actor from the words around them.
    """

    plural: tuple[str, ...] = ()
    singular: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    combatant: bool = False


@attrs.frozen
class PlaceEntry:
    """`places.toml`: a place with its spellings, the governorate or district it lies in, its point and radius.

    `kind` orders precision: a country is wider than a governorate, a governorate than a town. Entries of one place
    name in two governorates carry the governorate in their key: `"Kafr Ruma (Idlib)"`, with `label = "Kafr Ruma"`.
    """

    kind: Literal["country", "region", "governorate", "district", "city", "town", "village", "site", "neighbourhood"]
    spellings: tuple[str, ...] = ()
    label: str | None = None
    admin: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None


@attrs.frozen
class SourceEntry:
    """`sources.toml`: an outlet, agency, ministry or monitor, with its aliases and its spokespersons' names."""

    kind: SourceKind
    aliases: tuple[str, ...] = ()
    affiliation: str | None = None


@attrs.frozen
class EventEntry:
    """`events.toml`: a kind of event ("air strike"), its words, and the wider family it belongs to."""

    words: tuple[str, ...]
    family: str


@attrs.frozen
class EffectEntry:
    """`effects.toml`: the words for one effect, by the part they play in a sentence."""

    effect: Effect
    active: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    intransitive: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    states: tuple[str, ...] = ()


@attrs.frozen
class WordsEntry:
    """Files that sort words into named lists: `speech.toml`, `stances.toml`, `levels.toml`, `grammar.toml`."""

    words: tuple[str, ...]

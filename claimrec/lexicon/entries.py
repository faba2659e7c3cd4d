"""What an entry of each kind of word file holds. The key of an entry in its file is its `name`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal

import attrs

from claimrec.errors import CountError
from claimrec.records.actor import Membership
from claimrec.records.claim import Effect, Hedge
from claimrec.records.source import SourceKind
from claimrec.values.count import Count
from claimrec.values.slack import NO_SLACK, Slack


@attrs.frozen
class ActorEntry:
    """`actors.toml`: an actor under its neutral name.

    `aliases` are names that mean this actor wherever they stand; `adjectives` ("Israeli") mean it only before a noun
    of people, weapons or deeds ("Israeli strike", "Israeli soldiers"). `states` are names of a state or its capital
    ("Israel", "Ankara") that mean its forces only as doers ("Israel bombed", "by Israel"). Names written small
    ("rebels") mean an actor with `homes` only in texts that speak of one of these countries; so do the `shared` ones of
    its aliases, of which several actors may have the same ("PDF"), and which a state has at home.
    """

    aliases: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    homes: tuple[str, ...] = ()
    memberships: tuple[Membership, ...] = ()
    kind: Literal["state", "group", "alliance", "side"] = "group"


@attrs.frozen
class VictimEntry:
    """`victims.toml`: a kind of victims ("children"), the nouns for one and for several, and the kinds above it.

    `combatant` nouns ("soldiers") take their actor from the words around them. Kinds that are `seldom` counted, such
    as medical staff, say more of which incident is meant than those that are among the victims of most.
    """

    plural: tuple[str, ...] = ()
    singular: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    combatant: bool = False
    seldom: bool = False


PlaceKind = Literal[
    "country", "region", "governorate", "district", "city", "town", "village", "site", "neighbourhood", "street"
]


@attrs.frozen
class PlaceEntry:
    """`places.toml`: a place with its spellings, the governorate or district it lies in, its point and radius.

    `kind` orders precision: a country (or a wide part of one) is wider than a governorate, a governorate than a town.
    Entries of one place name in two governorates carry the governorate in their key: `"Kafr Ruma (Idlib)"`, with
    `label = "Kafr Ruma"`. A country has its `capital` and the `demonyms` ("Salvadoran") that speak of it. The `short`
    forms of a governorate name it only behind a place that lies in it ("Paris, Tex.").
    """

    kind: PlaceKind
    spellings: tuple[str, ...] = ()
    label: str | None = None
    admin: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    capital: str | None = None
    demonyms: tuple[str, ...] = ()
    short: tuple[str, ...] = ()


@attrs.frozen
class TownEntry(PlaceEntry):
    """`towns.tsv`: a smaller place, known only in a text that speaks of its country."""


@attrs.frozen
class WarEntry:
    """`wars.toml`: a war that the news of a country counts its dead over, with the first day of its first month."""

    country: str
    since: date


@attrs.frozen
class SourceEntry:
    """`sources.toml`: an outlet, agency, ministry or monitor, with its aliases and its spokespersons' names.

    Aliases written small ("state television") mean a source with `homes` only in texts that speak of one of these
    countries.
    """

    kind: SourceKind
    aliases: tuple[str, ...] = ()
    affiliation: str | None = None
    homes: tuple[str, ...] = ()


@attrs.frozen
class EventEntry:
    """`events.toml`: a kind of event ("air strike"), its words, and the wider family it belongs to.

    A `vague` kind ("attack") may be of any family, so it tells no two incidents apart.
    """

    words: tuple[str, ...]
    family: str
    vague: bool = False


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
    """Files that sort words into named lists: `speech.toml`, `stances.toml`, `deeds.toml`, `levels.toml`..."""

    words: tuple[str, ...]


@attrs.frozen
class NumberEntry:
    """`numbers.toml`: number words by the part they play; the file's first lines say what each role does.

    `plural` forms of a scale or pack ("hundreds") and `vague` words are worth what the conventions say.
    """

    role: Literal[
        "cardinal", "scale", "suffix", "point", "pack", "share", "half_more", "and", "vague", "article", "no_count"
    ]
    words: tuple[str, ...]
    plural: tuple[str, ...] = ()
    value: int = 0
    vague: str | None = None


@attrs.frozen
class HedgeEntry:
    """`hedges.toml`: the words of one hedge, by where they stand around the number."""

    hedge: Hedge
    before: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    inclusive: tuple[str, ...] = ()


def _bounds(written: Mapping[str, object]) -> Mapping[str, Count]:
    """The counts that a table of `[lowest, highest]` or `[lowest]` writes."""
    counts = {}
    for word, bounds in written.items():
        if not isinstance(bounds, list) or len(bounds) not in (1, 2):
            raise CountError(f"{word}: expected [lowest] or [lowest, highest], not {bounds!r}")
        counts[word] = Count(bounds[0], bounds[1] if len(bounds) == 2 else None)
    return MappingProxyType(counts)


@attrs.frozen
class ConventionsEntry:
    """`conventions.toml`: what loose words are worth (METHOD, Counts 2 and 3); the entry `counts` is the one in force.

    `about_percent` widens on both sides by at least `about_least`, `nearly_percent` is where "nearly" begins, `vague`
    gives the count of each kind of vague words, and `slack` how far the counts behind a hedge may be out before others
    contradict them. Percentages beyond 0 to 100 and fewer people than none raise CountError.
    """

    name: str
    about_percent: int
    about_least: int
    nearly_percent: int
    vague: Mapping[str, Count] = attrs.field(converter=_bounds)
    slack: Mapping[Hedge, Slack]

    def __attrs_post_init__(self) -> None:
        for percent in (self.about_percent, self.nearly_percent):
            if not 0 <= percent <= 100:
                raise CountError(f"expected a percentage from 0 to 100, not {percent}")
        if self.about_least < 0:
            raise CountError(f"expected whole people, not {self.about_least}")

    @property
    def plural(self) -> Count:
        """What a bare plural is worth: "soldiers were killed"."""
        return self.vague["plural"]

    def slack_of(self, hedge: Hedge) -> Slack:
        """The slack of the counts behind a hedge: none where the table gives none."""
        return self.slack.get(hedge, NO_SLACK)


@attrs.frozen
class CodebookEntry:
    """`codebooks.toml`: what the codes of a table mean; see the file's first lines.

    `events` are kinds of event by code, `radius_km` how far from its point an event may have been by code of precision,
    `margin_days` by how many days its date may be out, `imputed` words before a number put in for an unknown one,
    `generic` words behind the names of places that say of which kind they are ("town"), `written` the type and the
    sub-type of event under which a kind of event is written to such a table.
    """

    events: Mapping[str, str] = attrs.field(factory=dict)
    radius_km: Mapping[str, float] = attrs.field(factory=dict)
    margin_days: Mapping[str, int] = attrs.field(factory=dict)
    imputed: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    written: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)


@attrs.frozen
class TimeEntry:
    """`times.toml`: words that say when, by the part they play; the file's first lines say what each role needs."""

    role: Literal["month", "weekday", "day", "unit", "part", "grammar"]
    words: tuple[str, ...]
    short: tuple[str, ...] = ()
    number: int = 0
    days: tuple[int, int] = (0, 0)
    hours: int = 0
    months: int = 0
    few: int = 0
    verb: bool = False

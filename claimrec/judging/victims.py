"""Whom a toll counts, and how two such groups of people stand to each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import Literal

import attrs

from claimrec.lexicon.entries import EffectEntry, VictimEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.records.actor import ActorTree
from claimrec.records.claim import Claim, Toll

Kin = Literal["same", "part", "whole", "other", "unclear"]
"""How the first of two groups stands to the second: `other` if nobody is in both, `unclear` if somebody may be."""

EVERYBODY = "people"
"""The entry of `victims.toml` above all others; who counts "people" counts everybody hurt."""

CIVILIANS = "civilians"
"""The entry of `victims.toml` for people who fight for nobody; none of them is among an actor's people."""

TOGETHER = " + "
"""Joins the names of groups that are counted together: `children + women`."""

Names = frozenset[str]
"""Neutral names of actors and kinds of victims, counted or acting together."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@attrs.frozen(slots=False, cache_hash=True)  # its words are put together once and kept beside the fields
class Group:
    """The people that a toll counts: the neutral `names` together; no name is everybody.

    `noun` narrows them to people whom no word list knows ("officers" of an army), so that only the same words are
    held to mean the same people.

    >>> str(Group(frozenset({"women", "children"}))), str(Group()), str(Group(frozenset({"army"}), "four officers"))
    ('children + women', 'people', 'four officers (army)')
    """

    names: Names = frozenset()
    noun: str | None = None

    def __str__(self) -> str:
        return self._words

    @cached_property
    def _words(self) -> str:
        names = TOGETHER.join(sorted(self.names))
        if self.noun:
            return f"{self.noun} ({names})" if names else self.noun
        return names or EVERYBODY


@lru_cache(maxsize=4096)  # the same few names stand in most incidents
def names_in(written: str) -> Names:
    """The names of one that may stand for several together.

    >>> sorted(names_in("women + children"))
    ['children', 'women']
    """
    return frozenset(name.strip() for name in written.split(TOGETHER) if name.strip())


@attrs.frozen(slots=False, eq=False)
class Kinship:
    """Who belongs to whom on the day of an incident: the tree of actors and kinds of victims, read for groups.

    What was worked out for names is kept, since the same few stand in many incidents (see `kinship_on`).

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> kinship = Kinship(load_lexicon("common"), None)
    >>> kinship.of(Group(frozenset({"children"})), Group(frozenset({"civilians"})))
    'part'
    >>> kinship.of(Group(), Group(frozenset({"children"})))
    'whole'
    """

    lexicon: Lexicon
    day: date | None

    @property
    def tree(self) -> ActorTree:
        """The tree that the word lists make."""
        return self.lexicon.groups

    def group(self, toll: Toll, claim: Claim) -> Group:
        """Whom the toll counts.

        People among others of the same name ("27 soldiers, including four officers") are narrowed to their words, and
        so are people without a name whose words are not among those for everybody.
        """
        group = self._named(toll)
        if toll.part_of is None:
            return group
        parent = self._named(claim.tolls[toll.part_of])
        if group.noun and not group.names:
            return Group(parent.names, group.noun)
        if self.of(group, parent) in ("same", "whole"):
            return Group(parent.names, _plain(toll.victims_words) or "some of them")
        return group

    def _named(self, toll: Toll) -> Group:
        return people_named(toll.victims, toll.victims_words, self.lexicon)

    def of(self, group: Group, other: Group) -> Kin:
        """How `group` stands to `other`: the same people, a part of them, their whole, other people, or unclear."""
        named = self._kin_by_name(group.names, other.names)
        if named == "other" or not (group.noun or other.noun):
            return named
        if group.noun and other.noun:
            return "same" if group.noun == other.noun else "unclear"
        if group.noun:
            return "part" if named in ("same", "part") else "unclear"
        return "whole" if named in ("same", "whole") else "unclear"

    @cached_property
    def _kin_by_name(self) -> Callable[[Names, Names], Kin]:
        return cache(self._named_kin)

    def _named_kin(self, names: Names, others: Names) -> Kin:
        if names == others:
            return "same"
        if not names or not others:
            return "part" if names else "whole"
        within = all(self._one_contains(others, name) for name in names)
        holds = all(self._one_contains(names, other) for other in others)
        if within or holds:
            return "same" if within and holds else "part" if within else "whole"
        return "other" if all(self._are_separate(name, other) for name in names for other in others) else "unclear"

    def _are_separate(self, name: str, other: str) -> bool:
        """Is it certain that nobody is in both? A woman may be a medic, and fighters may be any group's."""
        if self.is_actor(name) and self.is_actor(other):
            return not self.tree.compatible(name, other, self.day)
        return (self._is_armed(name) and self.is_civilian(other)) or (self.is_civilian(name) and self._is_armed(other))

    def _is_armed(self, name: str) -> bool:
        return self.is_actor(name) or name in _combatants(self.lexicon)

    def is_civilian(self, name: str) -> bool:
        """Is it a kind of people who fight for nobody?"""
        return self.tree.relation(name, CIVILIANS, self.day) in ("same", "part")

    def _one_contains(self, wholes: Iterable[str], name: str) -> bool:
        return any(self.tree.relation(name, whole, self.day) in ("same", "part") for whole in wholes)

    def share_an_actor(self, names: Iterable[str], others: Iterable[str]) -> bool:
        """Is one of the names compatible with one of the others: the same actor, or part and whole (METHOD 15)?"""
        return self._sharing(frozenset(names), frozenset(others))

    @cached_property
    def _sharing(self) -> Callable[[Names, Names], bool]:
        return cache(self._share)

    def _share(self, names: Names, others: Names) -> bool:
        return any(self.tree.compatible(name, other, self.day) for name in names for other in others)

    def is_actor(self, name: str) -> bool:
        """Is it an actor that acts, not a kind of victims?"""
        return name in all_actors(self.lexicon)

    def are_actors(self, group: Group) -> bool:
        """Are these the people of actors, and of nobody else?"""
        return bool(group.names) and group.names <= all_actors(self.lexicon)

    def can_be_among(self, group: Group, other: Group) -> bool:
        """Can `group` be people of `other`: they are, or both are armed and the words do not tell whose?"""
        kin = self.of(group, other)
        armed = all(self._is_armed(name) for name in group.names | other.names)
        return kin in ("same", "part") or (kin == "unclear" and armed and not group.noun)

    def on_one_side(self, name: str, other: str) -> bool:
        """Do two actors belong together: one holds the other, or something above both does?"""
        above = self.tree.wholes(name, self.day) & self.tree.wholes(other, self.day)
        return self.tree.compatible(name, other, self.day) or bool(above)


def are_of_one_side(group: Group, other: Group, kinship: Kinship) -> bool:
    """Are these the people of actors that belong together, but nobody is in both groups?"""
    return (
        kinship.of(group, other) == "other"
        and kinship.are_actors(group)
        and kinship.are_actors(other)
        and all(kinship.on_one_side(name, another) for name in group.names for another in other.names)
    )


def kinship_on(lexicon: Lexicon, day: date | None) -> Kinship:
    """Who belongs to whom on a day: one and the same kinship for every day up to the next change of the tree."""
    return _kinship(lexicon, day and lexicon.groups.unchanged_since(day))


@lru_cache(maxsize=64)  # the trees that ship change some thirty times
def _kinship(lexicon: Lexicon, day: date | None) -> Kinship:
    return Kinship(lexicon, day)


@lru_cache(maxsize=4096)  # a few words stand for the people of most tolls
def people_named(victims: str | None, victims_words: str | None, lexicon: Lexicon) -> Group:
    """The people that go by this neutral name, and by these words."""
    names = names_in(victims or "") - {EVERYBODY}
    words = _plain(victims_words)
    if victims or _words_for_everybody(lexicon).issuperset(words.split()):
        return Group(names)
    return Group(noun=words)


@cache
def all_actors(lexicon: Lexicon) -> Names:
    """Every actor that acts: the tree without the kinds of victims."""
    return frozenset(name for name, actor in lexicon.groups.actors.items() if actor.kind != "victims")


_FILLING = ("more", "determiner", "one_person", "one_person_object")
"""Lists of words that may stand beside a noun, or for one."""


@cache
def _words_for_everybody(lexicon: Lexicon) -> frozenset[str]:
    """Words that say nothing of who was hurt: people, others, the dead, he."""
    entry = lexicon.of(VictimEntry).get(EVERYBODY, VictimEntry())
    filling = [word for name in _FILLING for word in lexicon.words("grammar", name)]
    hurt = [word for effect in lexicon.of(EffectEntry).values() for word in (*effect.nouns, *effect.states)]
    phrases = (EVERYBODY, *entry.plural, *entry.singular, *hurt, *filling)
    return frozenset(word for phrase in phrases for word in phrase.lower().split())


@cache
def _combatants(lexicon: Lexicon) -> Names:
    """Kinds of victims that take their side from the words around them: soldiers, fighters."""
    return frozenset(name for name, entry in lexicon.of(VictimEntry).items() if entry.combatant)


def _plain(words: str | None) -> str:
    """The words in small letters, without numbers and signs."""
    return " ".join(_WORD.findall((words or "").lower()))

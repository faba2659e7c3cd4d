"""Whom a toll counts, and how two such groups of people stand to each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Literal

import attrs

from claimrec.lexicon.entries import EffectEntry, VictimEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.records.actor import ActorTree
from claimrec.records.claim import Claim, Toll

Kin = Literal["same", "part", "whole", "other", "unclear"]
"""How the first of two groups of people stands to the second; `unclear` where the words do not tell."""

EVERYBODY = "people"
"""The entry of `victims.toml` above all others; who counts "people" counts everybody hurt."""

TOGETHER = " + "
"""Joins the names of groups that are counted together: `children + women`."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@attrs.frozen
class Group:
    """The people that a toll counts: the neutral `names` together; no name is everybody.

    `noun` narrows them to people whom no word list knows ("officers" of an army), so that only the same words are
    held to mean the same people.

    >>> str(Group(frozenset({"women", "children"}))), str(Group()), str(Group(frozenset({"army"}), "four officers"))
    ('children + women', 'people', 'four officers (army)')
    """

    names: frozenset[str] = frozenset()
    noun: str | None = None

    def __str__(self) -> str:
        names = TOGETHER.join(sorted(self.names))
        if self.noun:
            return f"{self.noun} ({names})" if names else self.noun
        return names or EVERYBODY


def names_in(written: str) -> frozenset[str]:
    """The names of one that may stand for several together.

    >>> sorted(names_in("women + children"))
    ['children', 'women']
    """
    return frozenset(name.strip() for name in written.split(TOGETHER) if name.strip())


@attrs.frozen(slots=False, eq=False)
class Kinship:
    """Who belongs to whom on the day of an incident: the tree of actors and kinds of victims, read for groups.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> kinship = Kinship(load_lexicon("common"), None)
    >>> kinship.of(Group(frozenset({"children"})), Group(frozenset({"civilians"})))
    'part'
    >>> kinship.of(Group(), Group(frozenset({"children"})))
    'whole'
    """

    lexicon: Lexicon
    day: date | None

    @cached_property
    def _known(self) -> dict[tuple[Group, Group], Kin]:
        return {}

    @cached_property
    def _everybody_words(self) -> frozenset[str]:
        entry = self.lexicon.of(VictimEntry).get(EVERYBODY, VictimEntry())
        filling = (*self.lexicon.words("grammar", "more"), *self.lexicon.words("grammar", "determiner"))
        hurt = [word for effect in self.lexicon.of(EffectEntry).values() for word in (*effect.nouns, *effect.states)]
        phrases = (EVERYBODY, *entry.plural, *entry.singular, *hurt, *filling)
        return frozenset(word for phrase in phrases for word in phrase.lower().split())

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
        names = names_in(toll.victims or "") - {EVERYBODY}
        words = _plain(toll.victims_words)
        if toll.victims or self._everybody_words.issuperset(words.split()):
            return Group(names)
        return Group(noun=words)

    def of(self, group: Group, other: Group) -> Kin:
        """How `group` stands to `other`: the same people, a part of them, their whole, other people, or unclear."""
        known = self._known.get((group, other))
        if known is None:
            known = self._known[group, other] = self._kin(group, other)
        return known

    def _kin(self, group: Group, other: Group) -> Kin:
        if group == other:
            return "same"
        named = self._named_kin(group.names, other.names)
        if named == "other" or not (group.noun or other.noun):
            return named
        if group.noun and other.noun:
            return "same" if group.noun == other.noun else "unclear"
        if group.noun:
            return "part" if named in ("same", "part") else "unclear"
        return "whole" if named in ("same", "whole") else "unclear"

    def _named_kin(self, names: frozenset[str], others: frozenset[str]) -> Kin:
        if names == others:
            return "same"
        if not names or not others:
            return "part" if names else "whole"
        within = all(self._one_contains(others, name) for name in names)
        holds = all(self._one_contains(names, other) for other in others)
        if within or holds:
            return "same" if within and holds else "part" if within else "whole"
        return "unclear" if self.share_an_actor(names, others) else "other"

    def _one_contains(self, wholes: Iterable[str], name: str) -> bool:
        return any(self.tree.relation(name, whole, self.day) in ("same", "part") for whole in wholes)

    def share_an_actor(self, names: Iterable[str], others: Iterable[str]) -> bool:
        """Is one of the names compatible with one of the others: the same actor, or part and whole (METHOD 15)?"""
        others = list(others)
        return any(self.tree.compatible(name, other, self.day) for name in names for other in others)

    def is_armed(self, group: Group) -> bool:
        """Is every name that of an actor, not of a kind of victims such as civilians?"""
        return bool(group.names) and all(
            name in self.tree.actors and self.tree.actors[name].kind != "victims" for name in group.names
        )

    def on_one_side(self, name: str, other: str) -> bool:
        """Do two actors belong together: one holds the other, or something above both does?"""
        above = self.tree.wholes(name, self.day) & self.tree.wholes(other, self.day)
        return self.tree.compatible(name, other, self.day) or bool(above)

    def nobody_in_both(self, group: Group, other: Group) -> bool:
        """Is it certain that nobody belongs to both? Kinds of victims may overlap: a woman may be a medic."""
        return self.of(group, other) == "other" and (self.is_armed(group) or self.is_armed(other))


def _plain(words: str | None) -> str:
    """The words in small letters, without numbers and signs."""
    return " ".join(_WORD.findall((words or "").lower()))

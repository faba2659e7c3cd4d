"""The lexicon's function words and triggers, compiled once for the reader's patterns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import repeat

import attrs

from claimrec.lexicon.entries import EffectEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.phrases import Phrases
from claimrec.records.claim import Effect

ROLES = ("active", "passive", "intransitive", "nouns", "states")


@attrs.frozen
class Trigger:
    """What a word or phrase of `effects.toml` can be: its effect, and the parts it can play (ROLES)."""

    effect: Effect
    roles: frozenset[str]

    @property
    def can_modify(self) -> bool:
        """Can it stand before a noun, as "wounded" and "kidnapped" do ("two kidnapped men were killed")?"""
        return "states" in self.roles or (self.effect == "captured" and "passive" in self.roles)


@attrs.frozen(eq=False)
class Grammar:
    """The words of `grammar.toml`, `effects.toml`, `levels.toml` and `stances.toml`, ready to look up.

    `no_harm` are phrases with a word of harm that harm nobody ("death threat"), `carried` those of bringing somebody to
    a hospital. `word_sets` are the single words of `grammar.toml`, `lists_of` the lists that a word stands in,
    `joining` the words that "and", "as well as" and the like begin with, `levels` and `stances` phrases with the list
    that they stand in.
    """

    triggers: Phrases[Trigger]
    phrases: Phrases[str]
    levels: Phrases[str]
    stances: Phrases[str]
    no_harm: Phrases[str]
    carried: Phrases[str]
    word_sets: dict[str, frozenset[str]]
    lists_of: dict[str, frozenset[str]]
    joining: frozenset[str]

    def lists_at(self, words: Iterable[str]) -> list[frozenset[str]]:
        """The lists that each of these lower-case words stands in alone."""
        return list(map(self.lists_of.get, words, repeat(frozenset())))

    def is_in(self, word: str, *lists: str) -> bool:
        """Does the lower-case word stand alone in one of these lists?"""
        known = self.lists_of.get(word)
        return known is not None and not known.isdisjoint(lists)

    def any_in(self, words: Iterable[str], name: str) -> bool:
        """Does one of these lower-case words stand in the list?"""
        return not self.word_sets[name].isdisjoint(words)


AUXILIARIES = ("be", "have", "adverbs")
"""Lists of the words that stand before a verb."""
PHRASE_LISTS = ("including", "mostly", "half", "many", "toll", "number_of", "nobody", "not_one", "bodies")
"""Lists of `grammar.toml` whose phrases are looked up in place, longest first."""


@cache
def grammar_of(lexicon: Lexicon) -> Grammar:
    """The compiled grammar of a lexicon.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> grammar_of(load_lexicon("common")).is_in("were", "be")
    True
    """
    lists = {name: lexicon.words("grammar", name) for name in lexicon.entries["grammar"]}
    return Grammar(
        triggers=Phrases(_trigger_words(lexicon.of(EffectEntry).values())),
        phrases=Phrases((phrase, name) for name in PHRASE_LISTS for phrase in lists[name]),
        levels=_listed(lexicon, "levels"),
        stances=_listed(lexicon, "stances"),
        carried=Phrases((phrase, "carried") for phrase in lists["carried"]),
        no_harm=Phrases((phrase, "no_harm") for phrase in lists["no_harm"]),
        word_sets={name: frozenset(words) for name, words in lists.items()},
        lists_of=_by_word(lists),
        joining=frozenset(words.split()[0] for words in lists["and"]),
    )


def _by_word(lists: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """Word -> the lists that it stands in."""
    standing: dict[str, set[str]] = {}
    for name, words in lists.items():
        for word in words:
            standing.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in standing.items()}


def _listed(lexicon: Lexicon, kind: str) -> Phrases[str]:
    return Phrases((phrase, name) for name in lexicon.entries[kind] for phrase in lexicon.words(kind, name))


def _trigger_words(entries: Iterable[EffectEntry]) -> list[tuple[str, Trigger]]:
    """Every phrase once; one that stands in several lists plays several parts."""
    roles: dict[tuple[str, Effect], set[str]] = {}
    for entry in entries:
        for role in ROLES:
            for phrase in getattr(entry, role):
                roles.setdefault((phrase, entry.effect), set()).add(role)
    return [(phrase, Trigger(effect, frozenset(parts))) for (phrase, effect), parts in roles.items()]

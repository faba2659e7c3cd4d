"""Noun phrases of people: how many, and who; here what stands behind the noun ("members of the group")."""

from __future__ import annotations

import attrs

from claimrec.reading.mentions import ActorMention, VictimMention
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.records.claim import Hedge
from claimrec.values.count import Count

ONE = Count.exactly(1)
BELONGING_REACH = 10
"""Tokens behind "members of" in which the name of their group begins."""
KIND_REACH = 4
"""Tokens behind "members" in which the kind of people that they belong to begins ("of the medical staff")."""
QUOTATION = frozenset('"“”')
JOINED_REACH = 3
"""Tokens behind "and" in which a second noun under the same number begins ("and allied local fighters")."""


@attrs.define(unsafe_hash=True)  # as brief; a class that is evolved says so itself
class People:
    """Tokens `first` to `end` (not included) that name people.

    `counted` tells a number or vague word from a bare plural or a single person; `group` is the neutral kind of
    victims, `actor` the organisation that they belong to; `headless` phrases are numbers without a noun. `kind` are the
    tokens that say which kind of person somebody is who stands in the text by name, which is kept nowhere.
    """

    first: int
    end: int
    count: Count
    hedge: Hedge
    counted: bool
    group: str | None = None
    actor: str | None = None
    combatant: bool = False
    headless: bool = False
    effect_inside: int | None = None
    kind: tuple[int, int] | None = None


def joined_heads(parsed: Parsed, end: int, sentence: Sentence) -> int:
    """Where nouns that share one number end ("regime troops and allied fighters", "guards, clerks and soldiers")."""
    while end < sentence.end:
        if (listed := _listed_head(parsed, end, sentence)) is not None:
            end = listed
            continue
        joined = parsed.tokens.lower[end] in ("and", "or", "/")
        place = end + joined
        further = _head_within(parsed, place, min(place + (JOINED_REACH if joined else 1), sentence.end))
        if further is None:
            return end
        end = further.end
    return end


def _listed_head(parsed: Parsed, end: int, sentence: Sentence) -> int | None:
    """As in ", clerks and soldiers": where the noun behind the comma at token `end` ends, if the list goes on."""
    if parsed.tokens[end] != ",":
        return None
    head = _head_within(parsed, end + 1, min(end + 2, sentence.end))
    if head is None or head.end >= sentence.end or parsed.tokens.lower[head.end] not in (",", "and", "or"):
        return None
    further = _head_within(parsed, head.end + 1, min(head.end + 1 + JOINED_REACH, sentence.end))
    behind = parsed.tokens.lower[further.end : further.end + 1] if further is not None else []
    said = parsed.speech.any_in(behind, "verbs")  # "killed three soldiers, rebels and residents said"
    return head.end if further is not None and not said else None


def _head_within(parsed: Parsed, first: int, end: int) -> VictimMention | None:
    """The first noun for several people between two tokens, with nothing but its adjectives before it."""
    for place in range(first, end):
        if place in parsed.phrases:
            return None
        head = parsed.victims.get(place)
        if head is not None and head.plural:
            return head
        word = parsed.tokens.lower[place]
        told = place in parsed.counts or place in parsed.triggers
        if told or not word.isalpha() or parsed.grammar.is_in(word, "phrase_end"):
            return None
    return None


def kind_behind(parsed: Parsed, head: VictimMention, sentence: Sentence) -> VictimMention | None:
    """As in "15 members of the medical staff": the kind of people that a general noun belongs to."""
    if head.group != "people" or head.end >= sentence.end or parsed.tokens.lower[head.end] != "of":
        return None
    near = (parsed.victims.get(place) for place in range(head.end + 1, min(head.end + KIND_REACH, sentence.end)))
    return next((mention for mention in near if mention is not None and mention.group != "people"), None)


def belonging(parsed: Parsed, end: int, sentence: Sentence, actor: str | None) -> tuple[str | None, int]:
    """The organisation named behind the noun ("members of the X group") and where its name ends, else `actor`."""
    tokens = parsed.tokens
    if end >= sentence.end or "belonging" not in parsed.lists[end]:
        return actor, end
    in_brackets = False  # "from (the Lebanese group) X"
    for place in range(end + 1, min(end + BELONGING_REACH, sentence.end)):
        if tokens[place] in "()":
            in_brackets = tokens[place] == "("
        elif tokens[place] in QUOTATION:
            continue  # of the "X" group
        elif place in parsed.actors and not in_brackets:
            return _with_group_nouns(parsed, parsed.actors[place], sentence)
        elif not in_brackets and _ends_belonging(parsed, place):
            break
    return actor, end


def _with_group_nouns(parsed: Parsed, mention: ActorMention, sentence: Sentence) -> tuple[str, int]:
    """The organisation and where its name ends, "group" and a second name in brackets included."""
    tokens, actor, end = parsed.tokens, mention.actor, mention.end
    while end < sentence.end and (tokens[end] in "()" or "group_noun" in parsed.lists[end]):
        end += 1
        further = parsed.actors.get(end)
        if further is not None and end < sentence.end:
            actor, end = further.actor, further.end
    return actor, end - (tokens[end - 1] == "(")


def _ends_belonging(parsed: Parsed, place: int) -> bool:
    """Does something else than the group's name begin here?"""
    word = parsed.tokens.lower[place]
    if place in parsed.counts or place in parsed.victims or place in parsed.triggers:
        return True
    return not (word.isalpha() or word == "-") or parsed.grammar.is_in(word, "belonging_end")

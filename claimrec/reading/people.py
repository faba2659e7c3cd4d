"""Noun phrases of people: how many, and who ("at least 27 Syrian soldiers", "members of the group", "a pilot")."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from claimrec.reading.counts import CountMention
from claimrec.reading.hedges import hedge_words, loosened, postposed_hedge
from claimrec.reading.mentions import VictimMention
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.records.claim import Hedge
from claimrec.values.count import Count

MODIFIERS = 9
"""Tokens that may stand between a number and its noun: "ten members of the ...", "13 regime troops and allied ..."."""

BARE_PLURAL = Count.at_least(2)
"""METHOD 3: "soldiers were killed" (the PLURAL of MUC-4)."""


@attrs.frozen
class People:
    """Tokens `first` to `end` (not included) that name people.

    `counted` tells a number or vague word from a bare plural or a single person; `group` is the neutral kind of
    victims, `actor` the organisation that they belong to; `headless` phrases are numbers without a noun.
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
    definite: bool = False


def find_people(parsed: Parsed, sentence: Sentence) -> list[People]:
    """The phrases of people in a sentence, left to right, none inside another."""
    found: list[People] = []
    place = sentence.first
    while place < sentence.end:
        people = _people_at(parsed, place, sentence)
        if people is None:
            place += 1
        else:
            place = people.end
            if not people.counted and people.first >= (found[-1].end if found else sentence.first):
                people = _with_modifiers(parsed, people, found[-1].end if found else sentence.first)
            if people is not None and _is_degree(parsed, people.first):
                continue  # "so many", "how many" count nobody
            if people is not None:
                found.append(people)
    return found


def _is_degree(parsed: Parsed, first: int) -> bool:
    return any(parsed.grammar.is_in(token.lower, "degree") for token in parsed.tokens[max(0, first - 1) : first + 1])


def _people_at(parsed: Parsed, place: int, sentence: Sentence) -> People | None:
    if place in parsed.counts:
        return _loosened_behind(parsed, _counted(parsed, parsed.counts[place], sentence))
    if place in parsed.victims:
        return _bare(parsed, parsed.victims[place], sentence)
    return None


def _loosened_behind(parsed: Parsed, people: People | None) -> People | None:
    """The phrase with a hedge that stands behind it ("20 civilians at least")."""
    if people is None or people.hedge != "exact":
        return people
    hit = postposed_hedge(parsed.tokens, people.end, parsed.lexicon)
    if hit is None:
        return people
    end, hedge = hit
    count = loosened(people.count, hedge, hedge_words(parsed.lexicon).conventions)
    return attrs.evolve(people, end=end, count=count, hedge=hedge)


def _counted(parsed: Parsed, mention: CountMention, sentence: Sentence) -> People | None:
    """The phrase of a number: through its modifiers to its noun, or the number alone.

    A noun for one person qualifies what follows ("ten police officers") unless nothing does ("six rebel killed").
    """
    place, actor, inside = _behind_number(parsed, mention, sentence), None, None
    limit = min(sentence.end, place + MODIFIERS)
    singular: VictimMention | None = None
    while place < limit:
        head = parsed.victims.get(place)
        if head is not None and (head.plural or mention.count == Count.exactly(1)):
            return _headed(parsed, mention, head, actor, inside, sentence)
        if parsed.grammar.is_in(parsed.tokens[place].lower, "not_people") and actor is None:
            return None
        if _is_state_before_noun(parsed, place, limit):
            inside = place
        elif place in parsed.actors:
            actor = parsed.actors[place].actor
        singular = head or singular
        behind = _behind_modifier(parsed, place, limit)
        if behind is None:
            break
        place = behind
    if singular is not None:
        return _headed(parsed, mention, singular, actor, inside, sentence)
    return _headless(parsed, mention, place, actor)


def _behind_number(parsed: Parsed, mention: CountMention, sentence: Sentence) -> int:
    """The token behind a number and the "of" or "of the" that belongs to it ("dozens of", "six of the")."""
    place = mention.end
    words = [token.lower for token in parsed.tokens[place : min(place + 2, sentence.end)]]
    if words[:1] == ["of"] and words[1:] not in (["them"], ["whom"], ["those"]) and place + 1 not in parsed.counts:
        place += 1
        if place < sentence.end and parsed.grammar.is_in(parsed.tokens[place].lower, "determiner"):
            place += 1
    return place


def _behind_modifier(parsed: Parsed, place: int, limit: int) -> int | None:
    """Where the modifier at `place` ends, or None where the noun phrase does."""
    grammar, word = parsed.grammar, parsed.tokens[place].lower
    trigger = parsed.triggers.get(place)
    if trigger is not None:
        return trigger[0] if _is_state_before_noun(parsed, place, limit) else None
    for mentions in (parsed.victims, parsed.actors, parsed.places):
        if place in mentions:
            return mentions[place].end
    if place in parsed.counts or grammar.is_in(word, "phrase_end"):
        return None
    if word == "(":
        return _behind_bracket(parsed, place, limit)
    return place + 1 if word.isalpha() or word in ("-", "–", "'s") else None


def _is_state_before_noun(parsed: Parsed, place: int, limit: int) -> bool:
    """As in "140 injured people": is the word of harm only a modifier of the noun behind it?"""
    trigger = parsed.triggers.get(place)
    return trigger is not None and "states" in trigger[1].roles and _noun_follows(parsed, trigger[0], limit)


def _noun_follows(parsed: Parsed, place: int, limit: int) -> bool:
    for near in range(place, min(place + 3, limit)):
        if near in parsed.victims:
            return parsed.victims[near].plural
        if parsed.grammar.is_in(parsed.tokens[near].lower, "phrase_end"):
            return False
    return False


def _behind_bracket(parsed: Parsed, place: int, limit: int) -> int:
    for near in range(place + 1, limit):
        if parsed.tokens[near].text == ")":
            return near + 1
    return limit


def _headed(
    parsed: Parsed,
    mention: CountMention,
    head: VictimMention,
    actor: str | None,
    inside: int | None,
    sentence: Sentence,
) -> People:
    end = _joined_heads(parsed, head.end, sentence)
    actor, end = _belonging(parsed, end, sentence, actor)
    head = _kind_behind(parsed, head, sentence) or head
    return People(
        mention.first,
        end,
        mention.count,
        mention.hedge,
        counted=True,
        group=head.group,
        actor=actor,
        combatant=head.combatant,
        effect_inside=inside,
        definite=_is_definite(parsed, mention.first),
    )


def _kind_behind(parsed: Parsed, head: VictimMention, sentence: Sentence) -> VictimMention | None:
    """As in "15 members of the medical staff": the kind of people that a general noun belongs to."""
    if head.group != "people" or head.end >= sentence.end or parsed.tokens[head.end].lower != "of":
        return None
    near = (parsed.victims.get(place) for place in range(head.end + 1, min(head.end + 4, sentence.end)))
    return next((mention for mention in near if mention is not None and mention.group != "people"), None)


def _is_definite(parsed: Parsed, place: int) -> bool:
    return place > 0 and parsed.tokens[place - 1].lower in ("the", "these", "those", "all")


def _joined_heads(parsed: Parsed, end: int, sentence: Sentence) -> int:
    """As in "regime troops and allied fighters": nouns that share one number."""
    while end < sentence.end:
        joined = parsed.tokens[end].lower in ("and", "or", "/")
        place = end + joined
        for near in range(place, min(place + (3 if joined else 1), sentence.end)):
            if parsed.phrases.get(near):
                return end
            if near in parsed.victims and parsed.victims[near].plural:
                end = parsed.victims[near].end
                break
            word = parsed.tokens[near].lower
            if near in parsed.counts or not word.isalpha() or parsed.grammar.is_in(word, "phrase_end"):
                return end
            if parsed.triggers.get(near):
                return end
        else:
            return end
    return end


def _belonging(parsed: Parsed, end: int, sentence: Sentence, actor: str | None) -> tuple[str | None, int]:
    """The organisation named behind the noun ("members of the X group") and where its name ends."""
    grammar, tokens = parsed.grammar, parsed.tokens
    if end >= sentence.end or not grammar.is_in(tokens[end].lower, "belonging"):
        return actor, end
    bracket = 0
    for place in range(end + 1, min(end + 10, sentence.end)):
        if tokens[place].text in "()":
            bracket = 1 if tokens[place].text == "(" else 0
            continue
        if bracket:
            continue  # "from (the Lebanese group) X"
        if place in parsed.actors:
            actor, last = parsed.actors[place].actor, parsed.actors[place].end
            while last < sentence.end and (
                tokens[last].text in "()" or grammar.is_in(tokens[last].lower, "group_noun")
            ):
                last += 1
                if last in parsed.actors and last < sentence.end:
                    actor, last = parsed.actors[last].actor, parsed.actors[last].end
            return actor, last - (tokens[last - 1].text == "(")
        word = tokens[place].lower
        if place in parsed.counts or place in parsed.victims or parsed.triggers.get(place):
            break
        if not (word.isalpha() or word == "-") or word in ("who", "were", "was", "when", "and"):
            break
    return actor, end


def _headless(parsed: Parsed, mention: CountMention, end: int, actor: str | None) -> People | None:
    """A number whose noun the lexicon does not know, or that has none ("48 killed", "230 tribesmen")."""
    last = end
    while last > mention.end and not parsed.tokens[last - 1].text[-1].isalnum():
        last -= 1
    return People(
        mention.first,
        last,
        mention.count,
        mention.hedge,
        counted=True,
        actor=actor,
        headless=True,
        definite=_is_definite(parsed, mention.first),
    )


def _bare(parsed: Parsed, head: VictimMention, sentence: Sentence) -> People:
    """A noun without a number: a bare plural, or one person after a determiner."""
    end = _joined_heads(parsed, head.end, sentence) if head.plural else head.end
    named = parsed.actors.last_before(head.first + 1)
    within = named if named is not None and head.first < named.end else None
    first, actor = (within.first, within.actor) if within is not None else (head.first, None)
    actor, end = _belonging(parsed, max(end, within.end if within is not None else end), sentence, actor)
    return People(
        first,
        end,
        BARE_PLURAL if head.plural else Count.exactly(1),
        "vague" if head.plural else "exact",
        counted=False,
        group=head.group,
        actor=actor,
        combatant=head.combatant,
    )


def _with_modifiers(parsed: Parsed, people: People, floor: int) -> People | None:
    """A bare noun with the words before it that belong to it ("a senior", "Syrian army", "wounded").

    One person needs a determiner: "extremist group" and "rebel spokesman" speak of no single extremist or rebel.
    """
    grammar, tokens = parsed.grammar, parsed.tokens
    first, actor, inside = people.first, people.actor, None
    while first > max(floor, people.first - 6):
        before = first - 1
        word = tokens[before].lower
        named = next((m for m in _ending_at(parsed, first, floor)), None)
        if named is not None:
            actor, first = actor or named[0], named[1]
            continue
        trigger = parsed.triggers.get(before)
        if trigger and trigger[0] == first and trigger[1].roles & {"states"}:
            inside, first = before, before
            continue
        if (
            trigger
            or parsed.phrases.get(before)
            or before in parsed.counts
            or (before in parsed.victims and parsed.victims[before].plural)
        ):
            break
        if grammar.is_in(word, "degree"):
            return None  # "how many people", "so many of the dead" count nobody
        if grammar.is_in(word, "determiner"):
            first = before
            break
        if not (word.isalpha() or word == "-") or grammar.is_in(word, "phrase_end", "adverbs"):
            break
        first = before
    determined = grammar.is_in(tokens[first].lower, "determiner")
    if people.count.is_exact and (not determined or _qualifies(parsed, people.end)):
        return None
    definite = tokens[first].lower in ("the", "these", "those", "his", "her", "its", "their", "all")
    return attrs.evolve(people, first=first, actor=actor, effect_inside=inside, definite=definite)


def _qualifies(parsed: Parsed, end: int) -> bool:
    """Does the noun only qualify the next one ("the extremist group", "a rebel attack")?"""
    if end >= len(parsed.tokens):
        return False
    follows = parsed.grammar.is_in(parsed.tokens[end].lower, "group_noun") or end in parsed.actors
    return follows or end in parsed.events or end in parsed.victims


def _ending_at(parsed: Parsed, end: int, floor: int) -> Iterator[tuple[str | None, int]]:
    """The actor or place whose name ends right before token `end`."""
    for first in range(max(floor, end - 6), end):
        if first in parsed.actors and parsed.actors[first].end == end:
            yield parsed.actors[first].actor, first
        elif first in parsed.places and parsed.places[first].end == end:
            yield None, first

"""Phrases of people with a number: "at least 27 Syrian soldiers", "dozens of members of the group", "48"."""

from __future__ import annotations

import attrs

from claimrec.reading.counts import CountMention
from claimrec.reading.hedges import hedge_words, postposed_hedge
from claimrec.reading.loosening import loosened
from claimrec.reading.mentions import VictimMention
from claimrec.reading.noun_phrases import ONE, People, belonging, joined_heads, kind_behind
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence

MODIFIERS = 9
"""Tokens that may stand between a number and its noun: "ten members of the ...", "13 regime troops and allied ..."."""
BRACKETS = frozenset("([")
WHO_WERE = ["who", "were"]
NOUN_REACH = 3
"""Tokens behind "injured" in which the noun that it modifies stands ("140 injured Syrian people")."""


def counted_people(parsed: Parsed, mention: CountMention, sentence: Sentence) -> People | None:
    """The phrase of a number: through its modifiers to its noun, or the number alone; None where it counts things.

    A noun for one person qualifies what follows ("ten police officers") unless nothing does ("six rebel killed").
    """
    place, actor, inside = _behind_number(parsed, mention, sentence), None, None
    limit = min(sentence.end, place + MODIFIERS)
    singular: VictimMention | None = None
    mixed = False
    while place < limit:
        head = parsed.victims.get(place)
        if head is not None and (head.plural or mention.count == ONE):
            return _headed(parsed, mention, head, None if mixed else actor, inside, sentence)
        thing = "not_people" in parsed.lists[place] and parsed.tokens[place - 1] != "-"
        if thing and actor is None:
            return None
        if _is_state_before_noun(parsed, place, limit):
            inside = place
        elif place in parsed.actors:
            actor = parsed.actors[place].actor
        singular = head or singular
        behind = _behind_modifier(parsed, place, limit)
        if behind is None and place > mention.end and _goes_on(parsed, place, limit):
            mixed, behind = True, place + 1
        if behind is None:
            break
        place = behind
    if singular is not None:
        return _headed(parsed, mention, singular, actor, inside, sentence)
    if actor is not None:
        place = joined_heads(parsed, place, sentence)  # "14 regime forces and militiamen"
    return _headless(parsed, mention, place, actor)


def _goes_on(parsed: Parsed, place: int, limit: int) -> bool:
    """As in "70 regime and rebel fighters": does "and" join two sides that share one noun?"""
    if parsed.tokens.lower[place] != "and" or place + 2 >= limit:
        return False
    head, actor = parsed.victims.get(place + 1), parsed.actors.get(place + 1)
    if head is not None and head.plural:
        return actor is not None or head.end > head.first + 1  # "rebel fighters"
    side = actor or head
    head = parsed.victims.get(side.end) if side is not None else None
    return head is not None and head.plural


def _behind_number(parsed: Parsed, mention: CountMention, sentence: Sentence) -> int:
    """The token behind a number and the "of" or "of the" that belongs to it ("dozens of", "six of the")."""
    place, grammar = mention.end, parsed.grammar
    everybody = _number_of_all(parsed, place, sentence)
    if everybody is not None:
        return mention.end if _is_told_of_all(parsed, everybody, sentence) else everybody.end
    words = parsed.tokens.lower[place : min(place + 2, sentence.end)]
    if words[:1] != ["of"] or grammar.is_in(words[-1], "those_told") or place + 1 in parsed.counts:
        return place
    determined = len(words) == 2 and grammar.is_in(words[1], "determiner")
    return place + 2 if determined else place + 1


def _number_of_all(parsed: Parsed, place: int, sentence: Sentence) -> CountMention | None:
    """As in "34 of the 52 people": the number of all, of whom the first are some."""
    words = parsed.tokens.lower[place : min(place + 2, sentence.end)]
    determined = len(words) == 2 and words[0] == "of" and parsed.grammar.is_in(words[1], "determiner")
    return parsed.counts.get(place + 2) if determined else None


def _is_told_of_all(parsed: Parsed, everybody: CountMention, sentence: Sentence) -> bool:
    """As in "34 of the 52 people killed were civilians": does the harm right behind tell of all, and not of some?"""
    people = counted_people(parsed, everybody, sentence)
    trigger = parsed.triggers.get(_behind_who_were(parsed, people.end, sentence)) if people is not None else None
    if trigger is None or "passive" not in trigger.meaning.roles:
        return False
    behind = parsed.tokens.lower[trigger.end] if trigger.end < sentence.end else "."
    return not behind.isalpha() or parsed.grammar.is_in(behind, "be", "have", "phrase_end")  # not "shot him"


def _behind_who_were(parsed: Parsed, place: int, sentence: Sentence) -> int:
    """As in "one of the two men who were slightly hurt": the token behind "who were", if that stands there."""
    if parsed.tokens.lower[place : min(place + 2, sentence.end)] != WHO_WERE:
        return place
    place += 2
    while place < sentence.end and "adverbs" in parsed.lists[place]:
        place += 1
    return place


def _behind_modifier(parsed: Parsed, place: int, limit: int) -> int | None:
    """Where the modifier at `place` ends, or None where the noun phrase does."""
    grammar, word = parsed.grammar, parsed.tokens.lower[place]
    trigger = parsed.triggers.get(place)
    if trigger is not None:
        return trigger.end if _is_state_before_noun(parsed, place, limit) else None
    for mentions in (parsed.victims, parsed.actors, parsed.places):
        if place in mentions:
            return mentions[place].end
    if place in parsed.counts or grammar.is_in(word, "phrase_end") or parsed.speech.is_in(word, "verbs"):
        return None
    if word in BRACKETS:
        return _behind_bracket(parsed, place, limit)
    age = word.isdigit() and parsed.tokens[min(place + 1, limit - 1)] == "-"  # "two 4-year-old girls"
    return place + 1 if word.isalpha() or age or word in ("-", "–", "'s") else None


def _is_state_before_noun(parsed: Parsed, place: int, limit: int) -> bool:
    """As in "140 injured people": is the word of harm only a modifier of the noun behind it?"""
    trigger = parsed.triggers.get(place)
    return trigger is not None and trigger.meaning.can_modify and _noun_follows(parsed, trigger.end, limit)


def _noun_follows(parsed: Parsed, place: int, limit: int) -> bool:
    for near in range(place, min(place + NOUN_REACH, limit)):
        if near in parsed.victims:
            return parsed.victims[near].plural
        word = parsed.tokens.lower[near]
        if parsed.grammar.is_in(word, "phrase_end") or not (word[0].isalnum() or word == "-"):
            return False  # "one dead, others hurt"
    return False


def _behind_bracket(parsed: Parsed, place: int, limit: int) -> int:
    for near in range(place + 1, limit):
        if parsed.tokens[near] in ")]":
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
    end = joined_heads(parsed, head.end, sentence)
    actor, end = belonging(parsed, end, sentence, actor)
    kind = kind_behind(parsed, head, sentence)
    if kind is not None:
        head, end = kind, max(end, joined_heads(parsed, kind.end, sentence))
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
    )


def _headless(parsed: Parsed, mention: CountMention, end: int, actor: str | None) -> People:
    """A number whose noun the lexicon does not know, or that has none ("48 killed", "230 tribesmen")."""
    last = next((place for place in range(mention.end, end) if parsed.tokens[place] == "("), end)
    while last > mention.end and not parsed.tokens[last - 1][-1].isalnum():
        last -= 1
    return People(
        mention.first,
        last,
        mention.count,
        mention.hedge,
        counted=True,
        actor=actor,
        headless=True,
    )


def loosened_behind(parsed: Parsed, people: People) -> People:
    """The phrase with a hedge that stands behind it ("20 civilians at least")."""
    if people.hedge != "exact":
        return people
    hit = postposed_hedge(parsed.tokens, people.end, parsed.lexicon)
    if hit is None:
        return people
    end, hedge = hit
    count = loosened(people.count, hedge, hedge_words(parsed.lexicon).conventions)
    return attrs.evolve(people, end=end, count=count, hedge=hedge)

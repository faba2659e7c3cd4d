"""Words of death, injury, capture in a sentence, joined where they share their victims ("killed or wounded")."""

from __future__ import annotations

from typing import NamedTuple

from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.when_and_where import victims_behind
from claimrec.records.claim import Effect

IRREAL_REACH = 6
"""Tokens before a trigger in which a word such as "could" or "feared" takes the reality from it."""
JOINING = frozenset({"and", "or", "/", "&", "and / or", "the", "and the"})
"""Between two words of harm under one verb: "killed and wounded", "the dead and the wounded"."""
JOIN_REACH = 4
"""Tokens between the two, adverbs included ("killed and also seriously wounded")."""
STATED = frozenset({"passive", "states"})
"""Parts in which a word tells what somebody is after a deed: "were killed", "are missing"."""
CAN = frozenset({"can", "could"})
"""Before "report that": then what is reported is no possibility."""
CLAUSE_SIGNS = frozenset({",", ";", ":", '"', "”", "“"})
"""A word such as "could" has no power beyond these."""


class TriggerGroup(NamedTuple):
    """Tokens `first` to `end` (not included) that tell one effect, and the parts they can play in the sentence.

    `mixed` groups join effects that no toll can hold ("wounded or missing"); their `effect` is that of the first word.
    """

    first: int
    end: int
    effect: Effect
    roles: frozenset[str] = frozenset()
    mixed: bool = False


def find_triggers(parsed: Parsed, sentence: Sentence) -> list[TriggerGroup]:
    """The trigger groups of a sentence, left to right."""
    found: list[TriggerGroup] = []
    past = sentence.first
    for hit in parsed.triggers.between(sentence.first, sentence.end):
        if hit.first < past:
            continue
        past = hit.end
        if hit.meaning.effect == "displaced" and hit.end in parsed.victims:
            continue  # "displaced people" says who they are, not what befell them
        group = TriggerGroup(hit.first, min(hit.end, sentence.end), hit.meaning.effect, hit.meaning.roles)
        if not found or not _joined(parsed, found[-1], group):
            found.append(group)
        elif _comes_later(parsed, found[-1], group):
            found[-1] = group._replace(first=found[-1].first)
        else:
            found[-1] = _together(found[-1], group)
            if len(found) > 1 and _is_listed_before(parsed, found[-2], found[-1]):
                found[-2:] = [_together(found[-2], found[-1])]
    return found


def _comes_later(parsed: Parsed, before: TriggerGroup, after: TriggerGroup) -> bool:
    """As in "captured and later killed": what befell them last counts."""
    between = parsed.tokens.lower[before.end : after.first]
    return parsed.grammar.any_in(between, "afterwards")


def _is_listed_before(parsed: Parsed, one: TriggerGroup, joined: TriggerGroup) -> bool:
    """As in "killed, wounded or missing": does only a comma part it from words that are joined?"""
    between = parsed.tokens.lower[one.end : joined.first]
    return between == [","] and bool(one.roles & STATED) and bool(joined.roles & STATED)


def _joined(parsed: Parsed, before: TriggerGroup, after: TriggerGroup) -> bool:
    """Do the two stand side by side, at most "and", "or" or an auxiliary between them?"""
    between = parsed.tokens.lower[before.end : after.first]
    if not before.roles & after.roles:
        return False
    if not between and "nouns" in before.roles - after.roles:
        return False  # "the shooting wounded two"
    if not between:
        return before.mixed or before.effect != after.effect or before.roles == after.roles
    words = [word for word in between if not parsed.grammar.is_in(word, "adverbs")]
    return " ".join(words) in JOINING and len(between) <= JOIN_REACH


def _together(before: TriggerGroup, after: TriggerGroup) -> TriggerGroup:
    """One group for two words: METHOD 5 keeps dead and wounded together; other mixtures have no name."""
    roles = before.roles & after.roles
    if before.effect == after.effect or before.mixed or after.mixed:
        return before._replace(end=after.end, roles=roles, mixed=before.mixed or after.mixed)
    if {before.effect, after.effect} <= {"killed", "wounded", "killed_or_wounded"}:
        return TriggerGroup(before.first, after.end, "killed_or_wounded", roles)
    return before._replace(end=after.end, roles=roles, mixed=True)


def is_real(parsed: Parsed, trigger: TriggerGroup, floor: int) -> bool:
    """Is it told as something that happened, not as feared, planned or possible (METHOD 3)?"""
    before = parsed.tokens.lower[trigger.first - 1] if trigger.first > floor else ""
    happened = before != "to" and not parsed.grammar.is_in(before, "almost")
    return happened and is_told_as_fact(parsed, trigger.first, floor)


def is_told_as_fact(parsed: Parsed, place: int, floor: int) -> bool:
    """Does no word such as "could" or "feared" stand in the clause before token `place`?"""
    first = max(floor, place - IRREAL_REACH)
    before = parsed.tokens.lower[first:place]
    grammar = parsed.grammar
    if not grammar.any_in(before, "irreal") or before[-1] == "that":  # "an outbreak that killed"
        return True
    before = [word for near, word in enumerate(before, first) if not _is_month(parsed, near, floor)]
    before = _behind_can_say(parsed, before)
    if not grammar.any_in(before, "irreal"):
        return True
    nearest = next(w for w in reversed(before) if w in CLAUSE_SIGNS or grammar.is_in(w, "real_again", "irreal"))
    return not grammar.is_in(nearest, "irreal")


def _behind_can_say(parsed: Parsed, before: list[str]) -> list[str]:
    """The words behind "we can report that", which makes nothing doubtful."""
    for place, (one, other, third) in enumerate(zip(before, before[1:], before[2:], strict=False)):
        if one in CAN and third == "that" and parsed.grammar.is_in(other, "bare_saying"):
            return before[place + 3 :]
    return before


def _is_month(parsed: Parsed, place: int, floor: int) -> bool:
    """As in "in May the group killed 40": is it the name of a month, that is a verb as well?"""
    if "month_or_verb" not in parsed.lists[place]:
        return False
    time = parsed.times.last_before(place + 1)
    told = time is not None and place < time.end
    return told or (parsed.tokens[place].istitle() and place > floor and not parsed.shouted)


def is_noun(parsed: Parsed, trigger: TriggerGroup, floor: int) -> bool:
    """As in "the killing of", "their arrest", "X's murder", "recent murder in X of": is the word no verb here?"""
    if "nouns" not in trigger.roles:
        return False
    behind = parsed.tokens.lower[trigger.end] if trigger.end < len(parsed.tokens) else ""
    before = parsed.tokens.lower[trigger.first - 1] if trigger.first > floor else ""
    owned = before in ("'s", "'", "’") or parsed.grammar.is_in(before, "determiner")
    if trigger.roles <= {"nouns"} or owned or parsed.grammar.is_in(behind, "of_victims"):
        return True
    said = trigger.end in parsed.times or trigger.end in parsed.places or parsed.grammar.is_in(behind, "when_and_where")
    return said and victims_behind(parsed, trigger.end, len(parsed.tokens)) is not None

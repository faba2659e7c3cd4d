"""Casualty phrases: which people suffered what, in one sentence."""

from __future__ import annotations

from typing import Literal

from claimrec.reading.parsed import Parsed
from claimrec.reading.parts import tell_among, tell_parts, wholes_of
from claimrec.reading.people import People, find_people
from claimrec.reading.sentences import Sentence
from claimrec.reading.telling import Casualty, Telling
from claimrec.reading.tolls import tell_bodies, tell_lives, tell_nobody, tell_tolls
from claimrec.reading.triggers import TriggerGroup, find_triggers, is_real
from claimrec.values.count import Count

SUBJECT_REACH = 16
"""Tokens between a subject and its verb ("nine members of the alliance who were working in the clinic were killed")."""

BARE_REACH = 2
"""The same where neither a number nor an auxiliary ties them together ("soldiers killed")."""

Side = Literal["left", "right", "noun", "none"]
"""Where a trigger's victims stand: before it, behind it, around it as a noun, or nowhere."""


def find_casualties(parsed: Parsed, sentence: Sentence) -> list[Casualty]:
    """The tolls of a sentence; a part never stands before its whole.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.parsed import parse
    >>> from claimrec.records.article import Article
    >>> parsed = parse(Article("a", "Six villagers were killed and two wounded."), load_lexicon())
    >>> [(casualty.effect, str(casualty.count)) for casualty in find_casualties(parsed, parsed.sentences[0])]
    [('killed', '6'), ('wounded', '2')]
    """
    triggers = find_triggers(parsed, sentence)
    words = (token.lower for token in parsed.tokens[sentence.first : sentence.end])
    if not triggers and parsed.grammar.word_sets["toll_words"].isdisjoint(words):
        return []
    telling = Telling(parsed, sentence, triggers, find_people(parsed, sentence))
    wholes = wholes_of(telling)
    for trigger in triggers:
        if (
            trigger.effect is not None
            and is_real(parsed, trigger, sentence.first)
            and not tell_nobody(telling, trigger)
        ):
            _tell(telling, trigger, wholes)
    tell_tolls(telling)
    tell_bodies(telling)
    tell_lives(telling)
    tell_parts(telling, wholes)
    return telling.found


def _tell(telling: Telling, trigger: TriggerGroup, wholes: dict[int, int]) -> None:
    inside = [n for n, person in enumerate(telling.people) if person.effect_inside == trigger.first]
    if inside:
        telling.tell(inside[0], trigger)
        return
    if _tell_listed(telling, trigger) or _is_nominal(telling, trigger):
        return
    match _side_of(telling, trigger):
        case "right":
            _tell_right(telling, trigger, wholes)
        case "left":
            _tell_left(telling, trigger, wholes)
        case "noun":
            _tell_noun(telling, trigger)
        case "none":
            pass


def _tell_listed(telling: Telling, trigger: TriggerGroup) -> bool:
    """As in "those killed included six women and two men", "the dead were three policemen"."""
    grammar = telling.parsed.grammar
    nominal = telling.lower(trigger.first - 1, trigger.first) if trigger.first > telling.sentence.first else []
    if nominal not in (["those"], ["the"]) or not trigger.roles & {"passive", "states"}:
        return False
    listed = next((n for n, person in enumerate(telling.people) if person.first >= trigger.end), None)
    gap = telling.lower(trigger.end, telling.people[listed].first) if listed is not None else []
    if listed is not None and gap and all(grammar.is_in(word, "lists", "be", "adverbs", "determiner") for word in gap):
        telling.tell(listed, trigger)
        while listed + 1 < len(telling.people) and telling.chained(listed, listed + 1):
            listed += 1
            telling.tell(listed, trigger)
        return True
    before = next((n for n in range(len(telling.people) - 1, -1, -1) if telling.people[n].end <= trigger.first), None)
    if before is not None and any(
        grammar.is_in(word, "among") for word in telling.lower(telling.people[before].end, trigger.first)
    ):
        telling.tell(before, trigger)
        behind = before + 1
        if behind < len(telling.people) and grammar.is_in(
            " ".join(telling.lower(trigger.end, telling.people[behind].first)), "and"
        ):
            telling.tell(behind, trigger)
        return True
    return False


def _is_nominal(telling: Telling, trigger: TriggerGroup) -> bool:
    """As in "some of the wounded were in hospital": are these people spoken of again, and not counted?"""
    before = telling.lower(max(telling.sentence.first, trigger.first - 1), trigger.first)
    return before == ["the"] and bool(trigger.roles & {"passive", "states"}) and _right_of(telling, trigger) is None


def _side_of(telling: Telling, trigger: TriggerGroup) -> Side:
    """Right of an active verb, left of a passive one, around a noun; "killed" alone can be either."""
    grammar, roles = telling.parsed.grammar, trigger.roles
    last = _last_word(telling, trigger)
    if roles <= {"nouns"} or ("nouns" in roles and _is_noun(telling, trigger, last)):
        return "noun"
    if ("intransitive" in roles and "active" not in roles) or grammar.is_in(last, "be"):
        return "left"
    left = _adjacent_left(telling, trigger)
    counted_left = left is not None and telling.people[left].counted
    bare: Side = "left" if counted_left or trigger.effect not in ("captured", "displaced") else "none"
    right = _right_of(telling, trigger) if "active" in roles else None
    if right is None:
        return bare if roles & {"passive", "states"} else "none"
    if "passive" not in roles or grammar.is_in(last, "have") or not counted_left:
        return "right"
    return "left" if not telling.people[right].counted or telling.has_own_trigger(right) else "right"


def _last_word(telling: Telling, trigger: TriggerGroup) -> str:
    """The word before the trigger, adverbs left out."""
    words = telling.lower(max(telling.sentence.first, trigger.first - 6), trigger.first)
    return next((word for word in reversed(words) if not telling.parsed.grammar.is_in(word, "adverbs")), "")


def _is_noun(telling: Telling, trigger: TriggerGroup, last: str) -> bool:
    """As in "the killing of", "their arrest": a determiner before it, or "of" behind it."""
    following = telling.lower(trigger.end, trigger.end + 1)
    return following in (["of"], ["among"]) or last in ("the", "a", "an", "of", "their", "his", "its", "for")


def _right_of(telling: Telling, trigger: TriggerGroup) -> int | None:
    """The phrase that begins behind the trigger, at most a few function words between."""
    grammar = telling.parsed.grammar
    for n, person in enumerate(telling.people):
        if person.first >= trigger.end:
            gap = telling.lower(trigger.end, person.first)
            fits = all(grammar.is_in(word, "adverbs", "determiner", "more", "before_object") for word in gap)
            return n if fits and len(gap) <= 4 else None
    return None


def _adjacent_left(telling: Telling, trigger: TriggerGroup) -> int | None:
    """The phrase that ends right before the trigger."""
    for n, person in enumerate(telling.people):
        gap = telling.lower(person.end, trigger.first)
        if person.end <= trigger.first and all(telling.parsed.grammar.is_in(word, "adverbs") for word in gap):
            return n
    return None


def _tell_right(telling: Telling, trigger: TriggerGroup, wholes: dict[int, int]) -> None:
    place = _right_of(telling, trigger)
    if place is None:
        return
    needs_noun = trigger.effect == "captured" or telling.lower(trigger.first, trigger.end)[0].startswith("los")
    if needs_noun and telling.people[place].headless:
        return  # "captured 12" and "lost 12" speak of villages and posts as well
    telling.tell(place, trigger, active=True)
    head = place
    while place + 1 < len(telling.people):
        if place + 1 not in wholes:
            if not telling.chained(place, place + 1):
                break
            telling.tell(place + 1, trigger, active=True, behind=head)
        place += 1


def _tell_left(telling: Telling, trigger: TriggerGroup, wholes: dict[int, int]) -> None:
    if _tell_pronoun(telling, trigger):
        return
    subjects = [n for n in range(len(telling.people)) if n not in wholes and _can_be_subject(telling, n, trigger)]
    if not subjects:
        _tell_named(telling, trigger)
        return
    if subjects[-1] in telling.told and telling.found[telling.told[subjects[-1]]].effect == trigger.effect:
        return
    first = last = subjects[-1]
    while (
        last not in telling.told
        and first > 0
        and first - 1 not in telling.told
        and _shares_verb(telling, first, wholes)
    ):
        first -= 1
    for place in range(first, last + 1):
        if place not in wholes:
            telling.tell(place, trigger, behind=first if place > first else None)
    if last in telling.told:
        tell_among(telling, last)


def _can_be_subject(telling: Telling, place: int, trigger: TriggerGroup) -> bool:
    """Is the phrase near enough before the trigger, with no other trigger's victims between?"""
    person = telling.people[place]
    if not person.end <= trigger.first <= person.end + SUBJECT_REACH:
        return False
    bare = not person.counted and not telling.parsed.grammar.is_in(_last_word(telling, trigger), "be", "have")
    if bare and trigger.first - person.end > BARE_REACH and "intransitive" not in trigger.roles:
        return False
    if not any(person.end <= group.first < trigger.first for group in telling.triggers):
        return True
    joined = "and" in telling.lower(person.end, trigger.first)
    return joined and "states" not in trigger.roles  # "was captured and later killed"


def _shares_verb(telling: Telling, place: int, wholes: dict[int, int]) -> bool:
    """As in "63 rebels and 21 fighters were killed": does the phrase before `place` stand under the same verb?"""
    before = telling.people[place - 1]
    if place - 1 in wholes or not (before.counted or before.count.is_exact):
        return False
    return telling.parsed.grammar.is_in(" ".join(telling.between(place - 1, place)), "and")


def _tell_pronoun(telling: Telling, trigger: TriggerGroup) -> bool:
    """As in "he was killed", "and a third was wounded": one person, whoever it is."""
    place = _before_auxiliaries(telling, trigger)
    if place is None:
        return False
    word = telling.parsed.tokens[place].lower
    further = telling.parsed.grammar.is_in(word, "one_more") and telling.lower(place - 1, place) == ["a"]
    if not further and not telling.parsed.grammar.is_in(word, "one_person"):
        return False
    telling.add(place, trigger.end, trigger, Count.exactly(1), "exact", None)
    return True


def _tell_named(telling: Telling, trigger: TriggerGroup) -> None:
    """A person's name before "was killed": one person; the name itself is kept nowhere but in the quote."""
    tokens = telling.parsed.tokens
    place = _before_auxiliaries(telling, trigger)
    if place is None or place - 1 < telling.sentence.first:
        return
    capitals = all(tokens[n].text[:1].isupper() and tokens[n].text[1:].islower() for n in (place - 1, place))
    if capitals and not _names_something(telling.parsed, place - 1, place + 1):
        telling.add(place - 1, trigger.end, trigger, Count.exactly(1), "exact", None)


def _before_auxiliaries(telling: Telling, trigger: TriggerGroup) -> int | None:
    """The token before "was", "has been" and adverbs, where the auxiliary is one of a single person."""
    grammar, tokens = telling.parsed.grammar, telling.parsed.tokens
    place, singular = trigger.first - 1, "intransitive" in trigger.roles
    while place >= telling.sentence.first and grammar.is_in(tokens[place].lower, "be", "have", "adverbs"):
        singular = singular or tokens[place].lower in ("was", "has", "is")
        place -= 1
    return place if singular and place >= telling.sentence.first else None


def _names_something(parsed: Parsed, first: int, end: int) -> bool:
    """Does an actor, a place or a source stand in these tokens?"""
    for mentions in (parsed.actors, parsed.places, parsed.sources):
        mention = mentions.last_before(end)
        if mention is not None and first < mention.end:
            return True
    return False


def _tell_noun(telling: Telling, trigger: TriggerGroup) -> None:
    """As in "10 deaths of soldiers", "the killing of two men", "six fatalities"."""
    left = _adjacent_left(telling, trigger)
    right = None
    if telling.lower(trigger.end, trigger.end + 1) in (["of"], ["among"]):
        right = next((n for n, p in enumerate(telling.people) if trigger.end < p.first <= trigger.end + 3), None)
    if left is not None and telling.people[left].counted:
        number = telling.people[left]
        victims = telling.people[right] if right is not None and not telling.people[right].counted else None
        victims = victims or _actor_behind(telling, trigger) or number
        telling.told[left] = len(telling.found)
        end = max(victims.end, trigger.end)
        telling.add(number.first, end, trigger, number.count, number.hedge, victims)
    elif right is not None:
        telling.tell(right, trigger)


def _actor_behind(telling: Telling, trigger: TriggerGroup) -> People | None:
    """As in "10 deaths of the Syrian government forces": an organisation in the place of a noun."""
    for place in range(trigger.end + 1, min(trigger.end + 4, telling.sentence.end)):
        mention = telling.parsed.actors.get(place)
        if mention is not None:
            return People(place, mention.end, Count.at_least(2), "vague", counted=False, actor=mention.actor)
    return None

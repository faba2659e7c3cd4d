"""What a sentence makes of somebody named in it: the doer of a deed, the accused, one who claims or denies."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Literal, NamedTuple

from claimrec.reading.doers import UNNAMED, Doer, doers_in
from claimrec.reading.mentions import within
from claimrec.reading.parsed import Parsed
from claimrec.reading.phrases import Hit
from claimrec.reading.sentences import Sentence
from claimrec.reading.triggers import is_told_as_fact

Manner = Literal["by", "subject", "deed", "accused", "claimed", "denied", "mishap"]
"""How the two are tied: "attack by X", "X attacked", "X attack", "blamed X", "X claimed", "X denied", "a gas leak"."""

BY_REACH = 9
"""Tokens from "by" to the doer's name ("by hired assassins in the service of the X")."""
DEED_BEFORE = 14
"""Tokens from a deed to its "by" ("the attack on the house of a senator by X")."""
DEED_BEHIND = 14
"""Tokens from a light verb to its deed ("carried out several simultaneous armed attacks")."""
BLAME_REACH = 8
"""Tokens from "blamed" to whom ("accuses the most radical sectors of the X")."""
BLAME_ON_REACH = 16
"""Tokens from "blamed" to "on" and from "attributed" to "to" ("blamed the murder of the judge on X")."""
WALK = 14
"""Tokens behind a doer in which the verb stands ("X [its name in full] guerrillas today reportedly attacked")."""
NOUN_REACH = 4
"""Tokens behind a doer in which the deed itself stands ("X artillery shelling")."""
NOT_REACH = 3
"""Tokens before "the work of" in which "not" stands."""
ALLEGED_REACH = 4
"""Tokens before a doer or a deed in which "alleged" stands."""
SUBJECT_REACH = 3
"""Tokens between an outlet and the "denied" of those it speaks for."""
CLAIM_REACH = 16
"""Tokens from a name to "claiming responsibility" in its sentence ("X today sent leaflets to the media claiming")."""
JOINED_REACH = 6
"""Tokens between two doers of one deed ('the "X" group or the leftist "Y"')."""
JOINS = frozenset({"and", "or"})
JOINED = [[word] for word in sorted(JOINS)]
QUOTES = frozenset("\"'“”‘’")
SAID: dict[str, Manner] = {"claimed": "claimed", "denied": "denied"}
"""List of `stances.toml` -> what whoever says so does."""
BLAME = frozenset({"blaming", "guilty"})
VIOLENT = frozenset({"verbs", "nouns"})
"""Lists of `deeds.toml` that tell of violence by themselves."""
DEEDS = VIOLENT | {"acts"}
PARTICIPLE = "ed"
NOTHING: frozenset[str] = frozenset()
BREAKS = frozenset({",", ";", ":", ".", "by"})
"""Between "blamed" and a name these show that the name is not whom somebody blames."""


class Doing(NamedTuple):
    """A doer, the token of the deed, the way they are tied, and whether it is only alleged."""

    doer: Doer
    place: int
    manner: Manner
    alleged: bool = False


def doings_in(parsed: Parsed, sentence: Sentence) -> list[Doing]:
    """Who does, is blamed for, claims or denies what in a sentence, left to right.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.parsed import parse
    >>> from claimrec.records.article import Article
    >>> parsed = parse(Article("a1", "The attack by FARC was blamed on the ELN."), load_lexicon())
    >>> [(doing.doer.actor, doing.manner) for doing in doings_in(parsed, parsed.sentences[0])]
    [('FARC', 'by'), ('ELN', 'accused')]
    """
    if parsed.told.isdisjoint(range(sentence.first, sentence.end)):
        return []
    deeds = parsed.deeds.between(sentence.first, sentence.end)
    stances = [hit for hit in parsed.stances.between(sentence.first, sentence.end) if hit.meaning in SAID]
    blaming = [hit for hit in deeds if not hit.meaning.isdisjoint(BLAME)]
    doers = doers_in(parsed, sentence, deeds)
    found = [_doing(parsed, sentence, doer, blaming) for doer in doers]
    if not any(found) and not stances:
        return []
    joined = [place for place, (one, other) in enumerate(pairwise(doers)) if are_joined(parsed, one, other)]
    for place in joined:
        found[place] = found[place] or _shared(found[place + 1], doers[place])
    for place in joined:
        found[place + 1] = found[place + 1] or _shared(found[place], doers[place + 1])
    said = {doing.place for doing in found if doing is not None}
    blamed = {doing.doer for doing in found if doing is not None and doing.manner == "accused"}
    speaking = [doer for doer in doers if doer not in blamed]
    found += [_said_by_subject(parsed, speaking, hit) for hit in stances if hit.first not in said]
    return sorted((doing for doing in found if doing is not None), key=attrgetter("doer.first"))


def _said_by_subject(parsed: Parsed, doers: Sequence[Doer], hit: Hit[str]) -> Doing | None:
    """As in "X sent leaflets claiming responsibility", "the X press office denied": the last name before it says so."""
    source = parsed.sources.last_before(hit.first)
    if source is not None and hit.first - source.end <= SUBJECT_REACH:
        actor = parsed.lexicon.sources[source.source].affiliation
        return Doing(Doer(source.first, source.end, actor), hit.first, SAID[hit.meaning]) if actor else None
    before = [doer for doer in doers if doer.actor and hit.first - CLAIM_REACH <= doer.end <= hit.first]
    before = before or [doer for doer in doers if doer.actor and _goes_on(parsed, doer, hit.first)]
    return Doing(before[-1], hit.first, SAID[hit.meaning]) if before else None


def _goes_on(parsed: Parsed, doer: Doer, place: int) -> bool:
    """As in "X, which often attacks the capital, claimed": does what stands between two commas only describe X?"""
    lower = parsed.tokens.lower
    opened = within(parsed.asides, doer.end, min(place, doer.end + JOINED_REACH + 1))
    return bool(opened) and lower[opened[0] - 1] == "," == lower[place - 1]


def _shared(doing: Doing | None, doer: Doer) -> Doing | None:
    """As in "X and Y attacked", "blamed X and Y": both did it."""
    return doing._replace(doer=doer) if doing is not None else None


def are_joined(parsed: Parsed, one: Doer, other: Doer) -> bool:
    """As in "X and the Y", "X soldiers or Y": do only "and" or "or" and nouns of members stand between two doers?"""
    between = parsed.tokens.lower[one.end : other.first]
    if len(between) > JOINED_REACH or JOINS.isdisjoint(between):
        return False
    named = (word for word in between if word not in QUOTES and not parsed.grammar.is_in(word, "determiner"))
    words = parsed.deed_words
    return [word for word in named if not (words.is_in(word, "members") or words.is_in(word, "unnaming"))] in JOINED


def _doing(parsed: Parsed, sentence: Sentence, doer: Doer, blaming: Sequence[Hit[frozenset[str]]]) -> Doing | None:
    blamed = _blamed(parsed, sentence, doer, blaming) if blaming else None
    return blamed or _by(parsed, sentence, doer) or _acting(parsed, sentence, doer)


def _blamed(parsed: Parsed, sentence: Sentence, doer: Doer, blaming: Sequence[Hit[frozenset[str]]]) -> Doing | None:
    """As in "blamed X", "attributed the attack to X", "the work of X", "held X responsible"."""
    tokens, floor = parsed.tokens, max(sentence.first, doer.first - BLAME_ON_REACH)
    joins = [n for n in range(max(floor, doer.first - BLAME_REACH), doer.first) if tokens.lower[n] in ("on", "to")]
    for hit in reversed(blaming):
        if "blaming" not in hit.meaning or not floor <= hit.first < doer.first:
            continue
        between = tokens.lower[hit.end : doer.first]
        ends = not BREAKS.isdisjoint(between)
        near = len(between) <= BLAME_REACH and not any(word in ("on", "to", "of", "for") for word in between[:-1])
        behind_to = any(n > hit.first for n in joins) and doer.first - joins[-1] <= NOUN_REACH
        whole = tokens.lower[hit.end - 1] in ("on", "to", "of")
        if not ends and (near or whole or behind_to):
            before = tokens.lower[max(sentence.first, hit.first - NOT_REACH) : hit.first]
            refused = parsed.deed_words.any_in([*before, *between], "denying")
            return Doing(doer, hit.first, "denied" if refused else "accused")
    held = parsed.deed_words.any_in(tokens.lower[floor : doer.first], "holding")
    if held and "responsible" in tokens.lower[doer.end : doer.end + BLAME_REACH]:
        return Doing(doer, doer.end, "accused")
    return None


def _by(parsed: Parsed, sentence: Sentence, doer: Doer) -> Doing | None:
    """As in "attacked by X", "an attack carried out by X", "claimed by X"."""
    floor = max(sentence.first, doer.first - BY_REACH)
    before = parsed.tokens.lower[floor : doer.first]
    if "by" not in before:
        return None
    by = max(n for n in range(floor, doer.first) if not parsed.lists[n].isdisjoint(("by", "by_ends")))
    if parsed.tokens.lower[by] != "by":
        return None
    for hit in parsed.stances.between(max(sentence.first, by - NOUN_REACH), by):
        if hit.meaning in SAID:
            return Doing(doer, hit.first, SAID[hit.meaning])
    if "held" in parsed.lists[by - 1]:
        return None
    if _is_something_else(parsed, by):
        return None
    deed = _deed_before(parsed, max(sentence.first, by - DEED_BEFORE), by)
    return Doing(doer, deed, "by", is_alleged(parsed, sentence, doer, deed)) if deed is not None else None


def _is_something_else(parsed: Parsed, by: int) -> bool:
    """As in "a strike over measures adopted by X": is what X did told right before "by", and no deed?"""
    if not parsed.tokens.lower[by - 1].endswith(PARTICIPLE) or parsed.deed_words.is_in(
        parsed.tokens.lower[by - 1], "causing"
    ):
        return False
    told = (parsed.deeds.last_before(by), parsed.triggers.last_before(by))
    return not any(hit is not None and hit.end == by for hit in told)


def _deed_before(parsed: Parsed, floor: int, by: int) -> int | None:
    """The last deed before "by"; a neutral one ("action") needs a verb such as "carried out" right before "by"."""
    deeds = parsed.deeds.between(floor, by)
    if not any("light" in hit.meaning and hit.end == by for hit in deeds):
        deeds = [hit for hit in deeds if not hit.meaning.isdisjoint(VIOLENT)]
    told = [hit.first for hit in deeds if not hit.meaning.isdisjoint(DEEDS)]
    harm = [hit.first for hit in parsed.triggers.between(floor, by)]
    return max([*told, *harm], default=None)


def _acting(parsed: Parsed, sentence: Sentence, doer: Doer) -> Doing | None:
    """As in "X attacked", "X attack", "X claimed responsibility", "X denied": what stands behind the doer."""
    place, end, noun, passive = doer.end, min(sentence.end, doer.end + WALK), None, False
    if parsed.told.isdisjoint(range(place, end)):
        return None
    while place < end:
        hit = parsed.deeds.get(place)
        meaning = hit.meaning if hit is not None else NOTHING
        begins = hit is not None or place in parsed.events
        in_event = _deed_in_event(parsed, place) if begins and place - doer.end < NOUN_REACH else None
        taken = passive and _is_capture(parsed, place)
        if (place in parsed.told and not taken) or in_event is not None:
            passive = passive or _is_target(parsed, sentence, doer)
            stance = parsed.stances.get(place)
            if stance is not None and stance.meaning in SAID:
                return Doing(doer, place, SAID[stance.meaning])
            if "guilty" in meaning:
                return Doing(doer, place, "accused") if passive else None
            if noun is None and not passive:
                noun = in_event
            deed = _deed_of_verb(parsed, sentence, place) if noun != place else None
            if deed is not None:
                done = not passive or parsed.tokens.lower[place].endswith("ing")
                return Doing(doer, deed, "subject", is_alleged(parsed, sentence, doer, place)) if done else None
        based = _behind_base(parsed, place, end) if "based" in parsed.lists[place] else None
        if not based and ("light" in meaning or noun is not None or not _passes(parsed, place, doer)):
            break
        passive = passive or "be" in parsed.lists[place]
        named = parsed.actors.get(place) or parsed.times.get(place)
        if named is not None:
            place = named.end
        else:
            place = based or (hit.end if hit is not None and not meaning.isdisjoint(UNNAMED) else place + 1)
    return Doing(doer, noun, "deed", is_alleged(parsed, sentence, doer, noun)) if noun is not None else None


def _deed_in_event(parsed: Parsed, place: int) -> int | None:
    """As in "X attack", "X rocket attack": the noun of a deed, or of the kind of event, that begins here."""
    event = parsed.events.get(place)
    inside = parsed.deeds.between(place, event.end if event is not None else place + 1)
    return next((hit.first for hit in inside if "nouns" in hit.meaning), None)


def _behind_base(parsed: Parsed, place: int, end: int) -> int | None:
    """As in "X fighters based in Y attacked": the deed behind the place where the doer is, else None."""
    behind = next((n for n in range(place + 1, end) if n in parsed.told), place)
    return behind if parsed.places.between(place, behind) else None


def _is_target(parsed: Parsed, sentence: Sentence, doer: Doer) -> bool:
    """As in "an attack on the X": is the name that of the one attacked?"""
    place = doer.first - 1
    while place > sentence.first and "article" in parsed.lists[place]:
        place -= 1
    return place >= sentence.first and "target" in parsed.lists[place]


def _deed_of_verb(parsed: Parsed, sentence: Sentence, place: int) -> int | None:
    """The deed that a verb at token `place` tells of: itself, or that of "carried out", or None."""
    hit, trigger = parsed.deeds.get(place), parsed.triggers.get(place)
    if (hit is not None and not hit.meaning.isdisjoint(("verbs", "fights"))) or (
        trigger is not None and "active" in trigger.meaning.roles
    ):
        return place
    if hit is None or "light" not in hit.meaning:
        return None
    behind = parsed.deeds.between(hit.end, min(sentence.end, hit.end + DEED_BEHIND))
    return next((deed.first for deed in behind if not deed.meaning.isdisjoint(DEEDS - {"verbs"})), None)


def _is_capture(parsed: Parsed, place: int) -> bool:
    """As in "were arrested on charges of": does the word tell that somebody was taken, and what for is told behind?"""
    trigger = parsed.triggers.get(place)
    return trigger is not None and trigger.meaning.effect == "captured"


def _passes(parsed: Parsed, place: int, doer: Doer) -> bool:
    """May the word stand between a doer and the verb: a member, its other name, an auxiliary, an adverb, a time?"""
    word, actor = parsed.tokens.lower[place], parsed.actors.get(place)
    if actor is not None:
        return actor.actor == doer.actor
    if place in parsed.times or (place in parsed.triggers and _is_capture(parsed, place)):
        return True
    if word == ",":
        return place + 1 not in parsed.deeds
    return word in parsed.deed_words.word_sets["passing"]


def is_alleged(parsed: Parsed, sentence: Sentence, doer: Doer, deed: int) -> bool:
    """Does a word such as "alleged" or "presumably" stand before the doer or the deed?"""
    lower = parsed.tokens.lower
    before = lower[max(sentence.first, doer.first - ALLEGED_REACH) : doer.first]
    return parsed.deed_words.any_in(before + lower[max(sentence.first, deed - ALLEGED_REACH) : deed], "alleged")


def is_done(parsed: Parsed, sentence: Sentence, doing: Doing) -> bool:
    """Is the deed told as something that happened, not as planned or feared?"""
    infinitive = doing.place > sentence.first and parsed.tokens.lower[doing.place - 1] == "to"
    return not infinitive and is_told_as_fact(parsed, doing.place, sentence.first)

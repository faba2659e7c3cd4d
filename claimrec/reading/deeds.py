"""What a sentence makes of somebody named in it: the doer of a deed, the accused, one who claims or denies."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from claimrec.reading.acting import acting
from claimrec.reading.doers import Doer, doers_in
from claimrec.reading.doings import DEEDS, SAID, VIOLENT, Doing, is_alleged
from claimrec.reading.mentions import within
from claimrec.reading.parsed import Parsed
from claimrec.reading.phrases import Hit
from claimrec.reading.sentences import Sentence

BY_REACH = 9
"""Tokens from "by" to the doer's name ("by hired assassins in the service of the X")."""
DEED_BEFORE = 14
"""Tokens from a deed to its "by" ("the attack on the house of a senator by X")."""
BLAME_REACH = 8
"""Tokens from "blamed" to whom ("accuses the most radical sectors of the X")."""
BLAME_ON_REACH = 16
"""Tokens from "blamed" to "on" and from "attributed" to "to" ("blamed the murder of the judge on X")."""
NOUN_REACH = 4
"""Tokens behind a doer in which the deed itself stands ("X artillery shelling")."""
NOT_REACH = 3
"""Tokens before "the work of" in which "not" stands."""
SUBJECT_REACH = 3
"""Tokens between an outlet and the "denied" of those it speaks for."""
CLAIM_REACH = 16
"""Tokens from a name to "claiming responsibility" in its sentence ("X today sent leaflets to the media claiming")."""
JOINED_REACH = 6
"""Tokens between two doers of one deed ('the "X" group or the leftist "Y"')."""
JOINS = frozenset({"and", "or"})
JOINED = [[word] for word in sorted(JOINS)]
QUOTES = frozenset("\"'“”‘’")
BLAME = frozenset({"blaming", "guilty"})
PARTICIPLE = "ed"
BREAKS = frozenset({",", ";", ":", ".", "by"})
"""Between "blamed" and a name these show that the name is not whom somebody blames."""


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
    return blamed or _by(parsed, sentence, doer) or acting(parsed, sentence, doer)


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

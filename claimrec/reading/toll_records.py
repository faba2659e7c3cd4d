"""A casualty as the toll of a claim: its victims under their neutral name, its words as printed."""

from __future__ import annotations

from collections.abc import Sequence

from claimrec.reading.doings import Doing
from claimrec.reading.noun_phrases import People, belonging
from claimrec.reading.numerals import behind_hyphen
from claimrec.reading.parsed import Parsed
from claimrec.reading.perpetrators import FIGHTERS, perpetrator_of
from claimrec.reading.persons import is_name_word
from claimrec.reading.sentences import Sentence
from claimrec.reading.sides import own_side
from claimrec.reading.telling import Casualty
from claimrec.records.claim import Toll

SHORTEST_NOUN = 4
"""Letters of a noun for somebody; shorter words in small letters stand in names ("al", "bin")."""

HEADLESS = ("determiner", "before_group", "more", "adverbs", "be", "staying")
"""Lists of words behind a number alone that stand for none of its people: "five critically injured"."""


def victims_of(parsed: Parsed, sentence: Sentence, casualty: Casualty, doings: Sequence[Doing]) -> str | None:
    """The neutral name of those counted: their organisation if they fight for one, else the kind of people.

    "Soldiers" without a name are those of the one state whose forces the article names, the doer's own left out; "men
    from X" fight for it where it is no state.
    """
    people = casualty.people
    if people is None:
        return None
    if people.actor is not None and (people.combatant or people.group in (None, "people", "members")):
        return people.actor
    if people.actor is not None and people.group == "men" and _is_fought_for(parsed, people.actor):
        return people.actor
    if people.kind is not None and parsed.deed_words.is_in(parsed.tokens.lower[people.end - 1], "one_of_members"):
        actor, _ = belonging(parsed, people.end, sentence, None)
        if actor is not None:
            return actor  # "a senior member of X"
    if people.combatant and people.group == "military personnel":
        doing = perpetrator_of(parsed, sentence, casualty, doings, None)
        states = parsed.states - {doing.doer.actor if doing else ""}
        return next(iter(states)) if len(states) == 1 else people.group
    if people.group == FIGHTERS and people.actor is None:
        return _struck(parsed, sentence, casualty) or people.group
    return people.group


def _struck(parsed: Parsed, sentence: Sentence, casualty: Casualty) -> str | None:
    """As in "air strikes against X killed 20 militants": the group whose fighters they were."""
    for mention in parsed.actors.between(sentence.first, casualty.trigger.first):
        place = mention.first - 1
        while place > sentence.first and "article" in parsed.lists[place]:
            place -= 1
        aimed = place > sentence.first and parsed.deed_words.is_in(parsed.tokens.lower[place], "aimed_at")
        event = parsed.events.last_before(place) if aimed else None
        if event is not None and event.end == place and _is_fought_for(parsed, mention.actor):
            return mention.actor
    return None


def _is_fought_for(parsed: Parsed, actor: str) -> bool:
    """Is it a group or a side, which nobody merely comes from?"""
    actors = parsed.lexicon.groups.actors
    return actor in actors and actors[actor].kind in ("group", "side")


def toll_of(
    parsed: Parsed, casualty: Casualty, victims: str | None, voices: tuple[str, ...], part_of: int | None
) -> Toll:
    """The casualty as a toll, part of another of its claim or of none; "its ranks" are those of the last voice."""
    if casualty.effect == "displaced" and victims in (None, "people"):
        victims = "civilians"  # whom war drives from home
    own = own_side(parsed, voices, casualty.first) if casualty.own else None
    return Toll(
        effect=casualty.effect,
        count=casualty.count,
        quote=parsed.quote(casualty.first, casualty.end),
        victims=own or victims,
        victims_words=_victims_words(parsed, casualty),
        hedge=casualty.hedge,
        part_of=part_of,
    )


def _victims_words(parsed: Parsed, casualty: Casualty) -> str | None:
    """The noun phrase without its number, of somebody by name the words for the person alone, and no name.

    A number alone has the noun that stands for its people: "51 dead", "15 deaths".
    """
    people = casualty.people
    if people is not None and people.kind is not None:
        first, end = people.kind if people.kind[0] < people.kind[1] else _described(parsed, people)
        return parsed.words(first, end) if first < end else None
    if people is None or (people.headless and people.actor is None and people.end <= people.first + 1):
        return _nominal(parsed, casualty)
    first = parsed.counts[people.first].end if people.first in parsed.counts else people.first
    fillers = HEADLESS if people.headless else ("determiner", "before_group")
    while first < people.end and parsed.grammar.is_in(parsed.tokens.lower[first], *fillers):
        first += 1
    return parsed.words(first, people.end) if first < people.end else _nominal(parsed, casualty)


def _described(parsed: Parsed, people: People) -> tuple[int, int]:
    """As in "its director Karim Testov", "he": the words before the name, which is kept nowhere, or none."""
    first, end, grammar, lower = people.first, people.end, parsed.grammar, parsed.tokens.lower
    if end == first + 1 and grammar.is_in(lower[first], "one_person", "one_person_object"):
        return first, end
    first = max((n + 1 for n in range(first, end) if "possessive" in parsed.lists[n]), default=first)
    while first < end and "determiner" in parsed.lists[first]:
        first += 1
    last = max((n for n in range(first, end) if _is_noun(parsed, n)), default=first - 1)
    named = (n for n in range(first, last) if is_name_word(parsed, n) and is_name_word(parsed, n + 1))
    end = next(named, last + 1)
    while first < end < people.end and (behind := behind_hyphen(parsed.tokens, end)) > end:
        end = behind + 1  # "a 17-year-old"
    return first, end


def _is_noun(parsed: Parsed, place: int) -> bool:
    """As far as capitals tell: a word in small letters, and not a part of a name such as "al"."""
    return parsed.tokens[place].islower() and len(parsed.tokens[place]) >= SHORTEST_NOUN


def _nominal(parsed: Parsed, casualty: Casualty) -> str | None:
    """As in "51 dead", "15 deaths": the word of harm, where it is a noun for those whom it befell."""
    first, end = casualty.trigger.first, casualty.trigger.end
    inside = casualty.first < first and end <= casualty.end and end == first + 1
    return parsed.words(first, end) if inside and "harmed_ones" in parsed.lists[first] else None

"""One person in a noun phrase, by name or by description: "Karim Testov", "the governor of X", "his barber"."""

from __future__ import annotations

from claimrec.reading.mentions import VictimMention
from claimrec.reading.noun_phrases import ONE, People
from claimrec.reading.parsed import Parsed

PARTICIPLES = ("ed", "ing")
"""Ends of verbs that no list knows: where capitals tell nothing, "and caused damage" is no name."""
SEVERAL = ("s", "men")
"""Ends of words for several people."""
NOT_IN_PHRASES = ("phrase_end", "adverbs", "be", "have", "irreal")
"""Lists of words that no such phrase holds."""
LONGEST = 12
"""Tokens of a phrase that names one person, titles and offices included."""


def phrase_behind(parsed: Parsed, first: int, limit: int) -> int:
    """Where the noun phrase that begins at token `first` ends."""
    end = first
    while end < limit and _is_determiner(parsed, end):
        end += 1
    while end < min(limit, first + LONGEST) and _belongs(parsed, end):
        end += 1
    return end


def phrase_before(parsed: Parsed, end: int, floor: int) -> int:
    """Where the noun phrase that ends before token `end` begins."""
    first = end
    while first > max(floor, end - LONGEST) and _belongs(parsed, first - 1) and not _is_verb(parsed, first - 1):
        first -= 1
    while first > floor and first < end and _is_determiner(parsed, first - 1):
        first -= 1
    return first


def person_in(parsed: Parsed, first: int, end: int, *, harmed: bool) -> People | None:
    """The one person whom tokens `first` to `end` (not included) speak of, or None.

    `harmed` tells that the words beside them say what befalls people alone ("was murdered"): then a noun that the
    lexicon does not know is somebody too.
    """
    word = parsed.tokens.lower[first]
    if end - first == 1 and parsed.grammar.is_in(word, "one_person", "one_person_object", "one_owner"):
        return person_of(first, end, None)
    noun = first
    while noun < end and _is_determiner(parsed, noun):
        noun += 1
    if noun == end or _is_amount(parsed, noun) or _ends_in_no_person(parsed, noun, end):
        return None
    kinds = [mention for mention in parsed.victims.between(noun, end) if not mention.plural]
    kind = kinds[-1] if kinds else None
    before = range(max(0, first - 1), noun)
    determined = any("one_determiner" in parsed.lists[place] for place in before)
    determined = determined or any(parsed.tokens.lower[place] == "'s" for place in range(noun, end - 1))
    determined = determined or (kind is not None and _shares_determiner(parsed, first))
    named = _is_named(parsed, noun, end, kind, harmed=harmed and first == noun, article=first < noun)
    described = determined and (kind is not None or (harmed and not parsed.tokens.lower[end - 1].endswith(SEVERAL)))
    return person_of(first, end, kind) if named or described or is_age(parsed, noun, end) else None


def _shares_determiner(parsed: Parsed, first: int) -> bool:
    """As in "a man and woman": does "and" join the noun at token `first` to another of one person?"""
    if first < 2 or "and_alone" not in parsed.lists[first - 1]:
        return False
    before = parsed.victims.last_before(first - 1)
    return before is not None and before.end == first - 1 and not before.plural


def is_age(parsed: Parsed, first: int, end: int) -> bool:
    """As in "11-year-old", "six-month-old": does an age alone tell of somebody?"""
    words = [word for word in parsed.tokens.lower[max(first, end - 4) : end] if word != "-"]
    return len(words) > 1 and parsed.grammar.is_in(words[-1], "aged") and parsed.grammar.is_in(words[-2], "age_units")


def person_of(first: int, end: int, kind: VictimMention | None) -> People:
    """Somebody at tokens `first` to `end` (not included), of this kind."""
    return People(
        first,
        end,
        ONE,
        "exact",
        counted=False,
        group=kind.group if kind is not None else None,
        combatant=kind is not None and kind.combatant,
        kind=(kind.first, kind.end) if kind is not None else (first, first),
    )


def _is_determiner(parsed: Parsed, place: int) -> bool:
    return "determiner" in parsed.lists[place]


def _belongs(parsed: Parsed, place: int) -> bool:
    """Can the token stand in a phrase that names one person?"""
    word = parsed.tokens.lower[place]
    if word == ".":
        return place == 0 or len(parsed.tokens[place - 1]) == 1 or "abbreviation" in parsed.lists[place - 1]
    if not (word[0].isalnum() or word in ("-", "'s", "'", "’")):
        return False
    if not parsed.lists[place].isdisjoint(NOT_IN_PHRASES):
        return False
    if place in parsed.triggers or place in parsed.counts:
        return False
    time = parsed.times.last_before(place + 1)
    return time is None or time.end <= place


def _is_amount(parsed: Parsed, place: int) -> bool:
    """As in "20 years old", but not "20-year-old Karim"."""
    following = parsed.tokens.lower[place + 1] if place + 1 < len(parsed.tokens) else ""
    aged = following == "-" or parsed.grammar.is_in(following, "one_age_unit")
    return parsed.tokens[place].isdigit() and not aged


def _is_verb(parsed: Parsed, place: int) -> bool:
    """Where capitals tell names: does it end as a verb does ("condemned Karim Testov's murder")?"""
    return not parsed.shouted and parsed.tokens[place].endswith(PARTICIPLES)


def _ends_in_no_person(parsed: Parsed, first: int, end: int) -> bool:
    """Is the last word one for several people, for a group, a place, a thing or a deed?"""
    word = parsed.tokens.lower[end - 1]
    if not word[0].isalpha() or parsed.grammar.is_in(word, "not_people", "group_noun", "nobody_in_person"):
        return True
    victims = parsed.victims.last_before(end)
    if victims is not None and victims.end == end and victims.plural:
        return True
    actor, place = parsed.actors.last_before(end), parsed.places.last_before(end)
    if actor is not None and actor.end == end:
        return True
    if place is not None and place.end == end and place.first <= first:
        return True
    source = parsed.sources.last_before(end)  # "12 killed Harbour Wire" is who wrote it
    if source is not None and source.end == end:
        return True
    event = parsed.events.last_before(end)
    return event is not None and event.end == end


def _is_named(parsed: Parsed, first: int, end: int, kind: VictimMention | None, *, harmed: bool, article: bool) -> bool:
    """Does the phrase end in a name? Behind an article it needs a word for somebody: "the Democratic Union" is none."""
    named = end
    while named > first and is_name_word(parsed, named - 1):
        named -= 1
    words = sum(parsed.tokens[place][0].isalpha() for place in range(named, end))
    if not words:
        return False
    titled = kind is not None or any("titles" in parsed.lists[place] for place in range(first, end))
    if article and named == first and not titled:
        return False
    if not parsed.shouted:
        return True
    verb = parsed.tokens.lower[named].endswith(PARTICIPLES) and not harmed
    return titled or ((words > 1 or harmed) and not verb)


def is_name_word(parsed: Parsed, place: int) -> bool:
    """As far as capitals tell; where they tell nothing, is it a word that no list knows?"""
    word = parsed.tokens[place]
    if not parsed.shouted:
        return word[0].isupper() or (word in ("-", ".") and place > 0)
    known = place in parsed.victims or place in parsed.events or place in parsed.actors
    known = known or "titles" in parsed.lists[place] or place in parsed.deeds  # "and set fire to it"
    return not known and (word.isalpha() or word in ("-", "."))

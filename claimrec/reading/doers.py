"""Who might have done a deed: named actors, the forces of the country spoken of, and those whom nobody names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from claimrec.reading.mentions import within
from claimrec.reading.numerals import is_close
from claimrec.reading.parsed import Parsed
from claimrec.reading.phrases import Hit
from claimrec.reading.sentences import Sentence

HELD_REACH = 4
"""Tokens before an actor in which "held by" stands ("held by the rebel group X")."""
NAME_WORDS = 5
"""Words before the noun of an organisation that can belong to its name."""
NAME_REACH = 4
"""Tokens behind "guerrillas of" in which the name of their group begins ("of the leftist X")."""

SERVING_REACH = 7
"""Tokens behind "assassins" in which those stand who pay them ("in the service of the X")."""
QUOTES = frozenset('"“”')

THAT_REACH = 6
"""Tokens behind "said" in which "that" stands ("said in a statement on Monday that it")."""
UNNAMED = frozenset({"forces", "insurgents", "unnamed"})
"""Lists of `deeds.toml` of those who act without a name."""


class Doer(NamedTuple):
    """Tokens `first` to `end` (not included) that speak of somebody who acts; `actor` only where it is known who."""

    first: int
    end: int
    actor: str | None


def doers_in(parsed: Parsed, sentence: Sentence, deeds: Sequence[Hit[frozenset[str]]]) -> list[Doer]:
    """Everybody in the sentence with these words of deeds who might have done something, left to right.

    "Guerrillas of X" and "X guerrillas" are X; "the army" is that of the state spoken of, "the guerrillas" are those of
    the one armed group that the text names.
    """
    actors = parsed.actors.between(sentence.first, sentence.end)
    named = [Doer(m.first, m.end, m.actor) for m in actors if not is_held_by(parsed, m.first, m.end, sentence)]
    unnamed = [hit for hit in deeds if not hit.meaning.isdisjoint(UNNAMED) or _is_own(parsed, hit)]
    named += [Doer(place, place + 1, None) for place in _speaking_of_themselves(parsed, sentence)]
    organisations = within(parsed.organisations, sentence.first, sentence.end)
    if not unnamed and not organisations:
        return sorted(named, key=attrgetter("first"))
    taken = {place for doer in actors for place in range(doer.first, doer.end)}
    unlisted = list(_unlisted(parsed, sentence, organisations, taken))
    taken |= {place for doer in unlisted for place in range(doer.first, doer.end)}
    others = [
        Doer(hit.first, hit.end, _meant(parsed, hit.meaning))
        for hit in unnamed
        if taken.isdisjoint(range(hit.first, hit.end)) and not _is_no_doer(parsed, hit.first, hit.end, taken)
    ]
    return sorted([*named, *unlisted, *others], key=attrgetter("first"))


def _speaking_of_themselves(parsed: Parsed, sentence: Sentence) -> Iterator[int]:
    """The pronouns of "said it had struck", "said that they attacked", "said in a statement that it was behind"."""
    lower = parsed.tokens.lower
    for verb in within(parsed.saying.verbs, sentence.first, sentence.end - 2):
        if lower[verb] not in parsed.speech.word_sets["surely_said"]:
            continue
        place = verb + 1
        if parsed.speech.is_in(lower[place], "before_place"):
            place = next(
                (n for n in range(place, min(place + THAT_REACH, sentence.end - 2)) if lower[n] == "that"), place
            )
        place += lower[place] == "that"
        if parsed.deed_words.is_in(lower[place], "oneself"):
            yield place


def _is_own(parsed: Parsed, hit: Hit[frozenset[str]]) -> bool:
    """As in "its fighters": the ranks of whoever speaks."""
    return "ranks" in hit.meaning and hit.first > 0 and "own" in parsed.lists[hit.first - 1]


def _meant(parsed: Parsed, meaning: frozenset[str]) -> str | None:
    """Whom "the army" and "the guerrillas" mean in this text."""
    if "forces" in meaning:
        return parsed.home_forces
    return parsed.only_group if "insurgents" in meaning else None


def _unlisted(parsed: Parsed, sentence: Sentence, organisations: Sequence[int], taken: set[int]) -> Iterator[Doer]:
    """Organisations that no pack knows, by their own words: "the Zenta Liberation Group", in small letters no name."""
    for place in organisations:
        if place in taken:
            continue
        opening = _opening(parsed, sentence, place)
        first = place if opening is None else opening + 1
        while opening is None and first > max(sentence.first, place - NAME_WORDS) and _names(parsed, first - 1, taken):
            first -= 1
        while parsed.deed_words.is_in(parsed.tokens.lower[first], "introducing"):
            first += 1
        named = [n for n in range(first, place) if not parsed.deed_words.is_in(parsed.tokens.lower[n], "unnaming")]
        end = _behind_of(parsed, place) if first < place and parsed.tokens[place][0].isupper() else place + 1
        if opening is not None and parsed.tokens[place - 1] in QUOTES:
            end = place - 1
        if end > place + 1 or any(parsed.tokens[n][0].isupper() or parsed.tokens[n].isdecimal() for n in named):
            yield Doer(first, end, " ".join(parsed.words(first, end).split()))


def _opening(parsed: Parsed, sentence: Sentence, place: int) -> int | None:
    """As in 'a self-styled "Zenta Freedom" group', 'the "Freedom for Zenta Squad"': where a quoted name opens."""
    closing = place - 1 if parsed.tokens[place - 1] in QUOTES else place + 1
    if closing >= sentence.end or parsed.tokens[closing] not in QUOTES:
        return None
    floor = max(sentence.first, closing - NAME_WORDS - 2)
    return next((n for n in range(min(place, closing) - 2, floor - 1, -1) if parsed.tokens[n] in QUOTES), None)


def _behind_of(parsed: Parsed, place: int) -> int:
    """As in "the Communist Party of X": where the name ends whose noun is at token `place`."""
    country = parsed.places.get(place + 2)
    if country is None or parsed.tokens.lower[place + 1] != "of" or country.kind != "country":
        return place + 1
    return country.end


def _names(parsed: Parsed, place: int, taken: set[int]) -> bool:
    """Can the word before an organisation's noun be a part of its name?"""
    word = parsed.tokens.lower[place]
    if place in taken or place in parsed.places or place in parsed.triggers or place in parsed.deeds:
        return False
    ends = parsed.grammar.is_in(word, "phrase_end", "determiner", "be", "have", "adverbs", "by")
    return not ends and (parsed.tokens[place][0].isupper() or word == "-" or _is_in_ordinal(parsed, place))


def _is_in_ordinal(parsed: Parsed, place: int) -> bool:
    """Is the token one of the two of "6th" in "the 6th Infantry Brigade"?"""
    tokens = parsed.tokens
    if tokens[place].isdecimal():
        return is_close(tokens, place + 1) and tokens[place + 1].isalpha()
    return is_close(tokens, place) and tokens[place - 1].isdecimal()


def _is_no_doer(parsed: Parsed, first: int, end: int, named: set[int]) -> bool:
    """As in "X guerrillas", "the X [its name in full] guerrillas", "guerrillas of the leftist X", "army uniforms"."""
    before = first - 1
    if before >= 0 and parsed.tokens[before] in ")]":
        before -= 1
    if before in named:
        return True
    behind = parsed.tokens.lower[end] if end < len(parsed.tokens) else ""
    if parsed.deed_words.is_in(behind, "belongings"):
        return True
    if not named.isdisjoint(range(end + 1, end + 1 + NAME_REACH)) and parsed.grammar.is_in(behind, "belonging"):
        return True
    payer = next((n for n in range(end + 1, end + SERVING_REACH) if n in named), end)
    return parsed.deed_words.any_in(parsed.tokens.lower[end:payer], "serving")


def is_held_by(parsed: Parsed, first: int, end: int, sentence: Sentence) -> bool:
    """As in "villages held by X", "X-held": does the name only say who holds or backs what is spoken of?"""
    grammar, tokens = parsed.grammar, parsed.tokens
    if end < sentence.end and tokens[end] in "-–":
        return end + 1 < sentence.end and "held" in parsed.lists[end + 1]
    before = tokens.lower[max(sentence.first, first - HELD_REACH) : first]
    return "by" in before[1:] and before[0] != "by" and grammar.is_in(before[before.index("by") - 1], "held")

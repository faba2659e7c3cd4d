"""Who might speak in a sentence: named sources, nouns such as "a police source", "it" and "the group"."""

from __future__ import annotations

from typing import NamedTuple

from claimrec.reading.count_words import count_words
from claimrec.reading.mentions import ActorMention, PlaceMention, within
from claimrec.reading.named_soon import organisation_meant
from claimrec.reading.parsed import Parsed
from claimrec.reading.phrases import Hit
from claimrec.reading.sentences import Sentence
from claimrec.reading.speaker_names import POSSESSIVE, name_behind, names_somebody
from claimrec.reading.speech import Speech

MODIFIERS = 5
"""Tokens before a noun that can belong to it ("a senior local police source")."""
BEFORE_VERB = ("adverbs", "have", "group_noun")
"""Lists of words that can stand between a name and its verb."""
NOT_IN_PHRASES = ("phrase_end", "adverbs", "be", "have")
"""Lists of words that no noun phrase holds."""
HOME_REACH = 4
"""Tokens between a speaker and the place that the speaker is in ("a source at the hospital in X")."""


class Speaker(NamedTuple):
    """Tokens `first` to `end` (not included) that name somebody who might speak.

    `known` speakers stand in the lexicon; `anaphoric` ones ("it", "the source") and, where the name was said before,
    `definite` ones ("the ministry") are somebody named earlier.
    """

    first: int
    end: int
    name: str
    known: bool = False
    anaphoric: bool = False
    definite: bool = False


def find_speakers(parsed: Parsed, sentence: Sentence, monitor: str | None) -> list[Speaker]:
    """Everybody in the sentence who might speak, left to right; "a monitor" is `monitor` where that is known."""
    speech = parsed.speech
    found: list[Speaker] = []
    past = sentence.first
    for place in within(parsed.speaking, sentence.first, sentence.end):
        if place < past:
            continue
        named = _named(parsed, place, sentence, speech)
        hit = _nouns_of_speaker(parsed, place, sentence) if named is None else None
        if hit is not None and parsed.tokens[hit.end : hit.end + 1] == ["-"] and _is_hyphen(parsed, hit.end):
            continue  # "the army-held town"
        if named is not None:
            if found and _is_called(parsed, found[-1], named):
                found[-1] = named._replace(first=found[-1].first)
            else:
                found.append(named)
            past = named.end
        elif hit is not None:
            floor = found[-1].end if found else sentence.first
            pronoun = parsed.tokens.lower[place] in speech.word_sets["pronouns"]
            whole = place if pronoun else phrase_start(parsed, place, floor)
            first = place if pronoun else _own_start(parsed, whole, place, hit, floor)
            if found and _is_home(parsed, found[-1], whole, speech):
                found[-1] = _at_home(parsed, found[-1], whole, hit.end)
            elif found and _is_apposition(parsed, found[-1], first):
                found[-1] = found[-1]._replace(end=hit.end)
            else:
                found.append(_unnamed(parsed, first, hit, sentence, monitor))
            past = found[-1].end
    return found


def _named(parsed: Parsed, place: int, sentence: Sentence, speech: Speech) -> Speaker | None:
    """The source that is named at token `place`, or the actor, if it says something."""
    source = parsed.sources.get(place)
    if source is not None:
        return Speaker(source.first, source.end, source.source, known=True)
    actor = parsed.actors.get(place)
    if actor is not None and _says(parsed, actor, sentence, speech):
        longer = _longer_name(parsed, actor)
        return Speaker(actor.first, actor.end, longer or actor.actor, known=longer is not None)
    return None


def _longer_name(parsed: Parsed, actor: ActorMention) -> str | None:
    """As in "the Coalition" behind "the National Coalition": the source named before whose name ends in that word."""
    *articles, word = parsed.tokens.lower[actor.first : actor.end]
    if not all(parsed.grammar.is_in(one, "article") for one in articles):
        return None
    before = (one for one in parsed.sources.values() if one.end <= actor.first and one.end - one.first > 1)
    return next((one.source for one in before if parsed.tokens.lower[one.end - 1] == word), None)


def _says(parsed: Parsed, actor: ActorMention, sentence: Sentence, speech: Speech) -> bool:
    """Does a verb of saying or of claiming stand right behind the actor's name?"""
    end = actor.end
    while end < sentence.end and not parsed.lists[end].isdisjoint(BEFORE_VERB):
        end += 1
    verb = parsed.tokens.lower[end] if end < sentence.end else ""
    return verb in speech.word_sets["verbs"] or verb in speech.word_sets["remarking"]


def _nouns_of_speaker(parsed: Parsed, place: int, sentence: Sentence) -> Hit[str] | None:
    """The last of the nouns that name a speaker together ("police source", "rescue workers")."""
    speech, nouns = parsed.speech, parsed.saying.nouns
    hit = nouns.get(place)
    while hit is not None and hit.end < sentence.end and (further := nouns.get(hit.end)) is not None:
        if hit.end in parsed.sources or speech.is_in(parsed.tokens.lower[hit.end], "pronouns"):
            break
        if speech.is_in(hit.meaning, "persons"):
            break
        hit = further
    return hit


def _is_called(parsed: Parsed, general: Speaker, name: Speaker) -> bool:
    """As in "official television station X", "the local activist group X": a general word, then the name."""
    between = range(general.end, name.first)
    plain = parsed.tokens[general.end - 1].islower()
    nouns = all(n in parsed.saying.nouns or parsed.tokens.lower[n] in ("station", "group") for n in between)
    return plain and name.known and len(between) <= 1 and nouns


def _is_apposition(parsed: Parsed, speaker: Speaker, first: int) -> bool:
    """As in "SANA news agency", "the group's military wing", but not "in a statement to SANA a source said"."""
    before = parsed.tokens.lower[speaker.first - 1] if speaker.first else ""
    noun = parsed.saying.nouns.get(first)
    if before in ("to", "with") and not (noun is not None and parsed.speech.is_in(noun.meaning, "named_behind")):
        return False
    source = parsed.sources.last_before(first)
    bare = source is not None and source.end == first  # of "SANA's reporter local sources" the last are others
    return first == speaker.end and ((speaker.known and bare) or parsed.tokens.lower[first] == POSSESSIVE)


def _at_home(parsed: Parsed, speaker: Speaker, first: int, end: int) -> Speaker:
    """The speaker with the name of its house: "a source at the Harbour Police", not "at the hospital"."""
    if not any(word[0].isupper() for word in parsed.tokens[first:end]):
        return speaker._replace(end=end)
    return speaker._replace(end=end, name=without_article(parsed, parsed.words(speaker.first, end)))


def _is_home(parsed: Parsed, speaker: Speaker, first: int, speech: Speech) -> bool:
    """As in "a doctor at the hospital": where a speaker is at home does not speak."""
    between = " ".join(parsed.tokens.lower[speaker.end : first])
    return not speaker.known and speech.is_in(between, "at_home")


def _unnamed(parsed: Parsed, first: int, hit: Hit[str], sentence: Sentence, monitor: str | None) -> Speaker:
    lists, end, noun = parsed.speech.word_sets, hit.end, hit.meaning
    if noun in lists["named_behind"] and not parsed.shouted:
        named = name_behind(parsed, sentence.end, end)
        if _is_own_name(parsed, *named):
            return Speaker(first, named[1], parsed.words(*named))
    words = parsed.words(first, end)
    plain = " ".join(parsed.tokens.lower[first:end])
    if plain in lists["anaphoric"]:
        return Speaker(first, end, words, anaphoric=True)
    if noun in lists["monitoring"]:
        return Speaker(first, end, monitor or without_article(parsed, words))
    meant = organisation_meant(parsed, first, end)
    if meant is not None:
        return Speaker(first, end, meant)
    return Speaker(first, end, without_article(parsed, words), definite=plain.startswith("the "))


def _is_own_name(parsed: Parsed, first: int, end: int) -> bool:
    """As in "the activist group Harbour Eye", and not in "the group Monday", "a newspaper Aden"?"""
    place = parsed.places.get(first)
    named = end > first and parsed.tokens[end - 1][0].isupper() and names_somebody(parsed, first, end)
    ordinary = parsed.speech.is_in(parsed.tokens.lower[first], "no_names") if named else True
    return not ordinary and (place is None or place.end < end)


def without_article(parsed: Parsed, words: str) -> str:
    """The speaker's words without an article, which says nothing about who it is."""
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in parsed.grammar.word_sets["article"] else words


def phrase_start(parsed: Parsed, place: int, floor: int) -> int:
    """Where the noun phrase that ends at `place` begins: adjectives and names before it belong to it."""
    first, numbers, never = place, count_words(parsed.lexicon).single, parsed.speech.word_sets["no_modifiers"]
    while first > max(floor, place - MODIFIERS):
        word, lists = parsed.tokens.lower[first - 1], parsed.lists[first - 1]
        if "determiner" in lists:
            return first - 1
        if not word.isalpha() and word != "'s" and not (word == "-" and _is_hyphen(parsed, first - 1)):
            break
        if word in numbers or not lists.isdisjoint(NOT_IN_PHRASES):
            break
        if (first - 1) in parsed.triggers or is_deed(parsed, first - 1) or word in never:
            break
        first -= 1
    return first - 1 if parsed.tokens[first] == "-" and first > floor else first


def _is_hyphen(parsed: Parsed, place: int) -> bool:
    """Is the sign inside a word, and no dash between two?"""
    return parsed.tokens.ends[place - 1] == parsed.tokens.starts[place] if place else False


def _own_start(parsed: Parsed, first: int, place: int, hit: Hit[str], floor: int) -> int:
    """The same without a place that ends another phrase: "hit a city activists said", "in Homs rebels said"."""
    several = parsed.tokens.lower[hit.end - 1].endswith("s")
    if several and first < place and "one_article" in parsed.lists[first]:
        return place
    home = parsed.places.last_before(first + 1)
    if home is not None and first < home.end <= place and home.first > floor:
        before = parsed.tokens.lower[home.first - 1]
        inside = home.first < first or parsed.speech.is_in(before, "before_place")
        return home.end if inside else first
    return first


def is_deed(parsed: Parsed, place: int) -> bool:
    """As "hits" in "18 dead as air raid hits school NGO": a verb of violence, which is in no speaker's name."""
    hit = parsed.deeds.get(place)
    return hit is not None and "verbs" in hit.meaning


def is_home_of_speaker(parsed: Parsed, mention: PlaceMention, clause: Sentence) -> bool:
    """As in "a source in X", "X accused", "the governor of X": does the place only say who speaks, or whence?"""
    speech = parsed.speech
    before = parsed.tokens.lower[max(clause.first, mention.first - HOME_REACH) : mention.first]
    whence = speech.any_in(before, "whence")
    from_there = whence and speech.any_in(before, "speaking")
    behind = parsed.tokens.lower[mention.end] if mention.end < clause.end else ""
    if behind in speech.word_sets["governing"] or ("of" in before and speech.any_in(before, "governing")):
        return True
    return from_there or (behind in speech.word_sets["verbs"] and behind not in speech.word_sets["nouns_too"])


def is_speaker(parsed: Parsed, place: int) -> bool:
    """Does a name or noun of a speaker end with token `place`?"""
    if place < 0:
        return False
    source = parsed.sources.last_before(place + 1)
    named = source is not None and place < source.end
    return named or parsed.tokens.lower[place] in parsed.speech.word_sets["unnamed"]

"""How a doer is named: in which words, and as a fact, an accusation, a claim, a denial or a mere possibility."""

from __future__ import annotations

from claimrec.reading.doers import Doer
from claimrec.reading.doings import Doing, Manner
from claimrec.reading.numerals import is_close
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.sides import speaking, speaks_for
from claimrec.records.claim import Perpetrator, Stance

STANCES: dict[Manner, Stance] = {"accused": "accused", "claimed": "claimed", "denied": "denied", "mishap": "denied"}
"""The ways to name a doer that stand for themselves, whoever tells of the deed."""
MODIFIERS = 5
"""Tokens before a noun of doers that can say more of them ("Islamic State-linked insurgents")."""
HYPHENS = ("-", "–")
STANCE_REACH = 20
"""Tokens around a casualty in which "suspected" or "denied" says how its doer is named."""


def stance_of(parsed: Parsed, sentence: Sentence, doing: Doing, voices: tuple[str, ...], place: int) -> Stance:
    """How the doer is named: by the publisher itself, by a cited voice, by the doer, as denied, as merely possible."""
    stances = parsed.stances.between(sentence.first, sentence.end)
    near = [hit for hit in stances if abs(hit.first - place) <= STANCE_REACH]
    lists = {hit.meaning for hit in near if ";" not in parsed.tokens[min(hit.first, place) : max(hit.first, place)]}
    actor = doing.doer.actor
    speakers = speaking(parsed, voices) if actor is not None else ()
    own = bool(speakers) and actor is not None and speaks_for(parsed, speakers[-1], actor)
    if doing.manner in STANCES:
        oneself = own and parsed.deed_words.is_in(parsed.tokens.lower[doing.doer.first], "oneself")
        return "claimed" if oneself and doing.manner == "accused" else STANCES[doing.manner]
    if "denied" in lists:
        return "denied"
    if "possible" in lists:
        return "possible"
    if own:
        return "claimed"
    return "accused" if voices or doing.alleged else "reported"


def speaks_of_the_deed(parsed: Parsed, sentence: Sentence) -> bool:
    """As in "denied any involvement": is a deed told before denied or claimed without its name?"""
    if any(hit.meaning == "deed" for hit in parsed.stances.between(sentence.first, sentence.end)):
        return True
    return parsed.deed_words.any_in(parsed.tokens.lower[sentence.first : sentence.end], "putting_blame")


def named(doer: Doer, parsed: Parsed, stance: Stance) -> Perpetrator:
    """The perpetrator with the words as printed, of unnamed doers with those before the noun ("Islamist militants")."""
    first = doer.first
    if doer.actor is None and not parsed.deed_words.is_in(parsed.tokens.lower[first], "oneself"):
        least = max(0, first - MODIFIERS)
        while first > least and _modifies(parsed, first - 1):
            first -= 1
        while first < doer.first and parsed.tokens[first] in HYPHENS:
            first = min(first + 2, doer.first)  # of "state-backed hard-line rebels" no half of a compound
    return Perpetrator(doer.actor, parsed.words(first, doer.end), stance)


def _modifies(parsed: Parsed, place: int) -> bool:
    """Can the token be a word before the noun of doers: "separatist", a name, "-linked"?"""
    word = parsed.tokens.lower[place]
    if word in HYPHENS:
        return is_close(parsed.tokens, place) and is_close(parsed.tokens, place + 1)
    if not word.isalnum() or place in parsed.triggers or parsed.deed_words.is_in(word, "alleged"):
        return False
    beside = (n for n in (place, place + 1) if is_close(parsed.tokens, n))
    hyphened = any(parsed.tokens[n] in HYPHENS or parsed.tokens[n - 1] in HYPHENS for n in beside)
    named = parsed.tokens[place][0].isupper() and not parsed.shouted and not parsed.speech.is_in(word, "no_names")
    return named or hyphened or parsed.deed_words.is_in(word, "unnaming")

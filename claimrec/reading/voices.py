"""Who says it: the chain from the publisher through those it quotes to the origin (METHOD 11)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from claimrec.reading.mentions import within
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.speakers import (
    Speaker,
    find_speakers,
    monitor_of,
    resolved,
    speaker_in_capitals,
    speaker_named_behind,
)

SUBJECT_REACH = 9
"""Tokens between a speaker and the verb of saying ("the group, which monitors the war from Britain, said")."""
ASIDE_REACH = 20
"""The same with an aside between ("the group, a monitor of the war that is based in Britain and ..., said")."""
FARTHEST = 24
"""Tokens from a verb of saying beyond which nobody is looked for."""
CUE_REACH = 8
"""Tokens between "according to" and the speaker ("citing a statement from the Istanbul-based ... Commission")."""
NAME_REACH = 14
"""Tokens behind "said" in which the speaker's organisation is named ("said A. B., director of the ... Observatory")."""
AT_ONCE = 2
"""Tokens behind "said" in which the speaker follows at once ("said a source", "said the same source")."""
HEARER_REACH = 3
"""Tokens behind "told" in which the outlet stands that was told ("told the state agency X")."""
TITLE_REACH = 3
"""Tokens between an organisation and the one who speaks for it ("X's deputy director said")."""
ISSUED_REACH = 3
"""Tokens between "issued" and "statement"."""
POST_REACH = 4
"""Tokens between a speaker behind the verb and the organisation ("said the director of the X")."""
CLOSING_SIGNS = ',"”'
"""Before "said a source", as a quotation ends."""
QUOTATION = '"“”'
SENTENCE_SIGNS = '.!?"”'
"""A line that ends in none of these is a headline."""


class Attribution(NamedTuple):
    """One act of saying: the verb's token, and the voices behind the publisher, origin last.

    An `onward` one says nothing of what stands before it: "the attack killed two, and X accused Y of it".
    """

    verb: int
    voices: tuple[str, ...]
    onward: bool = False


def find_voices(parsed: Parsed) -> dict[int, list[Attribution]]:
    """The attributions of each sentence, by its first token; later sentences resolve "it" and "the source".

    A quotation that runs over several sentences has one speaker throughout.
    """
    monitor = monitor_of(parsed)
    last: tuple[str, ...] = ()
    found: dict[int, list[Attribution]] = {}
    for sentence in parsed.sentences:
        here = _attributions(parsed, sentence, last, monitor)
        if here:
            last = here[-1].voices
        found[sentence.first] = here
    quotations = {
        behind.quoted: found[before.first][-1].voices  # as in: he said: "One. Two."
        for before, behind in pairwise(parsed.sentences)
        if behind.quoted != before.quoted and found[before.first]
    }
    quotations |= {s.quoted: found[s.first][0].voices for s in reversed(parsed.sentences) if found[s.first]}
    for sentence in parsed.sentences:
        if sentence.quoted in quotations and sentence.quoted and not found[sentence.first]:
            found[sentence.first] = [Attribution(sentence.first, quotations[sentence.quoted])]
    return found


def voices_of(attributions: Sequence[Attribution], place: int) -> tuple[str, ...]:
    """Who says what stands at token `place`: the last to speak up before it, else the first to be named after it.

    >>> voices_of([Attribution(3, ("Agency A",)), Attribution(9, ("a witness",))], 5)
    ('Agency A',)
    """
    for attribution in reversed(attributions):
        if attribution.verb <= place:
            return attribution.voices
    return next((attribution.voices for attribution in attributions if not attribution.onward), ())


def _attributions(parsed: Parsed, sentence: Sentence, last: tuple[str, ...], monitor: str | None) -> list[Attribution]:
    tokens, speech = parsed.tokens, parsed.speech
    cues = parsed.saying.cues.between(sentence.first, sentence.end)
    covered = {n for cue in cues for n in range(cue.first, cue.end)}
    verbs = within(parsed.saying.verbs, sentence.first, sentence.end)
    if not verbs and not cues:
        return _behind_headline(parsed, sentence, monitor)
    speakers = find_speakers(parsed, sentence, monitor)
    found: list[Attribution] = []
    for verb in verbs:
        if verb in covered or _claims_a_deed(parsed, verb):
            continue
        if found and speech.is_in(tokens.lower[verb], "going_on"):
            found.append(Attribution(verb, found[-1].voices))  # "..., adding that"
            continue
        voices = _said(parsed, sentence, verb, speakers, found[-1].voices if found else last)
        if voices:
            found.append(Attribution(verb, voices, speech.is_in(tokens.lower[verb], "onward")))
    for cue in cues:
        near = [s for s in speakers if cue.end <= s.first <= cue.end + CUE_REACH]
        speaker = next((s for s in near if s.known), near[0] if near else None)
        if speaker is not None:
            origin = Attribution(cue.first, resolved(parsed, speaker, last))
            found = _quoted_through(found, origin) if speech.is_in(cue.meaning, "quoting") else [*found, origin]
    return sorted(dict.fromkeys(found), key=lambda attribution: attribution.verb)


def _claims_a_deed(parsed: Parsed, verb: int) -> bool:
    """As in "X claimed responsibility", which says who did it and nothing else."""
    stance = parsed.stances.get(verb)
    return stance is not None and stance.meaning == "claimed"


def _behind_headline(parsed: Parsed, sentence: Sentence, monitor: str | None) -> list[Attribution]:
    """As in "18 killed in air raid: monitor": who says it stands last, without a verb or a full stop."""
    if parsed.tokens[sentence.end - 1] in SENTENCE_SIGNS:
        return []
    speakers = find_speakers(parsed, sentence, monitor)
    if not speakers or speakers[-1].end != sentence.end:
        return []
    last = speakers[-1]
    behind_sign = last.first > sentence.first and parsed.tokens[last.first - 1] in ":-–—"
    return [Attribution(sentence.first, (last.name,))] if behind_sign or last.known else []


def _quoted_through(found: list[Attribution], origin: Attribution) -> list[Attribution]:
    """As in "X reported ..., citing Y": Y is the origin and X hands it on."""
    through = [attribution for attribution in found if attribution.verb < origin.verb]
    if not through:
        return [*found, origin]
    nearest = through[-1]
    joined = Attribution(nearest.verb, _chain(nearest.voices, origin.voices))
    return [joined if attribution is nearest else attribution for attribution in found]


def _said(
    parsed: Parsed, sentence: Sentence, verb: int, speakers: Sequence[Speaker], last: tuple[str, ...]
) -> tuple[str, ...]:
    """The voices of one verb of saying, or () where nobody is found to speak."""
    speech, word = parsed.speech, parsed.tokens.lower[verb]
    near = [s for s in speakers if verb - FARTHEST <= s.end and s.first <= verb + FARTHEST]
    right = [s for s in near if s.first > verb]
    subject = _subject(parsed, sentence, verb, near, right)
    if subject is None or _is_impersonal(parsed, subject, verb):
        return ()
    voices = resolved(parsed, subject, last)
    hearer = next((s for s in right if s.first - verb <= HEARER_REACH and s.known), None)
    if speech.is_in(word, "told") and hearer is not None and hearer is not subject:
        return _chain((hearer.name,), voices)
    quoted = next((s for s in right if s.first - verb <= SUBJECT_REACH), None)
    if speech.is_in(word, "quoting") and quoted is not None:
        return _chain(voices, resolved(parsed, quoted, last))
    return voices


def _subject(
    parsed: Parsed, sentence: Sentence, verb: int, near: Sequence[Speaker], right: Sequence[Speaker]
) -> Speaker | None:
    """The speaker before the verb, the organisation before a post ("X's director"), or the speaker behind the verb."""
    left = [s for s in near if s.end <= verb and _is_before(parsed, s.end, verb) and not _in_aside(parsed, s, near)]
    subject = max(left, key=lambda s: (s.end, s.known), default=None)
    if subject is not None and not subject.known and not subject.anaphoric:
        named = [s for s in left if s.known and subject.first - s.end <= TITLE_REACH]
        subject = named[-1] if named else _first_of_two(parsed, subject, near)
    if subject is None and parsed.tokens.lower[verb - 1] == "and":
        subject = next((s for s in near if s.first <= sentence.first + 1 and s.end < verb), None)
    if subject is not None and parsed.speech.is_in(parsed.tokens.lower[subject.end - 1], "statements"):
        subject = _who_issued(parsed, sentence, subject, near) or subject
    person = speaker_in_capitals(parsed, sentence, verb) if subject is None or not subject.known else None
    if person is not None and (subject is None or not subject.first < person.end <= subject.end):
        subject = person
    if subject is None or parsed.tokens[verb - 1] in CLOSING_SIGNS:
        return _inverted(parsed, sentence, verb, right) or subject
    return subject


def _is_impersonal(parsed: Parsed, subject: Speaker, verb: int) -> bool:
    """As in "it is claimed that", "it was reported": nobody says so."""
    lower, grammar = parsed.tokens.lower, parsed.grammar
    return parsed.speech.is_in(lower[subject.first], "impersonal") and grammar.is_in(lower[verb - 1], "be")


def _who_issued(parsed: Parsed, sentence: Sentence, statement: Speaker, near: Sequence[Speaker]) -> Speaker | None:
    """As in "X issued a statement saying", "X released a report on Tuesday announcing": who did."""
    for place in range(statement.first - 1, max(sentence.first, statement.first - ISSUED_REACH) - 1, -1):
        if parsed.speech.is_in(parsed.tokens.lower[place], "issuing"):
            before = next((s for s in reversed(near) if s.end <= place), None)
            return before if before and before.known else speaker_in_capitals(parsed, sentence, place) or before
    return None


def _first_of_two(parsed: Parsed, speaker: Speaker, near: Sequence[Speaker]) -> Speaker:
    """As in "a monitor and rebels said": the one named first."""
    before = [s for s in near if s.end <= speaker.first and not s.anaphoric]
    between = parsed.tokens.lower[before[-1].end : speaker.first] if before else []
    return before[-1] if between == ["and"] else speaker


def _in_aside(parsed: Parsed, speaker: Speaker, speakers: Sequence[Speaker]) -> bool:
    """As in "the group, which supports the opposition through a network, said": neither of the two speaks."""
    before = [s for s in speakers if s.end <= speaker.first]
    words = parsed.tokens.lower[before[0].end : speaker.first] if before else []
    that = any(parsed.speech.is_in(parsed.tokens.lower[s.end], "that") for s in before)
    return that or parsed.grammar.any_in(words, "relative")


def _is_before(parsed: Parsed, end: int, verb: int) -> bool:
    """Do only an auxiliary, adverbs or a short aside stand between speaker and verb?"""
    words = parsed.tokens.lower[end:verb]
    if sum(word in QUOTATION for word in words) % 2:
        return False  # as in '"..., X," Y said': the one speaks, the other is spoken of
    first = next((word for word in words if not parsed.grammar.is_in(word, "adverbs", "be", "have")), None)
    if first is None:
        return True
    aside = parsed.grammar.is_in(first, "aside", "relative") or parsed.speech.is_in(first, "that")
    if aside or parsed.tokens[end][0].isupper():
        return len(words) <= ASIDE_REACH
    return len(words) <= SUBJECT_REACH and parsed.speech.is_in(first, "behind_speaker")


def _inverted(parsed: Parsed, sentence: Sentence, verb: int, right: Sequence[Speaker]) -> Speaker | None:
    """As in "said a source", "said A. B., director of the Observatory": the speaker behind the verb."""
    tokens = parsed.tokens
    if not parsed.speech.is_in(tokens.lower[verb], "inverted"):
        return None
    person = speaker_named_behind(parsed, sentence, verb)
    nearest = next((s for s in right if not parsed.speech.is_in(s.name.lower(), "pronouns")), None)
    if nearest is None:
        return person
    if nearest.first - verb <= AT_ONCE:
        named = next((s for s in right if s.known and s.first - nearest.end <= POST_REACH), None)
        return named if named is not None and not nearest.anaphoric else nearest
    if tokens[verb + 1][0].isupper():
        return next((s for s in right if s.first - verb <= NAME_REACH and s.known), person or nearest)
    return None


def _chain(through: tuple[str, ...], voices: tuple[str, ...]) -> tuple[str, ...]:
    """Intermediaries, then those they quote, each name once."""
    return tuple(dict.fromkeys([*through, *voices]))

"""The subject of one verb of saying: the speaker before it, or behind it in "said a source"."""

from __future__ import annotations

from collections.abc import Sequence

from claimrec.reading.asides import head_of_subject, speaker_with_aside
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.speaker_names import POSSESSIVE, end_of_subject
from claimrec.reading.speakers import Speaker
from claimrec.reading.speaking_phrases import phrase_that_says
from claimrec.reading.unlisted_speakers import speaker_in_capitals, speaker_in_phrase, speaker_named_behind

SUBJECT_REACH = 9
"""Tokens between a speaker and the verb of saying ("the group, which monitors the war from Britain, said")."""
ASIDE_REACH = 20
"""The same with an aside between ("the group, a monitor of the war that is based in Britain and ..., said")."""
NAME_REACH = 14
"""Tokens behind "said" in which the speaker's organisation is named ("said A. B., director of the ... Observatory")."""
AT_ONCE = 2
"""Tokens behind "said" in which the speaker follows at once ("said a source", "said the same source")."""
TITLE_REACH = 3
"""Tokens between an organisation and the one who speaks for it ("X's deputy director said")."""
ISSUED_REACH = 3
"""Tokens between "issued" and "statement"."""
POST_REACH = 4
"""Tokens between a speaker behind the verb and the organisation ("said the director of the X")."""
CLOSING_SIGNS = ',"”'
"""Before "said a source", as a quotation ends."""
QUOTATION = '"“”'


def subject_of(
    parsed: Parsed, sentence: Sentence, verb: int, near: Sequence[Speaker], right: Sequence[Speaker]
) -> Speaker | None:
    """The speaker before the verb, the organisation before a post ("X's director"), or the speaker behind the verb."""
    if _is_said_of_somebody(parsed, sentence, verb):
        return None
    apart = speaker_with_aside(parsed, sentence, verb, near)
    if apart is not None:
        return apart
    before = [s for s in near if s.end <= verb and _is_before(parsed, s.end, verb)]
    left = [s for s in before if _is_own_clause(parsed, s, verb) or not _in_aside(parsed, s, near)]
    subject = max(left, key=lambda s: (s.end, s.known), default=None)
    if subject is not None and not subject.known and not subject.anaphoric:
        named = [s for s in left if s.known and subject.first - s.end <= TITLE_REACH]
        subject = named[-1] if named else _first_of_two(parsed, subject, near)
    if subject is None and _goes_back(parsed, verb):
        subject = next((s for s in near if s.first <= sentence.first + 1 and s.end < verb), None)
    if subject is not None and parsed.speech.is_in(parsed.tokens.lower[subject.end - 1], "statements"):
        subject = _who_issued(parsed, sentence, subject, near) or subject
    person = speaker_in_capitals(parsed, sentence, verb) if subject is None or not subject.known else None
    if person is not None and (subject is None or not subject.first < person.end <= subject.end):
        subject = _with_owner(parsed, sentence, verb, person)
    elif subject is not None and not subject.known and not subject.anaphoric:
        subject = _head(parsed, sentence, verb, subject)
    phrase = phrase_that_says(parsed, sentence, verb) if subject is None or subject.end < verb else None
    if phrase is not None and not any(s.end == phrase[1] for s in near):
        subject = speaker_in_phrase(parsed, *phrase)
    elif subject is None or (parsed.tokens[verb - 1] in CLOSING_SIGNS and subject.end < verb - 1):
        subject = _inverted(parsed, sentence, verb, right) or subject
    return None if subject is not None and _is_impersonal(parsed, subject, verb) else subject


def _with_owner(parsed: Parsed, sentence: Sentence, verb: int, person: Speaker) -> Speaker:
    """As in "the Ombudsman's Office said": the whole phrase of which the name in capitals is only the end."""
    if parsed.tokens.lower[person.first - 1] != POSSESSIVE or person.first == sentence.first:
        return person
    phrase = phrase_that_says(parsed, sentence, verb)
    return person if phrase is None or phrase[1] != person.end else speaker_in_phrase(parsed, *phrase)


def _head(parsed: Parsed, sentence: Sentence, verb: int, subject: Speaker) -> Speaker:
    """As in "two sources loyal to the government said", "a room run by volunteers said": those before the modifier."""
    before = parsed.tokens.lower[max(sentence.first, subject.first - 1)]
    modifies = parsed.speech.is_in(before, "told_apart") and subject.end == end_of_subject(parsed, sentence, verb)
    head = head_of_subject(parsed, sentence, subject.end) if modifies else None
    return head if head is not None and head.end < subject.first else subject


def _goes_back(parsed: Parsed, verb: int) -> bool:
    """As in "Witnesses fled and said", "Reports differ, with some saying": does whoever was named first speak?"""
    before = parsed.tokens.lower[max(0, verb - 2) : verb]
    return before[-1:] == ["and"] or parsed.speech.is_in(" ".join(before), "some_of_them")


def _is_said_of_somebody(parsed: Parsed, sentence: Sentence, verb: int) -> bool:
    """As in "eight soldiers are accused of", "a colonel charged with": do those before the verb not speak?"""
    lower, place = parsed.tokens.lower, verb - 1
    if lower[verb] not in parsed.speech.word_sets["of_somebody"]:
        return False
    while place > sentence.first and "adverbs" in parsed.lists[place]:
        place -= 1
    return "be" in parsed.lists[place] or lower[verb : verb + 2] == ["charged", "with"]


def _is_impersonal(parsed: Parsed, subject: Speaker, verb: int) -> bool:
    """As in "it is claimed that", "it was reported": nobody says so."""
    return "be" in parsed.lists[verb - 1] and parsed.speech.is_in(parsed.tokens.lower[subject.first], "impersonal")


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


def _is_own_clause(parsed: Parsed, speaker: Speaker, verb: int) -> bool:
    """As in "..., which killed two, the agency said", "which a doctor said killed two": is nothing between the two?"""
    before = parsed.tokens.lower[max(0, speaker.first - 1)]
    return speaker.end == verb and (before == "," or parsed.grammar.is_in(before, "relative"))


def _in_aside(parsed: Parsed, speaker: Speaker, speakers: Sequence[Speaker]) -> bool:
    """As in "the group, which supports the opposition through a network, said": neither of the two speaks."""
    before = [s for s in speakers if s.end <= speaker.first]
    words = parsed.tokens.lower[before[0].end : speaker.first] if before else []
    that = any(parsed.speech.is_in(parsed.tokens.lower[s.end], "that") for s in before)
    return that or parsed.grammar.any_in(words, "relative")


def _is_before(parsed: Parsed, end: int, verb: int) -> bool:
    """Do only an auxiliary, adverbs or a short aside stand between speaker and verb?"""
    words = parsed.tokens.lower[end:verb]
    if sum(map(QUOTATION.count, words)) % 2:
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
    if parsed.speech.is_in(tokens.lower[verb + 1] if verb + 1 < sentence.end else "", "before_place"):
        return None  # "no casualties were reported among the troops"
    person = speaker_named_behind(parsed, sentence, verb)
    right = [s for s in right if not _has_verb(parsed, s)]
    nearest = next((s for s in right if not parsed.speech.is_in(s.name.lower(), "pronouns")), None)
    if nearest is None:
        return person
    if person is not None and person.first <= nearest.end <= person.end and not nearest.known:
        return next((s for s in right if s.known and s.first - person.end <= NAME_REACH), person)
    if nearest.first - verb <= AT_ONCE:
        named = next((s for s in right if s.known and s.first - nearest.end <= POST_REACH), None)
        return named if named is not None and not nearest.anaphoric else nearest
    if person is None:
        return None
    return next((s for s in right if s.first - verb <= NAME_REACH and s.known), person)


def _has_verb(parsed: Parsed, speaker: Speaker) -> bool:
    """As in "said seven people were killed": does the noun behind "said" begin what is said?"""
    behind = parsed.tokens.lower[speaker.end] if speaker.end < len(parsed.tokens) else ""
    return parsed.grammar.is_in(behind, "be", "have") or speaker.end in parsed.triggers

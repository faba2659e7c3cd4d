"""Who says it: the chain from the publisher through those it quotes to the origin (METHOD 11)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from claimrec.reading.mentions import within
from claimrec.reading.parsed import Parsed
from claimrec.reading.phrases import Hit
from claimrec.reading.sayers import subject_of
from claimrec.reading.sentences import Sentence
from claimrec.reading.speaker_names import POSSESSIVE
from claimrec.reading.speakers import Speaker, find_speakers, monitor_of, resolved, speaker_in_phrase
from claimrec.reading.speaking_phrases import phrase_behind_cue

SUBJECT_REACH = 9
"""Tokens behind "quoted" in which the one stands whom it quotes."""
FARTHEST = 24
"""Tokens from a verb of saying beyond which nobody is looked for."""
CUE_REACH = 8
"""Tokens between "according to" and the speaker ("citing a statement from the Istanbul-based ... Commission")."""
HEARER_REACH = 3
"""Tokens behind "told" in which the outlet stands that was told ("told the state agency X")."""
AT_ONCE = 2
"""Tokens between the outlet that was told and whoever told it ("in a statement to X, a source said")."""
STATEMENT_REACH = 4
"""Tokens before such an outlet ("in a statement to", "in a phone call with")."""
LONGEST_CLAUSE = 40
"""Tokens of a clause before those who tell it ("...; two people died, X said")."""
SENTENCE_SIGNS = '.!?"”'
"""A line that ends in none of these is a headline."""


class Attribution(NamedTuple):
    """One act of saying: the verb's token, and the voices behind the publisher, origin last.

    An `onward` one says nothing of what stands before it: "the attack killed two, and X accused Y of it". `speaker` are
    the tokens, first and end (not included), of whoever stands behind what is said ("..., Y said"), and `clause` is the
    first token of what Y tells where it is the last of several clauses: "X spoke of a raid; two people died, Y said".
    A `remark` is no account: "X condemned the attack that killed two" does not make X a witness of the two.
    """

    verb: int
    voices: tuple[str, ...]
    onward: bool = False
    speaker: tuple[int, int] = (0, 0)
    clause: int | None = None
    remark: bool = False


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


def voices_of(attributions: Sequence[Attribution], place: int, *, remarks: bool = False) -> tuple[str, ...]:
    """Who says what stands at token `place`: the last to speak up before it, else the first to be named after it.

    Whoever only makes a remark on it counts where `remarks` do.

    >>> voices_of([Attribution(3, ("Agency A",)), Attribution(9, ("a witness",))], 5)
    ('Agency A',)
    """
    attributions = [attribution for attribution in attributions if remarks or not attribution.remark]
    for attribution in attributions:
        if attribution.clause is not None and attribution.clause <= place < attribution.verb:
            return attribution.voices
    for attribution in reversed(attributions):
        if attribution.verb <= place:
            return attribution.voices
    return next((attribution.voices for attribution in attributions if not attribution.onward), ())


def _attributions(parsed: Parsed, sentence: Sentence, last: tuple[str, ...], monitor: str | None) -> list[Attribution]:
    tokens, speech = parsed.tokens, parsed.speech
    cues = parsed.saying.cues.between(sentence.first, sentence.end)
    covered = {n for cue in cues for n in range(cue.first, cue.end)}
    verbs = within(parsed.saying.verbs, sentence.first, sentence.end)
    remarks = within(parsed.saying.remarks, sentence.first, sentence.end)
    if not verbs and not cues and not remarks:
        return _behind_headline(parsed, sentence, monitor)
    speakers = find_speakers(parsed, sentence, monitor)
    found: list[Attribution] = []
    claimant: Attribution | None = None
    for verb in sorted([*verbs, *remarks]):
        before = found[-1] if found else claimant
        if verb in covered or not _says(parsed, sentence, verb):
            continue
        if before is not None and speech.is_in(tokens.lower[verb], "going_on"):
            found.append(before._replace(verb=verb, onward=False, clause=None))  # "..., adding that"
            continue
        said = _said(parsed, sentence, verb, speakers, found[-1].voices if found else last)
        if said is not None and _claims_a_deed(parsed, verb):
            claimant = said  # who may go on: "X claimed responsibility, saying that"
        elif said is not None:
            found.append(said._replace(remark=verb not in verbs))
    for cue in cues:
        speaker = _cited(parsed, sentence, cue, speakers)
        if speaker is not None:
            origin = Attribution(cue.first, resolved(parsed, speaker, last))
            found = _quoted_through(found, origin) if speech.is_in(cue.meaning, "quoting") else [*found, origin]
    return sorted(dict.fromkeys(found), key=lambda attribution: attribution.verb)


def _says(parsed: Parsed, sentence: Sentence, verb: int) -> bool:
    """Is the word a verb of saying here, and not as in "a report from", "responded by firing missiles", "called X"?"""
    lower, speech = parsed.tokens.lower, parsed.speech
    if verb > sentence.first and "article" in parsed.lists[verb - 1]:
        return False
    word, behind = lower[verb], lower[verb + 1] if verb + 1 < sentence.end else ""
    if speech.is_in(word, "with_word"):
        return speech.is_in(behind, "word_behind")
    if speech.is_in(word, "answering") and behind in ("by", "with"):
        return False
    return behind == "that" or not speech.is_in(word, "with_that")


def _cited(parsed: Parsed, sentence: Sentence, cue: Hit[str], speakers: Sequence[Speaker]) -> Speaker | None:
    """Whom "according to" names: a known speaker near behind, else whoever follows at once, in a list or not."""
    near = [s for s in speakers if cue.end <= s.first <= cue.end + CUE_REACH]
    known = next((s for s in near if s.known), None)
    if known is not None and "," not in parsed.tokens[cue.end : known.first]:
        return known
    phrase = phrase_behind_cue(parsed, sentence, cue.end)
    if phrase is not None:
        phrase = phrase_behind_cue(parsed, sentence, _behind_figures(parsed, sentence, *phrase)) or phrase
    if phrase is None:
        return near[0] if near else None
    first = next((s for s in near if phrase[0] <= s.first < phrase[1]), None)
    owner = first is not None and first.end < phrase[1] and parsed.tokens.lower[first.end] == POSSESSIVE
    if first is not None and not owner:  # "a source", but "the prosecutor's office"
        return first
    return speaker_in_phrase(parsed, *phrase)


def _behind_figures(parsed: Parsed, sentence: Sentence, first: int, end: int) -> int:
    """As in "figures compiled by the ministry": where those stand who give them; `first` where a phrase has none."""
    lower = parsed.tokens.lower
    figures = next((n + 1 for n in range(first, end) if parsed.speech.is_in(lower[n], "figures")), first)
    place = figures
    while first < place < sentence.end and parsed.speech.is_in(lower[place], "behind_figures"):
        place += 1
    return place if place > figures else first


def _claims_a_deed(parsed: Parsed, verb: int) -> bool:
    """As in "X claimed responsibility", which says who did it and nothing else."""
    stance = parsed.stances.get(verb)
    says_more = parsed.speech.is_in(parsed.tokens.lower[verb], "surely_said")  # "said its fighters killed two"
    return stance is not None and stance.meaning == "claimed" and not says_more


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
    """As in "X reported ..., citing Y", "citing Y, X reported ...": Y is the origin and X hands it on."""
    if not found:
        return [origin]
    through = [attribution for attribution in found if attribution.verb < origin.verb]
    nearest = through[-1] if through else found[0]
    joined = nearest._replace(voices=_chain(nearest.voices, origin.voices))
    return [joined if attribution is nearest else attribution for attribution in found]


def _said(
    parsed: Parsed, sentence: Sentence, verb: int, speakers: Sequence[Speaker], last: tuple[str, ...]
) -> Attribution | None:
    """What one verb of saying tells of who speaks, or None where nobody is found to."""
    speech, word = parsed.speech, parsed.tokens.lower[verb]
    near = [s for s in speakers if verb - FARTHEST <= s.end and s.first <= verb + FARTHEST]
    right = [s for s in near if s.first > verb]
    subject = subject_of(parsed, sentence, verb, near, right)
    if subject is None:
        return None
    voices = resolved(parsed, subject, last)
    hearer = next((s for s in right if s.first - verb <= HEARER_REACH and s.known), None)
    before = _told_before(parsed, sentence, subject, near)
    if before is not None:
        voices = _chain((before.name,), voices)
    quoted = next((s for s in right if s.first - verb <= SUBJECT_REACH), None)
    if speech.is_in(word, "told") and hearer is not None and hearer is not subject:
        voices = _chain((hearer.name,), voices)
    elif speech.is_in(word, "quoting") and quoted is not None:
        other = resolved(parsed, quoted, last)
        by = "by" in parsed.tokens.lower[verb + 1 : quoted.first]  # "X was quoted as saying by Y"
        voices = _chain(other, voices) if by else _chain(voices, other)
    first = subject.first
    while first > sentence.first and parsed.tokens[first - 1].isalpha():
        first -= 1  # over a title and an article
    if first == sentence.first or parsed.tokens[first - 1] != ",":
        return Attribution(verb, voices, speech.is_in(word, "onward"))
    clause = _clause_before(parsed, sentence, first)
    return Attribution(verb, voices, speech.is_in(word, "onward"), (first, subject.end), clause)


def _told_before(parsed: Parsed, sentence: Sentence, subject: Speaker, near: Sequence[Speaker]) -> Speaker | None:
    """As in "in a statement to X a source said", "speaking to X, a doctor said": the outlet that was told."""
    outlet = next((s for s in near if s.known and s.end <= subject.first and s.first > sentence.first), None)
    if outlet is None or subject.first - outlet.end > AT_ONCE:
        return None
    said = parsed.tokens.lower[max(sentence.first, outlet.first - STATEMENT_REACH) : outlet.first]
    talking = any(parsed.speech.is_in(word, name) for word in said[:-1] for name in ("statements", "talking"))
    told = talking and said[-1] in ("to", "with")
    return outlet if told else None


def _clause_before(parsed: Parsed, sentence: Sentence, first: int) -> int | None:
    """As in "...; two people died, Y said": where the clause before Y at token `first` begins, None if at the start."""
    for place in range(first - 2, max(sentence.first, first - LONGEST_CLAUSE), -1):
        joined = parsed.tokens[place] == "," and parsed.speech.is_in(parsed.tokens.lower[place + 1], "new_clause")
        if joined or parsed.tokens[place] == ";":
            return place + 1
    return None


def _chain(through: tuple[str, ...], voices: tuple[str, ...]) -> tuple[str, ...]:
    """Intermediaries, then those they quote, each name once."""
    return tuple(dict.fromkeys([*through, *voices]))

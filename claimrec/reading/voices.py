"""Who says it: the chain from the publisher through those it quotes to the origin (METHOD 11)."""

from __future__ import annotations

from collections.abc import Sequence

from claimrec.reading.attributions import Attribution, chain
from claimrec.reading.mentions import within
from claimrec.reading.parsed import Parsed
from claimrec.reading.phrases import Hit
from claimrec.reading.quotations import speak_on, spoken_by
from claimrec.reading.said_nouns import given_accounts
from claimrec.reading.sayers import subject_of
from claimrec.reading.sentences import Sentence
from claimrec.reading.speaker_names import POSSESSIVE, name_behind, names_somebody
from claimrec.reading.speakers import Speaker, find_speakers
from claimrec.reading.speakers_meant import monitor_of, resolved
from claimrec.reading.speaking_phrases import phrase_behind_cue
from claimrec.reading.unlisted_speakers import speaker_in_phrase, speaker_named_behind
from claimrec.reading.voice_labels import COLON, LONGEST_LABEL, SENTENCE_SIGNS, before_colon, behind_headline, label_of
from claimrec.reading.words_of_saying import claims_a_deed, says

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
ADDS = frozenset({"and", "but"})
"""Right before a verb of saying these add what the one before it says too."""
THE_FIGURES = 2
"""Tokens of "our figures", "the briefing": an article and a noun, which are those of whoever spoke last."""
LONGEST_CLAUSE = 40
"""Tokens of a clause before those who tell it ("...; two people died, X said")."""


def find_voices(parsed: Parsed) -> dict[int, list[Attribution]]:
    """The attributions of each sentence, by its first token; later sentences resolve "it" and "the source".

    A quotation that runs over several sentences has one speaker throughout, and so has a paragraph of a transcript.
    """
    monitor = monitor_of(parsed)
    last: tuple[str, ...] = ()
    found: dict[int, list[Attribution]] = {}
    labels: dict[int, tuple[str, ...]] = {}
    colons = sorted(parsed.tokens.words.places_of(COLON), reverse=True)
    for sentence in parsed.sentences:
        here = _attributions(parsed, sentence, last, monitor)
        while colons and colons[-1] <= sentence.first:
            colons.pop()
        if colons and colons[-1] < min(sentence.first + LONGEST_LABEL + 1, sentence.end - 1):
            label = label_of(parsed, sentence, colons[-1])
            if label is not None:
                labels[sentence.first] = (label,)
            speaker = label or before_colon(parsed, sentence, colons[-1], find_speakers(parsed, sentence, monitor))
            here = spoken_by(parsed, (speaker,), sentence, here) if speaker is not None else here
        if here:
            last = here[-1].voices
        found[sentence.first] = here
    speak_on(parsed, found, labels)
    return found


def _attributions(parsed: Parsed, sentence: Sentence, last: tuple[str, ...], monitor: str | None) -> list[Attribution]:
    tokens, speech = parsed.tokens, parsed.speech
    cues = parsed.saying.cues.between(sentence.first, sentence.end)
    verbs = within(parsed.saying.verbs, sentence.first, sentence.end)
    accounts = parsed.saying.accounts and within(parsed.saying.accounts, sentence.first, sentence.end)
    silent = not verbs and not cues and not accounts
    if silent and tokens[sentence.end - 1] in SENTENCE_SIGNS:
        return []
    speakers = find_speakers(parsed, sentence, monitor)
    if silent:
        last_word = behind_headline(parsed, sentence, speakers)
        return [Attribution(sentence.first, (last_word,))] if last_word is not None else []
    covered = {n for cue in cues for n in range(cue.first, cue.end)}
    given = given_accounts(parsed, sentence, accounts, speakers)
    found = [Attribution(noun, resolved(parsed, speaker, last), onward=True) for noun, speaker in given.items()]
    claimant: Attribution | None = None
    for verb in verbs:
        before = found[-1] if found else claimant
        if verb in covered or verb in given or not says(parsed, sentence, verb):
            continue
        going_on = speech.is_in(tokens.lower[verb], "going_on") or tokens.lower[verb - 1] in ADDS
        if before is not None and going_on and verb > sentence.first:
            remark = verb in parsed.saying.remarks
            found.append(before._replace(verb=verb, onward=False, clause=None, remark=remark))  # "..., adding that"
            continue
        said = _said(parsed, sentence, verb, speakers, found[-1].voices if found else last)
        if said is not None and claims_a_deed(parsed, verb):
            claimant = said  # who may go on: "X claimed responsibility, saying that"
        elif said is not None:
            found.append(said._replace(remark=verb in parsed.saying.remarks))
    for cue in cues:
        speaker = _cited(parsed, sentence, cue, speakers)
        if speaker is not None:
            origin = Attribution(cue.first, resolved(parsed, speaker, last))
            found = _quoted_through(found, origin) if speech.is_in(cue.meaning, "quoting") else [*found, origin]
    return sorted(dict.fromkeys(found), key=lambda attribution: attribution.verb)


def _cited(parsed: Parsed, sentence: Sentence, cue: Hit[str], speakers: Sequence[Speaker]) -> Speaker | None:
    """Whom "according to" names: a known speaker near behind, else whoever follows at once, in a list or not."""
    speech = parsed.speech
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
        named = name_behind(parsed, sentence.end, first.end) if first.end <= phrase[1] else phrase
        post = speech.is_in(parsed.tokens.lower[first.end - 1], "posts") and parsed.tokens[first.end - 1].islower()
        holder = post and names_somebody(parsed, *named)
        return speaker_in_phrase(parsed, *named) if holder else first  # "governor Karim Testov"
    before = parsed.lists[phrase[0]]
    bare = phrase[1] - phrase[0] == THE_FIGURES and "determiner" in before and "one_article" not in before
    if bare and speech.is_in(parsed.tokens.lower[phrase[1] - 1], "figures"):
        return Speaker(*phrase, parsed.words(*phrase), anaphoric=True)  # "our figures": those of whoever spoke
    return speaker_in_phrase(parsed, *phrase)


def _behind_figures(parsed: Parsed, sentence: Sentence, first: int, end: int) -> int:
    """As in "figures compiled by the ministry": where those stand who give them; `first` where a phrase has none."""
    lower = parsed.tokens.lower
    figures = next((n + 1 for n in range(first, end) if parsed.speech.is_in(lower[n], "figures")), first)
    place = figures
    while first < place < sentence.end and parsed.speech.is_in(lower[place], "behind_figures"):
        place += 1
    return place if place > figures else first


def _quoted_through(found: list[Attribution], origin: Attribution) -> list[Attribution]:
    """As in "X reported ..., citing Y", "citing Y, X reported ...": Y is the origin and X hands it on."""
    if not found:
        return [origin]
    through = [attribution for attribution in found if attribution.verb < origin.verb]
    nearest = through[-1] if through else found[0]
    joined = nearest._replace(voices=chain(nearest.voices, origin.voices))
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
    if "own" in parsed.lists[subject.first] and _is_account(parsed, subject):
        subject = subject._replace(anaphoric=True)
    voices = resolved(parsed, subject, last)
    hearer = next((s for s in right if s.first - verb <= HEARER_REACH and s.known), None)
    before = _told_before(parsed, sentence, subject, near)
    if before is not None:
        voices = chain((before.name,), voices)
    quoted = next((s for s in right if s.first - verb <= SUBJECT_REACH), None)
    if quoted is None and speech.is_in(word, "quoting"):
        quoted = speaker_named_behind(parsed, sentence, verb)
    if speech.is_in(word, "told") and hearer is not None and hearer is not subject:
        voices = chain((hearer.name,), voices)
    elif speech.is_in(word, "quoting") and quoted is not None:
        other = resolved(parsed, quoted, last)
        by = "by" in parsed.tokens.lower[verb + 1 : quoted.first]  # "X was quoted as saying by Y"
        voices = chain(other, voices) if by else chain(voices, other)
    first = subject.first
    while first > sentence.first and parsed.tokens[first - 1].isalpha():
        first -= 1  # over a title and an article
    if first == sentence.first or parsed.tokens[first - 1] != ",":
        return Attribution(verb, voices, speech.is_in(word, "onward"))
    clause = _clause_before(parsed, sentence, first)
    return Attribution(verb, voices, speech.is_in(word, "onward"), (first, subject.end), clause)


def _is_account(parsed: Parsed, subject: Speaker) -> bool:
    """As in "its earlier report had spoken of two": is it no speaker but an account, whose owner spoke last?"""
    return parsed.speech.is_in(parsed.tokens.lower[subject.end - 1], "figures")


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
    begun = within(parsed.saying.clauses, max(sentence.first, first - LONGEST_CLAUSE) + 1, first)
    return begun[-1] if begun else None

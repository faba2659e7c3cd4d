"""Words in somebody's mouth: quotations over several sentences, and the paragraphs of a transcript."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimrec.reading.attributions import Attribution, chain
from claimrec.reading.mentions import within
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import QUOTES, Sentence


def speak_on(parsed: Parsed, found: dict[int, list[Attribution]], labels: dict[int, tuple[str, ...]]) -> None:
    """Give the sentences of a quotation, and those behind a label of a transcript, to whoever speaks them."""
    quoted = [s for s in parsed.sentences if s.quoted]
    marks = parsed.tokens.words.places_of(QUOTES) if quoted else ()
    outside = {s.first: _outside(marks, s, found[s.first]) for s in quoted}
    quotations = {
        behind.quoted: (outside.get(before.first) or found[before.first])[-1].voices  # as in: he said: "One. Two."
        for before, behind in pairwise(parsed.sentences if quoted else ())
        if behind.quoted != before.quoted and found[before.first]
    }
    quotations |= {s.quoted: outside[s.first][0].voices for s in reversed(quoted) if outside[s.first]}
    for sentence in quoted:
        if sentence.quoted in quotations:
            behind, here = outside[sentence.first], found[sentence.first]
            inner = [one for one in here if one not in behind]
            if inner or not here:
                voices = behind[0].voices if behind else quotations[sentence.quoted]
                found[sentence.first] = [*spoken_by(parsed, voices, sentence, inner), *behind]
    speaking: tuple[str, ...] = ()
    for before, sentence in pairwise(parsed.sentences) if labels else ():
        speaking = labels.get(before.first, speaking)
        if "\n" in parsed.text[parsed.tokens.ends[before.end - 1] : parsed.tokens.starts[sentence.first]]:
            speaking = ()
        if speaking and sentence.first not in labels:
            found[sentence.first] = spoken_by(parsed, speaking, sentence, found[sentence.first])


def _outside(marks: Sequence[int], sentence: Sentence, attributions: Sequence[Attribution]) -> Sequence[Attribution]:
    """Those of a sentence that begins inside a quotation which stand behind its end: "..., as some say," he said."""
    closing = within(marks, sentence.first + 1, sentence.end) if attributions else ()
    return [one for one in attributions if closing and one.verb > closing[0]]


def spoken_by(
    parsed: Parsed, voices: tuple[str, ...], sentence: Sentence, inner: Sequence[Attribution]
) -> list[Attribution]:
    """All of a sentence in somebody's mouth: those whom they quote by name stand behind them in the chain."""
    if not inner:
        return [Attribution(sentence.first, voices)]
    words = parsed.words(sentence.first, sentence.end)
    known = [one for one in inner if one.voices[-1] in words or one.voices[-1] in parsed.lexicon.sources]
    named = [one for one in known if not parsed.speech.is_in(one.voices[-1].lower(), "pronouns")]
    chained = [one._replace(voices=chain(voices, one.voices)) for one in named]
    return [Attribution(sentence.first, voices), *chained]

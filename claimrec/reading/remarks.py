"""What a voice says of an attack without counting anybody or naming who did it: it condemns, mourns, describes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimrec.reading.accounts import event_near
from claimrec.reading.attributions import Attribution, voices_of
from claimrec.reading.contexts import Context
from claimrec.reading.doings import VIOLENT
from claimrec.reading.drafts import Draft
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.storyline import Storyline
from claimrec.reading.triggers import is_told_as_fact

DEFINITE_REACH = 4
"""Tokens before a deed in which "the" or "this" says that one of them is meant ("the deadly Paris attacks")."""
SETTING_REACH = 12
"""Tokens between a deed and the time or place that says which it was ("a mosque was bombed in X on Friday")."""


def remarks_in(
    parsed: Parsed,
    sentence: Sentence,
    known: Context | None,
    attributions: Sequence[Attribution],
    storyline: Storyline,
) -> Iterator[Draft]:
    """The drafts of what each voice says of the particular deed that the sentence speaks of, if it speaks of one.

    `known` is the incident of the sentence, where that is known; else it is the one that the storyline has it mean.
    """
    if not attributions:
        return
    heard = set()
    silent = any(hit.meaning == "silent" for hit in parsed.stances.between(sentence.first, sentence.end))
    for deed in () if silent else _particular_deeds(parsed, sentence):
        voices = voices_of(attributions, deed, remarks=True)
        if not voices or voices in heard:
            continue
        heard.add(voices)
        context = storyline.meant(parsed, sentence, deed, known)
        if context is not None:
            yield Draft(parsed, sentence, context, voices, "incident", None, event_near(parsed, sentence, deed))


def _particular_deeds(parsed: Parsed, sentence: Sentence) -> list[int]:
    """The deeds that are told as done, and of which it is said which one it was."""
    told = {hit.first for hit in parsed.deeds.between(sentence.first, sentence.end) if hit.meaning & VIOLENT}
    told |= {hit.first for hit in parsed.triggers.between(sentence.first, sentence.end)}
    return [place for place in sorted(told) if _is_particular(parsed, sentence, place)]


def _is_particular(parsed: Parsed, sentence: Sentence, place: int) -> bool:
    before = parsed.tokens.lower[max(sentence.first, place - DEFINITE_REACH) : place]
    if not is_told_as_fact(parsed, place, sentence.first):
        return False
    if parsed.grammar.any_in(before, "demonstrative"):
        return True
    first, end = max(sentence.first, place - SETTING_REACH), min(sentence.end, place + SETTING_REACH)
    return bool(parsed.times.between(first, end) or parsed.places.between(first, end))

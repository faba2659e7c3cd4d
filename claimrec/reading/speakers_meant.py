"""Whom speakers without a name mean: "a monitor", "it", "the group", "the ministry"."""

from __future__ import annotations

from claimrec.reading.parsed import Parsed
from claimrec.reading.speakers import Speaker, phrase_start, without_article

REMEMBERED_ACTORS = 10
"""Names back to which "the group" can refer."""


def monitor_of(parsed: Parsed) -> str | None:
    """Whom "a monitor" means: the first monitor that the article names, known or by its name ("the X Observatory")."""
    sources = parsed.lexicon.sources
    named = (mention.source for mention in parsed.sources.values())
    known = next((name for name in named if sources[name].kind == "monitor"), None)
    if known is not None:
        return known
    tokens = parsed.tokens
    for place in tokens.words.places_of(parsed.speech.word_sets["monitors"]):
        if place and tokens[place][0].isupper() and _is_capitalised(tokens[place - 1]):
            return without_article(parsed, parsed.words(phrase_start(parsed, place, 0), place + 1))
    return None


def resolved(parsed: Parsed, speaker: Speaker, last: tuple[str, ...]) -> tuple[str, ...]:
    """The speaker, or those who spoke `last` where "it", "the group" or "the ministry" means them.

    Where nobody has spoken before, it is the organisation named last, an armed group before a state; but "he" is not.
    """
    named_before = bool(last) and speaker.definite and speaker.name.lower() in last[-1].lower()
    if last and (speaker.anaphoric or named_before):
        return last
    if speaker.anaphoric and not parsed.speech.any_in(speaker.name.lower().split(), "single_persons"):
        groups = parsed.lexicon.groups.actors
        named = [m.actor for m in parsed.actors.between(0, speaker.first)[-REMEMBERED_ACTORS:]]
        organised = [name for name in named if name not in groups or groups[name].kind == "group"]
        if named:
            return ((organised or named)[-1],)
    return (speaker.name,)


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and word[1:].islower()

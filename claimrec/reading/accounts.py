"""Sentences that name the doer of a deed but no casualties: an accusation, a denial, a claim, an account."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimrec.reading.contexts import Context
from claimrec.reading.drafts import Draft
from claimrec.reading.mentions import ActorMention
from claimrec.reading.parsed import Parsed
from claimrec.reading.perpetrators import agent_of, named, stance_of
from claimrec.reading.sentences import Sentence
from claimrec.records.claim import Stance

STANCES: dict[str, Stance] = {"accused": "accused", "claimed": "claimed", "denied": "denied"}
"""List of `stances.toml` -> how a sentence with one of its phrases names the doer."""


def accounts_of(parsed: Parsed, sentence: Sentence, context: Context, voices: tuple[str, ...]) -> Iterator[Draft]:
    """What the sentence says of the doer of a deed: one draft, or none where it names no deed or no doer."""
    found = parsed.stances.between(sentence.first, sentence.end)
    actors = parsed.actors.between(sentence.first, sentence.end)
    events = parsed.events.between(sentence.first, sentence.end)
    if not actors or any(hit.meaning == "silent" for hit in found):
        return
    if not events and context.number is None:
        return  # neither a deed, nor the one told before
    event = event_near(parsed, sentence, events[0].first) if events else None
    for hit in found:
        if hit.meaning in STANCES:
            stance = STANCES[hit.meaning]
            doer = _doer(actors, hit.end, stance)
            said_by = voices if voices or stance == "accused" else (doer.actor,)
            yield Draft(parsed, sentence, context, said_by, "incident", named(doer, parsed, stance), event)
            return
    agent = agent_of(parsed, sentence, events[0]) if events else None
    if agent is not None and context.where is not None and not context.told:
        stance = stance_of(parsed, sentence, agent.actor, voices, events[0].first)
        yield Draft(parsed, sentence, context, voices, "incident", named(agent, parsed, stance), event)


def event_near(parsed: Parsed, sentence: Sentence, place: int) -> str | None:
    """The kind of event that the sentence names nearest to token `place`."""
    mentions = parsed.events.between(sentence.first, sentence.end)
    nearest = min(mentions, key=lambda mention: (abs(mention.first - place), mention.first), default=None)
    return nearest.event if nearest else None


def without_counted(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those accounts of an attack that other sentences count the casualties of."""
    return [draft for draft in drafts if draft.tolls or draft.is_stance() or not draft.context.told]


def _doer(actors: Sequence[ActorMention], end: int, stance: Stance) -> ActorMention:
    """The accused stands behind "blamed", who claims or denies before the verb."""
    after = [mention for mention in actors if mention.first >= end]
    before = [mention for mention in actors if mention.first < end]
    if stance == "accused":
        return after[0] if after else before[0]
    return before[-1] if before else after[0]

"""Whom a draft means by the doer that its own sentence does not name: the one named before, or the other side."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimrec.reading.contexts import CLASH, Context
from claimrec.reading.drafts import Draft
from claimrec.reading.sides import side_of, speaking, speaks_for
from claimrec.reading.told_incidents import REMEMBERED
from claimrec.records.claim import Perpetrator

FIGHTERS = frozenset({"fighters", "military personnel"})
"""Victims who fight for somebody, though nobody says for whom."""


def _as_said(doer: Perpetrator | None, voices: tuple[str, ...]) -> Perpetrator | None:
    """What is reported as a fact is an accusation in the mouth of a cited voice."""
    if doer is None or doer.stance != "reported" or not voices:
        return doer
    return attrs.evolve(doer, stance="accused")


def inherit(drafts: Sequence[Draft]) -> None:
    """A voice that names the doer of an incident once means the same doer when it goes on without a name.

    Where the doer's own side has lost people, it has lost them to the other side of the fight.
    """
    named: dict[Context, list[tuple[tuple[str, ...], Perpetrator]]] = {}
    sides: dict[Context, dict[str, None]] = {}
    for draft in drafts:
        if draft.perpetrator is not None and draft.perpetrator.stance != "denied":
            named.setdefault(draft.context, []).append((draft.voices, draft.perpetrator))
        sides.setdefault(draft.context, {}).update(dict.fromkeys(draft.sides()))
    for draft in drafts:
        if draft.level != "incident" or (draft.perpetrator is not None and draft.perpetrator.actor is not None):
            continue
        own = draft.perpetrator
        if draft.is_remark or (own is not None and own.stance == "denied"):
            continue  # whoever mourns accuses nobody, and whoever says that it was an accident means nobody
        others = [
            one for one in named.get(draft.context, [])[:REMEMBERED] if own is None or _may_be(draft, own, one[1])
        ]
        doer = next((doer for voices, doer in others if _can_mean(draft, voices, doer)), None)
        if doer is None and own is None:
            doer = _opponent(draft, [doer for _, doer in others], list(sides[draft.context])[:REMEMBERED])
            doer = doer or _announced(draft)
            doer = doer or _agreed(draft, [doer for _, doer in others])
        if doer is not None:
            named_as = own or doer
            draft.perpetrator = _as_said(Perpetrator(doer.actor, named_as.words, named_as.stance), draft.voices)


def _can_mean(draft: Draft, voices: tuple[str, ...], doer: Perpetrator) -> bool:
    """Was the doer named by the draft's own voice, as a fact, or by itself; and are the victims others?"""
    told = voices[-1:] in (draft.voices[-1:], ()) or doer.stance == "claimed"
    return told and not _is_own(draft, doer)


def _may_be(draft: Draft, unnamed: Perpetrator, doer: Perpetrator) -> bool:
    """Can a doer of whom only a noun is told be this one, who then is no state ("rebels"), or is one ("police")?"""
    if doer.actor is None:
        return False
    actor = draft.parsed.lexicon.groups.actors.get(doer.actor)
    words = (unnamed.words or "").lower().split()
    if draft.parsed.deed_words.any_in(words, "officers"):
        return actor is not None and actor.kind == "state"
    return not (draft.parsed.deed_words.any_in(words, "insurgents") and actor is not None and actor.kind == "state")


def _agreed(draft: Draft, doers: Sequence[Perpetrator]) -> Perpetrator | None:
    """The doer whom all voices of the article that name one mean, where the draft's own voice is not on that side."""
    named = [(doer.actor, doer) for doer in doers if doer.actor is not None]
    groups = draft.parsed.lexicon.groups
    if not named:
        return next((doer for doer in doers if not _is_own(draft, doer)), None)  # "gunmen" whom nobody names
    if not all(groups.compatible(named[0][0], actor) for actor, _ in named[1:]):
        return None
    actor, doer = named[0]
    if _is_own(draft, doer) or any(speaks_for(draft.parsed, voice, actor) for voice in draft.voices[-1:]):
        return None
    return doer


def _is_own(draft: Draft, doer: Perpetrator) -> bool:
    """Are the victims of the doer's own side, or fighters like a doer without a name?"""
    if doer.actor is None:
        return any(toll.victims in FIGHTERS for toll in draft.tolls) or bool(draft.sides())
    groups = draft.parsed.lexicon.groups
    return any(groups.compatible(doer.actor, side) for side in draft.sides())


def _opponent(draft: Draft, doers: Sequence[Perpetrator], sides: Sequence[str]) -> Perpetrator | None:
    """The other side of a fight: of a clash, or of a deed whose doer's own side has losses too."""
    groups, own = draft.parsed.lexicon.groups, draft.sides()
    fought = CLASH in draft.context.events or any(doer.actor and _is_own(draft, doer) for doer in doers)
    others = [side for side in sides if own and not any(groups.compatible(side, one) for one in own)]
    return Perpetrator(others[0], None, "accused" if draft.voices else "reported") if fought and others else None


def _announced(draft: Draft) -> Perpetrator | None:
    """As in "the army announced the arrest of 12 X members": whoever tells of its enemy's losses claims them."""
    voices = speaking(draft.parsed, draft.voices)
    side = side_of(draft.parsed, voices[-1]) if voices else None
    enemies = draft.sides()
    if side is None or not enemies or any(draft.parsed.lexicon.groups.compatible(side, one) for one in enemies):
        return None
    return Perpetrator(side, None, "claimed")

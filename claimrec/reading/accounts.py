"""Sentences that name the doer of a deed but no casualties: an accusation, a denial, a claim, an account."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimrec.reading.attributions import Attribution, voices_of
from claimrec.reading.contexts import Context
from claimrec.reading.doers_named import STANCES, named, stance_of
from claimrec.reading.doings import DEEDS, NOTHING, Doing, is_done
from claimrec.reading.drafts import Draft
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.sides import settled

OF_REACH = 3
"""Tokens behind the accused in which "of" opens what they are accused of ("accused X guerrillas of")."""
OF_GUILT = ("in", "for", "of")
"""Right behind a word of guilt these open what it is for ("involved in", "responsible for")."""


def accounts_of(
    parsed: Parsed,
    sentence: Sentence,
    doings: Sequence[Doing],
    incident: Context | None,
    attributions: Sequence[Attribution],
) -> Iterator[Draft]:
    """What the sentence says of the doers of deeds: a draft for each of them, with whoever says it.

    `incident` is that of the sentence, where it is known.
    """
    if not doings:
        return
    found = parsed.stances.between(sentence.first, sentence.end)
    if any(hit.meaning == "silent" for hit in found):
        doings = [doing for doing in doings if doing.manner == "accused"]  # "no claim, but the rebels blamed X"
    if not doings:
        return
    context = incident or Context()
    events = parsed.events.between(sentence.first, sentence.end)
    event = event_near(parsed, sentence, events[0].first) if events else None
    told = set()
    for doing in doings:
        voices = voices_of(attributions, _place_of(doing), remarks=True)
        who = settled(parsed, doing.doer, voices)
        if who is None:
            continue  # "it", where nobody knows who that is
        known = doing._replace(doer=who)
        doer = known.doer.actor or parsed.words(doing.doer.first, doing.doer.end)
        if doer in told or not _is_account(parsed, sentence, known, context):
            continue
        told.add(doer)
        stance = stance_of(parsed, sentence, known, voices, doing.place)
        said_by = voices or ((doer,) if stance in ("claimed", "denied") and doing.doer.actor else ())
        perpetrator = named(known.doer, parsed, stance)
        stands = doing.manner in STANCES or stance in ("claimed", "denied")
        yield Draft(parsed, sentence, context, said_by, "incident", perpetrator, event, stands=stands)


def _place_of(doing: Doing) -> int:
    """Where what is said of the doer begins."""
    return min(doing.doer.first, doing.place)


def _is_account(parsed: Parsed, sentence: Sentence, doing: Doing, context: Context) -> bool:
    """Is it known who, or at least which of the deeds told before; and is it told as done?"""
    if doing.manner == "mishap":
        return context.number is not None or _tells_of_a_deed(parsed, sentence)
    if doing.doer.actor is None:
        return context.number is not None and doing.manner in ("by", "subject")
    if doing.manner in STANCES:
        return _is_of_a_deed(parsed, sentence, doing) and (
            context.number is not None or _tells_of_a_deed(parsed, sentence)
        )
    return _is_particular(parsed, sentence, doing, context) and is_done(parsed, sentence, doing)


def _is_particular(parsed: Parsed, sentence: Sentence, doing: Doing, context: Context) -> bool:
    """As in "X attacked the post", not in "X attacks", "X is bombing civilians", "X has lost ground"."""
    place, hit = doing.place, parsed.deeds.get(doing.place)
    meaning, word = hit.meaning if hit is not None else NOTHING, parsed.tokens.lower[place]
    before = parsed.lists[place - 1] if place > sentence.first else NOTHING
    known = "demonstrative" in before
    if not known and not meaning.isdisjoint(("acts", "fights")):
        return False
    if parsed.deed_words.is_in(word, "losing"):
        return False
    going_on = word.endswith("ing") and "be" in before
    if not going_on and (not parsed.deed_words.is_in(word, "repeated") or (known and context.number is not None)):
        return True
    return any(told.between(sentence.first, sentence.end) for told in (parsed.places, parsed.times))


def _is_of_a_deed(parsed: Parsed, sentence: Sentence, doing: Doing) -> bool:
    """As in "accused X of killing", not in "accused X of being rich": is what they are accused of a deed?"""
    if doing.manner != "accused":
        return True
    hit = parsed.deeds.get(doing.place) if doing.place > doing.doer.first else None
    end, words, reach = (hit.end, OF_GUILT, 1) if hit is not None else (doing.doer.end, ("of",), OF_REACH)
    behind = parsed.tokens.lower[end : min(sentence.end, end + reach)]
    first = next((place for place, word in enumerate(behind, end) if word in words), None)
    return first is None or _tells_of_a_deed(parsed, Sentence(first, sentence.end, sentence.quoted))


def _tells_of_a_deed(parsed: Parsed, sentence: Sentence) -> bool:
    """Does an event, a deed or harm to people stand in the sentence?"""
    deeds = parsed.deeds.between(sentence.first, sentence.end)
    told = any(not hit.meaning.isdisjoint(DEEDS) for hit in deeds)
    return told or any(found.between(sentence.first, sentence.end) for found in (parsed.events, parsed.triggers))


def event_near(parsed: Parsed, sentence: Sentence, place: int) -> str | None:
    """The kind of event that the sentence names nearest to token `place`."""
    mentions = parsed.events.between(sentence.first, sentence.end)
    nearest = min(mentions, key=lambda mention: (abs(mention.first - place), mention.first), default=None)
    return nearest.event if nearest else None


def without_counted(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those accounts of a deed whose casualties other sentences count: these say more of it.

    What somebody claims or denies stays, and so does what no sentence with a count says: the first account to name the
    doer, but not what those hurt did in return, and the first to say when it was.
    """
    counting = [draft for draft in drafts if draft.tolls]
    named = {draft.context for draft in counting if draft.said and draft.said.actor}
    dated = {draft.context for draft in counting if _says_when(draft)}
    hurt: dict[Context, set[str]] = {}
    for draft in counting:
        hurt.setdefault(draft.context, set()).update(draft.sides())
    heard = {(draft.context, draft.voices[-1:]) for draft in drafts if not draft.is_remark}
    heard |= {(context, ()) for context, _ in heard}  # what nobody is cited for needs telling only if nobody else tells
    kept = []
    for draft in drafts:
        if draft.is_remark:
            if (draft.context, draft.voices[-1:]) not in heard:
                kept.append(draft)
                heard.add((draft.context, draft.voices[-1:]))
            continue
        names = draft.context not in named and _names_another(draft, hurt.get(draft.context, ()))
        dates = draft.context not in dated and _says_when(draft)
        if draft.tolls or draft.stands or not draft.context.told or names or dates:
            kept.append(draft)
            named.update([draft.context] if names else [])
            dated.update([draft.context] if dates else [])
    return kept


def _names_another(draft: Draft, hurt: Iterable[str]) -> bool:
    """Does its own sentence name a doer who is not on the side of those hurt?"""
    doer = draft.said.actor if draft.said else None
    return doer is not None and not any(draft.parsed.lexicon.groups.compatible(doer, side) for side in hurt)


def _says_when(draft: Draft) -> bool:
    """Do the words for the time of the incident stand in its own sentence?"""
    when = draft.context.when
    sentence = draft.parsed.words(draft.sentence.first, draft.sentence.end)
    return when is not None and when.words is not None and when.words in sentence

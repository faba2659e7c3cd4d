"""The last step of the cascade: casualties, voices and contexts put together to claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from claimrec.errors import LanguageError
from claimrec.lexicon.loader import Lexicon, load_lexicon
from claimrec.reading.casualties import find_casualties
from claimrec.reading.contexts import Context, Contexts, times_in
from claimrec.reading.drafts import Draft, inherit, restate, sum_up
from claimrec.reading.language import is_english
from claimrec.reading.levels import cues_in, level_of
from claimrec.reading.mentions import ActorMention
from claimrec.reading.parsed import Parsed, parse
from claimrec.reading.people import People
from claimrec.reading.perpetrators import (
    actors_in,
    agent_of,
    named,
    own_side,
    perpetrator_of,
    stance_of,
    stances_in,
)
from claimrec.reading.sentences import Sentence
from claimrec.reading.telling import Casualty
from claimrec.reading.voices import byline_of, find_voices, voices_of
from claimrec.records.article import Article
from claimrec.records.claim import Claim, Level, Stance, Toll

TIME_REACH = 25
"""Tokens around a casualty in which "since ..." says what it counts over."""


def read_claims(article: Article, *, lexicon: Lexicon | None = None) -> tuple[Claim, ...]:
    """What an article claims: one claim for each sentence, origin, incident and perpetrator, in the order of the text.

    `lexicon` is the default of `load_lexicon` where none is given. An article that is not in English raises
    LanguageError.

    >>> text = "At least 12 soldiers were killed on Tuesday near Saraqib, a monitoring group said."
    >>> [claim] = read_claims(Article("a1", text, publisher="Agency A"))
    >>> claim.tolls[0].count, claim.voices
    (Count(low=12, high=None), ('Agency A', 'monitoring group'))
    """
    lexicon = lexicon or load_lexicon()
    text = parse(article, lexicon)
    if not is_english(text.tokens, lexicon):
        raise LanguageError(f"article {article.id}: only English is read, and its words are not English")
    contexts = Contexts()
    drafts = [draft for parsed in (parse(article, lexicon, "title"), text) for draft in _drafts(parsed, contexts)]
    drafts = _silent_accounts(drafts)
    contexts.settle()
    restate(drafts)
    inherit(drafts)
    sum_up(drafts)
    publisher = article.publisher or article.id
    byline = byline_of(text)
    return _claims(drafts, contexts, (publisher,) if byline in (None, publisher) else (publisher, byline))


def _drafts(parsed: Parsed, contexts: Contexts) -> list[Draft]:
    voices = find_voices(parsed)
    drafts: list[Draft] = []
    for sentence in parsed.sentences:
        attributions = voices[sentence.first]
        here: list[Draft] = []
        homes: list[Draft] = []
        casualties = find_casualties(parsed, sentence)
        for place, casualty in enumerate(casualties):
            if casualty.part_of is not None:
                home = homes[casualty.part_of]
            else:
                level = _level(parsed, sentence, casualty)
                context = _context(contexts, parsed, sentence, casualty, casualties, level)
                said_by = voices_of(attributions, casualty.first)
                home = _home(parsed, sentence, casualty, said_by, level, context, here)
            whole = home.places[casualty.part_of] if casualty.part_of is not None else None
            home.places[place] = len(home.tolls)
            home.tolls.append(attrs.evolve(_toll(parsed, casualty, sentence, home.voices), part_of=whole))
            homes.append(home)
        if not here:
            spoken_of = contexts.go_on(parsed, sentence) or Context()
            here.extend(_without_toll(parsed, sentence, spoken_of, voices_of(attributions, sentence.end)))
        drafts.extend(here)
    return drafts


def _context(
    contexts: Contexts,
    parsed: Parsed,
    sentence: Sentence,
    casualty: Casualty,
    casualties: Sequence[Casualty],
    level: Level,
) -> Context:
    if level == "incident":
        return contexts.of(parsed, sentence, casualty, casualties)
    if level == "aggregate":
        return contexts.sum(parsed, sentence, casualty)
    return contexts.aside(parsed, sentence, casualty.first)


def _home(
    parsed: Parsed,
    sentence: Sentence,
    casualty: Casualty,
    voices: tuple[str, ...],
    level: Level,
    context: Context,
    here: list[Draft],
) -> Draft:
    """The draft of this sentence that the casualty belongs to, made where there is none."""
    mention = perpetrator_of(parsed, sentence, casualty, victims_of(parsed, sentence, casualty))
    perpetrator = None
    if mention is not None:
        stance = stance_of(parsed, sentence, mention.actor, voices, casualty.trigger.first)
        perpetrator = named(mention, parsed, stance)
    for draft in here:
        same = draft.context is context or draft.level == level != "incident"
        if same and draft.voices == voices and draft.level == level and draft.perpetrator == perpetrator:
            return draft
    draft = Draft(parsed, sentence, context, voices, level, perpetrator, _event(parsed, sentence, casualty.first))
    here.append(draft)
    return draft


def _level(parsed: Parsed, sentence: Sentence, casualty: Casualty) -> Level:
    near = times_in(
        parsed, max(sentence.first, casualty.first - TIME_REACH), min(sentence.end, casualty.end + TIME_REACH)
    )
    return level_of(cues_in(parsed, sentence), near, casualty.count)


def _event(parsed: Parsed, sentence: Sentence, place: int) -> str | None:
    """The kind of event named nearest to token `place`."""
    mentions = parsed.events.between(sentence.first, sentence.end)
    return min(mentions, key=lambda m: (abs(m.first - place), m.first)).event if mentions else None


def victims_of(parsed: Parsed, sentence: Sentence, casualty: Casualty) -> str | None:
    """The neutral name of those counted: their organisation if they fight for one, else the kind of people.

    "Soldiers" without a name are those of the one state whose forces the article names, the doer's own left out.
    """
    people = casualty.people
    if people is None:
        return None
    if people.actor is not None and (people.combatant or people.group in (None, "people", "members")):
        return people.actor
    if people.combatant and people.group == "military personnel":
        doer = perpetrator_of(parsed, sentence, casualty, None)
        states = parsed.states - {doer.actor if doer else ""}
        return next(iter(states)) if len(states) == 1 else people.group
    return people.group


def _toll(parsed: Parsed, casualty: Casualty, sentence: Sentence, voices: tuple[str, ...]) -> Toll:
    people = casualty.people
    own = own_side(parsed, voices, casualty.first) if casualty.own else None
    return Toll(
        effect=casualty.effect,
        count=casualty.count,
        quote=parsed.quote(casualty.first, casualty.end),
        victims=own or victims_of(parsed, sentence, casualty),
        victims_words=_victims_words(parsed, people),
        hedge=casualty.hedge,
    )


def _victims_words(parsed: Parsed, people: People | None) -> str | None:
    """The noun phrase without its number; a number alone has none."""
    if people is None or (people.headless and people.actor is None and people.end <= people.first + 1):
        return None
    first = parsed.counts[people.first].end if people.first in parsed.counts else people.first
    while first < people.end and (
        parsed.tokens[first].lower == "of" or parsed.grammar.is_in(parsed.tokens[first].lower, "determiner")
    ):
        first += 1
    return parsed.words(first, people.end) if first < people.end else None


def _without_toll(parsed: Parsed, sentence: Sentence, context: Context, voices: tuple[str, ...]) -> Iterator[Draft]:
    """A sentence that names the doer of a deed but no casualties: an accusation, a denial, a claim, an account."""
    found = stances_in(parsed, sentence)
    actors = actors_in(parsed, sentence.first, sentence.end)
    events = parsed.events.between(sentence.first, sentence.end)
    if not actors or not events or any(name == "silent" for _, _, name in found):
        return
    event = _event(parsed, sentence, events[0].first)
    for first, end, name in found:
        if name in ("accused", "claimed", "denied"):
            stance: Stance = "denied" if name == "denied" else "claimed" if name == "claimed" else "accused"
            doer = _doer(actors, first, end, stance)
            said_by = voices if voices or stance == "accused" else (doer.actor,)
            yield Draft(parsed, sentence, context, said_by, "incident", named(doer, parsed, stance), event)
            return
    agent = agent_of(parsed, sentence, events[0])
    if agent is not None and context.where is not None and not context.told:
        stance = stance_of(parsed, sentence, agent.actor, voices, events[0].first)
        yield Draft(parsed, sentence, context, voices, "incident", named(agent, parsed, stance), event)


def _doer(actors: Sequence[ActorMention], first: int, end: int, stance: Stance) -> ActorMention:
    """The accused stands behind "blamed", who claims or denies before the verb."""
    after = [mention for mention in actors if mention.first >= end]
    before = [mention for mention in actors if mention.end <= first]
    if stance == "accused":
        return after[0] if after else before[0]
    return before[-1] if before else after[0]


def _silent_accounts(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those accounts of an attack that later sentences count the casualties of."""
    return [draft for draft in drafts if draft.tolls or draft.is_stance() or not draft.context.told]


def _claims(drafts: Iterable[Draft], contexts: Contexts, through: tuple[str, ...]) -> tuple[Claim, ...]:
    """The claims of the drafts, each naming those that the article calls another incident."""
    pairs = [(draft, _claim(draft, through)) for draft in drafts]
    told: dict[Context, set[str]] = {}
    for draft, claim in pairs:
        if draft.level == "incident":
            told.setdefault(draft.context, set()).add(claim.id)
    claims = {}
    for draft, claim in pairs:
        others = contexts.apart_from(draft.context) if draft.level == "incident" else []
        apart = {name for other in others for name in told.get(other, ())}
        claims[claim.id] = attrs.evolve(claim, separate_from=tuple(sorted(apart))) if apart else claim
    return tuple(claims.values())


def _kind_of(draft: Draft) -> str | None:
    """What the article first calls the kind of the incident; a sentence's own word where it says none."""
    return draft.context.event or draft.event


def _claim(draft: Draft, through: tuple[str, ...]) -> Claim:
    return Claim(
        article=draft.parsed.article.id,
        quote=draft.parsed.quote(draft.sentence.first, draft.sentence.end),
        voices=tuple(dict.fromkeys([*through, *draft.voices])),
        published=draft.parsed.article.published,
        when=draft.context.when,
        where=draft.context.where,
        event=_kind_of(draft),
        perpetrator=draft.perpetrator,
        level=draft.level,
        tolls=tuple(draft.tolls),
    )

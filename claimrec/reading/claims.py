"""The last step of the cascade: casualties, voices and contexts put together to claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from operator import attrgetter

from claimrec.errors import LanguageError
from claimrec.lexicon.loader import Lexicon, load_lexicon
from claimrec.reading.accounts import accounts_of, event_near, without_counted
from claimrec.reading.attributions import voices_of
from claimrec.reading.bylines import byline_of
from claimrec.reading.casualties import find_casualties
from claimrec.reading.contexts import Context
from claimrec.reading.deeds import doings_in
from claimrec.reading.doers_named import named, stance_of
from claimrec.reading.doings import Doing
from claimrec.reading.drafts import Draft, name_victims, restate
from claimrec.reading.happenings import happenings_in
from claimrec.reading.inheritance import inherit
from claimrec.reading.language import is_english
from claimrec.reading.levels import cues_of, level_of, totals_in
from claimrec.reading.mishaps import mishaps_in
from claimrec.reading.parsed import Parsed, parse
from claimrec.reading.perpetrators import across, perpetrator_of
from claimrec.reading.remarks import remarks_in
from claimrec.reading.sentences import Sentence
from claimrec.reading.sides import settled
from claimrec.reading.sketches import sketch_of
from claimrec.reading.storyline import Storyline
from claimrec.reading.summing import sum_up
from claimrec.reading.survivors import settle_open
from claimrec.reading.telling import Casualty
from claimrec.reading.toll_records import toll_of, victims_of
from claimrec.reading.voices import find_voices
from claimrec.reading.wars import is_of_all_sides
from claimrec.records.article import Article
from claimrec.records.claim import Claim, Level
from claimrec.records.sketch import Sketch
from claimrec.values.gathering import no_collecting


@no_collecting()
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
    storyline = Storyline(article.published)
    fields = (parse(article, lexicon, "title", countries=text.countries), text) if article.title else (text,)
    drafts = [draft for parsed in fields for draft in _drafts(parsed, storyline)]
    storyline.settle(text.home, text.town)
    drafts = settle_open(drafts)
    inherit(drafts)
    restate(drafts)
    inherit(drafts)
    drafts = without_counted(drafts)
    name_victims(drafts)
    sum_up(drafts)
    publisher = article.publisher or article.id
    byline = byline_of(text)
    through = (publisher,) if byline in (None, publisher) else (publisher, byline)
    return _claims(drafts, storyline, through, sketch_of(article) if drafts else None)


def _drafts(parsed: Parsed, storyline: Storyline) -> list[Draft]:
    """The drafts of one field of an article, in the order of its sentences."""
    voices = find_voices(parsed)
    drafts: list[Draft] = []
    heard: set[Context] = set()
    found = [find_casualties(parsed, s, speakers=map(attrgetter("speaker"), voices[s.first])) for s in parsed.sentences]
    done = [(doings_in(parsed, s), mishaps_in(parsed, s)) for s in parsed.sentences]
    for sentence, casualties, (doings, mishaps) in zip(parsed.sentences, found, done, strict=True):
        attributions = voices[sentence.first]
        here: list[Draft] = []
        known: Context | None = None
        homes: list[Draft] = []
        counted = [victims_of(parsed, sentence, casualty, doings) for casualty in casualties]
        for place, (casualty, victims) in enumerate(zip(casualties, counted, strict=True)):
            if casualty.part_of is None:
                totals = totals_in(parsed, sentence, casualties, casualty)
                cues = cues_of(parsed, sentence, casualties, casualty)
                level = level_of(cues, totals, casualty.count)
                context = _context(storyline, parsed, sentence, casualty, casualties, level)
                said_by = voices_of(attributions, casualty.first)
                doing = perpetrator_of(parsed, sentence, casualty, doings, victims)
                doing = doing or across(parsed, sentence, casualties, counted, place) or next(iter(mishaps), None)
                if doing is not None and level == "cumulative" and is_of_all_sides(parsed, sentence, casualty, doing):
                    doing = None
                home, whole = _home(parsed, sentence, casualty, doing, said_by, level, context, here), None
            else:
                home = homes[casualty.part_of]
                whole = home.places[casualty.part_of]
            home.places[place] = len(home.tolls)
            if casualty.open:
                home.open.add(len(home.tolls))
            home.tolls.append(toll_of(parsed, casualty, victims, home.voices, whole))
            homes.append(home)
        if not here:
            known = storyline.go_on(parsed, sentence)
            here.extend(accounts_of(parsed, sentence, [*doings, *mishaps], known, attributions))
        told_by = [attribution for attribution in attributions if attribution.remark] if here else attributions
        here.extend(remarks_in(parsed, sentence, here[0].context if here else known, told_by, storyline))
        if known is not None and not here and known not in heard:
            here.extend(happenings_in(parsed, sentence, known, attributions))
        if here:
            drafts.extend(here)
            heard.update([draft.context for draft in here])
    return drafts


def _context(
    storyline: Storyline,
    parsed: Parsed,
    sentence: Sentence,
    casualty: Casualty,
    casualties: Sequence[Casualty],
    level: Level,
) -> Context:
    """The incident, sum or longer time that the casualty is counted over."""
    if level == "incident":
        return storyline.incident(parsed, sentence, casualty, casualties)
    if level == "aggregate":
        return storyline.sum(parsed, sentence, casualty)
    return storyline.aside(parsed, sentence, casualty)


def _home(
    parsed: Parsed,
    sentence: Sentence,
    casualty: Casualty,
    doing: Doing | None,
    voices: tuple[str, ...],
    level: Level,
    context: Context,
    here: list[Draft],
) -> Draft:
    """The draft of this sentence that the casualty belongs to, made where there is none."""
    perpetrator = None
    doer = settled(parsed, doing.doer, voices) if doing is not None else None
    if doing is not None and doer is not None:
        doing = doing if doer is doing.doer else doing._replace(doer=doer)
        stance = stance_of(parsed, sentence, doing, voices, casualty.trigger.first)
        perpetrator = named(doing.doer, parsed, stance)
    for draft in here:
        same = draft.context is context or draft.level == level != "incident"
        if same and draft.voices == voices and draft.level == level and draft.perpetrator == perpetrator:
            return draft
    draft = Draft(parsed, sentence, context, voices, level, perpetrator, event_near(parsed, sentence, casualty.first))
    here.append(draft)
    return draft


def _claims(
    drafts: Sequence[Draft], storyline: Storyline, through: tuple[str, ...], sketch: Sketch | None
) -> tuple[Claim, ...]:
    """The claims of the drafts, each naming those that the article calls another incident."""
    told: dict[Context, list[Claim]] = {}
    claims: dict[Hashable, tuple[Draft, Claim]] = {}
    here = Counter([draft.sentence.first for draft in drafts])
    for draft in drafts:
        claim = _claim(draft, through, sketch)
        # of one sentence two drafts may say the same; others need no digest of all that they say
        first = draft.sentence.first
        claims[claim.id if here[first] > 1 else first, draft.parsed.field] = draft, claim
        if draft.level == "incident":
            told.setdefault(draft.context, []).append(claim)
    return tuple([_apart(claim, draft, storyline, told) for draft, claim in claims.values()])


def _apart(claim: Claim, draft: Draft, storyline: Storyline, told: Mapping[Context, Sequence[Claim]]) -> Claim:
    """The claim with the names of those that the article calls another incident."""
    others = storyline.apart_from(draft.context) if draft.level == "incident" else []
    apart = {other.id for context in others for other in told.get(context, ())}
    return _claim(draft, claim.voices, claim.sketch, tuple(sorted(apart))) if apart else claim


def _claim(draft: Draft, through: tuple[str, ...], sketch: Sketch | None, separate_from: tuple[str, ...] = ()) -> Claim:
    when = draft.context.when
    return Claim(
        article=draft.parsed.article.id,
        quote=draft.parsed.quote(draft.sentence.first, draft.sentence.end),
        voices=tuple(dict.fromkeys([*through, *draft.voices])),
        published=draft.parsed.article.published,
        when=None if when is None else when.in_claim(),
        where=draft.context.where,
        event=draft.context.event or draft.event,
        perpetrator=draft.perpetrator,
        level=draft.level,
        tolls=tuple(draft.tolls),
        separate_from=separate_from,
        sketch=sketch,
    )

"""Sentences that tell of fighting without casualties, and so say more of an incident: its place, its day."""

from __future__ import annotations

from claimrec.reading.clause_times import nearest_time
from claimrec.reading.contexts import COUNTRY, GOVERNORATE, Context
from claimrec.reading.deed_told import deed_told
from claimrec.reading.doers_named import speaks_of_the_deed
from claimrec.reading.doings import VIOLENT
from claimrec.reading.levels import cues_in
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.settings import EVENT_REACH, NEAR, Setting, setting_of
from claimrec.reading.told_incidents import ToldIncidents

LEAD = 120
"""Tokens at the start of an article that all tell its news."""
MORE = 120
"""Tokens behind a casualty in which the place that was told loosely ("a village near X") is told again in full."""
A_NIGHT = 2
"""Days of a night, the longest time in which an incident is said to have happened."""
APART = ("separate", "meanwhile", "background")
"""Cues of `levels.toml` for what happened elsewhere than what was told before."""


def told_more_of(incidents: ToldIncidents, parsed: Parsed, sentence: Sentence) -> Context | None:
    """The incident of a sentence that tells of fighting without casualties: it says more of the one told last.

    What answers that one ("the army replied with artillery") is an incident of its own.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.parsed import parse
    >>> from claimrec.records.article import Article
    >>> parsed = parse(Article("a1", "Clashes broke out in Saraqib."), load_lexicon())
    >>> told_more_of(ToldIncidents(None), parsed, parsed.sentences[0]).where.place.name
    'Saraqib'
    """
    events, cues = parsed.events.between(sentence.first, sentence.end), cues_in(parsed, sentence)
    if not cues.isdisjoint(APART):
        return None if "background" in cues else _told_beside(incidents, parsed, sentence, separate="separate" in cues)
    told = events[0].first if events else _deed_in(incidents, parsed, sentence)
    setting = setting_of(parsed, sentence, told, reach=EVENT_REACH) if told is not None else None
    if told is None or setting is None or not (events or setting.where):
        _say_when(incidents, parsed, sentence)
        return _said_more_of(incidents, parsed, sentence)
    going_on, incidents.fought_until = incidents.fought_until == sentence.first, sentence.end
    if "answer" in cues and incidents.all:
        answer = incidents.open(separate=True)
        answer.fill(setting)
        return answer
    if setting.when is None and setting.where is None:
        return _placed_more_finely(incidents, parsed, sentence)
    context = next(incidents.fitting(setting), None)
    if context is None or _is_news(sentence, setting, context):
        context = incidents.open()
    region = going_on and len(incidents.all) == 1 and context.fineness <= GOVERNORATE < setting.fineness
    if sentence.first < LEAD or setting.definite or not context.told or region:
        day = setting.when is not None and setting.when.window.days == 1
        context.fill(setting if day or not context.told else setting._replace(when=None))
    elif context.fineness <= COUNTRY:
        context.fill(setting._replace(when=None))  # "a village in the north" is named later
    if setting.where is None:
        _place_more_finely(context, parsed, sentence)
    context.said = context.said or nearest_time(parsed, sentence, told, said=True)
    return context


def _deed_in(incidents: ToldIncidents, parsed: Parsed, sentence: Sentence) -> int | None:
    """A deed that is told as done, or the first word of violence ("stormed") where it may open the news."""
    deed = deed_told(parsed, sentence)
    if deed is not None or incidents.all:
        return deed
    hits = parsed.deeds.between(sentence.first, sentence.end)
    return next((hit.first for hit in hits if not hit.meaning.isdisjoint(VIOLENT)), None)


def _told_beside(incidents: ToldIncidents, parsed: Parsed, sentence: Sentence, *, separate: bool) -> Context | None:
    """As in "Meanwhile, a pylon was blown up in X": what is told beside the news, at a place of its own."""
    deed = deed_told(parsed, sentence)
    setting = setting_of(parsed, sentence, deed, reach=EVENT_REACH) if deed is not None else None
    if setting is None or setting.where is None:
        return None
    told = incidents.open(separate=separate)
    told.fill(setting)
    return told


def _is_news(sentence: Sentence, setting: Setting, context: Context) -> bool:
    """As in "reporting a new attack on X": a deed at a place of its own, where the incident told has none."""
    if setting.where is None or setting.fineness < NEAR or setting.definite or sentence.first < LEAD:
        return False
    return context.where is None and bool(context.told)


def _say_when(incidents: ToldIncidents, parsed: Parsed, sentence: Sentence) -> None:
    """As in "It happened on Sunday", "Officers were called there on Sunday": the time of the one told last."""
    told = incidents.last
    happened = parsed.grammar.any_in(parsed.tokens.lower[sentence.first : sentence.end], "on_scene")
    if told is None or not happened or not (told.when is None or told.inherited):
        return
    when = nearest_time(parsed, sentence, sentence.first)
    if when is not None and when.window.days <= A_NIGHT:
        told.when, told.inherited = when, False


def _said_more_of(incidents: ToldIncidents, parsed: Parsed, sentence: Sentence) -> Context | None:
    """The incident told last, if the sentence speaks of its deed; it may say where the "village near X" lies."""
    told = _placed_more_finely(incidents, parsed, sentence)
    return told if told is not None and speaks_of_the_deed(parsed, sentence) else None


def _placed_more_finely(incidents: ToldIncidents, parsed: Parsed, sentence: Sentence) -> Context | None:
    """The incident told last, with the finer place that the sentence gives soon after a loose one."""
    if not incidents.all:
        return None
    _place_more_finely(incidents.all[-1], parsed, sentence)
    return incidents.all[-1]


def _place_more_finely(told: Context, parsed: Parsed, sentence: Sentence) -> None:
    at_once = bool(told.told) and sentence.first - told.told[-1].end < MORE
    loose = at_once and told.where is not None and told.fineness <= NEAR
    if loose and parsed.places.between(sentence.first, sentence.end):
        finer = setting_of(parsed, sentence, sentence.first)
        if finer.fineness > told.fineness and not finer.elsewhere and told.fits(finer._replace(when=None)):
            told.fill(finer._replace(when=None))

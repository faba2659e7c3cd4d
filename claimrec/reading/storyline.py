"""Which incident of an article a sentence speaks of: the incidents in the order in which they are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from claimrec.reading.contexts import COUNTRY, GOVERNORATE, Context
from claimrec.reading.deed_told import deed_told
from claimrec.reading.deeds import VIOLENT
from claimrec.reading.levels import cues_in
from claimrec.reading.looking_back import look_back, time_before, time_counted_back
from claimrec.reading.one_person import one_person
from claimrec.reading.parsed import Parsed
from claimrec.reading.perpetrators import speaks_of_the_deed
from claimrec.reading.sentences import Sentence
from claimrec.reading.settings import EVENT_REACH, NEAR, Setting, clause_around, nearest_time, setting_of
from claimrec.reading.telling import Casualty
from claimrec.reading.told_times import ToldTime
from claimrec.reading.understood import is_old, settle_places, settle_times
from claimrec.reading.wars import over_war
from claimrec.records.claim import Where

LEAD = 120
"""Tokens at the start of an article that all tell its news."""
LONG_TIME = 300
"""Days of a war, which a total without a time of its own is counted over (own)."""
MORE = 120
"""Tokens behind a casualty in which the place that was told loosely ("a village near X") is told again in full."""
A_NIGHT = 2
"""Days of a night, the longest time in which an incident is said to have happened."""
APART = ("separate", "meanwhile", "background")
"""Cues of `levels.toml` for what happened elsewhere than what was told before."""
REMEMBERED = 40
"""Incidents back to which a sentence can refer; no reader keeps more apart, and the time stays linear."""


class Storyline:
    """The incidents of one article in the order in which it tells them."""

    def __init__(self, published: date | None) -> None:
        self._published = published
        self._all: list[Context] = []
        self._sums: list[Context] = []
        self._asides: list[Context] = []  # counted over longer times than an incident's
        self._latest: ToldTime | None = None
        self._single: Context | None = None  # of the person told last, whom "he" or "she" means
        self._persons: dict[str, Context] = {}  # of one person each, by the noun: whom "the pilot" means
        self._before: tuple[Casualty, Context] | None = None  # the casualty told last, and its incident
        self._seen_back: tuple[int, Context] | None = None  # what a sentence looked back on, and where that ended
        self._fought_until = 0  # where the last sentence ended that spoke of fighting

    def incident(
        self, parsed: Parsed, sentence: Sentence, casualty: Casualty, casualties: Sequence[Casualty]
    ) -> Context:
        """The incident that one of the sentence's casualties belongs to: one told before, or a new one."""
        person = one_person(parsed, casualty)
        known = self._single if casualty.again else self._persons.get(person.noun) if person and person.known else None
        if known is not None:
            known.tell(casualty)
            return known
        clause = clause_around(parsed, sentence, casualties, casualty.first)
        back = look_back(parsed, sentence)
        if back is not None and clause.first < back < casualty.first:
            clause = Sentence(back, clause.end, clause.quoted)
        parted = clause.first > sentence.first and "earlier" in parsed.lists[clause.first]
        setting = setting_of(parsed, clause, casualty.first)
        counted = time_counted_back(parsed, sentence, casualty.first)
        if counted is not None:
            setting = setting._replace(when=counted)
        if parted and setting.when is None:
            setting = setting._replace(when=time_before(parsed, clause.first, self._news()))
        found = self._gone_on_with(parsed, sentence, None if parted else setting, casualty, casualties)
        if found is None and parted and back is None:
            return _beside(setting)
        found = found or self._told_or_new(parsed, sentence, setting, casualty, casualties)
        found.fill(setting)
        if found.when is not None and not is_old(found.when, self._published):
            self._latest = found.when
        found.said = found.said or nearest_time(parsed, clause, casualty.first, said=True)
        found.tell(casualty)
        self._before = casualty, found
        if casualty.count.is_exact and casualty.count.low == 1:
            self._single = found
        if person is not None:
            self._persons[person.noun] = found
        return found

    def _gone_on_with(
        self,
        parsed: Parsed,
        sentence: Sentence,
        setting: Setting | None,
        casualty: Casualty,
        casualties: Sequence[Casualty],
    ) -> Context | None:
        """The incident of the casualty before in the sentence, which "and three others were injured" goes on with.

        So does a clause whose setting gives no time, place or event; None is that of a clause that looks back. "The
        attack" behind a sentence that looks back is what that looked back on.
        """
        if self._before is None or not any(one is self._before[0] for one in casualties):
            seen = self._seen_back if setting and setting.definite and not (setting.when or setting.where) else None
            return seen[1] if seen is not None and seen[0] == sentence.first else None
        before, context = self._before
        if casualty.trigger is before.trigger:
            return context
        if setting and not (setting.when or setting.where) and (not setting.events or casualty.effect != before.effect):
            return context
        people = [one.people for one in (before, casualty) if one.people is not None]
        words = [word for one in people for word in parsed.tokens.lower[one.first : one.end]]
        others = before.effect != casualty.effect and parsed.grammar.any_in(words, "others")
        return context if others else None

    def _told_or_new(
        self,
        parsed: Parsed,
        sentence: Sentence,
        setting: Setting,
        casualty: Casualty,
        casualties: Sequence[Casualty],
    ) -> Context:
        """The incident told before that is meant; a new one where the sentence says so, or where none fits.

        A sentence that looks back tells of none before but the one that it names.
        """
        cues = cues_in(parsed, sentence)
        separate = bool(cues & {"separate", "answer"}) and bool(self._all)
        found = None
        back = look_back(parsed, sentence) is not None
        if back:
            found = next((context for context in self._fitting(setting) if context.is_named_by(setting)), None)
        elif not separate:
            found = self._told_before(setting, casualty, casualties)
            if found is not None and "meanwhile" in cues and found.contradicts(casualty):
                found = found if found.is_named_by(setting) else None
        return found or self._opened(separate=separate, apart=back or not cues.isdisjoint(APART))

    def sum(self, parsed: Parsed, sentence: Sentence, casualty: Casualty) -> Context:
        """What is counted over several incidents; these happened when it says, and it when they say."""
        setting = setting_of(parsed, sentence, casualty.first)
        found = next((context for context in self._sums if context.repeats(casualty)), None)
        if found is None:
            found = _beside(setting)
            self._sums.append(found)
        found.when = found.when or setting.when
        if setting.where and setting.fineness < found.fineness:  # a sum's place holds all that it counts
            found.where, found.fineness = setting.where, setting.fineness
        found.tell(casualty)
        self._latest = found.when or self._latest
        return found

    def aside(self, parsed: Parsed, sentence: Sentence, casualty: Casualty) -> Context:
        """What is counted over a longer time than an incident's."""
        since = nearest_time(parsed, sentence, casualty.first, since=True)
        setting = setting_of(parsed, sentence, casualty.first)
        when = over_war(parsed, sentence, casualty, since or setting.when or _long_time(parsed))
        self._asides.append(_beside(setting._replace(when=when)))
        return self._asides[-1]

    def _say_where(self, setting: Setting) -> None:
        """As in "The bombardment struck X, where two were killed a week before": the place is that of the news too."""
        told = self._all[-1] if setting.definite and self._all else None
        if told is not None and told.told and told.events & setting.events and told.fits(setting._replace(when=None)):
            told.fill(setting._replace(when=None))

    def go_on(self, parsed: Parsed, sentence: Sentence) -> Context | None:
        """The incident of a sentence that tells of fighting without casualties: it says more of the one told last.

        What answers that one ("the army replied with artillery") is an incident of its own.
        """
        back = look_back(parsed, sentence)
        if back is not None:
            return self._look_back(parsed, sentence, back)
        events, cues = parsed.events.between(sentence.first, sentence.end), cues_in(parsed, sentence)
        if not cues.isdisjoint(APART):
            return None if "background" in cues else self._told_beside(parsed, sentence, separate="separate" in cues)
        told = events[0].first if events else self._deed_in(parsed, sentence)
        setting = setting_of(parsed, sentence, told, reach=EVENT_REACH) if told is not None else None
        if told is None or setting is None or not (events or setting.where):
            self._say_when(parsed, sentence)
            return self._said_more_of(parsed, sentence)
        going_on, self._fought_until = self._fought_until == sentence.first, sentence.end
        if "answer" in cues and self._all:
            answer = self._opened(separate=True)
            answer.fill(setting)
            return answer
        if setting.when is None and setting.where is None:
            return self._placed_more_finely(parsed, sentence)
        context = next(self._fitting(setting), None)
        if context is None or self._is_news(sentence, setting, context):
            context = self._opened()
        region = going_on and len(self._all) == 1 and context.fineness <= GOVERNORATE < setting.fineness
        if sentence.first < LEAD or setting.definite or not context.told or region:
            day = setting.when is not None and setting.when.window.days == 1
            context.fill(setting if day or not context.told else setting._replace(when=None))
        elif context.fineness <= COUNTRY:
            context.fill(setting._replace(when=None))  # "a village in the north" is named later
        if setting.where is None:
            self._place_more_finely(context, parsed, sentence)
        context.said = context.said or nearest_time(parsed, sentence, told, said=True)
        return context

    def _deed_in(self, parsed: Parsed, sentence: Sentence) -> int | None:
        """A deed that is told as done, or the first word of violence ("stormed") where it may open the news."""
        deed = deed_told(parsed, sentence)
        if deed is not None or self._all:
            return deed
        hits = parsed.deeds.between(sentence.first, sentence.end)
        return next((hit.first for hit in hits if not hit.meaning.isdisjoint(VIOLENT)), None)

    def _told_beside(self, parsed: Parsed, sentence: Sentence, *, separate: bool) -> Context | None:
        """As in "Meanwhile, a pylon was blown up in X": what is told beside the news, at a place of its own."""
        deed = deed_told(parsed, sentence)
        setting = setting_of(parsed, sentence, deed, reach=EVENT_REACH) if deed is not None else None
        if setting is None or setting.where is None:
            return None
        told = self._opened(separate=separate)
        told.fill(setting)
        return told

    def _is_news(self, sentence: Sentence, setting: Setting, context: Context) -> bool:
        """As in "reporting a new attack on X": a deed at a place of its own, where the incident told has none."""
        if setting.where is None or setting.fineness < NEAR or setting.definite or sentence.first < LEAD:
            return False
        return context.where is None and bool(context.told)

    def meant(self, parsed: Parsed, sentence: Sentence, deed: int, known: Context | None) -> Context | None:
        """The incident that a remark on "the killing" means: the sentence's own, the latest that fits, or the first.

        One of another day and place stands beside those told. None where the sentence speaks of another without saying
        which.
        """
        setting = setting_of(parsed, sentence, deed)
        if known is not None:
            apart = setting.when is not None and setting.where is not None and not known.fits(setting)
            return _beside(setting) if apart else known
        if not cues_in(parsed, sentence).isdisjoint(APART):
            return None
        return next(self._fitting(setting), None) if self._all else self._opened()

    def _look_back(self, parsed: Parsed, sentence: Sentence, back: int) -> Context:
        """What the sentence looks back on: beside the news, until the next sentence tells whom "the attack" hurt."""
        setting = setting_of(parsed, Sentence(back, sentence.end, sentence.quoted), back)
        when = setting.when or time_before(parsed, back, self._news())
        self._seen_back = sentence.end, _beside(setting._replace(when=when))
        return self._seen_back[1]

    def _news(self) -> ToldTime | None:
        """When the incident told last was, from which a look back counts."""
        return self._before[1].when if self._before else None

    def _say_when(self, parsed: Parsed, sentence: Sentence) -> None:
        """As in "It happened on Sunday", "Officers were called there on Sunday": the time of the one told last."""
        told = self._all[-1] if self._all else None
        happened = parsed.grammar.any_in(parsed.tokens.lower[sentence.first : sentence.end], "on_scene")
        if told is None or not happened or not (told.when is None or told.inherited):
            return
        when = nearest_time(parsed, sentence, sentence.first)
        if when is not None and when.window.days <= A_NIGHT:
            told.when, told.inherited = when, False

    def _said_more_of(self, parsed: Parsed, sentence: Sentence) -> Context | None:
        """The incident told last, if the sentence speaks of its deed; it may say where the "village near X" lies."""
        told = self._placed_more_finely(parsed, sentence)
        return told if told is not None and speaks_of_the_deed(parsed, sentence) else None

    def _placed_more_finely(self, parsed: Parsed, sentence: Sentence) -> Context | None:
        """The incident told last, with the finer place that the sentence gives soon after a loose one."""
        if not self._all:
            return None
        self._place_more_finely(self._all[-1], parsed, sentence)
        return self._all[-1]

    def _place_more_finely(self, told: Context, parsed: Parsed, sentence: Sentence) -> None:
        at_once = bool(told.told) and sentence.first - told.told[-1].end < MORE
        loose = at_once and told.where is not None and told.fineness <= NEAR
        if loose and parsed.places.between(sentence.first, sentence.end):
            finer = setting_of(parsed, sentence, sentence.first)
            if finer.fineness > told.fineness and not finer.elsewhere and told.fits(finer._replace(when=None)):
                told.fill(finer._replace(when=None))

    def settle(self, home: Where | None, town: Where | None) -> None:
        """Give each incident and total the time and place that the article leaves to be understood."""
        settle_times(self._all, self._sums, self._published)
        settle_places(self._all, [*self._sums, *self._asides], home, town)

    def apart_from(self, context: Context) -> list[Context]:
        """The incidents that the article itself calls other ones than this: the later of the two is separate."""
        if context.number is None:
            return []
        before = self._all[max(0, context.number - REMEMBERED) : context.number] if context.separate else []
        behind = self._all[context.number + 1 : context.number + 1 + REMEMBERED]
        return [*before, *(other for other in behind if other.separate)]

    def _opened(self, *, separate: bool = False, apart: bool = False) -> Context:
        """A new incident; until it says otherwise it has the time of what was told before: news goes on."""
        before = self._latest
        opened = Context(when=before, inherited=before is not None, separate=separate, number=len(self._all))
        opened.apart = apart or separate
        self._all.append(opened)
        return opened

    def _fitting(self, setting: Setting) -> Iterator[Context]:
        """The incidents told so far that the setting does not contradict, the latest first.

        What was long before the news is none that was told as news, without a day.
        """
        fitting = (context for context in self._all[: -REMEMBERED - 1 : -1] if context.fits(setting))
        if setting.when is None or not is_old(setting.when, self._published):
            return fitting
        return (context for context in fitting if not context.told or (context.when and not context.inherited))

    def _told_before(self, setting: Setting, casualty: Casualty, casualties: Sequence[Casualty]) -> Context | None:
        """The latest incident that neither time, place nor toll contradicts.

        One that place and time confirm goes first, then one that the toll repeats, then one of the same kind. A toll
        of its own at a time or place of its own opens a new incident, unless the sentence speaks of "the attack".
        """
        fitting = list(self._fitting(setting))
        confirmed = [context for context in fitting if context.is_named_by(setting)]
        parts = (one for one in casualties if one.part_of is not None and casualties[one.part_of] is casualty)
        told_so = [casualty, *parts]
        repeated = [one for one in fitting if any(map(one.repeats, told_so)) or one.sums(casualties)]
        alike = [context for context in fitting if setting.definite and context.events & setting.events]
        for choice in (confirmed, repeated, alike):
            if choice:
                return choice[0]
        if not fitting:
            self._say_where(setting)
        if not fitting or setting.elsewhere:
            return None
        apart = fitting[0].is_told_more_of_by(setting) or fitting[0].is_elsewhere_than(setting)
        if not apart or not fitting[0].contradicts(casualty):
            return fitting[0]
        told = [context for context in fitting if setting.definite and context.told]
        if told:
            told[-1].fill(setting._replace(when=None))  # "the bombardment struck X, where two ..."
        return None


def _long_time(parsed: Parsed) -> ToldTime | None:
    """The longest time up to publication that the article names ("since the war began in 2011")."""
    spans = [mention for mention in parsed.times.values() if mention.kind == "since"]
    longest = max(spans, key=lambda mention: mention.window.days, default=None)
    if longest is None or longest.window.days < LONG_TIME:
        return None
    return ToldTime(longest.window, parsed.words(longest.first, longest.end), longest.relative)


def _beside(setting: Setting) -> Context:
    """What stands beside the incidents and takes only its own sentence's words."""
    beside = Context(when=setting.when, where=setting.where, fineness=setting.fineness)
    beside.event = setting.event
    return beside

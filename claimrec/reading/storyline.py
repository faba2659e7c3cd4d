"""Which incident of an article a sentence speaks of: the incidents in the order in which they are told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claimrec.reading.clause_times import nearest_time
from claimrec.reading.contexts import Context
from claimrec.reading.going_on import APART, told_more_of
from claimrec.reading.levels import cues_in
from claimrec.reading.looking_back import look_back, looked_back_on, time_before, time_counted_back
from claimrec.reading.one_person import one_person
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.settings import Setting, clause_around, setting_of
from claimrec.reading.telling import Casualty
from claimrec.reading.told_incidents import ToldIncidents
from claimrec.reading.told_times import ToldTime
from claimrec.reading.told_totals import ToldTotals
from claimrec.reading.understood import settle_places, settle_times
from claimrec.records.claim import Where


class Storyline:
    """The incidents of one article in the order in which it tells them."""

    def __init__(self, published: date | None) -> None:
        self._published = published
        self._incidents = ToldIncidents(published)
        self._totals = ToldTotals()
        self._single: Context | None = None  # of the person told last, whom "he" or "she" means
        self._persons: dict[str, Context] = {}  # of one person each, by the noun: whom "the pilot" means
        self._before: tuple[Casualty, Context] | None = None  # the casualty told last, and its incident
        self._seen_back: tuple[int, Context] | None = None  # what a sentence looked back on, and where that ended

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
        if parted:
            before = time_before(parsed, clause.first, self._news())
            sure = back is not None and self._news() is not None
            setting = setting._replace(when=looked_back_on(setting.when, before) if sure else setting.when or before)
        found = self._gone_on_with(parsed, sentence, None if parted else setting, casualty, casualties)
        if found is None and parted and back is None:
            return Context.beside(setting)
        found = found or self._told_or_new(parsed, sentence, setting, casualty, casualties)
        found.fill(setting)
        self._incidents.hear(found.when)
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
        separate = bool(cues & {"separate", "answer"}) and bool(self._incidents.all)
        found = None
        back = look_back(parsed, sentence) is not None
        if back:
            found = next(
                (context for context in self._incidents.fitting(setting) if context.is_named_by(setting)), None
            )
        elif not separate:
            found = self._incidents.told_before(setting, casualty, casualties)
            if found is not None and "meanwhile" in cues and found.contradicts(casualty):
                found = found if found.is_named_by(setting) else None
        beside = casualty.clause is not None or setting.elsewhere  # "12 were killed in X, seven in the next village"
        told_apart = separate or (beside and bool(self._incidents.all))
        return found or self._incidents.open(separate=told_apart, apart=back or not cues.isdisjoint(APART))

    def sum(self, parsed: Parsed, sentence: Sentence, casualty: Casualty) -> Context:
        """What is counted over several incidents; these happened when it says, and it when they say."""
        found = self._totals.sum(parsed, sentence, casualty)
        self._incidents.hear(found.when)
        return found

    def aside(self, parsed: Parsed, sentence: Sentence, casualty: Casualty) -> Context:
        """What is counted over a longer time than an incident's."""
        return self._totals.aside(parsed, sentence, casualty)

    def go_on(self, parsed: Parsed, sentence: Sentence) -> Context | None:
        """The incident of a sentence that tells of fighting without casualties: it says more of the one told last."""
        back = look_back(parsed, sentence)
        return (
            told_more_of(self._incidents, parsed, sentence) if back is None else self._look_back(parsed, sentence, back)
        )

    def meant(self, parsed: Parsed, sentence: Sentence, deed: int, known: Context | None) -> Context | None:
        """The incident that a remark on "the killing" means: the sentence's own, the latest that fits, or the first.

        One of another day and place stands beside those told. None where the sentence speaks of another without saying
        which.
        """
        setting = setting_of(parsed, sentence, deed)
        if known is not None:
            apart = setting.when is not None and setting.where is not None and not known.fits(setting)
            return Context.beside(setting) if apart else known
        if not cues_in(parsed, sentence).isdisjoint(APART):
            return None
        return next(self._incidents.fitting(setting), None) if self._incidents.all else self._incidents.open()

    def _look_back(self, parsed: Parsed, sentence: Sentence, back: int) -> Context:
        """What the sentence looks back on: beside the news, until the next sentence tells whom "the attack" hurt."""
        setting = setting_of(parsed, Sentence(back, sentence.end, sentence.quoted), back)
        when = setting.when or time_before(parsed, back, self._news())
        self._seen_back = sentence.end, Context.beside(setting._replace(when=when))
        return self._seen_back[1]

    def _news(self) -> ToldTime | None:
        """When the incident told last was, from which a look back counts."""
        return self._before[1].when if self._before else None

    def settle(self, home: Where | None, town: Where | None) -> None:
        """Give each incident and total the time and place that the article leaves to be understood."""
        settle_times(self._incidents.all, self._totals.sums, self._published)
        settle_places(self._incidents.all, [*self._totals.sums, *self._totals.asides], home, town)

    def apart_from(self, context: Context) -> list[Context]:
        """The incidents that the article itself calls other ones than this: the later of the two is separate."""
        return self._incidents.apart_from(context)

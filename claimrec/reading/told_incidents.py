"""The incidents that an article has told so far, and which of them a clause can speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from claimrec.reading.contexts import Context
from claimrec.reading.settings import Setting
from claimrec.reading.telling import Casualty
from claimrec.reading.told_times import ToldTime
from claimrec.reading.understood import is_old

REMEMBERED = 40
"""Incidents back to which a sentence can refer; no reader keeps more apart, and the time stays linear."""


class ToldIncidents:
    """The incidents of one article in the order in which it tells them; `published` is its day.

    >>> told = ToldIncidents(None)
    >>> told.open().number, told.open(separate=True).number
    (0, 1)
    >>> [context.number for context in told.fitting(Setting(None, None))]
    [1, 0]
    """

    def __init__(self, published: date | None) -> None:
        self.all: list[Context] = []
        self._published = published
        self.fought_until = 0  # where the last sentence ended that spoke of fighting
        self._latest: ToldTime | None = None  # of the news told last

    @property
    def last(self) -> Context | None:
        """The incident told last."""
        return self.all[-1] if self.all else None

    def hear(self, when: ToldTime | None) -> None:
        """Keep the time of the news told last, which what is told next without a time shares; the old is no news."""
        if when is not None and not is_old(when, self._published):
            self._latest = when

    def open(self, *, separate: bool = False, apart: bool = False) -> Context:
        """A new incident; until it says otherwise it has the time of what was told before: news goes on."""
        before = self._latest
        opened = Context(when=before, inherited=before is not None, separate=separate, number=len(self.all))
        opened.apart = apart or separate
        self.all.append(opened)
        return opened

    def fitting(self, setting: Setting) -> Iterator[Context]:
        """The incidents told so far that the setting does not contradict, the latest first.

        What was long before the news is none that was told as news, without a day.
        """
        fitting = (context for context in self.all[: -REMEMBERED - 1 : -1] if context.fits(setting))
        if setting.when is None or not is_old(setting.when, self._published):
            return fitting
        return (context for context in fitting if not context.told or (context.when and not context.inherited))

    def told_before(self, setting: Setting, casualty: Casualty, casualties: Sequence[Casualty]) -> Context | None:
        """The latest incident that neither time, place nor toll contradicts.

        One that place and time confirm goes first, then one that the toll repeats, then one of the same kind. A toll
        of its own at a time or place of its own opens a new incident, unless the sentence speaks of "the attack".
        """
        fitting = list(self.fitting(setting))
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

    def _say_where(self, setting: Setting) -> None:
        """As in "The bombardment struck X, where two were killed a week before": the place is that of the news too."""
        told = self.last if setting.definite else None
        if told is not None and told.told and told.events & setting.events and told.fits(setting._replace(when=None)):
            told.fill(setting._replace(when=None))

    def apart_from(self, context: Context) -> list[Context]:
        """The incidents that the article itself calls other ones than this: the later of the two is separate."""
        if context.number is None:
            return []
        before = self.all[max(0, context.number - REMEMBERED) : context.number] if context.separate else []
        behind = self.all[context.number + 1 : context.number + 1 + REMEMBERED]
        return [*before, *(other for other in behind if other.separate)]

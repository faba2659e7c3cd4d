"""One incident as an article tells it: what has been said of it so far, and whether a sentence can speak of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import attrs

from claimrec.lexicon.romanisation import skeleton
from claimrec.reading.settings import FINENESS, FINEST, UNKNOWN_SPOT, Setting
from claimrec.reading.telling import Casualty
from claimrec.reading.told_times import ToldTime
from claimrec.records.claim import Effect, Where
from claimrec.values.count import Count
from claimrec.values.place import Place

SAME_SPOT_KM = 1.0
"""Two names whose points lie nearer than this are spellings of one place (own; half a village across)."""
NEIGHBOURING_KM = 60.0
"""A finer place this near, or in the same governorate, can be the one that a coarser name meant (own).

So can one beyond the rim of a wide area, by up to half its radius: no region is a circle.
"""
OUTSKIRTS_KM = 6.0
"""The same beyond the rim of what is named as a town: its quarters and checkpoints lie no farther out (own)."""
CLASH = "armed clash"
"""The kind of event in which each side has the other's losses on it."""
COUNTRY = 0
"""Fineness of a country, the widest place that is told."""
MOST_NUMBERS = 40
"""Different numbers of one effect back to which an incident is known; no news gives more, and the time stays linear."""
VAGUELY = 3
"""A number told as "at least" so much is not meant by one that is more than so many times higher (own)."""
GOVERNORATE = 1
"""Fineness of a governorate or region, which a finer place without one lies in."""


@attrs.define(eq=False)
class Context:
    """One incident as an article tells it: filled in as the sentences go by.

    `when` may be `inherited` from what was told before; `said` is when its first casualties were told; `coarse` is the
    wider place that was said before `where`; `told` are its casualties so far, `numbers` theirs by effect, vague ones
    left out; `events` are the words for it and `event` the first that says its kind. `separate` says that the article
    calls it another incident than those before, `apart` that what was told before says nothing of its place; `number`
    counts the incidents, None for what is none.
    """

    when: ToldTime | None = None
    inherited: bool = False
    said: ToldTime | None = None
    where: Where | None = None
    coarse: Where | None = None
    fineness: int = -1
    separate: bool = False
    apart: bool = False
    number: int | None = None
    told: list[Casualty] = attrs.field(factory=list)
    numbers: dict[Effect, dict[Count, None]] = attrs.field(factory=dict)
    event: str | None = None
    events: set[str] = attrs.field(factory=set)

    @classmethod
    def beside(cls, setting: Setting) -> Context:
        """What stands beside the incidents and takes only its own sentence's words."""
        return cls(when=setting.when, where=setting.where, fineness=setting.fineness, event=setting.event)

    @property
    def area(self) -> Where | None:
        """The wider place that was told: before `where`, or where that is one itself."""
        return self.where if self.coarse is None and self.fineness <= GOVERNORATE else self.coarse

    def tell(self, casualty: Casualty) -> None:
        """Count one more of its casualties."""
        self.told.append(casualty)
        if casualty.hedge != "vague":
            numbers = self.numbers.setdefault(casualty.effect, {})
            numbers.pop(casualty.count, None)
            numbers[casualty.count] = None
            if len(numbers) > MOST_NUMBERS:
                del numbers[next(iter(numbers))]

    def repeats(self, casualty: Casualty) -> bool:
        """Has this incident a number, and no vague one, of the same effect that agrees with the casualty's?"""
        count = casualty.count
        return any(
            (number & count) is not None and not _is_far_below(number, count) for number in self._alike(casualty)
        )

    def contradicts(self, casualty: Casualty) -> bool:
        """Has it numbers of the same effect, none of which agrees with the casualty's?"""
        return bool(self._alike(casualty)) and not self.repeats(casualty)

    def sums(self, casualties: Sequence[Casualty]) -> bool:
        """Do a sentence's casualties of one effect add up to a number told before ("five": "two ... and three ...")?"""
        whole = [casualty for casualty in casualties if casualty.part_of is None]
        if len(whole) < 2 or len({casualty.effect for casualty in whole}) > 1:
            return False
        total = sum((casualty.count for casualty in whole[1:]), start=whole[0].count)
        return total in self._alike(whole[0])

    def _alike(self, casualty: Casualty) -> Collection[Count]:
        return () if casualty.hedge == "vague" else self.numbers.get(casualty.effect, ())

    def fits(self, setting: Setting) -> bool:
        """Can it have happened then and there?"""
        own_time = self.when if not self.inherited else None
        if setting.when and own_time and not setting.when.can_be(own_time):
            return False
        if setting.where is None or self.where is None or _is_one_place(setting.where, self.where):
            return True
        if setting.fineness > self.fineness:
            return _can_lie_in(setting.where, self.where, self.fineness)
        return setting.fineness < self.fineness and _can_lie_in(self.where, setting.where, setting.fineness)

    def is_named_by(self, setting: Setting) -> bool:
        """Do place and, where said, time name this incident?"""
        same_place = setting.where and self.where and _is_one_place(setting.where, self.where)
        return bool(same_place) and (setting.when is None or self.when is not None)

    def is_told_more_of_by(self, setting: Setting) -> bool:
        """Does the setting give it a time where it has none of its own, or a finer place?"""
        own_time = self.when if not self.inherited else None
        return (setting.when is not None and own_time is None) or setting.fineness > self.fineness

    def is_elsewhere_than(self, setting: Setting) -> bool:
        """Does the setting give a day and a place by another name?"""
        return bool(setting.when and setting.where and self.where) and not self.is_named_by(setting)

    def fill(self, setting: Setting) -> None:
        """Keep the narrowest time and the finest place, and every kind of event."""
        self.events |= setting.events
        self.event = self.event or setting.event
        if setting.when and (self.when is None or self.inherited or setting.when.is_closer_than(self.when)):
            self.when, self.inherited = setting.when, False
        if setting.where and self._is_coarser_than(setting.where, setting.fineness):
            place = setting.where.place
            if place.admin is None and self.where is not None and self.fineness == GOVERNORATE:
                place = attrs.evolve(place, admin=self.where.place.name)
            self.coarse = self.where
            self.where, self.fineness = Where(place, setting.where.words), setting.fineness

    def settle(self, town: Where | None) -> None:
        """Put it in the town of the news: without a place, at a spot that no list knows, or somewhere in the state.

        A place that no list knows keeps its name and lies in that town.
        """
        if town is None or self.where is town:
            return
        if self.where is None or self._is_governorate_of(town.place):
            self.where = town
        elif self.where.place.lat is None and self.fineness == UNKNOWN_SPOT:
            self.where = Where(town.place, self.where.words)
        elif self._is_unlisted() and self.where.place != town.place:
            self.where = Where(attrs.evolve(self.where.place, admin=town.place.name), self.where.words)

    def _is_governorate_of(self, town: Place) -> bool:
        place = self.where.place if self.where and self.fineness == GOVERNORATE else None
        return place is not None and place.lat is not None and place.admin == town.admin

    def _is_unlisted(self) -> bool:
        place = self.where.place if self.where and self.fineness > GOVERNORATE else None
        return place is not None and place.lat is None and place.admin is None

    def _is_coarser_than(self, where: Where, fineness: int) -> bool:
        """Is that place finer? Of a site and a town of one point, the town is the name that others use too."""
        if self.where is not None and _is_one_point(self.where, where):
            return fineness < self.fineness == FINEST
        return fineness > self.fineness


def _is_far_below(number: Count, count: Count) -> bool:
    """As "at least three" of 12, with which any number agrees."""
    return number.high is None and VAGUELY * number.low < count.low


def _is_one_point(a: Where, b: Where) -> bool:
    return a.place.lat is not None and (a.place.lat, a.place.lon) == (b.place.lat, b.place.lon)


def _is_one_place(a: Where, b: Where) -> bool:
    """Are two places the same, by name or by point?"""
    if a.place is b.place:
        return True
    one, other = skeleton(a.place.name), skeleton(b.place.name)
    if one == other or one in other.split() or other in one.split():
        return True
    apart = a.place.km_to(b.place)
    return apart is not None and apart < SAME_SPOT_KM


def _can_lie_in(fine: Where, coarse: Where, fineness: int) -> bool:
    """Can the finer place be what the coarser name, of that fineness, meant?"""
    gap = fine.place.gap_km(coarse.place)
    if gap is not None:
        return (
            gap <= OUTSKIRTS_KM
            if fineness >= FINENESS["town"]
            else gap <= max(NEIGHBOURING_KM, (coarse.place.radius_km or 0) / 2)
        )
    admins = (fine.place.admin, coarse.place.admin)
    return None in admins or admins[0] == admins[1]

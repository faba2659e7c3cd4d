"""Made-up values for tests: counts, days, places, spellings, claims, and what several outlets make of one incident."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

from claimrec.records.claim import Claim, Effect, Level, Perpetrator, Row, Toll, When, Where
from claimrec.values.count import Count
from claimrec.values.place import Place
from claimrec.values.window import Window

Said = TypeVar("Said")

FIRST = date(2023, 5, 1)
DAYS = 30
"""Days are drawn from so many: few enough for claims to meet."""

VILLAGES = ("Tell Harun", "Khirbat al-Jawz", "Deir Sunbul", "Maarrat Misrin", "Kafr Takharim", "Jisr al-Shughur")
GOVERNORATES = ("Marabad", "Sahran")
KINDS = ("air strike", "shelling", "ambush", "armed clash", "bombing")
SIDES = ("Northern army", "Dune Group", "Rebel Alliance")
OUTLETS = ("Harbour Wire", "Rights Monitor", "State News", "Local Radio")

RESPELLED = (
    ("al-", "el-"),
    ("al-", "Al "),
    ("ee", "i"),
    ("i", "ee"),
    ("ou", "u"),
    ("u", "ou"),
    ("aw", "ow"),
    ("-", " "),
)
"""What two transcripts of one Arabic name commonly differ in."""


def counts() -> st.SearchStrategy[Count]:
    """Counts of people: exact, between two bounds, open, and none at all."""
    exact = st.integers(0, 60).map(Count.exactly)
    between = st.tuples(st.integers(0, 40), st.integers(0, 20)).map(lambda of: Count(of[0], of[0] + of[1]))
    return exact | between | st.integers(0, 40).map(Count.at_least)


def windows() -> st.SearchStrategy[Window]:
    """A day, or a few, of one month."""
    first = st.integers(0, DAYS - 1).map(lambda day: FIRST + timedelta(days=day))
    return st.tuples(first, st.sampled_from([0, 0, 0, 1, 2, 9])).map(
        lambda of: Window(of[0], of[0] + timedelta(days=of[1]))
    )


def places() -> st.SearchStrategy[Place]:
    """Villages of two governorates, with or without a point; some names are in both."""
    points = st.none() | st.tuples(st.floats(35, 36), st.floats(37, 38), st.sampled_from([0.5, 2.0, 10.0]))
    return st.tuples(st.sampled_from(VILLAGES), st.none() | st.sampled_from(GOVERNORATES), points).map(
        lambda of: Place(of[0], of[1], *(of[2] or ()))
    )


@st.composite
def respellings(draw: st.DrawFn, name: str) -> str:
    """The same Arabic name as another outlet may write it: "Jisr al-Shughur" as "Jeesr el-Shoughour"."""
    fitting = [pair for pair in RESPELLED if pair[0] in name]
    old, new = draw(st.sampled_from([("", ""), *fitting]))
    return name.replace(old, new) if old else name


@cache  # a strategy is checked anew each time that it is made, which takes longer than to draw from it
def claims() -> st.SearchStrategy[Claim]:
    """Claims as the rows of a table say them, more or less complete."""
    days = st.integers(0, DAYS + 5).map(lambda day: FIRST + timedelta(days=day))
    levels: list[Level] = ["incident", "incident", "incident", "cumulative"]
    return st.builds(
        _claim,
        outlet=st.sampled_from(OUTLETS),
        report=st.sampled_from(["report 1", "report 2", "report of"]),
        published=_mostly(days),
        when=_mostly(st.builds(When, windows(), relative=st.booleans())),
        where=_mostly(st.builds(Where, places())),
        event=_mostly(st.sampled_from(KINDS)),
        perpetrator=_mostly(st.builds(Perpetrator, st.sampled_from(SIDES), st.none(), st.just("reported"))),
        level=st.sampled_from(levels),
        tolls=st.lists(tolls(), max_size=2).map(tuple),
        line=st.integers(2, 99),
    )


def _mostly(said: st.SearchStrategy[Said]) -> st.SearchStrategy[Said | None]:
    """Said three times of four: of two claims that are silent no rule says anything."""
    return st.integers(0, 3).flatmap(lambda n: said if n else st.none())


def _claim(*, outlet: str, report: str, line: int, **said: Any) -> Claim:  # noqa: ANN401 (what a claim says)
    article = f"{report} {outlet}" if report.endswith("of") else report
    return Claim(article, None, (outlet,), row=Row("claims.csv", line), **said)


def tolls() -> st.SearchStrategy[Toll]:
    """One figure, of people killed or wounded."""
    effects: list[Effect] = ["killed", "wounded"]
    victims = st.none() | st.sampled_from(["civilians", *SIDES])
    return st.builds(Toll, st.sampled_from(effects), counts(), st.none(), victims=victims)


@st.composite
def accounts_of_one_incident(draw: st.DrawFn, *, most: int = 4) -> list[Claim]:
    """What two and more outlets say of one true incident: spellings, hedges, delays and gaps differ, nothing else.

    The day is said as it was, or not at all; a count may be hedged, or one higher for those who died later.
    """
    day = FIRST + timedelta(days=draw(st.integers(0, DAYS - 1)))
    village, governorate = draw(st.sampled_from(VILLAGES)), draw(st.sampled_from(GOVERNORATES))
    killed, kind, side = draw(st.integers(1, 40)), draw(st.sampled_from(KINDS)), draw(st.sampled_from(SIDES))
    told = []
    for line, outlet in enumerate(draw(st.lists(st.sampled_from(OUTLETS), min_size=2, max_size=most, unique=True)), 2):
        count = draw(st.sampled_from([Count.exactly(killed), Count.at_least(killed), Count.exactly(killed + 1)]))
        told.append(
            Claim(
                f"report of {outlet}",
                None,
                (outlet,),
                day + timedelta(days=draw(st.integers(0, 1))),
                draw(st.sampled_from([When(Window.on(day)), When(Window.on(day)), None])),
                Where(Place(draw(respellings(village)), draw(st.sampled_from([governorate, None])))),
                draw(st.sampled_from([kind, None])),
                draw(st.sampled_from([Perpetrator(side, None, "reported"), None])),
                "incident",
                (Toll("killed", count, None),),
                row=Row("claims.csv", line),
            )
        )
    return told


def later(claim: Claim, days: int) -> Claim:
    """The same, but so many days later; published as before."""
    if claim.when is None or claim.when.window is None:
        return claim
    first, last = (day + timedelta(days=days) for day in (claim.when.window.first, claim.when.window.last))
    return attrs.evolve(claim, when=attrs.evolve(claim.when, window=Window(first, last)))


def farther_north(claim: Claim, degrees: float) -> Claim:
    """The same, but so many degrees farther north, if it has a point."""
    if claim.where is None or claim.where.place.lat is None:
        return claim
    place = attrs.evolve(claim.where.place, lat=claim.where.place.lat + degrees)
    return attrs.evolve(claim, where=attrs.evolve(claim.where, place=place))


def renamed(claim: Claim, name: str) -> Claim:
    """The same, but of a place of that name, if it has a place."""
    if claim.where is None:
        return claim
    return attrs.evolve(claim, where=attrs.evolve(claim.where, place=attrs.evolve(claim.where.place, name=name)))

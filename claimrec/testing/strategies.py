"""Made-up values for tests: counts, days, places, spellings, claims, and what several outlets make of one incident."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
from hypothesis import strategies as st

from claimrec.records.claim import Claim, Effect, Level, Perpetrator, Row, Toll, When, Where
from claimrec.values.count import Count
from claimrec.values.place import Place
from claimrec.values.window import Window

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


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """Claims as the rows of a table say them, more or less complete."""
    outlet, days = draw(st.sampled_from(OUTLETS)), st.integers(0, DAYS + 5)
    level: Level = draw(st.sampled_from(["incident", "incident", "incident", "cumulative"]))
    return Claim(
        draw(st.sampled_from(["report 1", "report 2", f"report of {outlet}"])),
        None,
        (outlet,),
        draw(st.none() | days.map(lambda day: FIRST + timedelta(days=day))),
        draw(st.none() | st.builds(When, windows(), relative=st.booleans())),
        draw(st.none() | st.builds(Where, places())),
        draw(st.none() | st.sampled_from(KINDS)),
        draw(st.none() | st.builds(Perpetrator, st.sampled_from(SIDES), st.none(), st.just("reported"))),
        level,
        tuple(draw(st.lists(tolls(), max_size=2))),
        row=Row("claims.csv", draw(st.integers(2, 99))),
    )


@st.composite
def tolls(draw: st.DrawFn) -> Toll:
    """One figure, of people killed or wounded."""
    effect: Effect = draw(st.sampled_from(["killed", "wounded"]))
    return Toll(effect, draw(counts()), None, victims=draw(st.none() | st.sampled_from(["civilians", *SIDES])))


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
    if claim.when is None:
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

"""Tables of civilian harm incidents of Airwars (the columns of `incidents.csv`, as its website exports them)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import attrs

from claimrec.errors import FormatError
from claimrec.exchange.cells import Bounds, Cells, Column
from claimrec.exchange.claims import Claims
from claimrec.exchange.rows import Format, claims_in, codebook, perpetrator_of, row_of
from claimrec.exchange.tables import read_table
from claimrec.lexicon.loader import Lexicon, load_lexicon
from claimrec.records.claim import Claim, Effect, Stance, Toll, When, Where

PUBLISHER = "Airwars"
HARM: tuple[tuple[Effect, str], ...] = (("killed", "deaths"), ("wounded", "injuries"))
"""What a belligerent concedes, and how its columns call it."""
KILLED: Column = ("civilian_non_combatants_killed", "civilians_killed")
INJURED: Column = ("civilian_non_combatants_injured", "civilians_injured")
FIGHTERS: Column = ("belligerents_killed", "persons_directly_participating_in_hostilities_killed", "militants_killed")
KINDS = ("children", "women", "men")
GRADING: Column = ("civilian_harm_status_slug", "civilian_harm_status_name", "grading")
FORMAT = Format(
    PUBLISHER,
    id=("code", "unique_reference_code"),
    needed=(("date",), tuple(f"{name}_min" for name in KILLED), tuple(f"{name}_max" for name in KILLED)),
    days=("date", "date_end"),
)
MOST_BELLIGERENTS = 9
NOBODY_KNOWN = "unknown"
CONCEDED = "credible-substantiated"
"""What a belligerent's own assessment is called where it finds that it harmed civilians."""
DISCOUNTED = "discounted"
"""The grading of incidents in which, after all, no civilians were harmed."""


def from_airwars(
    path: str | Path, *, gradings: Collection[str] | None = None, lexicon: Lexicon | None = None
) -> Claims:
    """For each incident the claim of Airwars, one more for each further belligerent, and what a belligerent concedes.

    - Civilians: killed and injured, minimum to maximum over the sources; of the dead, children, women and men as parts.
      Blank is not said, and 0 to 0 is "none reported": neither gives a toll. `belligerents_killed` are fighters, a toll
      of their own. An incident graded as discounted harmed no civilians after all: its tolls are left out, and flagged.
    - Days: `date` to `date_end`. Place: `location_name` with a radius by `geolocation_accuracy_slug`.
    - Perpetrators: `belligerent_1_belligerent_name` and so on; claimed where the strike is declared, possible where it
      is contested or several belligerents are named, else accused.
    - What a belligerent concedes (`belligerent_1_deaths_conceded_min`, assessed as credible) is a claim of its own, of
      which it is the origin, and which it claims. That it finds a report not credible is no denial of the strike.
    - Voices: Airwars, since the row names none of its sources.

    `gradings` ("confirmed", "fair", "weak", "contested", "discounted") are those that are read; rows of others are left
    out, with the reason. Missing columns raise FormatError.
    """
    words = lexicon or load_lexicon()
    return claims_in(read_table(path), FORMAT, lambda cells: _claims_of(cells, gradings, words))


def _claims_of(cells: Cells, gradings: Collection[str] | None, lexicon: Lexicon) -> Iterator[Claim]:
    grading = (cells.text(*GRADING) or "not graded").lower()
    if gradings is not None and grading not in gradings:
        raise FormatError(f"graded {grading}: only {', '.join(sorted(gradings))} were asked for")
    codes = codebook("airwars", lexicon)
    when = cells.days("date", "date_end")
    radius = codes.radius_km.get(_code(cells, "geolocation_accuracy_slug"))
    region, country = cells.text("region"), cells.text("country_name", "country_slug", "country")
    where = cells.place(cells.text("location_name") or region, region or country, radius)
    event = codes.events.get(_code(cells, "strike_type_slug"))
    belligerents = tuple(_belligerents(cells))
    stance = _stance(cells, len(belligerents))
    tolls = tuple(_tolls(cells)) if grading != DISCOUNTED else ()
    if grading == DISCOUNTED:
        cells.flag("graded discounted: its figures are left out")
    conceded = {name: _conceded(cells, number) for number, name in belligerents}
    told = Claim(
        f"{PUBLISHER} {cells.text(*FORMAT.id)}",
        None,
        (PUBLISHER,),
        when=When(when) if when else None,
        where=Where(where, where.name) if where else None,
        event=event,
        tolls=tolls,
        row=row_of(cells),
    )
    names = [name for _, name in belligerents if name.lower() != NOBODY_KNOWN]
    for place, name in enumerate(names or [None]):
        doer = perpetrator_of(name, stance, lexicon)
        yield attrs.evolve(told, perpetrator=doer, tolls=tolls if place == 0 else ())
    for name in names:
        if conceded[name]:
            doer = perpetrator_of(name, "claimed", lexicon)
            yield attrs.evolve(told, voices=(PUBLISHER, name), perpetrator=doer, tolls=conceded[name])


def _code(cells: Cells, column: str) -> str:
    """A code as the codebook writes it, whichever strokes the table uses."""
    return (cells.text(column) or "").lower().replace("-", "_")


def _belligerents(cells: Cells) -> Iterator[tuple[int, str]]:
    for number in range(1, MOST_BELLIGERENTS + 1):
        name = cells.text(f"belligerent_{number}_belligerent_name")
        if name:
            yield number, name


def _stance(cells: Cells, belligerents: int) -> Stance:
    status = _code(cells, "strike_status_slug") or _code(cells, "strike_status")
    if belligerents > 1 or status.startswith("contested"):
        return "possible"
    return "claimed" if status.startswith("declared") else "accused"


def _tolls(cells: Cells) -> Iterator[Toll]:
    killed = _count(cells, KILLED)
    if killed:
        yield Toll("killed", killed.count, None, victims="civilians", hedge=killed.hedge)
    for kind in KINDS:
        some = _count(cells, (f"{kind}_killed",))
        if some and killed:
            yield Toll("killed", some.count, None, victims=kind, hedge=some.hedge, part_of=0)
    if injured := _count(cells, INJURED):
        yield Toll("wounded", injured.count, None, victims="civilians", hedge=injured.hedge)
    if fighters := _count(cells, FIGHTERS):
        yield Toll("killed", fighters.count, None, victims="fighters", hedge=fighters.hedge)


def _conceded(cells: Cells, number: int) -> tuple[Toll, ...]:
    """What a belligerent itself says of the civilians that it harmed, where it found so."""
    if cells.text(f"belligerent_{number}_assessment_slug") != CONCEDED:
        return ()
    told = ((effect, _count(cells, (f"belligerent_{number}_{harm}_conceded",))) for effect, harm in HARM)
    return tuple(Toll(effect, hurt.count, None, victims="civilians", hedge=hurt.hedge) for effect, hurt in told if hurt)


def _count(cells: Cells, names: Column) -> Bounds | None:
    """From the minimum to the maximum; None where nothing is said, and for 0 to 0, "none reported"."""
    told = cells.bounds(tuple(f"{name}_min" for name in names), tuple(f"{name}_max" for name in names))
    return told if told and told.count.high else None

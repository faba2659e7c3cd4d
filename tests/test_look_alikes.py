"""Strings of attacks that look alike stay apart, however many there are."""

from datetime import timedelta

import pytest
from factory import claim
from valley import LEXICON, MONDAY

from claimrec.matching.linking import link
from claimrec.values.place import Place

KM = 1 / 111.195
"""Degrees of latitude in a kilometre."""
ATTACKS, VILLAGES = 200, 20
NAMES = "Tell Harun", "Ayn Zaytun", "Khirbat al-Jawz", "Bir Qasab", "Deir Sunbul", "Kafr Lusin", "Umm Ghafr"


def incidents(claims):
    """The names of the claims of every incident."""
    links = link(claims, lexicon=LEXICON)
    ids = links.scale.table.ids
    return [{ids[row] for row in range(len(ids)) if links.first[row] == first} for first in sorted(set(links.first))]


def attack(n, place, day, **said):
    return claim("5 killed", name=str(n), article=f"a{n}", day=day, published=day, place=place, **said)


@pytest.mark.parametrize("same_village", [True, False])
def test_a_string_of_daily_attacks_is_as_many_incidents(same_village):
    def village(n):
        return Place(
            NAMES[0 if same_village else n % len(NAMES)], "Marabad", 35 + (0 if same_village else 5 * n * KM), 37, 1
        )

    days = [MONDAY + timedelta(days=n) for n in range(ATTACKS)]
    claims = [attack(n, village(n), day, event="ambush", by="Dune Group") for n, day in enumerate(days)]
    assert max(map(len, incidents(claims))) == 1


def test_namesakes_in_one_governorate_stay_apart_whatever_else_is_left_open():
    """Twenty villages of one name, some told with a point, some with the governorate alone."""
    claims = []
    for n in range(VILLAGES):
        place = Place("Tell Harun", "Marabad", 33 + n * 45 * KM, 37, 1)
        claims += [attack(f"{n} {source}", place, MONDAY, source=source) for source in ("A", "B")]
    together = incidents(claims)
    assert sorted(map(len, together)) == [2] * VILLAGES
    assert all(len({name.split()[0] for name in one}) == 1 for one in together)


def test_claims_without_a_point_join_no_two_of_the_namesakes():
    villages = [attack(n, Place("Tell Harun", None, 33 + n * 45 * KM, 37, 1), MONDAY) for n in range(VILLAGES)]
    vague = [attack(f"vague {n}", Place("Tell Harun"), MONDAY, source="B") for n in range(VILLAGES)]
    with_point = [{name for name in one if "vague" not in name} for one in incidents([*villages, *vague])]
    assert max(map(len, with_point)) == 1


def test_rows_of_tables_stay_apart_as_well():
    import pyarrow as pa

    def rows(**columns):
        return pa.table({"id": range(len(columns["lat"])), "lon": [37.0] * len(columns["lat"]), **columns})

    daily = rows(
        first=[MONDAY + timedelta(days=n) for n in range(ATTACKS)],
        place=[NAMES[n % len(NAMES)] for n in range(ATTACKS)],
        lat=[33 + 5 * n * KM for n in range(ATTACKS)],
    )
    assert len(set(link(daily, lexicon=LEXICON).first)) == ATTACKS
    namesakes = rows(
        first=[MONDAY] * VILLAGES, place=["Tell Harun"] * VILLAGES, lat=[33 + 45 * n * KM for n in range(VILLAGES)]
    )
    assert len(set(link(namesakes, lexicon=LEXICON).first)) == VILLAGES

"""Places: names with points on a globe, and the distances between them."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimrec.errors import PlaceError
from claimrec.values.place import EARTH_RADIUS_KM, Place

HALF_ROUND_KM = math.pi * EARTH_RADIUS_KM
"""From one point to the point on the other side: nothing is farther."""
ROUNDING_KM = 1e-3
"""A metre: what is lost to floating point near the far side of the globe is less."""

latitudes, longitudes = st.floats(-90, 90), st.floats(-180, 180)
radii = st.none() | st.floats(0, 500)
points = st.builds(Place, st.just("Somewhere"), st.none(), latitudes, longitudes, radii)


@given(points, points)
def test_a_distance_is_the_same_both_ways_and_never_longer_than_half_round(a, b):
    assert a.km_to(b) == b.km_to(a)
    assert 0 <= a.km_to(b) <= HALF_ROUND_KM + ROUNDING_KM


@given(points)
def test_a_place_is_nowhere_but_where_it_is(place):
    assert place.km_to(place) == 0
    assert place.gap_km(place) == 0


@given(points, points, points)
def test_a_detour_is_never_shorter(a, b, c):
    assert a.km_to(c) <= a.km_to(b) + b.km_to(c) + ROUNDING_KM


@given(points, points)
def test_the_distance_is_the_angle_between_two_arrows_from_the_centre(a, b):
    def arrow(place):
        lat, lon = math.radians(place.lat), math.radians(place.lon)
        return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)

    chord = math.dist(arrow(a), arrow(b))
    assume(chord < 1.99)  # near the far side the second way to reckon is the less exact one
    assert a.km_to(b) == pytest.approx(2 * EARTH_RADIUS_KM * math.asin(chord / 2), abs=ROUNDING_KM)


@given(points, points)
def test_the_gap_is_the_distance_without_the_radii_and_never_negative(a, b):
    gap = a.gap_km(b)
    assert gap == pytest.approx(b.gap_km(a))
    assert 0 <= gap <= a.km_to(b)
    assert gap == pytest.approx(max(0, a.km_to(b) - (a.radius_km or 0) - (b.radius_km or 0)))


@given(points, points)
def test_the_quantity_and_the_bare_number_are_one_distance(a, b):
    assert a.distance(b).to("km").magnitude == a.km_to(b)
    assert a.distance(b).to("metre").magnitude == pytest.approx(1_000 * a.km_to(b))


@given(points)
def test_the_two_sides_of_the_date_line_are_one_place(place):
    east, west = Place("East", None, place.lat, 180), Place("West", None, place.lat, -180)
    assert east.km_to(west) == pytest.approx(0, abs=ROUNDING_KM)


@given(points)
def test_repr_builds_the_place_again(place):
    assert eval(repr(place)) == place


@given(st.integers(-90, 90), st.integers(-180, 180), st.integers(0, 500))
def test_whole_degrees_make_the_same_place_with_the_same_repr(lat, lon, radius):
    whole, exact = Place("X", None, lat, lon, radius), Place("X", None, float(lat), float(lon), float(radius))
    assert whole == exact
    assert repr(whole) == repr(exact)


@given(points)
def test_a_place_without_a_point_is_at_no_distance(place):
    nameless = Place("Unmapped", "Somewhere")
    for one, other in ((place, nameless), (nameless, place), (nameless, nameless)):
        assert one.distance(other) is None
        assert one.km_to(other) is None
        assert one.gap_km(other) is None


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"name": ""}, "a place needs a name"),
        ({"name": " \t\n"}, "a place needs a name"),
        ({"name": "X", "lat": 35}, "X: a point needs both lat and lon"),
        ({"name": "X", "lon": 35}, "X: a point needs both lat and lon"),
        ({"name": "X", "radius_km": 2}, "X: a radius needs a point"),
        ({"name": "X", "lat": 90.5, "lon": 0}, "X: lat 90.5 is not between -90 and 90"),
        ({"name": "X", "lat": -91, "lon": 0}, "X: lat -91.0 is not between -90 and 90"),
        ({"name": "X", "lat": math.nan, "lon": 0}, "X: lat nan is not between -90 and 90"),
        ({"name": "X", "lat": 0, "lon": 180.5}, "X: lon 180.5 is not between -180 and 180"),
        ({"name": "X", "lat": 0, "lon": -math.inf}, "X: lon -inf is not between -180 and 180"),
        ({"name": "X", "lat": 0, "lon": 0, "radius_km": -1}, "X: radius -1.0 km is no distance"),
        ({"name": "X", "lat": 0, "lon": 0, "radius_km": math.inf}, "X: radius inf km is no distance"),
        ({"name": "X", "lat": 0, "lon": 0, "radius_km": math.nan}, "X: radius nan km is no distance"),
    ],
)
def test_what_is_nowhere_on_earth_is_refused(values, message):
    with pytest.raises(PlaceError) as raised:
        Place(**values)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        ((0, 0), (0, 1), 111.2),  # a degree on the equator
        ((60, 10), (60, 11), 55.6),  # and half of it at sixty degrees
        ((0, 0), (90, 123), 10_007.6),  # a quarter round
        ((90, 0), (-90, 0), 20_015.1),
        ((0, 0), (0, 180), 20_015.1),
        ((10, 179.5), (10, -179.5), 109.5),  # across the date line
        ((48.8566, 2.3522), (51.5074, -0.1278), 343.6),  # Paris to London
    ],
)
def test_distances_known_from_elsewhere(a, b, km):
    assert Place("A", None, *a).km_to(Place("B", None, *b)) == pytest.approx(km, abs=0.1)


def test_a_place_cannot_be_changed():
    with pytest.raises(AttributeError):
        Place("X").name = "Y"

"""Units: people, families and vehicles are not one another, and no text does harm."""

import math
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimrec.errors import ClaimrecError, UnitError
from claimrec.values.units import comparable, magnitude, registry

COUNTED = ("person", "household", "vehicle")
LENGTHS = ("metre", "km", "mile", "yard")
SPANS = ("hour", "day", "week")

numbers = st.integers(0, 999_999)
hostile = st.text(st.sampled_from("0123456789 .*/+-()[]{}^%eEjkmdays_'\"\\#:=,<>°²\x00\n")) | st.text()


@given(hostile)
@example("9**9**9 km")
@example("1/0 km")
@example("(" * 10_000 + "5 km")
@example("{")
@example("9" * 5_000 + " km")
@example("__import__('os')")
@example("'km")
@example("nan km")
@example("inf km")
@example("5 __class__")
@example("\ud800 km")
def test_a_text_is_a_length_or_a_unit_error(text):
    with suppress(UnitError):
        assert 0 <= magnitude(text, "km") < math.inf


@given(hostile)
@example("NaN")
def test_a_text_is_a_unit_or_a_unit_error(text):
    with suppress(UnitError):
        assert comparable(text, "km") == comparable("km", text)
    with suppress(UnitError):
        assert 0 <= magnitude("5 km", text) < math.inf


@given(numbers, st.sampled_from(LENGTHS), st.sampled_from(LENGTHS))
def test_measuring_there_and_back_changes_nothing(number, unit, other):
    there = magnitude(f"{number} {unit}", other)
    assert magnitude(registry.Quantity(there, other), unit) == pytest.approx(number)


@given(numbers, st.sampled_from((*LENGTHS, *SPANS, *COUNTED)))
def test_a_quantity_in_its_own_unit_is_its_number(number, unit):
    assert magnitude(f"{number} {unit}", unit) == number


@given(st.sampled_from(COUNTED), st.sampled_from(COUNTED))
def test_people_families_and_vehicles_compare_with_their_own_alone(unit, other):
    assert comparable(unit, other) == comparable(other, unit) == (unit == other)


@pytest.mark.parametrize(
    ("quantity", "unit", "many"),
    [
        ("1 dozen", "count", 12),
        ("3 scores", "count", 60),
        ("5 dozens", "score", 3),
        ("5 km", "metre", 5_000),
        ("1 mile", "km", 1.609344),
        ("2.5 mi", "m", 4_023.36),
        ("100yd", "metres", 91.44),
        ("36 hours", "day", 1.5),
        ("2 weeks", "days", 14),
        ("250 grams", "kilogram", 0.25),
        ("3 families", "household", 3),
        ("2 people", "person", 2),
        ("4 vehicles", "vehicle", 4),
    ],
)
def test_quantities_in_other_units(quantity, unit, many):
    assert magnitude(quantity, unit) == pytest.approx(many)


@pytest.mark.parametrize(
    ("quantity", "unit"),
    [("3 families", "person"), ("5 km", "day"), ("2 vehicles", "household"), ("2 dozen", "person"), ("7 days", "km")],
)
def test_what_cannot_be_compared_is_refused(quantity, unit):
    with pytest.raises(UnitError, match=f"^'{quantity}' cannot be measured in {unit}$"):
        magnitude(quantity, unit)


def test_a_quantity_that_is_already_read_is_refused_in_its_own_words():
    with pytest.raises(UnitError, match=r"^'3 household' cannot be measured in person$"):
        magnitude(registry.Quantity(3, "household"), "person")


@pytest.mark.parametrize("text", ["", " ", "5", "km", "five km", "-5 km", "5  km", "5 km.", "5 km 2", "5/2 km", "٣ km"])
def test_a_text_that_is_no_number_with_a_unit_is_refused(text):
    with pytest.raises(UnitError) as raised:
        magnitude(text, "km")
    assert str(raised.value) == f"expected a quantity such as '5 km' or '2 days', not {text!r}"


@pytest.mark.parametrize("unit", ["furlong", "parsec", "soldier", "", "2 km", "km**2", "__class__", "é"])
def test_a_unit_that_nobody_defined_is_refused(unit):
    message = f"no unit {unit!r}; expected one such as 'km', 'day' or 'person'"
    for ask in (lambda: magnitude("5 km", unit), lambda: comparable(unit, "km"), lambda: comparable("km", unit)):
        with pytest.raises(UnitError) as raised:
            ask()
        assert str(raised.value) == message
    with pytest.raises(UnitError, match=r"^no unit 'furlong'"):
        magnitude("5 furlong", "km")


def test_a_unit_error_is_a_value_error_of_claimrec():
    assert issubclass(UnitError, ClaimrecError)
    assert issubclass(UnitError, ValueError)

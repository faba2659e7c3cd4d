"""Claims: what was said and by whom makes the id; how a claim was filed does not."""

import datetime as dt

import attrs
import pytest
from factory import claim as claim_of
from hypothesis import given
from hypothesis import strategies as st

from claimrec.errors import RecordError
from claimrec.records.article import Quote
from claimrec.records.claim import Claim, Perpetrator, Row, Toll, TollReference, When, Where, tolls_of
from claimrec.records.sketch import Sketch
from claimrec.values.count import UNKNOWN, Count
from claimrec.values.place import Place
from claimrec.values.window import Window

DAY = dt.date(2023, 5, 10)
QUOTE = Quote("a1", 0, 24, "Two soldiers were killed")
SAID = Claim(
    "a1",
    QUOTE,
    ("Valley Observer", "Ministry of Health"),
    published=DAY,
    when=When(Window.on(DAY), "on Wednesday"),
    where=Where(Place("Oldbridge", "North Valley", 10, 20, 2), "Oldbridge"),
    event="shelling",
    perpetrator=Perpetrator("Hill Front", "the rebels", "accused"),
    tolls=(Toll("killed", Count.exactly(2), QUOTE, "military", "soldiers"), Toll("wounded", UNKNOWN, None)),
    row=Row("table.csv", 7, ("killed", "wounded")),
)
"""A claim of which everything was said."""

words = st.text(min_size=1, max_size=8)
tolls = st.builds(
    Toll,
    st.sampled_from(["killed", "wounded", "missing"]),
    st.integers(0, 50).map(Count.at_least),
    st.none() | st.just(QUOTE),
    victims=st.none() | words,
)
claims = st.builds(
    Claim,
    words,
    st.just(QUOTE),
    st.lists(words, min_size=1, max_size=3).map(tuple),
    published=st.none() | st.dates(),
    event=st.none() | words,
    tolls=st.lists(tolls, max_size=3).map(tuple),
    separate_from=st.lists(words, max_size=2).map(tuple),
    row=st.none() | st.builds(Row, words, st.integers(1, 99)),
    sketch=st.lists(words, max_size=3).map(Sketch.of),
)
NOT_SAID = ("separate_from", "name", "sketch")
"""The fields that file a claim; a row's file is the third thing of their kind."""


def said(claim):
    """The claim without its filing."""
    row = claim.row and attrs.evolve(claim.row, file="")
    return attrs.evolve(claim, separate_from=(), name=None, row=row, sketch=None)


@given(claims, claims)
def test_ids_are_equal_exactly_where_the_same_was_said(one, other):
    assert (one.id == other.id) == (said(one) == said(other))


@given(claims)
def test_a_claim_built_again_has_its_id(claim):
    again = eval(repr(claim), globals() | {"datetime": dt})
    assert again == claim
    assert hash(again) == hash(claim)
    assert again.id == claim.id == claim.id
    assert len(claim.id) == 16
    assert int(claim.id, 16) >= 0


@given(claims, st.lists(words).map(tuple), words)
def test_how_a_claim_was_filed_is_no_part_of_its_id(claim, separate_from, file):
    assert attrs.evolve(claim, separate_from=separate_from, sketch=Sketch.of([file])).id == claim.id
    if claim.row:
        assert attrs.evolve(claim, row=attrs.evolve(claim.row, file=file)).id == claim.id


@given(claims, words)
def test_the_name_that_another_program_gave_is_the_id(claim, name):
    named = attrs.evolve(claim, name=name)
    assert named.id == name
    assert attrs.evolve(named, name=None).id == claim.id


@given(claims)
def test_every_toll_has_a_reference_of_its_own(claim):
    references = list(tolls_of(claim))
    assert [toll for _, toll in references] == list(claim.tolls)
    assert [reference for reference, _ in references] == [
        TollReference(claim.id, place) for place in range(len(claim.tolls))
    ]
    assert sorted(references, key=lambda found: found[0]) == references


@pytest.mark.parametrize(
    "other",
    [
        {"article": "a2"},
        {"quote": Quote("a1", 1, 25, "Two soldiers were killed")},
        {"quote": None},
        {"voices": ("Valley Observer",)},
        {"voices": ("Ministry of Health", "Valley Observer")},
        {"published": None},
        {"published": dt.datetime(2023, 5, 10, tzinfo=dt.UTC)},
        {"when": When(Window.on(DAY), "on Wednesday", relative=True)},
        {"when": When(Window.on(DAY))},
        {"where": Where(Place("Oldbridge", "South Valley", 10, 20, 2), "Oldbridge")},
        {"where": None},
        {"event": "air strike"},
        {"event": None},
        {"perpetrator": Perpetrator("Hill Front", "the rebels", "claimed")},
        {"perpetrator": Perpetrator(None, "the rebels", "accused")},
        {"level": "aggregate"},
        {"tolls": SAID.tolls[:1]},
        {"tolls": SAID.tolls[::-1]},
        {"tolls": (SAID.tolls[0], Toll("wounded", Count.exactly(0), None))},
        {"tolls": (SAID.tolls[0], attrs.evolve(SAID.tolls[1], part_of=0))},
        {"row": None},
        {"row": Row("table.csv", 8, ("killed", "wounded"))},
        {"row": Row("table.csv", 7, ("killed",))},
    ],
    ids=str,
)
def test_whatever_else_was_said_makes_another_id(other):
    assert attrs.evolve(SAID, **other).id != SAID.id


def test_every_field_is_either_said_or_filed():
    """A field added later has to be put on one of the two sides."""
    assert {field.name for field in attrs.fields(Claim)} - set(NOT_SAID) == {
        "article", "quote", "voices", "published", "when", "where", "event", "perpetrator", "level", "tolls", "row",
    }  # fmt: skip


def test_whole_degrees_and_the_same_ones_with_a_point_make_one_id():
    where = Where(Place("Oldbridge", "North Valley", 10.0, 20.0, 2.0), "Oldbridge")
    assert attrs.evolve(SAID, where=where) == SAID
    assert attrs.evolve(SAID, where=where).id == SAID.id


def test_an_id_is_the_same_tomorrow_and_elsewhere():
    """Other programs keep ids: this one changes only with a line in the changelog."""
    assert Claim("a1", QUOTE, ("Agency A",)).id == "dae52478720ba89a"


def test_what_cannot_be_encoded_still_has_an_id():
    assert len(attrs.evolve(SAID, event="\ud800").id) == 16


@pytest.mark.parametrize(
    "value",
    [
        *(SAID, SAID.quote, SAID.when, SAID.when.window, SAID.where, SAID.where.place, SAID.perpetrator, SAID.row),
        *(*SAID.tolls, SAID.tolls[0].count, TollReference("c1", 0)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_claim_is_frozen_all_the_way(value):
    hash(value)
    for field in attrs.fields(type(value)):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, field.name, None)
    kept = (getattr(value, field.name) for field in attrs.fields(type(value)))
    assert not any(isinstance(part, list | dict | set) for part in kept)


def test_the_id_of_a_claim_cannot_be_set():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        SAID.id = "another"


@pytest.mark.parametrize(
    ("voices", "publisher", "origin"),
    [
        (("Agency A",), "Agency A", "Agency A"),
        (("Daily", "Agency A"), "Daily", "Agency A"),
        (("Daily", "Agency A", "Ministry"), "Daily", "Ministry"),
    ],
)
def test_the_first_voice_prints_and_the_last_asserts(voices, publisher, origin):
    claim = attrs.evolve(SAID, voices=voices)
    assert (claim.publisher, claim.origin) == (publisher, origin)


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ({"voices": ()}, "a claim of article a1 needs at least one voice"),
        ({"quote": None, "row": None}, "a claim of article a1 needs a quote or a row"),
    ],
)
def test_a_claim_needs_a_voice_and_words_or_a_row(other, message):
    with pytest.raises(RecordError) as raised:
        attrs.evolve(SAID, **other)
    assert str(raised.value) == message


@pytest.mark.parametrize("whole", [-1, 1, 2, 99])
def test_a_toll_is_part_of_another_toll_of_the_list(whole):
    with pytest.raises(RecordError, match=f"^article a1: toll 1 is part of toll {whole}, which is none$"):
        attrs.evolve(SAID, tolls=(SAID.tolls[0], attrs.evolve(SAID.tolls[1], part_of=whole)))


def test_a_part_may_stand_before_its_whole():
    officers, soldiers = attrs.evolve(SAID.tolls[1], part_of=1), SAID.tolls[0]
    assert attrs.evolve(SAID, tolls=(officers, soldiers)).tolls[0].part_of == 1
    assert [toll.part_of for toll in claim_of("12 killed, including 4 children").tolls] == [None, 0]


@pytest.mark.parametrize(("actor", "printed"), [(None, None), ("", ""), (None, ""), ("", None)])
def test_a_perpetrator_is_an_actor_or_words(actor, printed):
    with pytest.raises(RecordError, match=r"^a perpetrator needs an actor or words$"):
        Perpetrator(actor, printed, "reported")


def test_a_time_without_days_has_words():
    assert Claim("a1", QUOTE, ("Agency A",), when=When(None, "on Friday")).window is None
    with pytest.raises(RecordError, match=r"^a time needs days or words$"):
        When(None)


def test_nothing_said_is_not_zero_and_not_unknown():
    nothing, nobody, unknown = (
        attrs.evolve(SAID, tolls=tolls)
        for tolls in ((), (Toll("killed", Count.exactly(0), QUOTE),), (Toll("killed", UNKNOWN, QUOTE),))
    )
    assert len({nothing, nobody, unknown}) == len({nothing.id, nobody.id, unknown.id}) == 3

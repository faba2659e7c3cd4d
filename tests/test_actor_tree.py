"""Groups of people: which contains which, and when."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.errors import RecordError
from claimrec.records.actor import Actor, ActorTree, Membership

NAMES = tuple("ABCDE")
BACK = {"same": "same", "part": "whole", "whole": "part", "other": "other"}
"""A relation seen from the other side."""

days = st.integers(0, 9).map(lambda n: date(2020, 1, 1) + timedelta(days=n))
spans = st.tuples(st.none() | days, st.none() | days)
bonds = st.tuples(st.sampled_from([(name, above) for name in NAMES for above in NAMES if above < name]), spans)
"""Each belongs only to actors named before it in the alphabet, so there is no circle."""


def tree_of(bonds):
    return ActorTree.of(
        Actor(name, memberships=tuple(Membership(above, *span) for (part, above), span in bonds if part == name))
        for name in NAMES
    )


trees = st.lists(bonds, max_size=8).map(tree_of)
names = st.sampled_from((*NAMES, "nobody knows"))


@given(trees, names, names, st.none() | days)
def test_a_relation_seen_from_the_other_side_is_turned_around(tree, one, other, day):
    assert tree.relation(other, one, day) == BACK[tree.relation(one, other, day)]
    assert (tree.relation(one, other, day) == "same") == (one == other)


@given(trees, names, names, names, st.none() | days)
def test_a_part_of_a_part_is_a_part(tree, a, b, c, day):
    if tree.relation(a, b, day) == tree.relation(b, c, day) == "part":
        assert tree.relation(a, c, day) == "part"


@given(trees, names, st.none() | days)
def test_the_wholes_are_what_it_is_a_part_of(tree, name, day):
    assert tree.wholes(name, day) == {other for other in tree.actors if tree.relation(name, other, day) == "part"}


@given(trees, names, names, days)
def test_what_held_on_a_day_held_once(tree, one, other, day):
    assert tree.wholes(one, day) <= tree.wholes(one)
    assert tree.compatible(one, other) or not tree.compatible(one, other, day)


@given(trees, names, names, days)
def test_nothing_has_changed_since_the_day_that_is_said(tree, one, other, day):
    since = tree.unchanged_since(day)
    assert since <= day
    assert tree.unchanged_since(since) == since
    assert tree.relation(one, other, since) == tree.relation(one, other, day)


@given(trees, names, names, st.none() | days)
def test_compatible_are_the_same_and_part_and_whole(tree, one, other, day):
    assert tree.compatible(one, other, day) == tree.compatible(other, one, day)
    assert tree.compatible(one, other, day) == (tree.relation(one, other, day) in ("same", "part", "whole"))


@given(trees, st.randoms(use_true_random=False))
def test_the_order_of_the_actors_does_not_matter(tree, random):
    shuffled = list(tree.actors.values())
    random.shuffle(shuffled)
    assert ActorTree.of(shuffled) == tree


@given(trees, st.sampled_from(NAMES))
def test_a_circle_is_refused_wherever_it_closes(tree, name):
    for part in (name, *(other for other in NAMES if name in tree.wholes(other))):
        whole = tree.actors[name]
        closed = attrs.evolve(whole, memberships=(*whole.memberships, Membership(part)))
        with pytest.raises(RecordError, match=r"^'[A-E]' belongs to itself$"):
            ActorTree.of((tree.actors | {name: closed}).values())


@given(st.none() | days, st.none() | days, days)
def test_a_membership_holds_from_its_first_to_its_last_day(since, until, day):
    held = Membership("A", since, until).held_on(day)
    assert held == ((since or date.min) <= day <= (until or date.max))
    assert Membership("A", since, until).held_on(None)


JOINED, LEFT = date(2019, 5, 1), date(2021, 8, 31)
ONE_DAY = timedelta(days=1)
VALLEY = ActorTree.of(
    [
        Actor("Valley government", kind="state"),
        Actor("Valley army", kind="state", memberships=(Membership("Valley government"),)),
        Actor("Hill Brigade", memberships=(Membership("Valley army", JOINED, LEFT), Membership("Hill Front", LEFT))),
        Actor("Ford Brigade", memberships=(Membership("Valley army"),)),
        Actor("Hill Front", kind="alliance"),
        Actor("people", kind="victims"),
        Actor("children", kind="victims", memberships=(Membership("people"),)),
    ]
)


@pytest.mark.parametrize(
    ("name", "other", "day", "relation"),
    [
        ("Hill Brigade", "Hill Brigade", None, "same"),
        ("Hill Brigade", "Valley army", None, "part"),  # once
        ("Hill Brigade", "Valley army", JOINED, "part"),
        ("Hill Brigade", "Valley army", LEFT, "part"),
        ("Hill Brigade", "Valley army", JOINED - ONE_DAY, "other"),
        ("Hill Brigade", "Valley army", LEFT + ONE_DAY, "other"),
        ("Hill Brigade", "Valley government", JOINED, "part"),
        ("Hill Brigade", "Valley government", LEFT + ONE_DAY, "other"),
        ("Hill Front", "Hill Brigade", LEFT, "whole"),
        ("Hill Front", "Hill Brigade", LEFT - ONE_DAY, "other"),
        ("Hill Brigade", "Ford Brigade", None, "other"),  # siblings are not compatible
        ("Valley army", "Hill Front", None, "other"),
        ("children", "people", None, "part"),
        ("children", "Valley army", None, "other"),
        ("unheard of", "Valley army", None, "other"),
        ("unheard of", "unheard of", None, "same"),
    ],
)
def test_who_contains_whom_on_a_day(name, other, day, relation):
    assert VALLEY.relation(name, other, day) == relation
    assert VALLEY.compatible(name, other, day) == (relation != "other")


def test_an_unknown_name_has_no_wholes():
    assert VALLEY.wholes("unheard of") == frozenset()
    assert VALLEY.wholes("Hill Brigade") == {"Valley army", "Valley government", "Hill Front"}


@pytest.mark.parametrize(
    ("actors", "message"),
    [
        ([Actor("A"), Actor("B"), Actor("A", kind="state")], "two actors are named 'A'"),
        ([Actor("A", memberships=(Membership("B"),))], "'A' belongs to 'B', which is not in the tree"),
        ([Actor("A", memberships=(Membership("A"),))], "'A' belongs to itself"),
    ],
)
def test_a_tree_that_does_not_stand_is_refused(actors, message):
    with pytest.raises(RecordError) as raised:
        ActorTree.of(actors)
    assert str(raised.value) == message


def test_a_circle_is_refused_even_where_no_day_sees_it_whole():
    first, then = Membership("B", until=JOINED), Membership("A", since=LEFT)
    with pytest.raises(RecordError, match=r"^'A' belongs to itself$"):
        ActorTree.of([Actor("A", memberships=(first,)), Actor("B", memberships=(then,))])


def test_a_tree_is_frozen_all_the_way():
    with pytest.raises(TypeError):
        VALLEY.actors["Newcomer"] = Actor("Newcomer")
    with pytest.raises(AttributeError):
        VALLEY.actors = {}
    with pytest.raises(AttributeError):
        VALLEY.actors["people"].kind = "state"


def test_a_membership_until_the_last_day_of_the_calendar_never_ends():
    tree = ActorTree.of([Actor("A"), Actor("B", memberships=(Membership("A", date(2020, 1, 1), date.max),))])
    assert tree.unchanged_since(date.max) == date(2020, 1, 1)
    assert tree.unchanged_since(date(2019, 12, 31)) == date.min

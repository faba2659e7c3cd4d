"""What is found in many incidents at once: the same as by laying each of them open."""

from collections import defaultdict
from datetime import timedelta

import attrs
import pytest
from factory import DAY, claim, incident, lexicon
from hypothesis import given
from hypothesis import strategies as st

from claimrec.judging.attribution import denied, role_reversal
from claimrec.judging.case import case_of
from claimrec.judging.checks import AT_ONCE, asked_of_each, found_at_once
from claimrec.judging.columns import Columns
from claimrec.judging.dates import disjoint_days
from claimrec.judging.screening import Screen
from claimrec.judging.statement_table import StatementTable
from claimrec.judging.wording import labels
from claimrec.values.place import Place
from claimrec.values.window import Window

PLACES = (
    None,
    Place("Oak Town", "North", 10.0, 10.0, 2.0),
    Place("Elm Town", "North", 10.1, 10.0, 2.0),
    Place("Ash Town", "North", 10.3, 10.0, 2.0),
    Place("Northland", None, 14.0, 10.0, 300.0),
)
DAYS = (None, *(DAY + timedelta(days=n) for n in range(4)), Window(DAY, DAY + timedelta(days=2)))


@st.composite
def claims(draw):
    told = claim(
        source=draw(st.sampled_from(["Agency A", "Rights Monitor", "witnesses"])),
        article=draw(st.sampled_from([f"a{number}" for number in range(9)])),
        published=draw(st.sampled_from([None, DAY, DAY + timedelta(days=1)])),
        day=draw(st.sampled_from(DAYS)),
        day_words=draw(st.sampled_from([None, "on Sunday"])),
        relative=draw(st.booleans()),
        place=draw(st.sampled_from(PLACES)),
        by=draw(st.sampled_from([None, "Dune Group", "Northern army", "Northern guards"])),
        by_words=draw(st.sampled_from([None, "gunmen"])),
        stance=draw(st.sampled_from(["accused", "claimed", "denied", "possible"])),
        level=draw(st.sampled_from(["incident", "incident", "cumulative"])),
        event=draw(st.sampled_from([None, "raid", "ambush", "shelling"])),
        said=draw(st.sampled_from(["", "3 foresters killed", "4 Forest Brigade killed; 2 foresters killed"])),
    )
    inferred = told.when is not None and draw(st.booleans())
    return attrs.evolve(told, when=attrs.evolve(told.when, inferred=True)) if inferred else told


incidents = st.lists(st.lists(claims(), min_size=1, max_size=5), min_size=1, max_size=4).map(
    lambda groups: [incident(*told, name=f"incident {place}") for place, told in enumerate(groups)]
)


def screen_of(told):
    return Screen(StatementTable(Columns(told, lexicon())))


@pytest.mark.parametrize("check", AT_ONCE, ids=lambda check: check.__name__)
@given(told=incidents)
def test_what_is_found_at_once_is_what_the_check_finds(check, told):
    screen = screen_of(told)
    found = defaultdict(list)
    for at, conflict in found_at_once(screen, [check]):
        found[at].append(conflict)
    for at, one in enumerate(told):
        retold = len({claim.article for claim in one.claims}) < len({claim.id for claim in one.claims})
        expected = list(check(case_of(one, lexicon())))
        assert sorted(found[at], key=repr) == ([] if retold else sorted(expected, key=repr))


@given(told=incidents)
def test_what_is_not_found_at_once_is_still_asked(told):
    asked = asked_of_each(screen_of(told), tuple(AT_ONCE))
    for at, one in enumerate(told):
        retold = len({claim.article for claim in one.claims}) < len({claim.id for claim in one.claims})
        found = [check for check in AT_ONCE if list(check(case_of(one, lexicon())))]
        assert set(asked.get(at, ())) >= set(found if retold else ())
        assert retold or not asked.get(at)


def test_a_check_that_needs_whole_incidents_finds_nothing_at_once():
    told = [incident(claim(day=DAY, event="raid"), claim(day=DAY + timedelta(days=5), source="B", event="ambush"))]
    assert [at for at, _ in found_at_once(screen_of(told), [disjoint_days])] == [0]
    assert not list(found_at_once(screen_of(told), [role_reversal]))


@pytest.mark.parametrize(("event", "found"), [("crash", 1), ("raid", 0), (None, 0)])
def test_a_mishap_denies_only_an_act_that_is_the_same_deed(event, found):
    plane = claim(by_words="a fault", stance="denied", event="crash")
    told = [incident(plane, claim(source="B", by="Dune Group", stance="claimed", event=event))]
    assert len(list(found_at_once(screen_of(told), [denied]))) == found


def test_labels_of_an_actor_are_told_once_for_each_word_and_the_first_claim_that_has_it():
    told = [
        claim(f"{number} {words} killed", source=source, name=f"c{number}")
        for number, (words, source) in enumerate(
            [("foresters", "A"), ("Forest Brigade", "B"), ("foresters", "C"), ("Hill Militia", "B"), ("civilians", "A")]
        )
    ]
    [(at, found)] = found_at_once(screen_of([incident(claim("3 killed")), incident(*told)]), [labels])
    assert (at, found.claims) == (1, ("c0", "c1"))
    assert found.because == "Forest Brigade: “Forest Brigade” (B) and “foresters” (A)"


def test_two_days_that_several_articles_give_are_told_apart_once():
    told = [
        claim(day=DAY + timedelta(days=days), source=f"Agency {number}", name=f"c{number}")
        for number, days in enumerate((0, 3, 0, 3, 7))
    ]
    other = [attrs.evolve(one, article=f"{one.article} too", name=f"{one.name} too") for one in told]
    found = found_at_once(screen_of([incident(*told), incident(*other, name="too")]), [disjoint_days])
    assert [(at, one.claims) for at, one in found] == [
        (0, ("c0", "c1")),
        (0, ("c0", "c4")),
        (0, ("c1", "c4")),
        (1, ("c0 too", "c1 too")),
        (1, ("c0 too", "c4 too")),
        (1, ("c1 too", "c4 too")),
    ]

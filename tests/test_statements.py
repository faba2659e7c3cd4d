"""Tolls as statements: slack, single persons, lists, and soldiers whose army is not said."""

from datetime import UTC, date, datetime

import pytest
from factory import claim, incident, lexicon

from claimrec.judging.case import case_of


def statements(*claims):
    return case_of(incident(*claims), lexicon()).statements


@pytest.mark.parametrize(
    ("said", "loosened"),
    [
        ("20 killed", "20"),
        ("at least 20 killed", "at least 20"),
        ("about 20 killed", "14 to 27"),
        ("nearly 24 killed", "16 to 24"),
        ("dozens of people killed", "at least 6"),
        ("more than 10 killed", "at least 10"),
        ("fewer than 10 killed", "0 to 10"),
        ("fewer than 1 killed", "0 to 1"),
    ],
)
def test_loose_hedges_have_slack(said, loosened):
    assert str(statements(claim(said))[0].loosened) == loosened


@pytest.mark.parametrize(
    ("said", "figure"),
    [
        ("20 killed", 20),
        ("at least 20 killed", 20),
        ("more than 20 killed", 20),
        ("nearly 20 killed", 20),
        ("up to 20 killed", 20),
        ("18 to 20 killed", None),
        ("dozens of people killed", None),
    ],
)
def test_the_printed_figure_is_that_of_the_words(said, figure):
    assert statements(claim(said))[0].figure == figure


NOON, NIGHT = (datetime(2023, 5, 10, hour, tzinfo=UTC) for hour in (12, 22))


@pytest.mark.parametrize(
    ("later", "earlier", "is_later"),
    [
        (date(2023, 5, 11), date(2023, 5, 10), True),
        (date(2023, 5, 10), date(2023, 5, 10), False),
        (NIGHT, NOON, True),
        (NOON, NIGHT, False),
        (NIGHT, date(2023, 5, 10), False),  # of one day, and only one tells the time
        (NIGHT, date(2023, 5, 9), True),
        (None, NOON, False),
        (NOON, None, False),
    ],
)
def test_later_is_what_was_published_later(later, earlier, is_later):
    one, other = (statements(claim("12 killed", published=day))[0] for day in (later, earlier))
    assert one.is_later_than(other) is is_later


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("29 people killed; 1 man killed", ["29", "at least 1"]),
        ("29 people killed; 1 child wounded", ["29", "1"]),
        ("29 civilians killed; 1 killed", ["29", "at least 1"]),
        ("1 soldier killed; 29 civilians killed", ["1", "29"]),
        ("1 person killed; 1 killed", ["1", "1"]),
        ("1 killed", ["1"]),
    ],
)
def test_one_person_beside_a_larger_toll_is_a_mention(said, counted):
    assert [str(one.count) for one in statements(claim(said))] == counted


def test_a_larger_toll_of_another_article_makes_no_mention():
    assert {str(one.count) for one in statements(claim("29 killed"), claim("1 killed"))} == {"1", "29"}


def listed(*claims):
    case = case_of(incident(*claims), lexicon())
    return [[str(case.statement[reference].toll.count) for reference in found] for found in case.lists]


@pytest.mark.parametrize(
    ("said", "lists"),
    [
        ("14 civilians killed, 25 army, 9 tribesmen", [["14", "25", "9"]]),
        ("48 killed, 14 civilians, 25 army, 9 tribesmen", [["14", "25", "9"]]),  # headed by its whole
        ("3 civilians killed, 2 civilians", [["3", "2"]]),
        ("3 civilians killed, at least 3 civilians", []),  # one figure twice
        ("3 civilians killed; 2 civilians killed", []),  # two sentences
        ("27 army killed, including 4 officers", []),
        ("3 civilians killed, 5 civilians wounded", []),
        ("3 workers killed, 5 displaced, 1 local man killed", [["3", "1"]]),
        ("4 children killed, 1 child", []),  # a single one of them
        ("12 killed", []),
    ],
)
def test_a_list_adds_separate_people(said, lists):
    assert listed(claim(said)) == lists


def test_a_list_ends_where_the_sentence_does():
    said = "Three civilians died. Two civilians died."
    heard = claim("3 civilians killed, 2 civilians", article="a1")
    from attrs import evolve

    from claimrec.records.article import Quote
    from claimrec.records.claim import Row

    tolls = [
        evolve(toll, quote=Quote("a1", at, at + 15, said[at : at + 15]))
        for toll, at in zip(heard.tolls, (0, 22), strict=True)
    ]
    apart = evolve(heard, quote=Quote("a1", 0, len(said), said), tolls=tuple(tolls))
    assert listed(apart) == []
    assert listed(evolve(apart, quote=Quote("a1", 100, 103, "..."))) == [["3", "2"]]  # the words between are not known
    title = evolve(tolls[1], quote=Quote("a1", 22, 37, said[22:37], "title"))
    assert listed(evolve(apart, tolls=(tolls[0], title))) == []
    assert listed(evolve(apart, tolls=(tolls[0], evolve(tolls[1], quote=None)))) == []
    for at, found in ((15, [["3", "2"]]), (14, [])):  # words that touch, and words that overlap
        beside = evolve(tolls[1], quote=Quote("a1", at, at + 15, said[at : at + 15]))
        assert listed(evolve(apart, quote=None, row=Row("a.csv", 2), tolls=(tolls[0], beside))) == found


def test_listed_people_of_one_name_count_only_those_of_their_words():
    three, two = statements(claim("3 civilians killed, 2 civilians"))
    assert str(three.group) == "3 civilians killed (civilians)"
    assert three.group != two.group


@pytest.mark.parametrize(
    ("claims", "group"),
    [
        (["27 soldiers killed", "20 army killed"], "Northern army"),
        (["27 soldiers killed", "20 guards killed", "20 army killed"], "Northern army"),
        (["27 soldiers killed", "20 guards killed", "3 southerners killed"], "military personnel"),  # whose of the two?
        (["27 soldiers killed", "5 rebels killed"], "military personnel"),
        (["27 soldiers killed", "5 Northern side killed"], "Northern side"),
        (["4 officers killed", "20 army killed"], "officers (Northern army)"),
        (["9 gunmen killed", "12 foresters killed"], "Forest Brigade"),
        (["9 gunmen killed", "12 foresters killed", "3 rebels killed"], "Rebel Alliance"),
        (["9 gunmen killed", "20 army killed"], "fighters"),
        (["9 civilians killed", "20 army killed"], "civilians"),
    ],
)
def test_soldiers_are_those_of_the_one_army_that_loses_people(claims, group):
    found = statements(*(claim(said, article=f"a{place}", name=f"c{place}") for place, said in enumerate(claims)))
    assert str(found[0].group) == group


@pytest.mark.parametrize(("year", "group"), [(2021, "Northern army"), (2022, "military personnel")])
def test_whose_soldiers_they_are_is_asked_of_the_day(year, group):
    told = claim("27 soldiers killed", name="a", day=date(year, 5, 10)), claim("2 Bridge Guards killed", name="b")
    assert str(statements(*told)[0].group) == group


@pytest.mark.parametrize(
    ("said", "by", "others", "group"),
    [
        ("9 gunmen killed", "Dune Group", "5 dune fighters killed", "fighters"),  # not their own victims
        ("9 gunmen killed", None, "5 dune fighters killed", "Dune Group"),
        ("9 gunmen killed", None, "5 Northern side killed", "fighters"),
        ("9 gunmen killed", "Northern army", "5 killed", "fighters"),
        ("9 soldiers killed", "Dune Group", "5 killed", "military personnel"),
    ],
)
def test_those_who_did_it_are_not_hurt_by_the_same_claim(said, by, others, group):
    assert str(statements(claim(said, by=by, name="a"), claim(others, name="b"))[0].group) == group


def test_those_who_did_it_elsewhere_can_be_the_ones_who_are_hurt():
    told = claim("9 gunmen killed", by="Northern army", name="a"), claim("9 soldiers killed", by="Dune Group", name="b")
    assert [str(one.group) for one in statements(*told)] == ["Dune Group", "Northern army"]

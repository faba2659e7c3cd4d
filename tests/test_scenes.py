"""Which of several places and times is that of casualties: scenes, bearings, goals, asides, what nobody said."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.judging.dates import disjoint_days
from claimrec.lexicon.loader import load_lexicon
from claimrec.matching.day import days_of
from claimrec.reading.claims import read_claims
from claimrec.reconciliation import reconcile
from claimrec.records.article import NEWS_DAYS, Article

LEXICON = load_lexicon()
PUBLISHED = date(2016, 7, 27)  # a Wednesday


def claims(text, published=PUBLISHED, name="a"):
    return read_claims(Article(name, text, f"Agency {name}", published), lexicon=LEXICON)


def wheres(text):
    return [claim.where and claim.where.place.name for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two men were shot in Homs; one died at Aleppo University Hospital.", "Homs"),
        ("Two men were killed in Homs, and one is in stable condition at Qorvik Hospital.", "Homs"),
        ("Two men died in an air strike on Qorvik Hospital.", "Qorvik Hospital"),
        ("Two men were killed as gunmen came near Qorvik Hospital.", "Qorvik Hospital"),
    ],
)
def test_the_hospital_where_somebody_is_treated_is_not_the_scene(text, name):
    assert set(wheres(text)) == {name}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six men were shot dead, a minister said in Paris.", "France"),
        ("It was reported in Bogota that six men were shot dead.", "Colombia"),
        ("Clashes were reported in Saraqib, where six died.", "Saraqib"),
        ("Six died as talks in Geneva went on.", None),
        ("Six died in Homs as the round of talks in Geneva went on.", "Homs"),
        ("A bomb at the embassy in Damascus killed six.", "Damascus"),
        ("The embassy in Damascus mourned six dead.", "Syria"),
        ("A woman from Aleppo was killed in her car.", "Syria"),
        ("A woman from Aleppo was killed in Homs.", "Homs"),
        ("Six died in Afghanistan, in a March raid.", "Afghanistan"),  # a town there has that name
        ("Six died in the village of Qorvik. Two were wounded in the village of Qorvik too.", "Qorvik"),
        ("SIX DIED IN TURBANO, EASTERN HOMS GOVERNORATE, ON MONDAY.", "TURBANO"),
        ("SIX DIED IN TURBANO, EASTERN HOMS, ON MONDAY.", "Homs governorate"),
        ("SIX DIED IN TURBANO, EASTERN QORVIK, ON MONDAY.", None),
    ],
)
def test_where_somebody_spoke_met_or_lives_is_not_the_scene(text, expected):
    assert set(wheres(text)) == {expected}


def whens(text, published=PUBLISHED):
    return [claim.when and str(claim.when.window) for claim in claims(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six were killed in the Eastern Ghouta region outside the capital Damascus.", ["Eastern Ghouta"]),
        ("Six were killed in Eastern Ghouta, east of Damascus.", ["Eastern Ghouta"]),
        ("Six were killed in an area between Saraqib and Ariha.", ["Saraqib"]),
        ("Six were killed in a town northeast of Homs. The strike hit the town of Talbiseh.", ["Talbiseh"]),
        ("Six were killed in Saraqib and two were taken for treatment to Idlib.", ["Saraqib"]),
        ("Six died in a village near Aleppo. The clinic in the village of Khan Tuman was levelled.", ["Khan Tuman"]),
        ("Six died in a village near Aleppo. Some fled to the nearby village of Khan Tuman.", ["Aleppo"]),
        ("Six were killed in a mosque on the road to Homs in Talbiseh.", ["Talbiseh"]),
    ],
)
def test_the_scene_among_several_places(text, expected):
    assert wheres(text)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men died overnight. Six were killed retaking the road which the army cut on Monday.",
         ["2016-07-26 to 2016-07-27"] * 2),
        ("Six were killed in a blast which hit the market on Monday.", ["2016-07-25"]),
        ("Six were killed in a raid which took place on Monday.", ["2016-07-25"]),
        ("The two-week-old battle has killed 63 rebels.", ["2016-07-13 to 2016-07-27"]),
        ("Six were killed on Tuesday. The war has killed 90,000 people. It has gone on since March 2011.",
         ["2016-07-26", "2011-03-01 to 2016-07-27"]),
    ],
)  # fmt: skip
def test_the_time_among_several(text, expected):
    assert whens(text) == expected


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_news_whose_first_day_is_the_weekday_behind_its_date_was_dated_early(published):
    behind = date.fromordinal(published.toordinal() + 1)
    assert whens(f"Six were killed on {behind:%A}.", published) == [str(behind)]
    assert whens(f"Six men were killed on {published:%A}. Two women were killed on {behind:%A}.", published) == [
        str(published),
        str(date.fromordinal(published.toordinal() - 6)),
    ]


@given(st.dates(date(1, 1, 1), date(2030, 1, 1)))
def test_news_without_any_day_speaks_of_the_last_ones_before_publication(published):
    [claim] = claims("Six were killed in Homs.", published)
    assert claim.when.inferred
    assert claim.when.words is None
    assert claim.when.window.last == published
    assert claim.when.window.days <= NEWS_DAYS + 1
    assert not days_of(claim, LEXICON).said


def test_a_day_that_nobody_said_contradicts_none_and_dates_no_incident():
    vague = claims("A car bomb killed six soldiers in the town of Saraqib in Idlib province.", name="b")
    exact = claims("A car bomb killed six soldiers in the town of Saraqib in Idlib province on 22 July.", name="c")
    result = reconcile([*vague, *exact], lexicon=LEXICON)
    assert [str(judgement.when) for judgement in result.incidents if len(judgement.incident.claims) == 2] in (
        [],
        ["2016-07-22"],
    )
    assert not [one for one in result.conflicts if one.rule == disjoint_days.__name__]
    alone = reconcile(vague, lexicon=LEXICON)
    assert [str(judgement.when) for judgement in alone.incidents] == ["2016-07-24 to 2016-07-27"]


def test_without_a_publication_day_nothing_is_said():
    assert whens("Six were killed in Homs.", None) == [None]

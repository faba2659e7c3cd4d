"""Charts: every figure stands in them, as text, inside the picture, whatever stands in the data."""

import warnings
from datetime import timedelta
from functools import cache

import pytest
from factory import DAY, claim, incident, lexicon
from matplotlib.figure import Figure
from matplotlib.text import Text
from simulated import NORTH, cases
from valley import AYN_ZAYTUN, LEXICON, NAMESAKE, TELL_HARUN

from claimrec.judging.case import case_of
from claimrec.judging.judge import judge
from claimrec.matching.decisions import Decision
from claimrec.outlets.agreement import agreement_of
from claimrec.outlets.compare import OutletComparison, compare_outlets
from claimrec.outlets.ratios import counts_said, ratios_of
from claimrec.reconciliation import reconcile
from claimrec.showing.charts import (
    agreement_matrix,
    calendar,
    forest_plot,
    heat_map,
    place_map,
    ratio_plot,
    timeline,
    waterfall,
)
from claimrec.showing.charts.canvas import Chart, label
from claimrec.showing.charts.first import plot
from claimrec.values.place import Place

HOSTILE = [
    "<script>alert(1)</script>",
    "$\\frac{1}{0}$ and $",
    "x" * 10_000,
    "\u202e\u2066\u200f27 \x1b[31m\x00\ud800",
    "قتل ١٢ جنديا",
    "中文新闻 \U0001f4a5",
    "_^{}\\%&#~",
]


def texts(figure):
    figure.draw_without_rendering()
    return [one.get_text().replace("\\$", "$") for one in figure.findobj(Text) if one.get_text() and one.get_visible()]


def is_whole(figure):
    """Does everything that is drawn lie inside the picture?"""
    figure.draw_without_rendering()
    drawn, (width, height) = figure.get_tightbbox(), figure.get_size_inches()
    return drawn.x0 > -0.02 and drawn.y0 > -0.02 and drawn.x1 < width + 0.02 and drawn.y1 < height + 0.02


RAID = {"day": DAY}


def judged(*claims, name="i"):
    [judgement] = judge([incident(*claims, name=name)], lexicon=lexicon())
    return judgement


def raid():
    later = DAY + timedelta(days=1)
    return judged(
        claim("12 guards killed", source="Rights Monitor", published=DAY, **RAID),
        claim("at least 15 guards killed", source="Rights Monitor", published=later, **RAID),
        claim("3 guards killed; 5 to 8 people wounded", source="Northern News", **RAID),
        claim("nearly 20 guards killed", source="Rights Monitor", via=("Daily B",), published=later, **RAID),
    )


@cache
def compared(many=10):
    told = cases(1, many)
    said = counts_said(told)
    return OutletComparison((), agreement_of(told), ratios_of(said), (), (), (), (), ())


@cache
def raids():
    """A result with two raids, one of them contested, and one incident of one outlet."""
    there, here = {"day": DAY, "place": TELL_HARUN, "event": "ambush"}, {"place": AYN_ZAYTUN, "event": "riot"}
    told = [
        claim("12 guards killed", source="Agency A", name="a", **there),
        claim("3 guards killed", source="Agency B", name="b", **there),
        claim("12 guards killed", source="Agency A", via=("Daily C",), name="c", **there),
        claim("5 people wounded", source="Agency A", day=DAY + timedelta(days=9), name="d", **here),
        claim("5 people wounded", source="Agency B", day=DAY + timedelta(days=9), name="e", **here),
        claim("9 civilians killed", source="Agency B", day=DAY + timedelta(days=40), place=NAMESAKE, name="f"),
    ]
    return reconcile(told, lexicon=LEXICON)


def test_a_forest_has_a_row_for_each_count_of_each_voice_and_says_what_remains():
    figure = forest_plot(raid())
    assert isinstance(figure, Chart)
    rows = {(row["voice"], row["low"], row["high"]): row for row in figure.rows if row["effect"] == "killed"}
    assert set(rows) == {
        ("Northern News", 3, 3),
        ("Rights Monitor", 12, 12),
        ("Rights Monitor", 15, None),
        ("Rights Monitor", 16, 20),
    }
    assert rows["Rights Monitor", 12, 12]["replaced"]
    assert rows["Northern News", 3, 3]["contradicted"]
    assert {
        "River Guards killed: no number fits",
        "people wounded, remaining: 5 to 8",
        "at least 15",
        "Northern News",
    } <= set(texts(figure))


def test_a_timeline_shows_when_each_voice_counted_how_many():
    figure = timeline(raid())
    assert [(row["voice"], row["low"], row["replaced"]) for row in figure.rows] == [
        ("Northern News", 3, 0),
        ("Rights Monitor", 12, 1),
        ("Rights Monitor", 15, 0),
        ("Rights Monitor", 16, 0),
    ]
    assert {"10 May 2023", "11 May 2023", "Rights Monitor", "replaced later"} <= set(texts(figure))
    assert timeline(raid(), effect="wounded").rows[0]["high"] == 8


def test_a_ratio_plot_shows_every_voice_with_its_number_of_incidents():
    comparison = compared()
    figure = ratio_plot(comparison, victims=NORTH)
    rows = {row["outlet"]: row for row in figure.rows}
    assert rows["Northern News"]["relation"] == "own side"
    assert rows["Northern News"]["high"] < 1
    shown = texts(figure)
    assert "Northern News (own side)" in shown
    assert all(f"{row['incidents']}" in shown for row in figure.rows)


def test_a_ratio_plot_has_arrows_where_an_end_is_open():
    told = [
        case_of(incident(claim("at least 40 killed"), claim("10 killed", source="Agency B"), name=f"{n}"), lexicon())
        for n in range(10)
    ]
    told += [case_of(incident(claim("9 killed"), claim("9 killed", source="Daily C"), name="once"), lexicon())]
    comparison = OutletComparison((), (), ratios_of(counts_said(told)), (), (), (), (), ())
    figure = ratio_plot(comparison)
    assert {row["outlet"]: (row["low"] is None, row["high"] is None) for row in figure.rows} == {
        "Agency A": (False, True),
        "Agency B": (True, False),
        "Daily C": (True, True),
    }
    assert "1 voice with too few to compare" in texts(figure)
    assert {line.get_marker() for line in figure.axes[0].lines} >= {"<", ">"}
    assert is_whole(figure)


def test_a_forest_of_very_different_numbers_goes_by_tens():
    figure = forest_plot(judged(claim("3 killed"), claim("1200 killed", source="Agency B"), claim("no killed")))
    assert {"0", "1", "10", "100", "1,000", "1,200", "none"} <= set(texts(figure))
    assert is_whole(figure)


def test_a_heat_map_shows_who_reports_what_and_where_it_is_contested():
    figure = heat_map(raids())
    assert {
        (str(row["first_day"]), row["outlet"]): (row["first_hand"], row["contradicted"]) for row in figure.rows
    } == {
        ("2023-05-10", "Agency A"): (1, 1),
        ("2023-05-10", "Agency B"): (1, 1),
        ("2023-05-10", "Daily C"): (0, 1),
        ("2023-05-19", "Agency A"): (1, 0),
        ("2023-05-19", "Agency B"): (1, 0),
    }
    assert {"Agency A", "Daily C", "2 incidents by day", "×"} <= set(texts(figure))


def test_a_heat_map_of_much_says_what_it_leaves_out():
    many = [
        claim("5 killed", source=source, day=DAY + timedelta(days=30 * n), place=TELL_HARUN, name=f"{source} {n:03}")
        for n in range(62)
        for source in ("Agency A", "Agency B")
    ]
    many += [claim("5 killed", source="Agency A", place=AYN_ZAYTUN, published=None, name=f"{n}") for n in "xy"]
    totals = [claim("5 killed", source=source, level="cumulative", day=DAY, place=AYN_ZAYTUN) for source in "PQ"]
    figure = heat_map(reconcile([*many, *totals], lexicon=LEXICON))
    assert "60 incidents of 62 by day" in texts(figure)
    assert len({row["incident"] for row in figure.rows}) == 62
    assert "May 2023" in texts(figure)


def test_a_matrix_shows_how_often_two_voices_can_both_be_right_and_of_how_many():
    figure = agreement_matrix(compared())
    [row] = [row for row in figure.rows if (row["a"], row["b"]) == ("Agency A", "Rights Monitor")]
    assert f"{100 * row['agree']:.0f}%\nof {row['incidents']}" in texts(figure)


def test_a_matrix_of_many_voices_draws_those_that_are_compared_most():
    told = [claim("5 killed", source=f"Agency {n:02}") for n in range(17)]
    few = [claim("5 killed", source="Agency 00", name="x"), claim("5 killed", source="Daily C", name="y")]
    laid_open = [case_of(incident(*claims, name=f"i{n}"), lexicon()) for n, claims in enumerate([told] * 10 + [few])]
    figure = agreement_matrix(OutletComparison((), agreement_of(laid_open), (), (), (), (), (), ()))
    assert {"Agency 00", "Agency 13", "100%\nof 10"} <= set(texts(figure))
    assert "Daily C" not in texts(figure)
    assert "fewer than 10 incidents" not in texts(figure)
    assert {row["b"] for row in figure.rows} >= {"Daily C", "Agency 16"}


def test_a_waterfall_adds_up_to_the_evidence():
    explanation = raids().explain("a", "b")
    figure = waterfall(explanation)
    assert sum(row["bits"] for row in figure.rows) == pytest.approx(explanation.evidence.bits)
    assert {"One incident", "together", "place: same place", "before comparing"} <= set(texts(figure))
    assert "One incident or two?" in texts(waterfall(explanation.evidence))
    decided = reconcile(raids().claims, lexicon=LEXICON, decisions=[Decision("a", "d", same=True, because="seen")])
    assert "decided" in texts(waterfall(decided.explain("a", "d")))
    assert "Not one incident" in texts(waterfall(raids().explain("a", "f")))


def test_a_map_shows_each_place_with_its_radius_and_who_names_it():
    wide = Place("Valley", None, 35.0, 37.0, 300.0)
    told = [claim(source=f"Agency {n}", place=TELL_HARUN) for n in range(12)]
    told += [claim(source="Agency B", place=wide), claim(source="Daily C", place=Place("Old Mill"))]
    figure = place_map(judged(*told))
    assert {row["place"]: row["radius_km"] for row in figure.rows} == {
        "Tell Harun": 1.5,
        "Valley": 300.0,
        "Old Mill": None,
    }
    shown = "\n".join(texts(figure))
    assert "Tell Harun, Marabad (1.5 km)" in shown
    assert "and 3 more" in shown
    assert "not on the map:\n  Old Mill" in shown
    [axes] = figure.axes
    assert axes.get_ylim()[1] - axes.get_ylim()[0] < 1


def test_a_calendar_counts_contested_incidents_by_day_or_over_years_by_month():
    figure = calendar(raids())
    assert [(str(row["first_day"]), row["incidents"], row["contested"]) for row in figure.rows] == [
        ("2023-05-10", 1, 1),
        ("2023-05-19", 1, 0),
        ("2023-06-19", 1, 0),
    ]
    assert {"May 2023", "Jun 2023", "1"} <= set(texts(figure))
    years = [claim("5 killed", day=DAY + timedelta(days=31 * n), place=TELL_HARUN, name=f"{n:03}") for n in range(30)]
    assert {"2023", "2025", "Jan", "Dec"} <= set(texts(calendar(reconcile(years, lexicon=LEXICON))))


CHARTS = {
    "forest": lambda: forest_plot(raid()),
    "timeline": lambda: timeline(raid()),
    "ratios": lambda: ratio_plot(compared()),
    "heat map": lambda: heat_map(raids()),
    "matrix": lambda: agreement_matrix(compared()),
    "waterfall": lambda: waterfall(raids().explain("a", "b")),
    "veto": lambda: waterfall(raids().explain("a", "f")),
    "map": lambda: place_map(raids().incidents[0]),
    "calendar": lambda: calendar(raids()),
    "no heat map": lambda: heat_map(reconcile([])),
    "no matrix": lambda: agreement_matrix(compared(), aspect="place"),
    "no map": lambda: place_map(judged(claim())),
    "no calendar": lambda: calendar(reconcile([])),
    "no forest": lambda: forest_plot(judged(claim())),
    "no timeline": lambda: timeline(judged(claim("12 killed", published=None))),
    "no ratios": lambda: ratio_plot(compared(1)),
}


@pytest.mark.parametrize("chart", CHARTS)
def test_nothing_stands_outside_the_picture(chart):
    figure = CHARTS[chart]()
    assert texts(figure)
    assert is_whole(figure)


def test_hostile_words_stay_words():
    claims = []
    for number, words in enumerate(HOSTILE):
        place = Place(words, words, 35.0, 37.0 + number / 100, 2.0)
        told = {"published": DAY, "day": DAY, "event": words, "source": words, "name": f"{number}"}
        claims.append(claim(f"{12 + number} killed", place=place, victims=HOSTILE[number // 2], **told))
    decisions = [Decision("0", f"{number}", same=True, because="all") for number in range(1, len(HOSTILE))]
    result = reconcile(claims, lexicon=LEXICON, decisions=decisions)
    [judgement], comparison = result.incidents, compare_outlets(result)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        figures = [heat_map(result), calendar(result), waterfall(result.explain("0", "2"))]
        figures += [agreement_matrix(comparison), ratio_plot(comparison, victims=HOSTILE[2])]
        figures += [chart(judgement) for chart in (forest_plot, timeline, place_map)]
        for figure in figures:
            assert figure._repr_png_().startswith(b"\x89PNG")
            assert is_whole(figure)
            assert all(len(line) < 100 for text in texts(figure) for line in text.split("\n"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("$x$", r"\$x\$"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("two\nlines", "two lines"),
        ("中", "▯"),
        ("y" * 40, "y" * 31 + "…"),
        ("جنديا", "جنديا"),
    ],
)
def test_a_label_is_one_short_line_of_signs_that_the_font_has(text, shown):
    assert label(text) == shown


def test_a_chart_is_drawn_where_the_user_says():
    figure = Figure()
    axes = figure.add_subplot()
    assert forest_plot(raid(), ax=axes) is figure
    assert figure.rows


def test_what_has_a_chart_plots_the_one_that_shows_most_of_it():
    result = reconcile(claim("3 army killed", source=source, day=DAY, place=TELL_HARUN) for source in "AB")
    [judgement] = result.incidents
    explanation = result.explain(*(one.id for one in judgement.incident.claims))
    comparison = compare_outlets(result)
    for value, chart in (
        (result, heat_map),
        (judgement, forest_plot),
        (explanation, waterfall),
        (explanation.evidence, waterfall),
        (comparison, agreement_matrix),
    ):
        assert value.plot().rows == chart(value).rows != ()
    with pytest.raises(TypeError, match="Claim has no chart"):
        plot(judgement.incident.claims[0])

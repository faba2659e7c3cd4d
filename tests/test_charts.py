"""Charts: every figure stands in them, as text, inside the picture, whatever stands in the data."""

import warnings
from datetime import timedelta

import attrs
import pytest
from factory import DAY, claim, incident, lexicon
from matplotlib.figure import Figure
from matplotlib.text import Text
from simulated import NORTH, cases

from claimrec.judging.judge import judge
from claimrec.outlets.compare import OutletComparison
from claimrec.outlets.ratios import counts_said, leanings_of, ratios_of
from claimrec.showing.charts import forest_plot, ratio_plot, timeline
from claimrec.showing.charts.canvas import Chart, label

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


def compared(many=20):
    said = counts_said(cases(1, many))
    return OutletComparison((), (), ratios_of(said), leanings_of(said), (), (), (), ())


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


CHARTS = {
    "forest": lambda: forest_plot(raid()),
    "timeline": lambda: timeline(raid()),
    "ratios": lambda: ratio_plot(compared()),
    "no forest": lambda: forest_plot(judged(claim())),
    "no timeline": lambda: timeline(judged(claim("12 killed", published=None))),
    "no ratios": lambda: ratio_plot(compared(1)),
}


@pytest.mark.parametrize("chart", CHARTS)
def test_nothing_stands_outside_the_picture(chart):
    figure = CHARTS[chart]()
    assert texts(figure)
    assert is_whole(figure)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words):
    told = claim("12 killed", source=words, published=DAY, day=DAY)
    other = claim("15 killed", source=f"{words}2", published=DAY, victims=words, day=DAY)
    judgement = judged(told, attrs.evolve(other, tolls=(attrs.evolve(other.tolls[0], victims_words=words),)))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for figure in (forest_plot(judgement), timeline(judgement)):
            assert figure._repr_png_().startswith(b"\x89PNG")
            assert is_whole(figure)
            assert all(len(text) < 120 for text in texts(figure))


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

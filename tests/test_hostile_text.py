"""Text that means harm, in every field at once: page, notebook, terminal, chart and table stay harmless and legible."""

import csv
import io
import re
from datetime import date
from html.parser import HTMLParser

import attrs
import pytest
from matplotlib.text import Text
from rich.console import Console

from claimrec.exchange import write_sheets
from claimrec.exchange.delimited import FORMULA
from claimrec.outlets.compare import compare_outlets
from claimrec.reconciliation import reconcile
from claimrec.records.article import Article, Quote
from claimrec.records.claim import Claim, Perpetrator, Row, Toll, When, Where
from claimrec.records.unread import Unread
from claimrec.showing.charts import forest_plot, timeline
from claimrec.showing.explanation import explanation_text
from claimrec.showing.html import page
from claimrec.showing.text import plain_text
from claimrec.values.count import Count
from claimrec.values.place import Place
from claimrec.values.window import Window

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "end of script": "</script></style></details></div></body>",
    "formula": '=HYPERLINK("http://evil.example","26")',
    "turned": "\u202e72\u2066\u200f \u061c",
    "steering": "\x1b]0;x\x07\x1b[31m\x00\r\nkilled 0",
    "attribute": "\"' onmouseover=alert(1) x='",
    "long word": "x" * 10_000,
    "surrogate": "half \ud800 pair",
    "mathematics": "$\\frac{1}{$ {0} %s [bold]x[/bold]",
    "Arabic": "قتل ١٢ جنديا",
}
UNSEEN = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]")
LISTINGS = ("claims", "tolls", "incidents", "ranges", "conflicts", "review")


def told(words, killed, outlet):
    article = f"{words}{outlet}"
    quote = Quote(article, 0, len(words), words)
    return Claim(
        article, quote, (f"{words}{outlet}", f"{words}{outlet}2"), date(2023, 5, 10),
        When(Window.parse("2023-05-09"), words), Where(Place(words, words, 35.0, 36.0, 1.0), words), words,
        Perpetrator(words, words, "accused"),
        tolls=(Toll("killed", Count.exactly(killed), quote, victims=words, victims_words=words),),
        row=Row(words, killed, (words,)), name=f"{words}{outlet}3",
    )  # fmt: skip


def result_of(words):
    """Two claims of one incident that cannot both be true, and one that stands alone."""
    alone = attrs.evolve(told(words, 4, "C"), when=When(Window.parse("2021-01-01")), published=date(2021, 1, 1))
    unread = [Unread(words, file=words)]
    return reconcile([told(words, 3, "A"), told(words, 9, "B"), alone], unread=unread)


class Outline(HTMLParser):
    """The elements and attributes of HTML, in order; fails on one that is closed in the wrong place."""

    def __init__(self, text):
        super().__init__()
        self.open, self.shape = [], []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.shape.append((tag, sorted({name for name, _ in attributes} - {"class"})))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def displays(result):
    """Every value that shows itself."""
    judgement = result.incidents[-1]
    a, b = (claim.id for claim in result.claims[:2])
    pair = result.explain(a, b)
    shown = [result, judgement, judgement.incident, result.claims[0], result.conflicts[0], pair, pair.evidence]
    return [*shown, *(getattr(result, name) for name in LISTINGS), compare_outlets(result)]


@pytest.fixture(params=HOSTILE, scope="module")
def words(request):
    return HOSTILE[request.param]


@pytest.fixture(scope="module")
def result(words):
    found = result_of(words)
    assert [conflict.severity for conflict in found.conflicts if conflict.kind == "count"] == ["contradiction"]
    return found


@pytest.fixture(scope="module")
def tame(words):
    """The same with a word of the same length, broken by blanks where the other is."""
    return result_of(re.sub(r"\S", "y", words))


def test_a_page_has_the_elements_that_any_text_gives(words, result, tame):
    articles = [Article(words, "x", title=words, url=f"javascript:{words}")]
    shown = page(result, articles)
    shown.encode()
    assert Outline(shown).shape == Outline(page(tame, articles)).shape
    assert not UNSEEN.search(shown)
    assert 'href="javascript' not in shown


def test_so_does_everything_in_a_notebook(result, tame):
    for hostile, plain in zip(displays(result), displays(tame), strict=True):
        shown = hostile._repr_html_()
        shown.encode()
        assert Outline(shown).shape == Outline(plain._repr_html_()).shape
        assert not UNSEEN.search(shown)
        assert len(shown) < 200_000


def test_a_terminal_is_not_steered(result):
    console = Console(width=90, file=io.StringIO(), force_terminal=True, color_system=None)
    for value in displays(result):
        console.print(value)
    a, b = (claim.id for claim in result.claims[:2])
    listings = [repr(getattr(result, name)) for name in LISTINGS]
    for text in (
        console.file.getvalue(),
        plain_text(result),
        explanation_text(result.explain(a, b), result),
        *listings,
    ):
        assert not UNSEEN.search(text)
        text.encode()


def test_what_is_shown_is_still_legible(words, result):
    readable = max(re.findall(r"\w+", words), key=len)[:60]
    for value in displays(result)[:-1]:
        if value:
            assert readable in value._repr_html_() or value is result.review or "bits" in value._repr_html_()
    assert readable in plain_text(result)


def test_charts_are_drawn_with_harmless_labels(result):
    for chart in (forest_plot, timeline):
        for judgement in result.incidents:
            figure = chart(judgement)
            figure.savefig(io.BytesIO())
            for text in figure.findobj(Text):
                assert not UNSEEN.search(text.get_text().replace("\n", ""))
                assert len(text.get_text()) < 400


def test_sheets_hold_no_formula_and_frames_hold_the_text(words, result, tmp_path):
    for path in write_sheets(result, tmp_path / "sheets"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert [cell for cell in cells if cell.startswith(FORMULA)] == []
    for name in LISTINGS:
        assert len(getattr(result, name).to_frame("polars")) == len(getattr(result, name))
    written = words.encode("utf-8", "backslashreplace").decode()
    assert set(result.claims.to_frame()["event"]) == {written}

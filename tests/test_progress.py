"""Progress: a bar where somebody looks, after a while, gone at the end; what is tracked stays what it is."""

import io
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimrec.progress
from claimrec.progress import bar_html, place, quiet, tracked
from claimrec.reconciliation import extract_claims, reconcile
from claimrec.records.article import Article

ARTICLES = [Article(f"a{n}", "Two soldiers were killed in Idlib.", publisher="Agency A") for n in range(40)]


class Terminal(io.StringIO):
    """Somebody's screen."""

    def isatty(self):
        return True


@pytest.fixture
def impatient(monkeypatch):
    """Bars are shown at once."""
    monkeypatch.setattr(claimrec.progress, "PATIENCE", 0)
    monkeypatch.setattr(claimrec.progress, "OFTEN", 0)


def screen_of(monkeypatch):
    """Standard error as a screen; not a fixture, since pytest takes standard error back after these."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return terminal


@given(st.lists(st.integers()))
def test_what_is_tracked_comes_as_it_is(things):
    assert list(tracked(things, "counting")) == things
    assert list(tracked(iter(things), "counting")) == things


@pytest.mark.usefixtures("impatient")
def test_long_work_shows_a_bar_on_a_terminal_and_wipes_it_away(monkeypatch):
    screen = screen_of(monkeypatch)
    list(tracked(range(3), "reading"))
    assert "reading" in screen.getvalue()
    assert screen.getvalue().rstrip().endswith("\x1b[2K")


@pytest.mark.usefixtures("impatient")
def test_work_without_a_known_end_is_shown_too(monkeypatch):
    screen = screen_of(monkeypatch)
    list(tracked(iter(range(3)), "comparing"))
    assert "comparing" in screen.getvalue()


def test_short_work_shows_nothing(monkeypatch):
    screen = screen_of(monkeypatch)
    extract_claims(ARTICLES[:1])
    monkeypatch.setattr(claimrec.progress, "OFTEN", 0)
    extract_claims(ARTICLES[:1])
    assert screen.getvalue() == ""


@pytest.mark.usefixtures("impatient")
def test_every_stage_says_what_it_does(monkeypatch):
    screen = screen_of(monkeypatch)
    reconcile(extract_claims(ARTICLES))
    for doing in ("reading articles", "comparing claims", "judging incidents"):
        assert doing in screen.getvalue()


@pytest.mark.usefixtures("impatient")
def test_nothing_goes_to_a_log(monkeypatch):
    log = io.StringIO()
    monkeypatch.setattr(sys, "stderr", log)
    reconcile(extract_claims(ARTICLES))
    assert log.getvalue() == ""


def test_a_dumb_terminal_is_left_alone(monkeypatch):
    screen_of(monkeypatch)
    assert place() == "terminal"
    monkeypatch.setenv("TERM", "dumb")
    assert place() is None


@pytest.mark.usefixtures("impatient")
def test_it_can_be_turned_off(monkeypatch):
    screen = screen_of(monkeypatch)
    with quiet():
        reconcile(extract_claims(ARTICLES))
    assert screen.getvalue() == ""
    list(tracked(range(3), "reading"))
    assert "reading" in screen.getvalue()


@pytest.mark.usefixtures("impatient")
def test_of_work_within_work_the_outer_one_is_shown(monkeypatch):
    screen = screen_of(monkeypatch)
    for _ in tracked(range(3), "outer"):
        list(tracked(range(3), "inner"))
    assert "outer" in screen.getvalue()
    assert "inner" not in screen.getvalue()


@pytest.mark.usefixtures("impatient")
def test_work_that_is_broken_off_takes_its_bar_along(monkeypatch):
    screen = screen_of(monkeypatch)
    with pytest.raises(ZeroDivisionError):
        list(map((1).__mod__, tracked([1, 1, 0], "reading")))
    assert screen.getvalue().rstrip().endswith("\x1b[2K")
    list(tracked(range(3), "again"))
    assert "again" in screen.getvalue()


def test_a_bar_without_an_end_counts():
    assert bar_html("<x>", 1200, None) == "<label>&lt;x&gt; <progress></progress> 1,200</label>"


def test_a_notebook_shows_a_bar_and_keeps_nothing_of_it(tmp_path):
    nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    code = f"""
import sys, time
sys.path.insert(0, {str(Path(claimrec.__file__).parents[1])!r})
from claimrec.progress import tracked
for n in tracked(range(8), "reading"):
    time.sleep(0.3)
"""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    seen = []
    client = nbclient.NotebookClient(notebook, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}})
    process = client.process_message

    def watched(message, cell, index):
        seen.append(str(message["content"].get("data", "")))
        return process(message, cell, index)

    client.process_message = watched
    client.execute()
    assert any("<progress" in shown and "of 8" in shown for shown in seen)
    assert "<progress" not in str(notebook.cells[0].outputs)


@pytest.mark.usefixtures("impatient")
def test_in_a_notebook_the_bar_is_html_that_goes_when_the_work_is_done(monkeypatch):
    shown = []
    handle = SimpleNamespace(update=shown.append)
    display = ModuleType("IPython.display")
    display.HTML = str
    display.display = lambda html, display_id: (shown.append(html), handle)[display_id]
    ipython = ModuleType("IPython")
    ipython.get_ipython = lambda: SimpleNamespace(kernel="a kernel")
    ipython.display = display
    monkeypatch.setitem(sys.modules, "IPython", ipython)
    monkeypatch.setitem(sys.modules, "IPython.display", display)
    assert list(tracked([7, 8], "reading")) == [7, 8]
    assert shown == [bar_html("reading", done, 2) for done in (0, 0, 1)] + [""]

"""How far long work has come: a bar in a terminal or a notebook once it takes a second, and nowhere else.

A bar is gone when the work is done, and never stands in a file or a log. `with quiet():` does without.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from html import escape
from typing import Any, Literal, Protocol, TypeVar

Thing = TypeVar("Thing")

PATIENCE = 1.0
"""Seconds of work before a bar is shown."""
OFTEN = 0.2
"""Seconds between two looks at the clock and the bar: oftener, the bar would cost more than it tells."""

_taken: list[str] = []
"""What is shown, or that nothing is to be: there is one bar at a time, that of the outermost work."""


class Bar(Protocol):
    """Something that shows how far work has come."""

    def at(self, done: int) -> None:
        """So many are done."""

    def close(self) -> None:
        """The work is over, and the bar goes."""


@contextmanager
def quiet() -> Iterator[None]:
    """No bar is shown for what is done within.

    >>> with quiet():
    ...     list(tracked([1, 2], "counting"))
    [1, 2]
    """
    _taken.append("nothing")
    try:
        yield
    finally:
        _taken.pop()


def tracked(things: Iterable[Thing], doing: str) -> Iterator[Thing]:
    """The same things, one by one; where somebody is looking, a bar says how many are done."""
    where = place()
    if where is None or _taken:
        yield from things
        return
    total = len(things) if isinstance(things, Collection) else None
    begun = looked = time.monotonic()
    bar: Bar | None = None
    _taken.append(doing)
    try:
        for done, thing in enumerate(things):
            now = time.monotonic()
            if now - looked >= OFTEN:
                looked = now
                if bar is None and now - begun >= PATIENCE:
                    bar = BARS[where](doing, total)
                if bar:
                    bar.at(done)
            yield thing
    finally:
        _taken.remove(doing)
        if bar:
            bar.close()


def place() -> Literal["notebook", "terminal"] | None:
    """Where somebody is looking, if anybody is."""
    ipython: Any = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if getattr(shell, "kernel", None) is not None:
        return "notebook"
    return "terminal" if sys.stderr.isatty() and os.environ.get("TERM") != "dumb" else None


class TerminalBar:
    """A bar of rich's, on standard error."""

    def __init__(self, doing: str, total: int | None) -> None:
        from rich.console import Console  # noqa: PLC0415 - takes a while to load
        from rich.progress import Progress  # noqa: PLC0415 - the same

        self._progress = Progress(console=Console(stderr=True), transient=True)
        self._task = self._progress.add_task(doing, total=total)
        self._progress.start()

    def at(self, done: int) -> None:
        """So many are done."""
        self._progress.update(self._task, completed=done)

    def close(self) -> None:
        """The bar is wiped away."""
        self._progress.stop()


class NotebookBar:
    """A bar of plain HTML, without a widget or a script."""

    def __init__(self, doing: str, total: int | None) -> None:
        import IPython.display as shown  # noqa: PLC0415 - it is there, as this is a notebook

        display: Any = shown
        self._html, self._doing, self._total = display.HTML, doing, total
        self._shown = display.display(display.HTML(bar_html(doing, 0, total)), display_id=True)

    def at(self, done: int) -> None:
        """So many are done."""
        self._shown.update(self._html(bar_html(self._doing, done, self._total)))

    def close(self) -> None:
        """Nothing is left in the cell."""
        self._shown.update(self._html(""))


def bar_html(doing: str, done: int, total: int | None) -> str:
    """A bar that a browser draws.

    >>> bar_html("reading", 30, 120)
    '<label>reading <progress value="30" max="120"></progress> 30 of 120</label>'
    """
    known = f' value="{done}" max="{total}"' if total else ""
    many = f"{done:,} of {total:,}" if total else f"{done:,}"
    return f"<label>{escape(doing)} <progress{known}></progress> {many}</label>"


BARS: dict[Literal["notebook", "terminal"], Callable[[str, int | None], Bar]] = {
    "notebook": NotebookBar,
    "terminal": TerminalBar,
}
"""What draws the bar, by where somebody is looking."""

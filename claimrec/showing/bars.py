"""Counts as bars on one scale: a dot is one number, a bar an interval, an arrow an open end."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from claimrec.showing.markup import Markup, element, joined
from claimrec.values.count import Count

_MOST_STEPS = 5
"""Steps of the scale between zero and its top: more numbers than six do not stand side by side on a phone."""

_LEFT, _WIDTH, _OPEN = 3.0, 84.0, 98.0
"""Where zero stands, how far the scale runs, and where an open end points, in percent of the drawing."""

_MIDDLE, _HEIGHT = 9, 18
"""The line that bars lie on, and the height of the drawing, in pixels."""


@attrs.frozen
class Scale:
    """A scale of whole people from 0 to `top`, with a tick every `step`.

    >>> Scale.over([Count.exactly(27), Count.at_least(31)])
    Scale(top=40, step=10)
    """

    top: int
    step: int

    @classmethod
    def over(cls, counts: Iterable[Count]) -> Scale:
        """The smallest scale of round steps that holds every number said."""
        most = max((bound for count in counts for bound in (count.low, count.high) if bound), default=1)
        power = 1
        while True:
            for step in (power, 2 * power, 5 * power):
                if step * _MOST_STEPS >= most:
                    return cls(-(-most // step) * step, step)
            power *= 10

    @property
    def ticks(self) -> range:
        """The numbers that are written below the scale."""
        return range(0, self.top + 1, self.step)

    def place(self, n: int) -> str:
        """Where `n` stands, as a percentage."""
        return f"{_LEFT + _WIDTH * (n * 1000 // self.top) / 1000:.1f}%"


def axis(scale: Scale) -> Markup:
    """The numbers of the scale."""
    numbers = (
        element("text", f"{n:,}", x=scale.place(n), y="11", text_anchor="middle", class_="tick") for n in scale.ticks
    )
    return _drawing(joined(*numbers), "axis")


def bar(count: Count, scale: Scale, *, kind: str = "") -> Markup:
    """The count on the scale, a drawing of the number that has to stand beside it; `kind` is its class."""
    return _drawing(joined(_grid(scale), _shape(count, scale)), f"bar {kind}".strip())


def range_bar(remaining: Count | None, claimed: Count, scale: Scale) -> Markup:
    """What remains, drawn over everything that was claimed."""
    whole = element("g", _shape(claimed, scale), class_="claimed")
    left = element("g", _shape(remaining, scale), class_="left") if remaining else ""
    return _drawing(joined(_grid(scale), whole, left), "bar")


def _drawing(inside: Markup, kind: str) -> Markup:
    return element("svg", inside, class_=kind, width="100%", height=str(_HEIGHT), aria_hidden="true")


def _grid(scale: Scale) -> Markup:
    return joined(*(_line(scale.place(n), scale.place(n), 0, _HEIGHT, "grid") for n in scale.ticks))


def _shape(count: Count, scale: Scale) -> Markup:
    low = scale.place(count.low)
    if count.is_exact:
        return element("circle", cx=low, cy=str(_MIDDLE), r="4.5", class_="dot none" if count.low == 0 else "dot")
    cap = _line(low, low, _MIDDLE - 5, _MIDDLE + 5, "cap")
    if count.high is None:
        tip = element(
            "svg", element("path", d=f"M-6,{_MIDDLE - 4} l6,4 l-6,4", class_="tip"), x=f"{_OPEN}%", overflow="visible"
        )
        return joined(cap, _line(low, f"{_OPEN}%", _MIDDLE, _MIDDLE, "open"), tip)
    high = scale.place(count.high)
    other = _line(high, high, _MIDDLE - 5, _MIDDLE + 5, "cap")
    return joined(_line(low, high, _MIDDLE, _MIDDLE, "span"), cap, other)


def _line(x1: str, x2: str, y1: int, y2: int, kind: str) -> Markup:
    return element("line", x1=x1, x2=x2, y1=str(y1), y2=str(y2), class_=kind)

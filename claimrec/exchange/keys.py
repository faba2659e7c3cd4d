"""A JSON object asked for its values key by key, so that a message can name the key that is wrong."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, TypeVar, get_args

import attrs

from claimrec.errors import FormatError

T = TypeVar("T")

_SHOWN = 60
"""Characters of a wrong value that a message repeats: enough to find it, too few to flood a terminal."""


@attrs.frozen
class Keys:
    """The keys and values of a JSON object; `path` is where it stands in its line.

    A key that is absent, or null, was not said: None comes back. A value of another kind than asked for raises
    FormatError.

    >>> toll = Keys({"low": 8, "high": "ten"}, "tolls[0].")
    >>> toll.whole("low")
    8
    >>> toll.whole("high")
    Traceback (most recent call last):
    ...
    claimrec.errors.FormatError: "tolls[0].high" should be a whole number, not 'ten'
    """

    values: Mapping[str, Any]
    path: str = ""

    @classmethod
    def of(cls, value: object, path: str = "") -> Keys:
        """The keys of `value`, if it is an object."""
        if not isinstance(value, dict):
            asked = f'"{path[:-1]}" should be' if path else "expected"
            raise FormatError(f"{asked} an object with keys, not {_shown(value)}")
        return cls(value, path)

    def text(self, key: str) -> str | None:
        """The text under `key`."""
        return self._as(key, str, "a text")

    def whole(self, key: str) -> int | None:
        """The whole number under `key`."""
        return self._as(key, int, "a whole number")

    def flag(self, key: str) -> bool:
        """The yes or no under `key`; no where it is absent."""
        return bool(self._as(key, bool, "true or false"))

    def number(self, key: str) -> float | None:
        """The finite number under `key`."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._wrong(key, "a number")
        try:
            read = float(value)
        except OverflowError:
            read = math.inf
        if not math.isfinite(read):
            raise self._wrong(key, "a finite number")
        return read

    def choice(self, key: str, choices: Any) -> Any:  # noqa: ANN401  mypy has no name for "one of this Literal"
        """The value under `key`, which is one of a Literal's."""
        value = self.values.get(key)
        if value is not None and value not in get_args(choices):
            raise self._wrong(key, f"one of {', '.join(get_args(choices))}")
        return value

    def day(self, key: str) -> date | None:
        """The day under `key`, such as 2023-02-05."""
        text = self.text(key)
        try:
            return None if text is None else date.fromisoformat(text)
        except ValueError as error:
            raise self._wrong(key, "a day such as 2023-02-05") from error

    def time(self, key: str) -> date | None:
        """The day, or the time with its zone, under `key`; a time that names no zone counts as its day.

        >>> Keys({"published": "2023-02-05T23:30:00"}).time("published")
        datetime.date(2023, 2, 5)
        """
        text = self.text(key)
        if text is None:
            return None
        try:
            if "T" not in text and " " not in text:
                return date.fromisoformat(text)
            time = datetime.fromisoformat(text)
        except ValueError as error:
            raise self._wrong(key, "a day such as 2023-02-05 or a time such as 2023-02-05T23:30+03:00") from error
        return time if time.tzinfo else time.date()

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts under `key`; empty where it is absent."""
        values = self._as(key, list, "a list of texts") or []
        if not all(isinstance(value, str) for value in values):
            raise self._wrong(key, "a list of texts")
        return tuple(values)

    def within(self, key: str) -> Keys | None:
        """The object under `key`."""
        value = self.values.get(key)
        return None if value is None else Keys.of(value, f"{self.path}{key}.")

    def each(self, key: str) -> Iterator[Keys]:
        """The objects of the list under `key`."""
        for place, value in enumerate(self._as(key, list, "a list") or []):
            yield Keys.of(value, f"{self.path}{key}[{place}].")

    def needed(self, key: str, read: Callable[[str], T | None]) -> T:
        """What `read` finds under `key`, where something has to be said.

        >>> keys = Keys({"article": "a1"})
        >>> keys.needed("article", keys.text)
        'a1'
        """
        value = read(key)
        if value is None:
            raise FormatError(f'"{self.path}{key}" is missing')
        return value

    def _as(self, key: str, kind: type[T], expected: str) -> T | None:
        value = self.values.get(key)
        if value is not None and type(value) is not kind:
            raise self._wrong(key, expected)
        return value

    def _wrong(self, key: str, expected: str) -> FormatError:
        return FormatError(f'"{self.path}{key}" should be {expected}, not {_shown(self.values[key])}')


def _shown(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}..."

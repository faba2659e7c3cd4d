"""JSON Lines of the format claimrec/1: lines in, lines out."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from claimrec.errors import FormatError
from claimrec.exchange.keys import Keys

FORMAT = "claimrec/1"
"""What every line says it is written in; a line that does not say is taken for it."""

_FORMATS = re.compile(r"claimrec/(\d{1,9})")


def numbered_lines(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, numbered from 1; a byte-order mark is left out."""
    for number, line in enumerate(lines, start=1):
        said = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if said.strip():
            yield number, said


def object_in(line: bytes) -> Keys:
    """The JSON object that a line holds; FormatError where it holds none, or one of a newer format.

    >>> object_in(b'{"text": "Two soldiers were killed."}').text("text")
    'Two soldiers were killed.'
    >>> object_in(b'{"format": "claimrec/2", "words": []}')
    Traceback (most recent call last):
    ...
    claimrec.errors.FormatError: written in claimrec/2, which is newer than the claimrec/1 that is read here
    """
    text = decoded(line).rstrip("\r\n")
    try:
        value = json.loads(text, parse_constant=_refuse)
    except RecursionError as error:
        raise FormatError("not JSON that can be read: nested too deeply") from error
    except json.JSONDecodeError as error:
        raise FormatError(f"not JSON: {error.msg} at character {error.colno}") from error
    except ValueError as error:  # also a number of thousands of digits, which is no JSONDecodeError
        raise FormatError(f"not JSON: {error}") from error
    keys = Keys.of(value)
    written_in = keys.text("format")
    if written_in not in (None, FORMAT):
        newer = _FORMATS.fullmatch(written_in or "")
        what = f", which is newer than the {FORMAT} that is read here" if newer else f"; expected {FORMAT}"
        raise FormatError(f"written in {written_in}{what}")
    return keys


def decoded(content: bytes) -> str:
    """The text that UTF-8 bytes hold; FormatError names the first byte that is no UTF-8."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FormatError(f"not UTF-8: byte {content[error.start]:#04x} at byte {error.start + 1}") from error


def line_of(values: Mapping[str, Any]) -> str:
    """One line of JSON: `values`, with the format before them.

    >>> print(line_of({"text": "Two killed."}))
    {"format": "claimrec/1", "text": "Two killed."}
    """
    return json.dumps({"format": FORMAT, **values}, ensure_ascii=False, allow_nan=False)


def write_lines(lines: Iterable[str], path: str | Path) -> None:
    """Writes lines of JSON as UTF-8, each ended by a line feed.

    Half a surrogate pair, which is no UTF-8, becomes the escape that JSON has for it.
    """
    with Path(path).open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")

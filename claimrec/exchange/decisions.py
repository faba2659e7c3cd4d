"""Decisions of a user as JSON Lines: one pair of claims a line, with who decided, when and why."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from claimrec.errors import FormatError, RuleError
from claimrec.exchange.jsonl import line_of, numbered_lines, object_in, write_lines
from claimrec.exchange.keys import Keys
from claimrec.matching.decisions import Decision

Link = Literal["must", "cannot"]


def load_decisions(path: str | Path) -> tuple[Decision, ...]:
    """Every decision of a file, in its order; a line that holds none raises FormatError with its number.

    Nothing is left out in silence: a decision that is not obeyed would be worse than none.
    """
    decisions = []
    with Path(path).open("rb") as lines:
        for number, line in numbered_lines(lines):
            try:
                decisions.append(_decision_of(object_in(line)))
            except (FormatError, RuleError) as error:
                raise FormatError(f"{path}, line {number}: {error}") from error
    return tuple(decisions)


def write_decisions(decisions: Iterable[Decision], path: str | Path) -> None:
    """Writes decisions as JSON Lines, which `load_decisions` reads again."""
    write_lines(map(decision_line, decisions), path)


def decision_line(decision: Decision) -> str:
    """One decision as a line of JSON; what is not said has no key.

    >>> print(decision_line(Decision("a", "b", same=True, because="same video", author="R. Haddad")))
    {"format": "claimrec/1", "a": "a", "b": "b", "link": "must", "because": "same video", "author": "R. Haddad"}
    """
    link: Link = "must" if decision.same else "cannot"
    said = {"author": decision.author, "day": decision.day and decision.day.isoformat()}
    known = {key: value for key, value in said.items() if value is not None}
    return line_of({"a": decision.a, "b": decision.b, "link": link, "because": decision.because, **known})


def _decision_of(keys: Keys) -> Decision:
    link = keys.needed("link", lambda key: keys.choice(key, Link))
    return Decision(
        keys.needed("a", keys.text),
        keys.needed("b", keys.text),
        same=link == "must",
        because=keys.text("because") or "so decided by hand",
        author=keys.text("author"),
        day=keys.day("day"),
    )

"""HTML that cannot be broken by what stands in it: every text is escaped when it becomes part of an element."""

from __future__ import annotations

from html import escape
from importlib import resources

from claimrec.showing.wording import harmless

_VOID = frozenset({"meta"})
"""Elements without an end tag in what is written here."""


class Markup(str):
    """Text that is HTML already; only `element` and `joined` make it."""

    __slots__ = ()


def element(name: str, /, *inside: str, **attributes: str | bool | None) -> Markup:
    """The element with what is inside it; a plain text is made harmless and escaped, Markup is taken as it is.

    An underscore in an attribute's name is a hyphen, one at its end is dropped; True is an attribute without a
    value, None and False leave it out.

    >>> element("p", "5 < 6 ", element("b", "<script>"), class_="note", hidden=True)
    '<p class="note" hidden>5 &lt; 6 <b>&lt;script&gt;</b></p>'
    """
    said = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{escape(harmless(str(value)))}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    end = "" if name in _VOID else f"{joined(*inside)}</{name}>"
    return Markup(f"<{name}{said}>{end}")


def joined(*parts: str) -> Markup:
    """The parts one after another, each text among them escaped."""
    return Markup("".join(part if isinstance(part, Markup) else escape(harmless(part)) for part in parts))


def style(*sheets: str) -> Markup:
    """The style sheets of these names, one after another."""
    folder = resources.files("claimrec.showing")
    return Markup("".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in sheets))

"""Acts of saying in a sentence, and who of them says what stands at a token."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Attribution(NamedTuple):
    """One act of saying: the verb's token, and the voices behind the publisher, origin last.

    An `onward` one says nothing of what stands before it: "the attack killed two, and X accused Y of it". `speaker` are
    the tokens, first and end (not included), of whoever stands behind what is said ("..., Y said"), and `clause` is the
    first token of what Y tells where it is the last of several clauses: "X spoke of a raid; two people died, Y said".
    A `remark` is no account: "X condemned the attack that killed two" does not make X a witness of the two.
    """

    verb: int
    voices: tuple[str, ...]
    onward: bool = False
    speaker: tuple[int, int] = (0, 0)
    clause: int | None = None
    remark: bool = False


def voices_of(attributions: Sequence[Attribution], place: int, *, remarks: bool = False) -> tuple[str, ...]:
    """Who says what stands at token `place`: the last to speak up before it, else the first to be named after it.

    Whoever only makes a remark on it counts where `remarks` do.

    >>> voices_of([Attribution(3, ("Agency A",)), Attribution(9, ("a witness",))], 5)
    ('Agency A',)
    """
    attributions = [attribution for attribution in attributions if remarks or not attribution.remark]
    for attribution in attributions:
        if attribution.clause is not None and attribution.clause <= place < attribution.verb:
            return attribution.voices
    for attribution in reversed(attributions):
        if attribution.verb <= place:
            return attribution.voices
    return next((attribution.voices for attribution in attributions if not attribution.onward), ())


def chain(through: tuple[str, ...], voices: tuple[str, ...]) -> tuple[str, ...]:
    """Intermediaries, then those they quote, each name once."""
    return tuple(dict.fromkeys([*through, *voices]))

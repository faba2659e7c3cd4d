"""The laws that every comparison keeps, and what checks them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import attrs
import numpy as np
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from claimrec.errors import RuleError
from claimrec.lexicon.loader import Lexicon, load_lexicon
from claimrec.matching.comparison import Comparison
from claimrec.matching.evidence import NOT_SAID, Finding
from claimrec.matching.frequencies import Frequencies
from claimrec.matching.rarity import NameFrequencies
from claimrec.matching.spots import consonants
from claimrec.matching.table import ClaimTable
from claimrec.records.claim import Claim
from claimrec.testing.strategies import claims, farther_north, later, renamed, respellings

CLAIMS = 10_000
"""Among so many claims a name is rare, or common."""
EXAMPLES = 100
"""Pairs of claims that each law is tried on; a broken one is found in the first few."""


class LawError(AssertionError):
    """A comparison breaks a law; the message holds the law in words and the smallest claims that show it."""


@attrs.frozen
class Law:
    """What holds for every comparison: in words, the claims it is tried on, and what it asks of them.

    `broken` takes a look at two claims, as `look(a, b)`, and the claims; it says in words what is wrong, or None.
    """

    words: str
    tried_on: Callable[[], st.SearchStrategy[tuple[Claim, ...]]]
    broken: Callable[[Callable[[Claim, Claim], Finding], tuple[Claim, ...]], str | None]


Look = Callable[[Claim, Claim], Finding]


def _pairs() -> st.SearchStrategy[tuple[Claim, ...]]:
    return st.tuples(claims(), claims())


def _moved(move: Callable[[Claim, Any], Claim], by: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Claim, ...]]:
    """A claim, the same moved a little, and moved more."""
    steps = st.tuples(by, by).map(sorted)
    return st.tuples(claims(), steps).map(lambda of: (of[0], move(of[0], of[1][0]), move(of[0], of[1][1])))


@st.composite
def _respelled(draw: st.DrawFn) -> tuple[Claim, ...]:
    one, other = draw(claims()), draw(claims())
    name = one.where.place.name if one.where else ""
    return one, renamed(one, draw(respellings(name))), other


def _in_any_order(look: Look, pair: tuple[Claim, ...]) -> str | None:
    one, other = look(pair[0], pair[1]), look(pair[1], pair[0])
    return None if one == other else f"a and b: {_said(one)}; b and a: {_said(other)}"


def _silence(look: Look, pair: tuple[Claim, ...]) -> str | None:
    found = look(pair[0], pair[1])
    return f"not said, and yet {found.bits:+g} bits" if found.level == NOT_SAID and found.bits else None


def _itself(look: Look, pair: tuple[Claim, ...]) -> str | None:
    same, other = look(pair[0], pair[0]), look(pair[0], pair[1])
    if same.level == NOT_SAID or same.bits >= other.bits:
        return None
    return f"a and itself: {_said(same)}; a and b: {_said(other)}"


def _closer(look: Look, moved: tuple[Claim, ...]) -> str | None:
    near, far = look(moved[0], moved[1]), look(moved[0], moved[2])
    return None if near.bits >= far.bits else f"a and b: {_said(near)}; a and c, farther off: {_said(far)}"


def _spelling(look: Look, respelled: tuple[Claim, ...]) -> str | None:
    one, other = look(respelled[0], respelled[2]), look(respelled[1], respelled[2])
    return None if one.level == other.level else f"a and c: {_said(one)}; b and c: {_said(other)}"


def _said(finding: Finding) -> str:
    return f"{finding.level} ({finding.bits:+g} bits)"


LAWS: tuple[Law, ...] = (
    Law("which claim comes first makes no difference", _pairs, _in_any_order),
    Law("what is not said weighs nothing", _pairs, _silence),
    Law("no other claim is more like a claim than itself", _pairs, _itself),
    Law("a closer day never lowers the weight", lambda: _moved(later, st.integers(0, 14)), _closer),
    Law("a closer place never lowers the weight", lambda: _moved(farther_north, st.floats(0, 2)), _closer),
    Law("another spelling of the same place changes nothing", _respelled, _spelling),
)
"""`check_laws` asks in addition that the bulk form answers as for one pair at a time, and for names rare and common."""


def check_laws(
    comparison: Comparison[Any], *, laws: Sequence[Law] = LAWS, lexicon: Lexicon | None = None, examples: int = EXAMPLES
) -> None:
    """Tries a comparison on made-up claims; LawError with the law in words and the smallest claims that break it.

    >>> from claimrec.matching.comparison import Comparison, Likeness
    >>> def first_letter(a, b):
    ...     "Does the name of the one come before the other's?"
    ...     return Likeness("before" if a < b else "behind", "")
    >>> order = Comparison("order", {"before": 1.0, "behind": -1.0}, lambda claim: claim.publisher, first_letter)
    >>> check_laws(order)
    Traceback (most recent call last):
    ...
    claimrec.testing.laws.LawError: comparison 'order' breaks a law: which claim comes first makes no difference...
    """
    words = lexicon or load_lexicon("common")
    often = settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    for law in laws:
        _tried(comparison, law, words, often)

    @often
    @given(st.lists(claims(), min_size=2, max_size=6))
    def in_bulk(told: list[Claim]) -> None:
        keys = [key for key in _keys(comparison, told, words).values() if key is not None]
        a, b = np.triu_indices(len(keys))
        together = comparison.grade(tuple(keys))(a, b)
        alone = [comparison.rank(comparison.likeness(keys[i], keys[j]).level) for i, j in zip(a, b, strict=True)]
        if together.tolist() != alone:
            raise LawError(_message(comparison, "many pairs are graded as one pair at a time is", told, ""))

    @often
    @given(_pairs(), st.lists(st.integers(1, 5_000), min_size=2, max_size=2).map(sorted))
    def rarer(told: tuple[Claim, ...], times: list[int]) -> None:
        a, b = told[0].id, told[1].id
        rare, common = (_named_so_often(comparison, told, words, each) for each in times)
        one, other = comparison.level(rare[a], rare[b]), comparison.level(common[a], common[b])
        if one.bits < other.bits:
            wrong = f"named {times[0]} times: {_said(one)}; {times[1]} times: {_said(other)}"
            raise LawError(_message(comparison, "a rarer name never weighs less", told, wrong))

    in_bulk()
    rarer()


def _tried(comparison: Comparison[Any], law: Law, lexicon: Lexicon, often: settings) -> None:
    @often
    @given(law.tried_on())
    def holds(told: tuple[Claim, ...]) -> None:
        keys = _keys(comparison, told, lexicon)

        def look(a: Claim, b: Claim) -> Finding:
            return comparison.level(keys[a.id], keys[b.id])

        try:
            wrong = law.broken(look, told)
        except RuleError as error:
            raise LawError(_message(comparison, "every likeness is one of the levels", told, str(error))) from error
        if wrong:
            raise LawError(_message(comparison, law.words, told, wrong))

    holds()


def _named_so_often(
    comparison: Comparison[Any], told: tuple[Claim, ...], lexicon: Lexicon, times: int
) -> dict[str, Any]:
    """What the comparison looks at if each name of a place is given so often in many claims."""
    sounds = {consonants(claim.where.place.name) for claim in told if claim.where}
    return _keys(comparison, told, lexicon, Frequencies(NameFrequencies(CLAIMS, dict.fromkeys(sounds, times))))


def _keys(
    comparison: Comparison[Any], told: Iterable[Claim], lexicon: Lexicon, frequencies: Frequencies | None = None
) -> dict[str, Any]:
    """What the comparison looks at in every claim, by id."""
    table = ClaimTable.of(told, lexicon, frequencies=frequencies)
    column = table.column(comparison)
    return {claim: column.key(row) for row, claim in enumerate(table.ids)}


def _message(comparison: Comparison[Any], law: str, told: Sequence[Claim], wrong: str) -> str:
    lines = [f"comparison {comparison.name!r} breaks a law: {law}", f"  {wrong}"]
    return "\n".join([*lines, *(f"  {name}: {claim!r}" for name, claim in zip("abcdef", told, strict=False))])

"""Incidents told by voices with a known habit: how high each counts which side's losses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from factory import claim, incident, lexicon

from claimrec.judging.case import Case, case_of
from claimrec.matching.incidents import Incident

NORTH, DUNE = "Northern army", "Dune Group"
HABITS: Mapping[str, Mapping[str, float]] = {
    "Northern News": {NORTH: 0.5, DUNE: 1.8},
    "Dune Agency": {NORTH: 1.5, DUNE: 0.7},
    "Rights Monitor": {NORTH: 1.0, DUNE: 1.0},
    "Agency A": {NORTH: 1.2, DUNE: 1.2},
}
"""A voice's figures as a multiple of what happened, by victims; the test pack knows whose voice the first two are."""

NOISE = 0.25


def incidents(seed: int, many: int, *, loose: float = 0.5) -> Iterator[Incident]:
    """So many incidents, each told by two to four voices; about a share `loose` of the figures are intervals."""
    random = np.random.default_rng(seed)
    for number in range(many):
        size = {victims: np.exp(random.normal(3, 0.8)) for victims in (NORTH, DUNE)}
        voices = random.choice(sorted(HABITS), size=int(random.integers(2, 5)), replace=False)
        told = [
            claim(
                _in_words(
                    round(size[victims] * HABITS[voice][victims] * np.exp(random.normal(0, NOISE))), random, loose
                ),
                source=str(voice),
                victims=victims,
                article=f"{number} {voice} {victims}",
            )
            for voice in voices
            for victims in (NORTH, DUNE)
        ]
        yield incident(*told, name=f"incident {number:03}")


def cases(seed: int, many: int, *, loose: float = 0.5) -> list[Case]:
    """The same incidents laid open."""
    return [case_of(one, lexicon()) for one in incidents(seed, many, loose=loose)]


def _in_words(figure: int, random: np.random.Generator, loose: float) -> str:
    if random.random() >= loose:
        return f"{figure} killed"
    below = max(1, figure - int(random.integers(0, figure // 4 + 1)))
    if random.random() < 0.5:
        return f"at least {below} killed"
    return f"{below} to {figure + int(random.integers(1, figure // 4 + 2))} killed"

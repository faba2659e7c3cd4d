"""Counts that contradict each other where only the numbers matter: pairs of intervals, in all incidents at once.

An incident is told plainly where each article counts the people hurt in one way once, and all count the same people.
All others are laid open, and `contradicting_counts` looks at their statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

import numpy as np

from claimrec.judging.case import conflict
from claimrec.judging.combatants import is_of_no_named_side, names_an_actor
from claimrec.judging.counts import contradicting_counts
from claimrec.judging.judgement import Conflict
from claimrec.judging.origins import voice_in
from claimrec.judging.screening import BEYOND, EFFECTS, Answers, Places, Screen, codes, ways
from claimrec.judging.statements import Statement, statement_of
from claimrec.judging.system import ADDENDS
from claimrec.judging.verdicts import contradiction, severity
from claimrec.judging.victims import kinship_on
from claimrec.reading.loosening import CONVENTIONAL

Pair = tuple[int, int]
"""Two tolls that contradict each other, by their places in a screen."""


def plain_pairs(screen: Screen) -> Mapping[int, Sequence[Pair]]:
    """The pairs of tolls that contradict each other in each incident that is told plainly, by its place."""
    here, there = _apart(screen)
    plain = _told_plainly(screen)
    plain[screen.of_toll[here[screen.group[here] != screen.group[there]]]] = False
    kept = plain[screen.of_toll[here]]
    found: dict[int, list[Pair]] = defaultdict(list)
    for place, one, other in np.stack((screen.of_toll[here], here, there))[:, kept].T.tolist():
        found[place].append((one, other))
    return found


def plain_conflicts(pairs: Sequence[Pair], screen: Screen) -> Iterator[Conflict]:
    """What `contradicting_counts` would find in a plainly told incident that has these pairs."""
    kinship = kinship_on(screen.lexicon, None)  # nobody is given a side, so the day does not matter
    told: dict[int, Statement] = {}
    for one, other in pairs:
        for toll in (one, other):
            if toll not in told:
                claim = int(screen.claim_of_toll[toll])
                told[toll] = statement_of(screen.claims[claim], toll - int(screen.first_toll[claim]), kinship)
        a, b = told[one], told[other]
        yield conflict(contradicting_counts, "count", severity(a, b), (a, b), contradiction(a, b))


def _apart(screen: Screen) -> tuple[Places, Places]:
    """The tolls of one incident and effect that share no number, two by two, each two in their order."""
    kind = screen.of_toll * len(EFFECTS) + screen.effect
    tolls = np.flatnonzero(screen.counts_apart[screen.of_toll])
    tolls = tolls[np.argsort(kind[tolls], kind="stable")]
    found = [np.empty((2, 0), dtype=np.intp)]
    for step in count(1):
        here, there = tolls[:-step], tolls[step:]
        alike = kind[here] == kind[there]
        if not alike.any():
            break
        here, there = here[alike], there[alike]
        apart = (screen.low[here] > screen.high[there]) | (screen.low[there] > screen.high[here])
        found.append(np.stack((here[apart], there[apart])))
    here, there = np.concatenate(found, axis=1)
    return here, there


def _told_plainly(screen: Screen) -> Answers:
    """Does nothing but the numbers and the groups tell which tolls contradict each other?"""
    article = codes([claim.article for claim in screen.claims])[screen.claim_of_toll]
    chains, chain = ways([claim.voices for claim in screen.claims])
    voice = codes(voice_in(one, screen.lexicon) for one in chains)[chain]
    published = codes([claim.published for claim in screen.claims])
    replaced = ~screen.all_differ(voice, screen.of_claim) & screen.differ(published, screen.of_claim)
    special = [
        toll.unit != "person" or toll.part_of is not None or toll.hedge in CONVENTIONAL or toll.effect in ADDENDS
        for toll in screen.tolls
    ]
    plain: Answers = (
        screen.all_differ(article * len(EFFECTS) + screen.effect, screen.of_toll)
        & ~screen.any([claim.level != "incident" for claim in screen.claims], screen.of_claim)
        & ~screen.any(special, screen.of_toll)
        & ~screen.any((screen.low >= BEYOND) | (screen.high == BEYOND), screen.of_toll)
        & ~replaced
        & ~_may_be_given_sides(screen)
    )
    return plain


def _may_be_given_sides(screen: Screen) -> Answers:
    """Are combatants of no side counted, where a side is named?"""
    named, naming = screen.namings
    lexicon = screen.lexicon
    sideless = np.array([is_of_no_named_side(victims, lexicon) for victims, _, _ in named], dtype=bool)[naming]
    sided = np.array([names_an_actor(victims, lexicon) for victims, _, _ in named], dtype=bool)[naming]
    doers = [claim.perpetrator is not None and claim.perpetrator.actor is not None for claim in screen.claims]
    side_named = screen.any(sided, screen.of_toll) | screen.any(doers, screen.of_claim)
    found: Answers = screen.any(sideless, screen.of_toll) & side_named
    return found

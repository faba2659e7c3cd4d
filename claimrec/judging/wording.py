"""Other words for one thing: kinds of event and labels, reported as wording and never as fact (METHOD 17)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from claimrec.judging.case import Case, conflict
from claimrec.judging.judgement import Conflict
from claimrec.judging.sentences import listed, speaker
from claimrec.judging.statements import Statement
from claimrec.judging.victims import are_of_one_side
from claimrec.records.claim import Claim


def event_kinds(case: Case) -> Iterator[Conflict]:
    """The incident is called different kinds of event: a note, for one attack has often several."""
    first: dict[str, Claim] = {}
    for claim in case.claims:
        if claim.event:
            first.setdefault(claim.event, claim)
    if len(first) < 2:
        return
    for (kind, one), (other_kind, other) in combinations(sorted(first.items()), 2):
        because = f"{speaker(one)} says {kind}; {speaker(other)} says {other_kind}"
        yield conflict(event_kinds, "event", "note", [one, other], because)


def labels(case: Case) -> Iterator[Conflict]:
    """One armed actor under different words of different publishers."""
    worded = [one for one in case.statements if one.toll.victims_words and case.kinship.are_actors(one.group)]
    if len({one.toll.victims_words for one in worded}) < 2:
        return
    called: dict[str, dict[str, Statement]] = defaultdict(dict)
    for one in worded:
        called[str(one.group)].setdefault((one.toll.victims_words or "").lower(), one)
    for name, words in sorted(called.items()):
        if len({one.claim.publisher for one in words.values()}) > 1:
            said = [f"“{one.toll.victims_words}” ({one.claim.publisher})" for _, one in sorted(words.items())]
            claims = [one.claim for one in words.values()]
            yield conflict(labels, "wording", "note", claims, f"{name}: {listed(said)}")


def one_number_two_groups(case: Case) -> Iterator[Conflict]:
    """Two voices give one exact number for two groups of one side: the same people under two names, perhaps."""
    exact = [one for one in case.standing if one.count.is_exact and not one.is_subset and one.count.low]
    if len({one.group.names for one in exact}) < 2:
        return
    for a, b in combinations(exact, 2):
        if (
            a.voice != b.voice
            and a.count.low == b.count.low
            and a.effect == b.effect
            and are_of_one_side(a.group, b.group, case.kinship)
        ):
            yield conflict(one_number_two_groups, "wording", "tension", [a, b], f"{a}; {b}: {a.group} or {b.group}?")

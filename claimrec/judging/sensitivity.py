"""What a conflict depends on: would it be there if loose words were taken at their loosest?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from claimrec.judging.case import Case, Check
from claimrec.judging.judgement import Conflict
from claimrec.judging.statements import Statement
from claimrec.lexicon.entries import ConventionsEntry
from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.loosening import CONVENTIONAL, recounted

STRICT = "strict"
"""The shipped pack of conventions by which a loose word excludes only what it excludes in every reading."""


def with_conventions_tried(case: Case, conflicts: Sequence[Conflict], checks: Sequence[Check]) -> Iterator[Conflict]:
    """The conflicts, those marked that the checks no longer find where every toll is counted by strict conventions."""
    if not any(one.toll.hedge in CONVENTIONAL for one in case.statements):
        yield from conflicts  # no word is loose
        return
    conventions = load_lexicon(STRICT).conventions
    strict = tuple(_by(conventions, one, case) for one in case.statements)
    loosened = {one.reference for one, other in zip(case.statements, strict, strict=True) if one is not other}
    if all(conflict.kind != "count" or loosened.isdisjoint(conflict.tolls) for conflict in conflicts):
        yield from conflicts  # none of them hangs on a loose word
        return
    tried = attrs.evolve(case, statements=strict)
    found = {(conflict.rule, conflict.claims) for check in checks for conflict in check(tried)}
    for conflict in conflicts:
        stays = conflict.kind != "count" or (conflict.rule, conflict.claims) in found
        yield conflict if stays else attrs.evolve(conflict, depends_on=(*conflict.depends_on, "conventions"))


def _by(conventions: ConventionsEntry, statement: Statement, case: Case) -> Statement:
    count = recounted(statement.count, statement.toll.hedge, old=case.lexicon.conventions, new=conventions)
    return statement if count == statement.count else attrs.evolve(statement, count=count)

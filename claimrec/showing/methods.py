"""How a result came about, as text for the appendix of a paper: what it was made with, and what was counted in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import get_args

from claimrec.judging.judgement import Severity
from claimrec.judging.result import Result
from claimrec.matching.incidents import Matching
from claimrec.matching.linking import UNSURE
from claimrec.records.article import day_of
from claimrec.records.flag import Flag
from claimrec.records.unread import Unread
from claimrec.showing.wording import day_words, harmless, many

REASONS = 10
"""So many kinds of reasons are told; of the others there is the number."""

_PARTICULAR = re.compile(r"'[^']{0,200}'|\d{1,20}(?:[.,:-]\d{1,20}){0,9}")
"""What differs between reasons of one kind: numbers, days, words of a cell."""


def methods_note(result: Result, matching: Matching) -> str:
    """The version, word lists, conventions, rules, weights and thresholds of a result, and what was counted in it."""
    parts = (
        _made_with(result),
        _read(result),
        _joined(result, matching),
        _weights(matching),
        _judged(result, matching),
    )
    return "\n\n".join(parts) + "\n"


def _made_with(result: Result) -> str:
    method = result.method
    return (
        f"Claims about armed incidents were joined and compared with claimrec {method.version}, with the word lists "
        f"{_listed(method.lexicons)}. What loose words such as “about 20” or “dozens” are worth follows the convention "
        f"“{method.conventions}”."
    )


def _read(result: Result) -> str:
    days = sorted(day for claim in result.claims if (day := day_of(claim.published)))
    published = f", published from {day_words(days[0])} to {day_words(days[-1])}" if days else ""
    reports, publishers, origins = (
        len({getattr(claim, name) for claim in result.claims}) for name in ("article", "publisher", "origin")
    )
    return (
        f"Read: {many(len(result.claims), 'claim')} with {many(len(result.tolls), 'figure')} in "
        f"{many(reports, 'report')} of {many(publishers, 'publisher')}{published}; they rest on "
        f"{many(origins, 'origin')}. {_reasons('Left out', result.unread)} "
        f"{_reasons('Read, but looking wrong', result.flags)}"
    )


def _reasons(what: str, found: Sequence[Unread] | Sequence[Flag]) -> str:
    """How many, and why, the commonest kind of reason first."""
    if not found:
        return f"{what}: nothing."
    kinds = Counter(_PARTICULAR.sub("…", harmless(one.because)) for one in found)
    told = sorted(kinds, key=lambda kind: (-kinds[kind], kind))[:REASONS]
    rest = len(found) - sum(kinds[kind] for kind in told)
    reasons = [f"{kind} ({kinds[kind]:,})" for kind in told] + ([f"for other reasons ({rest:,})"] if rest else [])
    return f"{what}: {len(found):,}, namely {'; '.join(reasons)}."


def _joined(result: Result, matching: Matching) -> str:
    rules = matching.scale.rules
    sizes = [len(judgement.incident.claims) for judgement in result.incidents]
    several = [size for size in sizes if size > 1]
    decided = len(matching.scale.decisions)
    vetoes = "; ".join(map(str, rules.must_not_link))
    return (
        "Joined: what speaks for or against one incident behind two claims is added up in bits (Fellegi and Sunter "
        f"1969) on a prior of {rules.prior:+g}. Claims are one incident while this averages to at least "
        f"{matching.threshold:+g} between them; pairs within {UNSURE:g} bits of that are unsure, and to be reviewed. "
        f"{f'Never joined are pairs for which holds: {vetoes}. ' if vetoes else ''}"
        f"{many(decided, 'pair')} of claims {'was' if decided == 1 else 'were'} decided by hand. "
        f"{many(sum(several), 'claim')} were joined into {many(len(several), 'incident')}, and left "
        f"{len(sizes) - len(several):,} alone; {many(len(result.review), 'pair')} "
        f"{'is' if len(result.review) == 1 else 'are'} left to review."
    )


def _weights(matching: Matching) -> str:
    lines = [
        f"- {comparison.name}: {', '.join(f'{level.name} {level.bits:+g}' for level in comparison.levels)}"
        for comparison in matching.scale.rules.comparisons
    ]
    return "\n".join(["Bits by what was found (nothing said: 0):", "", *lines])


def _judged(result: Result, matching: Matching) -> str:
    checks = result.method.rules[len(matching.scale.rules.comparisons) :]
    found = result.conflicts
    severities, kinds = Counter(one.severity for one in found), Counter(one.kind.replace("_", " ") for one in found)
    grave = ", ".join(many(severities[severity], severity) for severity in get_args(Severity))
    of_kinds = f" ({', '.join(f'{kind} {kinds[kind]:,}' for kind in sorted(kinds))})" if kinds else ""
    hang = Counter(dependence for one in found for dependence in one.depends_on)
    return (
        f"Judged: each incident was looked through for claims that cannot all be true (by {', '.join(checks)}). Found: "
        f"{grave}{of_kinds}. Of these, {hang['conventions']:,} would be none by the strict convention for loose words, "
        f"and {hang['threshold']:,} if claims were joined from {UNSURE:g} bits more. No source was held to be more "
        "credible than another, and no single figure was chosen: the ranges are what the consistent claims leave."
    )


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))

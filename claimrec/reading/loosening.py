"""What a loosened number allows by the conventions, and what it would allow by others."""

from __future__ import annotations

from functools import reduce

from claimrec.lexicon.entries import ConventionsEntry
from claimrec.records.claim import Hedge
from claimrec.values.count import Count

CONVENTIONAL: frozenset[Hedge] = frozenset(("about", "nearly", "vague"))
"""Hedges of which the conventions alone say how far they reach; all others mean the same by any."""


def loosened(count: Count, hedge: Hedge, conventions: ConventionsEntry) -> Count:
    """What a count allows behind a hedge (METHOD, Counts 1 and 2); a vague count keeps its open end.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> common = load_lexicon("common").conventions
    >>> loosened(Count.exactly(24), "nearly", common), loosened(Count.exactly(20), "about", common)
    (Count(low=20, high=24), Count(low=18, high=22))
    """
    low, high = count.low, count.high
    if hedge == "at_least":
        return Count.at_least(low)
    if hedge == "more_than":
        return Count.at_least(low if high is None else low + 1)
    if hedge == "up_to":
        return Count(0, high)
    if high is None:
        return count
    if hedge == "fewer_than":
        return Count(0, max(0, high - 1))
    if hedge == "nearly":
        return Count(-(-low * conventions.nearly_percent // 100), high)
    if hedge == "about":
        return Count(_below(low, conventions), _above(high, conventions))
    return count


def recounted(count: Count, hedge: Hedge, *, old: ConventionsEntry, new: ConventionsEntry) -> Count:
    """What a count that was read by the old conventions allows by the new ones, as far as count and hedge tell.

    They tell the number behind "about" and "nearly", and the vague word that is worth so many; every other count, also
    one with two hedges or with two numbers, comes back as it is.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> common, strict = load_lexicon("common").conventions, load_lexicon("common", "strict").conventions
    >>> recounted(Count(18, 22), "about", old=common, new=strict)
    Count(low=0, high=40)
    """
    if hedge not in CONVENTIONAL:
        return count
    if hedge == "vague":
        return _reworded(count, old, new)
    number = _number_behind(count, hedge, old)
    return count if number is None else loosened(Count.exactly(number), hedge, new)


def _reworded(count: Count, old: ConventionsEntry, new: ConventionsEntry) -> Count:
    """What the vague words that were worth so many are worth now, whichever of them was said."""
    worth = [new.vague[word] for word, once in old.vague.items() if once == count and word in new.vague]
    return reduce(Count.hull, worth) if worth else count


def _number_behind(count: Count, hedge: Hedge, conventions: ConventionsEntry) -> int | None:
    """The one number that gives this count behind "about" or "nearly"; None where no number does."""
    if count.high is None:
        return None
    number = count.high if hedge == "nearly" else _largest_about(count.high, conventions)
    return number if number >= 0 and loosened(Count.exactly(number), hedge, conventions) == count else None


def _below(low: int, conventions: ConventionsEntry) -> int:
    """About as low, rounded outwards."""
    return max(0, min(low * (100 - conventions.about_percent) // 100, low - conventions.about_least))


def _above(high: int, conventions: ConventionsEntry) -> int:
    """About as high, rounded outwards."""
    return max(-(-high * (100 + conventions.about_percent) // 100), high + conventions.about_least)


def _largest_about(high: int, conventions: ConventionsEntry) -> int:
    """The largest number that is about as high as `high` at most."""
    return min(high * 100 // (100 + conventions.about_percent), high - conventions.about_least)

"""How values read: counts, days, places, chains of voices, in words that an editor would use."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from datetime import date

from claimrec.judging.judgement import Conflict, Dependence, Range, Voice
from claimrec.records.article import day_of
from claimrec.records.claim import Effect, Level, Toll, Unit, When
from claimrec.values.count import UNKNOWN, Count
from claimrec.values.place import Place
from claimrec.values.window import Window

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of the text around them (Unicode Bidirectional Algorithm, UAX 9)."""

_UNSEEN = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Categories that steer a terminal or break a line instead of showing: controls, surrogates, separators."""

LONGEST_NAME = 120
"""Characters of a name that are shown: nobody, and no place, has a longer one."""

_UNITS = {"person": "people", "household": "households", "vehicle": "vehicles"}

_RELATIONS = {"own side": "on the side of", "opponent": "opponent of"}
"""Relations that are shown; a third party is also whoever has no known affiliation."""

_LEVELS = {
    "incident": "incident",
    "aggregate": "sum over incidents",
    "operation": "total of an operation",
    "cumulative": "running total",
    "background": "background",
}


_DEPENDENCES: dict[Dependence, str] = {
    "conventions": "by the strict conventions for loose words it is none",
    "threshold": "with a threshold of matching 2 bits higher its claims are not all one incident",
}

_INDEPENDENT = "it stays by the strict conventions for loose words and with a threshold of matching 2 bits higher"


def harmless(text: str) -> str:
    r"""The text with characters that steer terminals or turn its direction shown as their code points.

    White space becomes plain blanks.

    >>> print(harmless("killed\x1b[31m\u202e27"))
    killed⟨U+001B⟩[31m⟨U+202E⟩27
    """
    return text if text.isprintable() else "".join(_shown(character) for character in text)


def named(name: str) -> str:
    """A name, harmless and as far as anybody reads it.

    >>> len(named("x" * 10_000))
    120
    """
    return harmless(name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…")


def _shown(character: str) -> str:
    if character in "\n\r\t":
        return " "
    if character in _BIDI or unicodedata.category(character) in _UNSEEN:
        return f"⟨U+{ord(character):04X}⟩"
    return character


_ROUND = 1_000
"""Nobody counts to one above such a number: "at least 150,001" was said as "more than 150,000" (own)."""


def number_words(count: Count) -> str:
    """The count as a reader would say it.

    >>> [number_words(count) for count in (Count.exactly(0), Count(0, 3), Count.at_least(1200), Count(6, 8))]
    ['none', 'up to 3', 'at least 1,200', '6 to 8']
    """
    if count == UNKNOWN:
        return "unknown"
    if count == Count.exactly(0):
        return "none"
    if count.high is None:
        above = count.low - 1
        return f"more than {above:,}" if above and above % _ROUND == 0 else f"at least {count.low:,}"
    if count.is_exact:
        return f"{count.low:,}"
    return f"up to {count.high:,}" if count.low == 0 else f"{count.low:,} to {count.high:,}"


def toll_number(toll: Toll) -> str:
    """How many a toll counts, as a reader would say it.

    >>> toll_number(Toll("killed", Count.at_least(150_001), None, hedge="more_than"))
    'more than 150,000'
    """
    if toll.hedge == "more_than" and toll.count.high is None and toll.count.low:
        return f"more than {toll.count.low - 1:,}"
    return number_words(toll.count)


def measure_words(effect: Effect, victims: str | None, unit: Unit = "person") -> str:
    """Who suffered what.

    >>> measure_words("killed_or_wounded", None), measure_words("killed", "military")
    ('people killed or wounded', 'military killed')
    """
    return f"{named(victims or _UNITS[unit])} {effect.replace('_', ' ')}"


def toll_measure(toll: Toll) -> str:
    """Who suffered what by a toll; words that are of no known kind of people stand as printed.

    >>> toll_measure(Toll("killed", Count.exactly(2), None, victims="farmers", victims_words="two olive growers"))
    'farmers killed'
    >>> toll_measure(Toll("killed", Count.exactly(2), None, victims_words="dead"))
    'people killed (“dead”)'
    """
    measure = measure_words(toll.effect, toll.victims, toll.unit)
    return measure if toll.victims or not toll.victims_words else f"{measure} (“{named(toll.victims_words)}”)"


def remaining_words(remains: Range) -> str:
    """What remains for one effect and group of victims.

    >>> remaining_words(Range("killed", "soldiers", Count(2, 4), claimed=Count(2, 4)))
    '2 to 4 soldiers killed'
    >>> remaining_words(Range("killed", "soldiers", None, claimed=Count(3, 20)))
    'soldiers killed: no number fits'
    >>> remaining_words(Range("wounded", "men", Count.exactly(1), claimed=Count(1, 2)))
    'men wounded: 1'
    """
    measure = measure_words(remains.effect, remains.victims)
    if remains.remaining is None:
        return f"{measure}: no number fits"
    if remains.remaining == Count.exactly(1):
        return f"{measure}: 1"
    return f"{'no' if remains.remaining == Count.exactly(0) else number_words(remains.remaining)} {measure}"


def dependence_words(conflict: Conflict) -> str:
    """What a conflict hangs on, or that it does not hang on the threshold and the conventions.

    >>> dependence_words(Conflict("count", "tension", ("a", "b"), (), "disjoint counts", "...", ("conventions",)))
    'by the strict conventions for loose words it is none'
    """
    return "; ".join(_DEPENDENCES[one] for one in conflict.depends_on) or _INDEPENDENT


def level_words(level: Level) -> str:
    """What a claim counts over."""
    return _LEVELS[level]


def day_words(day: date | None) -> str:
    """The day, or that there is none.

    >>> day_words(date(2023, 2, 4)), day_words(None)
    ('4 February 2023', 'no date')
    """
    said = day_of(day)
    return f"{said.day} {said:%B} {said.year}" if said else "no date"


def window_words(window: Window | None) -> str:
    """The days, the month and year said once where they are the same.

    >>> window_words(Window(date(2023, 2, 3), date(2023, 2, 4)))
    '3 to 4 February 2023'
    >>> window_words(Window(date(2023, 1, 31), date(2023, 2, 4)))
    '31 January to 4 February 2023'
    """
    if window is None:
        return day_words(None)
    first, last = window.first, window.last
    if first.year != last.year:
        return f"{day_words(first)} to {day_words(last)}"
    if first == last:
        return day_words(first)
    begin = str(first.day) if first.month == last.month else f"{first.day} {first:%B}"
    return f"{begin} to {day_words(last)}"


def when_words(when: When | None) -> str:
    """The days that a claim gives, else its words for them.

    >>> when_words(When(None, "Friday")), when_words(None)
    ('“Friday”', 'no date')
    """
    return window_words(when.window if when else None) if when is None or when.window else f"“{when.words}”"


def place_words(place: Place | None) -> str:
    """The place and the governorate it lies in, or that none was said.

    >>> place_words(Place("Kafr Ruma", "Idlib"))
    'Kafr Ruma, Idlib'
    """
    if place is None:
        return "place not said"
    admin = f", {named(place.admin)}" if place.admin and place.admin != place.name else ""
    return f"{named(place.name)}{admin}"


def chain_words(voices: Sequence[str]) -> str:
    """The chain from the publisher to the origin.

    >>> chain_words(("The Ledger", "Agency A", "a monitor"))
    'The Ledger ← Agency A ← a monitor'
    """
    return " ← ".join(map(named, voices))


def relation_words(voice: Voice) -> str:
    """How a voice stands to the people it counts.

    >>> relation_words(Voice("SANA", (), (), (("soldiers", "own side"), ("insurgents", "opponent"))))
    'on the side of soldiers; opponent of insurgents'
    """
    standing: dict[str, list[str]] = {}
    for victims, relation in voice.relations:
        if relation in _RELATIONS:
            standing.setdefault(_RELATIONS[relation], []).append(victims)
    return "; ".join(f"{relation} {', '.join(map(named, victims))}" for relation, victims in standing.items())


def bits_words(bits: float) -> str:
    """Evidence in bits, as reports print it; infinite bits are a veto or a decision.

    >>> bits_words(4.25), bits_words(float("-inf"))
    ('+4.2 bits', 'ruled out')
    """
    return "decided" if bits == math.inf else "ruled out" if bits == -math.inf else f"{bits:+.1f} bits"


def many(n: int, one: str, several: str | None = None) -> str:
    """How many of what.

    >>> many(1, "claim"), many(3, "claim"), many(2, "voice nobody named", "voices nobody named")
    ('1 claim', '3 claims', '2 voices nobody named')
    """
    return f"{n:,} {one if n == 1 else several or one + 's'}"

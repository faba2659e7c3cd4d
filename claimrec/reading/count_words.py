"""Everything that the reading of counts looks up, compiled from the lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import attrs

from claimrec.errors import LexiconError
from claimrec.lexicon.entries import ConventionsEntry, HedgeEntry, NumberEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.dates import CalendarWords, calendar_words
from claimrec.reading.hedges import HedgeWords, hedge_words
from claimrec.reading.measures import MeasureWords, measure_words
from claimrec.reading.numerals import NumberWords, number_words
from claimrec.reading.phrases import Phrases
from claimrec.reading.tokens import tokenize


@attrs.frozen(eq=False)
class CountWords:
    """All that the reading of counts looks up; `starts` are the first words of a count.

    `followers` are what may follow these, None where they may stand alone. `single` words count by themselves. `units`
    are the kinds of vague words that name a unit ("dozens"): they stay vague where the conventions make one number of
    them.
    """

    numbers: NumberWords
    hedges: HedgeWords
    measures: MeasureWords
    calendar: CalendarWords
    conventions: ConventionsEntry
    vague: Phrases[str]
    units: frozenset[str]
    no_count: Phrases[None]
    starts: frozenset[str]
    single: frozenset[str]
    followers: Mapping[str, frozenset[str] | None]
    begins: frozenset[str] = attrs.field(init=False)  # the first words of what hedges are said of

    @begins.default
    def _begins(self) -> frozenset[str]:
        lists = (
            self.vague.branches,
            self.no_count.branches,
            self.calendar.months,
            self.measures.lists["range_openers"],
        )
        return self.numbers.begins.union(*lists)


@cache
def count_words(lexicon: Lexicon) -> CountWords:
    """The compiled words of counts; LexiconError where the conventions do not say what a vague word is worth.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> "dozens" in count_words(load_lexicon("common")).starts
    True
    """
    entries = lexicon.of(NumberEntry)
    units = [(word, entry.vague or name) for name, entry in entries.items() for word in entry.plural]
    vague = units + [
        (word, entry.vague or name) for name, entry in entries.items() if entry.role == "vague" for word in entry.words
    ]
    conventions = hedge_words(lexicon).conventions
    unknown = sorted({name for _, name in vague} - set(conventions.vague))
    if unknown:
        raise LexiconError(f"packs {', '.join(lexicon.packs)}: conventions know no {', '.join(unknown)}")
    no_count = [word for entry in entries.values() if entry.role == "no_count" for word in entry.words]
    numbers, measures, calendar = number_words(lexicon), measure_words(lexicon), calendar_words(lexicon)
    phrases = [word for entry in entries.values() if entry.role == "share" for word in entry.words]
    phrases += [word for entry in lexicon.of(HedgeEntry).values() for word in entry.before]
    phrases += [f"{article} {scale}" for article in numbers.articles for scale in numbers.scales]
    phrases += [
        *(scale for scale in numbers.scales if scale not in numbers.plurals),
        *numbers.cardinals,
        *calendar.months,
        *measures.lists["range_openers"],
        *no_count,
    ]
    followers = _followers([*phrases, *(word for word, _ in vague)])
    return CountWords(
        numbers=numbers,
        hedges=hedge_words(lexicon),
        measures=measures,
        calendar=calendar,
        conventions=conventions,
        vague=Phrases(vague),
        units=frozenset(name for _, name in units),
        no_count=Phrases((word, None) for word in no_count),
        starts=frozenset(followers),
        single=frozenset([*numbers.cardinals, *(word for word, _ in vague)]),
        followers=followers,
    )


def _followers(phrases: Iterable[str]) -> Mapping[str, frozenset[str] | None]:
    """First word -> the words that may follow it, None where it may stand alone."""
    followers: dict[str, set[str] | None] = {}
    for phrase in phrases:
        first, *rest = tokenize(phrase).lower
        known = followers.setdefault(first, set())
        if not rest:
            followers[first] = None
        elif known is not None:
            known.add(rest[0])
    return {word: None if known is None else frozenset(known) for word, known in followers.items()}

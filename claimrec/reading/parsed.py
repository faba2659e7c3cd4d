"""An article after the first steps of the cascade: tokens, sentences, and what stands at which token."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property

import attrs

from claimrec.lexicon.loader import Lexicon
from claimrec.reading.counts import CountMention, find_counts
from claimrec.reading.datelines import Dateline
from claimrec.reading.deed_words import OF_DOERS, DeedWords, deed_words_of
from claimrec.reading.grammar import Grammar, Trigger, grammar_of
from claimrec.reading.harms import harms_in
from claimrec.reading.mentions import (
    ActorMention,
    EventMention,
    Mention,
    Mentions,
    Names,
    PlaceMention,
    SourceMention,
    VictimMention,
    within,
)
from claimrec.reading.names import find_names
from claimrec.reading.phrases import Hit, Search
from claimrec.reading.sentences import Sentence, split_sentences
from claimrec.reading.speech import Saying, Speech, speech_of
from claimrec.reading.times import TimeMention, find_times
from claimrec.reading.tokens import Tokens, tokenize
from claimrec.records.article import Article, Field, Quote, day_of
from claimrec.records.claim import Where

YEAR, CENTURIES = 4, ("19", "20")
"""Figures of a year, and how those of photos begin."""
ACRONYM = 3
"""Letters of a name in capitals that is taken for a word in small letters."""


@attrs.frozen(eq=False, slots=False)  # with slots, cached properties would make every field slow to read
class Parsed:
    """One field of an article, with every mention, trigger and phrase by its first token.

    `lists` are the lists of `grammar.toml` that the word at each token stands in alone;
    `counts` are those of the sentences that tell of harm or of a toll; `home` is the country that the text is about,
    `town` the one where its news happens, `countries` those that it speaks of; `toll_words`, `bodies`,
    `clause_breaks`, the `afters` among them, `asides` and `organisations` are where single words of these lists stand.
    `shouted` texts are written in capitals throughout.
    """

    article: Article
    field: Field
    text: str
    tokens: Tokens
    lists: Sequence[frozenset[str]]
    sentences: Sequence[Sentence]
    counts: Mentions[CountMention]
    victims: Mentions[VictimMention]
    actors: Mentions[ActorMention]
    places: Mentions[PlaceMention]
    sources: Mentions[SourceMention]
    events: Mentions[EventMention]
    times: Mentions[TimeMention]
    triggers: Mentions[Hit[Trigger]]
    phrases: Mentions[Hit[str]]
    levels: Mentions[Hit[str]]
    stances: Mentions[Hit[str]]
    deeds: Mentions[Hit[frozenset[str]]]
    organisations: Sequence[int]
    spoken_of: Sequence[str]
    toll_words: Sequence[int]
    bodies: Sequence[int]
    clause_breaks: Sequence[int]
    afters: Sequence[int]
    shouted: bool
    asides: Sequence[int]
    saying: Saying
    home: Where | None
    town: Where | None
    countries: frozenset[str]
    lexicon: Lexicon
    grammar: Grammar
    speech: Speech
    deed_words: DeedWords

    def quote(self, first: int, end: int) -> Quote:
        """The words from token `first` to token `end` (not included)."""
        return self.article.quote(self.tokens.starts[first], self.tokens.ends[end - 1], self.field)

    @cached_property
    def told(self) -> frozenset[int]:
        """The tokens at which a deed, a word of harm or one of claiming or denying begins."""
        deeds = [hit.first for hit in self.deeds.in_order if not hit.meaning <= OF_DOERS]
        return frozenset((*deeds, *self.triggers.firsts, *self.stances.firsts))

    @cached_property
    def speaking(self) -> list[int]:
        """The tokens at which somebody who might speak is named."""
        return sorted({*self.sources.firsts, *self.actors.firsts, *self.saying.nouns.firsts})

    @cached_property
    def capitalised(self) -> frozenset[str]:
        """The words, in lower case, that the text writes with one capital somewhere."""
        return frozenset(word.lower() for word in self.tokens if word.istitle())

    @cached_property
    def states(self) -> frozenset[str]:
        """The states whose forces the text names."""
        actors = self.lexicon.groups.actors
        named = {mention.actor for mention in self.actors.values()}
        return frozenset(name for name in named if name in actors and actors[name].kind == "state")

    @cached_property
    def home_forces(self) -> str | None:
        """Whom "the army" means: the forces of the state that is named most often, as a country or as its forces."""
        named = [mention.actor for mention in self.actors.values() if mention.actor in self.states]
        spoken_of = [*named, *self.spoken_of]
        return max(dict.fromkeys(spoken_of), key=spoken_of.count, default=None)

    @cached_property
    def only_group(self) -> str | None:
        """Whom "the guerrillas" means: the one armed group that the text names, None where it names several."""
        actors = self.lexicon.groups.actors
        named = {mention.actor for mention in self.actors.values()}
        groups = [name for name in named if name not in actors or actors[name].kind == "group"]
        return groups[0] if len(groups) == 1 else None

    def words(self, first: int, end: int) -> str:
        """The same as plain text."""
        return self.text[self.tokens.starts[first] : self.tokens.ends[end - 1]]


@cache
def _search(lexicon: Lexicon) -> Search:
    """Every list of phrases that is looked for in a whole text."""
    grammar, speech = grammar_of(lexicon), speech_of(lexicon)
    harms = (grammar.triggers, grammar.no_harm, grammar.carried)
    others = (grammar.phrases, grammar.levels, grammar.stances, deed_words_of(lexicon).phrases)
    return Search((*harms, *others, speech.cues, speech.speakers))


def parse(
    article: Article, lexicon: Lexicon, field: Field = "text", *, countries: frozenset[str] = frozenset()
) -> Parsed:
    """The article's text (or title) cut into tokens and sentences, with names, counts and times found.

    A title that speaks of no country speaks of these `countries`, which are those of the text.
    """
    text = article.text if field == "text" else article.title
    tokens = tokenize(text)
    names = find_names(tokens, text, lexicon, publisher=article.publisher or "", countries=countries)
    if not names.shouted:
        tokens = tokens.keeping(_acronyms(tokens, names))
    grammar, speech = grammar_of(lexicon), speech_of(lexicon)
    deed_words = deed_words_of(lexicon)
    found = _search(lexicon).everywhere(tokens)
    triggers = harms_in(tokens, grammar, found, names)
    bodies = tokens.words.places_of(grammar.word_sets["bodies"])
    toll_words = tokens.words.places_of(grammar.word_sets["toll_words"])
    sentences = _without(names.dateline, split_sentences(tokens, text, lexicon))
    of_harm = sorted([*toll_words, *(hit.first for hit in triggers)])
    told = [one for one in sentences if within(of_harm, one.first, one.end)]
    casualty_words = {place for hit in triggers for place in range(hit.first, hit.end)}.union(bodies)
    return Parsed(
        article=article,
        field=field,
        text=text,
        tokens=tokens,
        lists=grammar.lists_at(tokens.lower),
        sentences=sentences,
        counts=Mentions(
            [
                mention
                for mention in find_counts(tokens, lexicon, told)
                if not mention.replaced and not _is_year_of_credit(tokens, mention, names.sources)
            ]
        ),
        # "dead", "wounded", "the lives of" are nouns of people too, but here they tell what befell people
        victims=Mentions([mention for mention in names.victims if mention.first not in casualty_words]),
        actors=Mentions(names.actors),
        places=Mentions(names.places),
        sources=Mentions(names.sources),
        events=Mentions(names.events),
        times=Mentions(find_times(tokens, lexicon, day_of(article.published))),
        triggers=Mentions(triggers),
        phrases=Mentions(found.of(grammar.phrases)),
        levels=Mentions(found.apart(grammar.levels)),
        stances=Mentions(found.apart(grammar.stances)),
        deeds=Mentions(found.apart(deed_words.phrases)),
        organisations=tokens.words.places_of(deed_words.word_sets["organisations"]),
        spoken_of=names.spoken_of,
        toll_words=toll_words,
        bodies=bodies,
        clause_breaks=tokens.words.places_of(grammar.word_sets["clause_break"]),
        afters=tokens.words.places_of(grammar.word_sets["clause_break"] & grammar.word_sets["after"]),
        shouted=names.shouted,
        asides=tokens.words.places_of(grammar.word_sets["asides"]),
        saying=Saying.of(tokens, found, speech),
        home=names.home,
        town=names.town,
        countries=names.countries,
        lexicon=lexicon,
        grammar=grammar,
        speech=speech,
        deed_words=deed_words,
    )


def _is_year_of_credit(tokens: Tokens, mention: CountMention, sources: Sequence[SourceMention]) -> bool:
    """As in "AFP 2018 Karim Testov": the year of a photo behind the agency that sells it."""
    year = tokens[mention.first]
    if mention.end != mention.first + 1 or len(year) != YEAR or not year.isdigit() or year[:2] not in CENTURIES:
        return False
    return any(source.end == mention.first for source in sources)


def _acronyms(tokens: Tokens, names: Names) -> set[int]:
    """The tokens of short names in capitals, which in small letters can be words ("IS", "US", "WHO")."""
    named: Sequence[Mention] = (*names.actors, *names.sources)
    firsts = [one.first for one in named if one.end == one.first + 1]
    return {place for place in firsts if len(tokens[place]) <= ACRONYM and tokens[place].isupper()}


def _without(dateline: Dateline, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences of the news itself: where it was written is no place of it."""
    first, end = dateline
    apart = [s for s in sentences if s.end <= first or s.end > end]
    return [Sentence(end, s.end, s.quoted) if first <= s.first < end else s for s in apart]

"""An article after the first steps of the cascade: tokens, sentences, and what stands at which token."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import attrs

from claimrec.lexicon.loader import Lexicon
from claimrec.reading.counts import CountMention, find_counts
from claimrec.reading.grammar import Grammar, Trigger, grammar_of
from claimrec.reading.mentions import ActorMention, EventMention, Mentions, PlaceMention, SourceMention, VictimMention
from claimrec.reading.names import find_names
from claimrec.reading.sentences import Sentence, dateline_end, split_sentences
from claimrec.reading.times import TimeMention, find_times
from claimrec.reading.tokens import Token, tokenize
from claimrec.records.article import Article, Field, Quote, day_of


@attrs.frozen(eq=False)
class Parsed:
    """One field of an article, with every mention, trigger and grammatical phrase by its first token."""

    article: Article
    field: Field
    text: str
    tokens: Sequence[Token]
    sentences: Sequence[Sentence]
    counts: Mentions[CountMention]
    victims: Mentions[VictimMention]
    actors: Mentions[ActorMention]
    places: Mentions[PlaceMention]
    sources: Mentions[SourceMention]
    events: Mentions[EventMention]
    times: Mentions[TimeMention]
    triggers: Mapping[int, tuple[int, Trigger]]
    phrases: Mapping[int, tuple[int, str]]
    lexicon: Lexicon
    grammar: Grammar

    def quote(self, first: int, end: int) -> Quote:
        """The words from token `first` to token `end` (not included)."""
        return self.article.quote(self.tokens[first].start, self.tokens[end - 1].end, self.field)

    @cached_property
    def states(self) -> frozenset[str]:
        """The states whose forces the text names."""
        actors = self.lexicon.groups.actors
        named = {mention.actor for mention in self.actors.by_first.values()}
        return frozenset(name for name in named if name in actors and actors[name].kind == "state")

    def words(self, first: int, end: int) -> str:
        """The same as plain text."""
        return self.text[self.tokens[first].start : self.tokens[end - 1].end]


def parse(article: Article, lexicon: Lexicon, field: Field = "text") -> Parsed:
    """The article's text (or title) cut into tokens and sentences, with names, counts and times found."""
    text = article.text if field == "text" else article.title
    tokens = tokenize(text)
    names = find_names(tokens, text, lexicon)
    grammar = grammar_of(lexicon)
    triggers = _befalling(grammar.triggers.by_place(tokens), names.victims)
    casualty_words = _casualty_words(tokens, triggers, grammar)
    return Parsed(
        article=article,
        field=field,
        text=text,
        tokens=tokens,
        sentences=_without_dateline(split_sentences(tokens, text, lexicon), dateline_end(tokens, text)),
        counts=Mentions.of(mention for mention in find_counts(tokens, lexicon) if not mention.replaced),
        victims=Mentions.of(mention for mention in names.victims if mention.first not in casualty_words),
        actors=Mentions.of(names.actors),
        places=Mentions.of(names.places),
        sources=Mentions.of(names.sources),
        events=Mentions.of(names.events),
        times=Mentions.of(find_times(tokens, lexicon, day_of(article.published))),
        triggers=triggers,
        phrases=grammar.phrases.by_place(tokens),
        lexicon=lexicon,
        grammar=grammar,
    )


def _without_dateline(sentences: Sequence[Sentence], end: int) -> list[Sentence]:
    """The sentences of the news itself: where it was written is no place of it."""
    return [attrs.evolve(s, first=max(s.first, end)) for s in sentences if s.end > end]


def _befalling(
    triggers: Mapping[int, tuple[int, Trigger]], victims: Sequence[VictimMention]
) -> dict[int, tuple[int, Trigger]]:
    """Without the word in "displaced people", which says who they are and not what befell them."""
    ends = {mention.first: mention.end for mention in victims}
    return {
        place: (end, trigger)
        for place, (end, trigger) in triggers.items()
        if trigger.effect != "displaced" or ends.get(place, 0) <= end
    }


def _casualty_words(
    tokens: Sequence[Token], triggers: Mapping[int, tuple[int, Trigger]], grammar: Grammar
) -> frozenset[int]:
    """The tokens of "dead", "wounded", "the lives of": nouns of people too, but here they tell what befell people."""
    bodies = grammar.word_sets["bodies"]
    told = {place for first, (end, _) in triggers.items() for place in range(first, end)}
    return frozenset(told | {place for place, token in enumerate(tokens) if token.lower in bodies})

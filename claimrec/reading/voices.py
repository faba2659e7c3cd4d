"""Who says it: the chain from the publisher through those it quotes to the origin (METHOD 11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from claimrec.lexicon.loader import Lexicon
from claimrec.reading.mentions import ActorMention, PlaceMention
from claimrec.reading.parsed import Parsed
from claimrec.reading.phrases import Phrases
from claimrec.reading.sentences import Sentence

SUBJECT_REACH = 9
"""Tokens between a speaker and the verb of saying ("the group, which monitors the war from Britain, said")."""
REMEMBERED_ACTORS = 10
"""Names back to which "the group" can refer."""
NAME_WORDS = 2
"""Capitalised words before "said" that make a name; one alone is too often the first of a sentence."""
FARTHEST = 24
"""Tokens from a verb of saying beyond which nobody is looked for."""
CUE_REACH = 8
"""Tokens between "according to" and the speaker ("citing a statement from the Istanbul-based ... Commission")."""
NAME_REACH = 14
"""Tokens behind "said" in which the speaker's organisation is named ("said A. B., director of the ... Observatory")."""
BYLINE = 30
"""A wire named in the first tokens, outside any sentence of saying, is a byline."""


@attrs.frozen
class Attribution:
    """One act of saying: the verb's token, and the voices behind the publisher, origin last."""

    verb: int
    voices: tuple[str, ...]


@attrs.frozen
class _Speaker:
    first: int
    end: int
    name: str
    known: bool = False
    anaphoric: bool = False
    definite: bool = False


@attrs.frozen(eq=False)
class _Cues:
    verbs: frozenset[str]
    cues: Phrases[str]
    told: frozenset[str]
    unnamed: Phrases[str]
    anaphoric: frozenset[str]
    going_on: frozenset[str]
    speaking: frozenset[str]
    nouns: frozenset[str]
    pronouns: frozenset[str]


@cache
def _cues_of(lexicon: Lexicon) -> _Cues:
    return _Cues(
        verbs=frozenset(lexicon.words("speech", "verbs")),
        cues=Phrases((cue, cue) for cue in lexicon.words("speech", "cues")),
        told=frozenset(lexicon.words("speech", "told")),
        unnamed=Phrases((noun, noun) for noun in lexicon.words("speech", "unnamed")),
        anaphoric=frozenset(lexicon.words("speech", "anaphoric")),
        going_on=frozenset(lexicon.words("speech", "going_on")),
        speaking=frozenset(lexicon.words("speech", "speaking")),
        nouns=frozenset(lexicon.words("speech", "unnamed")),
        pronouns=frozenset(lexicon.words("speech", "pronouns")),
    )


def is_verb_of_saying(parsed: Parsed, word: str) -> bool:
    """Is the lower-case word a verb of saying?"""
    return word in _cues_of(parsed.lexicon).verbs


def is_speaker(parsed: Parsed, place: int) -> bool:
    """Does a name or noun of a speaker end with token `place`?"""
    if place < 0:
        return False
    source = parsed.sources.last_before(place + 1)
    named = source is not None and place < source.end
    return named or parsed.tokens[place].lower in _cues_of(parsed.lexicon).nouns


def is_home_of_speaker(parsed: Parsed, mention: PlaceMention, clause: Sentence) -> bool:
    """As in "a source in X", "X accused": does the place only say who speaks, or whence?"""
    cues = _cues_of(parsed.lexicon)
    before = [token.lower for token in parsed.tokens[max(clause.first, mention.first - 4) : mention.first]]
    from_there = any(word in cues.speaking for word in before) and any(word in ("in", "at", "from") for word in before)
    behind = parsed.tokens[mention.end].lower if mention.end < clause.end else ""
    return from_there or (behind in cues.verbs and behind not in ("say", "report"))


def find_voices(parsed: Parsed) -> dict[int, list[Attribution]]:
    """The attributions of each sentence, by its first token; later sentences resolve "it" and "the source".

    A quotation that runs over several sentences has one speaker throughout.
    """
    cues = _cues_of(parsed.lexicon)
    monitor = _monitor_of(parsed)
    last: tuple[str, ...] = ()
    found: dict[int, list[Attribution]] = {}
    for sentence in parsed.sentences:
        here = _attributions(parsed, sentence, cues, last, monitor)
        if here:
            last = here[-1].voices
        found[sentence.first] = here
    quotations = {s.quoted: found[s.first][0].voices for s in reversed(parsed.sentences) if found[s.first]}
    for sentence in parsed.sentences:
        if sentence.quoted in quotations and sentence.quoted and not found[sentence.first]:
            found[sentence.first] = [Attribution(sentence.first, quotations[sentence.quoted])]
    return found


def _monitor_of(parsed: Parsed) -> str | None:
    """Whom "a monitor" means: the first monitor that the article names, known or by its name ("the X Observatory")."""
    known = next((m.source for m in parsed.sources.by_first.values() if _kind(parsed, m.source) == "monitor"), None)
    if known is not None:
        return known
    named = frozenset(parsed.lexicon.words("speech", "monitors"))
    for place in range(1, len(parsed.tokens)):
        token, before = parsed.tokens[place], parsed.tokens[place - 1]
        if token.lower in named and token.text[0].isupper() and before.text[:1].isupper() and before.text[1:].islower():
            first = _phrase_start(parsed, place, 0)
            return _bare(parsed.words(first, place + 1))
    return None


def voices_of(attributions: Sequence[Attribution], place: int) -> tuple[str, ...]:
    """Who says what stands at token `place`: the last to speak up before it, else the first to be named after it."""
    earlier = [attribution for attribution in attributions if attribution.verb <= place]
    if earlier:
        return earlier[-1].voices
    return attributions[0].voices if attributions else ()


def byline_of(parsed: Parsed) -> str | None:
    """The wire that an article is credited to, in its dateline or at its end."""
    last = len(parsed.tokens) - 1
    verbs = _cues_of(parsed.lexicon).verbs
    for mention in parsed.sources.by_first.values():
        if _kind(parsed, mention.source) != "wire":
            continue
        near = {
            parsed.tokens[place].lower for place in range(max(0, mention.first - 3), min(last + 1, mention.end + 2))
        }
        credited = mention.first < BYLINE or mention.end > last - 8
        if credited and not near & (verbs | {"to", "by", "with"}):
            return mention.source
    return None


def _kind(parsed: Parsed, source: str) -> str:
    return parsed.lexicon.sources[source].kind


def _attributions(
    parsed: Parsed, sentence: Sentence, cues: _Cues, last: tuple[str, ...], monitor: str | None
) -> list[Attribution]:
    tokens = parsed.tokens
    verbs = [n for n in range(sentence.first, sentence.end) if tokens[n].lower in cues.verbs]
    according = [
        (n, hit[0]) for n in range(sentence.first, sentence.end) if (hit := cues.cues.at(tokens, n)) is not None
    ]
    speakers = (
        _speakers(parsed, sentence, cues, monitor) if verbs or according or _is_headline(parsed, sentence) else []
    )
    if speakers and not verbs and not according:
        return _behind_headline(parsed, sentence, speakers)
    found: list[Attribution] = []
    covered = {n for first, end in according for n in range(first, end)}
    for verb in verbs:
        if verb in covered:
            continue
        if found and tokens[verb].lower in cues.going_on:
            found.append(Attribution(verb, found[-1].voices))  # "..., adding that"
            continue
        voices = _said(parsed, sentence, verb, speakers, cues, last)
        if voices:
            found.append(Attribution(verb, voices))
    for first, end in according:
        near = [s for s in speakers if end <= s.first <= end + CUE_REACH]
        speaker = next((s for s in near if s.known), near[0] if near else None)
        if speaker is not None:
            found = _quoted_through(found, Attribution(first, _resolved(parsed, speaker, last)), tokens[first].lower)
    return sorted(_without_repeats(found), key=lambda attribution: attribution.verb)


def _is_headline(parsed: Parsed, sentence: Sentence) -> bool:
    """Headlines end without a full stop."""
    return parsed.tokens[sentence.end - 1].text not in '.!?"”'


def _behind_headline(parsed: Parsed, sentence: Sentence, speakers: Sequence[_Speaker]) -> list[Attribution]:
    """As in "18 killed in air raid: monitor": who says it stands last, without a verb."""
    last = speakers[-1]
    behind_sign = last.first > sentence.first and parsed.tokens[last.first - 1].text in ":-–—"
    if last.end == sentence.end and (behind_sign or last.known):
        return [Attribution(sentence.first, (last.name,))]
    return []


def _quoted_through(found: list[Attribution], origin: Attribution, cue: str) -> list[Attribution]:
    """As in "X reported ..., citing Y": Y is the origin and X hands it on; "according to Y" stands for itself."""
    through = [attribution for attribution in found if attribution.verb < origin.verb]
    if cue in ("citing", "quoting") and through:
        nearest = through[-1]
        joined = Attribution(nearest.verb, _chain(nearest.voices, origin.voices))
        return [joined if attribution is nearest else attribution for attribution in found]
    return [*found, origin]


def _without_repeats(found: list[Attribution]) -> Iterator[Attribution]:
    seen: set[tuple[int, tuple[str, ...]]] = set()
    for attribution in found:
        if (attribution.verb, attribution.voices) not in seen:
            seen.add((attribution.verb, attribution.voices))
            yield attribution


def _speakers(parsed: Parsed, sentence: Sentence, cues: _Cues, monitor: str | None) -> list[_Speaker]:
    """Everybody in the sentence who might speak: named sources, unnamed ones, "it" and "the source"."""
    tokens = parsed.tokens
    found: list[_Speaker] = []
    place = sentence.first
    while place < sentence.end:
        if place in parsed.sources:
            mention = parsed.sources[place]
            found.append(_Speaker(mention.first, mention.end, mention.source, known=True))
            place = mention.end
            continue
        if place in parsed.actors and _says(parsed, parsed.actors[place], sentence, cues):
            actor = parsed.actors[place]
            found.append(_Speaker(actor.first, actor.end, actor.actor))
            place = actor.end
            continue
        hit = _noun_of_speaker(parsed, place, cues)
        if hit is None:
            place += 1
            continue
        floor = found[-1].end if found else sentence.first
        first = place if tokens[place].lower in cues.pronouns else _phrase_start(parsed, place, floor)
        if found and (_is_apposition(parsed, found[-1], first) or _is_home(parsed, found[-1], first)):
            found[-1] = attrs.evolve(found[-1], end=hit[0])
        else:
            found.append(_unnamed(parsed, first, hit, cues, monitor))
        place = hit[0]
    return found


def _noun_of_speaker(parsed: Parsed, place: int, cues: _Cues) -> tuple[int, str] | None:
    """The end and the last noun of those that name a speaker together ("police source", "rescue workers")."""
    hit = cues.unnamed.at(parsed.tokens, place)
    while hit is not None and (further := cues.unnamed.at(parsed.tokens, hit[0])) is not None:
        if hit[0] in parsed.sources or parsed.tokens[hit[0]].lower in cues.pronouns:
            break
        hit = further
    return hit


def _says(parsed: Parsed, actor: ActorMention, sentence: Sentence, cues: _Cues) -> bool:
    """Does a verb of saying or of claiming stand right behind the actor's name?"""
    end = actor.end
    while end < sentence.end and parsed.grammar.is_in(parsed.tokens[end].lower, "adverbs", "have", "group_noun"):
        end += 1
    return end < sentence.end and parsed.tokens[end].lower in cues.verbs


def _is_apposition(parsed: Parsed, speaker: _Speaker, first: int) -> bool:
    """As in "SANA news agency", "the group's military wing"."""
    return first == speaker.end and (speaker.known or parsed.tokens[first].lower == "'s")


def _is_home(parsed: Parsed, speaker: _Speaker, first: int) -> bool:
    """As in "a doctor at the hospital": where a speaker is at home does not speak."""
    between = [parsed.tokens[n].lower for n in range(speaker.end, first)]
    return not speaker.known and between in (["at"], ["in"], ["from"], ["of"], ["with"], ["for"])


def _unnamed(parsed: Parsed, first: int, hit: tuple[int, str], cues: _Cues, monitor: str | None) -> _Speaker:
    words = parsed.words(first, hit[0])
    plain = " ".join(token.lower for token in parsed.tokens[first : hit[0]])
    if plain in cues.anaphoric:
        return _Speaker(first, hit[0], words, anaphoric=True)
    if "monitor" in hit[1] or hit[1] == "watchdog":
        return _Speaker(first, hit[0], monitor or _bare(words))
    return _Speaker(first, hit[0], _bare(words), definite=plain.startswith("the "))


def _bare(words: str) -> str:
    """The speaker's words without an article, which says nothing about who it is."""
    first, _, rest = words.partition(" ")
    return rest if first.lower() in ("a", "an", "the") and rest else words


def _phrase_start(parsed: Parsed, place: int, floor: int) -> int:
    """Where the noun phrase that ends at `place` begins: adjectives and names before it belong to it."""
    first = place
    while first > max(floor, place - 5):
        word = parsed.tokens[first - 1].lower
        if parsed.grammar.is_in(word, "determiner"):
            return first - 1
        if not word.isalpha() and word != "-" and word != "'s":
            break
        if parsed.grammar.is_in(word, "phrase_end", "adverbs", "be", "have") or (first - 1) in parsed.counts:
            break
        first -= 1
    return first


def _resolved(parsed: Parsed, speaker: _Speaker, last: tuple[str, ...]) -> tuple[str, ...]:
    """The speaker, or the one before whom "it", "the group" or "the ministry" means.

    Where nobody has spoken before, it is the organisation named last, an armed group before a state.
    """
    named_before = bool(last) and speaker.definite and speaker.name.lower() in last[-1].lower()
    if last and (speaker.anaphoric or named_before):
        return last
    if speaker.anaphoric:
        groups = parsed.lexicon.groups.actors
        named = [m.actor for m in parsed.actors.between(0, speaker.first)[-REMEMBERED_ACTORS:]]
        organised = [name for name in named if name not in groups or groups[name].kind == "group"]
        if named:
            return ((organised or named)[-1],)
    return (speaker.name,)


def _in_aside(parsed: Parsed, speaker: _Speaker, speakers: Sequence[_Speaker]) -> bool:
    """As in "the group, which supports the opposition, said": the opposition does not speak."""
    before = [s for s in speakers if s.end <= speaker.first]
    words = [parsed.tokens[n].lower for n in range(before[-1].end, speaker.first)] if before else []
    return "which" in words or "who" in words


def _said(
    parsed: Parsed,
    sentence: Sentence,
    verb: int,
    speakers: Sequence[_Speaker],
    cues: _Cues,
    last: tuple[str, ...],
) -> tuple[str, ...]:
    """The voices of one verb of saying, or () where nobody is found to speak."""
    tokens = parsed.tokens
    speakers = [s for s in speakers if verb - FARTHEST <= s.end and s.first <= verb + FARTHEST]
    left = [s for s in speakers if s.end <= verb and _near(parsed, s.end, verb) and not _in_aside(parsed, s, speakers)]
    right = [s for s in speakers if s.first > verb]
    subject = max(left, key=lambda s: (s.end, s.known), default=None)
    if subject is not None and not subject.known:
        named = [s for s in left if s.known and subject.first - s.end <= 3]
        subject = named[-1] if named and not subject.anaphoric else subject
    inverted = _inverted(parsed, sentence, verb, right)
    if inverted is not None and (subject is None or tokens[verb - 1].text in ',"”'):
        subject = inverted
    if subject is None:
        subject = _named_by_capitals(parsed, sentence, verb)
    if subject is None:
        return ()
    voices = _resolved(parsed, subject, last)
    hearer = next((s for s in right if s.first - verb <= 3 and s.known), None)
    if tokens[verb].lower in cues.told and hearer is not None and hearer is not subject:
        return _chain((hearer.name,), voices)
    if tokens[verb].lower in ("quoted", "quotes", "quoting", "cited", "cites", "citing"):
        quoted = next((s for s in right if s.first - verb <= SUBJECT_REACH), None)
        return _chain(voices, _resolved(parsed, quoted, last)) if quoted is not None else voices
    return voices


def _named_by_capitals(parsed: Parsed, sentence: Sentence, verb: int) -> _Speaker | None:
    """As in "Harbour Wire reported": a name of two words or more that no lexicon knows, right before the verb."""
    first = verb
    while first > sentence.first and _is_capitalised(parsed.tokens[first - 1].text):
        first -= 1
    if parsed.tokens[first].lower in ("the", "a", "an"):
        first += 1
    return _Speaker(first, verb, parsed.words(first, verb)) if verb - first >= NAME_WORDS else None


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and word[1:].islower()


def _near(parsed: Parsed, end: int, verb: int) -> bool:
    """Do only an auxiliary, adverbs or a short aside stand between speaker and verb?"""
    words = [parsed.tokens[n].lower for n in range(end, verb)]
    plain = [word for word in words if not parsed.grammar.is_in(word, "adverbs", "be", "have")]
    if not plain:
        return True
    aside = plain[0] in (",", "(", "which", "who", "-", "–") or parsed.tokens[end].text[0].isupper()
    return len(words) <= SUBJECT_REACH + 5 * aside and (
        aside or plain[0] in ("in", "at", "from", "of", "on", "for", "head", "chief", "director")
    )


def _inverted(parsed: Parsed, sentence: Sentence, verb: int, right: Sequence[_Speaker]) -> _Speaker | None:
    """As in "said a source", "said A. B., director of the Observatory": the speaker behind the verb."""
    tokens = parsed.tokens
    if tokens[verb].lower not in (
        "said",
        "says",
        "added",
        "adds",
        "reported",
        "reports",
        "announced",
        "stated",
        "wrote",
        "explained",
    ):
        return None
    if not right:
        return None
    nearest = right[0]
    if nearest.first - verb <= 2:
        named = next((s for s in right if s.known and s.first - nearest.end <= 4), None)
        return named if named is not None and not nearest.known and not nearest.anaphoric else nearest
    behind = tokens[verb + 1] if verb + 1 < sentence.end else None
    if behind is not None and behind.text[0].isupper() and behind.text[0].isalpha():
        return next((s for s in right if s.first - verb <= NAME_REACH and s.known), nearest)
    return None


def _chain(through: tuple[str, ...], voices: tuple[str, ...]) -> tuple[str, ...]:
    """Intermediaries, then those they quote, each name once."""
    return tuple(dict.fromkeys([*through, *voices]))

"""Claims that another program found in an article, held against its words: what does not stand there is left out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import attrs

from claimrec.errors import ClaimrecError, FormatError
from claimrec.exchange.claims import Claims, claim_of
from claimrec.exchange.jsonl import object_in
from claimrec.exchange.keys import Keys
from claimrec.lexicon.loader import Lexicon, load_lexicon
from claimrec.reading.said_numbers import follows, numbers_said
from claimrec.records.article import Article, Field
from claimrec.records.claim import Claim
from claimrec.records.unread import Unread
from claimrec.values.count import Count

_ALIKE = {letter: signs[0] for signs in ('"“”„«»', "'’‘ʼ`´", "-‐‑–—") for letter in signs}
"""Signs that one program writes for another, each with the one that stands for all."""


def ground(written: str, article: Article, *, lexicon: Lexicon | None = None) -> Claims:
    """The claims that JSON gives for an article, as far as it stands there; what fails is in `unread`, with the reason.

    `written` is one claim of the format, a list of them, an object with a list under `claims`, or JSON Lines. Left out
    may be `id`, `article` and `publisher`, and the offsets of a quote, which may be its mere text. A quote has to stand
    in the article, and a toll's number has to follow from its quote; other words that are given (`when`, `where`,
    `perpetrator`) have to stand in the article too, or that part is left out.

    >>> article = Article("a1", "Three soldiers were killed near Saraqib on Monday.", "Agency A")
    >>> toll = '{"effect": "killed", "low": 3, "high": 3, "quote": "Three soldiers"}'
    >>> wrong = '{"effect": "wounded", "low": 5, "high": 5, "quote": "Three soldiers"}'
    >>> grounded = ground(f'{{"quote": "{article.text}", "tolls": [{toll}, {wrong}]}}', article)
    >>> [toll.count for toll in grounded.claims[0].tolls]
    [Count(low=3, high=3)]
    >>> print(grounded.unread[0])
    article a1: claim 1, tolls[1]: “Three soldiers” says 3, not 5
    """
    words = lexicon or load_lexicon()
    claims: dict[str, Claim] = {}
    unread: list[Unread] = []
    for number, value in enumerate(_values(written), start=1):
        try:
            grounded = _Grounded.of(value, article, words)
        except ClaimrecError as error:
            unread.append(Unread(f"claim {number}: {error}", article=article.id))
            continue
        unread += [Unread(f"claim {number}, {failure}", article=article.id) for failure in grounded.failures]
        if grounded.claim:
            claims.setdefault(grounded.claim.id, grounded.claim)
    return Claims(tuple(claims.values()), tuple(unread))


def _values(written: str) -> Iterator[object]:
    """The objects that the JSON holds, one by one."""
    try:
        whole = json.loads(written)
    except (ValueError, RecursionError):
        lines = [line for line in written.splitlines() if line.strip()]
        for line in lines:
            try:
                yield dict(object_in(line.encode("utf-8", "replace")).values)
            except ClaimrecError as error:
                yield error
        return
    listed = whole.get("claims", whole) if isinstance(whole, dict) else whole
    yield from listed if isinstance(listed, list) else [listed]


@attrs.frozen
class _Grounded:
    """A claim as far as it stands in its article, and why the rest of it does not."""

    claim: Claim | None
    failures: tuple[str, ...]

    @classmethod
    def of(cls, value: object, article: Article, lexicon: Lexicon) -> _Grounded:
        """What of a JSON object stands in the article; an error where nothing does."""
        if isinstance(value, ClaimrecError):
            raise value
        said = dict(Keys.of(value).values)
        if said.setdefault("article", article.id) != article.id:
            raise FormatError(f"it is about article {said['article']!r}")
        said.setdefault("publisher", article.publisher or article.id)
        said.setdefault("published", article.published and article.published.isoformat())
        said["quote"] = _located(said.get("quote"), article, None)
        failures = []
        for part in ("when", "where", "perpetrator"):
            reason = _misquoted(said.get(part), article)
            if reason:
                failures.append(f"{part}: {reason}")
                said[part] = None
        tolls, wrong = _standing(said, article, lexicon)
        failures += wrong
        said["tolls"] = tolls
        claim = claim_of(Keys(said)) if tolls or not wrong else None
        return cls(claim, tuple(failures))


def _standing(said: Mapping[str, Any], article: Article, lexicon: Lexicon) -> tuple[list[dict[str, Any]], list[str]]:
    """The tolls whose quotes stand in the article and whose numbers follow from them, and why the others do not."""
    tolls: list[dict[str, Any]] = []
    failures: list[str] = []
    kept: dict[int, int] = {}  # place in the list as given -> place among those that stand
    for place, keys in enumerate(Keys(said).each("tolls")):
        try:
            toll = _grounded_toll(dict(keys.values), keys.path, said, article, lexicon)
        except ClaimrecError as error:
            failures.append(f"tolls[{place}]: {error}")
            continue
        whole = toll.get("part_of")
        if whole is not None and whole not in kept:
            failures.append(f"tolls[{place}]: it is part of tolls[{whole}], which is left out")
            continue
        kept[place] = len(tolls)
        tolls.append(toll if whole is None else {**toll, "part_of": kept[whole]})
    return tolls, failures


def _grounded_toll(
    toll: dict[str, Any], path: str, said: Mapping[str, Any], article: Article, lexicon: Lexicon
) -> dict[str, Any]:
    """The toll with its quote located; FormatError where it does not follow from it."""
    around = said["quote"]
    toll["quote"] = _located(toll.get("quote"), article, around) if toll.get("quote") else around
    keys = Keys(toll, path)
    count = Count(keys.whole("low") or 0, keys.whole("high"))
    words = toll["quote"]["text"]
    if not follows(count, words, lexicon):
        numbers = numbers_said(words, lexicon)
        told = f"says {', '.join(map(str, numbers))}" if numbers else "names no number"
        raise FormatError(f"“{words}” {told}, not {count}")
    return toll


def _located(quote: object, article: Article, around: Mapping[str, Any] | None) -> dict[str, Any]:
    """The quote with the offsets at which it stands, inside another quote where it can; FormatError where nowhere.

    Of several places the one nearest to the start that was given. White space, quotation marks and apostrophes may
    differ from the article's.
    """
    if isinstance(quote, str):
        quote = {"text": quote}
    keys = Keys.of(quote, "quote.")
    words, start = keys.needed("text", keys.text), keys.whole("start")
    field: Field = keys.choice("field", Field) or (around["field"] if around else "text")
    text = article.text if field == "text" else article.title
    places = _places(words, text)
    if around and around["field"] == field:
        inside = [one for one in places if around["start"] <= one[0] and one[1] <= around["end"]]
        places = inside or places
    if not places:
        raise FormatError(f"“{words}” does not stand in the {'article' if field == 'text' else 'headline'}")
    first, end = min(places, key=lambda one: (abs(one[0] - (start or 0)), one))
    return {"start": first, "end": end, "text": text[first:end], "field": field}


@lru_cache(maxsize=16)
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """The text as another program may have copied it, white space as one blank, and where each character stood."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        blank = letter.isspace()
        if not (blank and letters and letters[-1] == " "):
            letters.append(" " if blank else _ALIKE.get(letter, letter))
            places.append(place)
    return "".join(letters), tuple(places)


def _places(words: str, text: str) -> list[tuple[int, int]]:
    """Where the words stand in the text, from and to, none over another: so it takes linear time."""
    folded, places = _folded(text)
    sought, found = _folded(words)[0].strip(), []
    first = folded.find(sought) if sought else -1
    while first >= 0:
        end = first + len(sought)
        found.append((places[first], places[end - 1] + 1))
        first = folded.find(sought, end)
    return found


def _misquoted(part: object, article: Article) -> str | None:
    """Why the words of a part do not stand in the article; None where they do, or where none are given."""
    words = part.get("words") if isinstance(part, dict) else None
    if not isinstance(words, str) or not words.strip():
        return None
    stands = _places(words, article.text) or _places(words, article.title)
    return None if stands else f"“{words}” does not stand in the article"

"""Nouns of saying with whoever says it before them: "the army's claim that", "Testov's report Monday that"."""

from __future__ import annotations

from collections.abc import Sequence

from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.speaker_names import POSSESSIVE, name_before
from claimrec.reading.speakers import Speaker

OWNER_REACH = 3
"""Tokens before the noun in which the possessive stands ("the army's own first report")."""


def given_accounts(
    parsed: Parsed, sentence: Sentence, accounts: Sequence[int], speakers: Sequence[Speaker]
) -> dict[int, Speaker]:
    """Who gives each account of the sentence, by the token of its noun."""
    found = {}
    for noun in accounts:
        before = range(noun - 1, max(sentence.first, noun - OWNER_REACH), -1)
        owner = next((place for place in before if parsed.tokens.lower[place] == POSSESSIVE), None)
        if owner is None:
            continue
        known = next((s for s in speakers if s.first < owner <= s.end), None)
        first, end = name_before(parsed, sentence, owner)
        if known is not None:
            found[noun] = known
        elif first < end and first not in parsed.places:
            found[noun] = Speaker(first, end, parsed.words(first, end))
    return found

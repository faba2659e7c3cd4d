"""Whom claims name as the doer, in words."""

from __future__ import annotations

from collections.abc import Iterable

from claimrec.records.claim import Claim
from claimrec.showing.wording import named

_STANCES = {
    "reported": "names {who}",
    "accused": "accuses {who}",
    "claimed": "claimed by {who}",
    "denied": "denies that it was {who}",
    "possible": "possibly {who}",
}

_ELSEWHERE = "its article elsewhere names {who}"


def doer_words(claims: Iterable[Claim]) -> list[str]:
    """Whom claims of one voice name as the doer, and how, each once; last, whom only their articles name elsewhere.

    >>> from claimrec.records.article import Quote
    >>> from claimrec.records.claim import Claim, Perpetrator
    >>> doer = Perpetrator("Islamic State", "Islamic State", "accused")
    >>> said = ("Islamic State killed 12, a medic said", "Another 12 were hurt, a medic said")
    >>> quotes = [Quote("a1", 0, len(words), words) for words in said]
    >>> accusing, counting = (Claim("a1", quote, ("Agency A", "medic"), perpetrator=doer) for quote in quotes)
    >>> doer_words([accusing]), doer_words([counting])
    (['accuses Islamic State'], ['its article elsewhere names Islamic State'])
    >>> doer_words([counting, accusing])
    ['accuses Islamic State']
    """
    own: dict[str, str] = {}
    elsewhere: dict[str, str] = {}
    for claim in claims:
        doer = claim.perpetrator
        if doer is not None:
            who = named(doer.actor or doer.words or "")
            if claim.names_its_doer:
                own[_STANCES[doer.stance].format(who=who)] = who
            else:
                elsewhere[_ELSEWHERE.format(who=who)] = who
    return [*own, *(words for words, who in elsewhere.items() if who not in own.values())]

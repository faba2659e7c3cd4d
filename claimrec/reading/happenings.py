"""Deeds with no harm to people and nobody who did them: "two pylons were blown up near X", "a bomb went off in X".

Fights that nobody is said to have been hurt in are left out (own): news tells them by the dozen, of no one incident.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimrec.reading.accounts import event_near
from claimrec.reading.attributions import Attribution, voices_of
from claimrec.reading.contexts import Context
from claimrec.reading.deed_told import deed_told
from claimrec.reading.drafts import Draft
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.settings import FINENESS


def happenings_in(
    parsed: Parsed, sentence: Sentence, context: Context, attributions: Sequence[Attribution]
) -> Iterator[Draft]:
    """The draft of the deed that a sentence tells of, if it is known where in the country that was.

    `context` is the incident that the sentence speaks of. A headline alone tells no deed: the text says more of it.
    """
    if parsed.field == "title" or context.number is None or context.fineness <= FINENESS["country"]:
        return
    deed = deed_told(parsed, sentence)
    if deed is None:
        return
    event = event_near(parsed, sentence, deed)
    yield Draft(parsed, sentence, context, voices_of(attributions, deed), "incident", None, event)

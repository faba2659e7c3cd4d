"""Who says who did it: the claims of an incident that name a perpetrator, ready to be compared."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

import attrs

from claimrec.judging.origins import voice_of
from claimrec.judging.sentences import in_words, speaker
from claimrec.judging.victims import Names, names_in
from claimrec.lexicon.loader import Lexicon
from claimrec.records.claim import Claim, Perpetrator, Stance


@attrs.frozen
class Blame:
    """Who is named as the doer, and how."""

    actors: Names
    stance: Stance


@attrs.frozen
class Account:
    """A claim that says who did it: `actors` are the named organisations or sides."""

    claim: Claim
    voice: str
    perpetrator: Perpetrator
    actors: Names

    @property
    def stance(self) -> Stance:
        """How the perpetrator is named."""
        return self.perpetrator.stance

    @property
    def repeats(self) -> Hashable:
        """What is the same for every claim that repeats this one: voice, article, actors and stance."""
        return self.voice, self.claim.article, self.actors, self.stance

    def __str__(self) -> str:
        named = self.perpetrator.actor or self.perpetrator.words
        quoted = in_words(self.claim.quote)
        return f"{speaker(self.claim)} {_SAYS[self.stance]} {named}" + (f", {quoted}" if quoted else "")


_SAYS: dict[Stance, str] = {
    "reported": "reports the act of",
    "accused": "accuses",
    "claimed": "claims the act for",
    "denied": "denies the act of",
    "possible": "thinks possible the act of",
}


def accounts_of(claims: Iterable[Claim], lexicon: Lexicon) -> Iterator[Account]:
    """Every claim that says who did it, or did not."""
    for claim in claims:
        if claim.perpetrator:
            actors = names_in(claim.perpetrator.actor or "")
            yield Account(claim, voice_of(claim, lexicon), claim.perpetrator, actors)

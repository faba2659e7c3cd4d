"""Who says who did it: the claims of an incident that name a perpetrator, ready to be compared."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

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
        named = " + ".join(sorted(self.actors)) or self.perpetrator.words
        says = "denies any act, and names" if self.stance == "denied" and not self.actors else _SAYS[self.stance]
        quoted = in_words(self.claim.quote)
        return f"{speaker(self.claim)} {says} {named}" + (f", {quoted}" if quoted else "")


_SAYS: dict[Stance, str] = {
    "reported": "reports the act of",
    "accused": "accuses",
    "claimed": "claims the act for",
    "denied": "denies the act of",
    "possible": "thinks possible the act of",
}


def accounts_of(claims: Sequence[Claim], lexicon: Lexicon) -> Iterator[Account]:
    """Every claim that says who did it, or did not, in its own words: whoever counts the dead accuses nobody.

    The doers that a voice names in one sentence ("jets of X and Y") did it together: each account holds all of them.
    """
    named: dict[Hashable, Names] = {}
    for claim in claims:
        if claim.perpetrator:
            told = _told_with(claim)
            named[told] = named.get(told, frozenset()) | names_in(claim.perpetrator.actor or "")
    for claim in claims:
        if claim.perpetrator and claim.names_its_doer:
            yield Account(claim, voice_of(claim, lexicon), claim.perpetrator, named[_told_with(claim)])


def _told_with(claim: Claim) -> Hashable:
    """What the claims of one sentence have in common that name doers in the same way; those of a row stand alone."""
    stance = claim.perpetrator and claim.perpetrator.stance
    return (claim.quote, claim.voices, stance) if claim.quote and not claim.tolls else claim.id

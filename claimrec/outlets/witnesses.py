"""Who prints, and who stands for it by name: the two ways in which an outlet has a part in a claim."""

from __future__ import annotations

from claimrec.judging.origins import source_named, voice_of
from claimrec.lexicon.loader import Lexicon
from claimrec.records.claim import Claim


def outlet_of(claim: Claim, lexicon: Lexicon) -> str:
    """Who prints the claim, under its first name."""
    return _named(claim.publisher, lexicon)


def witness_of(claim: Claim, lexicon: Lexicon) -> str:
    """Who stands for the claim by name: its origin, or who quotes it where that is nobody in particular.

    Outlets that repeat one monitor are one witness (METHOD 11); "a military source" is the agency's that quotes it.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.records.article import Quote
    >>> claim = Claim("a1", Quote("a1", 0, 4, "Nine"), ("Daily A", "Agency B", "a military source"))
    >>> outlet_of(claim, load_lexicon("common")), witness_of(claim, load_lexicon("common"))
    ('Daily A', 'Agency B')
    """
    return named_chain(claim, lexicon)[-1]


def named_chain(claim: Claim, lexicon: Lexicon) -> tuple[str, ...]:
    """The voices from the publisher to who stands for the claim by name, each under its first name."""
    voice, chain = voice_of(claim, lexicon), claim.voices
    if len(chain) > 1 and voice == f"{claim.origin} (via {chain[-2]})":
        return tuple(_named(name, lexicon) for name in chain[:-1])
    return (*(_named(name, lexicon) for name in chain[:-1]), voice)


def _named(name: str, lexicon: Lexicon) -> str:
    source = source_named(name, lexicon)
    return source.name if source else name

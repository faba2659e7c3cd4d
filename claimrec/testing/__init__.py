"""For tests of rules of your own: claims to try them on, and the laws that every comparison keeps.

Needs hypothesis, which comes with `claimrec[test]`.
"""

from claimrec.testing.laws import LAWS, Law, LawError, check_laws
from claimrec.testing.strategies import (
    accounts_of_one_incident,
    claims,
    counts,
    places,
    respellings,
    windows,
)

__all__ = [
    "LAWS",
    "Law",
    "LawError",
    "accounts_of_one_incident",
    "check_laws",
    "claims",
    "counts",
    "places",
    "respellings",
    "windows",
]

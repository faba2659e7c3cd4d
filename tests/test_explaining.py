"""Why two claims are, or are not, in one incident."""

import math

import pytest
from factory import claim
from valley import AYN_ZAYTUN, LARGE, LEXICON, MONDAY, NAMESAKE, TELL_HARUN, TUESDAY

from claimrec.errors import RuleError
from claimrec.matching.decisions import Decision
from claimrec.matching.explaining import explain
from claimrec.matching.incidents import find_incidents

RAID = claim("12 guards killed", name="raid", source="A", day=MONDAY, place=TELL_HARUN, by="Dune Group", event="ambush")
AGAIN = claim("12 guards killed", name="again", source="B", day=MONDAY, place=TELL_HARUN, by="Dune Group")
VAGUE = claim("2 people wounded", name="vague", source="C", day=MONDAY, by="Dune Group")
NEXT = claim("", name="next", source="D", day=TUESDAY, place=TELL_HARUN)
FAR = claim("12 guards killed", name="far", source="E", day=MONDAY, place=NAMESAKE)


def explained(a, b, *claims, **rules):
    return explain(find_incidents(claims, lexicon=LEXICON, frequencies=LARGE, **rules), a, b)


def test_claims_that_joined():
    explanation = explained("raid", "again", RAID, AGAIN)
    assert explanation.joined
    assert (explanation.evidence.a, explanation.evidence.b) == ("again", "raid")
    assert explanation.because == f"{explanation.evidence.bits:+.1f} bits, where +0.0 are needed"


def test_claims_below_the_threshold():
    explanation = explained("raid", "next", RAID, NEXT)
    assert not explanation.joined
    assert explanation.because == "-9.0 bits, where +0.0 are needed"


def test_a_veto_is_named_with_its_words():
    explanation = explained("raid", "far", RAID, FAR)
    assert explanation.evidence.bits == -math.inf
    apart = "Tell Harun (Marabad) and Tell Harun (Sahran), 207 km apart"
    assert explanation.because == f"must not link: {apart}; one gives no wording"


def test_a_decision_is_named_with_its_reason():
    explanation = explained(
        "raid", "far", RAID, FAR, decisions=[Decision("raid", "far", same=True, because="one film")]
    )
    assert explanation.joined
    assert explanation.because == "decision: one film"


def test_claims_joined_through_others():
    linked = [Decision("raid", "vague", same=True)]
    explanation = explained("again", "vague", RAID, AGAIN, VAGUE, decisions=linked)
    assert explanation.joined
    assert explanation.because.endswith("bits, where +0.0 are needed; other claims of the incident tie them together")


def test_claims_kept_apart_by_others():
    apart = [Decision("raid", "far", same=True)]
    explanation = explained("raid", "again", RAID, AGAIN, FAR, decisions=apart)
    assert not explanation.joined
    assert explanation.because.endswith("; the other claims of their incidents speak against joining")


@pytest.mark.parametrize("threshold", [0.0, -9.0])
def test_claims_that_were_never_compared(threshold):
    shared = {"day": MONDAY, "event": "ambush"}
    spelled = claim("3 guards killed", name="spelled", source="A", place=AYN_ZAYTUN, **shared)
    unlike = claim("3 people wounded", name="unlike", source="B", place=None, **shared)
    explanation = explained("spelled", "unlike", spelled, unlike, threshold=threshold)
    assert not explanation.joined
    assert f"where {threshold:+.1f} are needed; never compared, as they share no place" in explanation.because


@pytest.mark.parametrize(
    ("a", "b", "message"),
    [("raid", "raid", "one with itself: expected two claims"), ("raid", "riot", "no claim 'riot' among the 2")],
)
def test_what_cannot_be_explained(a, b, message):
    with pytest.raises(RuleError, match=message):
        explained(a, b, RAID, AGAIN)

"""Deeds that hurt nobody and that nobody is named for: a claim of where, when and what, without a toll."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.reconciliation import reconcile
from claimrec.records.article import Article

LEXICON = load_lexicon()
DEEDS = {
    "Two pylons were blown up": "bombing",
    "A bomb went off outside the town hall": "bombing",
    "A grenade was thrown at the empty court": "bombing",
    "The telephone exchange was shelled": "shelling",
    "The mayor's empty house was attacked": "attack",
    "The grain store was bombed from the air": "bombing",
    "A rocket struck the old water tower": "shelling",
    "An attack on the voting tables was reported": "attack",
}
OPENINGS = ("", "Meanwhile, ", "In a separate incident, ", "The governor said ", "Elsewhere, ")
QUIET = "The road to the market was shut for most of the day. "
PLACES = ("Saraqib", "Ariha", "Kafr Nabl")


def claims(text, publisher="Agency A"):
    article = Article(publisher, text, publisher=publisher, published=date(2023, 2, 2))
    return read_claims(article, lexicon=LEXICON)


@given(st.sampled_from(OPENINGS), st.sampled_from(sorted(DEEDS)), st.sampled_from(PLACES))
def test_a_deed_is_read_back(opening, deed, place):
    [claim] = claims(f"{QUIET}{opening}{deed} in {place} on Monday.")
    assert (claim.where.place.name, claim.when.window.first) == (place, date(2023, 1, 30))
    assert (claim.event, claim.tolls, claim.perpetrator) == (DEEDS[deed], (), None)
    assert claim.origin == ("governor" if "governor" in opening else "Agency A")


@pytest.mark.parametrize(
    "text",
    [
        "A bomb could go off in Saraqib on Monday.",  # not done
        "The rebels plan to attack the polls in Saraqib on Monday.",
        "The exchange in Saraqib was not attacked on Monday.",  # denied
        "A bomb went off on Monday.",  # nobody knows where
        "A bomb went off in Syria on Monday.",  # nor here: a country is no place of a deed
        "Clashes were reported in Saraqib on Monday.",  # a fight that hurt nobody
        "A bomb was found in Saraqib on Monday.",  # it never went off
        "The shelling of Saraqib must end.",  # no deed told
    ],
)
def test_no_deed_is_told(text):
    assert claims(QUIET + text) == ()


def test_a_deed_whose_dead_are_counted_is_told_by_the_count():
    [counted] = claims("A bomb went off in Saraqib on Monday. Six villagers were killed in the bombing.")
    assert counted.tolls[0].count.low == 6


def test_a_deed_is_told_once():
    [claim] = claims("A bomb went off in Saraqib on Monday. The bomb damaged a house in Saraqib.")
    assert claim.quote.text == "A bomb went off in Saraqib on Monday."


def test_a_headline_alone_tells_no_deed():
    article = Article("a1", QUIET, publisher="Agency A", published=date(2023, 2, 2), title="Bomb exploded in Saraqib")
    assert read_claims(article, lexicon=LEXICON) == ()


def test_who_did_a_deed_that_hurt_nobody_can_be_disputed():
    told = [
        *claims("A bomb went off outside the court of Saraqib on Monday.", "Agency A"),
        *claims("The court of Saraqib was bombed on Monday by the Syrian army.", "Agency B"),
        *claims("A bomb hit the court in Saraqib on Monday. ISIS claimed responsibility for the bombing.", "Agency C"),
    ]
    result = reconcile(told)
    assert len(result.incidents) == 1
    assert [conflict.kind for conflict in result.conflicts] == ["attribution"]

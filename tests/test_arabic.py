"""Names and figures in Arabic script are those of the Latin spellings; sentences in it are counted as not read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.entries import PlaceEntry, TownEntry
from claimrec.lexicon.loader import load_lexicon
from claimrec.lexicon.romanisation import ARABIC, skeleton
from claimrec.matching.settling import spot_of
from claimrec.reading.claims import read_claims
from claimrec.reading.counts import read_count
from claimrec.reading.names import find_names
from claimrec.reading.tokens import tokenize
from claimrec.reconciliation import extract_claims
from claimrec.records.article import Article
from claimrec.records.claim import Claim, Row, Where
from claimrec.values.count import Count
from claimrec.values.place import Place

LEXICON = load_lexicon()
ENTRIES = {**LEXICON.of(PlaceEntry), **LEXICON.of(TownEntry)}
ARABIC_SENTENCES = "قتل رجلان في مدينة حمص يوم الاثنين. وقال ناشطون إن القصف استمر."
IN_ARABIC = [
    (spelling, entry.country)
    for entry in ENTRIES.values()
    for spelling in entry.spellings
    if ARABIC.search(spelling) and entry.country in ("Syria", "Iraq", "Lebanon")
]


@given(st.sampled_from(IN_ARABIC))
def test_every_listed_name_in_arabic_script_is_a_place(listed):
    spelling, country = listed
    text = f"Two men died in {country}. In {country} they fought. It happened in {spelling} on Monday."
    assert find_names(tokenize(text), text, LEXICON).places[-1].words == spelling


@given(st.integers(0, 10**6), st.sampled_from(["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"]))
def test_arabic_figures_say_the_same_number(number, figures):
    written = str(number).translate(str.maketrans("0123456789", figures))
    assert read_count(f"at least {written} civilians", LEXICON) == read_count(f"at least {number} civilians", LEXICON)


def test_a_claim_with_a_place_a_number_and_a_day_in_arabic_script():
    text = "At least ١٢ civilians were killed in سراقب in Idlib province on ٤ July, a monitor said."
    [claim] = read_claims(Article("a", text, "Agency A", date(2016, 7, 6)), lexicon=LEXICON)
    assert claim.tolls[0].count == Count.at_least(12)
    assert (claim.where.place.name, str(claim.when.window)) == ("Saraqib", "2016-07-04")


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [("خان شيخون", "Khan Sheikhoun"), ("الرقة", "Raqqa"), ("معرة النعمان", "Maarat al-Numan"), ("تلبيسة", "Talbiseh")],
)
def test_the_skeleton_of_a_name_is_that_of_its_latin_spellings(arabic, latin):
    spoken = skeleton(arabic)
    assert spoken == skeleton(latin) or spoken.replace("r", "rt", 1) == skeleton(latin)


def test_a_table_in_arabic_names_the_same_spot():
    here, there = (
        Claim("t", None, ("A",), where=Where(Place(name)), row=Row("t.csv", 2)) for name in ("الرقة", "Raqqa")
    )
    assert spot_of(here, LEXICON).name == spot_of(there, LEXICON).name


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (
            f"Two men were killed in Homs when a shell hit their house on Monday night. {ARABIC_SENTENCES}",
            2,
        ),
        ("Two men were killed in Homs (حمص), the monitor said.", 0),
        ("Two men were killed in Homs, the monitor said.", 0),
    ],
)
def test_arabic_sentences_are_counted_as_not_read(text, counted):
    found = extract_claims([Article("a", text, "Agency A")], lexicon=LEXICON)
    assert len(found.claims) == 1
    reasons = [f"{counted} sentences in Arabic script, which are not read"] if counted else []
    assert [unread.because for unread in found.unread] == reasons


def test_an_article_in_arabic_is_left_out():
    found = extract_claims([Article("a", "قتل رجلان في مدينة حمص يوم الاثنين.")], lexicon=LEXICON)
    assert found.claims == ()
    assert "only English is read" in found.unread[0].because

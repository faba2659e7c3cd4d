"""An invented valley: claims about attacks in it, for tests of matching."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from factory import PACK, claim
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.matching.company import ArticlesByDay
from claimrec.matching.frequencies import Frequencies
from claimrec.matching.rarity import NameFrequencies
from claimrec.values.place import Place
from claimrec.values.window import Window

LEXICON = load_lexicon(PACK, Path(__file__).parent / "packs" / "valley")
"""The test packs' actors, victims, places and events."""

TELL_HARUN = Place("Tell Harun", "Marabad", 35.2, 37.1, 1.5)
AYN_ZAYTUN = Place("Ayn Zaytun", "Marabad", 35.25, 37.12, 1.5)
MARABAD = Place("Marabad", "Marabad", 35.0, 37.0, 8)
GOVERNORATE = Place("Marabad", "Marabad", 35.0, 37.0, 45)
NAMESAKE = Place("Tell Harun", "Sahran", 36.4, 38.9, 1.5)
MONDAY, TUESDAY = date(2023, 5, 8), date(2023, 5, 9)
LARGE = Frequencies(NameFrequencies(0, {}), published=ArticlesByDay({None: 1_000}))
"""A collection of so many articles that two of them are seldom of one incident; names are as rare as in none."""

PLACES = (
    TELL_HARUN,
    Place("Tall Haroun", "Marabad"),
    Place("Tel Haroon"),
    NAMESAKE,
    AYN_ZAYTUN,
    MARABAD,
    GOVERNORATE,
    Place("Old Quarter", "Marabad", 35.01, 37.01, 1),
    Place("Khirbat al-Jawz", "Marabad"),
    Place("Valley", None, 35, 37, 300),
)

TOLLS = (
    "",
    "12 soldiers killed",
    "at least 12 soldiers killed; 9 civilians wounded",
    "27 people killed, including 4 children",
    "several guards killed",
    "no civilians wounded",
    "3 to 5 rebels killed or wounded",
)

_days = st.integers(1, 24).map(lambda day: date(2023, 5, day))


@st.composite
def accounts(draw: st.DrawFn, article: st.SearchStrategy[str] | None = None):
    """Claims of the valley, more or less said."""
    said = draw(st.sampled_from(TOLLS))
    first = draw(st.none() | _days)
    window = first and draw(st.sampled_from([first, Window.on(first), Window.on(first).widened(2)]))
    return claim(
        said,
        source=draw(st.sampled_from(["Agency A", "Agency B", "Rights Monitor"])),
        article=draw(article or st.sampled_from(["a1", "a2", "a3", "a4"])),
        published=draw(st.none() | _days),
        day=window,
        relative=draw(st.booleans()),
        place=draw(st.none() | st.sampled_from(PLACES)),
        event=draw(st.sampled_from([None, "air strike", "rocket fire", "ambush", "riot"])),
        by=draw(st.sampled_from([None, "Northern army", "guards", "Rebel Alliance", "Dune Group"])),
        stance=draw(st.sampled_from(["reported", "claimed", "denied"])),
        level=draw(st.sampled_from(["incident", "incident", "incident", "cumulative"])),
    )

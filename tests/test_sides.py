"""Whose side a voice is on, and what follows for who did it and how that is said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.reading.parsed import parse
from claimrec.reading.sides import side_of
from claimrec.records.article import Article

LEXICON = load_lexicon()


def claim(text):
    article = Article("a1", text, publisher="Agency A", published=date(2024, 3, 6))
    return next(one for one in read_claims(article, lexicon=LEXICON) if one.tolls)


def doer(text):
    done = claim(text).perpetrator
    return (done.actor, done.stance) if done else None


@given(
    st.sampled_from(["Israeli", "Ukrainian", "Nigerian", "Iraqi", "Malian", "Turkish"]),
    st.sampled_from(
        [
            "The {} army said it had killed six gunmen in a raid on the camp.",
            "The {} army said on Tuesday that its forces killed six gunmen in a raid on the camp.",
            "{} officials said their troops had killed six gunmen in a raid on the camp.",
            "Six gunmen were killed by {} forces in a raid on the camp, the {} defence ministry said.",
        ]
    ),
)
def test_whoever_tells_of_its_own_deed_claims_it(state, wording):
    actor = side_of(parse(Article("a", "A raid."), LEXICON), f"{state} army")
    assert actor is not None
    assert doer(wording.replace("{}", state)) == (actor, "claimed")


@given(
    st.sampled_from(["Israeli", "Ukrainian", "Nigerian", "Iraqi", "Malian", "Turkish"]),
    st.sampled_from(["residents", "a doctor", "Human Rights Watch", "the regional health office", "Karim Testov"]),
    st.sampled_from(["{} shelling killed six villagers on Monday, {} said.", "{} troops killed six men, {} said."]),
)
def test_whoever_tells_of_the_deed_of_another_accuses(state, voice, wording):
    actor = side_of(parse(Article("a", "A raid."), LEXICON), f"{state} army")
    assert doer(wording.format(state, voice)) == (actor, "accused")


@pytest.mark.parametrize(
    ("origin", "side"),
    [
        ("Amaq", None),
        ("Aamaq", "Islamic State (ISIS)"),
        ("Boko Haram", "Boko Haram"),
        ("Ukrainian officials", "Ukrainian armed forces"),
        ("Iraq's interior ministry", "Iraqi armed forces"),
        ("Hamas official", "Hamas"),
        ("army", "Sudanese Armed Forces (SAF)"),
        ("Israeli residents", None),
        ("health officials", None),
        ("Southern rebels", None),
        ("residents", None),
    ],
)
def test_the_side_of_a_voice_is_told_by_its_name(origin, side):
    assert side_of(parse(Article("a", "Sudanese warplanes bombed a market."), LEXICON), origin) == side


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hamas said gunfire killed six farmers near the town.", None),
        ("Hamas said that on Tuesday Israeli shells killed six farmers.", ("Israeli armed forces", "accused")),
        ("The Houthi movement said on Sunday that U.S. strikes killed six farmers.", ("US armed forces", "accused")),
        ("A blast hit the bridge and residents said it had killed six farmers.", None),
        (
            "Russia attacked the town. Its missiles killed six farmers, a doctor said.",
            ("Russian armed forces", "accused"),
        ),
        ("Russia spoke of smoke. Their rockets killed six farmers, a doctor said.", (None, "accused")),
        ("Malian soldiers and Wagner mercenaries shot six farmers, a doctor said.", ("Malian armed forces", "accused")),
        (
            "The RSF denied that it attacked the market, where six farmers were killed.",
            ("Rapid Support Forces (RSF)", "denied"),
        ),
        ("Boko Haram claimed responsibility, saying its fighters killed six soldiers.", ("Boko Haram", "claimed")),
        ("Amaq news agency said its fighters killed six soldiers.", ("Islamic State (ISIS)", "claimed")),
        ("Settlers shot six farmers near the village, a doctor said.", (None, "accused")),
        ("The RSF accused Russia of a strike which killed six farmers.", ("Russian armed forces", "accused")),
        ("Hamas said Israel had committed a massacre, killing six farmers.", ("Israeli armed forces", "accused")),
        ("Six farmers were killed in a strike that medics blamed on Israel.", ("Israeli armed forces", "accused")),
        ("A missile fired from Iran killed six farmers.", ("Iranian armed forces", "reported")),
        ("Ukraine's army said it had struck a post, killing six farmers.", ("Ukrainian armed forces", "claimed")),
        ("Thai shelling killed six farmers, a doctor said.", ("Thai armed forces", "accused")),
        ("Army shelling killed six farmers, a Sudanese rights group said.", ("Sudanese Armed Forces (SAF)", "accused")),
        ("Russia killed six farmers, a doctor said; Moscow denies it.", ("Russian armed forces", "accused")),
        (
            "Yahya Saree said the group's fighters killed six soldiers, as Houthi forces shelled.",
            ("Houthis", "claimed"),
        ),
        ("Police shot six farmers near the village, a doctor said.", (None, "accused")),
        ("Six farmers were killed by remnants of the former regime.", ("Assad loyalist fighters", "reported")),
        (
            "Islamic State in the Greater Sahara killed six farmers.",
            ("Islamic State Sahel Province (ISSP)", "reported"),
        ),
        ("M23 rebels shot six farmers near the village.", ("M23", "reported")),
    ],
)
def test_the_doer_is_whoever_acts_and_not_whoever_speaks(text, expected):
    assert doer(text) == expected


def test_nobody_struck_where_nobody_knows_who_it_is():
    text = "A strike hit a market and six farmers were killed. A doctor said it struck at noon, and that it hit a car."
    told = read_claims(Article("a1", text, publisher="Agency A", published=date(2024, 3, 6)), lexicon=LEXICON)
    assert {one.perpetrator for one in told} == {None}

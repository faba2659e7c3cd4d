"""What an article claims: voices, perpetrators, times, places, levels. The articles are written for these tests."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path

import pytest

from claimrec.errors import LanguageError
from claimrec.exchange.articles import read_articles
from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article

LEXICON = load_lexicon()
WEDNESDAY = date(2023, 2, 1)
EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "northwest_syria"


def claims(text, *, title="", publisher="Agency A", published=date(2023, 2, 2)):
    return read_claims(Article("a1", text, publisher=publisher, published=published, title=title), lexicon=LEXICON)


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("Six soldiers were killed.", ()),
        ("The Syrian Observatory for Human Rights said six soldiers were killed.", ("SOHR",)),
        ("Six soldiers were killed, according to SANA.", ("SANA",)),
        ('"Six soldiers were killed," said a local activist.', ("local activist",)),
        ("Six soldiers were killed, a military source told Sputnik.", ("Sputnik", "military source")),
        ("SANA quoted a police source as saying six soldiers were killed.", ("SANA", "police source")),
        ("Anadolu Agency reported six deaths, citing SANA.", ("Anadolu Agency", "SANA")),
        ("SANA reported clashes in Idlib. It said six soldiers were killed.", ("SANA",)),
        ("SANA reported clashes in Idlib. Six soldiers were killed, the agency added.", ("SANA",)),
        ("A war monitor said six soldiers were killed.", ("war monitor",)),
        ("A war monitor said six soldiers were killed. SOHR relies on sources on the ground.", ("SOHR",)),
        ('"We heard a blast in the town. Six soldiers were killed," SANA said.', ("SANA",)),
    ],
)
def test_the_chain_of_voices_runs_from_the_publisher_to_the_origin(text, voices):
    [claim] = [claim for claim in claims(text) if claim.tolls]
    assert claim.voices == ("Agency A", *voices)


def test_a_wire_in_the_dateline_stands_between_publisher_and_origin():
    [claim] = claims("Beirut (AFP) - Six soldiers were killed, SANA said.")
    assert claim.voices == ("Agency A", "AFP", "SANA")


def test_a_lead_that_gives_the_figure_of_a_source_named_below_is_that_source_speaking():
    lead, below = claims("Six soldiers were killed in Idlib. SANA said six soldiers died in the ambush.")
    assert lead.voices == below.voices == ("Agency A", "SANA")


@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        ("An Israeli air strike killed six soldiers.", "Israeli armed forces", "reported"),
        ("Six villagers were killed by Islamic State fighters.", "Islamic State (ISIS)", "reported"),
        ("SANA said Islamic State fighters killed six villagers.", "Islamic State (ISIS)", "accused"),
        ("Aamaq said Islamic State fighters killed six soldiers.", "Islamic State (ISIS)", "claimed"),
        ("A suspected Islamic State attack killed six villagers.", "Islamic State (ISIS)", "accused"),
        ("A shell killed six people in a village held by the Islamic State.", None, None),
        ("Six people were killed in an explosion.", None, None),
    ],
)
def test_the_perpetrator_is_the_doer_that_the_sentence_names(text, actor, stance):
    [claim] = claims(text)
    doer = claim.perpetrator
    assert (doer.actor, doer.stance) == (actor, stance) if doer else actor is None


def test_the_victims_side_is_no_perpetrator():
    [claim] = claims("Six Islamic State fighters were killed in an Islamic State attack.")
    assert claim.perpetrator is None


@pytest.mark.parametrize("verb", ["claimed responsibility for", "denied"])
def test_a_claim_of_responsibility_or_a_denial_is_a_claim_without_tolls(verb):
    text = f"Six soldiers were killed in an attack in Idlib. The Islamic State {verb} the attack."
    _, said = claims(text)
    assert said.tolls == ()
    assert (said.perpetrator.actor, said.perpetrator.stance) == (
        "Islamic State (ISIS)",
        "denied" if verb == "denied" else "claimed",
    )


def test_time_and_place_of_one_sentence_hold_for_the_next():
    first, second = claims("Six soldiers were killed on Wednesday in the town of Saraqib. Another two were wounded.")
    assert first.when.window.first == second.when.window.first == WEDNESDAY
    assert first.where.place.name == second.where.place.name == "Saraqib"


def test_a_finer_place_further_down_is_the_place_of_the_news():
    first, *_ = claims("An air strike killed six people in Idlib province. The strike hit the town of Saraqib.")
    assert first.where.place.name == "Saraqib"


def test_another_town_is_another_incident():
    first, second = claims(
        "Six soldiers were killed in the town of Saraqib, while three civilians were killed in the town of Ariha."
    )
    assert (first.where.place.name, second.where.place.name) == ("Saraqib", "Ariha")


def test_a_separate_attack_is_named_as_separate():
    first, second = claims(
        "Eight soldiers were killed in Idlib. Three soldiers were killed in a separate attack in Hama."
    )
    assert second.id in first.separate_from
    assert first.id in second.separate_from


def test_the_answer_to_a_deed_is_another_incident():
    first, second = claims(
        "Six soldiers were killed by rocket fire on the town of Saraqib. "
        "The army responded by shelling the town of Ariha, killing two fighters."
    )
    assert second.id in first.separate_from


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Eleven soldiers were killed in separate attacks on Wednesday.", "aggregate"),
        ("The war has killed more than 370,000 people since 2011.", "cumulative"),
        ("More than 60 people have been killed since the start of the year.", "cumulative"),
        ("More than 60 people have been killed since 12 January.", "operation"),
        ("The two-week-old battle has cost the lives of 63 rebels.", "operation"),
        ("The shelling has killed 100 people in the last two weeks.", "operation"),
        ("The five-year conflict has killed 470,000 people.", "cumulative"),
        ("Eleven soldiers were killed on Wednesday.", "incident"),
    ],
)
def test_the_level_says_what_is_counted_over(text, level):
    assert [claim.level for claim in claims(text)] == [level]


def test_the_headline_is_read_as_well_and_quoted_from_the_title():
    headline, body = claims("An air strike killed 12 people.", title="12 killed in air strike")
    assert headline.quote.field == headline.tolls[0].quote.field == "title"
    assert body.quote.field == "text"


def test_every_quote_stands_in_the_article():
    text = "At least 27 soldiers were killed, including four officers, SANA said."
    article = Article("a1", text, publisher="Agency A", title="Soldiers killed")
    for claim in read_claims(article, lexicon=LEXICON):
        assert claim.quote.stands_in(article)
        assert all(toll.quote.stands_in(article) for toll in claim.tolls)


def test_a_name_is_kept_nowhere_but_in_the_quote():
    [claim] = claims("Karim Testov was killed in the shelling.")
    [toll] = claim.tolls
    assert (toll.count.low, toll.victims, toll.victims_words) == (1, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Au moins huit soldats ont été tués mercredi dans une attaque près du village de Saraqib.",
        "قتل ثمانية جنود على الأقل في هجوم قرب سراقب يوم الأربعاء",
    ],
)
def test_an_article_that_is_not_english_says_so(text):
    with pytest.raises(LanguageError, match="only English is read"):
        claims(text)


def test_text_in_capitals_is_read_alike():
    text = "At least six soldiers were killed on Wednesday."
    assert [claim.tolls[0].count for claim in claims(text.upper())] == [claim.tolls[0].count for claim in claims(text)]


def test_reading_leaves_no_circular_garbage_so_that_collecting_it_can_wait():
    articles = list(read_articles(EXAMPLE))
    for _ in range(2):  # what the lexicon makes at its first use may hold circles
        gc.collect()
        for article in articles:
            read_claims(article, lexicon=LEXICON)
    assert gc.collect() == 0
    assert gc.isenabled()

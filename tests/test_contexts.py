"""Which incident a sentence speaks of, and when and where that was."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.casualties import find_casualties
from claimrec.reading.claims import read_claims
from claimrec.reading.contexts import MOST_NUMBERS, Context
from claimrec.reading.parsed import parse
from claimrec.records.article import Article

LEXICON = load_lexicon()


def claims(text, *, title=""):
    article = Article("a1", text, publisher="Agency A", published=date(2023, 2, 2), title=title)
    return read_claims(article, lexicon=LEXICON)


SENTENCES = (
    "Six soldiers were killed in Aden on Monday.", "At least 12 people, including two women, were killed in Sanaa.",
    "Two were killed in a separate attack in Kharkiv.", "Clashes broke out in Saraqib.", "The group said so.",
    "Eleven people were killed in separate attacks.", '"We lost two men," a witness said.', "The toll rose to 14.",
    "The police blamed Boko Haram for the attack.", "More than 60 people have been killed since the start of the year.",
)  # fmt: skip


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map(" ".join))
def test_quotes_stand_in_the_article_parts_point_to_wholes_and_separate_is_mutual(text):
    text = f"This is the news of the day. {text}"
    found = {claim.id: claim for claim in claims(text)}
    article = Article("a1", text)
    for claim in found.values():
        assert all(quote.stands_in(article) for quote in (claim.quote, *(toll.quote for toll in claim.tolls)))
        assert all(claim.tolls[toll.part_of].part_of is None for toll in claim.tolls if toll.part_of is not None)
        assert all(claim.id in found[other].separate_from for other in claim.separate_from)


def spots(text, **field):
    return [claim.where and claim.where.place.name for claim in claims(text, **field)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six were killed in Aden. Six were killed in Sanaa.", ["Aden", "Sanaa"]),
        ("Six were killed in the town of Saraqib. Two were killed in the nearby town of Ariha.", ["Saraqib", "Ariha"]),
        ("Clashes broke out in the town of Saraqib. Six were killed.", ["Saraqib"]),
        ("Meanwhile, clashes broke out in Saraqib. Six were killed.", ["Syria"]),
        ("Six were killed in the town of Saraqib. Clashes broke out.", ["Saraqib"]),
        ("Clashes broke out. Six were killed.", [None]),
        ("Two died in Aden. On Sunday six were killed and ten wounded in Saraqib.", ["Aden", "Saraqib"]),
        ("On Sunday six were killed in Aden and on Monday ten died in Saraqib.", ["Aden", "Saraqib"]),
        ("Two died in Aden. Six were killed in Saraqib and ten hurt by rockets.", ["Aden", "Saraqib"]),
        ("Six were killed after two guards died in Saraqib.", ["Syria", "Saraqib"]),
        ("Activists in Saraqib said six were killed.", ["Syria"]),
        ("Six were killed in Idlib province. The strike that killed six hit the town of Saraqib.", ["Saraqib"] * 2),
        (
            "The bombardment killed six in Idlib on Wednesday. The bombardment struck Saraqib, where two were killed.",
            ["Saraqib"] * 2,
        ),
        (
            "Six were killed in separate attacks in Saraqib. Six were killed in separate attacks in Idlib province.",
            ["Idlib governorate"] * 2,
        ),
        ("Six were killed in a town in northern Syria. A car blew up in Qamishli on Monday.", ["Qamishli"]),
        ("Six were killed in a town in northern Syria. A car blew up in Daraa city.", ["Northern Syria", "Daraa"]),
        (
            "A strike hit a clinic in a village near Aleppo and killed six. The clinic in Saraqib was levelled.",
            ["Saraqib"],
        ),
        (
            "Shelling killed six near Idlib on Tuesday. The shelling struck Saraqib, where a pilot died on Monday.",
            ["Saraqib"] * 2,
        ),
        ("The shelling killed six in Idlib. The attack struck Saraqib, where two were killed.", ["Saraqib"] * 2),
        ("Six were killed in a mosque. The strike hit the village of Testabad.", ["Testabad"]),
        ("Six were killed in Aden. Soldiers were killed in the town.", ["Aden"] * 2),
        ("Six were killed in the Midan district of Damascus. A man was hurt in Hadar village.", ["Midan", "Hader"]),
        ("Six were killed in the Midan district. A man was hurt in Damascus city.", ["Midan", "Midan"]),
        ("Terrorists positioned in Saraqib and Idlib fired rockets on the city of Aden, killing six.", ["Aden"]),
        ("A market in a village located in Saraqib was hit and six died.", ["Saraqib"]),
        (
            "Six were killed in Saraqib on Monday. Two were killed and four more were wounded on Tuesday in Aden.",
            ["Saraqib", "Aden"],
        ),
        ("Six were killed in Aden. MOSCOW (Sputnik) Terrorists fired shells and injured three more.", ["Aden"] * 2),
        ("Shells hit al-Midan neighborhood in Aleppo city, killing three.", ["Midan"]),
        ("Ten were killed in Atareb on Monday. Meanwhile six others were killed in Manbij.", ["Atareb", "Manbij"]),
        (
            "Six were killed in Saraqib. The army replied with rockets on Ariha. No casualties were reported there.",
            ["Saraqib", "Ariha"],
        ),
        ("Six were killed in the town of Saraqib and two taken to Idlib city.", ["Saraqib"]),
        ("Five were killed in Idlib. Two soldiers and three guards were killed in Idlib.", ["Idlib"] * 2),
        ("Six were killed in Yemen. A jet bombed the village of Testabad, an aide said.", ["Testabad"] * 2),
        ("Six were killed in Yemen. An air raid had struck the town of Testabad.", ["Testabad"]),
        ("Gunmen stormed the village of Testabad at dawn. Six were killed.", ["Testabad"]),
        ("A raid was held in Testabad Village of Kanbal Township. Six died.", ["Testabad"]),
        ("Six were killed at a church at Testu, Aden governorate.", ["Testu"]),
        ("BANGKOK (Agency A) - Air strikes by Yemen's army killed six.", ["Yemen"]),
    ],
)
def test_where_it_was(text, expected):
    assert spots(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six were killed, police said on Sunday.", [28]),
        ("The group on Tuesday reported that six were killed on Monday.", [30]),
        ("Six were killed on Monday. Six were killed on Tuesday.", [30, 31]),
        ("Six were killed on Monday. Another two were wounded.", [30, 30]),
        ("Six were killed, two medics told our correspondent on Tuesday. The raid was on Monday.", [30]),
        ("The state on Tuesday blamed rebels for a blast that killed six. It hit the school on Monday.", [30]),
        ("Eleven were killed in separate attacks on Monday. Six were killed.", [30, 30]),
        ("Clashes broke out in Saraqib on Monday. Six were killed.", [30]),
        ("Ten died in Saraqib. Meanwhile six were killed in Saraqib. It happened on Tuesday.", [31, 31]),
        ("Ten died in Saraqib. Meanwhile six were killed. It happened on Tuesday.", [30, 31]),
        ("The mayor told them six were killed on Tuesday.", [31]),
    ],
)
def test_when_it_was(text, expected):
    assert [claim.when.window.first.day for claim in claims(text)] == expected


def test_a_village_that_nobody_knows_lies_in_the_province_told_before():
    [claim] = claims("Six were killed in Idlib province. The strike hit the village of Testabad.")
    assert (claim.where.place.name, claim.where.place.admin) == ("Testabad", "Idlib governorate")


@given(
    st.sampled_from(["pilot", "journalist", "mayor", "commander", "medic", "boy"]),
    st.sampled_from(["Sunday", "Monday"]),
)
def test_the_pilot_is_the_one_told_of_before_whatever_stands_between(noun, day):
    told = f"A {noun} was killed in the town of Saraqib on {day}. Six were killed in Ariha on Tuesday."
    [first, _, again, remark] = claims(f"{told} Officials condemned the killing of the {noun}.")
    assert again.when == first.when == remark.when
    assert again.where == first.where == remark.where
    assert (remark.origin, remark.tolls) == ("Officials", ())


def test_a_pilot_may_be_another_one():
    told = "A pilot was killed in the town of Saraqib on Sunday. Six were killed in Ariha on Tuesday."
    first, _, other = claims(f"{told} A pilot was killed on Tuesday.")
    assert first.when != other.when


@given(
    st.sampled_from(["one day", "a day", "two days", "three days", "a week"]), st.sampled_from(["comes", "came just"])
)
def test_a_sentence_that_looks_back_tells_of_another_incident_so_long_before(gap, comes):
    back = {"one day": 1, "a day": 1, "two days": 2, "three days": 3, "a week": 7}[gap]
    news = "At least 80 people were killed in the town of Saraqib on Tuesday."
    text = f"{news} The strike {comes} {gap} after 15 people were killed in an attack on Ariha."
    now, before = claims(text)
    assert before.when.window.first == now.when.window.first - timedelta(days=back)
    assert (now.where.place.name, before.where.place.name) == ("Saraqib", "Ariha")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "the attack" is the one looked back on until its toll is told
        (
            "Six died in Saraqib on Tuesday. The raid came two days after rockets hit Ariha. The attack left 9 dead.",
            [("Saraqib", 31), ("Ariha", 29)],
        ),
        ("Six were killed in Saraqib on Tuesday, a day after two died in Ariha.", [("Saraqib", 31), ("Ariha", 30)]),
        ("Six were killed in Saraqib on Tuesday, days after two died in Ariha.", [("Saraqib", 31), ("Ariha", 24)]),
        ("Six were killed in Saraqib on Tuesday, a day before two died in Ariha.", [("Saraqib", 31), ("Ariha", None)]),
        ("The raid came a day after six were killed in Ariha. It lasted an hour.", [("Ariha", 29)]),
        ("Saraqib lies near Ariha, the town where six were killed on Tuesday.", [("Ariha", 31)]),
        ("The group claimed responsibility on Wednesday for killing six in Ariha on Tuesday.", [("Ariha", 31)]),
        ("The group claimed responsibility on Wednesday for killing six in Ariha.", [("Ariha", 31)]),
        ("Six soldiers and a guard were killed in Ariha on Tuesday.", [("Ariha", 31)]),
    ],
)
def test_what_a_sentence_looks_back_on(text, expected):
    found = [(claim.where.place.name, claim.when and claim.when.window.first.day) for claim in claims(text)]
    assert found == expected


def test_a_sentence_that_begins_with_its_day_tells_when_it_was():
    [claim] = claims("Monday saw six soldiers killed in the town.")
    assert claim.when.window.first == date(2023, 1, 30)


def test_far_down_only_a_known_event_says_more_of_the_news():
    padding = "The road stayed closed and the shops were shut. " * 14
    lead = "A strike killed six in Idlib province. "
    assert spots(lead + padding + "A strike hit the town of Saraqib.") == ["Idlib governorate"]
    assert spots(lead + padding + "The strike hit the town of Saraqib.") == ["Saraqib"]


def test_far_down_a_country_is_told_more_finely_but_the_day_is_no_longer_that_of_the_news():
    padding = "The road stayed closed and the shops were shut. " * 14
    [claim] = claims(f"A strike killed six in Syria. {padding}A strike hit the town of Saraqib on Monday.")
    assert (claim.where.place.name, claim.when.window.days) == ("Saraqib", 4)


def test_a_toll_that_later_ones_add_up_to_is_a_sum_over_them():
    levels = [claim.level for claim in claims("Nine were killed. Six were killed in Aden. Three were killed in Sanaa.")]
    assert levels == ["aggregate", "incident", "incident"]


@given(st.integers(10, 20), st.integers(10, 20))
def test_a_loose_toll_may_be_any_sum_that_it_allows(one, other):
    text = f"Some {one + other} people were killed. {one} were killed in Aden. {other} were killed in Sanaa."
    assert [claim.level for claim in claims(text)] == ["aggregate", "incident", "incident"]


def test_a_sum_over_a_province_happened_in_it():
    text = "Almost a dozen soldiers were killed in Idlib province. Eight died in Saraqib. Three died in Ariha."
    assert spots(text) == ["Idlib governorate", "Saraqib", "Ariha"]


def test_an_incident_is_known_by_its_latest_numbers():
    text = " ".join(f"{number} were killed in Saraqib." for number in range(100, 101 + MOST_NUMBERS))
    parsed = parse(Article("a1", text), LEXICON)
    told = [casualty for sentence in parsed.sentences for casualty in find_casualties(parsed, sentence)]
    incident = Context()
    for casualty in told[:-1]:
        incident.tell(casualty)
    assert all(incident.repeats(casualty) for casualty in told[:-1])
    incident.tell(told[0])
    incident.tell(told[-1])
    assert [casualty for casualty in told if not incident.repeats(casualty)] == [told[1]]


def test_similar_attacks_are_other_ones():
    text = "Six were killed in an air strike in Saraqib. Six died in similar attacks near Saraqib."
    one, other = claims(text)
    assert one.separate_from == (other.id,)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        (
            "Eight were killed in Aden. Five medics were among the dead. Four men died in Sanaa. A guard died in Taiz.",
            ["incident", "incident", "incident", "incident"],
        ),
        (
            "Nine were killed. Six were killed in Aden. Four were killed in Taiz. Two died in Marib. One died in Ibb.",
            ["aggregate", "incident", "incident", "incident", "incident"],
        ),
    ],
    ids=["the incident had more dead before", "its parts are of another sum"],
)
def test_numbers_that_add_up_by_chance_are_no_sum(text, levels):
    assert [claim.level for claim in claims(text)] == levels


@pytest.mark.parametrize(
    "text",
    [
        "The Aden police said one man was killed while three others were injured in an attack on the town of Taiz.",
        "A man has died after a shooting that left three others wounded in Taiz last week.",
        "A shooting left three others wounded in Taiz last week after a man had been killed.",
    ],
)
def test_those_beside_whom_others_are_counted_are_of_one_incident(text):
    [claim] = claims(text)
    assert {toll.effect for toll in claim.tolls} == {"killed", "wounded"}


def test_others_of_the_same_effect_may_be_of_another_incident():
    assert len(claims("One man was killed in Aden while three others were killed in the town of Taiz.")) == 2


def test_a_part_of_a_toll_tells_which_incident_is_meant():
    text = "Four pupils were among eight people killed in Aden on Monday. On Sunday two men died in Taiz."
    headline, lead, other = claims(text, title="Shelling kills four pupils")
    assert headline.when == lead.when != other.when
    assert headline.where == lead.where != other.where

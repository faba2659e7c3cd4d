"""Claims of another program held against the article: what stands there is kept, else the reason given."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.errors import LanguageError
from claimrec.exchange.claims import Claims, claim_line
from claimrec.exchange.grounding import ground
from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.reading.said_numbers import follows, numbers_said
from claimrec.reconciliation import extract_claims
from claimrec.records.article import Article
from claimrec.values.count import Count

LEXICON = load_lexicon()
TEXT = (
    "At least 12 soldiers were killed on Tuesday near Saraqib, a monitor said. “Three men and two women died,” said a\n"
    "doctor. A nurse was wounded. No one was hurt in Ariha. At least 12 soldiers had died in Homs."
)
ARTICLE = Article("a1", TEXT, "Agency A", title="Twelve die")
TOLL = {"effect": "killed", "low": 12, "high": None, "quote": "At least 12 soldiers"}


def grounded(value, article=ARTICLE):
    return ground(value if isinstance(value, str) else json.dumps(value), article, lexicon=LEXICON)


def reasons(value, article=ARTICLE):
    return [unread.because for unread in grounded(value, article).unread]


def claim(*tolls, **said):
    return {"quote": TEXT[:73], "tolls": list(tolls), **said}


@given(
    st.lists(st.sampled_from(["Idlib", "Homs", "Saraqib"]), min_size=1, max_size=4),
    st.lists(st.integers(1, 90), min_size=4, max_size=4),
    st.sampled_from(["soldiers", "civilians", "rebels"]),
)
def test_what_claimrec_reads_stands_in_the_article_whole(places, numbers, people):
    pairs = zip(places, numbers, strict=False)
    text = " ".join(f"A raid killed at least {number} {people} in {place} on Monday." for place, number in pairs)
    article = Article("a2", text, "Agency B")
    claims = read_claims(article, lexicon=LEXICON)
    found = grounded("\n".join(map(claim_line, claims)), article)
    assert found == Claims(claims)


@given(st.integers(0, 40), st.integers(0, 40))
def test_a_number_follows_from_the_words_or_is_refused(said, claimed):
    quote = f"{said} soldiers were killed"
    value = {"quote": quote, "tolls": [{"effect": "killed", "low": claimed, "high": claimed}]}
    found = grounded(value, Article("a2", f"In Homs {quote} on Monday."))
    assert bool(found.claims) == (said == claimed)
    assert [unread.because for unread in found.unread] == (
        [] if said == claimed else [f"claim 1, tolls[0]: “{quote}” says {said}, not {claimed}"]
    )


@pytest.mark.parametrize(
    ("words", "count", "holds"),
    [
        ("three men and two women", Count.exactly(5), True),
        ("three men and two women", Count.exactly(4), False),
        ("a senior rebel was killed", Count.exactly(1), True),
        ("soldiers were killed", Count.at_least(2), True),
        ("a soldier and three civilians", Count.exactly(4), True),
        ("three civilians", Count.at_least(2), False),
        ("No one was hurt", Count.exactly(0), True),
        ("the death toll rose to 12", Count.exactly(12), True),
        ("the death toll rose to 12", Count.exactly(0), False),
        ("dozens of civilians", Count.at_least(12), True),
        ("rebel leader", Count.exactly(1), False),
        ("the attack on Homs", Count.exactly(1), False),
    ],
)
def test_which_numbers_follow_from_words(words, count, holds):
    assert follows(count, words, LEXICON) == holds


def test_long_lists_of_numbers_take_no_time():
    assert not follows(Count.exactly(1), " ".join(["2 men and"] * 2_000), LEXICON)
    assert len(numbers_said(" ".join(["2 men and"] * 50), LEXICON)) == 50


@pytest.mark.parametrize(
    "written",
    [
        json.dumps(claim(TOLL)),
        json.dumps([claim(TOLL)]),
        json.dumps({"claims": [claim(TOLL)]}),
        json.dumps(claim(TOLL)) + "\n\n" + json.dumps(claim(TOLL)),
        json.dumps(claim({**TOLL, "quote": {"start": 900, "end": 920, "text": "At  least 12\nsoldiers"}})),
    ],
)
def test_one_claim_a_list_an_object_or_lines(written):
    found = grounded(written)
    assert found.unread == ()
    [only] = found.claims
    assert (only.article, only.voices, only.tolls[0].quote.start) == ("a1", ("Agency A",), 0)
    assert only.quote.stands_in(ARTICLE)


def test_of_several_places_the_one_inside_the_claims_quote_or_near_the_given_start():
    [second] = grounded({"quote": "At least 12 soldiers had died in Homs", "tolls": [TOLL]}).claims
    assert second.tolls[0].quote.start == second.quote.start > 100
    near = {"quote": {"text": "At least 12 soldiers", "start": 150}, "tolls": [TOLL]}
    assert grounded(near).claims[0].quote.start == second.quote.start


def test_a_hostile_quote_takes_no_time():
    article = Article("a2", "a " * 100_000)
    assert reasons({"quote": "a " * 5_000 + "b", "tolls": []}, article)[0].endswith("does not stand in the article")
    assert len(grounded({"quote": "a " * 5_000, "tolls": []}, article).claims) == 1


def test_quotation_marks_and_the_headline():
    [told] = grounded({"quote": '"Three men and two women died," said a doctor', "tolls": []}).claims
    assert told.quote.text.startswith("“Three")
    head = {"quote": {"text": "Twelve die", "field": "title"}, "tolls": [{"effect": "killed", "low": 12, "high": 12}]}
    assert grounded(head).claims[0].tolls[0].quote.field == "title"


@pytest.mark.parametrize(
    ("value", "because"),
    [
        (claim(TOLL, quote="Nine soldiers"), "claim 1: “Nine soldiers” does not stand in the article"),
        (claim(TOLL, quote={"text": "Nine", "field": "title"}), "claim 1: “Nine” does not stand in the headline"),
        (claim(TOLL, quote={"text": " "}), "claim 1: “ ” does not stand in the article"),
        (claim(TOLL, quote=None), 'claim 1: "quote" should be an object with keys, not None'),
        (claim(TOLL, article="b9"), "claim 1: it is about article 'b9'"),
        (claim(TOLL, level="war"), 'claim 1: "level" should be one of'),
        (claim({**TOLL, "effect": "hurt"}), 'claim 1: "tolls[0].effect" should be one of'),
        (claim({**TOLL, "quote": "Ten"}), "claim 1, tolls[0]: “Ten” does not stand in the article"),
        (claim({**TOLL, "low": "12"}), "claim 1, tolls[0]: \"tolls[0].low\" should be a whole number, not '12'"),
        (claim({**TOLL, "quote": "near Saraqib"}), "claim 1, tolls[0]: “near Saraqib” names no number, not at"),
        (claim({**TOLL, "low": 5, "high": 3}), "claim 1, tolls[0]: a count cannot run from 5 down to 3"),
        (claim(TOLL, where={"name": "Ariha", "words": "in Arihah"}), "claim 1, where: “in Arihah” does not stand"),
        ([7], "claim 1: expected an object with keys, not 7"),
        ("{nonsense", "claim 1: not JSON: "),
        ("[" * 100_000, "claim 1: not JSON"),
    ],
)  # fmt: skip
def test_what_fails_is_returned_with_its_reason(value, because):
    [reason] = reasons(value)
    assert reason.startswith(because)


def test_a_part_that_does_not_stand_there_is_left_out_alone():
    said = claim(
        TOLL, where={"name": "Saraqib", "words": "near Saraqib"}, perpetrator={"words": "jets", "stance": "reported"}
    )
    found = grounded(said)
    [only] = found.claims
    assert (only.where.place.name, only.perpetrator) == ("Saraqib", None)
    assert [str(unread) for unread in found.unread] == [
        "article a1: claim 1, perpetrator: “jets” does not stand in the article"
    ]


def test_a_part_of_a_toll_that_fails_fails_with_it_and_others_keep_their_place():
    whole, part = {**TOLL, "low": 90}, {"effect": "killed", "low": 12, "high": None, "part_of": 0}
    found = grounded(claim(whole, TOLL, part, {**part, "part_of": 1}))
    assert [toll.part_of for toll in found.claims[0].tolls] == [None, 0]
    assert [unread.because.partition(": ")[0] for unread in found.unread] == ["claim 1, tolls[0]", "claim 1, tolls[2]"]


def test_a_claim_none_of_whose_tolls_hold_is_left_out():
    assert grounded(claim({**TOLL, "low": 90})).claims == ()


def test_another_reader_reads_in_the_place_of_claimrecs_own():
    def model(article):
        if article.id == "b":
            raise LanguageError("article b: only verse is read")
        return ground(json.dumps([claim(TOLL), claim({**TOLL, "low": 90})]), article, lexicon=LEXICON)

    found = extract_claims([ARTICLE, Article("b", "Two died.")], reader=model)
    assert [toll.count for one in found for toll in one.tolls] == [Count.at_least(12)]
    assert [str(unread).partition(":")[0] for unread in found.unread] == ["article a1", "article b"]
    assert extract_claims([ARTICLE], reader=lambda _: ()) == Claims(())

"""The page: one file without scripts, whole and safe whatever stands in it, with every figure and its words."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimrec.exchange.claims import load_claims
from claimrec.judging.judgement import Found
from claimrec.matching.evidence import Evidence, Finding
from claimrec.reconciliation import reconcile
from claimrec.records.article import Article, Quote
from claimrec.records.claim import Claim, Perpetrator, Row, Toll, When, Where
from claimrec.records.unread import Unread
from claimrec.showing.accounts import claims_in
from claimrec.showing.html import page
from claimrec.showing.markup import element, joined
from claimrec.values.count import UNKNOWN, Count
from claimrec.values.place import Place
from claimrec.values.window import Window

CASE = Path(__file__).parent / "cases" / "hill_raid.jsonl"
HOSTILE = [
    "<script>alert(1)</script>",
    "</style></details></body>",
    "\"' onmouseover=alert(1) x='",
    "&lt;b&gt; &amp; &#x3c;",
    "x" * 10_000,
    "\u202e\u2066\u200f27 \x1b[31m\x00\ud800",
    "قتل ١٢ جنديا",
]


class Outline(HTMLParser):
    """The elements of a page, in order; fails on one that is closed in the wrong place."""

    def __init__(self, text):
        super().__init__()
        self.open, self.names, self.ids, self.links, self.attributes, self.texts = [], [], [], [], set(), []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value for name, value in attrs if name == "id"]
        self.links += [value for name, value in attrs if name == "href"]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)


@pytest.fixture(scope="module")
def result():
    return reconcile(load_claims(CASE), unread=[Unread("not UTF-8", file="old.txt")])


def claim_of(words, article="a9"):
    quote = Quote(article, 0, len(words), words)
    toll = Toll("killed", Count.exactly(2), quote, victims=words)
    perpetrator = Perpetrator(words, None, "accused")
    return Claim(
        article, quote, (words, words + "2"), event=words, where=Where(Place(f"P{words}")), perpetrator=perpetrator,
        tolls=(toll,), row=Row(words, 3),
    )  # fmt: skip


def test_the_page_is_whole_and_each_link_leads_somewhere(result):
    outline = Outline(page(result))
    assert len(set(outline.ids)) == len(outline.ids)
    assert {link.removeprefix("#") for link in outline.links} <= set(outline.ids)


def test_nothing_runs_and_nothing_is_fetched(result):
    text = page(result)
    outline = Outline(text)
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(outline.names)
    assert not [name for name in outline.attributes if name.startswith("on") or name == "src"]
    assert "default-src &#x27;none&#x27;" in text
    assert not re.search(r"url\(|@import|https?://", text)


def test_it_has_landmarks_and_headings_in_order(result):
    names = Outline(page(result)).names
    assert {"header", "main", "nav", "footer"} <= set(names)
    levels = [int(name[1]) for name in names if re.fullmatch(r"h\d", name)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_incident_voice_figure_and_conflict_stands_on_it(result):
    text = " ".join("".join(Outline(page(result)).texts).split())
    for judgement in result.incidents:
        assert all(voice.origin in text for voice in judgement.voices)
        assert all(conflict.because[1:] in text for conflict in judgement.conflicts)
    for words in ("Nearly 20 soldiers", "16 to 20", "more than 20 of the army's men", "1 entry left out", "old.txt"):
        assert words in text


def test_conflicts_stand_under_the_names_of_their_voices_each_pair_once(result):
    disputes = [part.split("</h5>") for part in page(result).split("<h5>")[1:]]
    assert len(disputes) < sum(one.severity != "note" for judgement in result.incidents for one in judgement.conflicts)
    for judgement in result.incidents:
        numbers = {
            name: [int(number) for number in re.findall(rf'id="conflict-{judgement.incident.id}-(\d+)"', part)]
            for name, part in disputes
        }
        for number, one in enumerate(judgement.conflicts, start=1):
            if one.severity != "note":
                [name] = [name for name, under in numbers.items() if number in under]
                assert all(
                    voice.origin in name for voice in judgement.voices if set(voice.claims) & set(claims_in(one))
                )


def test_a_replaced_figure_is_struck_and_says_by_what(result):
    assert re.search(r"<s[^>]*>2</s>.{0,200}replaced by 4", page(result))


def test_an_aggregate_leads_to_its_parts(result):
    [aggregate] = [judgement for judgement in result.incidents if judgement.parts]
    links = Outline(page(result)).links
    assert all(links.count(f"#incident-{part}") == 2 for part in aggregate.parts)  # once in the index


def test_it_names_the_word_lists_and_the_conventions(result):
    strictly = attrs.evolve(
        result, method=attrs.evolve(result.method, lexicons=("common", "hill"), conventions="strict")
    )
    shown = page(strictly)
    assert "word lists: common, hill; " in shown
    assert "are worth: strict." in shown


def test_it_never_says_who_is_right(result):
    text = " ".join(Outline(page(result)).texts).lower()
    assert "does not say who is right" in text
    assert not re.search(r"\b(false|wrong|lie|lied|correct|proved|debunked)\b", text)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_changes_no_element(words):
    plain = Outline(page(reconcile([claim_of("y" * len(words))])))
    hostile = page(reconcile([claim_of(words)]))
    hostile.encode()
    assert Outline(hostile).names == plain.names
    assert Outline(hostile).attributes == plain.attributes
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x09\x0b-\x1f\x7f]", hostile)


@settings(max_examples=25)
@given(words=st.text(min_size=1, max_size=9))
def test_any_text_changes_no_element(words):
    plain = page(reconcile([claim_of("y" * len(words))]))
    assert Outline(page(reconcile([claim_of(words)]))).names == Outline(plain).names


@given(parts=st.lists(st.text()))
def test_markup_shows_texts_as_they_are_or_harmless(parts):
    shown = Outline(element("p", *parts)).texts
    assert "".join(shown).count("<") == "".join(parts).count("<")
    assert joined(joined(*parts)) == joined(*parts)


def test_titles_and_addresses_of_the_articles_lead_out_only_to_the_web():
    claims = [claim_of("two killed", article) for article in ("good", "bad", "bare")]
    articles = [
        Article("good", "x", title="A <title>", url="https://example.org/?a=1&b=2"),
        Article("bad", "x", title="Bad", url="javascript:alert(1)"),
    ]
    text = page(reconcile(claims), articles)
    assert "https://example.org/?a=1&b=2" in Outline(text).links
    assert "A <title>" in Outline(text).texts
    assert "javascript" not in text
    assert "article bare" in "".join(Outline(text).texts)


def test_a_very_long_quotation_is_cut_and_says_so():
    quote = Quote("a1", 0, 17_000, "many were killed " * 1000)
    far = Toll("killed", Count.at_least(2), Quote("a1", 16_983, 16_987, "many"))
    text = page(reconcile([Claim("a1", quote, ("A",), tolls=(far,))]))
    assert "(15,800 more characters) […] <mark>many</mark>" in text


def test_figures_outside_the_quotation_and_rows_without_one_are_shown():
    outside = Toll("killed", Count.at_least(3), Quote("a1", 90, 95, "three"))
    overlapping = [
        Toll("killed", Count(2, 2), Quote("a1", start, end, "two dead"[start:end])) for start, end in ((0, 8), (2, 5))
    ]
    claim = Claim("a1", Quote("a1", 0, 8, "two dead"), ("A",), tolls=(*overlapping, outside))
    row = Claim("t", None, ("B",), tolls=(Toll("wounded", UNKNOWN, Quote("t", 0, 4, "some")),), row=Row("t.csv", 7))
    text = page(reconcile([claim, row]))
    assert "<mark>two dead</mark> […] <mark>three</mark>" in text
    assert "t.csv, row 7" in text
    assert ">unknown<" in text


def test_a_silent_voice_and_another_day_place_and_kind_are_said(result):
    [judgement] = [one for one in result.incidents if one.where and one.where.name == "Kabanah"]
    first, *rest = judgement.incident.claims
    elsewhere = attrs.evolve(
        first,
        tolls=(),
        event="ambush",
        where=Where(Place("Kinsabba", "Latakia")),
        when=When(Window.parse("2022-11-10")),
        name="z",
    )
    changed = attrs.evolve(
        judgement,
        incident=attrs.evolve(judgement.incident, claims=(elsewhere, *rest)),
        found=Found(
            voices=tuple(
                attrs.evolve(voice, claims=tuple("z" if id_ == first.id else id_ for id_ in voice.claims))
                for voice in judgement.voices
            )
        ),
        conflicts=(),
    )
    text = page(attrs.evolve(result, incidents=(changed,), review=()))
    for words in ("gives no toll", "says ambush", "says Kinsabba, Latakia", "says 10 November 2022"):
        assert words in text


def test_pairs_to_review_show_their_evidence(result):
    a, b = (claim.id for claim in result.claims[:2])
    findings = (
        Finding("day", "same day", 4.0, "both 9 November"),
        Finding("level", "not said", 0.0, ""),
        Finding("place", "far apart", float("-inf"), "80 km apart"),
    )
    text = page(attrs.evolve(result, review=(Evidence(a, b, -8, findings),)))
    assert "One incident or two?" in text
    assert "both 9 November <span>+4.0 bits</span>" in text
    assert "80 km apart <span>ruled out</span>" in text


def test_without_claims_it_is_still_a_page():
    assert "No incident was found." in page(reconcile([]))

"""What a notebook and a terminal show of values by themselves: compact, folded where long, as on the page."""

import copy
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest
from factory import unsure
from rich.console import Console

from claimrec.exchange.claims import Claims, load_claims
from claimrec.outlets.compare import compare_outlets
from claimrec.reconciliation import reconcile
from claimrec.records.shown import Listing
from claimrec.showing.brief import LONGEST, brief
from claimrec.showing.notebook import IN_SIGHT, MOST, section
from claimrec.showing.outlet_tables import OUTLET_TABLES
from claimrec.showing.summary import summary_words
from claimrec.showing.terminal import plain
from claimrec.values.count import Count

CASE = Path(__file__).parent / "cases" / "hill_raid.jsonl"
LISTINGS = ("claims", "tolls", "incidents", "ranges", "conflicts", "review")


class Words(HTMLParser):
    """The words of an HTML display without its style."""

    def __init__(self, text):
        super().__init__()
        self.said, self.names = [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, _):
        self.names.append(tag)

    def handle_data(self, data):
        if self.names[-1] != "style":
            self.said.append(data)


def words_of(value):
    return " ".join(" ".join(Words(value._repr_html_()).said).split())


def printed(value, width=200):
    console = Console(width=width, file=io.StringIO())
    console.print(value)
    return " ".join(console.file.getvalue().split())


@pytest.fixture(scope="module")
def result():
    return reconcile(load_claims(CASE))


@pytest.fixture(scope="module")
def shown(result):
    """One value of each kind that shows itself."""
    kabanah = next(one for one in result.incidents if one.where and one.where.name == "Kabanah")
    a, b = kabanah.incident.claims[:2]
    pair = result.explain(a.id, b.id)
    listings = [getattr(result, name) for name in LISTINGS]
    return [result, *listings, kabanah, kabanah.incident, a, kabanah.conflicts[0], pair, pair.evidence, Claims((a, b))]


def test_everything_shows_itself_without_scripts_and_fetches_nothing(shown):
    for value in shown:
        text = value._repr_html_()
        assert text.startswith('<div class="claimrec"><style>')
        assert not {"script", "link", "img", "iframe"} & set(Words(text).names)
        assert not re.search(r"url\(|@import|https?://|\son\w+=", text)


def test_a_notebook_and_a_terminal_say_the_same_of_every_listing(result):
    for listing in (*(getattr(result, name)[:3] for name in LISTINGS if name != "review"), unsure().review):
        told = brief(listing, MOST)
        assert told.rows
        for cell in (cell for row in told.rows for cell in row):
            assert " ".join(cell.split()) in words_of(listing)
            assert all(word in printed(listing) for word in cell.split())


def test_a_result_opens_to_its_incidents(result):
    text = words_of(result)
    assert summary_words(result) in text
    assert result._repr_html_().count('<details class="opening">') == len(result.incidents)
    for judgement in result.incidents:
        assert all(conflict.because[1:] in text for conflict in judgement.conflicts)


def test_long_results_fold_and_say_how_much_is_folded(result):
    many = attrs.evolve(result, incidents=tuple(result.incidents) * 60)
    text = many._repr_html_()
    assert text.count('<details class="opening">') <= 3 * 12
    assert re.search(r"<summary>[\d,]+ more</summary>", text)
    assert re.search(r"and [\d,]+ more", text)
    assert re.search(r"and [\d,]+ more", printed(many))
    assert len(text) < 20 * len(result._repr_html_())


def test_a_long_listing_shows_ten_rows_folds_two_hundred_and_counts_the_rest(result):
    long = Listing(tuple(result.claims) * 300, "claims", result)
    text = long._repr_html_()
    assert text.count("<tr>") == MOST + 2
    assert f"<summary>{len(long) - IN_SIGHT:,} more</summary>" in text
    assert f"{len(long) - MOST:,} more are not shown." in text
    assert "more" in repr(long)
    assert repr(long).count("\n") < 200


def test_an_empty_listing_says_so():
    empty = reconcile([])
    assert repr(empty.conflicts) == "()"
    assert words_of(empty.conflicts) == "none"
    assert "No incident was found." in words_of(empty)


def test_a_slice_is_a_listing_of_the_same_rows(result):
    for listing in (result.tolls, result.conflicts, result.ranges, result.incidents, result.claims):
        for cut in (slice(2), slice(1, 4), slice(None, None, 2), slice(None, None, -1)):
            assert listing[cut] == tuple(listing)[cut]
            rows = listing.to_frame("pyarrow").to_pylist()
            assert listing[cut].to_frame("pyarrow").to_pylist() == rows[cut]
            assert brief(listing[cut], 999).rows == brief(listing, 999).rows[cut]


def test_a_listing_is_the_tuple_of_what_it_lists(result):
    listing = result.conflicts
    assert listing == tuple(listing)
    assert hash(listing) == hash(tuple(listing))
    assert listing[0] == next(iter(listing))
    assert copy.copy(listing) == listing
    assert copy.copy(listing).to_frame("pyarrow") == listing.to_frame("pyarrow")


def test_a_result_and_claims_have_one_line_for_a_log(result):
    assert repr(result) == "<Reconciliation: claims 13, incidents 7 (2 with contradictions), pairs to review 0>"
    assert repr(Claims(tuple(result.claims))) == "<Claims: 13, left out 0, flags 0>"


def test_claims_are_shown_as_their_listing(result):
    claims = Claims(tuple(result.claims))
    assert printed(claims) == printed(result.claims)


@pytest.mark.parametrize("show", [plain, section])
def test_a_value_without_a_display_of_its_own_is_refused(show):
    with pytest.raises(NotImplementedError, match="Count"):
        show(Count.exactly(3))


def test_an_incident_says_why_its_claims_are_one(result):
    kabanah = next(one for one in result.incidents if one.where and one.where.name == "Kabanah")
    assert kabanah.explain() == kabanah.incident.evidence
    assert "both" in words_of(kabanah.explain())


def test_a_claim_shows_its_voices_figures_and_words(result):
    claim = next(claim for claim in result.claims if claim.tolls and len(claim.voices) == 3)
    for text in (words_of(claim), printed(claim)):
        for voice in claim.voices:
            assert voice in text
    assert claim.quote.text in "".join(Words(claim._repr_html_()).said)


def test_a_cell_is_cut_before_it_hides_the_rest(result):
    conflict = attrs.evolve(result.conflicts[0], because="x" * 10_000)
    first, *others = result.incidents
    told = attrs.evolve(result, incidents=(attrs.evolve(first, conflicts=(conflict,)), *others))
    [row] = brief(told.conflicts[:1], 1).rows
    assert len(row[-1]) == LONGEST


def test_the_colours_are_those_of_the_notebook(result):
    style = result._repr_html_().split("</style>")[0]
    assert "prefers-color-scheme" not in style
    assert "currentColor" in style


def test_a_comparison_of_outlets_shows_all_its_tables(result):
    comparison = compare_outlets(result)
    for text in (words_of(comparison), printed(comparison)):
        for name in OUTLET_TABLES:
            assert name in text
    [row] = [row for row in comparison.independence if (row.taker, row.source) == ("Morning Ledger", "Harbour Wire")]
    assert str(row.share) in words_of(comparison.independence)
    assert str(row.share) in printed(comparison.independence)

"""Incidents as tables with ACLED's and GED's columns: read back by our own readers, blank where claims do not tell."""

from datetime import timedelta
from pathlib import Path

import pytest
from factory import DAY, PACK, claim, lexicon
from hypothesis import given, settings
from hypothesis import strategies as st

from claimrec.errors import RuleError
from claimrec.exchange import acled_like, from_acled, from_ged, ged_like
from claimrec.exchange.acled_like import acled_sheet, write_acled_like
from claimrec.exchange.ged import citations
from claimrec.exchange.ged_like import ged_sheet, write_ged_like
from claimrec.judging.policies import POLICIES
from claimrec.lexicon.entries import CodebookEntry
from claimrec.lexicon.loader import load_lexicon
from claimrec.reconciliation import reconcile
from claimrec.values.place import Place
from claimrec.values.window import Window

OAKS = Place("Oaks", "North", 35.1, 36.2, 2.0)
PAGE = (Path(__file__).parents[1] / "docs" / "event_tables.md").read_text(encoding="utf-8")
WORDS = load_lexicon("common", PACK)


def result_of(*told):
    return reconcile(told, lexicon=WORDS)


def rows_of(*told, policy="acled_conservative", sheet=acled_sheet):
    return sheet(result_of(*told), policy=policy).rows


def one_incident(*said, **given_):
    return [claim(words, source=f"Agency {n}", day=DAY, place=OAKS, **given_) for n, words in enumerate(said)]


accounts = st.lists(
    st.tuples(st.sampled_from(["", "at least ", "about ", "more than "]), st.integers(1, 40)), min_size=1, max_size=4
).map(lambda told: one_incident(*(f"{hedge}{number} killed" for hedge, number in told)))


@settings(max_examples=25)
@given(accounts, st.sampled_from(sorted(POLICIES)))
def test_what_is_written_for_acled_and_ged_is_read_by_their_readers(tmp_path_factory, told, policy):
    acled, ged = (tmp_path_factory.getbasetemp() / name for name in ("acled.csv", "ged.csv"))
    result = result_of(*told)
    write_acled_like(result, acled, policy=policy)
    write_ged_like(result, ged, policy=policy)
    for read in (from_acled(acled, lexicon=WORDS), from_ged(ged, lexicon=WORDS)):
        claims = [one for one in read if one.quote is None]  # the notes of ACLED are read as well
        assert (len(claims), read.unread) == (len(result.incidents), ())
        assert [flag for flag in read.flags if flag.column != "source_article"] == []
        for incident, one in zip(result.incidents, claims, strict=True):
            assert one.when.window == incident.when
            assert (one.where.place.name, one.where.place.radius_km) in (("Oaks", 5), ("Oaks", 2))
    lows = [one.tolls[0].count.low for one in from_ged(ged, lexicon=WORDS)]
    assert lows == [row["low"] for row in ged_sheet(result, policy=policy).rows]


@pytest.mark.parametrize("sheet", [acled_sheet, ged_sheet])
def test_no_policy_is_taken_for_granted_and_none_is_made_up(sheet):
    with pytest.raises(TypeError, match="policy"):
        sheet(result_of())
    with pytest.raises(RuleError, match=r"expected one of the policies acled_conservative, .*, not 'median'"):
        sheet(result_of(), policy="median")


@pytest.mark.parametrize(
    ("said", "best", "low", "high"),
    [
        (("12 killed", "at least 15 killed"), 12, 12, 15),
        (("12 army killed",), 12, 12, 12),
        (("12 army killed; 3 civilians killed",), 15, 15, 15),
        (("12 army killed; 3 civilians killed", "14 killed"), 14, 14, 14),
        (("12 army killed, including 4 officers",), 12, 12, 12),
        (("2 children killed; 3 women killed",), None, None, None),
        (("2 wounded",), None, None, None),
        (("0 killed",), 0, 0, 0),
    ],
)
def test_the_dead_are_those_of_all_kinds_or_of_kinds_that_have_nobody_in_common(said, best, low, high):
    [row] = rows_of(*one_incident(*said))
    assert (row["fatalities"], row["fatalities_low"], row["fatalities_high"]) == (best, low, high)
    [row] = rows_of(*one_incident(*said), sheet=ged_sheet)
    assert (row["best"], row["low"], row["high"]) == (best, low, high)


def test_kinds_that_may_overlap_are_named():
    [row] = rows_of(*one_incident("2 children killed; 3 women killed"))
    assert row["notes"] == "groups that may be in part the same: children, women"


def test_a_policy_without_a_single_figure_leaves_it_blank_and_keeps_the_range():
    [row] = rows_of(*one_incident("12 killed", "15 killed"), policy="ibc", sheet=ged_sheet)
    assert (row["best"], row["low"], row["high"], row["deaths_unknown"], row["best_policy"]) == (
        None, 12, 15, None, "ibc",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "doer"),
    [
        ([("Dune Group", "accused"), ("Dune Group", "claimed")], "Dune Group"),
        ([("Dune Group", "accused"), (None, "reported")], "Dune Group"),
        ([("Dune Group", "possible")], None),
        ([("Dune Group", "accused"), ("army", "accused")], None),
        ([("Dune Group", "accused"), ("Dune Group", "denied")], None),
    ],
)
def test_a_perpetrator_is_named_where_all_who_name_one_agree(told, doer):
    accounts_ = [
        claim("3 civilians killed", source=f"Agency {n}", day=DAY, place=OAKS, by=by, stance=stance)
        for n, (by, stance) in enumerate(told)
    ]
    [row] = rows_of(*accounts_)
    assert (row["actor1"], row["actor2"]) == (doer, "Civilians")
    [row] = rows_of(*accounts_, sheet=ged_sheet)
    assert (row["side_a"], row["side_b"], row["deaths_civilians"], row["deaths_b"]) == (doer, "civilians", 3, None)


def test_the_dead_of_each_side_and_of_no_known_side():
    [row] = rows_of(*one_incident("12 killed; 7 army killed", by="Dune Group"), sheet=ged_sheet)
    deaths = [row[f"deaths_{side}"] for side in ("a", "b", "civilians", "unknown")]
    assert (row["side_a"], row["side_b"], deaths) == ("Dune Group", "Northern army", [None, 7, None, 5])
    [row] = rows_of(*one_incident("12 killed", "15 army killed"), sheet=ged_sheet)
    assert (row["best"], row["deaths_b"], row["deaths_unknown"]) == (12, 15, None)


@pytest.mark.parametrize(
    ("days", "acled_precision", "middle", "ged_precision"),
    [(1, 1, 0, 1), (2, 2, 0, 2), (6, 2, 2, 2), (7, 2, 3, 3), (8, 3, 3, 4), (31, 3, 15, 4), (90, 3, 44, 5)],
)
def test_a_window_becomes_a_day_and_a_code_of_precision(days, acled_precision, middle, ged_precision):
    told = claim("3 killed", day=Window(DAY, DAY + timedelta(days=days - 1)))
    [row] = rows_of(told)
    assert (row["event_date"], row["time_precision"]) == (DAY + timedelta(days=middle), acled_precision)
    [row] = rows_of(told, sheet=ged_sheet)
    assert (row["date_start"], row["date_prec"]) == (DAY, ged_precision)


def test_what_is_not_said_is_blank():
    told = claim("", published=None)
    [row] = rows_of(told)
    assert {name for name, cell in row.items() if cell is not None} == {
        "event_id_cnty", "source", "fatalities_policy", "contradictions",
    }  # fmt: skip
    [row] = rows_of(told, sheet=ged_sheet)
    assert {name for name, cell in row.items() if cell is not None} == {
        "id", "number_of_sources", "best_policy", "contradictions",
    }  # fmt: skip


def test_word_lists_without_the_codes_leave_them_blank():
    [row] = acled_sheet(reconcile(one_incident("3 killed"), lexicon=lexicon()), policy="ged").rows
    assert (row["location"], row["geo_precision"], row["time_precision"]) == ("Oaks", None, None)


@pytest.mark.parametrize("sheet", [acled_sheet, ged_sheet])
def test_sums_over_several_incidents_are_no_events(sheet):
    told = [claim("3 killed", day=DAY), claim("60 killed", level="cumulative", source="Agency B")]
    assert len(result_of(*told).incidents) == 2
    assert len(rows_of(*told, sheet=sheet)) == 1


def test_articles_are_cited_as_ged_does():
    odd = claim("3 killed", source='Daily, "The"; Post', article='a, "1"', day=DAY, place=OAKS)
    [row] = rows_of(odd, *one_incident("3 killed"), sheet=ged_sheet)
    assert [(one.outlet, one.published) for one in citations(row["source_article"])] == [
        ("Agency 0", DAY), ("Daily 'The' Post", DAY),
    ]  # fmt: skip


def test_every_kind_of_event_that_acled_knows_is_written_under_its_names():
    codes = WORDS.of(CodebookEntry)["acled"]
    for kind, (type_, sub_type) in codes.written.items():
        assert codes.events[sub_type] in (kind, "air strike", "shelling", "bombing", "armed clash"), kind
        assert type_ in (
            "Battles",
            "Explosions/Remote violence",
            "Strategic developments",
            "Violence against civilians",
        )


@pytest.mark.parametrize("columns", [acled_like.COLUMNS, ged_like.COLUMNS])
def test_every_column_is_documented(columns):
    assert [name for name in columns if f"`{name}`" not in PAGE] == []

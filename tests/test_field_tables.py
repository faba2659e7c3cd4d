"""The tables of the field: what each column becomes, and what zero and blank mean there."""

from pathlib import Path

import pytest

from claimrec.errors import FormatError
from claimrec.exchange import from_acled, from_airwars, from_event_reports, from_ged, from_gtd, from_ibc
from claimrec.exchange.ged import citations
from claimrec.lexicon.entries import CodebookEntry, EventEntry
from claimrec.lexicon.loader import load_lexicon
from claimrec.lexicon.packs import shipped_packs

DATA = Path(__file__).parents[2] / "shared" / "data"

GED = {
    "id": "7.0", "type_of_violence": "1", "side_a": "Government of Syria", "side_b": "IS", "where_prec": "2",
    "source_article": '"SOHR,2016-01-02,Clashes near Oak Town"', "where_coordinates": "Oak Hill village",
    "adm_1": "North Governorate",
    "latitude": "35.1", "longitude": "36.2", "date_start": "2016-01-01", "date_end": "2016-01-02",
    "deaths_a": "2", "deaths_b": "3", "deaths_civilians": "0", "low": "5", "best": "5", "high": "6",
}  # fmt: skip
ACLED = {
    "event_id_cnty": "SYR1", "event_date": "01 January 2016", "time_precision": "1", "event_type": "Battles",
    "sub_event_type": "Armed clash", "actor1": "Islamic State (Syria)", "actor2": "Military Forces of Syria",
    "admin1": "North", "location": "Oak Town", "latitude": "35.1", "longitude": "36.2", "geo_precision": "1",
    "source": "SOHR", "notes": "", "fatalities": "4",
}  # fmt: skip
GTD = {
    "eventid": "201601010001", "iyear": "2016", "imonth": "1", "iday": "1", "city": "Oak Town", "provstate": "North",
    "latitude": "35.1", "longitude": "36.2", "specificity": "1", "attacktype1_txt": "Bombing/Explosion",
    "gname": "Islamic State (ISIS)", "claimed": "0", "guncertain1": "0", "compclaim": "", "nkill": "4",
    "nkillter": "1", "nwound": "9", "nwoundte": "",
}  # fmt: skip
REPORT = {
    "id": "r1", "source_author": "The Daily", "source": "The Daily (2016-01-02) Clashes", "date_start": "2016-01-01",
    "date_end": "2016-01-01", "city": "Oak Town", "location": "", "country": "Syria", "latitude": "35.1",
    "longitude": "36.2", "geo_precision": "1", "actor1": "Police (Syria)", "actor1_perpetrator": "1",
    "actor1_victim": "0", "actor2": "Protesters", "actor2_victim": "1", "deaths_low": "2", "deaths_best": "3",
    "deaths_high": "4", "injuries_low": "0", "injuries_best": "0", "injuries_high": "0",
}  # fmt: skip
IBC = {
    "IBC code": "k1", "Start Date": "1 Jan 2006", "End Date": "2 Jan 2006", "Location": "Mosul",
    "Reported Minimum": "2", "Reported Maximum": "4", "Sources": "AFP 02 Jan, REU 03 Jan",
}  # fmt: skip
AIRWARS = {
    "code": "RS1", "date": "2016-01-01", "date_end": "", "country_name": "Syria", "location_name": "Oak Town",
    "region": "North", "latitude": "35.1", "longitude": "36.2", "geolocation_accuracy_slug": "town",
    "strike_status_slug": "likely-strike", "strike_type_slug": "airstrike", "civilian_harm_status_slug": "fair",
    "civilian_non_combatants_killed_min": "4", "civilian_non_combatants_killed_max": "7",
    "civilian_non_combatants_injured_min": "", "civilian_non_combatants_injured_max": "",
    "children_killed_min": "1", "children_killed_max": "2", "women_killed_min": "0", "women_killed_max": "0",
    "belligerents_killed_min": "", "belligerents_killed_max": "",
    "belligerent_1_belligerent_name": "Islamic State (ISIS)", "belligerent_1_assessment_slug": "",
    "belligerent_1_deaths_conceded_min": "", "belligerent_1_deaths_conceded_max": "",
    "belligerent_2_belligerent_name": "",
}  # fmt: skip


@pytest.fixture
def table(tmp_path):
    def write(*rows):
        lines = [rows[0].keys(), *(row.values() for row in rows)]
        path = tmp_path / "events.csv"
        quoted = (",".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines)
        path.write_text("\n".join(quoted), encoding="utf-8")
        return path

    return write


def tolls(claim):
    return [(one.effect, str(one.count), one.victims, one.part_of) for one in claim.tolls]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"low": "5", "high": "5"}, [("killed", "5", None, None), ("2", 0), ("3", 0)]),
        ({}, [("killed", "5 to 6", None, None), ("2 to 3", 0), ("3 to 4", 0)]),
        ({"low": "4"}, [("killed", "4 to 6", None, None), ("1 to 3", 0), ("2 to 4", 0)]),
        ({"deaths_b": "0"}, [("killed", "5 to 6", None, None), ("2 to 3", 0)]),
        ({"low": "0", "best": "0", "high": "0", "deaths_a": "0", "deaths_b": "0"}, []),
    ],
)
def test_ged_gives_all_the_dead_and_those_of_each_side_as_loose_as_the_bounds(table, change, told):
    [claim] = from_ged(table(GED | change))
    assert tolls(claim)[:1] == told[:1]
    assert [(count, part) for _, count, _, part in tolls(claim)[1:]] == told[1:]
    sides = ["Syrian government forces", "Islamic State (ISIS)"]
    assert [victims for _, _, victims, _ in tolls(claim)[1:]] == sides[: len(tolls(claim)[1:])]


def test_ged_says_where_when_and_who_printed_it(table):
    [claim] = from_ged(table(GED))
    assert (claim.article, claim.voices, str(claim.published)) == ("UCDP GED 7", ("UCDP GED", "SOHR"), "2016-01-02")
    assert (str(claim.when.window), claim.event, claim.perpetrator) == ("2016-01-01 to 2016-01-02", None, None)
    place = claim.where.place
    assert (place.name, place.admin, place.lat, place.radius_km) == ("Oak Hill", "North", 35.1, 25)
    assert claim.where.words == "Oak Hill village"
    assert (claim.row.line, claim.row.columns[0]) == (2, "id")


def test_ged_names_the_attacker_of_one_sided_violence_and_no_single_outlet_of_several(table):
    [claim] = from_ged(table(GED | {"source_article": ""}))
    assert (claim.voices, claim.published) == (("UCDP GED",), None)
    two = '"SOHR,2016-01-02,Raid";"HRW,2016-03-01,Report"'
    [claim] = from_ged(table(GED | {"type_of_violence": "3", "side_b": "Civilians", "source_article": two}))
    assert (claim.perpetrator.actor, claim.perpetrator.stance) == ("Syrian government forces", "reported")
    assert (claim.event, claim.voices, str(claim.published)) == ("attack", ("UCDP GED",), "2016-03-01")


def test_the_first_day_that_geds_database_holds_is_no_day(table):
    [claim] = from_ged(table(GED | {"source_article": '"SOHR,1753-01-01,Raid"'}))
    assert (claim.voices, claim.published) == (("UCDP GED", "SOHR"), None)


def test_ged_flags_what_it_cannot_take_apart_or_what_is_out_of_order(table):
    read = from_ged(table(GED | {"source_article": "several papers", "low": "7"}))
    assert [flag.because for flag in read.flags] == [
        "its outlets are cited in no way that GED uses",
        "low 7, best 5, high 6: out of order, read as 5 to 7",
    ]


@pytest.mark.parametrize(
    ("cell", "outlets"),
    [
        ('"SOHR,2016-04-20,More shelling, clashes in the south"', ["SOHR"]),
        ('"SOHR,2016-09-27,A;B" ; "HRW,2016-12-01,Report "', ["SOHR", "HRW"]),
        ('Agence France Presse 3 January 2011 "Policeman killed"', ["Agence France Presse"]),
        ("Agence France Presse 33 January 2011", None),
        (",2016-04-20,No outlet", None),
        ("several papers", None),
    ],
)
def test_citations_are_taken_apart_into_outlet_day_and_headline(cell, outlets):
    found = citations(cell)
    assert (found and [one.outlet for one in found]) == outlets
    assert all(one.headline and "," not in one.headline[-1] for one in found or ())


def test_acled_gives_the_coders_figure_and_what_the_notes_say(table):
    notes = "On 1 January, a monitor said that four soldiers were killed in Oak Town."
    coded, told = from_acled(table(ACLED | {"notes": notes}))
    assert (coded.voices, tolls(coded)) == (("ACLED", "SOHR"), [("killed", "4", None, None)])
    assert (coded.event, coded.perpetrator, coded.where.place.radius_km) == ("armed clash", None, 5)
    assert (told.article, told.voices[:2], str(told.tolls[0].count)) == ("ACLED SYR1", ("ACLED", "SOHR"), "4")
    assert told.tolls[0].quote.text in notes
    assert told.row.line == coded.row.line == 2


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"fatalities": "0"}, []),
        ({"fatalities": "10", "notes": "Unknown fatalities, coded as 10."}, [("killed", "at least 1", None, None)]),
        ({"actor2": "Civilians (Syria)"}, [("killed", "4", "civilians", None)]),
    ],
)
def test_acled_has_no_zero_and_numbers_put_in_for_unknown_ones(table, change, told):
    coded = from_acled(table(ACLED | change)).claims[0]
    assert tolls(coded) == told


def test_acled_names_a_perpetrator_only_of_an_attack_on_civilians(table):
    [claim] = from_acled(table(ACLED | {"actor2": "Civilians (Syria)", "source": "SOHR; Daily A"}))
    assert (claim.perpetrator.actor, claim.voices) == ("Islamic State (ISIS)", ("ACLED",))


def test_acled_widens_its_days_and_reads_no_notes_in_another_language(table):
    notes = "قتل أربعة جنود في بلدة البلوط يوم الجمعة بحسب مصدر عسكري في المنطقة الشمالية من البلاد"
    [claim] = from_acled(table(ACLED | {"time_precision": "2", "notes": notes, "event_date": "2016-01-10"}))
    assert str(claim.when.window) == "2016-01-07 to 2016-01-13"


@pytest.mark.parametrize(
    ("change", "told", "flagged"),
    [
        ({}, [("killed", "4", None), ("killed", "1", 0), ("wounded", "9", None)], ""),
        ({"nwoundte": "2", "nkill": ""}, [("wounded", "9", None), ("wounded", "2", 0)], ""),
        ({"nkill": "0", "nkillter": "0", "nwound": "-99"}, [("killed", "0", None)], ""),
        ({"nkill": "", "nwound": ""}, [], ""),
        ({"nkillter": "5"}, [("killed", "4", None), ("wounded", "9", None)], "5 perpetrators of 4 killed in all"),
        ({"nkill": "6.33"}, [("wounded", "9", None)], "6.33 is a share of a total"),
    ],
)  # fmt: skip
def test_gtd_tells_zero_from_unknown(table, change, told, flagged):
    read = from_gtd(table(GTD | change))
    assert [(effect, count, part) for effect, count, _, part in tolls(read.claims[0])] == told
    assert [flagged in flag.because for flag in read.flags] == [True] * bool(flagged)


@pytest.mark.parametrize(
    ("change", "days"),
    [
        ({}, "2016-01-01"),
        ({"iday": "0"}, "2016-01-01 to 2016-01-31"),
        ({"imonth": "0"}, "2016-01-01 to 2016-12-31"),
        ({"iyear": "0"}, None),
        ({"imonth": "2", "iday": "30"}, None),
        ({"imonth": "13", "iday": "0"}, None),
    ],
)
def test_gtd_has_zeros_for_parts_of_a_day_that_are_not_known(table, change, days):
    [claim] = from_gtd(table(GTD | change))
    assert (claim.when and str(claim.when.window)) == days


@pytest.mark.parametrize(
    ("change", "doers"),
    [
        ({}, [("Islamic State (ISIS)", "accused")]),
        ({"guncertain1": "1"}, [("Islamic State (ISIS)", "possible")]),
        ({"claimed": "1"}, [("Islamic State (ISIS)", "claimed")]),
        ({"gname": "Unknown"}, [None]),
        (
            {"claimed": "1", "compclaim": "1", "gname2": "Oak Brigade", "gname3": ""},
            [("Islamic State (ISIS)", "claimed"), (None, "claimed")],
        ),
    ],
)
def test_gtd_says_who_did_it_and_who_claims_it_too(table, change, doers):
    found = from_gtd(table(GTD | change))
    named = [claim.perpetrator and (claim.perpetrator.actor, claim.perpetrator.stance) for claim in found]
    assert named == doers
    assert [bool(claim.tolls) for claim in found] == [True] + [False] * (len(doers) - 1)


def test_event_reports_are_claims_of_their_outlets(table):
    [claim] = from_event_reports(table(REPORT))
    assert (claim.article, claim.voices, str(claim.published)) == ("r1", ("The Daily",), "2016-01-02")
    assert tolls(claim) == [("killed", "2 to 4", "civilians", None)]
    assert (claim.perpetrator.actor, claim.perpetrator.words) == (None, "Police (Syria)")
    assert claim.where.place.name == "Oak Town"


def test_rows_of_one_report_tell_of_separate_events_and_two_victims_name_none(table):
    rows = [REPORT, REPORT | {"id": "r2", "actor1_victim": "1"}, REPORT | {"id": "r3", "source": "Other (2016-01-02)"}]
    one, two, three = from_event_reports(table(*rows))
    assert (one.separate_from, two.separate_from, three.separate_from) == ((two.id,), (one.id,), ())
    assert two.tolls[0].victims_words is None


def test_iraq_body_count_gives_the_least_and_the_most(table):
    [claim] = from_ibc(table(IBC))
    assert (claim.voices, tolls(claim)) == (("Iraq Body Count",), [("killed", "2 to 4", "civilians", None)])
    assert (str(claim.when.window), claim.where.words) == ("2006-01-01 to 2006-01-02", "Mosul")
    [alone] = from_ibc(
        table(IBC | {"Sources": "AFP 02 Jan, AFP 03 Jan", "Reported Minimum": "", "Reported Maximum": ""})
    )
    assert (alone.voices, alone.tolls) == (("Iraq Body Count", "AFP"), ())


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, [("killed", "4 to 7", "civilians", None), ("killed", "1 to 2", "children", 0)]),
        ({"children_killed_max": "", "children_killed_min": ""}, [("killed", "4 to 7", "civilians", None)]),
        (
            {"civilian_non_combatants_killed_min": "0", "civilian_non_combatants_killed_max": "0"},
            [],
        ),
        (
            {"civilian_non_combatants_killed_min": "", "civilian_non_combatants_killed_max": "",
             "civilian_non_combatants_injured_min": "3", "civilian_non_combatants_injured_max": "3",
             "belligerents_killed_min": "0", "belligerents_killed_max": "2"},
            [("wounded", "3", "civilians", None), ("killed", "0 to 2", "fighters", None)],
        ),
        ({"civilian_harm_status_slug": "Discounted"}, []),
    ],
)  # fmt: skip
def test_airwars_gives_civilians_from_the_least_to_the_most(table, change, told):
    [claim] = from_airwars(table(AIRWARS | change))
    assert tolls(claim) == told
    assert (claim.article, claim.voices, claim.event) == ("Airwars RS1", ("Airwars",), "air strike")
    place = claim.where.place
    assert (place.name, place.admin, place.radius_km, str(claim.when.window)) == ("Oak Town", "North", 5, "2016-01-01")


@pytest.mark.parametrize(
    ("change", "doers"),
    [
        ({}, [("Islamic State (ISIS)", "accused")]),
        ({"strike_status_slug": "declared-strike"}, [("Islamic State (ISIS)", "claimed")]),
        ({"strike_status_slug": "contested-strike"}, [("Islamic State (ISIS)", "possible")]),
        (
            {"belligerent_2_belligerent_name": "Oak Brigade"},
            [("Islamic State (ISIS)", "possible"), (None, "possible")],
        ),
        ({"belligerent_1_belligerent_name": "Unknown"}, [None]),
    ],
)
def test_airwars_names_belligerents_as_surely_as_the_strike_is_known(table, change, doers):
    found = from_airwars(table(AIRWARS | change)).claims
    assert [one.perpetrator and (one.perpetrator.actor, one.perpetrator.stance) for one in found] == doers
    assert [bool(one.tolls) for one in found] == [True] + [False] * (len(doers) - 1)


def test_what_a_belligerent_concedes_is_a_claim_of_its_own(table):
    conceded = {
        "belligerent_1_assessment_slug": "credible-substantiated",
        "belligerent_1_deaths_conceded_min": "2", "belligerent_1_deaths_conceded_max": "",
        "belligerent_1_injuries_conceded_min": "1", "belligerent_1_injuries_conceded_max": "3",
    }  # fmt: skip
    alleged, own = from_airwars(table(AIRWARS | conceded))
    assert (alleged.perpetrator.stance, own.perpetrator.stance) == ("accused", "claimed")
    assert own.voices == ("Airwars", "Islamic State (ISIS)")
    assert tolls(own) == [("killed", "2", "civilians", None), ("wounded", "1 to 3", "civilians", None)]
    refused = conceded | {"belligerent_1_assessment_slug": "non-credible-unsubstantiated"}
    assert len(from_airwars(table(AIRWARS | refused))) == 1


def test_gradings_that_were_not_asked_for_are_left_out_with_the_reason(table):
    rows = [AIRWARS, AIRWARS | {"code": "RS2", "civilian_harm_status_slug": "weak"}]
    read = from_airwars(table(*rows), gradings=("confirmed", "fair"))
    assert [one.article for one in read] == ["Airwars RS1"]
    assert [one.because for one in read.unread] == ["graded weak: only confirmed, fair were asked for"]
    assert len(from_airwars(table(*rows))) == 2
    discounted = from_airwars(table(AIRWARS | {"civilian_harm_status_slug": "discounted"}))
    assert [flag.because for flag in discounted.flags] == ["graded discounted: its figures are left out"]


@pytest.mark.parametrize("reader", [from_acled, from_airwars, from_event_reports, from_ged, from_gtd, from_ibc])
def test_another_table_is_refused_with_the_columns_that_are_missing(table, reader):
    with pytest.raises(FormatError, match=r"events\.csv: no table of .*: it has no column .*; its columns are a, b"):
        reader(table({"a": "1", "b": "2"}))


def test_a_repeated_row_is_left_out_and_a_repeated_id_flagged(table):
    read = from_ged(table(GED, GED, GED | {"best": "6"}))
    assert [(one.line, one.because) for one in read.unread] == [(3, "repeats line 2")]
    assert [flag.because for flag in read.flags] == ["its id 7.0 is also that of line 2, which says something else"]
    assert len(read) == 2


def test_every_code_for_an_event_names_a_kind_of_event():
    lexicon = load_lexicon(*shipped_packs())
    kinds = set(lexicon.of(EventEntry))
    for name, codes in lexicon.of(CodebookEntry).items():
        assert set(codes.events.values()) <= kinds, name
        assert all(radius > 0 for radius in codes.radius_km.values()), name


@pytest.mark.skipif(not DATA.exists(), reason="the shared tables are not here")
def test_every_row_of_ged_syria_is_read_and_its_outlets_are_taken_apart():
    read = from_ged(DATA / "ged" / "syria_2016.csv")
    assert (len(read), read.unread) == (6_170, ())
    assert sum("out of order" in flag.because for flag in read.flags) == 15
    assert [flag for flag in read.flags if flag.column == "source_article"] == []


@pytest.mark.skipif(not DATA.exists(), reason="the shared tables are not here")
@pytest.mark.parametrize(
    ("reader", "file", "rows"),
    [
        (from_ged, "meltt/Nigeria_2011_ged.csv", 248),
        (from_gtd, "meltt/Nigeria_2011_gtd.csv", 174),
        (from_event_reports, "maverick/kenya.csv", 2_225),
    ],
)
def test_every_row_of_a_shared_table_is_read(reader, file, rows):
    read = reader(DATA / file)
    assert len({claim.row.line for claim in read}) + len(read.unread) == rows


PAGE = (Path(__file__).parents[1] / "docs" / "tables.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("reader", "row"),
    [
        (from_acled, ACLED), (from_airwars, AIRWARS), (from_event_reports, REPORT), (from_ged, GED), (from_gtd, GTD),
        (from_ibc, IBC),
    ],
)  # fmt: skip
def test_every_column_that_is_read_is_documented(table, reader, row):
    [claim, *_] = reader(table(row))
    assert [name for name in claim.row.columns if f"`{name}`" not in PAGE] == []

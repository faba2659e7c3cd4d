"""The command line: each command in process, its exit code, and one run as a user would start it."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from claimrec.__main__ import main

CASE = str(Path(__file__).parent / "cases" / "hill_raid.jsonl")
FIRST, SECOND = (
    f"---\npublisher: {publisher}\npublished: 2022-11-09\n---\n{number} soldiers were killed in Saraqib on Wednesday.\n"
    for publisher, number in (("Harbour Wire", "Nine"), ("Coast News", "Four"))
)


class Terminal(io.StringIO):
    def isatty(self):
        return True


class Closed(io.StringIO):
    """A pipe whose reader has left; `fileno` is that of a file that stands for it."""

    def __init__(self, file):
        super().__init__()
        self.fileno = file.fileno

    def write(self, _):
        raise BrokenPipeError


class Piped:
    def __init__(self, content):
        self.buffer = io.BytesIO(content)


@pytest.fixture
def folder(tmp_path):
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "first.txt").write_text(FIRST)
    (articles / "second.txt").write_text(SECOND)
    return articles


def test_run_goes_from_articles_to_plain_text_in_a_pipe(folder, capsys):
    assert main(["run", str(folder)]) == 0
    shown = capsys.readouterr()
    assert "Harbour Wire, 9 November 2022" in shown.out
    assert "      9             " in shown.out
    assert "claimrec: 2 articles read\n" in shown.err
    assert "incident" in shown.err


def test_run_writes_the_files_that_were_asked_for_and_nothing_else_to_a_pipe(folder, tmp_path, capsys):
    html, sheets, out = tmp_path / "report.html", tmp_path / "sheets", tmp_path / "result.json"
    assert main(["run", str(folder), "--html", str(html), "--sheets", str(sheets), "--out", str(out)]) == 0
    assert len(list(sheets.glob("*.csv"))) == 5
    assert html.read_text().startswith("<!doctype html>")
    assert json.loads(out.read_text())["format"] == "claimrec/1"
    assert capsys.readouterr().out == ""


def test_the_ending_of_a_file_says_what_is_written(folder, tmp_path):
    claims, book = tmp_path / "claims.parquet", tmp_path / "result.xlsx"
    assert main(["extract", str(folder), "--out", str(claims)]) == 0
    assert main(["reconcile", str(claims), "--sheets", str(book)]) == 0
    assert (claims.read_bytes()[:4], book.read_bytes()[:2]) == (b"PAR1", b"PK")


def test_methods_are_text_for_an_appendix(folder, tmp_path, capsys):
    assert main(["run", str(folder), "--methods", str(tmp_path / "methods.txt")]) == 0
    assert (tmp_path / "methods.txt").read_text(encoding="utf-8").startswith("Claims about armed incidents were joined")
    assert capsys.readouterr().out == ""


def test_a_library_that_is_not_installed_is_named(folder, tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    assert main(["run", str(folder), "--sheets", str(tmp_path / "result.xlsx")]) == 2
    assert 'xlsxwriter is not installed; it comes with: pip install "claimrec[frames]"' in capsys.readouterr().err


def test_a_terminal_gets_a_table(folder, monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    assert main(["run", str(folder)]) == 0
    assert "what remains" in terminal.getvalue()


def test_extract_and_reconcile_in_two_steps_give_what_run_gives(folder, tmp_path, capsys):
    claims, steps, once = (tmp_path / name for name in ("claims.jsonl", "steps.json", "once.json"))
    assert main(["extract", str(folder), "--out", str(claims)]) == 0
    assert main(["reconcile", str(claims), "--out", str(steps)]) == 0
    assert main(["run", str(folder), "--out", str(once)]) == 0
    assert steps.read_text() == once.read_text()
    capsys.readouterr()
    assert main(["extract", str(folder)]) == 0
    assert capsys.readouterr().out == claims.read_text()


def test_what_was_left_out_is_said_and_the_rest_is_done(folder, tmp_path, capsys):
    (folder / "third.txt").write_bytes(b"\xff")
    (folder / "fourth.jsonl").write_text(
        '{"text": "Muchos soldados murieron ayer en la ciudad y otros fueron heridos", "id": "es"}\n{\n'
    )
    out = tmp_path / "result.json"
    assert main(["run", str(folder), "--out", str(out)]) == 0
    shown = capsys.readouterr().err
    assert "third.txt: not UTF-8" in shown
    assert "fourth.jsonl, line 2: not JSON" in shown
    assert "1 without a date" in shown
    unread = json.loads(out.read_text())["unread"]
    assert {row.get("article") or row["file"].rsplit("/", 1)[1] for row in unread} >= {"third.txt", "fourth.jsonl"}


@pytest.mark.parametrize("words", [["run", "nowhere"], ["reconcile", "nowhere.jsonl"], ["count", "nowhere.txt"]])
def test_input_that_is_not_there_ends_with_1_and_names_it(words, capsys):
    assert main(words) == 1
    assert "nowhere" in capsys.readouterr().err


def test_input_of_which_nothing_can_be_read_ends_with_1(tmp_path, capsys):
    (tmp_path / "a.txt").write_bytes(b"")
    assert main(["extract", str(tmp_path)]) == 1
    assert "a.txt: the file is empty" in capsys.readouterr().err


def test_a_word_list_that_is_not_there_ends_with_1(folder, capsys):
    assert main(["run", str(folder), "--lexicon", "nowhere/"]) == 1
    assert "nowhere" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["run"], ["run", "a", "b"], ["count", "--loud"], ["explain", CASE, "nm1", "nm1"],
                                   ["explain", CASE, "nm1", "nobody"], ["fly"]])  # fmt: skip
def test_wrong_use_ends_with_2(words, capsys):
    assert main(words) == 2
    shown = capsys.readouterr()
    assert shown.out + shown.err


def test_a_users_own_word_list_stands_beside_the_shipped_one(folder, tmp_path):
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "sources.toml").write_text('["Harbour Wire"]\nkind = "wire"\n')
    out = tmp_path / "result.json"
    assert main(["run", str(folder), "--lexicon", "syria", "--lexicon", str(pack), "--out", str(out)]) == 0
    assert json.loads(out.read_text())["method"]["lexicons"] == ["common", "syria", str(pack)]


@pytest.mark.parametrize(("packs", "low", "high"), [([], 18, 22), (["syria", "acled"], 18, 22), (["strict"], 0, 40)])
def test_conventions_are_a_pack_by_name(tmp_path, capsys, packs, low, high):
    file = tmp_path / "lines.txt"
    file.write_text("about 20\n")
    assert main(["count", str(file), *(word for pack in packs for word in ("--lexicon", pack))]) == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["low"], row["high"]) == (low, high)


def test_the_result_names_the_conventions_in_force(folder, tmp_path):
    out = tmp_path / "result.json"
    for packs, name in (([], "common"), (["--lexicon", "syria", "--lexicon", "strict"], "strict")):
        assert main(["run", str(folder), *packs, "--out", str(out)]) == 0
        assert json.loads(out.read_text())["method"]["conventions"] == name


def test_count_reads_one_expression_a_line(tmp_path, capsys):
    file = tmp_path / "lines.txt"
    file.write_bytes(b"more than 20\n\nbanana\ncaf\xe9\nbetween 6 and 8\r\n")
    assert main(["count", str(file)]) == 0
    shown = capsys.readouterr()
    assert [json.loads(line) for line in shown.out.splitlines()] == [
        {"text": "more than 20", "low": 21, "high": None, "hedge": "more_than"},
        {"text": "banana", "low": None, "high": None, "hedge": None},
        {"text": "between 6 and 8", "low": 6, "high": 8, "hedge": "between"},
    ]
    assert f"{file}, line 4: not UTF-8" in shown.err


def test_count_reads_standard_input(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", Piped(b"at least 14\n"))
    assert main(["count"]) == 0
    assert json.loads(capsys.readouterr().out)["low"] == 14


@pytest.mark.parametrize(
    ("kind", "table"),
    [
        ("acled", "event_id_cnty,event_date,source,fatalities\nA1,2016-01-01,SOHR,3\n"),
        ("event-reports", "id,source_author,date_start,date_end,deaths_low,deaths_high\nr1,A,2016-01-01,,2,3\n"),
        ("ged", "id,date_start,date_end,low,best,high\n1,2016-01-01,2016-01-01,2,2,3\n"),
        ("gtd", "eventid,iyear,imonth,iday,nkill,nwound\n1,2016,1,1,3,\n"),
        ("ibc", "IBC code,Start Date,End Date,Reported Minimum,Reported Maximum\nk1,1 Jan 2016,,2,3\n"),
    ],
)
def test_a_table_of_the_field_becomes_claims(kind, table, tmp_path, capsys):
    path = tmp_path / "events.csv"
    path.write_text(table)
    assert main(["table", kind, str(path)]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out)["tolls"][0]["high"] == 3
    assert "1 row read, 1 claim" in shown.err


def test_what_looks_wrong_in_a_table_is_said(tmp_path, capsys):
    path = tmp_path / "events.csv"
    path.write_text("id,date_start,date_end,low,best,high\n1,2016-01-01,,4,2,3\n")
    assert main(["table", "ged", str(path), "--out", str(tmp_path / "claims.jsonl")]) == 0
    assert "looks wrong" in capsys.readouterr().err
    assert (tmp_path / "claims.jsonl").read_text().count("\n") == 1


def test_explain_says_why_two_claims_are_one_incident(capsys):
    assert main(["explain", CASE, "nm1", "cn1"]) == 0
    assert "One incident: " in capsys.readouterr().out


def test_help_and_version_are_done(capsys):
    assert main(["--help"]) == 0
    assert main(["--version"]) == 0
    shown = capsys.readouterr().out
    assert all(command in shown for command in ("run", "extract", "reconcile", "count", "explain", "0."))


def test_a_reader_that_leaves_early_is_no_error(folder, tmp_path, monkeypatch):
    with (tmp_path / "pipe").open("wb") as file:
        monkeypatch.setattr(sys, "stdout", Closed(file))
        assert main(["run", str(folder)]) == 0


def test_it_starts_as_a_module_and_stops_quietly_when_its_reader_does(folder):
    command = [sys.executable, "-m", "claimrec", "run", str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "Saraqib" in run.stdout
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        started.stdout.close()
        assert b"Traceback" not in started.stderr.read()

"""The command line: from articles to claims to incidents, with JSON Lines between the steps."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Literal

from attrs import frozen
from cyclopts import App, CycloptsError, Parameter
from rich.console import Console

from claimrec.errors import ClaimrecError, RuleError
from claimrec.exchange import from_acled, from_airwars, from_event_reports, from_ged, from_gtd, from_ibc, write_sheets
from claimrec.exchange.articles import read_articles
from claimrec.exchange.claims import Claims, claim_line, load_claims, write_claims
from claimrec.exchange.decisions import load_decisions
from claimrec.exchange.jsonl import decoded, numbered_lines
from claimrec.exchange.results import write_page, write_result
from claimrec.lexicon.loader import Lexicon, load_lexicon
from claimrec.lexicon.packs import shipped_packs
from claimrec.matching.decisions import Decision
from claimrec.reading.counts import read_count
from claimrec.reconciliation import Reconciliation, extract_claims, reconcile
from claimrec.records.article import Article
from claimrec.records.unread import Unread
from claimrec.showing.explanation import explanation_text
from claimrec.showing.terminal import tables
from claimrec.showing.text import plain_text
from claimrec.showing.wording import harmless, many

DONE, UNREADABLE, WRONG_USE = 0, 1, 2
"""Exit codes."""

TABLES: Mapping[str, Callable[[Path, Lexicon], Claims]] = {
    "acled": lambda table, words: from_acled(table, lexicon=words),
    "airwars": lambda table, words: from_airwars(table, lexicon=words),
    "event-reports": lambda table, words: from_event_reports(table, lexicon=words),
    "ged": lambda table, words: from_ged(table, lexicon=words),
    "gtd": lambda table, words: from_gtd(table, lexicon=words),
    "ibc": lambda table, _: from_ibc(table),
}
"""The kinds of table that have a reader of their own, by their names on the command line."""

ArticlesPath = Annotated[Path, Parameter(help="A folder of .txt and .jsonl files, or one of them.")]
ClaimsPath = Annotated[Path, Parameter(help="Claims as JSON Lines or Parquet, as `extract` writes them.")]
DecisionsPath = Annotated[
    Path | None, Parameter(name="--decisions", help="What you decided about pairs of claims, as JSON Lines.")
]
Expressions = Annotated[Path | None, Parameter(help="One expression a line; standard input if none is given.")]
Kind = Annotated[Literal["acled", "airwars", "event-reports", "ged", "gtd", "ibc"], Parameter(help="What table it is.")]
TablePath = Annotated[Path, Parameter(help="A file of delimited text, with a header.")]
Out = Annotated[Path | None, Parameter(help="Writes to this file instead of standard output.")]
Packs = Annotated[
    tuple[str, ...],
    Parameter(
        name="--lexicon",
        negative=(),
        help="Word lists beside `common`: a shipped pack or a folder of .toml files; may be given several times.",
    ),
]


@Parameter(name="*")
@frozen(kw_only=True)
class Outputs:
    """The files that a result goes to; with none, and no terminal, it goes to standard output as text."""

    html: Annotated[Path | None, Parameter(help="Writes the result as one HTML page.")] = None
    sheets: Annotated[
        Path | None,
        Parameter(
            help="Writes the result as tables: a workbook if it ends in .xlsx, else a folder of comma-separated values."
        ),
    ] = None
    methods: Annotated[
        Path | None, Parameter(help="Writes how the result came about, as text for a paper's appendix.")
    ] = None
    out: Out = None

    def write(self, result: Reconciliation, articles: Iterable[Article] = ()) -> None:
        """The result as the files that were asked for, and on standard output: a terminal always, a pipe if no file."""
        if self.out:
            write_result(result, self.out)
        if self.html:
            write_page(result, self.html, articles=articles)
        if self.sheets:
            write_sheets(result, self.sheets)
        if self.methods:
            self.methods.write_text(result.methods(), encoding="utf-8", newline="\n")
        console = Console()
        if console.is_terminal:
            console.print(tables(result))
        elif self == Outputs():
            sys.stdout.write(plain_text(result))
        _say_what_came_out(result)


app = App(
    name="claimrec",
    help="Reconciles what outlets claim about armed incidents, and shows what cannot all be true.",
    version=partial(version, "claimrec"),
)


@app.command(name="run")
def run_command(
    articles: ArticlesPath,
    *,
    outputs: Outputs = Outputs(),
    decisions: DecisionsPath = None,
    lexicon: Packs = ("syria",),
) -> int:
    """From articles to incidents, conflicts and a page."""
    words = _lexicon(lexicon)
    texts, claims = _extracted(articles, words)
    result = reconcile(claims, lexicon=words, decisions=_decided(decisions), unread=claims.unread)
    outputs.write(result, texts)
    return _code(texts, claims.unread)


@app.command(name="extract")
def extract_command(articles: ArticlesPath, *, out: Out = None, lexicon: Packs = ("syria",)) -> int:
    """From articles to claims, as JSON Lines."""
    texts, claims = _extracted(articles, _lexicon(lexicon))
    _write(claims, out)
    _say(f"{many(len(claims), 'claim')} read")
    _say_unread(claims.unread)
    return _code(texts, claims.unread)


@app.command(name="table")
def table_command(kind: Kind, table: TablePath, *, out: Out = None, lexicon: Packs = ("syria",)) -> int:
    """From a table of the field to claims, as JSON Lines."""
    words = _lexicon(lexicon)
    claims = TABLES[kind](table, words)
    _write(claims, out)
    rows = len({claim.row.line for claim in claims if claim.row})
    _say(f"{many(rows, 'row')} read, {many(len(claims), 'claim')}")
    for flag in claims.flags:
        _say(f"looks wrong: {flag}")
    _say_unread(claims.unread)
    return _code(claims.claims, claims.unread)


@app.command(name="reconcile")
def reconcile_command(
    claims: ClaimsPath,
    *,
    outputs: Outputs = Outputs(),
    decisions: DecisionsPath = None,
    lexicon: Packs = ("syria",),
) -> int:
    """From claims to incidents, conflicts and a page."""
    read = load_claims(claims)
    result = reconcile(read, lexicon=_lexicon(lexicon), decisions=_decided(decisions), unread=read.unread)
    outputs.write(result)
    return _code(read.claims, read.unread)


@app.command(name="explain")
def explain_command(
    claims: ClaimsPath, a: str, b: str, *, decisions: DecisionsPath = None, lexicon: Packs = ("syria",)
) -> int:
    """Why the claims of ids A and B are, or are not, one incident, and what their figures say of each other."""
    read = load_claims(claims)
    _say_unread(read.unread)
    result = reconcile(read, lexicon=_lexicon(lexicon), decisions=_decided(decisions), unread=read.unread)
    try:
        explanation = result.explain(a, b)
    except RuleError as error:
        _say(str(error))
        return WRONG_USE
    sys.stdout.write(explanation_text(explanation, result))
    return DONE


@app.command(name="count")
def count_command(expressions: Expressions = None, *, lexicon: Packs = ("syria",)) -> int:
    """Reads "more than 20" as `{"text": ..., "low": 21, "high": null, "hedge": "more_than"}`, line by line.

    A null `high` is open. Words that are no count have null for `low` and `hedge` as well.
    """
    words = _lexicon(lexicon)
    for number, line in numbered_lines(_lines_of(expressions)):
        try:
            text = decoded(line).rstrip("\r\n")
        except ClaimrecError as error:
            _say_unread([Unread(str(error), file=str(expressions or "standard input"), line=number)])
            continue
        read = read_count(text, words)
        found = {"low": read.count.low, "high": read.count.high, "hedge": read.hedge} if read else {}
        row = {"text": text, "low": None, "high": None, "hedge": None, **found}
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    return DONE


def main(tokens: Sequence[str] | None = None) -> int:
    """Runs the command that `tokens` name (those of the shell if None) and gives its exit code.

    0: done; 1: nothing of the input could be read; 2: wrong use.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        command, bound, _ = app.parse_args(tokens, exit_on_error=False, print_error=True)
    except CycloptsError:
        return WRONG_USE
    try:
        return command(*bound.args, **bound.kwargs) or DONE
    except BrokenPipeError:  # the reader of the pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except ModuleNotFoundError as error:
        _say(f'{error.name} is not installed; it comes with: pip install "claimrec[frames]"')
        return WRONG_USE
    except OSError as error:
        _say(f"{error.filename}: {error.strerror}")
    except ClaimrecError as error:
        _say(str(error))
    return UNREADABLE


def _lines_of(path: Path | None) -> Iterator[bytes]:
    if path is None:
        yield from sys.stdin.buffer
    else:
        with path.open("rb") as lines:
            yield from lines


def _lexicon(packs: Iterable[str]) -> Lexicon:
    shipped = shipped_packs()
    return load_lexicon("common", *(pack if pack in shipped else Path(pack) for pack in packs))


def _decided(path: Path | None) -> tuple[Decision, ...]:
    return load_decisions(path) if path else ()


def _extracted(path: Path, words: Lexicon) -> tuple[tuple[Article, ...], Claims]:
    read = read_articles(path)
    undated = sum(article.published is None for article in read)
    _say(
        f"{many(len(read), 'article')} read"
        + (f", {undated} without a date: what they say of yesterday cannot be dated" if undated else "")
    )
    claims = extract_claims(read.articles, lexicon=words)
    return read.articles, Claims(claims.claims, read.unread + claims.unread)


def _write(claims: Claims, out: Path | None) -> None:
    """The claims as the file that was asked for, else on standard output."""
    if out:
        write_claims(claims, out)
    else:
        sys.stdout.writelines(f"{claim_line(claim)}\n" for claim in claims)


def _say_what_came_out(result: Reconciliation) -> None:
    joined = sum(len(judgement.incident.claims) for judgement in result.incidents if len(judgement.incident.claims) > 1)
    _say(
        f"{many(len(result.claims), 'claim')}, {joined} of them joined with others, "
        f"{many(len(result.incidents), 'incident')}, {many(len(result.review), 'pair')} to review"
    )
    _say_unread(result.unread)


def _say_unread(unread: Sequence[Unread]) -> None:
    for left_out in unread:
        _say(f"left out: {left_out}")
    if len(unread) > 1:
        _say(f"{len(unread)} left out")


def _say(line: str) -> None:
    sys.stderr.write(f"claimrec: {harmless(line)}\n")


def _code(read: Sequence[object], unread: Sequence[Unread]) -> int:
    return UNREADABLE if unread and not read else DONE


if __name__ == "__main__":
    sys.exit(main())

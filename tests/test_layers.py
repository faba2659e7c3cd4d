"""Imports run one way through the rooms, and importing claimrec loads nothing heavy."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOMS = (
    "errors", "progress", "values", "records", "lexicon", "reading", "matching", "judging", "outlets", "showing",
    "exchange", "evaluation", "testing", "reconciliation", "__init__", "__main__",
)  # fmt: skip
"""From the first room to the last: a file imports from its own room and from earlier ones."""

HEAVY = (
    "IPython", "dateparser", "matplotlib", "narwhals", "pandas", "polars", "pyarrow", "pyspark", "scipy.optimize",
    "scipy.sparse", "text_to_num",
)  # fmt: skip
"""Libraries that are loaded where they are used; of scipy, pint loads the empty front alone."""

FOR_THE_COMMAND_LINE = ("cyclopts", "rich")

PACKAGE = Path(__file__).parent.parent / "claimrec"
FILES = sorted(PACKAGE.rglob("*.py"))


def room_of(file):
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_by(file):
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and not node.level:
            yield from [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        else:
            assert not (isinstance(node, ast.ImportFrom) and node.level), f"{file}: imports are written in full"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_file_imports_only_from_its_own_room_and_earlier_ones(file):
    here = ROOMS.index(room_of(file))
    rooms = {name.split(".")[1] for name in imported_by(file) if name.startswith("claimrec.")}
    assert {room for room in rooms if room in ROOMS and ROOMS.index(room) > here} == set()


def test_only_the_front_door_and_what_is_shown_import_by_name():
    """An import by name is seen by no test of imports: the front door looks down, values ask showing to show them."""
    by_name = {file.relative_to(PACKAGE).as_posix() for file in FILES if "importlib.import_module" in imported_by(file)}
    assert by_name == {"__init__.py", "records/shown.py"}


def test_every_room_has_its_place():
    assert {room_of(file) for file in FILES} <= set(ROOMS)


def loaded_by(statement):
    asked = f"import sys; {statement}; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    return set(run.stdout.split())


def test_importing_claimrec_loads_nothing_heavy():
    assert loaded_by("import claimrec").isdisjoint({*HEAVY, *FOR_THE_COMMAND_LINE})


def test_linking_an_arrow_table_loads_only_arrow_and_what_finds_components():
    """Pandas would take longer than the linking of 100,000 rows, and Arrow loads it for any number of Python's."""
    rows = (
        b"id,first,place,lat,lon,killed_low\n1,2023-02-03,Hama,35.1,36.7,3\n2,,Hama,,,\n3,2023-02-03,Hama,35.1,36.7,3\n"
    )
    raids = f"import io; from pyarrow import csv; raids = csv.read_csv(io.BytesIO({rows}))"
    linked = "from claimrec.matching.linking import link; assert len(link(raids).to_arrow()) == 3"
    assert loaded_by(f"{raids}; {linked}").isdisjoint(set(HEAVY) - {"pyarrow", "scipy.sparse"})


def test_the_command_line_loads_nothing_heavy():
    assert loaded_by("import claimrec.__main__").isdisjoint(HEAVY)


def test_importing_claimrec_takes_less_than_half_a_second():
    asked = "import time; begin = time.process_time(); import claimrec; print(time.process_time() - begin)"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    assert float(run.stdout) < 0.5


def test_a_whole_run_loads_nothing_that_shows_or_makes_frames():
    run = "import claimrec as cr; cr.reconcile(cr.read_claims(cr.Article('a', 'Two soldiers were killed in Idlib.')))"
    assert loaded_by(run).isdisjoint({"IPython", "matplotlib", "narwhals", "pandas", "polars", "pyarrow", "rich"})

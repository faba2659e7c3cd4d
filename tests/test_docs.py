"""The documents keep up with the code: every public name, rule, file and command stands in them, every command runs."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import claimrec
from claimrec.judging.checks import CHECKS
from claimrec.lexicon.packs import KINDS, TABLES
from claimrec.matching.shipped import COMPARISONS

ROOT = Path(__file__).parents[1]
PAGES = {
    page.name: page.read_text(encoding="utf-8") for page in [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"]
}
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("name", sorted(claimrec.__all__))
def test_every_public_name_stands_in_a_page(name):
    assert any(re.search(rf"\b{name}\b", page) for page in PAGES.values())


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda comparison: comparison.name)
def test_every_comparison_tells_an_editor_what_it_asks(comparison):
    assert "?" in comparison.about
    assert comparison.name in PAGES["writing_a_rule.md"]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_check_tells_an_editor_what_it_finds(check):
    assert check.__doc__


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_word_file_stands_in_the_lexicon_page(kind):
    assert f"`{kind}.{'tsv' if kind in TABLES else 'toml'}`" in PAGES["lexicon.md"]


@pytest.mark.parametrize("page", sorted(PAGES))
def test_every_link_inside_the_project_leads_somewhere(page):
    folder = ROOT if page == "README.md" else ROOT / "docs"
    for target in LINK.findall(PAGES[page]):
        assert target.startswith("https://") or (folder / target).exists()


@pytest.mark.parametrize("page", sorted(PAGES))
def test_no_fence_closes_right_behind_an_example(page):
    """Doctest would take the fence for output."""
    for block in re.findall(r"^```pycon\n(.*?)^```$", PAGES[page], re.MULTILINE | re.DOTALL):
        assert block.endswith("\n\n")


@pytest.mark.skipif(not shutil.which("bash"), reason="the examples are written for bash")
@pytest.mark.parametrize("page", [name for name in sorted(PAGES) if CONSOLE.search(PAGES[name])])
def test_every_command_prints_what_the_page_shows(page, tmp_path):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    for block in CONSOLE.findall(PAGES[page]):
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            printed = in_shell(command, tmp_path)
            assert doctest.OutputChecker().check_output(shown, printed, doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)


def in_shell(command, folder):
    """What a shell command prints; `claimrec` in it is the package under test."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    script = f'claimrec() {{ "{sys.executable}" -m claimrec "$@"; }}; {command}'
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


NOTEBOOKS = sorted((ROOT / "examples" / "notebooks").glob("*.py"))


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda notebook: notebook.stem)
def test_every_notebook_is_plain_text_that_the_site_runs(notebook):
    text = notebook.read_text(encoding="utf-8")
    assert "format_name: percent" in text
    assert re.search(r"^# %% \[markdown\]\n# # \w", text, re.MULTILINE)
    compile(text, notebook.name, "exec")
    assert f"../examples/notebooks/{notebook.name}" in PAGES["index.md"]
    assert f"\n../examples/notebooks/{notebook.stem}\n" in PAGES["index.md"]


def test_notebooks_are_kept_without_outputs():
    assert {file.suffix for file in (ROOT / "examples" / "notebooks").iterdir() if file.is_file()} == {".py"}


@pytest.mark.parametrize("name", sorted(claimrec.__all__))
def test_every_public_name_stands_in_the_reference(name):
    assert re.search(rf"^\.\. auto\w+:: {name}$", PAGES["reference.md"], re.MULTILINE)


@pytest.mark.parametrize("page", sorted(set(PAGES) - {"README.md", "index.md"}))
def test_every_page_is_reached_from_the_front_page(page):
    assert f"]({page})" in PAGES["index.md"]
    assert f"\n{page.removesuffix('.md')}\n" in PAGES["index.md"]

"""The names of the front door: few, present, and explained."""

import inspect
import re
from pathlib import Path

import pytest

import claimrec

ROOT = Path(__file__).parent.parent


def test_there_are_twenty_to_thirty_some_public_names_in_order():
    assert 20 <= len(claimrec.__all__) <= 41
    assert claimrec.__all__ == sorted(claimrec.__all__, key=lambda name: (not name.isupper(), name))


@pytest.mark.parametrize("name", claimrec.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name):
    value = getattr(claimrec, name)
    if inspect.isclass(value) or callable(value):
        assert inspect.getdoc(value)


def test_the_stages_are_functions_not_the_modules_they_live_in():
    assert all(callable(stage) for stage in (claimrec.read_articles, claimrec.read_claims, claimrec.reconcile))


def test_every_public_name_has_a_line_in_the_documentation():
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    words = set(re.findall(r"\w+", "\n".join(page.read_text(encoding="utf-8") for page in pages)))
    assert set(claimrec.__all__) - words == set()

"""What one outlet gives as the place, another may name only in passing."""

import attrs
import pytest
from factory import claim
from valley import AYN_ZAYTUN, LEXICON, MONDAY, TELL_HARUN

from claimrec.matching.mention import mention, mention_of
from claimrec.reading.sketches import spelled
from claimrec.records.sketch import Sketch
from claimrec.testing.laws import check_laws
from claimrec.values.place import Place

MILL = Place("Old Sunbul Mill")


def told(name, place, names):
    one = claim("5 killed", name=name, article=name, day=MONDAY, place=place)
    return attrs.evolve(one, sketch=Sketch.of(spelled(names.split())) if names else None)


def found(one, other):
    keys = [mention_of(of, LEXICON) for of in (one, other)]
    finding = mention.level(*keys)
    assert mention.level(*reversed(keys)) == finding
    assert None in keys or mention.graded(*keys) == finding.level
    return finding


def test_laws():
    check_laws(mention)


@pytest.mark.parametrize(
    ("place", "other_place", "names", "because"),
    [
        (MILL, None, "Old Sunbul Mill Marabad", "Old Sunbul Mill in the other article as well"),
        (MILL, TELL_HARUN, "Old Sunbul Mill Marabad", "Old Sunbul Mill in the other article as well"),
        (MILL, None, "Old Mill Marabad", None),
        (MILL, None, "Marabad", None),
        (MILL, MILL, "Old Sunbul Mill", None),
        (TELL_HARUN, AYN_ZAYTUN, "Tell Harun", None),
        (TELL_HARUN, None, "Tell Harun", "Tell Harun in the other article as well"),
        (AYN_ZAYTUN, None, "Olive Spring", "Ayn Zaytun in the other article as well"),
        (Place("Dune"), None, "Dune", None),
        (None, None, "Sunbul", None),
    ],
    ids=str,
)
def test_a_place_that_the_other_article_names_is_told_by_both(place, other_place, names, because):
    finding = found(told("a", place, "Sahran"), told("b", other_place, names))
    assert (finding.because if finding.bits else None) == because


def test_both_places_may_be_named():
    one, other = told("a", MILL, "Sunbul Zahra Bridge"), told("b", Place("Zahra Bridge"), "Old Sunbul Mill")
    assert found(one, other).because == "Old Sunbul Mill and Zahra Bridge in the other article as well"


def test_articles_without_a_sketch_and_one_article_name_nothing():
    assert found(told("a", MILL, ""), told("b", None, "Old Sunbul Mill")).because == "one gives no mention"
    assert found(told("a", MILL, "Old"), told("a", None, "Old Sunbul Mill")).level == "not said"

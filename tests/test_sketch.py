"""A sketch tells whether two articles share rare names, and holds no name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.errors import RecordError
from claimrec.reading.claims import read_claims
from claimrec.reading.sketches import sketch_of
from claimrec.records.article import Article
from claimrec.records.sketch import MARKS, MOST, Sketch

words = st.lists(st.text(), min_size=1)


@given(words, st.randoms(use_true_random=False))
def test_order_case_and_number_of_words_make_no_difference(said, order):
    again = [word.swapcase() if word.swapcase().casefold() == word.casefold() else word for word in said + said]
    order.shuffle(again)
    assert Sketch.of(again) == Sketch.of(said)


@given(words)
def test_a_sketch_is_written_and_read_again(said):
    sketch = Sketch.of(said)
    assert Sketch.parse(str(sketch)) == sketch == eval(repr(sketch))


def test_long_texts_keep_the_lowest_marks_so_that_what_they_share_is_kept_in_both():
    one, other = (Sketch.of(f"name{n}" for n in range(start, start + 1000)) for start in (0, 500))
    assert len(one.marks) == len(other.marks) == MOST
    assert 40 < len({*one.marks} & {*other.marks}) < 90  # half of the names of each are in both


@pytest.mark.parametrize("marks", [(), (2, 1), (1, 1), (-1,), (MARKS,)])
def test_marks_stand_in_order_each_once(marks):
    with pytest.raises(RecordError, match="in order and each once"):
        Sketch(marks)


@pytest.mark.parametrize("text", ["", "?", "JiWO", "JiWOz", "zs4mJQ=="])
def test_what_is_no_sketch_is_refused(text):
    with pytest.raises(RecordError, match="sketch"):
        Sketch.parse(text)


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        ("", "Two died in Saraqib, at Harun Street 5100.", ["two", "srcb", "harun", "strt", "5100"]),
        ("Saraqib Raid", "The raid on Saraqib was the first.", ["srcb"]),
        ("", "he saw no one in No. 7 of A-Street", ["strt"]),
        ("HARUN", "harun", []),
        ("", "two died", []),
        ("", "He died in Pont-Sondé. He died in Slavyansk.", ["pont", "sonde", "slvnsc"]),
    ],
)
def test_names_and_numbers_are_what_is_never_written_small(title, text, names):
    assert sketch_of(Article("a1", text, title=title)) == Sketch.of(names)


def test_every_claim_of_an_article_has_its_sketch():
    article = Article("a1", "Two soldiers were killed in Saraqib. In Idlib, three others were wounded.")
    claims = read_claims(article)
    assert len(claims) > 1
    assert {claim.sketch for claim in claims} == {sketch_of(article)}

"""Many values made in one go: the collector of circular garbage keeps off them."""

import gc

import pytest

from claimrec.values.gathering import MANY, no_collecting


@pytest.fixture(autouse=True)
def young_and_old():
    """Nothing is young at the start, and nothing stays frozen."""
    gc.collect()
    yield
    gc.unfreeze()


def made(many):
    with no_collecting():
        return [[number] for number in range(many)]


def young(values):
    ids = set(map(id, values))
    return sum(id(one) in ids for one in gc.get_objects(generation=0))


def test_many_new_values_are_old_at_once():
    assert young(made(MANY + 1)) == 0


def test_few_new_values_are_young_as_ever():
    assert young(made(200)) == 200


def test_what_the_caller_froze_stays_frozen():
    gc.freeze()
    frozen = gc.get_freeze_count()
    values = made(MANY + 1)
    assert 0 < gc.get_freeze_count() <= frozen
    assert len(values) > MANY


def test_many_values_made_inside_another_such_block_wait_for_its_end():
    with no_collecting():
        inner = made(MANY + 1)
        assert young(inner) == len(inner)
        assert not gc.isenabled()
    assert young(inner) == 0

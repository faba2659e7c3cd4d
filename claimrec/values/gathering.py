"""Making many values in one go, without the pauses of garbage collection."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 100_000
"""So many new values are put with the old ones: a look through them takes longer than to put them there."""


@contextmanager
def no_collecting() -> Iterator[None]:
    """Holds back the collector of circular garbage meanwhile: frozen values have no circles, and all of them are kept.

    Searching them again and again costs half of the time in which a large table is read, a fifth of judging. So many
    of them are not searched when it is over either: they count as old at once, as in mypy, which reads its caches so.

    >>> with no_collecting():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            if gc.get_count()[0] > MANY and not gc.get_freeze_count():  # what the caller froze stays frozen
                gc.freeze()
                gc.unfreeze()
            gc.enable()

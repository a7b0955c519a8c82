"""Hold Python's cyclic garbage collector while many objects are made that all stay.

Records, rows and packs hold no cycles, so reference counts free them; each pass of the collector in between only
walks over what has been made so far, and on a long text that costs as much as making it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """No cyclic garbage collection inside the block; where it was off already, it stays off.

    >>> with collector_at_rest():
    ...     gc.isenabled()
    False
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()

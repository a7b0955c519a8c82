"""Optional libraries, imported when they are needed, with a sentence for whoever has not installed them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ...errors import InputError


def needed(module: str, *, extra: str) -> Any:
    """Import an optional library; raises `InputError` (FZ163) that says which extra brings it.

    >>> needed("not_there", extra="arrow")
    Traceback (most recent call last):
    fazhi_ie.errors.InputError: FZ163: ...
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise InputError(
            "FZ163",
            f"This needs {module}, which cannot be imported ({error}); "
            f'run `pip install "fazhi-ie[{extra}]"`.',
        ) from error


def pyarrow() -> Any:
    """The library `pyarrow`."""
    return needed("pyarrow", extra="arrow")

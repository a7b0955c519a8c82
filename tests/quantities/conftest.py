"""The grammar of the default pack, compiled once, and a reader of marked-up expectations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fazhi_ie.packs import load_packs
from fazhi_ie.quantities import QuantityGrammar, QuantityMention, find_quantities
from marked import parse

Row = dict[str, str]


@pytest.fixture(scope="session")
def grammar() -> QuantityGrammar:
    return QuantityGrammar.from_packs(load_packs())


@pytest.fixture(scope="session")
def find(grammar: QuantityGrammar) -> Callable[[str], list[QuantityMention]]:
    return lambda text: find_quantities(text, grammar)


@pytest.fixture(scope="session")
def check(grammar: QuantityGrammar) -> Callable[[str], None]:
    """Assert that exactly the marked quantities are found, with the marked attributes.

    An attribute that is not marked has its default: unit and per are empty, the bound is exact.
    """

    def check(marked: str) -> None:
        text, marks = parse(marked)
        expected = [_row(text, m.start, m.end, m.attributes) for m in marks]
        assert [_found(text, q) for q in find_quantities(text, grammar)] == expected

    return check


_DEFAULTS = {"value_max": "", "unit": "", "bound": "exact", "per": "", "role": ""}


def _row(text: str, start: int, end: int, attributes: Row) -> Row:
    return {"text": text[start:end], "start": str(start), **_DEFAULTS, **attributes}


def _found(text: str, q: QuantityMention) -> Row:
    return {
        "text": text[q.start : q.end],
        "start": str(q.start),
        "value": f"{q.value:f}",
        "value_max": "" if q.value_max is None else f"{q.value_max:f}",
        "unit": q.unit,
        "bound": q.bound,
        "per": q.per,
        "role": q.role,
    }

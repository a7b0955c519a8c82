"""Reports as rows of the tidy tables, in plain Python values: what every writer of tables starts from.

Two things that a report may hold and a table may not are decided here, once for all formats. A lone surrogate
(half of a character, which UTF-8 cannot hold) becomes U+FFFD, so that offsets stay true. A number of 26 digits
or more, which no report of a real government gives, makes the report an error row (FZ160) in every format: it
is neither rounded nor left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Context, Decimal
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ...errors import InputError
from ...records import Record, Report
from .columns import TABLES, TableShape

if TYPE_CHECKING:
    from ..batch import Failure

Row = dict[str, object]

COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {name: tuple(column.name for column in shape.columns) for name, shape in TABLES.items()}
)
"""The columns of each table, in order."""

DIGITS, DECIMALS = 38, 13
"""Digits of a number in a table, and how many of them stand behind the point."""

_EXACT = Context(prec=2 * DIGITS)
_SURROGATE = re.compile("[\ud800-\udfff]")


def table_rows(result: Report | Failure) -> dict[str, list[Row]]:
    """The rows of each table for one report, or for what took its place.

    Values are `str`, `int`, `Decimal`, `date`, lists of `str`, and None. A failure has one row in `reports`.

    >>> from fazhi_ie import extract
    >>> row = table_rows(extract("全县办理行政复议案件1.8万件。", id="a.txt"))["statistics"][0]
    >>> row["report"], row["measure"], row["value"], row["unit"]
    ('a.txt', '办理行政复议案件', Decimal('18000'), '件')
    """
    if not isinstance(result, Report):
        return _failure_rows(result.source.id, result.error.type, result.error.message)
    try:
        return report_rows(result)
    except InputError as error:
        return _failure_rows(report_key(result), type(error).__name__, str(error))


def report_rows(report: Report) -> dict[str, list[Row]]:
    """The rows of each table for one report; raises `InputError` (FZ160) where a number does not fit."""
    key = report_key(report)
    rows = {name: _record_rows(name, key, getattr(report, name)) for name in TABLES if name != "reports"}
    own = _empty_report_row() | {name: storable(read(report)) for name, read in _READERS["reports"]}
    packs = [f"{pack.name}@{pack.version}" for pack in report.packs]
    return {"reports": [own | {"id": key, "packs": packs}], **rows}


def check_table(name: str) -> None:
    """Raise `InputError` (FZ162) unless there is a table of this name."""
    if name not in COLUMNS:
        raise InputError(
            "FZ162", f"There is no table {name!r} of a report; name one of {', '.join(COLUMNS)}."
        )


def report_key(report: Report) -> str:
    """What names a report in tables: the caller's id, or the text's SHA-256 where there is none."""
    key = report.source.id
    return report.source.sha256 if key is None else str(storable(key))


def _record_rows(table: str, key: str, records: tuple[Any, ...]) -> list[Row]:
    readers = _READERS[table]
    return [
        {"report": key, "n": n, **{name: storable(read(record)) for name, read in readers}}
        for n, record in enumerate(records)
    ]


def _failure_rows(id: str, type: str, message: str) -> dict[str, list[Row]]:
    row = _empty_report_row() | {"id": id, "error_type": type, "error_message": message}
    return {"reports": [{name: storable(value) for name, value in row.items()}], **_no_records()}


def _no_records() -> dict[str, list[Row]]:
    return {name: [] for name in TABLES if name != "reports"}


def _empty_report_row() -> Row:
    return dict.fromkeys(COLUMNS["reports"])


def storable(value: Any) -> Any:
    """The value as any table can hold it; raises `InputError` (FZ160) for a number that is too large.

    >>> storable("\\ud800制度")
    '\ufffd制度'
    """
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, str):
        return value if value.isascii() else _SURROGATE.sub("\ufffd", value)
    if isinstance(value, Decimal) and not _fits(value):
        raise InputError(
            "FZ160",
            f"The number {value:f} has more than {DIGITS - DECIMALS} digits before the point or {DECIMALS} behind, "
            "which tables cannot hold; look whether the text is damaged, or read the report as JSON.",
        )
    if isinstance(value, list | tuple):
        return [storable(item) for item in value]
    if isinstance(value, dict):
        return {name: storable(item) for name, item in value.items()}
    return value


def _fits(number: Decimal) -> bool:
    return number.adjusted() < DIGITS - DECIMALS and int(number.as_tuple().exponent) >= -DECIMALS


def short(number: Decimal) -> Decimal:
    """The number as extraction writes it, without the zeros that fill a column of decimals.

    >>> short(Decimal("98.1000000000000")), short(Decimal("1800.0000000000000"))
    (Decimal('98.1'), Decimal('1800'))
    """
    whole = number == number.to_integral_value()
    return number.quantize(Decimal(1), context=_EXACT) if whole else number.normalize(_EXACT)


def _reader(model: type[Record], path: str) -> Callable[[Any], Any]:
    """A function that follows a path into a record: through None it gives None, through a tuple a list."""
    name, _, rest = path.partition(".")
    inner = model.model_fields[name].annotation
    if not rest or (isinstance(inner, type) and issubclass(inner, Record)):
        return attrgetter(path)
    follow = attrgetter(rest)

    def read(record: Any) -> Any:
        value = getattr(record, name)
        if value is None:
            return None
        return [follow(item) for item in value] if isinstance(value, tuple) else follow(value)

    return read


def _readers(shape: TableShape) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    return tuple((column.name, _reader(shape.model, column.path)) for column in shape.columns if column.path)


_READERS = {name: _readers(shape) for name, shape in TABLES.items()}

"""Reports as Arrow rows with lists of records in them, one row a document, and back again.

This form loses nothing: `reports_from_arrow(reports_to_arrow(reports))` are the same reports. Only half
characters (lone surrogates), which Arrow's UTF-8 cannot hold, come back as U+FFFD.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ...collector import collector_at_rest
from ...errors import InputError
from ...records import Report
from .needed import pyarrow
from .rows import Row, short, storable
from .schemas import report_schema

if TYPE_CHECKING:
    import pyarrow as pa

    from ..batch import Failure


def reports_to_arrow(results: Iterable[Report | Failure]) -> pa.RecordBatch:
    """Put reports, and what took the place of one, into one batch with the columns of `report_schema()`.

    A report with a number too large for a column becomes an error row (FZ160).
    """
    return batch_of([report_row(result) for result in results])


def batch_of(rows: list[Row]) -> pa.RecordBatch:
    """A batch from rows as `report_row` and `error_row` make them."""
    pa, schema = pyarrow(), report_schema()
    try:
        return pa.RecordBatch.from_pylist(rows, schema)
    except (pa.ArrowInvalid, UnicodeEncodeError):  # rare, so values are looked at one by one only then
        return pa.RecordBatch.from_pylist(list(map(_storable_row, rows)), schema)


def _storable_row(row: Row) -> Row:
    try:
        held: Row = storable(row)
    except InputError as error:
        held = storable(error_row(row["id"], type(error).__name__, str(error)))
    return held


def report_row(result: Report | Failure) -> Row:
    """One row of `report_schema()`."""
    if not isinstance(result, Report):
        return error_row(result.source.id, result.error.type, result.error.message)
    return {"id": result.source.id, **result.model_dump()}


def error_row(id: object, type: str, message: str) -> Row:
    """The row of a document that gave no report."""
    return {"id": id, "error_type": type, "error_message": message}


def reports_from_arrow(data: pa.RecordBatch | pa.Table) -> list[Report | Failure]:
    """Read reports, and failures, back from rows with the columns of `report_schema()`.

    >>> from fazhi_ie import extract
    >>> report = extract("全县办理行政复议案件1.8万件。", id="a.txt")
    >>> reports_from_arrow(reports_to_arrow([report])) == [report]
    True
    """
    with collector_at_rest():
        return [_result(row) for row in data.select(report_schema().names).to_pylist()]


def _result(row: dict[str, Any]) -> Report | Failure:
    from ..batch import Failure

    id, type, message = row.pop("id"), row.pop("error_type"), row.pop("error_message")
    if type is not None:
        return Failure.model_validate(
            {"source": {"id": id or ""}, "error": {"type": type, "message": message}}
        )
    return Report.model_validate(_short(row))


def _short(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _short(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_short(item) for item in value]
    return short(value) if isinstance(value, Decimal) else value

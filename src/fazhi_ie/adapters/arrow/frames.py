"""Reports as tidy Arrow tables, and these as data frames of pandas and Polars.

Arrow tables are exact. In data frames numbers are floats, because sums, means and plots are what people want
there, and few libraries take decimals; each is the float nearest to the exact number (98.07 prints as 98.07).
`exact=True` keeps decimals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from ...collector import collector_at_rest
from ...errors import InputError
from .needed import needed, pyarrow
from .rows import COLUMNS, Row, check_table, report_rows, short, table_rows
from .schemas import schemas

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow as pa

    from ...records import Report
    from ..batch import Failure

_REPORTS_AT_ONCE = 200


def tables(reports: Iterable[Report | Failure]) -> dict[str, pa.Table]:
    """Put the records of reports into one table a kind: reports, sections, terms, statistics, citations.

    The columns are always the same, also when there is no row; `report` in all tables is `id` in `reports`. Raises
    `InputError` (FZ161) when two reports have the same id, as their rows could not be told apart.

    >>> import fazhi_ie
    >>> made = fazhi_ie.tables([fazhi_ie.extract("受理案件36件，办结35件。", id="a")])
    >>> made["statistics"].select(["report", "measure", "unit"]).to_pylist()[0]
    {'report': 'a', 'measure': '受理案件', 'unit': '件'}
    """
    pa, shapes = pyarrow(), schemas()
    batches: dict[str, list[Any]] = {name: [] for name in shapes}
    seen: set[object] = set()
    for rows in _chunks(reports):
        _refuse_twins(rows["reports"], seen)
        for name, schema in shapes.items():
            batches[name].append(pa.RecordBatch.from_pylist(rows[name], schema))
    return {name: pa.Table.from_batches(batches[name], schema) for name, schema in shapes.items()}


def _chunks(reports: Iterable[Report | Failure]) -> Iterator[dict[str, list[Row]]]:
    source = iter(reports)
    while chunk := list(islice(source, _REPORTS_AT_ONCE)):
        with collector_at_rest():
            each = [table_rows(result) for result in chunk]
        yield {name: [row for rows in each for row in rows[name]] for name in COLUMNS}


def _refuse_twins(rows: list[Row], seen: set[object]) -> None:
    for row in rows:
        if row["id"] in seen:
            raise InputError(
                "FZ161",
                f"Two reports have the id {row['id']!r}, so their rows could not be told apart; give each text an "
                "id of its own, as in extract_many([(id, text), …]), and leave out a text given twice.",
            )
        seen.add(row["id"])


def to_arrow(report: Report, table: str) -> pa.Table:
    """One table of one report; raises `InputError` (FZ160, FZ162) for a number too large or an unknown table."""
    check_table(table)
    return pyarrow().Table.from_pylist(report_rows(report)[table], schemas()[table])


def to_pandas(table: pa.Table, *, exact: bool = False) -> pandas.DataFrame:
    """A table as a pandas data frame: `string`, `Int64`, `datetime64`, and `float64` or with `exact` `Decimal`."""
    pd, types = needed("pandas", extra="pandas"), pyarrow().types

    def dtype(kind: Any) -> Any:
        if types.is_string(kind):
            return pd.StringDtype()
        return pd.Int64Dtype() if types.is_int64(kind) else None

    frame: pandas.DataFrame = table.to_pandas(types_mapper=dtype, date_as_object=False)
    for field in (field for field in table.schema if types.is_decimal(field.type)):
        numbers = [None if number is None else short(number) for number in table[field.name].to_pylist()]
        frame[field.name] = pd.Series(numbers, frame.index, dtype=object if exact else "float64")
    return frame


def to_polars(table: pa.Table, *, exact: bool = False) -> polars.DataFrame:
    """A table as a Polars data frame; numbers are `Float64`, or with `exact` `Decimal`."""
    frame: polars.DataFrame = needed("polars", extra="polars").from_arrow(
        table if exact else _with_floats(table)
    )
    return frame


def _with_floats(table: pa.Table) -> pa.Table:
    """The table with decimals as floats: by way of Python, as Arrow's own cast can miss the nearest float."""
    pa = pyarrow()
    for place, field in enumerate(table.schema):
        if pa.types.is_decimal(field.type):
            values = [None if value is None else float(value) for value in table.column(place).to_pylist()]
            table = table.set_column(place, field.with_type(pa.float64()), pa.array(values, pa.float64()))
    return table

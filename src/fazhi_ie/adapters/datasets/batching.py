"""Rows gathered into Arrow tables of a fixed length, for the formats that are written in columns.

The length depends on nothing but the number of rows, so that how results are cut into batches by the caller
does not show in the file, and what is held in memory is one such table for each kind of record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from ..arrow.rows import table_rows
from ..arrow.schemas import schemas

if TYPE_CHECKING:
    import pyarrow

    from ..arrow.rows import Row
    from . import Result

ROWS = 50_000
_STEP = 5_000
"""Rows are turned into Arrow after so many, because in Python they take ten times the room."""

Put = Callable[[str, "pyarrow.Table"], None]


class ArrowWriter:
    """Gathers rows and hands them on as tables: `put(name, table)`."""

    def __init__(self, put: Put) -> None:
        self._put = put
        self._schemas = schemas()
        self._rows: dict[str, list[Row]] = {name: [] for name in self._schemas}
        self._batches: dict[str, list[pyarrow.RecordBatch]] = {name: [] for name in self._schemas}

    def write(self, results: Iterable[Result]) -> None:
        for result in results:
            for name, rows in table_rows(result).items():
                self._rows[name] += rows
                while len(self._rows[name]) >= _STEP:
                    self._convert(name)
                    if len(self._batches[name]) * _STEP >= ROWS:
                        self._hand_on(name)

    def finish(self) -> None:
        """Hand on what is left."""
        for name in self._schemas:
            self._convert(name)
            self._hand_on(name)

    def _convert(self, name: str) -> None:
        import pyarrow

        rows, self._rows[name] = self._rows[name][:_STEP], self._rows[name][_STEP:]
        if rows:
            self._batches[name].append(pyarrow.RecordBatch.from_pylist(rows, schema=self._schemas[name]))

    def _hand_on(self, name: str) -> None:
        import pyarrow

        batches, self._batches[name] = self._batches[name], []
        if batches:
            self._put(name, pyarrow.Table.from_batches(batches).combine_chunks())

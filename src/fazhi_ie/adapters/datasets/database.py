"""DuckDB: one file with all tables, for questions in SQL.

Column types are those of the Arrow schemas; what a column means is its comment (`FROM duckdb_columns()`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...errors import InputError
from ..arrow.rows import COLUMNS
from ..arrow.schemas import schemas
from .batching import ArrowWriter
from .targets import whole_path

if TYPE_CHECKING:
    import pyarrow

# Nothing is fetched, and what has been written does not stay in memory.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "memory_limit": "256MB",
}


@contextmanager
def writer(path: Path) -> Iterator[ArrowWriter]:
    """Write a `.duckdb` file; needs duckdb and pyarrow. Raises `InputError` (FZ128) when the disk does not take it."""
    import duckdb

    try:
        with whole_path(path) as part, duckdb.connect(str(part), config=_CONFIG) as database:
            _create_tables(database)
            rows = ArrowWriter(lambda name, table: _insert(database, name, table))
            yield rows
            rows.finish()
    except duckdb.Error as error:
        raise InputError(
            "FZ128", f"The database {path} cannot be written: {error}; look whether the disk is full."
        ) from error


def _create_tables(database: Any) -> None:
    """Make empty tables whose columns say what they mean, in one transaction, because each waits for the disk."""
    database.begin()
    for table, schema in schemas().items():
        database.register("batch", schema.empty_table())
        database.execute(f"CREATE TABLE {table} AS SELECT * FROM batch")
        for field in schema:
            about = field.metadata[b"description"].decode().replace("'", "''")
            database.execute(f"COMMENT ON COLUMN {table}.{field.name} IS '{about}'")
    database.commit()


def _insert(database: Any, table: str, rows: pyarrow.Table) -> None:
    database.register("batch", rows)
    database.execute(f"INSERT INTO {table} SELECT * FROM batch")
    database.unregister("batch")


def is_dataset(path: Path) -> bool:
    """Whether a file is a database with the tables of a dataset and nothing else."""
    import duckdb

    try:
        with duckdb.connect(str(path), read_only=True, config=_CONFIG) as database:
            found = database.execute("SELECT table_name FROM information_schema.tables").fetchall()
    except duckdb.Error:
        return False
    return {name for (name,) in found} == set(COLUMNS)

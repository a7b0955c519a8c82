"""Parquet: a folder with a file a table, for data frames and for engines that read columns.

Types are those of the Arrow schemas, with the meaning and unit of each column in its metadata.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from ..arrow.schemas import schemas
from .batching import ROWS, ArrowWriter
from .targets import holds_tables, whole_folder

SUFFIX = ".parquet"


@contextmanager
def writer(path: Path) -> Iterator[ArrowWriter]:
    """Write a folder of `.parquet` files; needs pyarrow."""
    from pyarrow import parquet

    with whole_folder(path) as folder, ExitStack() as files:
        tables = {
            name: files.enter_context(
                parquet.ParquetWriter(folder / f"{name}{SUFFIX}", schema, compression="zstd")
            )
            for name, schema in schemas().items()
        }
        rows = ArrowWriter(lambda name, table: tables[name].write_table(table, row_group_size=ROWS))
        yield rows
        rows.finish()


def is_dataset(path: Path) -> bool:
    """Whether a folder holds the tables of a dataset and nothing else."""
    return holds_tables(path, SUFFIX)

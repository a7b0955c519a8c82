"""CSV: a folder with a file a table, for spreadsheets and for everything else that reads lines of cells.

UTF-8 with a byte order mark, without which Excel takes Chinese for another encoding; lines end with CRLF and
cells are quoted as RFC 4180 says. Text that a spreadsheet could take for a formula has an apostrophe in front
(see `cells`).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..arrow.rows import COLUMNS, table_rows
from .cells import plain_text
from .targets import holds_tables, whole_folder

if TYPE_CHECKING:
    from . import Result

SUFFIX = ".csv"


class CsvWriter:
    """Writes results to the open files of a folder."""

    def __init__(self, folder: Path, files: ExitStack) -> None:
        self._tables = {}
        for table, columns in COLUMNS.items():
            stream = (folder / f"{table}{SUFFIX}").open("w", encoding="utf-8-sig", newline="")
            self._tables[table] = csv.writer(files.enter_context(stream))
            self._tables[table].writerow(columns)

    def write(self, results: Iterable[Result]) -> None:
        for result in results:
            for table, rows in table_rows(result).items():
                self._tables[table].writerows(map(plain_text, row.values()) for row in rows)


@contextmanager
def writer(path: Path) -> Iterator[CsvWriter]:
    """Write a folder of `.csv` files."""
    with whole_folder(path) as folder, ExitStack() as files:
        yield CsvWriter(folder, files)


def is_dataset(path: Path) -> bool:
    """Whether a folder holds the tables of a dataset and nothing else."""
    return holds_tables(path, SUFFIX)

"""Comparisons as data frames, CSV files and pages.

Numbers are exact: decimals in a data frame, all their digits in a file. Text in a file is made safe for
spreadsheets as in every dataset (`adapters.datasets.cells`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..adapters.datasets.cells import plain_text
from ..adapters.datasets.targets import whole_file
from ..errors import InputError
from ..extractor import DEFAULT_PACKS, PackNames
from ..packs import load_packs
from .model import Comparison
from .views import IDENTITY, LONG, PlainRow, long, wide

if TYPE_CHECKING:
    import pandas

SUFFIXES = (".csv", ".xlsx", ".html")


def check_suffix(path: Path) -> None:
    """Raise `InputError` unless the file's name ends in a suffix that can be written."""
    if path.suffix.lower() not in SUFFIXES:
        raise InputError(
            "FZ123",
            f"A comparison cannot be written as {path.name}; name a file that ends in .csv, .xlsx or .html.",
        )


def write(
    comparison: Comparison, path: Path, *, long: bool = False, packs: PackNames = DEFAULT_PACKS
) -> None:
    """Write a comparison as the file's suffix says; `long` concerns CSV alone, `packs` HTML alone."""
    check_suffix(path)
    suffix = path.suffix.lower()
    if suffix == ".csv":
        comparison.to_csv(path, long=long)
    elif suffix == ".xlsx":
        comparison.to_xlsx(path)
    else:
        comparison.to_html(path, packs=packs)


def write_html(comparison: Comparison, path: Path, *, packs: PackNames) -> None:
    """Write the page with charts, which takes its name only when it is whole."""
    from ..adapters.html import write_comparison

    with whole_file(path) as stream:
        write_comparison(stream, comparison, topics=load_packs(packs).topics)


def write_csv(comparison: Comparison, path: Path, *, long: bool) -> None:
    """Write one of the views as a CSV file, which takes its name only when it is whole."""
    header, rows = _view(comparison, long_view=long)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([plain_text(row[name]) for name in header] for row in rows)
    with whole_file(path) as stream:
        stream.write(text.getvalue().encode("utf-8-sig"))


def data_frame(comparison: Comparison, *, long: bool) -> pandas.DataFrame:
    """One of the views as a pandas data frame."""
    try:
        import pandas
    except ImportError as error:
        raise InputError(
            "FZ124", "to_pandas() needs pandas, which is not installed; run `pip install pandas`."
        ) from error
    header, rows = _view(comparison, long_view=long)
    return pandas.DataFrame(rows, columns=list(header), dtype=object)


def _view(comparison: Comparison, *, long_view: bool) -> tuple[Sequence[str], list[PlainRow]]:
    if long_view:
        return LONG, long(comparison)
    return wide_header(comparison), wide(comparison)


def wide_header(comparison: Comparison) -> list[str]:
    """The column names of the wide view, also when there is no row."""
    return [*IDENTITY, *(column.indicator for column in comparison.columns), "not_exact", "conflicts"]

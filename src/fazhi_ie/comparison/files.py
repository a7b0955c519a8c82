"""Comparisons as data frames and CSV files.

Numbers are exact: decimals in a data frame, all their digits in a file. Text that a spreadsheet could take
for a formula (it begins with = + - @, half or full width, a tab or a line end) gets an apostrophe in front,
as OWASP advises against CSV injection.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import InputError
from .model import Comparison
from .views import IDENTITY, LONG, PlainRow, long, wide

if TYPE_CHECKING:
    import pandas

SUFFIXES = (".csv", ".xlsx")
_FORMULA = tuple("=+-@＝＋－＠\t\r\n")


def check_suffix(path: Path) -> None:
    """Raise `InputError` unless the file's name ends in a suffix that can be written."""
    if path.suffix.lower() not in SUFFIXES:
        raise InputError(
            "FZ123",
            f"A comparison cannot be written as {path.name}; name a file that ends in .csv or .xlsx.",
        )


def write(comparison: Comparison, path: Path, *, long: bool = False) -> None:
    """Write a comparison in the form that the file's suffix says; `long` concerns CSV alone."""
    check_suffix(path)
    if path.suffix.lower() == ".csv":
        comparison.to_csv(path, long=long)
    else:
        comparison.to_xlsx(path)


def write_csv(comparison: Comparison, path: Path, *, long: bool) -> None:
    """Write one of the views as a CSV file, which takes its name only when it is whole."""
    from ..adapters.jsonl import whole_file

    header, rows = _view(comparison, long_view=long)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([plain_text(row[name]) for name in header] for row in rows)
    with whole_file(path) as stream:
        stream.write(text.getvalue().encode("utf-8-sig", "replace"))


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


def plain_text(value: Any) -> str:
    """A value as a file holds it: numbers in full, nothing for None, text that is no formula.

    >>> plain_text(Decimal("1.20E+4")), plain_text(None), plain_text("=1+1")
    ('12000', '', "'=1+1")
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return no_formula(value) if isinstance(value, str) else str(value)


def no_formula(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet could take it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text

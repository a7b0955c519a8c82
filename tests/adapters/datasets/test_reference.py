"""The reference page says what every column means, in the words that Parquet and DuckDB carry."""

from __future__ import annotations

from pathlib import Path

import pytest

from datasets_read import TABLES
from fazhi_ie.arrow import schemas

PAGE = Path(__file__).parents[3] / "docs/reference/datasets.md"


@pytest.mark.parametrize("table", TABLES)
def test_page_has_every_column_in_order(table: str) -> None:
    part = PAGE.read_text("utf-8").partition(f"### `{table}`\n")[2].partition("\n#")[0]
    rows = [line.split(" | ") for line in part.splitlines() if line.startswith("| `")]
    columns = [
        (f"| `{field.name}`", f"{field.metadata[b'description'].decode()} |") for field in schemas()[table]
    ]
    assert [(row[0], row[-1]) for row in rows] == columns

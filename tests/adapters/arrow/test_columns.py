"""The tables' columns: their order, and that no field of a record is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pyarrow as pa
import pytest
from pydantic import BaseModel

from fazhi_ie import Report
from fazhi_ie.adapters.arrow.columns import TABLES
from fazhi_ie.arrow import COLUMNS, report_schema, schemas

LISTS = {"sections", "terms", "statistics", "citations"}
ELSEWHERE = {
    "schema_version": "in the metadata of every schema",
    "source.id": "the column `id`",
    "packs.name": "the column `packs`",
    "packs.version": "the column `packs`",
}


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model in an annotation: in `X`, `X | None` and `tuple[X, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(model_in, get_args(annotation))), None)


def leaves(model: type[BaseModel], before: str = "") -> Iterator[str]:
    """The path of every plain value in a record."""
    for name, field in model.model_fields.items():
        inner = model_in(field.annotation)
        if inner is None:
            yield before + name
        elif not (model is Report and name in LISTS):
            yield from leaves(inner, f"{before}{name}.")


@pytest.mark.parametrize("table", TABLES)
def test_every_field_of_a_record_stands_in_its_table(table):
    shape = TABLES[table]
    shown = {column.path for column in shape.columns} - {""}
    assert shown == set(leaves(shape.model)) - (set(ELSEWHERE) if table == "reports" else set())


def test_every_list_of_a_report_is_a_table():
    assert set(TABLES) == {"reports", *LISTS}


def names(kind: pa.DataType) -> Any:
    """The names in a nested type, as dicts."""
    if pa.types.is_list(kind):
        return names(kind.value_type)
    return {field.name: names(field.type) for field in kind} if pa.types.is_struct(kind) else None


def fields(model: type[BaseModel]) -> Any:
    found = {name: model_in(field.annotation) for name, field in model.model_fields.items()}
    return {name: fields(inner) if inner else None for name, inner in found.items()}


def test_report_schema_has_every_field_as_it_nests():
    schema = report_schema()
    assert names(pa.struct(list(schema))) == {
        "id": None,
        **fields(Report),
        "error_type": None,
        "error_message": None,
    }


def test_columns_keep_their_order():
    assert {name: " ".join(columns) for name, columns in COLUMNS.items()} == {
        "reports": "id title issuers region_name region_code region_level year document_number issued_on "
        "length sha256 packs pack_hashes error_type error_message",
        "sections": "report n section parent level number heading kind start end",
        "terms": "report n term name kind topic text start end section",
        "statistics": "report n measure indicator value value_max unit bound per status period_year "
        "period_label text start end section sentence_start sentence_end cue_start cue_end",
        "citations": "report n title title_text document_number article kind text start end",
    }


@pytest.mark.parametrize("table", TABLES)
def test_schema_describes_every_column(table):
    schema = schemas()[table]
    assert tuple(schema.names) == COLUMNS[table]
    assert schema.metadata == {b"fazhi_ie.schema_version": b"1"}
    assert all(field.metadata[b"description"] for field in schema)
    offsets = [field for field in schema if field.name.endswith(("start", "end"))]
    assert all(b"code points" in field.metadata[b"unit"] for field in offsets)


@pytest.mark.parametrize(
    ("column", "kind", "nullable"),
    [
        ("statistics.report", pa.string(), False),
        ("statistics.n", pa.int64(), False),
        ("statistics.value", pa.decimal128(38, 13), False),
        ("statistics.value_max", pa.decimal128(38, 13), True),
        ("statistics.indicator", pa.string(), True),
        ("statistics.period_year", pa.int64(), True),
        ("statistics.period_label", pa.string(), True),
        ("statistics.cue_start", pa.int64(), True),
        ("statistics.sentence_start", pa.int64(), False),
        ("sections.kind", pa.string(), False),
        ("reports.id", pa.string(), False),
        ("reports.issued_on", pa.date32(), True),
        ("reports.issuers", pa.list_(pa.field("item", pa.string(), nullable=False)), True),
        ("reports.length", pa.int64(), True),
    ],
)
def test_type_of_a_column_follows_from_the_record(column, kind, nullable):
    table, name = column.split(".")
    field = schemas()[table].field(name)
    assert (field.type, field.nullable) == (kind, nullable)

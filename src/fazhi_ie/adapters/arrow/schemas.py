"""Arrow schemas, made by walking the record models, so that a new field of a record cannot be forgotten.

Numbers are `decimal128(38, 13)`: a written number has at most 15 characters, so 13 places behind the point hold
each one exactly. Offsets are 64-bit, texts UTF-8. What a column means is in its metadata (`description`, `unit`).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from ...records import SCHEMA_VERSION, Report
from .columns import TABLES, Column
from .needed import pyarrow
from .rows import DECIMALS, DIGITS

if TYPE_CHECKING:
    import pyarrow as pa

_COMPUTED = {"n": int, "packs": tuple[str, ...]}  # all other columns without a path are strings
_ALWAYS_THERE = frozenset({"id", "report", "n"})


def schemas() -> dict[str, pa.Schema]:
    """The schema of each tidy table: `reports`, `sections`, `terms`, `statistics`, `citations`.

    >>> schemas()["statistics"].field("value").type
    Decimal128Type(decimal128(38, 13))
    """
    pa = pyarrow()
    return {
        name: pa.schema([_column_field(name, c) for c in shape.columns], metadata=_metadata())
        for name, shape in TABLES.items()
    }


def report_schema() -> pa.Schema:
    """The schema of one row a document: its id, the fields of a `Report` as they nest, and the error if any.

    Where there is an error, all fields of the report are null; else the error is. Every field, at every depth, may
    be null: engines disagree about what is never null inside of what is.

    >>> report_schema().names[:4], report_schema().names[-2:]
    (['id', 'schema_version', 'source', 'title'], ['error_type', 'error_message'])
    """
    pa = pyarrow()
    id, *error = (pa.field(name, pa.string()) for name in ("id", "error_type", "error_message"))
    return pa.schema([id, *map(_loosened, arrow_type(Report)), *error], metadata=_metadata())


def _loosened(field: pa.Field) -> pa.Field:
    """The field, and all inside it, as ones that may be null."""
    pa, kind = pyarrow(), field.type
    if pa.types.is_struct(kind):
        kind = pa.struct(list(map(_loosened, kind)))
    elif pa.types.is_list(kind):
        kind = pa.list_(_loosened(kind.value_field))
    return pa.field(field.name, kind)


def _metadata() -> dict[str, str]:
    return {"fazhi_ie.schema_version": SCHEMA_VERSION}


def _column_field(table: str, column: Column) -> pa.Field:
    pa = pyarrow()
    model, name = TABLES[table].model, column.name
    field = pa.field(name, arrow_type(_COMPUTED.get(name, str)))
    if column.path:
        field = _follow(pa.field(table, arrow_type(model), nullable=False), column.path)
    # A failure leaves all but the id of a row in `reports` empty.
    nullable = name not in _ALWAYS_THERE and (field.nullable or table == "reports")
    about = {"description": column.description} | ({"unit": column.unit} if column.unit else {})
    return pa.field(name, field.type, nullable, metadata=about)


def _follow(field: pa.Field, path: str) -> pa.Field:
    """The field that stands at a path in nested records; through a list it is a list."""
    pa = pyarrow()
    name, _, rest = path.partition(".")
    if pa.types.is_list(field.type):
        return field.with_type(pa.list_(_follow(field.type.value_field, path).with_name("item")))
    inner = field.type.field(name)
    inner = inner.with_nullable(field.nullable or inner.nullable)
    return _follow(inner, rest) if rest else inner


def arrow_type(annotation: Any) -> pa.DataType:
    """The Arrow type of a field of a record, or of a whole record."""
    pa = pyarrow()
    origin = get_origin(annotation)
    if origin is Literal:
        return pa.string()
    if origin is tuple:
        return pa.list_(_field("item", get_args(annotation)[0]))
    if issubclass(annotation, BaseModel):
        fields = annotation.model_fields.items()
        return pa.struct([_field(name, info.annotation) for name, info in fields])
    return {
        str: pa.string(),
        int: pa.int64(),
        date: pa.date32(),
        Decimal: pa.decimal128(DIGITS, DECIMALS),
    }[annotation]


def _field(name: str, annotation: Any) -> pa.Field:
    pa = pyarrow()
    plain = _without_none(annotation)
    return pa.field(name, arrow_type(plain), nullable=plain is not _without_metadata(annotation))


def _without_none(annotation: Any) -> Any:
    """`X` for `X | None`, and for `X` itself."""
    annotation = _without_metadata(annotation)
    if get_origin(annotation) in (Union, UnionType):
        (annotation,) = (part for part in get_args(annotation) if part is not NoneType)
    return _without_metadata(annotation)


def _without_metadata(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation

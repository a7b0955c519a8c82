"""From batch to batch: the one function by which Spark, Polars, DuckDB, Dask and Ray run the extractor.

A batch of documents comes in, a batch with one row a document goes out, in the same order. Nothing that is wrong
with one document can stop the others: it becomes an error row. What is wrong with the job (no such column, a
pack that cannot be used) is raised at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from ...collector import collector_at_rest
from ...errors import FazhiError, InputError
from ...extractor import DEFAULT_PACKS, Extractor, PackNames
from .needed import pyarrow
from .nested import batch_of, error_row, report_row
from .rows import Row
from .shipping import ShippedPacks, extractor_of

if TYPE_CHECKING:
    import pyarrow as pa

    Batch = TypeVar("Batch", pa.RecordBatch, pa.Table)

_DOCUMENTS_AT_ONCE = 100
"""Documents in a batch that goes out; with reports of 10,000 characters, some megabytes of records."""


def extract_batch(
    batch: Batch,
    *,
    text: str = "text",
    id: str = "id",
    packs: PackNames | ShippedPacks = DEFAULT_PACKS,
) -> Batch:
    """Extract the documents of a batch: one row each, in order, with the columns of `report_schema()`.

    A record batch gives a record batch, a table a table. `text` and `id` name columns of it; only these are read.
    A document that is null, not valid UTF-8, or makes the extractor fail gives a row with `error_type` and
    `error_message`. Raises `InputError` (FZ164) when a column is missing or holds no text.

    >>> import pyarrow as pa
    >>> documents = pa.RecordBatch.from_pylist([{"id": "a", "text": "受理案件36件。"}, {"id": "b", "text": None}])
    >>> [(row["id"], row["error_type"]) for row in extract_batch(documents).to_pylist()]
    [('a', None), ('b', 'InputError')]
    """
    _check_columns(batch, text, id)
    run = extractor_of(packs)
    pairs = zip(batch.column(id), batch.column(text), strict=True)
    with collector_at_rest():
        made = batch_of([_row(run, key.as_py(), document) for key, document in pairs])
    return made if isinstance(batch, pyarrow().RecordBatch) else pyarrow().Table.from_batches([made])


def extract_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    text: str = "text",
    id: str = "id",
    packs: PackNames | ShippedPacks = DEFAULT_PACKS,
) -> Iterator[pa.RecordBatch]:
    """Do what `extract_batch` does for each batch, lazily; large batches go out in parts, so memory stays flat."""
    for batch in batches:
        _check_columns(batch, text, id)
        for start in range(0, batch.num_rows, _DOCUMENTS_AT_ONCE):
            part = batch.slice(start, _DOCUMENTS_AT_ONCE)
            yield extract_batch(part, text=text, id=id, packs=packs)


def _check_columns(batch: Any, text: str, id: str) -> None:
    types = pyarrow().types
    missing = [name for name in (text, id) if name not in batch.schema.names]
    if missing:
        raise no_such_column(missing[0], batch.schema.names)
    kind = batch.schema.field(text).type
    accepted = (types.is_string, types.is_large_string, types.is_string_view, types.is_null)
    if not any(accepts(kind) for accepts in accepted):
        raise no_text_in(text, kind)


def no_such_column(name: str, names: Iterable[str]) -> InputError:
    """The error for a column that is not there."""
    return InputError(
        "FZ164",
        f"There is no column {name!r} among {', '.join(names)}; "
        "say which columns hold the text and the id, as in text='content', id='url'.",
    )


def no_text_in(name: str, kind: object) -> InputError:
    """The error for a column that holds something else than text."""
    return InputError(
        "FZ164", f"The column {name!r} holds {kind}, not text; name a column of strings, or decode it first."
    )


def _row(run: Extractor, key: Any, document: Any) -> Row:
    """The row of one document, whatever is wrong with it."""
    id = None if key is None else str(key)
    try:
        return report_row(run(_text_of(document), id=id))
    except FazhiError as error:
        return error_row(id, type(error).__name__, str(error))
    except Exception as error:  # a fault of ours must not cost the other documents of a job
        said = (
            f"FZ166: The extractor failed on this document ({type(error).__name__}: {error}); "
            "all others are not affected. Please report it, with the text."
        )
        return error_row(id, type(error).__name__, said)


def _text_of(document: Any) -> str:
    """The text in an Arrow value; raises `InputError` where there is none."""
    try:
        text = document.as_py()
    except UnicodeDecodeError as error:
        raise InputError(
            "FZ165",
            f"The document is not valid UTF-8 ({error.reason} at byte {error.start}); decode it first.",
        ) from error
    if text is None:
        raise InputError("FZ165", "The document has no text: it is null; look where it was read.")
    return str(text)

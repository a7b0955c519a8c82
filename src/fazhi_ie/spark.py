"""Extraction on Spark: a data frame of texts in, a data frame with one row a document out.

    from fazhi_ie import spark
    reports = spark.extract(df, text="text", id="id")
    spark.table(reports, "statistics").write.parquet("statistics")

Runs on Spark's `mapInArrow`, so that Python workers get and give Arrow batches. Workers need the same version of
`fazhi-ie[spark]`; packs of your own go along with the job. Whatever is wrong with a document, it is a row with
`error_type` and `error_message`, and the job goes on.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from .adapters.arrow.batches import extract_batches, no_such_column, no_text_in
from .adapters.arrow.columns import TABLES
from .adapters.arrow.needed import needed
from .adapters.arrow.rows import COLUMNS, check_table
from .adapters.arrow.schemas import report_schema
from .adapters.arrow.shipping import ship_packs
from .extractor import DEFAULT_PACKS, PackNames

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame
    from pyspark.sql.types import StructType

__all__ = ["extract", "schema", "table"]


def extract(
    df: DataFrame, *, text: str = "text", id: str = "id", packs: PackNames = DEFAULT_PACKS
) -> DataFrame:
    """Extract every document of a data frame: one row each, with the columns of `schema()`.

    `text` and `id` name columns of `df`; only these go to the workers, so join the result on `id` to have the
    others back. `packs` may name folders of the driver: their files are sent along. Raises `InputError` (FZ164)
    when a column is missing or holds no text, `PackError` when a pack cannot be used.
    """
    _check_columns(df, text, id)
    run = partial(extract_batches, text=text, id=id, packs=ship_packs(packs))
    return df.select(text, id).mapInArrow(run, schema())


def schema() -> StructType:
    """The columns of what `extract` returns: `id`, the fields of a report as they nest, the error if any."""
    types = needed("pyspark.sql.pandas.types", extra="spark")
    found: StructType = types.from_arrow_schema(report_schema())
    return found


def table(extracted: DataFrame, name: str) -> DataFrame:
    """One of the tidy tables of what `extract` returned, with the same columns as in `fazhi_ie.tables`.

    Raises `InputError` (FZ162) for an unknown table. Documents that failed have a row in `reports` alone.
    """
    check_table(name)
    f = needed("pyspark.sql.functions", extra="spark")
    key = f.coalesce("id", "source.sha256")
    if name == "reports":
        own = {"id": key, "packs": f.transform("packs", _name_and_version)}
        error = {column: f.col(column) for column in ("error_type", "error_message")}
        return extracted.select(_columns(name, "", own | error))
    records = extracted.select(key.alias("report"), f.posexplode(name).alias("n", "record"))
    own = {"report": f.col("report"), "n": f.col("n").cast("long")}
    return records.select(_columns(name, "record.", own))


def _columns(table: str, within: str, computed: dict[str, Column]) -> list[Column]:
    """The columns of a table, taken from where they stand in nested records, or computed."""
    f = needed("pyspark.sql.functions", extra="spark")
    found = {column.name: f.col(within + column.path) for column in TABLES[table].columns if column.path}
    return [(found | computed)[name].alias(name) for name in COLUMNS[table]]


def _name_and_version(pack: Column) -> Column:
    f = needed("pyspark.sql.functions", extra="spark")
    joined: Column = f.concat_ws("@", pack.getField("name"), pack.getField("version"))
    return joined


def _check_columns(df: DataFrame, text: str, id: str) -> None:
    kinds = dict(df.dtypes)
    if missing := [name for name in (text, id) if name not in kinds]:
        raise no_such_column(missing[0], df.columns)
    if not kinds[text].startswith(("string", "varchar", "char", "void")):
        raise no_text_in(text, kinds[text])

"""The same function in the engines that speak Arrow: Polars, DuckDB, Dask and Ray. Spark has a suite of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import duckdb
import polars
import pyarrow as pa
import pytest

import fazhi_ie
from fazhi_ie.arrow import (
    extract_batch,
    extract_batches,
    report_schema,
    reports_from_arrow,
    ship_packs,
    tables,
    to_pandas,
)
from pages import run_page

ROOT = Path(__file__).parents[3]
PATHS = sorted((ROOT / "examples/reports").glob("*.txt"))
PAIRS = [(path.name, path.read_text(encoding="utf-8")) for path in PATHS]
DOCUMENTS = pa.Table.from_pylist([{"id": id, "text": text} for id, text in PAIRS])
REPORTS = [fazhi_ie.extract(text, id=id) for id, text in PAIRS]


def test_polars_frame_goes_through():
    frame = polars.DataFrame(PAIRS, schema=["id", "text"], orient="row")
    made = polars.from_arrow(extract_batch(frame.to_arrow()))
    assert made["title"].to_list() == [report.title for report in REPORTS]
    assert reports_from_arrow(made.to_arrow()) == REPORTS


def test_lazy_polars_frame_goes_through():
    def extracted(part: polars.DataFrame) -> polars.DataFrame:
        return polars.from_arrow(extract_batch(part.to_arrow()))

    schema = polars.from_arrow(report_schema().empty_table()).schema
    made = polars.DataFrame(PAIRS, schema=["id", "text"], orient="row").lazy()
    found = made.map_batches(extracted, schema=schema, streamable=True).collect(engine="streaming")
    assert sorted(found["id"]) == [id for id, _ in PAIRS]
    assert reports_from_arrow(found.sort("id").to_arrow()) == REPORTS


def test_duckdb_query_goes_through():
    with duckdb.connect() as database:
        database.register("incoming", DOCUMENTS)
        database.execute("CREATE TABLE documents AS FROM incoming")
        texts = database.cursor().sql("SELECT id, text FROM documents ORDER BY id").to_arrow_reader()
        database.register(
            "extracted", pa.RecordBatchReader.from_batches(report_schema(), extract_batches(texts))
        )
        database.execute("CREATE TABLE reports AS FROM extracted")
        ((total,),) = database.sql("SELECT sum(len(statistics)) FROM reports").fetchall()
        assert total == sum(len(report.statistics) for report in REPORTS)
        assert reports_from_arrow(database.sql("FROM reports ORDER BY id").to_arrow_table()) == REPORTS


def test_dask_frame_goes_through():
    import dask.dataframe
    import pandas

    def statistics(part: pandas.DataFrame) -> pandas.DataFrame:
        made = extract_batch(pa.Table.from_pandas(part, preserve_index=False))
        return to_pandas(tables(reports_from_arrow(made))["statistics"])

    frame = dask.dataframe.from_pandas(DOCUMENTS.to_pandas(), npartitions=3)
    made = frame.map_partitions(statistics, meta=to_pandas(tables([])["statistics"]))
    found = made.compute(scheduler="threads").reset_index(drop=True)
    pandas.testing.assert_frame_equal(found, to_pandas(tables(REPORTS)["statistics"]))


@pytest.fixture(scope="module")
def ray() -> Iterator:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.setenv("RAY_DATA_DISABLE_PROGRESS_BARS", "1")
        import ray

        ray.init(num_cpus=1, include_dashboard=False, log_to_driver=False, object_store_memory=100 * 2**20)
        yield ray
        ray.shutdown()


def test_page_on_ray_runs(ray, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert run_page("docs/how-to/ray.md") > 10


def test_ray_data_set_goes_through(ray):
    run = partial(extract_batch, packs=ship_packs())
    made = ray.data.from_arrow(DOCUMENTS).map_batches(run, batch_format="pyarrow")
    found = pa.concat_tables(ray.get(made.to_arrow_refs()))
    assert reports_from_arrow(found.sort_by("id")) == REPORTS

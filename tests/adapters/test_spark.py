"""Extraction on a real Spark: a driver, two executors, Python workers that are killed."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import fazhi_ie
from fazhi_ie import spark
from fazhi_ie.arrow import COLUMNS, extract_batch, report_schema, reports_from_arrow, tables
from pages import run_page

pyspark = pytest.importorskip("pyspark")

# One Spark for all of these tests, also where tests run in several processes.
pytestmark = [pytest.mark.needs_java, pytest.mark.xdist_group("spark")]

ROOT = Path(__file__).parents[2]
PATHS = sorted((ROOT / "examples/reports").glob("*.txt"))
PAIRS = [(path.name, path.read_text(encoding="utf-8")) for path in PATHS]
BAD = [("bad-1", None), ("bad-2", "投入999999999999999万亿元。")]
OWN_TERMS = """\
format: "1"
kind: terms
topic: outreach
source: 本县
entries:
  - {id: own.seedling_point, name: 禾苗说事点, kind: mechanism}
"""


@pytest.fixture(scope="session")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator:
    """Spark in a folder of its own, as executors write their logs to where Spark is installed."""
    from pyspark.sql import SparkSession

    home = tmp_path_factory.mktemp("spark")
    for part in Path(pyspark.__file__).parent.iterdir():
        (home / part.name).symlink_to(part)
    quick = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_HOME", str(home))
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        builder = SparkSession.builder.master("local-cluster[2,1,1024]")
        for name, value in {
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.driver.extraJavaOptions": quick,
            "spark.driver.host": "127.0.0.1",
            "spark.executor.extraJavaOptions": quick,
            "spark.sql.execution.arrow.maxRecordsPerBatch": "3",
            "spark.sql.shuffle.partitions": "2",
            "spark.sql.warehouse.dir": str(home / "warehouse"),
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
        }.items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("OFF")
        yield session
        session.stop()


@pytest.fixture(scope="session")
def documents(session):
    return session.createDataFrame(PAIRS + BAD, "id string, text string").repartition(2)


@pytest.fixture(scope="session")
def extracted(documents):
    return spark.extract(documents).persist()


def by_id(found: list) -> list:
    return sorted(found, key=lambda result: result.source.id)


def local(pairs: list = PAIRS, **options) -> list:
    """What the same documents give without Spark."""
    import pyarrow as pa

    batch = pa.Table.from_pylist([{"id": id, "text": text} for id, text in pairs])
    return by_id(reports_from_arrow(extract_batch(batch, **options)))


def test_every_document_becomes_the_report_it_is_without_spark(extracted):
    found = extracted.toArrow()
    assert found.schema.equals(report_schema())
    results = by_id(reports_from_arrow(found))
    assert results == local(PAIRS + BAD)
    reports = [fazhi_ie.extract(text, id=id) for id, text in PAIRS]
    assert [r.model_dump_json() for r in results if r in reports] == [r.model_dump_json() for r in reports]


def test_bad_document_is_an_error_row(extracted):
    rows = extracted.where("error_type IS NOT NULL").select("id", "error_type", "error_message").collect()
    assert sorted((row[0], row[1], row[2][:5]) for row in rows) == [
        ("bad-1", "InputError", "FZ165"),
        ("bad-2", "InputError", "FZ160"),
    ]


@pytest.mark.parametrize("name", COLUMNS)
def test_table_has_the_rows_of_the_same_table_without_spark(extracted, name):
    found = spark.table(extracted, name).toArrow()
    expected = tables(local(PAIRS + BAD))[name]
    assert found.schema.names == expected.schema.names
    key = [(column, "ascending") for column in expected.column_names[:2] if column in ("report", "id", "n")]
    assert found.sort_by(key).to_pylist() == expected.sort_by(key).to_pylist()


def test_unknown_table_is_an_error(extracted):
    with pytest.raises(fazhi_ie.InputError, match="FZ162"):
        spark.table(extracted, "figures")


def test_missing_column_is_an_error_before_the_job(documents):
    with pytest.raises(fazhi_ie.InputError, match="FZ164: There is no column 'content' among id, text"):
        spark.extract(documents, text="content")


def test_column_without_text_is_an_error_before_the_job(session):
    with pytest.raises(fazhi_ie.InputError, match="FZ164: The column 'text' holds bigint"):
        spark.extract(session.createDataFrame([("a", 1)], "id string, text bigint"))


def test_own_pack_goes_along_from_the_driver(session, tmp_path):
    own = tmp_path / "own_pack"
    own.mkdir()
    (own / "pack.yaml").write_text('name: own\nversion: "2"\n', "utf-8")
    (own / "terms.yaml").write_text(OWN_TERMS, "utf-8")
    packs, pairs = ["default", own], [("a", "培育禾苗说事点3个。"), ("b", "禾苗说事点受理案件5件。")]
    expected = [fazhi_ie.extract(text, id=id, packs=packs) for id, text in pairs]
    job = spark.extract(
        session.createDataFrame(pairs, "key string, body string"), text="body", id="key", packs=packs
    )
    shutil.rmtree(own)
    assert by_id(reports_from_arrow(job.toArrow())) == expected
    assert all("own.seedling_point" in {term.term for term in report.terms} for report in expected)


def test_page_on_spark_runs(session, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert run_page("docs/how-to/spark.md") > 8


def parent_of(pid: int) -> int:
    return int(re.search(r"^PPid:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(), re.M)[1])


def children_of(pid: int) -> list[int]:
    return [
        int(child)
        for task in Path(f"/proc/{pid}/task").iterdir()
        for child in (task / "children").read_text().split()
    ]


def kill_python_workers(daemon: int) -> None:
    for worker in children_of(daemon):
        os.kill(worker, signal.SIGKILL)


def kill_executor(daemon: int) -> None:
    os.kill(parent_of(daemon), signal.SIGKILL)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="finds processes in /proc")
@pytest.mark.parametrize("kill", [kill_python_workers, kill_executor], ids=["Python workers", "executor"])
def test_killed_worker_loses_nothing_and_doubles_nothing(documents, tmp_path, kill: Callable[[int], None]):
    traces = str(tmp_path)

    def slow_source(batches):
        """Give one batch, leave a trace of this attempt, and wait until there has been a kill."""
        from pyspark import TaskContext

        for batch in batches:
            yield batch
            task = TaskContext.get()
            Path(traces, f"{os.getppid()}.{task.partitionId()}.{task.taskAttemptId()}").touch()
            while not Path(traces, "killed").exists():
                time.sleep(0.05)

    job = spark.extract(documents.mapInArrow(slow_source, documents.schema))
    with ThreadPoolExecutor(1) as thread:
        result = thread.submit(job.toArrow)
        while not (begun := list(tmp_path.glob("*.*.*"))):
            assert not result.done()
            time.sleep(0.05)
        try:
            kill(int(begun[0].name.split(".")[0]))
        finally:
            (tmp_path / "killed").touch()
        found = result.result()
    partitions = [trace.name.split(".")[1] for trace in tmp_path.glob("*.*.*")]
    assert len(partitions) > len(set(partitions))  # some part was run a second time
    assert by_id(reports_from_arrow(found)) == local(PAIRS + BAD)

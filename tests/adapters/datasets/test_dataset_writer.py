"""What holds for a dataset in every form: complete, whole or not there, and never in the place of something else."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from datasets_read import TABULAR, as_read, read_tables
from fazhi_ie import InputError, Report
from fazhi_ie.adapters.arrow.rows import table_rows
from fazhi_ie.adapters.batch import Failure
from fazhi_ie.adapters.datasets import SUFFIXES, dataset_writer

Results = list[Report | Failure]
every_form = pytest.mark.parametrize("suffix", SUFFIXES)
every_table_form = pytest.mark.parametrize("suffix", TABULAR)


def write(path: Path, *batches: Iterable[Report | Failure]) -> Path:
    with dataset_writer(path) as dataset:
        for batch in batches:
            dataset.write(batch)
    return path


def interrupted(results: Results) -> Iterator[Report | Failure]:
    yield from results
    raise KeyboardInterrupt


def content(path: Path) -> Any:
    """What must be equal for equal results: the bytes, or the rows of a database."""
    return read_tables(path) if path.suffix == ".duckdb" else raw(path)


def raw(path: Path) -> Any:
    if path.is_dir():
        return {file.name: file.read_bytes() for file in path.iterdir()}
    return path.read_bytes()


@every_table_form
def test_tables_hold_every_row_in_order(results: Results, tmp_path: Path, suffix: str) -> None:
    read = read_tables(write(tmp_path / f"d{suffix}", results))
    for table, rows in read.items():
        written = [row for result in results for row in table_rows(result)[table]]
        assert rows == [{name: as_read(value, suffix) for name, value in row.items()} for row in written]
        assert rows


@every_table_form
def test_failure_is_a_row_among_the_reports(results: Results, tmp_path: Path, suffix: str) -> None:
    reports = read_tables(write(tmp_path / f"d{suffix}", results))["reports"]
    assert [row["error_type"] or None for row in reports] == [None, "InputError", None]
    assert (reports[1]["id"], reports[1]["error_message"]) == ("云溪县/2022.pdf", "FZ113: It is encrypted.")


def test_lines_hold_reports_and_failures_in_order(results: Results, tmp_path: Path) -> None:
    lines = write(tmp_path / "d.jsonl", results).read_bytes().splitlines()
    models = [type(result) for result in results]
    assert [m.model_validate_json(line) for m, line in zip(models, lines, strict=True)] == results


@every_table_form
def test_dataset_of_nothing_has_all_tables(tmp_path: Path, suffix: str) -> None:
    assert not any(read_tables(write(tmp_path / f"d{suffix}")).values())


@every_form
def test_how_results_are_cut_into_batches_does_not_show(
    results: Results, tmp_path: Path, suffix: str
) -> None:
    many = results * 20
    at_once = write(tmp_path / f"a{suffix}", many)
    one_by_one = write(tmp_path / f"b{suffix}", *([result] for result in many))
    assert content(at_once) == content(one_by_one)


@every_form
def test_dataset_is_replaced_as_a_whole(results: Results, tmp_path: Path, suffix: str) -> None:
    path = write(tmp_path / f"d{suffix}", results)
    write(path, results[:1])
    assert content(path) == content(write(tmp_path / f"other{suffix}", results[:1]))
    assert sorted(tmp_path.iterdir()) == [path, tmp_path / f"other{suffix}"]


@every_form
def test_failing_midway_leaves_nothing(results: Results, tmp_path: Path, suffix: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / f"d{suffix}", results, interrupted(results))
    assert not list(tmp_path.iterdir())


@every_form
def test_failing_midway_keeps_the_dataset_that_was_there(
    results: Results, tmp_path: Path, suffix: str
) -> None:
    path = write(tmp_path / f"d{suffix}", results)
    before = content(path)
    with pytest.raises(KeyboardInterrupt):
        write(path, interrupted(results))
    assert content(path) == before
    assert list(tmp_path.iterdir()) == [path]


@every_form
def test_until_the_end_the_old_dataset_stands(results: Results, tmp_path: Path, suffix: str) -> None:
    path = write(tmp_path / f"d{suffix}", results)
    before = content(path)
    with dataset_writer(path) as dataset:
        dataset.write(results[:1])
        assert content(path) == before
    assert content(path) != before


def foreign_file(path: Path) -> None:
    path.write_text("my notes", "utf-8")


def foreign_folder(path: Path) -> None:
    path.mkdir()
    (path / "reports.csv").write_text("my notes", "utf-8")


def foreign_workbook(path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "statistics"
    book.save(path)


def foreign_database(path: Path) -> None:
    with duckdb.connect(str(path)) as database:
        database.execute("CREATE TABLE statistics (mine INTEGER)")


@pytest.mark.parametrize(
    ("suffix", "make"),
    [
        *[(suffix, foreign_file) for suffix in SUFFIXES],
        *[(suffix, foreign_folder) for suffix in SUFFIXES],
        (".xlsx", foreign_workbook),
        (".duckdb", foreign_database),
    ],
)
def test_what_is_not_ours_is_left_alone(tmp_path: Path, suffix: str, make: Any) -> None:
    path = tmp_path / f"d{suffix}"
    make(path)
    before = raw(path)
    with pytest.raises(InputError, match=r"FZ127: .* is there already .* name another output"):
        dataset_writer(path)
    assert raw(path) == before


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_file_added_to_a_dataset_makes_it_the_users_own(
    results: Results, tmp_path: Path, suffix: str
) -> None:
    path = write(tmp_path / f"d{suffix}", results)
    (path / "notes.txt").touch()
    with pytest.raises(InputError, match="FZ127"):
        dataset_writer(path)


@every_form
def test_empty_file_or_folder_may_be_taken(results: Results, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"d{suffix}"
    if suffix in (".csv", ".parquet"):
        path.mkdir()
    else:
        path.touch()
    assert content(write(path, results)) == content(write(tmp_path / f"e{suffix}", results))


@every_form
def test_link_keeps_its_place(results: Results, tmp_path: Path, suffix: str) -> None:
    (tmp_path / "far").mkdir()
    target, link = tmp_path / f"far/d{suffix}", tmp_path / f"link{suffix}"
    link.symlink_to(target)
    for _ in range(2):
        write(link, results)
    assert link.is_symlink()
    assert list((tmp_path / "far").iterdir()) == [target]


@pytest.mark.parametrize("name", ["d.xls", "d.json", "d", "csv", "d.csv.gz"])
def test_other_suffixes_are_refused(name: str) -> None:
    message = rf"FZ125: .* as {name}; name one that ends in \.jsonl, .* or \.duckdb\."
    with pytest.raises(InputError, match=message):
        dataset_writer(Path(name))


@every_form
def test_missing_folder_is_named(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(InputError, match=r"FZ126: .* the folder .*nowhere does not exist; make it first\."):
        dataset_writer(tmp_path / f"nowhere/d{suffix}")


@pytest.mark.parametrize(
    ("suffix", "package", "extra"),
    [(".xlsx", "openpyxl", "xlsx"), (".parquet", "pyarrow", "arrow"), (".duckdb", "duckdb", "duckdb")],
)
def test_missing_package_is_named_with_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, package: str, extra: str
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(
        "fazhi_ie.adapters.datasets.find_spec", lambda name: None if name == package else find(name)
    )
    with pytest.raises(InputError, match=rf'FZ124: .* {package}, .*`pip install "fazhi-ie\[{extra}\]"`'):
        dataset_writer(tmp_path / f"d{suffix}")


def test_device_takes_lines(results: Results) -> None:
    write(Path("/dev/null"), results)


def test_database_that_the_disk_does_not_take_is_one_sentence(
    results: Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise duckdb.IOException("No space left on device")

    monkeypatch.setattr("fazhi_ie.adapters.datasets.database._insert", full)
    with pytest.raises(
        InputError, match=r"FZ128: .*d\.duckdb cannot be written: No space left on device; look"
    ):
        write(tmp_path / "d.duckdb", results)
    assert not list(tmp_path.iterdir())

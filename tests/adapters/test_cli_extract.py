"""`fazhi-ie extract`: what goes to standard output, standard error and files, and with which exit status."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from rich.progress import Progress
from typer.testing import CliRunner

from fazhi_ie import Report
from fazhi_ie.adapters.cli import build, output
from fazhi_ie.errors import InputError

TEXT = "2024年，全县办理行政复议案件41件，审结38件。\n"


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a readable, a broken, and another readable file."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    Path("b.txt").write_bytes(b"\xff\xfe\0")
    Path("c.txt").write_text(TEXT, encoding="gb18030")
    return tmp_path


def run(*args: str, stdin: bytes = b"") -> Any:
    return CliRunner().invoke(build(), ["extract", *args], input=stdin)


def records(lines: str | Path) -> list[dict[str, Any]]:
    text = lines.read_text(encoding="utf-8") if isinstance(lines, Path) else lines
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.usefixtures("reports")
def test_extract_prints_a_valid_report_a_line_when_piped() -> None:
    result = run("a.txt")
    report = Report.model_validate_json(result.stdout)
    assert (result.exit_code, report.source.id, report.source.length) == (0, "a.txt", len(TEXT))


@pytest.mark.usefixtures("reports")
def test_extract_keeps_the_order_of_its_arguments() -> None:
    result = run("c.txt", "a.txt", "c.txt")
    assert [record["source"]["id"] for record in records(result.stdout)] == ["c.txt", "a.txt", "c.txt"]


@pytest.mark.usefixtures("reports")
def test_file_that_cannot_be_decoded_takes_its_place_and_spares_the_others() -> None:
    result = run("a.txt", "b.txt", "c.txt", "gone.txt")
    first, second, third, fourth = records(result.stdout)
    assert result.exit_code == 1
    assert first["statistics"] == third["statistics"]
    assert second.keys() == {"source", "error"}
    assert second["source"] == {"id": "b.txt"}
    assert second["error"]["type"] == "InputError"
    assert second["error"]["message"].startswith("FZ115: b.txt is not text")
    assert fourth["error"]["message"].startswith("FZ112: The file gone.txt cannot be read")
    assert len(result.stderr.splitlines()) == 2


@pytest.mark.usefixtures("reports")
def test_failures_at_the_start_are_not_lost() -> None:
    result = run("b.txt", "gone.txt")
    assert ["error" in record for record in records(result.stdout)] == [True, True]


@pytest.mark.parametrize("args", [[], ["-"]])
def test_extract_reads_standard_input(args: list[str]) -> None:
    result = run(*args, stdin=TEXT.encode("utf-8"))
    assert [record["source"]["id"] for record in records(result.stdout)] == ["-"]


def test_byte_order_mark_counts_as_a_character_of_the_text() -> None:
    (record,) = records(run("-", stdin=TEXT.encode("utf-8-sig")).stdout)
    assert record["source"]["length"] == len(TEXT) + 1


@pytest.mark.usefixtures("reports")
def test_extract_prints_a_table_on_request() -> None:
    result = run("--format", "table", "a.txt")
    assert result.exit_code == 0
    assert "Statistics" in result.stdout
    assert "41 件" in result.stdout


@pytest.mark.usefixtures("reports")
def test_table_names_failures_on_standard_error_only() -> None:
    result = run("--format", "table", "b.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("fazhi-ie: FZ115: b.txt")


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (["a.txt", "--format", "xml"], "--format"),
        (["a.txt", "--jobs", "0"], "--jobs"),
        (["a.txt", "-o", "out.txt"], "FZ125"),
        (["a.txt", "-o", "no/out.jsonl"], "FZ126"),
        (["a.txt", "-o", "folder.jsonl"], "FZ127"),
        (["a.txt", "-o", "out.jsonl", "--format", "table"], "leave out -o"),
        (["a.txt", "--resume"], "name one with -o"),
        ([".", "--texts", "texts"], "FZ147"),
        (["a.txt", "--texts", "own.jsonl"], "FZ148"),
        (["own.jsonl", "-o", "own.jsonl"], "is one of the reports"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_wrong_usage_is_refused_before_anything_is_read(args: list[str], reason: str) -> None:
    Path("folder.jsonl").mkdir()
    Path("own.jsonl").write_text(TEXT, encoding="utf-8")
    result = run(*args)
    assert (result.exit_code, result.stdout) in [(2, ""), (1, "")]
    said = str(result.exception) if isinstance(result.exception, InputError) else result.stderr
    assert reason in " ".join(said.replace("│", " ").split())
    assert sorted(os.listdir()) == ["a.txt", "b.txt", "c.txt", "folder.jsonl", "own.jsonl"]


@pytest.mark.usefixtures("reports")
def test_jobs_do_not_change_the_output() -> None:
    args = ("a.txt", "b.txt", "c.txt", "a.txt")
    assert run(*args, "--jobs", "2").stdout == run(*args).stdout


@pytest.mark.usefixtures("reports")
def test_texts_are_saved_as_offsets_count_in_them() -> None:
    (record,) = records(run("c.txt", "--texts", "texts").stdout)
    span = record["statistics"][0]["quantity"]["span"]
    assert Path("texts/c.txt.txt").read_text(encoding="utf-8")[span["start"] : span["end"]] == "41件"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("total", "stdout", "to_file", "shown"),
    [
        pytest.param(2, io.StringIO(), False, True, id="piped"),
        pytest.param(2, Terminal(), True, True, id="to a file"),
        pytest.param(2, Terminal(), False, False, id="records on the same terminal"),
        pytest.param(1, io.StringIO(), False, False, id="one file"),
    ],
)
def test_progress_is_shown_for_many_files_beside_the_records(
    monkeypatch: pytest.MonkeyPatch, total: int, stdout: io.StringIO, to_file: bool, shown: bool
) -> None:
    bars: list[Progress] = []
    start = Progress.start
    monkeypatch.setattr(Progress, "start", lambda bar: (bars.append(bar), start(bar)))
    monkeypatch.setattr("sys.stderr", Terminal())
    monkeypatch.setattr("sys.stdout", stdout)
    assert list(output.with_progress([], total=total, to_file=to_file)) == []
    assert bool(bars) == shown

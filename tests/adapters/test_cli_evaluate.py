"""`fazhi-ie export` and `fazhi-ie evaluate`: from reports to annotations to scores."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from fazhi_ie.adapters.cli import build
from fazhi_ie.errors import InputError

TEXTS = {"a": "全年受理行政复议申请36件。", "b": "力争明年办结率达到98%以上，整改问题5个。"}


@pytest.fixture(autouse=True)
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two reports, one in GB18030, in a folder to work in."""
    monkeypatch.chdir(tmp_path)
    Path("reports").mkdir()
    Path("reports/a.txt").write_text(TEXTS["a"], "utf-8")
    Path("reports/b.txt").write_text(TEXTS["b"], "gb18030")


def run(*args: str) -> Any:
    return CliRunner().invoke(build(), args)


def row(table: str, name: str) -> list[str]:
    """The cells of a row of the table of scores."""
    return next(line.split()[1:] for line in table.splitlines() if line.split()[:1] == [name])


@pytest.mark.parametrize("format", ["brat", "doccano"])
def test_what_was_exported_scores_1(format: str) -> None:
    exported = run("export", "reports", "-o", "out", "--format", format)
    assert (exported.exit_code, exported.stderr) == (0, "2 of 2 reports are in out.\n")
    result = run("evaluate", "--gold", "out", "--min", "joint=1,measure=1,terms=1")
    assert result.exit_code == 0
    assert row(result.stdout, "quantities") == ["1.000", "1.000", "1.000", "3", "3", "3"]
    assert "texts: 2, mistakes: 0" in result.stdout


def test_export_names_what_cannot_be_read_and_writes_the_rest() -> None:
    Path("reports/c.txt").write_bytes(b"\xff\xfe\0")
    result = run("export", "reports", "-o", "out", "--format", "brat")
    assert result.exit_code == 1
    assert "c.txt" in result.stderr
    assert "2 of 3 reports are in out." in result.stderr


def test_export_does_not_write_over_corrections() -> None:
    run("export", "reports", "-o", "out", "--format", "brat")
    again = run("export", "reports", "-o", "out", "--format", "brat")
    assert isinstance(again.exception, InputError)
    assert again.exception.code == "FZ179"


@pytest.fixture
def corrected() -> None:
    """Annotations in brat in which someone made the 5 a starting value and deleted the 36."""
    run("export", "reports", "-o", "out", "--format", "brat")
    lines = Path("out/b.ann").read_text("utf-8").splitlines()
    mark = next(line for line in lines if line.endswith("\t5个")).split("\t")[0]
    with Path("out/b.ann").open("a", encoding="utf-8") as file:
        file.write(f"A9\tStatus {mark} baseline\n")
    kept = [line for line in Path("out/a.ann").read_text("utf-8").splitlines() if "Activity" in line]
    Path("out/a.ann").write_text("\n".join(kept) + "\n", "utf-8")


@pytest.mark.usefixtures("corrected")
def test_corrections_count_as_mistakes_of_ours() -> None:
    result = run("evaluate", "--gold", "out", "--errors", "3")
    assert row(result.stdout, "quantities") == ["0.667", "1.000", "0.800", "2", "3", "2"]
    assert "quantity spurious: 1\n  a@10  全年受理行政复议申请▸36件。  36件" in result.stdout
    assert "status: planned for baseline" in result.stdout


@pytest.mark.usefixtures("corrected")
def test_a_score_below_its_floor_is_named_and_the_status_is_1() -> None:
    result = run("evaluate", "--gold", "out", "--min", "quantities=0.9,terms=0.5")
    assert result.exit_code == 1
    assert result.stderr == "fazhi-ie: quantities is 0.8000, less than 0.9.\n"


@pytest.mark.usefixtures("corrected")
def test_json_holds_scores_and_mistakes() -> None:
    scores = json.loads(run("evaluate", "--gold", "out", "--json").stdout)
    assert scores["texts"] == 2
    assert scores["scores"][0]["name"] == "quantities"
    assert [m["kind"] for m in scores["mistakes"]] == ["quantity spurious", "field wrong"]


@pytest.mark.usefixtures("corrected")
def test_records_extracted_before_are_judged_by_their_text() -> None:
    run("extract", "reports/b.txt", "reports/a.txt", "missing.txt", "-o", "records.jsonl")
    now, before = (run("evaluate", *paths, "--gold", "out", "--json") for paths in ([], ["records.jsonl"]))
    assert before.stdout == now.stdout


@pytest.mark.usefixtures("corrected")
@pytest.mark.parametrize(
    ("line", "said"),
    [("", "has no report of the very text that is annotated as a"), ("{}\n", "line 1 is not")],
)
def test_records_that_are_missing_or_broken_are_an_error(line: str, said: str) -> None:
    Path("records.jsonl").write_text(line)
    result = run("evaluate", "records.jsonl", "--gold", "out")
    assert isinstance(result.exception, InputError)
    assert said in result.exception.message


@pytest.mark.usefixtures("corrected")
@pytest.mark.parametrize("least", ["joint", "joint=high"])
def test_a_floor_that_is_no_number_is_refused(least: str) -> None:
    result = run("evaluate", "--gold", "out", "--min", least)
    assert result.exit_code == 2
    assert "is not NAME=F1" in result.stderr

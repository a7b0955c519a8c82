"""`fazhi-ie compare`: what it prints, what it writes, and with which exit status."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console
from typer.testing import CliRunner

from fazhi_ie import compare, extract
from fazhi_ie.adapters.cli import build
from fazhi_ie.adapters.comparison_table import ComparisonTable

TEXT = (
    "云溪县人民政府{year}年法治政府建设工作情况报告\n"
    "全年收到行政复议申请{count}件，调解矛盾纠纷820件。\n调解邻里矛盾纠纷73件。\n"
)


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in with three reports, one in GB18030, and a file that cannot be read."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    for year, encoding in ((2022, "utf-8"), (2023, "gb18030"), (2021, "utf-8")):
        Path(f"{year}.txt").write_text(TEXT.format(year=year, count=year - 2000), encoding=encoding)
    Path("broken.md").write_bytes(b"\xff\xfe\0")
    return tmp_path


def run(*args: str) -> Any:
    return CliRunner().invoke(build(), ["compare", *args])


@pytest.mark.usefixtures("reports")
def test_compare_prints_reports_side_by_side_sorted_by_year() -> None:
    result = run("2023.txt", "2021.txt", "2022.txt")
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert next(line for line in lines if "2021" in line).split() == ["indicator", "2021", "2022", "2023"]
    assert any(line.split()[-6:] == ["21", "件", "22", "件", "23", "件"] for line in lines)


@pytest.mark.usefixtures("reports")
def test_compare_lists_conflicts() -> None:
    result = run("2023.txt")
    assert "820 件*" in result.stdout
    assert "different values within one report" in result.stdout
    assert "73 件 调解邻里矛盾纠纷" in result.stdout


def test_compare_reads_folders_and_names_what_cannot_be_read(reports: Path) -> None:
    result = run(str(reports), "-o", "out.csv")
    assert result.exit_code == 1
    assert "broken.md" in result.stderr
    assert "3 of 4 reports are in out.csv." in result.stderr
    assert len(Path("out.csv").read_text("utf-8-sig").splitlines()) == 4


@pytest.mark.usefixtures("reports")
def test_long_csv_has_the_sentences() -> None:
    assert run("2023.txt", "-o", "out.csv", "--long").exit_code == 0
    assert "全年收到行政复议申请23件，调解矛盾纠纷820件。" in Path("out.csv").read_text("utf-8-sig")


@pytest.mark.usefixtures("reports")
def test_workbook_is_written() -> None:
    pytest.importorskip("openpyxl")
    assert run("2023.txt", "-o", "out.xlsx").exit_code == 0
    assert Path("out.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.usefixtures("reports")
def test_page_is_written_with_the_sentences() -> None:
    assert run("2023.txt", "2022.txt", "-o", "out.html").exit_code == 0
    assert "收到行政复议申请<mark>23件</mark>" in Path("out.html").read_text("utf-8")


@pytest.mark.usefixtures("reports")
def test_all_keeps_empty_columns() -> None:
    run("2023.txt", "-o", "few.csv")
    run("2023.txt", "-o", "all.csv", "--all")
    few, everything = (Path(name).read_text("utf-8-sig").splitlines()[0] for name in ("few.csv", "all.csv"))
    assert "litigation.loss_rate" not in few
    assert "litigation.loss_rate" in everything


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["2023.txt", "-o", "gone/out.csv"], "does not exist"),
        (["2023.txt", "-o", "2023.txt"], "FZ123"),
        (["2023.txt", "-o", "out.pdf"], "FZ123"),
        (["2023.txt", "--long"], "It concerns -o FILE.csv"),
        (["2023.txt", "-o", "out.xlsx", "--long"], "It concerns -o FILE.csv"),
        (["-"], "Standard input is one report"),
        ([], "Missing argument"),
    ],
)
def test_what_cannot_run_as_asked_writes_nothing(args: list[str], said: str) -> None:
    before = sorted(Path().iterdir())
    result = run(*args)
    assert result.exit_code != 0
    assert said in result.stderr + str(result.exception)
    assert sorted(Path().iterdir()) == before


def shown(width: int, *texts: str) -> str:
    screen = io.StringIO()
    Console(file=screen, width=width).print(ComparisonTable(compare(map(extract, texts), texts=texts)))
    return screen.getvalue()


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_table_fits_its_width(width: int) -> None:
    text = shown(width, *(TEXT.format(year=2000 + n, count=n) for n in range(1, 9)))
    assert max(map(cell_len, text.splitlines())) <= width
    assert all(f"20{n:02}" in text for n in range(1, 9))


def test_target_stands_with_an_arrow() -> None:
    assert "→ ≤ 5%" in shown(80, "力争行政诉讼败诉率不超过5%。")


def test_control_characters_and_markup_stay_text() -> None:
    text = shown(100, "\x1b[31m[bold]云溪县[/bold]2023年受理行政复议案件50件。受理行政复议案件51件。")
    assert "\x1b" not in text


def test_no_reports_print_nothing() -> None:
    assert shown(80).strip() == ""

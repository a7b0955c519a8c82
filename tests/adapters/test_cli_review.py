"""`fazhi-ie review`: the page it writes, what it says, and with which exit status."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from fazhi_ie.adapters.cli import build


@pytest.fixture(autouse=True)
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder to work in with two reports, and a file that is none."""
    monkeypatch.chdir(tmp_path)
    Path("reports").mkdir()
    for name in ("a", "b"):
        Path(f"reports/{name}.txt").write_text("2024年，办理行政复议案件126件。", "utf-8")
    Path("broken.txt").write_bytes(b"\xff\xfe\0")


def run(*args: str, **options: Any) -> Any:
    return CliRunner().invoke(build(), ["review", *args], **options)


def test_page_holds_all_reports() -> None:
    result = run("reports", "-o", "review.html")
    assert result.exit_code == 0
    assert "2 of 2 reports are in review.html" in result.stderr
    assert Path("review.html").read_text("utf-8").count('class="report"') == 2


def test_what_cannot_be_read_is_named_and_listed() -> None:
    result = run("reports/a.txt", "broken.txt", "missing.txt", "-o", "review.html")
    assert result.exit_code == 1
    assert "1 of 3 reports" in result.stderr
    page = Path("review.html").read_text("utf-8")
    for name in ("broken.txt", "missing.txt"):
        assert name in result.stderr
        assert name in page


def test_standard_input_is_a_report() -> None:
    assert run("-", "-o", "review.html", input="办结41件。").exit_code == 0
    assert "41" in Path("review.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["reports", "-o", "review.pdf"], "must end in .html"),
        (["reports", "-o", "gone/review.html"], "does not exist"),
        (["reports"], "Missing option"),
        (["reports", "-o", "review.html", "--packs", "gone"], "FZ2"),
    ],
)
def test_what_cannot_run_as_asked_writes_nothing(args: list[str], said: str) -> None:
    before = sorted(Path().rglob("*"))
    result = run(*args)
    assert result.exit_code != 0
    assert said in result.stderr + str(result.exception)
    assert sorted(Path().rglob("*")) == before


def test_report_itself_is_not_overwritten() -> None:
    Path("page.html").write_text("<p>办理行政复议案件126件。</p>", "utf-8")
    result = run("page.html", "-o", "page.html")
    assert "one of the reports" in result.stderr
    assert "126" in Path("page.html").read_text("utf-8")

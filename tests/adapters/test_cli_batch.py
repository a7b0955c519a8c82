"""`fazhi-ie extract -o`: what a shell sees of a batch run, and what is left when something goes wrong."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fazhi_ie.adapters.cli.progress import ProgressBar
from fazhi_ie.adapters.runs import Tally

resource = pytest.importorskip("resource")  # limits, and signals, of Unix
PROGRAM = [sys.executable, "-c", "from fazhi_ie.adapters.cli import main; main()", "extract"]
TEXT = "2024年，云溪县办理行政复议案件{}件，审结38件。\n"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with thirty reports in `in/` and a file that is no text."""
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for number in range(30):
        Path(f"in/{number:02}.txt").write_text(TEXT.format(number), encoding="utf-8")
    Path("in/bad.txt").write_bytes(b"\xff\xfe\0")
    return tmp_path


def extract(*args: str, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, *args], capture_output=True, encoding="utf-8", **options)


@pytest.mark.usefixtures("work")
def test_run_says_where_reports_and_failures_are() -> None:
    run = extract("in", "-o", "out.jsonl", "--jobs", "2")
    assert (run.returncode, run.stdout) == (1, "")
    first, last = run.stderr.splitlines()
    assert first.startswith("fazhi-ie: FZ115: in/bad.txt is not text")
    assert last == "30 of 31 reports are in out.jsonl. The failures are listed in out.jsonl.failures.jsonl."
    assert sorted(os.listdir()) == ["in", "out.jsonl", "out.jsonl.failures.jsonl", "out.jsonl.manifest.json"]


@pytest.mark.usefixtures("work")
def test_standard_input_goes_into_a_dataset_too() -> None:
    run = extract("in/00.txt", "-", "in/01.txt", "-o", "out.jsonl", "--jobs", "2", input=TEXT.format(7))
    assert run.returncode == 0, run.stderr
    ids = [json.loads(line)["source"]["id"] for line in Path("out.jsonl").read_text("utf-8").splitlines()]
    assert ids == ["in/00.txt", "-", "in/01.txt"]


@pytest.mark.usefixtures("work")
def test_ctrl_c_stops_everything_and_says_how_to_go_on() -> None:
    for number in range(1500):
        Path(f"in/more-{number:04}.txt").write_text(TEXT.format(number), encoding="utf-8")
    run = subprocess.Popen(
        [*PROGRAM, "in", "-o", "out.jsonl", "--jobs", "2"], stderr=subprocess.PIPE, start_new_session=True
    )
    wait_until(lambda: len(list(Path().glob("out.jsonl.partial/*.jsonl"))) > 2)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to all processes of the run
    _, err = run.communicate()
    assert run.returncode == 130
    assert (
        err.decode().splitlines()[-1] == "Stopped. Run the same command with --resume to complete out.jsonl."
    )
    assert b"Traceback" not in err
    assert sorted(os.listdir()) == ["in", "out.jsonl.partial"]
    refused = extract("in", "-o", "out.jsonl")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith("fazhi-ie: FZ141: An earlier run that writes out.jsonl was stopped")
    resumed = extract("in", "-o", "out.jsonl", "--resume")
    assert "were done before)" in resumed.stderr
    assert len(Path("out.jsonl").read_text("utf-8").splitlines()) == 1531


def wait_until(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < until
        time.sleep(0.01)


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize("limit", [100, 20_000])
def test_full_disk_is_one_sentence_and_no_loss(limit: int) -> None:
    """With a limit of 100 bytes a file nothing can be written, with 20,000 all but the dataset."""
    limits = (limit, limit)
    run = extract("in", "-o", "out.csv", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limits))
    assert run.returncode == 2
    (said,) = [line for line in run.stderr.splitlines() if "FZ149" in line]
    assert said.startswith("fazhi-ie: FZ149: out.csv cannot be written: file too large (")
    left = [name for name in os.listdir() if name != "in"]
    if limit == 100:
        assert left == []
    else:
        assert left == ["out.csv.partial"]
        assert said.endswith("mend that and add --resume to go on.")
        assert extract("in", "-o", "out.csv", "--resume").returncode == 1
        assert sorted(os.listdir("out.csv")) == [
            "citations.csv", "reports.csv", "sections.csv", "statistics.csv", "terms.csv",
        ]  # fmt: skip


@pytest.mark.usefixtures("work")
@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="no folder here that even root cannot write to")
def test_read_only_folder_is_one_sentence() -> None:
    run = extract("in", "-o", "/sys/kernel/out.jsonl")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("fazhi-ie: FZ149: /sys/kernel/out.jsonl cannot be written: ")
    assert "--resume" not in run.stderr


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_names_files_rate_and_failures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    with ProgressBar() as bar:
        bar.begin(1000)
        bar.advance(Tally(files=64, characters=100_000, failures=("FZ112: [x].",), taken_over=0))
        bar.pulse()
    shown = sys.stderr.getvalue()  # type: ignore[attr-defined]
    assert "fazhi-ie: FZ112: [x]." in shown
    assert "64/1000" in shown
    assert "files/s" in shown
    assert "1 failed" in shown


def test_no_bar_is_drawn_in_a_pipe_even_where_colour_is_forced(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    with ProgressBar() as bar:
        bar.begin(1000)
        bar.advance(Tally(files=64, characters=100_000, failures=("FZ112: x.",), taken_over=0))
        bar.pulse()
    assert capsys.readouterr().err == "fazhi-ie: FZ112: x.\n"

"""`kill -9` at random moments of a batch run: nothing is lost, nothing is there twice, no byte differs.

Each run is a process of its own, forked from this one, which has the packs loaded, so that a run is short and
hundreds can be killed: `FAZHI_KILLS=500 pytest tests/trust/test_kills.py`. Every other kill hits the first
process alone and leaves its workers behind.
"""

from __future__ import annotations

import json
import os
import random
import signal
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from fazhi_ie.adapters.runs import RunOptions, folder_for, run_batch
from fazhi_ie.adapters.runs import run as run_module
from fazhi_ie.adapters.runs.chunks import cut
from fazhi_ie.extractor import extractor

KILLS = int(os.environ.get("FAZHI_KILLS", "25"))
FILES = 24
SUFFIXES = (".jsonl", ".csv", ".parquet")
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="killing needs processes of Unix")


@dataclass
class Run:
    """A batch run in a process of its own, with its workers in one group."""

    output: Path
    jobs: int = 2
    process: int = 0
    started: list[int] = field(default_factory=list)

    def start(self) -> None:
        self.process = os.fork()
        if self.process == 0:
            self._live()
        self.started.append(self.process)
        os.setpgid(self.process, self.process)  # as the child does, whoever is first

    def _live(self) -> None:
        try:
            os.setpgid(0, 0)
            files = [Path("in", f"{number:02}.txt") for number in range(FILES)]
            run_batch(files, self.output, options=RunOptions(jobs=self.jobs, resume=True))
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)

    def kill_after(self, seconds: float, *, workers_too: bool) -> bool:
        """Kill it; returns whether it was still at work."""
        time.sleep(seconds)
        if workers_too:
            os.killpg(self.process, signal.SIGKILL)
        else:
            os.kill(self.process, signal.SIGKILL)
        return os.WIFSIGNALED(os.waitpid(self.process, 0)[1])

    def complete(self) -> float:
        """Let it end; returns how long it took."""
        start = time.monotonic()
        self.start()
        assert os.waitpid(self.process, 0)[1] == 0
        return time.monotonic() - start


@pytest.fixture(autouse=True)
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder to work in with short reports, one of them no text, in chunks of three at most."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(run_module, "cut", partial(cut, most_files=3))
    extractor()
    pytest.importorskip("pyarrow.parquet")
    Path("in").mkdir()
    for number in range(FILES):
        text = f"2024年，云溪县办理行政复议案件{number}件，审结{number}件。\n"
        Path("in", f"{number:02}.txt").write_text(text, encoding="utf-8")
    Path("in/07.txt").write_bytes(b"\xff\xfe\0")


def written(output: Path) -> dict[str, bytes]:
    """Every file of an output: dataset, failures, manifest; with one name for all outputs."""
    own = (path for path in Path().glob(f"{output.name}*") if path.suffix != ".partial")
    files = (file for path in own for file in (path.iterdir() if path.is_dir() else [path]))
    old, new = output.stem, "OUT"
    return {
        str(file).replace(old, new): file.read_bytes().replace(old.encode(), new.encode()) for file in files
    }


def test_killed_runs_lose_nothing(record_property: pytest.RecordProperty) -> None:
    chance = random.Random(20240229)
    seconds = {suffix: Run(Path(f"undisturbed{suffix}")).complete() for suffix in SUFFIXES}
    undisturbed = {suffix: written(Path(f"undisturbed{suffix}")) for suffix in SUFFIXES}
    killed = outputs = lost = 0
    while killed < KILLS:
        suffix = SUFFIXES[outputs % len(SUFFIXES)]
        run = Run(Path(f"out{outputs}{suffix}"), jobs=1 + outputs % 2)
        outputs += 1
        for _ in range(chance.randint(1, 8)):
            run.start()
            moment = chance.uniform(0, seconds[suffix])
            killed += run.kill_after(moment, workers_too=chance.random() < 0.5)
            assert_nothing_half_done(run.output, undisturbed[suffix])
        run.complete()
        assert not folder_for(run.output).exists()
        assert_no_worker_stays(run.started)
        lost += documents_lost(run.output)
        assert written(run.output) == undisturbed[suffix]
    record_property("figure", f"kills survived: {killed}, documents lost: {lost}")
    print(f"kills survived: {killed} in {outputs} batch runs, documents lost: {lost}")


def assert_nothing_half_done(output: Path, whole: dict[str, bytes]) -> None:
    """What stands under its final name is whole; the manifest is there only with all else."""
    now = written(output)
    assert now.items() <= whole.items()
    if any(name.endswith(".manifest.json") for name in now):
        assert now == whole


def assert_no_worker_stays(groups: list[int]) -> None:
    """Workers that are left behind end by themselves."""
    until = time.monotonic() + 30
    for group in groups:
        with suppress(ProcessLookupError):
            while True:
                os.killpg(group, 0)
                assert time.monotonic() < until, "a worker outlives its run"
                time.sleep(0.002)


def documents_lost(output: Path) -> int:
    manifest = json.loads(Path(f"{output}.manifest.json").read_bytes())
    return FILES - len({entry["id"] for entry in manifest["inputs"]})

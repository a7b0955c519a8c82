"""Worker processes: every task is done once, whatever happens to the process that does it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any

import pytest

from fazhi_ie.errors import InputError
from fazhi_ie.workers import MOST_DEATHS, Began, Lost, Workers

KILLED = "was killed by signal 9"


def work(task: list[str], lost: Lost, began: Began) -> list[str]:
    """Do what each item says; what is lost is not done, and its reason is the result."""
    results = []
    for number, item in enumerate(task):
        began(number)
        results.append(lost[number] if number in lost else _do(item))
    return results


def _do(item: str) -> str:
    what, _, detail = item.partition(" ")
    if what == "die" or (what == "die-until" and _noted(Path(detail)) < MOST_DEATHS):
        os.kill(os.getpid(), signal.SIGKILL)
    elif what == "leave":
        os._exit(3)
    elif what == "hang":
        time.sleep(60)
    elif what == "slowly":
        time.sleep(0.3)
    elif what == "full":
        raise OSError(28, "No space left on device")
    elif what == "bug":
        raise LookupError("nobody foresaw this")
    return item


def _noted(file: Path) -> int:
    """How often this was called for a file, in all processes."""
    with file.open("a") as stream:
        stream.write("x")
    return file.stat().st_size


def done(*tasks: list[str], processes: int = 2, time_limit: float = 60, **options: Any) -> dict[int, Any]:
    with Workers(work, processes=processes, time_limit=time_limit) as workers:
        results = list(workers.run(tasks, **options))
    assert len(results) == len(dict(results)), "a task was done twice"
    return dict(results)


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_every_task_is_done_once(processes: int) -> None:
    tasks = [[str(number), "x"] for number in range(23)]
    assert done(*tasks, processes=processes) == dict(enumerate(tasks))


def test_no_task_is_no_result() -> None:
    assert done() == {}


@pytest.mark.parametrize("last_words", ["die", "leave"])
def test_item_that_kills_its_worker_is_lost_alone(last_words: str) -> None:
    results = done(["a", last_words, "b"], ["c"], [last_words])
    reason = KILLED if last_words == "die" else "ended with status 3"
    assert results == {0: ["a", reason, "b"], 1: ["c"], 2: [reason]}


def test_every_item_that_kills_is_lost() -> None:
    assert done(["die", "a", "die"], processes=1) == {0: [KILLED, "a", KILLED]}


def test_item_whose_worker_dies_by_accident_is_done_in_the_end(tmp_path: Path) -> None:
    task = ["a", f"die-until {tmp_path / 'times'}"]
    assert done(task) == {0: task}


def test_item_that_takes_too_long_is_lost() -> None:
    assert done(["a", "hang", "b"], time_limit=0.5) == {0: ["a", "took longer than 0.5 seconds", "b"]}


def test_time_limit_is_for_an_item_and_not_for_a_task() -> None:
    task = ["slowly"] * 4
    assert done(task, time_limit=0.9) == {0: task}


def test_worker_that_is_killed_while_idle_costs_nothing() -> None:
    with Workers(work, processes=1, time_limit=60) as workers:
        assert list(workers.run([["a"]])) == [(0, ["a"])]
        (worker,) = workers._workers
        worker.process.kill()
        worker.process.join()
        assert list(workers.run([["b"]])) == [(0, ["b"])]


@pytest.mark.parametrize(
    ("item", "error", "said"),
    [("full", OSError, "No space left"), ("bug", RuntimeError, "LookupError: nobody foresaw this")],
)
def test_error_of_the_work_itself_ends_the_run(item: str, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        done(["a"], [item], ["b"])


def test_worker_that_dies_before_it_begins_ends_the_run_with_a_sentence() -> None:
    def hopeless(task: str, lost: Lost, began: Began) -> str:
        os._exit(1)

    with Workers(hopeless, processes=1, time_limit=60) as workers, pytest.raises(InputError, match="FZ145"):
        list(workers.run(["a"]))


def test_nothing_is_begun_too_far_ahead_of_the_first_that_is_not_done() -> None:
    begun: list[int] = []

    def tasks() -> Any:
        for number in range(12):
            begun.append(number)
            yield ["slowly" if number == 0 else "x"]

    with Workers(work, processes=2, time_limit=60) as workers:
        order = [(number, begun[-1]) for number, _ in workers.run(tasks(), ahead=3)]
    assert max(latest for number, latest in order[: [n for n, _ in order].index(0)]) <= 3
    assert sorted(number for number, _ in order) == list(range(12))


def test_pulse_is_felt_while_nothing_happens() -> None:
    pulses: list[float] = []
    done(["slowly"] * 3, pulse=lambda: pulses.append(time.monotonic()))
    assert len(pulses) >= 3


def test_no_process_is_left_when_the_caller_stops_early() -> None:
    with Workers(work, processes=2, time_limit=60) as workers:
        next(workers.run([["a"], ["hang"], ["hang"]]))
        processes = [worker.process for worker in workers._workers]
    assert processes
    assert not any(process.is_alive() for process in processes)

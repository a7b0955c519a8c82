"""Worker processes that may die at any moment without taking a run, or an innocent file, with them.

A reader of PDF may crash the interpreter, a huge text may make the system kill the process that reads it, and a
library may hang. So each worker has one task at a time and announces every item of it before it begins; when
it dies, it is known what it was at. The task is done again by a new worker, and an item that was there
`MOST_DEATHS` times when a worker died, or that takes longer than the time limit, is named to the task as lost.

The executor of `concurrent.futures` would not do: when one worker dies it gives up all tasks, does not tell which
was the cause, and may wait for ever if the worker dies while it is sent a task. Messages are few and small; where
results are large, the work writes them to files itself.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import time
import traceback
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Generic, TypeAlias, TypeVar

from .errors import InputError

MOST_DEATHS = 3
TIME_LIMIT = 600.0
"""Seconds that one file may take; the largest that is read takes a tenth of it on a slow machine."""
PULSE = 0.2
"""Seconds after which `run` looks up, though nothing happened, to keep a progress bar and time limits alive."""

Task = TypeVar("Task")
Result = TypeVar("Result")
Lost: TypeAlias = Mapping[int, str]
"""Items, by their number in the task, that must not be tried again, each with the reason."""
Began: TypeAlias = Callable[[int], None]
Work: TypeAlias = Callable[[Task, Lost, Began], Result]

_BEFORE_ANY_ITEM = -1


@dataclass
class _Attempt(Generic[Task]):
    """A task with what was learnt from the workers that died of it."""

    number: int
    task: Task
    deaths: Counter[int] = field(default_factory=Counter)
    lost: dict[int, str] = field(default_factory=dict)


@dataclass
class _Worker(Generic[Task]):
    """A process, our end of the line to it, what it does, and since when."""

    process: BaseProcess
    line: Connection
    attempt: _Attempt[Task] | None = None
    item: int = _BEFORE_ANY_ITEM
    since: float = 0.0
    late: bool = False


class Workers(Generic[Task, Result]):
    """A few processes that do `work(task, lost, began)`; leave the `with` block and they are gone.

    `work` calls `began(item)` before each item of its task. What it raises ends the run.
    """

    def __init__(self, work: Work[Task, Result], *, processes: int, time_limit: float) -> None:
        self._work = work
        self._processes = processes
        self._time_limit = time_limit
        self._workers: list[_Worker[Task]] = []
        self._again: deque[_Attempt[Task]] = deque()
        self._latest = 0

    def __enter__(self) -> Workers[Task, Result]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.process.kill()
        while self._workers:
            self._bury(self._workers[-1])

    def run(
        self, tasks: Iterable[Task], *, ahead: int | None = None, pulse: Callable[[], None] = lambda: None
    ) -> Iterator[tuple[int, Result]]:
        """Do all tasks; yields the number of each and its result as they are done, in any order.

        With `ahead`, no task is begun that many after the first one that is not done, so that whoever puts the
        results in order need not hold more than that. `pulse` is called a few times a second.
        """
        todo = enumerate(tasks)
        while True:
            self._hand_out(todo, ahead)
            busy = [worker for worker in self._workers if worker.attempt]
            if not busy:
                return
            lines = wait([worker.line for worker in busy], PULSE)
            ready = [worker for worker in busy if worker.line in lines]
            self._stop_late(worker for worker in busy if worker not in ready)
            results = [result for worker in ready for result in self._hear(worker)]
            self._hand_out(todo, ahead)  # so that no worker waits while results are made use of
            yield from results
            pulse()

    def _stop_late(self, silent: Iterable[_Worker[Task]]) -> None:
        """Kill workers that had nothing to say for longer than an item may take."""
        for worker in silent:
            if time.monotonic() - worker.since > self._time_limit:
                worker.late = True
                worker.process.kill()

    def _hand_out(self, todo: Iterator[tuple[int, Task]], ahead: int | None) -> None:
        """Give every idle worker a task, and start workers as long as there are tasks for them."""
        while (idle := self._idle()) or len(self._workers) < self._processes:
            attempt = self._next(todo, ahead)
            if attempt is None:
                return
            self._give(idle or self._start(), attempt)

    def _idle(self) -> _Worker[Task] | None:
        return next((worker for worker in self._workers if not worker.attempt), None)

    def _next(self, todo: Iterator[tuple[int, Task]], ahead: int | None) -> _Attempt[Task] | None:
        if self._again:
            return self._again.popleft()
        first = min((worker.attempt.number for worker in self._workers if worker.attempt), default=None)
        if ahead is not None and first is not None and self._latest - first >= ahead:
            return None
        for self._latest, task in todo:
            return _Attempt(self._latest, task)
        return None

    def _give(self, worker: _Worker[Task], attempt: _Attempt[Task]) -> None:
        worker.attempt, worker.item, worker.since = attempt, _BEFORE_ANY_ITEM, time.monotonic()
        try:
            worker.line.send((attempt.task, attempt.lost))
        except OSError:
            self._mourn(worker)

    def _hear(self, worker: _Worker[Task]) -> Iterator[tuple[int, Result]]:
        """Take one message of a worker: an item it begins, its result, an error, or its death."""
        try:
            kind, content = worker.line.recv()
        except (EOFError, OSError):
            self._mourn(worker)
            return
        if kind == "error":
            raise content
        if kind == "item":
            worker.item, worker.since = content, time.monotonic()
        elif worker.attempt:
            number, worker.attempt = worker.attempt.number, None
            yield number, content

    def _mourn(self, worker: _Worker[Task]) -> None:
        """Note what a dead worker was at, and have its task done again."""
        self._bury(worker)
        attempt = worker.attempt
        if attempt is None:
            return
        reason = self._reason(worker)
        attempt.deaths[worker.item] += 1
        if worker.late or attempt.deaths[worker.item] >= MOST_DEATHS:
            if worker.item == _BEFORE_ANY_ITEM:
                raise InputError(
                    "FZ145", f"A process that should extract {reason} before it began; run again."
                )
            attempt.lost[worker.item] = reason
        self._again.append(attempt)

    def _reason(self, worker: _Worker[Task]) -> str:
        status = worker.process.exitcode or 0
        if worker.late:
            return f"took longer than {self._time_limit:g} seconds"
        return f"was killed by signal {-status}" if status < 0 else f"ended with status {status}"

    def _bury(self, worker: _Worker[Task]) -> None:
        self._workers.remove(worker)
        worker.line.close()
        worker.process.join()

    def _start(self) -> _Worker[Task]:
        context = _context()
        ours, theirs = context.Pipe()
        inherited = [ours, *(worker.line for worker in self._workers)]
        process = context.Process(target=_serve, args=(theirs, inherited, self._work), daemon=True)
        process.start()
        theirs.close()  # so that the end of the worker is the end of the line
        worker: _Worker[Task] = _Worker(process, ours)
        self._workers.append(worker)
        return worker


def _context() -> multiprocessing.context.ForkContext | multiprocessing.context.SpawnContext:
    """Forked workers share the packs that are loaded already; forking is safe on Linux alone."""
    if sys.platform == "linux":
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


def _serve(line: Connection, inherited: list[Connection], work: Callable[[Any, Lost, Began], Any]) -> None:
    """The life of a worker: take a task, do it, answer; end when the parent is gone."""
    for other in inherited:
        other.close()  # an end of a line that a worker holds open would outlive the parent
    # Ctrl-C reaches the whole group; the parent ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()  # memory shared with the parent stays shared
    parent = os.getppid()

    def began(item: int) -> None:
        if os.getppid() != parent:
            raise SystemExit(1)
        line.send(("item", item))

    with suppress(EOFError, BrokenPipeError):
        while True:
            task, lost = line.recv()
            try:
                answer = ("done", work(task, lost, began))
            except Exception as error:
                answer = ("error", error if isinstance(error, OSError | InputError) else _told(error))
            line.send(answer)


def _told(error: Exception) -> RuntimeError:
    """An error of any class as one that surely travels between processes."""
    return RuntimeError("".join(traceback.format_exception(error)))

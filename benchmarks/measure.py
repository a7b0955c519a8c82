"""How everything here is measured: CPU time of runs that take turns, and the median of their ratios."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

Work = Callable[[], object]

_ENV = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""New interpreters keep byte code, as installed packages have it."""


class Row(NamedTuple):
    """One line of the table: what was measured, the figure, the bound, and whether the bound is reached."""

    what: str
    figure: str
    bound: str
    reached: bool | None


def at_least(what: str, figure: float, bound: float, unit: str = " ×") -> Row:
    return Row(what, f"{figure:.2f}{unit}", f"≥ {bound:g}{unit}", figure >= bound)


def at_most(what: str, figure: float, bound: float, unit: str = " ×") -> Row:
    return Row(what, f"{figure:.2f}{unit}", f"≤ {bound:g}{unit}", figure <= bound)


def noted(what: str, figure: str) -> Row:
    """A figure without a bound of its own."""
    return Row(what, figure, "", None)


def cpu(work: Work) -> float:
    """CPU seconds of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def wall(work: Work) -> float:
    """Seconds of one run by the clock, for work in several processes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def taking_turns(
    works: Iterable[Work], *, rounds: int, clock: Callable[[Work], float] = cpu
) -> list[tuple[float, ...]]:
    """The seconds of each work, round by round, after one round that is not counted."""
    works = tuple(works)
    for work in works:
        work()
    return [tuple(clock(work) for work in works) for _ in range(rounds)]


def speed_ratio(work: Work, base: Work, *, rounds: int = 9, clock: Callable[[Work], float] = cpu) -> float:
    """How many times as fast as `base` this work is: the median of paired runs."""
    return statistics.median(b / a for a, b in taking_turns((work, base), rounds=rounds, clock=clock))


def best(work: Work, *, rounds: int = 3) -> float:
    """The least CPU seconds of some runs, for figures that are compared over sizes."""
    return min(cpu(work) for _ in range(rounds))


def fresh(code: str) -> float:
    """What code prints as a number in a new interpreter."""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=_ENV)
    return float(run.stdout)


def fresh_median(*codes: str, rounds: int = 9) -> list[float]:
    """The median for each code, of processes that take turns; the first of each, which compiles, is not counted."""
    runs = [[fresh(code) for code in codes] for _ in range(rounds + 1)]
    return [statistics.median(figures) for figures in zip(*runs[1:], strict=True)]


def markdown(rows: Iterable[Row]) -> Iterator[str]:
    """The table, line by line, as the rows come."""
    yield "| what | measured | asked for | |"
    yield "|---|---|---|---|"
    for row in rows:
        verdict = {True: "reached", False: "**short**", None: ""}[row.reached]
        yield f"| {row.what} | {row.figure} | {row.bound} | {verdict} |"

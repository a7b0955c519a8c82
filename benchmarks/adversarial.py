"""Text that nobody writes and crawlers find: endless runs of one thing. Twice as long may take twice as long."""

from __future__ import annotations

from collections.abc import Iterator

from fazhi_ie.extractor import extractor

from . import texts
from .measure import Row, at_most, best

LENGTH = 100_000
PIECES = (
    "1",
    "亿",
    "（",
    "（）",
    "《",
    "《》",
    "“",
    "“法”",
    "1件、",
    "1 ",
    "|1",
    "一、\n",
    "建设\n",
    "每",
    "，",
    "\n",
)


def rows() -> Iterator[Row]:
    run = extractor()
    for piece in PIECES:
        text = piece * (LENGTH // len(piece))
        short = best(lambda t=text: run(t[: len(t) // 4]))
        ratio = best(lambda t=text: run(t), rounds=1) / short / 4
        yield at_most(
            f"`{piece!r}` to {LENGTH:,} characters, cost per character against a quarter", ratio, 1.5
        )
    line = texts.of_length(1_000_000).replace("\n", "")
    short = best(lambda: run(line[:100_000]))
    long = best(lambda: run(line * (10_000_000 // len(line))), rounds=1)
    ratio = long / (len(line) * (10_000_000 // len(line))) / (short / 100_000)
    yield at_most("one line of 10,000,000 characters, cost per character against 100,000", ratio, 1.5)

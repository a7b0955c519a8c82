"""Peak memory of a stream: ten times as much text may not need more."""

from __future__ import annotations

import os
from collections.abc import Iterator

from .measure import Row, at_most, fresh

_STREAM = """
import resource
from benchmarks import texts
from fazhi_ie import extract_many
reports = texts.reports()
times = {characters} // sum(map(len, reports))
for report in extract_many(text for _ in range(times) for text in reports):
    pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def rows() -> Iterator[Row]:
    most = int(os.environ.get("FAZHI_STREAM", "100_000_000"))
    peaks = [fresh(_STREAM.format(characters=n)) for n in (most // 10, most)]
    what = f"peak memory streaming {most:,} characters, more than for {most // 10:,}"
    yield at_most(what, peaks[1] - peaks[0], 50, " MB")

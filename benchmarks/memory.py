"""Peak memory of a stream of texts that all differ: ten times as much text may not need more.

The peak is the one that Linux tells of the program itself; `getrusage` counts the process that started it, too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from .measure import Row, at_most, fresh, noted

_STREAM = """
from pathlib import Path
import fazhi_ie
from benchmarks import texts
for _ in {work}:
    pass
print(int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1024)
"""
_WORKS = {
    "`extract_many`": "fazhi_ie.extract_many(texts.stream({characters}))",
    "`nlp.pipe`, characters as tokens": "fazhi_ie.load(segmenter='char').pipe(texts.stream({characters}))",
}


def rows() -> Iterator[Row]:
    most = int(os.environ.get("FAZHI_STREAM", "100_000_000"))
    for name, work in _WORKS.items():
        peaks = [fresh(_STREAM.format(work=work.format(characters=n))) for n in (most // 10, most)]
        yield noted(f"{name}, peak memory streaming {most:,} characters", f"{peaks[1]:.0f} MB")
        yield at_most(f"the same, more than for {most // 10:,}", peaks[1] - peaks[0], 50, " MB")

"""What a new process pays: the import, and the first report."""

from __future__ import annotations

from collections.abc import Iterator

from .measure import Row, at_most, fresh_median

_IMPORT = "import time; s = time.process_time(); import {}; print(time.process_time() - s)"
_FIRST = (
    "import time; s = time.process_time(); import fazhi_ie; "
    "fazhi_ie.extract('2024年，全县办理行政复议案件36件。'); print(time.process_time() - s)"
)


def rows() -> Iterator[Row]:
    ratio = fresh_median(_IMPORT.format("fazhi_ie")) / fresh_median(_IMPORT.format("spacy"))
    yield at_most("`import fazhi_ie` against `import spacy`", ratio, 0.25)
    yield at_most("first `extract` in a new process, import included", fresh_median(_FIRST), 1, " s")

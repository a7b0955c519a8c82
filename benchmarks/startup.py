"""What a new process pays: the import, and the first report."""

from __future__ import annotations

from collections.abc import Iterator

from .measure import Row, at_most, fresh_median, noted

_IMPORT = "import time; s = time.process_time(); import {}; print(time.process_time() - s)"
_FIRST = (
    "import time; s = time.process_time(); import fazhi_ie; "
    "fazhi_ie.extract('2024年，全县办理行政复议案件36件。'); print(time.process_time() - s)"
)


def rows() -> Iterator[Row]:
    own, spacy, first = fresh_median(_IMPORT.format("fazhi_ie"), _IMPORT.format("spacy"), _FIRST)
    yield at_most("`import fazhi_ie` against `import spacy`", own / spacy, 0.25)
    yield at_most("first `extract` in a new process, import included", first, 1, " s")
    yield noted("the same, against `import spacy`", f"{first / spacy:.2f} ×")

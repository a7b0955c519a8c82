"""Run the examples of a page of the documentation that needs what not everybody has: those in blocks of `py`.

Blocks of `python` are run by tests/test_docs.py, everywhere.
"""

from __future__ import annotations

import doctest
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def run_page(page: str, **given: object) -> int:
    """Run the blocks of a page in order, with these names defined; returns how many examples ran."""
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```py\n(.*?)^```$", text, re.M | re.S)
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), given, page, page, 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    assert runner.run(test).failed == 0
    return len(test.examples)

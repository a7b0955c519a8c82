"""Patterns that stand on word lists: `{field}` in an indicator is any word of the list `indicator.field`.

A list may stand in another file or pack than the pattern, so only when all packs are read can it be told whether
it is there, and whether the pattern is still quick with all its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from .merging import Merger
from .model import Indicator, WordList
from .patterns import LONGEST_CONTEXT, LONGEST_MEASURE, fault_of, lists_of
from .problems import Problem, did_you_mean

PREFIX = "indicator."
_FIELDS = {
    "measure": LONGEST_MEASURE,
    "unless": LONGEST_MEASURE,
    "context": LONGEST_CONTEXT,
    "unless_sentence": LONGEST_CONTEXT,
}


def check_lists(merger: Merger) -> None:
    """Note each indicator that names a list no pack has, or is slow with the words of its lists."""
    entries = merger.entries.get("words", {})
    lists = {
        id.removeprefix(PREFIX): cast(WordList, entry).words
        for id, entry in entries.items()
        if id.startswith(PREFIX)
    }
    for indicator in merger.entries.get("indicators", {}).values():
        origin = merger.origins["indicators"][indicator.id][-1]
        for code, said in _faults(cast(Indicator, indicator), lists):
            merger.problems.append(Problem(origin.path, origin.line, code, said, indicator.id))


def _faults(indicator: Indicator, lists: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    patterns = [(field, pattern) for field in _FIELDS for pattern in getattr(indicator, field)]
    named = {
        name
        for _, text in (*patterns, *(("units", unit) for unit in indicator.units))
        for name in lists_of(text)
    }
    for name in sorted(named - lists.keys()):
        said = f"`{{{name}}}` names the word list `{PREFIX}{name}`, which no pack has."
        yield "FZ211", f"{said} {did_you_mean(name, lists)}"
    for field, pattern in patterns:
        if lists_of(pattern) and (fault := fault_of(pattern, longest=_FIELDS[field], lists=lists)):
            yield "FZ209", f"`{field}` cannot be `{pattern}`: {fault}."

"""From raw text to clean text, with the way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ..errors import InputError
from .alphabet import unusual
from .edits import Edit, apply_edits
from .offsets import OffsetMap
from .steps import DEFAULT_STEPS, Step


class Applied(NamedTuple):
    """A step that changed the text, with its edits; no edits where it replaced characters one for one."""

    name: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text as it was given (`raw`), as later stages see it (`text`), and what led from one to the other."""

    raw: str
    text: str
    map: OffsetMap
    steps: tuple[Applied, ...] = ()

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of `raw` for the span `[start, end)` of `text`; see `OffsetMap.to_raw`."""
        return self.map.to_raw(start, end)


def clean(raw: str, *, steps: tuple[Step, ...] = DEFAULT_STEPS) -> CleanText:
    """Clean a text for extraction; nothing but marks of layout, encoding and markup is removed.

    Raises InputError FZ110 or FZ112 if a step breaks the rules for steps.

    >>> cleaned = clean("全年受理行政複議(yì)申請１ 200餘 件，\\n均已辦結。")
    >>> cleaned.text
    '全年受理行政复议申请1200余件，均已办结。'
    >>> start = cleaned.text.index("1200")
    >>> cleaned.raw[slice(*cleaned.to_raw(start, start + 6))]
    '１ 200餘 件'
    >>> [step.name for step in cleaned.steps]
    ['widths', 'readings', 'simplify', 'lines', 'spaces']
    """
    text = raw
    found = unusual(text)
    map = OffsetMap(len(raw))
    applied: list[Applied] = []
    for step in steps:
        if not step.concerns(found):
            continue
        result = step.rewrite(text)
        edits = () if isinstance(result, str) else tuple(result)
        changed = result if isinstance(result, str) else apply_edits(text, edits)
        if changed == text:
            continue
        if isinstance(result, str):
            _check_length(step, text, changed)
        map = map.then(edits)
        text = changed
        found |= unusual("".join(edit.text for edit in edits))
        applied.append(Applied(step.name, edits))
    return CleanText(raw, text, map, tuple(applied))


def _check_length(step: Step, before: str, after: str) -> None:
    if len(before) != len(after):
        raise InputError(
            "FZ112",
            f"The cleaning step {step.name!r} turned {len(before)} characters into {len(after)} and did not "
            "say where; a step that changes the length must return edits.",
        )

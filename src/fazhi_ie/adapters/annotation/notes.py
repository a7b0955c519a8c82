"""Free attributes as one line that a person can edit: `value=52; unit=件; measure=受理行政复议申请`.

A value may hold anything but line breaks: `;` and `\\` in it are written `\\;` and `\\\\`. What has no `=` is a
remark of the annotator's and is no attribute.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_ITEM = re.compile(r"(?:[^;；\\]|\\.)+")
_SPECIAL = re.compile(r"([;；\\])")
_EQUALS = re.compile("[=＝]")


def write_note(attributes: Mapping[str, str]) -> str:
    """Attributes as a line.

    >>> print(write_note({"value": "36", "unit": "件", "measure": "甲;乙"}))
    value=36; unit=件; measure=甲\\;乙
    """
    return "; ".join(f"{name}={_escaped(value)}" for name, value in attributes.items())


def read_note(note: str) -> dict[str, str]:
    """The attributes in a line; the inverse of `write_note`, and lenient with spaces and full-width marks.

    >>> read_note("value=36；unit = 件; 不确定")
    {'value': '36', 'unit': '件'}
    """
    pairs = (_EQUALS.split(item, maxsplit=1) for item in _ITEM.findall(note) if _EQUALS.search(item))
    return {name.strip(): re.sub(r"\\(.)", r"\1", value.strip()) for name, value in pairs}


def _escaped(value: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(value.splitlines()))

"""The plain alphabet: characters that never wake a cleaning step.

Most text is clean already. One pass over it finds the characters that are *not* plain — traditional ones,
odd spaces, half-width punctuation — and a step that none of them concerns is not even called. The pass is
one character class for `re`, several times faster than looking at the text once a step or asking
`set(text)`.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import pairwise

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3005\u3007\U00020000-\U0003ffff"
"""Han characters with 々 and 〇, for use inside a character class."""

_PLAIN = "0-9A-Za-z%.+\n、，。；：？！（）“”《》—·"


@cache
def _simplified_by(conversion: str) -> dict[str, str]:
    """The single characters that a conversion of OpenCC changes, from the table that comes with the package."""
    table = files("fazhi_ie").joinpath("data", "traditional.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {old: new for old, new, by in rows if by == conversion}


@cache
def regional_variants() -> dict[str, str]:
    """Characters only the Hong Kong standard writes (衞, 枱), with their simplified form; `t2s` skips them.

    >>> regional_variants()["衞"]
    '卫'
    """
    return _simplified_by("hk2s")


@cache
def traditional() -> frozenset[str]:
    """All characters of the basic plane that have a simplified form, by OpenCC's dictionaries.

    >>> sorted(set("行政複議機關") & traditional())
    ['機', '複', '議', '關']
    """
    return frozenset(_simplified_by("t2s")) | frozenset(_simplified_by("hk2s"))


@cache
def _unusual() -> re.Pattern[str]:
    # As ranges between the traditional characters: one by one, the others take three times as long to compile.
    edges = sorted({0x4DFF, 0xA000, *(ord(c) for c in traditional() if "\u4e00" <= c <= "\u9fff")})
    ranges = (f"{chr(low + 1)}-{chr(high - 1)}" for low, high in pairwise(edges) if low + 1 < high)
    return re.compile(f"[^{_PLAIN}{''.join(ranges)}]")


def unusual(text: str) -> frozenset[str]:
    """The characters of the text that are not plain simplified report text.

    >>> sorted(unusual("受理362件，辦結 350件。"))
    [' ', '結', '辦']
    """
    return frozenset(_unusual().findall(text))

"""The plain alphabet: characters that never wake a cleaning step.

Most text is clean already. One pass over it finds the characters that are *not* plain — traditional ones,
odd spaces, half-width punctuation — and a step that none of them concerns is not even called. The pass is
one character class for `re`, several times faster than looking at the text once a step or asking
`set(text)`.
"""

from __future__ import annotations

import re
from functools import cache

import opencc

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3005\u3007\U00020000-\U0003ffff"
"""Han characters with 々 and 〇, for use inside a character class."""

_PLAIN = "0-9A-Za-z%.+\n、，。；：？！（）“”《》—·"
_BLOCKS = (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))


@cache
def converter(config: str) -> opencc.OpenCC:
    """An OpenCC converter (`t2s`, `tw2s`, `hk2s`), loaded at its first use."""
    return opencc.OpenCC(config)


@cache
def _changed_by(config: str) -> dict[str, str]:
    """The single characters a conversion changes."""
    characters = [chr(code) for code in _BLOCKS]
    converted = converter(config).convert("\n".join(characters)).split("\n")
    return {old: new for old, new in zip(characters, converted, strict=True) if old != new}


@cache
def regional_variants() -> dict[str, str]:
    """Characters only the Hong Kong standard writes (衞, 枱), with their simplified form; `t2s` skips them.

    >>> regional_variants()["衞"]
    '卫'
    """
    general = _changed_by("t2s")
    return {old: new for old, new in _changed_by("hk2s").items() if old not in general}


@cache
def traditional() -> frozenset[str]:
    """All characters of the basic plane that have a simplified form, by OpenCC's dictionaries.

    >>> sorted(set("行政複議機關") & traditional())
    ['機', '複', '議', '關']
    """
    return frozenset(_changed_by("t2s")) | frozenset(regional_variants())


@cache
def _unusual() -> re.Pattern[str]:
    simplified = "".join(chr(code) for code in range(0x4E00, 0xA000) if chr(code) not in traditional())
    return re.compile(f"[^{_PLAIN}{simplified}]")


def unusual(text: str) -> frozenset[str]:
    """The characters of the text that are not plain simplified report text.

    >>> sorted(unusual("受理362件，辦結 350件。"))
    [' ', '結', '辦']
    """
    return frozenset(_unusual().findall(text))

"""Write `src/fazhi_ie/data/traditional.tsv`, the characters that OpenCC simplifies one by one.

    python scripts/traditional.py src/fazhi_ie/data/traditional.tsv

Asking OpenCC takes longer than reading the answer, and the answer changes once in years. `t2s` is the conversion
that every text gets; of the Hong Kong standard `hk2s` only what `t2s` does not know is kept.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import opencc

BLOCKS = (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))
HEAD = """\
# Traditional characters with their simplified form, and the conversion of OpenCC that knows it.
# Source: OpenCC {version}, licence Apache-2.0, https://github.com/BYVoid/OpenCC
# Written by scripts/traditional.py; columns: traditional, simplified, conversion.
"""


def rows() -> Iterator[tuple[str, str, str]]:
    """One row a character, in the order of Unicode, those of `t2s` first."""
    general = changed_by("t2s")
    yield from ((old, new, "t2s") for old, new in general.items())
    yield from ((old, new, "hk2s") for old, new in changed_by("hk2s").items() if old not in general)


def changed_by(config: str) -> dict[str, str]:
    """The single characters a conversion changes."""
    characters = [chr(code) for code in BLOCKS]
    converted = opencc.OpenCC(config).convert("\n".join(characters)).split("\n")
    return {old: new for old, new in zip(characters, converted, strict=True) if old != new}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target", type=Path)
    lines = ("\t".join(row) + "\n" for row in rows())
    head = HEAD.format(version=version("OpenCC"))
    parser.parse_args().target.write_text(head + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

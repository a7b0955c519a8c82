"""Tell what a quantity is a rate of: 每周3次 is per 周, 人均0.4元 per 人, 2次/年 per 年.

The denominator stands before the number in the same clause, or behind the unit after a slash. The nearest
one counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..packs import Packs
from ..packs.alternation import any_of
from .numerals import CHINESE
from .words import WordsAfter

_WINDOW = 32
_HINT = re.compile("[每均单]")
_CLAUSE = re.compile(r"[^，。；：！？,;\n]*\Z")


@dataclass(frozen=True)
class PerWords:
    """Compiled forms of 每…, …均, 单…, …平均 and of /…; `times` are those a percentage can have."""

    forms: re.Pattern[str]
    slash: WordsAfter[str]
    times: frozenset[str]

    @classmethod
    def from_packs(cls, packs: Packs) -> PerWords:
        def either(name: str) -> str:
            return any_of(packs.words(f"quantity.per.{name}"))

        noun = either("noun")
        classifier = either("classifier")
        each = (
            rf"每(?:{classifier}?(?P<noun>{noun})|(?P<span>[0-9{CHINESE}]+个?{noun})"
            rf"|{classifier}(?P<other>[^，。；：、！？的]{{2}}))"
        )
        mean = rf"(?<!{_chars(packs, 'average.none')})(?P<mean>{either('average')})均"
        single = rf"(?<!{_chars(packs, 'single.none')})单(?P<single>{either('single')})"
        subject = rf"(?P<subject>{either('subject')})(?:（[^（）]{{1,6}}）)?平均"
        return cls(
            forms=re.compile(f"{each}|{mean}|{single}|{subject}"),
            slash=WordsAfter({word: word for word in packs.words("quantity.per.slash")}),
            times=frozenset(packs.words("quantity.per.times")),
        )

    def before(self, text: str, start: int, floor: int) -> str:
        """The denominator in the clause before `start` and not before `floor`; "" when there is none."""
        floor = max(floor, start - _WINDOW)
        if not _HINT.search(text, floor, start):
            return ""
        clause = _CLAUSE.search(text, floor, start)
        parts: list[str] = []
        last = -1
        for found in self.forms.finditer(text, clause.start() if clause else floor, start):
            if found.start() != last:  # 每人每年 are one denominator, 每周……每人 are two
                parts.clear()
            parts.append(found[found.lastgroup or 0])
            last = found.end()
        return "".join(parts)


def _chars(packs: Packs, name: str) -> str:
    return "[" + re.escape("".join(packs.words(f"quantity.per.{name}"))) + "]"

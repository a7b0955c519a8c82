"""Find the date of issue: the one a report closes with, else the one its page gives.

Dates are written 2025年1月15日, 2025-01-15, 二〇二五年一月十五日. A page labels its dates; the packs list
the labels, the best first (成文日期 before 发布时间).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..packs import Packs
from ..packs.alternation import any_of
from .bodies import BodyRules
from .head import Head

_ARABIC = (
    r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2}) ?[年/\-.] ?(?P<month>[0-9]{1,2}) ?[月/\-.] ?"
    r"(?P<day>[0-9]{1,2})(?![0-9])日?"
)
_HAN = "[一二三四五六七八九十]"
_HAN_YEAR = "[一二][〇○零Oo0一二三四五六七八九]{3}"
_CHINESE = f"(?P<year_>{_HAN_YEAR})年(?P<month_>{_HAN}{{1,2}})月(?P<day_>{_HAN}{{1,3}})日"
_TAIL = 1500
_CLOSING_LINES = 12
_SIGNATURE = 60
_LABELLED = 16
_ROW = 120
_DATE = re.compile(f"{_ARABIC}|{_CHINESE}")
_DIGITS = str.maketrans("〇○零Oo一二三四五六七八九", "00000123456789")


def find_dates(text: str) -> Iterator[tuple[int, int, date]]:
    """All dates of a text that the calendar knows, with where they stand.

    >>> [day.isoformat() for _, _, day in find_dates("二〇二五年一月二十日，2025-02-31")]
    ['2025-01-20']
    """
    for found in _DATE.finditer(text):
        if day := _date(found):
            yield found.start(), found.end(), day


def read_year(text: str) -> int:
    """The year that four Arabic or Chinese digits write."""
    return int(text.translate(_DIGITS))


def _date(found: re.Match[str]) -> date | None:
    try:
        if found["year"]:
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
        return date(read_year(found["year_"]), _below_hundred(found["month_"]), _below_hundred(found["day_"]))
    except ValueError:
        return None


def _below_hundred(text: str) -> int:
    """十五 is 15, 二十 is 20, 三十一 is 31."""
    tens, ten, ones = text.rpartition("十")
    return (int((tens or "1").translate(_DIGITS)) * 10 if ten else 0) + int((ones or "0").translate(_DIGITS))


@dataclass(frozen=True)
class DateRules:
    """The labels of dates on web pages with their rank, the best first, and how a body may sign."""

    label: re.Pattern[str]
    rank: dict[str, int]
    bodies: BodyRules

    @classmethod
    def from_packs(cls, packs: Packs) -> DateRules:
        """Compile the labels."""
        labels = packs.words("structure.date.label")
        ranks = {label: rank for rank, label in enumerate(labels)}
        return cls(re.compile(any_of(labels)), ranks, BodyRules.from_packs(packs))


def issue_date(text: str, head: Head, rules: DateRules) -> date | None:
    """The date of issue: at the close, else labelled on the page, else alone on a line of the head.

    >>> from fazhi_ie.packs import load_packs
    >>> text = "特此报告。\\n云溪县人民政府\\n2025年1月15日"
    >>> issue_date(text, Head((), 0), DateRules.from_packs(load_packs()))
    datetime.date(2025, 1, 15)
    """
    closing = last_lines(text)
    page = [line.text for line in head.lines[: head.above_prose]]
    return (
        _first(_signed_date(line, rules.bodies) for line in reversed(closing))
        or _labelled_date([*page, *closing], rules)
        or _first(_signed_date(line, rules.bodies) or _leading_date(line) for line in page)
    )


def _first(dates: Iterable[date | None]) -> date | None:
    return next((day for day in dates if day), None)


def last_lines(text: str) -> list[str]:
    """The last whole lines of a text."""
    tail = text[-_TAIL:]
    lines = tail.split("\n") if len(tail) == len(text) else tail.split("\n")[1:]
    return [line for line in lines if line.strip()][-_CLOSING_LINES:]


def _signed_date(line: str, bodies: BodyRules) -> date | None:
    """The date of a line that holds nothing else but who signs: not 截至2024年12月31日."""
    if len(line) > _SIGNATURE:
        return None
    for start, end, day in find_dates(line):
        signs = line[:start].rstrip(" （")
        if line[end:] in ("", "）", "印发") and (not signs or bodies.split(signs)):
            return day
    return None


def _leading_date(line: str) -> date | None:
    """The date with which a line begins: 2025-01-15 10:30 浏览次数：7."""
    return next((day for start, _, day in find_dates(line[:_LABELLED]) if start <= 1), None)


def _labelled_date(lines: list[str], rules: DateRules) -> date | None:
    """The date under the best label."""
    found = []
    for line in lines:
        for start, _, day in find_dates(line[:_ROW]):
            labels = rules.label.findall(line, max(0, start - _LABELLED), start)
            found += [(rules.rank[label], day) for label in labels[-1:]]
    return min(found, key=lambda ranked: ranked[0])[1] if found else None

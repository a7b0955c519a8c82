"""Tell which year a report is about; it is mostly not the year in which it is issued.

The title says it; else the sentence that opens the report (现将2024年度…报告如下); else the first sentence,
by the year a clause begins with; else it is the year before the report's issue.
"""

from __future__ import annotations

import re
from datetime import date

from .dates import read_year
from .head import Head, HeadRules
from .title import Title

_YEAR = re.compile("(?<![0-9—-])((?:19|20)[0-9]{2}|[一二][〇○零Oo0一二三四五六七八九]{3})年(?!期间|前)")
_YEAR_NOT_SINCE = re.compile(_YEAR.pattern + "(?!以来)")
_OPENING = 40
_LATEST_MONTH = 6
_CITED = re.compile("《[^》\n]{0,200}》")


def reported_year(title: Title | None, head: Head, issued_on: date | None, rules: HeadRules) -> int | None:
    """The year reported on, or None.

    A report that comes after the middle of the year may be late or early: its date alone tells nothing.
    """
    prose = _CITED.sub("", "\n".join(line.text for line in head.lines[head.above_prose :]))
    opening = rules.opening.search(prose)
    year = (
        (title and _YEAR.search(title.text))
        or (opening and _YEAR_NOT_SINCE.search(prose, opening.start(), opening.start() + _OPENING))
        or _year_of_clause(prose.partition("。")[0])
    )
    if year:
        return read_year(year[1])
    return issued_on.year - 1 if issued_on and issued_on.month <= _LATEST_MONTH else None


def _year_of_clause(sentence: str) -> re.Match[str] | None:
    """The year with which a clause of the first sentence begins: 2024年以来，…; not 自2011年…."""
    years = (_YEAR.match(clause) for clause in sentence.split("，"))
    return next((year for year in years if year), None)

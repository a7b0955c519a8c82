"""Numbers in the cells of a table, with the unit of their heading."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TABLES = [
    "|类别|收件（件）|办结率|\n|复核|<q value=41 unit=件>41</q>|<q value=95 unit=%>95%</q>|",
    "|类别|收件（件）|\n|复核|<q value=41 unit=件>41</q>|\n|信访|<q value=7 unit=件>7</q>|",
    "|年份|类别|数量|\n|2023|复核|<q value=41>41</q>|",
    "|序号|事项（项）|\n|1|<q value=12 unit=项>12</q>|",
    "事项 数量（件）\n复核 <q value=41 unit=件>41</q>\n信访 <q value=7 unit=件>7</q>",
]
NO_TABLES = ["附件1\n附件2", "目录 3\n正文 5", "|第1页|共3页|", "|类别|2023|\n"]


@pytest.mark.parametrize("marked", TABLES + NO_TABLES)
def test_cell_has_the_unit_of_its_heading(check: Callable[[str], None], marked: str) -> None:
    check(marked)

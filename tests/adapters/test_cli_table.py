"""The readable table: what it shows, how it fits narrow screens, and what it never passes on."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from rich.cells import cell_len
from rich.console import Console

from fazhi_ie.adapters.table import ReportTable, format_quantity
from fazhi_ie.records import Quantity, Report

SPAN = {"start": 0, "end": 1}
QUANTITY = {"text": "x", "span": SPAN, "value_max": None, "bound": "exact", "per": ""}


def quantity(value: str, unit: str, **fields: object) -> Quantity:
    return Quantity.model_validate(QUANTITY | {"value": Decimal(value), "unit": unit} | fields)


def report(**fields: object) -> Report:
    """A small report; `fields` replace its own."""
    section = {"heading": "x", "span": SPAN, "kind": "other"}
    place = {"text": "x", "span": SPAN, "section": None}
    mention = place | {"term": "a.b", "kind": "activity", "topic": "disputes"}
    statistic = {
        "quantity": quantity("98", "%", bound="at_least"),
        "measure": "行政机关负责人出庭应诉率",
        "indicator": "litigation.leader_attendance_rate",
        "status": "planned",
        "period": {"year": 2025, "label": "2025年"},
        "section": "s2",
        "sentence": SPAN,
    }
    return Report.model_validate(
        {
            "source": {"id": "r.txt", "length": 1, "sha256": "0"},
            "title": "松河县2024年度法治政府建设情况报告",
            "issuers": [{"name": "松河县人民政府"}],
            "region": {"name": "松河县", "code": None, "level": "county"},
            "year": 2024,
            "document_number": "松政发〔2025〕6号",
            "issued_on": "2025-01-20",
            "sections": [
                section | {"id": "s1", "parent": None, "level": 1, "number": "四、"},
                section | {"id": "s2", "parent": "s1", "level": 2, "number": "（二）"},
            ],
            "terms": [mention | {"name": name} for name in ("人民调解", "人民调解", "诉前调解")],
            "statistics": [statistic],
            "citations": [
                {
                    "title": "信访工作条例",
                    "title_text": "信访工作条例",
                    "document_number": None,
                    "article": "第十二条",
                    "kind": "document",
                    "text": "《信访工作条例》",
                    "span": SPAN,
                }
            ]
            * 2,
        }
        | fields
    )


def shown(report: Report, width: int = 120) -> str:
    screen = io.StringIO()
    Console(file=screen, width=width).print(ReportTable(report))
    return screen.getvalue()


@pytest.mark.parametrize(
    "part",
    [
        "松河县2024年度法治政府建设情况报告",
        "松河县人民政府",
        "松河县 county",
        "松政发〔2025〕6号",
        "2025-01-20",
        "r.txt",
        "行政机关负责人出庭应诉率",
        "≥ 98%",
        "planned",
        "2025年",
        "litigation.leader_attendance_rate",
        "四.二",
        "人民调解 2  诉前调解",
        "信访工作条例 ×2",
        "第十二条",
    ],
)
def test_wide_table_shows(part: str) -> None:
    assert part in shown(report())


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_table_fits_its_width(width: int) -> None:
    assert max(map(cell_len, shown(report(), width).splitlines())) <= width


def test_narrow_table_keeps_measure_value_status_and_indicator() -> None:
    text = shown(report(), width=60)
    for part in ("出庭应诉率", "≥ 98%", "planned", "litigation."):
        assert part in text


def test_table_leaves_out_what_a_report_does_not_have() -> None:
    bare = report(
        title=None, issuers=[], region=None, statistics=[], terms=[], citations=[], document_number=None
    )
    text = shown(bare)
    assert "no title found" in text
    assert not any(
        word in text for word in ("issuers", "region", "number", "Statistics", "Terms", "Citations")
    )


def test_control_characters_and_markup_of_the_text_stay_text() -> None:
    text = shown(report(title="\x1b[31m松河县\x07[bold]报告[/bold]"))
    assert "\x1b[31m" not in text
    assert "\x07" not in text
    assert "[bold]报告[/bold]" in text


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (quantity("362", "件"), "362 件"),
        (quantity("5490000.0", "元"), "5,490,000 元"),
        (quantity("0.3333", ""), "0.3333"),
        (quantity("98.10", "%", bound="under"), "< 98.1%"),
        (quantity("500", "人次", bound="over"), "> 500 人次"),
        (quantity("3", "件", value_max=Decimal(5)), "3–5 件"),
        (quantity("2", "次", bound="at_most", per="周"), "≤ 2 次 / 周"),
        (quantity("30", "家", bound="about"), "≈ 30 家"),
    ],
)
def test_format_quantity(record: Quantity, text: str) -> None:
    assert format_quantity(record) == text

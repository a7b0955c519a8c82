"""The example reports from end to end: figures a person reads in them are the figures that come out."""

from __future__ import annotations

from pathlib import Path

import pytest

import fazhi_ie
from fazhi_ie.adapters.reading import read_text

REPORTS = Path(__file__).parents[1] / "examples" / "reports"
NAMES = sorted(path.stem for path in REPORTS.iterdir())

FIGURES = [
    ("hechuan-2021", "leadership.party_study", "3", "次"),
    ("hechuan-2021", "functions.online_rate", "92.5", "%"),
    ("hechuan-2021", "enforcement.penalties", "8624000", "元"),
    ("hechuan-2021", "reconsideration.applications", "48", "件"),
    ("hechuan-2021", "litigation.leader_attendance_rate", "86.1", "%"),
    ("hechuan-2022", "disputes.mediation_rate", "98.5", "%"),
    ("hechuan-2022", "reconsideration.settled_rate", "26.9", "%"),
    ("hechuan-2022", "outreach.vice_principals", "62", "名"),
    ("hechuan-2023", "reconsideration.concluded", "74", "件"),
    ("hechuan-2023", "litigation.leader_attendance", "44", "件"),
    ("hechuan-2023", "litigation.leader_attendance_rate", "97.8", "%"),  # 44 of 46 is 95.7%: as the text says
    ("hechuan-2023", "litigation.loss_rate", "8.7", "%"),
    ("hechuan-2024", "leadership.study_participants", "1800", "人次"),
    ("hechuan-2024", "reconsideration.correction_rate", "8.3", "%"),
    ("hechuan-2024", "oversight.npc_suggestions", "118", "件"),
    ("hechuan-2024", "outreach.materials", "92000", "份"),
    ("anlan-market-2023", "leadership.party_study", "4", "次"),
    ("anlan-market-2023", "enforcement.cases", "1873", "件"),
    ("anlan-market-2023", "enforcement.penalties", "21465000", "元"),
    ("anlan-zone-2024", "functions.legal_checkups", "132", "次"),
    ("anlan-zone-2024", "rules.filing_rate", "100", "%"),
    ("shidu-town-2024", "leadership.instructions", "7", "次"),
    ("shidu-town-2024", "disclosure.on_request", "3", "件"),
    ("chenghu-2020-scraped", "enforcement.file_reviews", "160", "卷"),
    ("chenghu-2020-scraped", "reconsideration.accepted", "83", "件"),
    ("chenghu-2020-scraped", "litigation.leader_attendance", "62", "件"),
    ("chenghu-2020-scraped", "legal_services.aid_cases", "732", "件"),
]

HEADERS = [
    ("hechuan-2021", 2021, None, ["禾川县人民政府"]),
    ("hechuan-2023", 2023, None, ["中共禾川县委", "禾川县人民政府"]),
    ("hechuan-2024", 2024, "禾政发〔2025〕3号", ["禾川县人民政府"]),
    ("anlan-market-2023", 2023, None, ["安澜市市场监督管理局"]),
    ("shidu-town-2024", 2024, None, ["石渡镇人民政府"]),
    ("chenghu-2020-scraped", 2020, None, ["澄湖区人民政府"]),
]


def text_of(name: str) -> str:
    return read_text(REPORTS / f"{name}.txt")


def report_of(name: str) -> fazhi_ie.Report:
    return fazhi_ie.extract(text_of(name), id=name)


@pytest.mark.parametrize(("name", "indicator", "value", "unit"), FIGURES)
def test_first_figure_of_an_indicator_is_the_one_reported(
    name: str, indicator: str, value: str, unit: str
) -> None:
    found = next(s for s in report_of(name).statistics if s.indicator == indicator)
    assert (format(found.quantity.value, "f"), found.quantity.unit, found.status) == (value, unit, "achieved")


@pytest.mark.parametrize(("name", "year", "number", "issuers"), HEADERS)
def test_header_says_who_reports_on_which_year(
    name: str, year: int, number: str | None, issuers: list[str]
) -> None:
    report = report_of(name)
    assert (report.year, report.document_number) == (year, number)
    assert [issuer.name for issuer in report.issuers] == issuers


@pytest.mark.parametrize("name", NAMES)
def test_every_record_stands_where_it_says(name: str) -> None:
    text, report = text_of(name), report_of(name)
    records = [*report.terms, *report.citations, *(statistic.quantity for statistic in report.statistics)]
    assert len(records) > 50
    assert [text[r.span.start : r.span.end] for r in records] == [r.text for r in records]


@pytest.mark.parametrize("name", NAMES)
def test_report_reads_back_from_json(name: str) -> None:
    report = report_of(name)
    assert fazhi_ie.Report.model_validate_json(report.model_dump_json()) == report


@pytest.mark.parametrize("name", NAMES)
def test_only_the_plans_of_a_report_are_plans(name: str) -> None:
    report = report_of(name)
    plans = {section.id for section in report.sections if section.kind == "plans"}
    status = {s.status for s in report.statistics if s.section in plans}
    assert status == {"planned"}

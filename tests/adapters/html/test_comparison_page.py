"""The comparison page: what its charts draw, and that every value leads to its sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from browsing import Page
from fazhi_ie import compare, extract
from fazhi_ie.adapters.html.charts import Point, bar_chart, line_chart

TITLE = "{place}人民政府{year}年法治政府建设情况报告\n"
Open = Callable[..., Page]


def text(place: str, year: int, said: str) -> str:
    return TITLE.format(place=place, year=year) + said


TEXTS = [
    text("云溪县", 2022, "收到行政复议申请52件。力争2023年行政诉讼败诉率不超过8%。"),
    text("云溪县", 2023, "收到行政复议申请61件，行政诉讼败诉率6.5%。"),
    text("云溪县", 2024, "收到行政复议申请70余件，行政诉讼败诉率7.1%。调解纠纷820件。调解邻里纠纷73件。"),
    text("青川县", 2023, "收到行政复议申请30件。"),
]


@pytest.fixture
def page_of(tmp_path: Path) -> Callable[[list[str]], Path]:
    def page_of(texts: list[str]) -> Path:
        path = tmp_path / "compare.html"
        compare(map(extract, texts), texts=texts).to_html(path)
        return path

    return page_of


def point(year: int, value: str, who: str = "云溪县", *, planned: bool = False) -> Point:
    return Point(year, Decimal(value), "s0", who, value, "q0-0", planned=planned)


def test_line_joins_successive_years_of_one_place() -> None:
    chart = line_chart([point(2021, "3"), point(2022, "5"), point(2024, "4"), point(2022, "9", "青川县")])
    assert [points.count(",") for _, _, points in chart.lines] == [2]


def test_target_is_drawn_but_not_joined() -> None:
    chart = line_chart([point(2023, "3"), point(2024, "5", planned=True)])
    assert chart.lines == ()
    assert len(chart.dots) == 2


def test_axis_begins_at_zero_and_higher_is_more() -> None:
    chart = line_chart([point(2023, "40"), point(2024, "80")])
    first, second = chart.dots
    assert [label for _, label in chart.y_ticks] == ["0", "80"]
    assert chart.zero - second.y == pytest.approx(2 * (chart.zero - first.y), abs=0.2)


def test_values_below_zero_have_room() -> None:
    chart = line_chart([point(2023, "-12"), point(2024, "30")])
    assert [label for _, label in chart.y_ticks] == ["-15", "0", "30"]
    assert chart.dots[0].y > chart.zero > chart.dots[1].y


def test_bars_are_as_long_as_their_values_and_the_longest_comes_first() -> None:
    chart = bar_chart([point(2024, "10", "甲县"), point(2024, "20", "乙县")])
    assert [dot.point.who for dot in chart.dots] == ["乙县", "甲县"]
    assert chart.dots[0].length == pytest.approx(2 * chart.dots[1].length, abs=0.2)


def test_every_link_leads_to_a_sentence(page_of: Callable[[list[str]], Path]) -> None:
    html = page_of(TEXTS).read_text("utf-8")
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(re.findall(r' id="(q[^"]+)"', html))


def test_every_figure_is_listed_with_its_number_marked(page_of: Callable[[list[str]], Path]) -> None:
    html = page_of(TEXTS).read_text("utf-8")
    figures = sum(s.indicator is not None for t in TEXTS for s in extract(t).statistics)
    assert html.count("<mark>") == figures
    assert "收到行政复议申请<mark>52件</mark>。" in html


def test_page_without_texts_says_so(tmp_path: Path) -> None:
    compare(map(extract, TEXTS)).to_html(tmp_path / "compare.html")
    assert "没有给出原文" in (tmp_path / "compare.html").read_text("utf-8")


def test_no_reports_make_a_page(page_of: Callable[[list[str]], Path]) -> None:
    assert "0 份报告" in page_of([]).read_text("utf-8")


def test_places_with_two_reports_a_year_are_told_apart_by_issuer(
    page_of: Callable[[list[str]], Path],
) -> None:
    texts = [
        text("云溪县", 2024, "收到行政复议申请52件。"),
        "云溪县司法局2024年法治政府建设情况报告\n收到行政复议申请50件。",
    ]
    html = page_of(texts).read_text("utf-8")
    assert "</i>云溪县司法局</th>" in html
    assert "</i>云溪县人民政府</th>" in html


@pytest.mark.needs_chromium
def test_value_opens_its_sentence(page_of: Callable[[list[str]], Path], open_page: Open) -> None:
    page = open_page(page_of(TEXTS))
    assert page.all(".quotes li") == []
    next(a for a in page.all(".values a") if a.text == "61 件").click()
    assert page.said("li:target mark") == "61件"
    assert page.all("li:target")
    assert page.console() == []
    assert len(page.requests()) == 1


@pytest.mark.needs_chromium
def test_dot_opens_its_sentence(page_of: Callable[[list[str]], Path], open_page: Open) -> None:
    page = open_page(page_of(TEXTS))
    page.all("svg .hollow")[0].click()
    assert page.said("li:target mark") == "70余件"


@pytest.mark.needs_chromium
def test_search_leaves_indicators_that_were_asked_for(
    page_of: Callable[[list[str]], Path], open_page: Open
) -> None:
    page = open_page(page_of(TEXTS))
    page.one("#search").send_keys("败诉")
    assert [h.text.split()[1] for h in page.all(".panel h3")] == ["litigation.loss_rate"]


@pytest.mark.needs_chromium
def test_place_can_stand_out(page_of: Callable[[list[str]], Path], open_page: Open) -> None:
    page = open_page(page_of(TEXTS))
    page.one('#legend [data-place="青川县"]').click()
    assert {row.text.split()[0] for row in page.all(".values tr.kept")} == {"青川县"}

"""The review page as a person uses it, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from browsing import Page
from fazhi_ie.adapters.html import NotRead, write_review
from fazhi_ie.extractor import extractor

pytestmark = pytest.mark.needs_chromium

REPORT = """云溪县人民政府2024年法治政府建设情况报告
一、主要成效
2024年，全县收到行政复议申请126件，审结75件，纠错9件，纠错率15.6%。推行“红石榴调解法”，调解纠纷820件。
依据《云溪县行政执法公示办法》第三条，12345热线受理诉求1.2万件。
二、下一步打算
力争2025年行政机关负责人出庭应诉率达到95%以上，进一步压实责任。
"""

Open = Callable[..., Page]
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a page with the reports of some texts; an error stands for a file that could not be read."""
    run = extractor()

    def write(*texts: str | NotRead) -> Path:
        named = enumerate(texts, 1)
        path = tmp_path / "review.html"
        with path.open("wb") as stream:
            reports = (t if isinstance(t, NotRead) else (run(t, id=f"{n}.txt"), t) for n, t in named)
            write_review(stream, reports, extractor=run)
        return path

    return write


@pytest.fixture
def page(open_page: Open, write: Write) -> Page:
    """The page of one report."""
    return open_page(write(REPORT))


def rows(page: Page) -> list[str]:
    return [row.text.split("\n")[0] for row in page.all("#list .row")]


def row(page: Page, said: str) -> Any:
    return next(row for row in page.all("#list .row") if said in row.text)


def test_page_opens_without_errors_and_asks_for_nothing(page: Page) -> None:
    assert page.said("#title") == "云溪县人民政府2024年法治政府建设情况报告"
    assert page.console() == []
    assert [url for url in page.requests() if not url.endswith("review.html")] == []


def test_list_has_every_statistic_in_text_order(page: Page) -> None:
    assert rows(page) == [s.measure for s in extractor()(REPORT).statistics]


def test_click_shows_sentence_and_what_is_known(page: Page) -> None:
    row(page, "12,000 件").click()
    assert [e.text for e in page.all("#text .statistic.on")] == ["1.2万件"]
    assert "12345热线受理诉求1.2万件。" in "".join(e.text for e in page.all("#text .lit"))
    assert page.said("#detail .big") == "12,000 件"
    assert page.said("#detail mark") == "1.2万件"
    assert page.one("#text .on").rect["y"] > page.one("#legend").rect["y"]


def test_panel_names_indicator_bound_and_cue(page: Page) -> None:
    row(page, "≥ 95%").click()
    said = page.said("#detail")
    for part in (
        "行政机关负责人出庭应诉率",
        "litigation.",
        "目标",
        "下一步打算",
        "至少",
        "2025年",
        "二、 下一步打算",
    ):
        assert part in said
    assert [e.text for e in page.all("#text .on-cue")] == ["力争"]


def test_click_in_the_text_chooses_the_statistic(page: Page) -> None:
    next(e for e in page.all("#text .statistic") if e.text == "820件").click()
    assert "调解纠纷" in page.said('#list [aria-current="true"]')
    assert page.said("#detail .big") == "820 件"


@pytest.mark.parametrize(
    ("field", "value", "found"),
    [
        ("status", "planned", ["行政机关负责人出庭应诉率"]),
        ("indicator", "hotline.calls", ["12345热线受理诉求"]),
        ("topic", "disputes", ["调解纠纷"]),
    ],
)
def test_filter_leaves_what_was_asked_for(page: Page, field: str, value: str, found: list[str]) -> None:
    page.choose(field, value)
    assert rows(page) == found
    assert "1 条" in page.said("#shown")
    page.choose(field, "*")
    assert len(rows(page)) == len(extractor()(REPORT).statistics)


def test_search_looks_into_sentences(page: Page) -> None:
    page.one("#search").send_keys("进一步压实")
    assert rows(page) == ["行政机关负责人出庭应诉率"]


def test_keys_go_through_the_list(page: Page) -> None:
    current = '#list [aria-current="true"]'
    page.press("jj")
    assert page.said(current) == page.all("#list .row")[1].text
    page.press("k")
    assert page.said(current) == page.all("#list .row")[0].text
    page.press("k")
    assert page.said(current) == page.all("#list .row")[0].text


def test_keys_lead_to_search_filters_and_help(page: Page) -> None:
    focused = "return document.activeElement.id || document.activeElement.name || ''"
    page.press("/")
    assert page(focused) == "search"
    page.one("#search").send_keys("j\ue00c")  # a letter is a letter there, Escape leaves
    assert page(focused) == ""
    page.press("f")
    assert page(focused) == "status"
    page.one("body").send_keys("\ue00c?")
    assert "上一条" in page.said("#help")


def test_numbers_not_taken_are_listed_with_the_reason(page: Page) -> None:
    page.press("3")
    assert [h.text.split("：")[0] for h in page.all("#list h3")] == [
        "年份和日期",
        "条款",
        "序号",
        "名称的一部分",
        "词语的一部分",
    ]
    row(page, "第三条").click()
    assert "未采用：条款" in page.said("#detail")
    assert [e.text for e in page.all("#text .untaken.on")] == ["第三条"]


def test_numbers_not_taken_are_marked_on_demand(page: Page) -> None:
    marked = "return getComputedStyle(document.querySelector('#text .untaken')).borderBottomStyle"
    assert page(marked) == "none"
    page.press("u")
    assert page(marked) == "dotted"


def test_checks_stand_beside_their_figures(page: Page) -> None:
    row(page, "15.6%").click()
    assert "比率与件数对不上" in page.said("#detail .finding")
    page.one("#detail .finding button").click()
    assert page.said("#detail .big") != "15.6%"
    page.press("2")
    assert len(rows(page)) == 1


def test_terms_that_no_pack_has_come_first(page: Page) -> None:
    page.press("4")
    assert rows(page)[0] == "红石榴调解法"
    assert "术语库里没有" in page.all("#list .row")[0].text


def test_address_leads_back_to_the_figure(page: Page, open_page: Open, write: Write) -> None:
    row(page, "820 件").click()
    place = page("return location.hash")
    assert open_page(write(REPORT), place).said("#detail .big") == "820 件"


def test_many_reports_have_an_index(open_page: Open, write: Write) -> None:
    page = open_page(
        write(REPORT, NotRead("坏.txt", "FZ112: The file 坏.txt cannot be read."), "受理行政复议案件3件。")
    )
    index = [r.text for r in page.all("#index-rows tr")]
    assert len(index) == 3
    assert "FZ112" in index[1]
    page.all("#index-rows button")[1].click()
    assert page.said("#text") == "受理行政复议案件3件。"
    page.press("[")
    assert page.said("#position") == "1 / 2"
    page.press("0")
    assert page.one("#index").is_displayed()


def test_dark_is_as_preferred_and_can_be_switched(open_page: Open, write: Write) -> None:
    page = open_page(write(REPORT))
    light = page.style("body", "backgroundColor")
    page.emulate(features=[{"name": "prefers-color-scheme", "value": "dark"}])
    assert page.until(lambda: page.style("body", "backgroundColor") != light)
    page.press("t")
    assert page.until(lambda: page.style("body", "backgroundColor") == light)


def test_paper_has_text_and_list_and_no_controls(page: Page) -> None:
    page.emulate(media="print")
    assert page.one("#text").is_displayed()
    assert len(page.all("#list .row")) == len(extractor()(REPORT).statistics)
    assert page.all("#tabs, #search, #legend button, #detail, .bar button") == []
    assert page.style("#text", "overflowY") == "visible"


def test_narrow_screen_shows_list_or_text(page: Page) -> None:
    page.size(420, 860)
    assert page.all("#text") == []
    row(page, "820 件").click()
    assert page.one("#text").is_displayed()
    assert page.one("#detail").is_displayed()
    assert page("return document.documentElement.scrollWidth") <= 420

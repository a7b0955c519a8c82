"""What a notebook shows of a report, with its text and without."""

from __future__ import annotations

import pytest

from fazhi_ie import InputError, extract

TEXT = "云溪县人民政府2024年法治政府建设情况报告\n一、成效\n办理行政复议案件126件，印发《云溪县行政执法公示办法》。"


def test_report_shows_itself_without_its_text() -> None:
    html = extract(TEXT)._repr_html_()
    for part in (
        "云溪县人民政府2024年法治政府建设情况报告",
        "办理行政复议案件",
        "126 件",
        "云溪县行政执法公示办法",
    ):
        assert part in html
    assert "report.show(text)" in html


def test_with_its_text_everything_is_marked_in_place() -> None:
    html = extract(TEXT).show(TEXT)._repr_html_()
    assert ">126件</span>" in html
    assert 'class="citation"' in html
    assert 'class="heading"' in html
    assert "report.show(text)" not in html


def test_text_of_another_report_is_refused() -> None:
    with pytest.raises(InputError, match="FZ121"):
        extract(TEXT).show("别的报告。")


def test_empty_report_shows_itself() -> None:
    assert "no title" in extract("")._repr_html_()


def test_markup_in_the_text_stays_text() -> None:
    text = "<b>办理</b>行政复议案件126件。\ud800"
    html = extract(text, id="<i>").show(text)._repr_html_()
    assert "&lt;b&gt;" in html
    assert "<i>" not in html
    html.encode()  # what cannot be written as UTF-8 is replaced

"""Text that tries to be something else: nothing of it runs, nothing breaks, and it comes back equal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from browsing import Page
from fazhi_ie import compare, extract
from fazhi_ie.adapters.html import NotRead, write_review
from fazhi_ie.extractor import extractor

pytestmark = pytest.mark.needs_chromium

ATTACK = "document.title = 'ran'"
HOSTILE = {
    "script": f"<script>{ATTACK}</script>",
    "end of script": f"</script><script>{ATTACK}</script><!--<script>",
    "image": f"<img src=x onerror=\"{ATTACK}\"><svg onload='{ATTACK}'>",
    "quotes": f'" onmouseover="{ATTACK}" \' ` {ATTACK}',
    "template": "{{ 7 * 7 }} {% raw %} ${7 * 7} &lt;b&gt; &#0; <![CDATA[ ]]>",
    "link": f"javascript:{ATTACK} <a href='javascript:{ATTACK}'>x</a>",
    "bidi": "\u202e反 \u2066 x \u2069 \u200f",
    "line separators": "a\u2028b\u2029c\x85d\re\r\nf",
    "NUL": "a\x00b\x1b[31m\x7f\x9f",
    "lone surrogates": "a\ud800b\udfff",
    "outside": "\ufeff\ufffe\uffff\U0001f600\U000e0001",
}
FIGURE = "2023年，云溪县办理行政复议案件126件，推行“{}”工作法，依据《{}》第三条。"

Open = Callable[..., Page]


def hostile(kind: str) -> str:
    return HOSTILE[kind] + FIGURE.format(HOSTILE[kind], HOSTILE[kind])


def units(text: str) -> list[int]:
    data = text.encode("utf-16-le", "surrogatepass")
    return [int.from_bytes(data[i : i + 2], "little") for i in range(0, len(data), 2)]


def assert_nothing_ran(page: Page, title: str) -> None:
    assert page("return document.title") == title
    assert page.console() == []
    assert len(page.requests()) == 1


@pytest.mark.parametrize("kind", HOSTILE)
def test_review_page_shows_the_text_as_it_is(kind: str, tmp_path: Path, open_page: Open) -> None:
    path, text, run = tmp_path / "review.html", hostile(kind), extractor()
    with path.open("wb") as stream:
        reports = [(run(text, id=HOSTILE[kind]), text), NotRead(HOSTILE[kind], HOSTILE[kind])]
        write_review(stream, reports, extractor=run)
    page = open_page(path, "#1")
    assert page.units("#text") == units(text)
    for tab in "123456":
        page.press(f"{tab}j")
    page.press("0")
    assert page.units("#index-rows .failed td") == units(HOSTILE[kind])
    assert_nothing_ran(page, "审阅")


@pytest.mark.parametrize("kind", HOSTILE)
def test_comparison_page_runs_nothing(kind: str, tmp_path: Path, open_page: Open) -> None:
    text = hostile(kind)
    later = text.replace("2023", "2024").replace("126", "131")
    reports = [extract(text, id=HOSTILE[kind]), extract(later, id=HOSTILE[kind])]
    path = tmp_path / "compare.html"
    compare(reports, texts=[text, later]).to_html(path)
    page = open_page(path)
    page.one(".values a").click()
    assert "126件" in page.said("li:target mark")
    assert_nothing_ran(page, "比较")


@pytest.mark.parametrize("kind", HOSTILE)
def test_notebook_view_runs_nothing(kind: str, tmp_path: Path, open_page: Open) -> None:
    text = hostile(kind)
    path = tmp_path / "cell.html"
    path.write_text(
        f"<!DOCTYPE html><meta charset=utf-8><title>cell</title>{extract(text).show(text)._repr_html_()}",
        "utf-8",
    )
    page = open_page(path)
    assert "126件" in page.said(".fazhi .text")
    assert_nothing_ran(page, "cell")


def test_page_allows_no_other_script(tmp_path: Path, open_page: Open) -> None:
    path, run = tmp_path / "review.html", extractor()
    with path.open("wb") as stream:
        write_review(stream, [], extractor=run)
    page = open_page(path)
    page("const s = document.createElement('script'); s.text = arguments[0]; document.body.append(s)", ATTACK)
    page("const i = new Image(); i.src = 'http://127.0.0.1:9/x.png'; document.body.append(i)")
    assert page("return document.title") == "审阅"
    assert len([said for said in page.console() if "Content Security Policy" in said]) == 2

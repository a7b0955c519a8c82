"""Pages of government sites in the shapes they come in: the report stays whole, the site around it goes."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi_ie.adapters.reading.web import html_text, is_large
from fazhi_ie.errors import InputError
from made_files import outcome

REPORT = Path(__file__).parents[3] / "examples" / "reports" / "hechuan-2023.txt"
LINES = [line for line in REPORT.read_text(encoding="utf-8").split("\n") if line.strip()]
TITLE = "禾川县2023年度法治政府建设情况的报告"

MENU = "".join(f'<li><a href="/c{n}/">栏目{n}</a></li>' for n in range(30))
ABOVE = (
    '<div class="top">今天是2024年3月5日 星期二 <a href="/old">无障碍阅读</a></div>'
    f'<div class="nav"><ul>{MENU}</ul></div>'
    '<div>当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a></div>'
)
LABELS = (
    "<div><span>来源：县司法局</span> <span>浏览次数：<script>document.write(1)</script>1234次</span> "
    "<span>【字体：<a href='#'>大</a> <a href='#'>中</a> <a href='#'>小</a>】</span></div>"
)
BELOW = (
    '<div>分享到：<a href="/w">微信</a><a href="/b">微博</a></div><div><a href="javascript:print()">【打印本页】</a></div>'
    '<div>上一篇：<a href="/1.html">关于印发2022年第88号文件的通知</a></div>'
    '<ul><li><a href="/r">2023年第99号公告</a><span>11-30</span></li></ul>'
    "<div><p>主办单位：县人民政府办公室 联系电话：0000-1234567</p><p>禾ICP备05001234号</p>"
    "<p>建议使用1920*1080分辨率，IE9以上浏览器浏览</p></div>"
)
FURNITURE = ("栏目", "今天是", "政务公开", "1234", "字体", "微信", "打印", "88", "99", "0000", "ICP", "1920")


def page(body: str, charset: str = "utf-8") -> str:
    script = '<style>.a{color:red}</style><script>var x = "<p>审结999件。</p>";</script>'
    head = f"<meta charset={charset}><title>{TITLE}-禾川县人民政府</title>{script}"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def each(before: str, after: str, lines: list[str] = LINES) -> str:
    return "\n".join(f"{before}{escape(line)}{after}" for line in lines)


def split(line: str) -> str:
    return "".join(f'<span lang="EN-US">{escape(line[n : n + 3])}</span>' for n in range(0, len(line), 3))


HALF = len(LINES) // 2
SHAPES = {
    "paragraphs": ABOVE + LABELS + f"<div class=content>{each('<p>', '</p>')}</div>" + BELOW,
    "TRS editor": ABOVE
    + f"<div class=TRS_Editor>{each('<p>&nbsp;&nbsp;&nbsp;&nbsp;', '</p>')}</div>"
    + BELOW,
    "unknown elements": ABOVE + f"<ucapcontent>{each('<p>　　', '</p>')}</ucapcontent>" + BELOW,
    "line breaks": ABOVE + f"{LABELS}<div id=zoom>{each('&nbsp;&nbsp;', '<br/>')}</div>" + BELOW,
    "div soup": f"<div><div>{ABOVE}<div>{each('<div><div>', '</div></div>')}</div></div>{BELOW}</div>",
    "unclosed paragraphs": ABOVE + f"<div>{each('<p>', '')}</div>" + BELOW,
    "words in pieces": ABOVE
    + "".join(f"<p class=MsoNormal>{split(line)}<o:p></o:p></p>" for line in LINES)
    + BELOW,
    "two halves": ABOVE
    + f"<div>{each('<p>', '</p>', LINES[:HALF])}</div><div>{each('<p>', '</p>', LINES[HALF:])}</div>"
    + BELOW,
    "layout tables": f"<table><tr><td colspan=2>{ABOVE}</td></tr><tr><td><table>{MENU}</table></td><td><table><tr><td>"
    f"{each('<p>', '</p>')}</td></tr></table></td></tr><tr><td colspan=2>{BELOW}</td></tr></table>",
    "menu longer than the report": ABOVE
    + "".join(f"<li><a href=/m>第{n}号栏目的工作方案</a></li>" for n in range(500))
    + f"<div>{each('<p>', '</p>')}</div>"
    + BELOW,
    "readings": ABOVE
    + each("<p>", "</p>").replace("行政", "<ruby>行<rp>(</rp><rt>xíng</rt><rp>)</rp>政</ruby>")
    + BELOW,
    "html5": f"<header>{ABOVE}</header><main><article>{each('<p>', '</p>')}</article></main><footer>{BELOW}</footer>",
    "preformatted": ABOVE + f"<pre>{escape(chr(10).join(LINES))}</pre>" + BELOW,
    "headings": ABOVE
    + "".join(f"<h2>{line}</h2>" if len(line) < 30 else f"<p>{line}</p>" for line in LINES)
    + BELOW,
    "form around all": f"<form>{ABOVE}<div>{each('<p>', '</p>')}</div>{BELOW}<input value=99></form>",
    "report shown by a script": ABOVE + f"<div style='display:none'>{each('<p>', '</p>')}</div>",
}


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("shape", SHAPES)
def test_report_keeps_every_line_on_its_own_and_in_order(shape: str) -> None:
    lines = [squeezed(line) for line in html_text(page(SHAPES[shape]).encode()).split("\n")]
    places = [lines.index(squeezed(line)) for line in LINES]
    assert places == sorted(places)


@pytest.mark.parametrize("shape", SHAPES)
def test_site_around_the_report_is_gone(shape: str) -> None:
    text = html_text(page(SHAPES[shape]).encode())
    for line in LINES:
        text = text.replace(line, "", 1)
    assert not [word for word in FURNITURE if word in text]
    assert "999" not in text


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("GBK", "gbk"),
        ("utf-8", "utf-8"),
        ("utf-8", "gb18030"),
        ("gb2312", "utf-8"),
        ("unknown", "gb18030"),
        ("utf-8", "utf-16"),
        ("iso-8859-1", "utf-8-sig"),
    ],
)
def test_encoding_is_declared_or_found(declared: str, encoding: str) -> None:
    data = page(SHAPES["paragraphs"], declared).encode(encoding)
    assert html_text(data) == html_text(page(SHAPES["paragraphs"]).encode())


def read(body: str) -> list[str]:
    return html_text(f"<body>{body}</body>".encode()).split("\n")


def test_title_outside_the_report_is_kept_once() -> None:
    lines = html_text(
        page(f"<h1>{TITLE}</h1>{LABELS}<div><p>受理复议36件。</p><p>办结复议35件。</p></div>").encode()
    )
    assert lines.split("\n") == [TITLE, "来源：县司法局", "受理复议36件。", "办结复议35件。"]


def test_title_of_the_page_stands_in_for_a_missing_one() -> None:
    text = html_text(page("<div><p>受理复议36件。</p></div>").encode())
    assert text.split("\n") == [TITLE, "受理复议36件。"]


def test_years_of_a_title_are_not_parted() -> None:
    body = "<title>禾川县2021-2025年法治政府建设规划-禾川县人民政府</title><p>受理复议36件。</p>"
    assert read(body)[0] == "禾川县2021-2025年法治政府建设规划"


def test_report_that_a_script_would_show_is_read_beside_visible_lines() -> None:
    assert "受理复议36件。" in read(
        "<div>县司法局</div><div style='display: none'><p>受理复议36件。</p></div>"
    )
    assert read("<p>受理复议36件。</p><div hidden><p>受理复议99件。</p></div>") == ["受理复议36件。"]


def test_signature_beside_the_report_is_kept() -> None:
    body = "<div><p>受理复议案件36件。</p><p>办结复议案件35件。</p></div><div>禾川县人民政府</div><div>2024年1月3日</div>"
    assert read(body + BELOW)[-2:] == ["禾川县人民政府", "2024年1月3日"]


def test_rows_of_a_table_are_lines_with_bars() -> None:
    table = (
        "<table><tr><th rowspan=2>事项</th><th colspan=2>收到（件）</th></tr><tr><td>2022</td><td>2023</td></tr>"
        "<tr><td><p>行政</p><p>复议</p></td><td><p>36</p></td><td> 41 </td></tr></table>"
    )
    assert read(f"<p>情况如下，请审阅。</p>{table}") == [
        "情况如下，请审阅。",
        "|事项|收到（件）||",
        "||2022|2023|",
        "|行政复议|36|41|",
    ]


def test_table_after_the_last_sentence_is_part_of_the_report() -> None:
    table = "<table><tr><td>事项</td><td>件数</td></tr><tr><td>复议</td><td>36</td></tr></table>"
    assert (
        read(f"<div><div><p>情况如下，请审阅。</p></div><div>{table}</div></div>{BELOW}")[-1] == "|复议|36|"
    )


def test_absurd_spans_are_cut_short() -> None:
    (row,) = read(
        "<table><tr><td colspan=999999999>事项</td><td rowspan=99999>36件，办结。</td></tr></table>"
    )
    assert row.count("|") < 100


def test_raised_note_does_not_become_a_digit() -> None:
    assert read("<p>受理36<sup>1</sup>件，办结。</p>") == ["受理36¹件，办结。"]


def test_sentence_that_links_is_kept() -> None:
    assert read("<p>受理复议36件。</p><p><a href=/x>办结复议35件。</a></p>") == [
        "受理复议36件。",
        "办结复议35件。",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "开展经验分享36次",
        "（三）收藏品打印36件",
        "主办 普法活动36场",
        "上一页36件",
        "一、上一条战线的位置",
        "浏览36件",
    ],
)
def test_short_line_that_only_resembles_furniture_is_kept(line: str) -> None:
    assert line in read(f"<p>{line}</p><p>受理行政复议案件36件。</p>")


def test_page_without_sentences_keeps_its_lines_and_no_menu() -> None:
    assert read(f"{ABOVE}<h1>统计</h1><div>复议 36</div><div>应诉 41</div>") == ["统计", "复议 36", "应诉 41"]


@pytest.mark.parametrize(
    "body", ["", "<script>load()</script>", "<iframe src=/r.pdf></iframe>", "<img src=1.png>"]
)
def test_page_without_text_is_refused(body: str) -> None:
    with pytest.raises(InputError, match=r"FZ119: .* open it in a browser"):
        html_text(page(body).encode())


@pytest.mark.parametrize(
    "data",
    [b"<div>" * 30_000, b"<a " + b"b=1 " * 3_000 + b">", b"<p>" + b"x" * 2_000_000],
    ids=["deep", "attributes", "long"],
)
def test_page_that_may_take_long_is_recognised(data: bytes) -> None:
    assert is_large(data)
    assert not is_large(page(SHAPES["menu longer than the report"]).encode())


def test_deep_page_is_read_without_recursion() -> None:
    assert read("<div>" * 5_000 + "受理复议36件。") == ["受理复议36件。"]


@settings(max_examples=150)
@given(st.text("<>/ apdivtableruby=\"'&#x;!-受理36件。\n", max_size=200))
def test_any_markup_gives_text_or_a_sentence(markup: str) -> None:
    assert outcome(html_text, markup.encode()) in ("text", "FZ119")


@pytest.mark.parametrize("shape", [shape for shape, body in SHAPES.items() if "<p>" in body])
@settings(max_examples=15)
@given(numbers=st.lists(st.integers(0, 10**6), min_size=1, max_size=9))
def test_no_number_is_lost(shape: str, numbers: list[int]) -> None:
    told = [f"其中第{n}类事项办理{number}件。" for n, number in enumerate(numbers)]
    before, after = SHAPES[shape].split("<p>", 1)
    lines = html_text(page(f"{before}{each('<p>', '</p>', told)}<p>{after}").encode()).split("\n")
    assert [line for line in lines if line in told] == told

"""The header of a report: title, issuers, place, year, document number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie.structure import Header, StructureRules, find_sections, read_header

TITLES = {
    "one line": ("云溪县2024年法治政府建设情况报告\n", "云溪县2024年法治政府建设情况报告"),
    "broken in the phrase": (
        "云溪县司法局关于2024年度\n法治政府建设情况的报告\n",
        "云溪县司法局关于2024年度法治政府建设情况的报告",
    ),
    "broken after the year": ("云溪县2024年度\n法治建设情况报告\n", "云溪县2024年度法治建设情况报告"),
    "broken before its last word": ("云溪县2024年法治建设\n工作总结\n", "云溪县2024年法治建设工作总结"),
    "three departments": (
        "云溪县公安局\n云溪县民政局\n云溪县司法局\n关于2024年普法工作的报告\n",
        "云溪县公安局 云溪县民政局 云溪县司法局关于2024年普法工作的报告",
    ),
    "two bodies above": (
        "中共云溪县委\n云溪县人民政府\n关于2024年法治政府建设情况的报告\n",
        "中共云溪县委 云溪县人民政府关于2024年法治政府建设情况的报告",
    ),
    "the party above": (
        "中共江海市委高新区工委\n江海高新区管委\n关于2024年法治政府建设情况的报告\n",
        "中共江海市委高新区工委 江海高新区管委关于2024年法治政府建设情况的报告",
    ),
    "the name of the site above": (
        "云溪县人民政府\n云溪县司法局2024年法治建设总结\n",
        "云溪县司法局2024年法治建设总结",
    ),
    "spaces of layout": ("云溪县司法局 关于 2024 年法治建设的报告\n", "云溪县司法局关于2024年法治建设的报告"),
    "letterhead": (
        "云溪县人民政府文件\n云政〔2025〕3号\n云溪县人民政府关于2024年法治政府建设情况的报告\n",
        "云溪县人民政府关于2024年法治政府建设情况的报告",
    ),
    "the year below": ("云溪县法治政府建设年度报告\n（2024年）\n", "云溪县法治政府建设年度报告（2024年）"),
    "breadcrumb and column": (
        "首页 > 公开 > 法治建设报告\n法治建设报告\n云溪县2024年法治建设情况报告\n发布日期：2025-01-20\n",
        "云溪县2024年法治建设情况报告",
    ),
    "a notice that hands it on": (
        "云溪县人民政府办公室关于印发2024年法治政府建设情况报告的通知\n云溪县2024年法治政府建设情况报告\n",
        "云溪县2024年法治政府建设情况报告",
    ),
    "a table": ("标题：云溪县2024年法治建设情况报告\n索引号：11/2025\n", "云溪县2024年法治建设情况报告"),
    "in book marks": ("《云溪县2024年法治政府建设情况报告》\n", "云溪县2024年法治政府建设情况报告"),
}

NO_TITLES = [
    "2024年，我县坚持依法行政，全年没有重大问题发生。\n",
    "发布日期：2025-01-20\n",
    "县委、县政府：\n",
    "现将法治政府建设情况报告如下：\n",
    "",
]

ISSUERS = [
    ("云溪县2024年法治政府建设情况报告", ["云溪县"]),
    ("2024年云溪县法治政府建设情况报告", ["云溪县"]),
    ("关于云溪县2024年法治政府建设情况的报告", ["云溪县"]),
    ("云溪县交通运输局关于2024年法治政府建设情况的报告", ["云溪县交通运输局"]),
    ("云溪县行政审批服务局2024年依法行政工作总结", ["云溪县行政审批服务局"]),
    ("云溪县城市管理局（综合行政执法局）2024年法治建设总结", ["云溪县城市管理局（综合行政执法局）"]),
    ("中共云溪县委 云溪县人民政府关于2024年法治政府建设情况的报告", ["中共云溪县委", "云溪县人民政府"]),
    ("中共云溪县委云溪县人民政府关于2024年法治政府建设情况的报告", ["中共云溪县委", "云溪县人民政府"]),
    ("云溪县委、县政府关于2024年法治政府建设情况的报告", ["云溪县委", "云溪县政府"]),
    ("新江县公安局、江海县公安局2024年法治政府建设情况报告", ["新江县公安局", "江海县公安局"]),
    ("江海高新区党工委、管委会2024年法治政府建设情况报告", ["江海高新区党工委", "江海高新区管委会"]),
    ("关于2024年法治政府建设情况的报告\n2024年，云溪县坚持依法行政。", ["云溪县"]),
    ("关于2024年法治政府建设情况的报告\n2024年，在市委领导下，云溪县坚持依法行政。", ["云溪县"]),
    ("关于2024年法治政府建设情况的报告\n一、做法\n正文。\n云溪县水利局\n2025年1月20日", ["云溪县水利局"]),
    ("关于2024年法治政府建设情况的报告\n一、做法\n正文。\n云溪县水利局 2025年1月20日", ["云溪县水利局"]),
    ("云溪县水利局文件\n关于2024年法治政府建设情况的报告\n我局坚持依法行政，工作有序。", ["云溪县水利局"]),
    ("根据有关规定，现将云溪县水利局2024年度法治建设情况报告如下：\n一、做法", ["云溪县水利局"]),
    ("根据有关规定，现将我局2024年度法治建设情况报告如下：\n一、做法", []),
    ("关于我县2024年法治政府建设情况的报告\n我县坚持依法行政。", []),
    ("我局成立了法律服务中心\n共享法庭", []),
]

YEARS = [
    ("云溪县2024年法治政府建设情况报告\n发布日期：2025-01-20", 2024),
    ("二〇二四年云溪县法治政府建设情况报告", 2024),
    ("云溪县法治政府建设情况报告\n根据《纲要（2021—2025年）》要求，现将2024年度工作情况报告如下：", 2024),
    ("云溪县法治政府建设情况报告\n2024年以来，云溪县坚持依法行政，落实《纲要（2021—2025年）》。", 2024),
    ("云溪县法治政府建设情况报告\n自2011年以来，云溪县坚持依法行政，工作有序推进。", None),
    ("云溪县法治政府建设情况报告\n发布日期：2025-01-20", 2024),
    ("云溪县法治政府建设情况报告\n发布日期：2025-11-20", None),
    ("云溪县法治政府建设情况报告", None),
]

NUMBERS = [
    ("云政〔2025〕3号\n云溪县2024年法治政府建设情况报告", "云政〔2025〕3号"),
    ("文号：云政〔2025〕3号\n云溪县2024年法治政府建设情况报告", "云政〔2025〕3号"),
    ("云政发〔2025〕12号 签发人：王某\n云溪县2024年法治政府建设情况报告", "云政发〔2025〕12号"),
    ("云溪县2024年法治政府建设情况报告\n按照《通知》（云法〔2024〕12号）要求，我县认真推进各项工作。", None),
    ("贯彻《办法》（云法〔2024〕12号）推进法治建设情况报告", None),
]


def read(text: str, rules: StructureRules) -> Header:
    return read_header(text, find_sections(text, rules), rules)


@pytest.mark.parametrize(("head", "title"), TITLES.values(), ids=TITLES)
def test_the_title_is_found_in_the_head(head: str, title: str, rules: StructureRules) -> None:
    assert read(head + "一、主要做法\n正文。", rules).title == title


@pytest.mark.parametrize("head", NO_TITLES)
def test_other_lines_are_no_title(head: str, rules: StructureRules) -> None:
    assert read(head + "一、依法行政工作情况\n正文。", rules).title is None


@pytest.mark.parametrize(("text", "issuers"), ISSUERS)
def test_issuers_are_named_by_title_letterhead_sentence_or_signature(
    text: str, issuers: list[str], rules: StructureRules
) -> None:
    assert list(read(text, rules).issuers) == issuers


@pytest.mark.parametrize(("text", "year"), YEARS)
def test_the_year_is_the_one_reported_on(text: str, year: int | None, rules: StructureRules) -> None:
    assert read(text, rules).year == year


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_the_number_is_the_reports_own(text: str, number: str | None, rules: StructureRules) -> None:
    assert read(text, rules).document_number == number


def test_the_region_of_a_joint_report_is_that_of_its_government(rules: StructureRules) -> None:
    header = read("中共江海市委高新区工委\n江海高新区管委\n关于2024年法治政府建设情况的报告\n一、做法", rules)
    assert header.region == ("江海高新区", None, "zone")


def test_the_body_begins_below_title_and_furniture(rules: StructureRules) -> None:
    text = "首页 > 公开\n云溪县2024年法治建设情况报告\n发布日期：2025-01-20\n2024年，我县坚持依法行政。\n"
    assert text[read(text, rules).body_start :].startswith("2024年，我县")


@given(text=st.text(alphabet="云溪县委、法治报告关于局2024年1月日：。，\n《》〔〕号>（）", max_size=120))
def test_any_text_has_a_header(rules: StructureRules, text: str) -> None:
    header = read(text, rules)
    assert 0 <= header.body_start <= len(text)
    assert all(header.issuers)

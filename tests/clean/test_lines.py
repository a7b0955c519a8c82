"""Line breaks: those of layout are healed, those of the author stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie.clean import clean

REPORT = """\
中共云溪县委
云溪县人民政府
关于2024年度法治政府建设情况的报告
云发〔2025〕6号
市委、市政府：
2024年，云溪县深入学习贯彻习近平法治思想，扎实推进法治政府建设，现将2024年度法治政府建设情况报告如下。
一、2024年推进法治政府建设的主要举措和成效
（一）优化法治化营商环境，激发市场活力
依法平等保护各类经营主体，全年办理告知承诺事项1268件，办结率99.5%，为企业减免费用35.6万元。
（二）规范行政执法。开展行政执法案卷评查2次，评查案卷130余卷；受理行政复议案件48件，审结45件。
二、存在的不足和原因
一是部分领导干部法治思维有待提升。二是基层行政执法力量还比较薄弱。
特此报告。
中共云溪县委 云溪县人民政府
2025年1月10日"""


def test_clean_report_stays_as_it_is() -> None:
    assert clean(REPORT).text == REPORT


def test_blank_lines_and_ends_of_lines_go() -> None:
    noisy = "\n\n  " + REPORT.replace("\n", "  \n\n \n    ") + "\n \n"
    assert clean(noisy).text == REPORT


@pytest.mark.parametrize("page", ["- 3 -", "— 3 —", "第 3 页", "第3页 共12页", "-3-", "·3·"])
def test_page_numbers_go(page: str) -> None:
    broken = REPORT.replace("法治政府建设，现将", f"法治政府\n\n{page}\n建设，现将")
    assert clean(broken).text == REPORT


# Here a paragraph is no heading: more than 30 characters into it, or behind its first 。.
BODY = range(REPORT.index("扎实推进"), REPORT.index("一、2024"))
SECTION = range(REPORT.index("开展行政执法"), REPORT.index("二、存在"))


@pytest.mark.parametrize("gap", ["\n", "\n\n", " \n", "\r\n"])
@given(position=st.sampled_from([*BODY[5:-1], *SECTION[1:-1]]))
def test_break_inside_a_sentence_is_healed(gap: str, position: int) -> None:
    if REPORT[position - 1] in "。，；" or REPORT[position] in "。，；":
        return
    assert clean(REPORT[:position] + gap + REPORT[position:]).text == REPORT


def test_break_at_the_beginning_is_healed_where_the_text_shows_the_phrase_elsewhere() -> None:
    text = "全县深入学习贯彻习近平法治思想，落实责任，完善机制。\n各部门深入学习贯彻法律，成效明显。"
    assert clean(text.replace("全县深入学习", "全县深入学\n习")).text == text
    assert clean(text.replace("全县深入", "全\n县深入")).text != text


@pytest.mark.parametrize(
    ("broken", "healed"),
    [
        ("全年共受理案件1\n268件，审结12件。", "全年共受理案件1268件，审结12件。"),
        ("群众满意率为98\n.5%，位居全市前列。", "群众满意率为98.5%，位居全市前列。"),
        ("关于20\n24年度法治政府建设情况的报告", "关于2024年度法治政府建设情况的报告"),
        ("认真落实《法治政府建设\n实施纲要》", "认真落实《法治政府建设实施纲要》"),
        ("成立宣讲队，\n开展活动", "成立宣讲队，开展活动"),
        ("各级各部门\n的工作", "各级各部门的工作"),
        ("一、\n主要做法", "一、\n主要做法"),
    ],
)
def test_obvious_continuations_are_joined(broken: str, healed: str) -> None:
    assert clean(broken).text == healed.replace("一、\n", "一、")


@pytest.mark.parametrize(
    "text",
    [
        "云溪县司法局\n关于2024年工作的报告",
        "（一）强化党的领导，压实工作责任\n县委常委会专题研究4次，听取汇报2次。",
        "突出政治引领，压实工作责任\n全县各级部门认真落实责任制，成效明显。",
        "二、健全依法行政制度体系\n（一）完善制度。全年审查文件12件。",
        "抓好任务落实，推动各项工作取得新进展\n（三）加强监督。",
        "受理\n15\n办结\n12",
        "加强学习，提高能力\n附件：任务清单",
        "发布时间：2025-01-10 09:30\n2024年，我县扎实开展工作。",
        "营造良好氛围，推动工作\n云溪县人民政府\n2025年1月10日",
        "营造良好氛围，推动工作\n二〇二五年一月十日",
        "|受理|15|\n|办结|12|",
        "一是抓学习\n二是抓落实",
        "依法审查\n1.审查合同12份。",
    ],
)
def test_headings_titles_and_cells_keep_their_lines(text: str) -> None:
    assert clean(text).text == text


def test_latin_words_are_joined_with_a_space() -> None:
    assert (
        clean("全县接入系统。实现 Hello\nWorld 平台，共享数据。").text
        == "全县接入系统。实现Hello World平台，共享数据。"
    )

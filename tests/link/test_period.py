"""Which time a figure speaks of."""

import pytest

import fazhi_ie

TITLE = "云溪县2024年度法治政府建设情况报告\n"


@pytest.mark.parametrize(
    ("sentence", "year", "label"),
    [
        ("受理案件36件。", 2024, "2024年"),
        ("今年以来受理案件36件。", 2024, "今年以来"),
        ("去年受理案件36件。", 2023, "去年"),
        ("2022年受理案件36件。", 2022, "2022年"),
        ("截至2023年底，建成站点36个。", 2023, "截至2023年底"),
        ("每周开展2次培训。", 2024, "每周"),
        ("近三年累计办理案件36件。", None, "近三年"),
        ("上半年召开会议3次。", 2024, "上半年"),
        ("3月28日受理案件36件。", 2024, "3月28日"),
        ("5月份受理案件36件。", 2024, "5月份"),
        ("上年受理案件36件。", 2023, "上年"),
        ("案件较上月下降1.3%。", 2024, "2024年"),
        ("每两月开展1次检查。", 2024, "每两月"),
        ("一、2022年工作情况\n受理案件36件。", 2022, "2022年"),
        ("明年，我县将举办讲座3场。", 2025, "明年"),
    ],
)
def test_period_is_the_nearest_expression_before_the_number(sentence, year, label):
    period = fazhi_ie.extract(TITLE + sentence).statistics[0].period
    assert (period.year, period.label) == (year, label)


def test_period_is_none_when_the_text_gives_none():
    assert fazhi_ie.extract("受理案件36件。").statistics[0].period is None

"""Results of extraction to write: reports with everything in them, and a failure between them."""

from __future__ import annotations

import pytest

from fazhi_ie import Report, extract
from fazhi_ie.adapters.batch import FailedSource, Failure, FailureReason

TEXT = (
    "云溪县人民政府关于2023年度法治政府建设情况的报告\n云政发〔2024〕5号\n"
    "一、主要成绩\n全年收到行政复议申请1.05万件，纠错率8.1%。调解矛盾纠纷300至400件，执法培训12次。\n"
    "二、下步打算\n落实《法治政府建设实施纲要》，力争行政诉讼败诉率不超过5%。\n2024年1月15日\n"
)


@pytest.fixture(scope="session")
def report() -> Report:
    return extract(TEXT, id="云溪县/2023.txt")


@pytest.fixture(scope="session")
def failure() -> Failure:
    return Failure(
        source=FailedSource(id="云溪县/2022.pdf"),
        error=FailureReason(type="InputError", message="FZ113: It is encrypted."),
    )


@pytest.fixture(scope="session")
def results(report: Report, failure: Failure) -> list[Report | Failure]:
    return [report, failure, extract("受理行政复议申请36件。")]

"""Tests that need a program from outside Python run where it is found; the summary says what did not run."""

from __future__ import annotations

import shutil
from collections import Counter

import pytest

NEEDS = {
    "needs_chromium": ("Chromium and its driver", ("chromium", "chromedriver"), "chromium chromium-driver"),
    "needs_java": ("Java", ("java",), "openjdk-17-jre-headless"),
}
"""Each mark with what it stands for, the programs it looks for, and the Debian packages that have them."""


def reason(mark: str) -> str | None:
    """Why tests with this mark cannot run here; None where they can."""
    name, programs, packages = NEEDS[mark]
    missing = [program for program in programs if shutil.which(program) is None]
    return f"{name} not found ({', '.join(missing)}); on Debian: apt install {packages}" if missing else None


def pytest_configure(config: pytest.Config) -> None:
    for mark, (name, _, _) in NEEDS.items():
        config.addinivalue_line("markers", f"{mark}: runs where {name} is found, and is skipped elsewhere.")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    reasons = {mark: reason(mark) for mark in NEEDS}
    for item in items:
        for mark, why in reasons.items():
            if why and item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=why))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests were skipped for want of a program, also where all others pass quietly."""
    skipped = Counter(
        report.longrepr[2].removeprefix("Skipped: ")
        for report in terminalreporter.stats.get("skipped", ())
        if isinstance(report.longrepr, tuple)
    )
    for why in filter(None, map(reason, NEEDS)):
        if skipped[why]:
            terminalreporter.write_line(f"{skipped[why]} tests did not run: {why}.", yellow=True)
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "figure":  # what a test has counted, by `record_property("figure", …)`
                terminalreporter.write_line(str(value))

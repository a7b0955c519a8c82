"""A real browser without a window, and pages opened in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from browsing import Page

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic"),
)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One Chromium for all tests, with a profile of its own."""
    webdriver = pytest.importorskip("selenium.webdriver")
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    chromium = webdriver.Chrome(
        options=options, service=webdriver.ChromeService(shutil.which("chromedriver"))
    )
    yield chromium
    chromium.quit()


@pytest.fixture
def open_page(browser: Any) -> Callable[..., Page]:
    """Open a file in a wide window; sizes, media and logs of earlier tests are forgotten."""
    page = Page(browser)

    def open_page(path: Path, place: str = "") -> Page:
        browser.get("about:blank")
        page.emulate(media="", features=[{"name": "prefers-color-scheme", "value": "light"}])
        page.size(1440, 900)
        page.console()
        page.requests()
        browser.get(path.as_uri() + place)
        return page

    return open_page

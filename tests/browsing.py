"""A page in a real browser, as a person uses it: what is on show, what is pressed, what the browser reports."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any


class Page:
    """What a person does on a page and sees there."""

    def __init__(self, browser: Any) -> None:
        self.browser = browser

    def __call__(self, script: str, *arguments: Any) -> Any:
        """Run a script in the page and give back what it returns."""
        return self.browser.execute_script(script, *arguments)

    def all(self, selector: str) -> list[Any]:
        """The elements that are on show."""
        return [e for e in self.browser.find_elements("css selector", selector) if e.is_displayed()]

    def one(self, selector: str) -> Any:
        return self.browser.find_element("css selector", selector)

    def said(self, selector: str) -> str:
        return str(self.one(selector).text)

    def until(self, holds: Callable[[], bool]) -> bool:
        """Whether something comes to hold within seconds, for what a browser does in its own time."""
        from selenium.webdriver.support.wait import WebDriverWait

        return bool(WebDriverWait(self.browser, 5).until(lambda _: holds()))

    def press(self, keys: str) -> None:
        self.one("body").send_keys(keys)

    def choose(self, name: str, value: str) -> None:
        """Choose a value of a filter."""
        self.one(f'select[name="{name}"] option[value="{value}"]').click()

    def units(self, selector: str) -> list[int]:
        """The UTF-16 units of an element's text content, which no transport can change."""
        script = (
            "const said = document.querySelector(arguments[0]).textContent;"
            "return Array.from({length: said.length}, (_, i) => said.charCodeAt(i))"
        )
        return list(self(script, selector))

    def style(self, selector: str, name: str) -> str:
        return str(
            self(
                "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]", selector, name
            )
        )

    def emulate(self, **media: Any) -> None:
        """Pretend a medium (`media="print"`) or what the person prefers (`features=[…]`)."""
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)

    def size(self, width: int, height: int) -> None:
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def console(self) -> list[str]:
        """What the browser's console said since it was last asked."""
        return [entry["message"] for entry in self.browser.get_log("browser")]

    def requests(self) -> list[str]:
        """The addresses that were asked for since it was last asked."""
        events = (json.loads(entry["message"])["message"] for entry in self.browser.get_log("performance"))
        return [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]

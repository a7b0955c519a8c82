"""The site of the documentation: every page has its place, and every link leads somewhere. Nothing is built here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

import fazhi_ie

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.*?) *$", re.M)
FENCE = re.compile(r"^(`{3,}).*?^\1$", re.M | re.S)

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))


class ConfigLoader(yaml.SafeLoader):
    """Reads the configuration of MkDocs, in which a tag may name a function of Python, without calling it."""


ConfigLoader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: suffix)


def config() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), ConfigLoader)  # noqa: S506
    return loaded


def pages_in(nav: list[Any]) -> Iterator[str]:
    for entry in nav:
        for target in entry.values() if isinstance(entry, dict) else [entry]:
            yield from pages_in(target) if isinstance(target, list) else [target]


def anchors(page: Path) -> set[str]:
    """The anchors of the headings of a page: lower case, without punctuation, blanks as hyphens."""
    headings = HEADING.findall(FENCE.sub("", page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_navigation_names_every_page_once() -> None:
    named = Counter(pages_in(config()["nav"]))
    assert named == Counter(str(page.relative_to(DOCS)) for page in PAGES)


def test_site_loads_nothing_from_elsewhere() -> None:
    settings = config()
    assert settings["theme"]["font"] is False
    assert all((DOCS / path).is_file() for path in settings["extra_css"])
    assert "extra_javascript" not in settings


@every_page
def test_links_of_a_page_lead_to_files_and_headings(page: Path) -> None:
    prose = FENCE.sub("", page.read_text(encoding="utf-8"))
    dead = []
    for link in (found for found in LINK.findall(prose) if "://" not in found):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(link)
    assert not dead


def test_reference_has_every_public_name() -> None:
    reference = (DOCS / "reference/api.md").read_text(encoding="utf-8")
    described = set(re.findall(r"^::: fazhi_ie\.(\w+)$", reference, re.M))
    assert set(fazhi_ie.__all__) <= described


@pytest.mark.parametrize("module", ["arrow", "checks", "comparison", "datasets", "evaluation", "spark"])
def test_reference_has_every_function_and_class_of_a_public_module(module: str) -> None:
    reference = (DOCS / "reference/api.md").read_text(encoding="utf-8")
    exported = import_module(f"fazhi_ie.{module}").__all__
    described = set(re.findall(rf"^::: fazhi_ie\.(?:{module}\.)?(\w+)$", reference, re.M))
    for listed in re.findall(r"members: \[(.*)\]", reference):
        described |= set(listed.split(", "))
    assert {name for name in exported if not name.isupper()} <= described

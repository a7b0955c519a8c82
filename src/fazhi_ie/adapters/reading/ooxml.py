"""Look into the XML of a Word document, with the names of its one namespace shortened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from lxml.etree import _Element

    Element: TypeAlias = _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off")


def tag(element: Element) -> str:
    """The name of an element without its namespace; "" for a comment."""
    name = element.tag
    return name[name.rfind("}") + 1 :] if isinstance(name, str) else ""


def find(element: Element | None, *path: str) -> Element | None:
    """The first element on this path of children, or None."""
    for name in path:
        element = None if element is None else element.find(W + name)
    return element


def children(element: Element, name: str) -> Iterator[Element]:
    """The children with this name."""
    found: Iterator[Element] = element.iterchildren(W + name)
    return found


def attribute(element: Element | None, name: str) -> str:
    """The value of an attribute, "" where the element or the attribute is missing."""
    return "" if element is None else element.get(W + name) or ""


def number(element: Element | None, name: str = "val", *, default: int = 0) -> int:
    """The value of an attribute as a whole number of up to nine digits."""
    value = attribute(element, name)
    return int(value) if value.isdecimal() and len(value) < 10 else default


def flag(properties: Element, name: str) -> bool:
    """Whether a property that is on or off is on."""
    element = find(properties, name)
    return element is not None and attribute(element, "val") not in _OFF

"""The styles of a Word document, as far as they decide what a paragraph says: its list, and what is contents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .ooxml import attribute, children, find

if TYPE_CHECKING:
    from .ooxml import Element

_CONTENTS = re.compile(r"toc ?[1-9]\Z", re.I)


class Styles:
    """Looks up styles by the id that paragraphs name."""

    def __init__(self, tree: Element | None) -> None:
        styles = [] if tree is None else list(children(tree, "style"))
        self._styles = {attribute(style, "styleId"): style for style in styles}

    def is_contents(self, paragraph: Element) -> bool:
        """Whether a paragraph is a line of the table of contents."""
        style = self._styles.get(style_of(paragraph))
        return style is not None and bool(_CONTENTS.match(attribute(find(style, "name"), "val")))

    def list_of(self, paragraph: Element) -> tuple[str, str, str]:
        """The list (numId), the level, each "" where none is named, and the style that names it."""
        own = find(paragraph, "pPr", "numPr")
        if own is not None:
            return _list(own, "")
        name, seen = style_of(paragraph), set[str]()
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            inherited = find(style, "pPr", "numPr")
            if inherited is not None:
                return _list(inherited, name)
            name = attribute(find(style, "basedOn"), "val")
        return "", "", ""


def style_of(paragraph: Element) -> str:
    """The id of a paragraph's style, "" for the default one."""
    return attribute(find(paragraph, "pPr", "pStyle"), "val")


def _list(properties: Element, style: str) -> tuple[str, str, str]:
    return attribute(find(properties, "numId"), "val"), attribute(find(properties, "ilvl"), "val"), style

"""Find names by their form: an unquoted phrase that a word such as 制度 closes.

Every government has systems of its own (窗口轮值制度, 社区法治服务站), which no pack can list. Such a name ends with a type
word and begins behind the verb that governs it (建立, 落实 …) or behind a name it is joined to. After some type words any
phrase is a name; after the others only one that holds a word of the field. 法治 with the name of a place and 建设 is one
more such form. Looking back from the type word, and never farther than `_REACH`, keeps time linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from ..packs import Packs
from ..packs.alternation import any_of
from .named import KINDS, Named

_REACH = 18
_PLACE = "[\u4e00-\u9fff]{2,3}?"


@dataclass(frozen=True)
class FormRules:
    """The words of the rules, compiled from the packs."""

    closing: re.Pattern[str]
    boundary: re.Pattern[str]
    joined: re.Pattern[str]
    leading: re.Pattern[str]
    generic: re.Pattern[str]
    not_endings: tuple[str, ...]
    field: re.Pattern[str]
    place: re.Pattern[str]
    open_types: frozenset[str]
    type_kinds: dict[str, str]

    @classmethod
    def from_packs(cls, packs: Packs) -> FormRules:
        def words(name: str) -> str:
            return any_of(packs.words(f"brand.form.{name}"))

        open_types = packs.words("brand.form.open_types")
        types = any_of((*open_types, *packs.words("brand.form.field_types")))
        not_places = words("not_places")
        return cls(
            closing=re.compile(f"({types})(?!{words('continues')})"),
            boundary=re.compile(
                f"(?P<whole>{words('whole')})|(?P<opener>{words('openers')})|{words('stops')}|[^\u4e00-\u9fff（）]"
            ),
            joined=re.compile(f"(?:{types})(?:{words('joiners')})$"),
            leading=re.compile(f"(?:(?!{words('whole')}){words('leading')})+"),
            generic=re.compile(f"(?:{words('generic')})*"),
            not_endings=packs.words("brand.form.not_endings"),
            field=re.compile(words("field")),
            place=re.compile(
                f"(?<!依)法治(?!{not_places})({_PLACE})({words('place_endings')})(?!{words('continues')})"
            ),
            open_types=frozenset(open_types),
            type_kinds={w: kind for kind in KINDS for w in packs.words(f"brand.type.{kind}")},
        )


def find_formed(text: str, complete: Set[int], rules: FormRules) -> Iterator[Named]:
    """Names by form in the clean text, but none that ends where a name of the packs is `complete`."""
    for closing in rules.closing.finditer(text):
        start = None if closing.end() in complete else _name_start(text, closing, rules)
        if start is not None:
            kind = rules.type_kinds.get(closing[1], "system")
            yield Named(start, closing.end(), text[start : closing.end()], kind)
    for match in rules.place.finditer(text):
        yield Named(match.start(), match.end(), match[0], "activity")


def _name_start(text: str, closing: re.Match[str], rules: FormRules) -> int | None:
    """Where the name that `closing` ends begins, or None when it is no name."""
    end = closing.start()
    boundaries = [b for b in rules.boundary.finditer(text, max(0, end - _REACH), end) if not b["whole"]]
    last = boundaries[-1] if boundaries else None
    if last is None or not (last["opener"] or rules.joined.search(text, max(0, last.end() - 8), last.end())):
        return None
    leading = rules.leading.match(text, last.end(), end)
    start = leading.end() if leading else last.end()
    name = text[start:end]
    if len(name) < 3 or name.count("（") != name.count("）"):
        return None
    if rules.generic.fullmatch(name) or name.endswith(rules.not_endings):
        return None
    return start if closing[1] in rules.open_types or rules.field.search(name) else None

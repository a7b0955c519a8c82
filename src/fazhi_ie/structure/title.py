"""Find the report's own title among the lines of its head.

A title speaks of the field (法治, 依法行政 …) and closes with the word of its kind (报告, 总结, 情况 …). It
may stand on several lines: the bodies that report, 关于…, and the rest. A page often names the title more
than once; the fullest wins, then the last, for the report stands below the page's furniture.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from ..packs import Packs
from ..packs.alternation import any_of
from .bodies import BodyRules
from .head import Head, HeadRules, Line

_LONGEST = 90
_PARTS = 4
_STOPS = re.compile("[。；！？：]")
_YEAR = re.compile("[0-9〇○零一二三四五六七八九]{4}年")
_YEAR_LINE = re.compile("（[0-9〇○零一二三四五六七八九]{4}年?度?）")


class Title(NamedTuple):
    """The title on one line, and the lines of the head it takes, `[first, after)`."""

    text: str
    first: int
    after: int


@dataclass(frozen=True)
class TitleRules:
    """The words of which titles are made."""

    end: re.Pattern[str]
    theme: re.Pattern[str]
    about: re.Pattern[str]
    label: re.Pattern[str]
    head: HeadRules
    bodies: BodyRules

    @classmethod
    def from_packs(cls, packs: Packs) -> TitleRules:
        """Compile the words of titles."""
        return cls(
            end=re.compile(any_of(packs.words("structure.title.end")) + "(?:（[^）]*）)?》?$"),
            theme=re.compile(any_of(packs.words("structure.title.theme"))),
            about=re.compile(any_of(packs.words("structure.title.about"))),
            label=re.compile(any_of(packs.words("structure.title.label")) + "[：:] ?"),
            head=HeadRules.from_packs(packs),
            bodies=BodyRules.from_packs(packs),
        )


def find_title(head: Head, rules: TitleRules) -> Title | None:
    """The title, or None where the head has none: above the prose, or else the first below it."""
    found = [t for i in range(len(head.lines)) if (t := _title_ending_at(head.lines, i, rules))]
    above = [t for t in found if t.after <= head.above_prose]
    if len(above) > 1:
        return max(above, key=lambda t: (_weight(t.text, rules), t.after))
    return next((t for t in above or found if above or _weight(t.text, rules) > 1), None)


def _weight(title: str, rules: TitleRules) -> int:
    """How much a title says: which year, about what, by whom."""
    named = (_YEAR.search(title), rules.about.search(title), rules.bodies.in_title(title))
    return sum(map(bool, named))


def _title_ending_at(lines: tuple[Line, ...], last: int, rules: TitleRules) -> Title | None:
    text = _bare(lines[last].text, rules)
    if not rules.end.search(text) or _is_no_part(text, rules):
        return None
    first = last
    while first and last - first < _PARTS:
        part = lines[first - 1].text
        if not _continues(part, text, rules, below=lines[first].text):
            break
        text = _join(part, text, rules)
        first -= 1
    after = last + 1
    if after < len(lines) and _YEAR_LINE.fullmatch(lines[after].text):
        text += lines[after].text
        after += 1
    return Title(_close_up(text, rules), first, after) if rules.theme.search(text) else None


def _bare(line: str, rules: TitleRules) -> str:
    """A line without the label of a web page's table (标题：) and without 《》 around the whole."""
    label = rules.label.match(line)
    line = line[label.end() :] if label else line
    return line[1:-1] if line.startswith("《") and line.find("》") == len(line) - 1 else line


def _is_no_part(text: str, rules: TitleRules) -> bool:
    return len(text) > _LONGEST or _STOPS.search(text) is not None or rules.head.is_furniture(text)


def _continues(part: str, text: str, rules: TitleRules, *, below: str) -> bool:
    """Whether the line above belongs to the title: it begins the phrase, or names one more body."""
    bodies = rules.bodies
    if _is_no_part(part, rules) or rules.end.search(part) or bodies.is_letterhead(part):
        return False
    if rules.theme.search(text) is None:
        return True
    if bodies.opens(text):
        return bodies.is_party(part) or (bodies.is_body(part) and bodies.is_body(below))
    return rules.about.search(part) is not None or bodies.opens(part + text)


def _join(left: str, right: str, rules: TitleRules) -> str:
    bodies = rules.bodies
    both = bodies.is_body(left.rpartition(" ")[2]) and (bodies.is_body(right) or bodies.opens(right))
    return f"{left} {right}" if both else left + right


def _close_up(title: str, rules: TitleRules) -> str:
    """Close up the spaces that come from layout; the one between two bodies stays."""
    text, *rest = title.split()
    for part in rest:
        text = _join(text, part, rules)
    return text

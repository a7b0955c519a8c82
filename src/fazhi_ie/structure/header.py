"""Read the header of a report: title, who reports, for which place and year, document number, date of issue.

Each field is taken from where it is surest: the title and the letterhead, then the first sentences, then the
signature and the page around the report. What is not there is None; documents cited in the text tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .bodies import BodyRules
from .dates import find_dates, issue_date, last_lines
from .head import Head, Line, read_head
from .places import Region, region_of
from .rules import StructureRules
from .sections import Heading
from .title import Title, TitleRules, find_title
from .years import reported_year

_DOCUMENT_NUMBER = re.compile(r"(?:^|[^（(一-鿿])([一-鿿]{1,16}〔(?:19|20)[0-9]{2}〕第?[0-9]{1,5}号)")
_SIGNATURE = 60


@dataclass(frozen=True, slots=True)
class Header:
    """What a report says about itself; `body_start` is where its first paragraph begins in the clean text."""

    title: str | None
    issuers: tuple[str, ...]
    region: Region | None
    year: int | None
    document_number: str | None
    issued_on: date | None
    body_start: int


def read_header(text: str, sections: Sequence[Heading], rules: StructureRules) -> Header:
    """The header of a clean text whose sections are known.

    >>> from fazhi_ie.packs import load_packs
    >>> rules = StructureRules.from_packs(load_packs())
    >>> header = read_header("云溪县司法局2024年法治政府建设年度报告\\n2024年，我局严格执法。", [], rules)
    >>> header.title, header.issuers, header.region.name, header.year
    ('云溪县司法局2024年法治政府建设年度报告', ('云溪县司法局',), '云溪县', 2024)
    """
    limit = sections[0].start if sections else len(text)
    head = read_head(text, limit, rules.title.head)
    title = find_title(head, rules.title)
    issued_on = issue_date(text, head, rules.dates)
    issuers = _issuers(text, head, title, rules.title)
    above = _above_body(head, title)
    return Header(
        title=title.text if title else None,
        issuers=issuers,
        region=_region(issuers, text, rules),
        year=reported_year(title, head, issued_on, rules.title.head),
        document_number=_document_number(head.lines[:above]),
        issued_on=issued_on,
        body_start=head.lines[above].start if above < len(head.lines) else limit,
    )


def _above_body(head: Head, title: Title | None) -> int:
    """How many lines of the head stand above the body."""
    return max(head.above_prose, title.after if title else 0)


def _issuers(text: str, head: Head, title: Title | None, rules: TitleRules) -> tuple[str, ...]:
    bodies = rules.bodies
    return (
        (title and bodies.in_title(title.text))
        or _letterhead(head.lines[: title.first if title else head.above_prose], bodies)
        or _subject(head, title, bodies)
        or _announced(head, rules)
        or _signature(text, bodies)
    )


def _letterhead(lines: Sequence[Line], rules: BodyRules) -> tuple[str, ...]:
    """The bodies of the paper's head: 云溪县人民政府文件."""
    for line in lines:
        head = rules.letterhead.search(line.text)
        if head and (bodies := rules.split(line.text[: head.start()])):
            return bodies
    return ()


def _subject(head: Head, title: Title | None, rules: BodyRules) -> tuple[str, ...]:
    above = _above_body(head, title)
    first = head.lines[above].text if above < len(head.lines) else ""
    return rules.in_opening(first)


def _announced(head: Head, rules: TitleRules) -> tuple[str, ...]:
    """The bodies of the sentence that opens the report: 现将云溪县2024年度…报告如下."""
    for line in head.lines[head.above_prose :]:
        if opening := rules.head.opening.search(line.text):
            return rules.bodies.in_title(line.text[opening.end() :][:_SIGNATURE])
    return ()


def _signature(text: str, rules: BodyRules) -> tuple[str, ...]:
    """The bodies that sign a report: right above its date, or in front of it."""
    lines = last_lines(text)
    for line, below in zip(lines[-2::-1], lines[:0:-1], strict=True):
        date_start = next((start for start, _, _ in find_dates(below[:_SIGNATURE])), None)
        if date_start is None:
            continue
        if bodies := rules.split(below[:date_start].strip()) or (() if date_start else rules.split(line)):
            return bodies
    return ()


def _region(issuers: tuple[str, ...], text: str, rules: StructureRules) -> Region | None:
    """The place of the last body that has one: governments, named after the party, have the fuller names."""
    regions = (region_of(body, text, rules.places) for body in reversed(issuers))
    return next((region for region in regions if region), None)


def _document_number(lines: Sequence[Line]) -> str | None:
    """The report's own number, which stands above the body."""
    found = (_DOCUMENT_NUMBER.search(line.text) for line in lines)
    return next((number[1] for number in found if number), None)

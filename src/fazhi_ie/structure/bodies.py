"""Recognise the bodies that report: governments, party committees, departments, zones.

A body is known by how its name ends (人民政府, 局, 管委会 …) or, where only the place is named, by the end
of the place (县, 开发区). The packs list both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..packs import Packs
from ..packs.alternation import any_of

_LONGEST = 40
_SENTENCES = 2
_YEAR = "[0-9〇○零一二三四五六七八九]{4}年"
_LEVELS = ("province", "prefecture", "county", "township")
_JOINT = re.compile("[ 、]")
_ASIDE = "(?:（[^（）]{1,20}）)?"


@dataclass(frozen=True)
class BodyRules:
    """How names of bodies end, and how they stand in titles and first sentences."""

    end: re.Pattern[str]
    before: re.Pattern[str]
    party: re.Pattern[str]
    joint: re.Pattern[str]
    letterhead: re.Pattern[str]
    generic: re.Pattern[str]
    about: re.Pattern[str]
    theme: re.Pattern[str]
    time: re.Pattern[str]
    subject: re.Pattern[str]
    levels: frozenset[str]

    @classmethod
    def from_packs(cls, packs: Packs) -> BodyRules:
        """Compile the ends of names and the words that stand around them."""
        end = any_of(packs.words("structure.body.end"))
        party = any_of(packs.words("structure.body.party"))
        office = any_of(packs.words("structure.body.government"))
        begins = any_of(packs.words("structure.subject.predicate"))
        themes = [*packs.words("structure.title.theme"), *packs.words("structure.title.verb")]
        time = any_of(packs.words("structure.title.time"))
        return cls(
            end=re.compile(f"{end}{_ASIDE}$"),
            before=re.compile(any_of(packs.words("structure.place.before"))),
            party=re.compile(f"{party}$"),
            joint=re.compile(f"(?P<party>.*{party})(?P<office>.{{1,20}}{office})$"),
            letterhead=re.compile(any_of(packs.words("structure.letterhead")) + "$"),
            generic=re.compile(any_of(packs.words("structure.body.generic"))),
            about=re.compile(any_of(packs.words("structure.title.about"))),
            theme=re.compile(any_of(themes)),
            time=re.compile(f"{_YEAR}(?:度|以来)?|{time}"),
            subject=re.compile(f"(?P<body>[^0-9]{{1,{_LONGEST}}}?{end})(?={begins})"),
            levels=frozenset(w for level in _LEVELS for w in packs.words(f"structure.place.{level}")),
        )

    def is_body(self, text: str) -> bool:
        """Whether a whole line is a body or several: 中共云溪县委 云溪县人民政府."""
        return len(text) <= _LONGEST and not self.generic.match(text) and self.end.search(text) is not None

    def is_party(self, text: str) -> bool:
        """Whether a whole line is a party committee, which reports together with a government."""
        return self.is_body(text) and self.party.search(text) is not None

    def is_letterhead(self, text: str) -> bool:
        """Whether a line is the head of the paper: 云溪县人民政府文件."""
        return self.letterhead.search(text) is not None

    def opens(self, title: str) -> bool:
        """Whether a title begins with who reports."""
        return bool(self.in_title(title))

    def in_title(self, title: str) -> tuple[str, ...]:
        """The bodies that a title names: in front of 关于, or else in front of the year or the theme.

        >>> from fazhi_ie.packs import load_packs
        >>> BodyRules.from_packs(load_packs()).in_title("2023年云溪县法治政府建设情况报告")
        ('云溪县',)
        """
        about = self.about.search(title)
        if about and about.start() and (bodies := self.split(title[: about.start()])):
            return bodies
        rest = title[about.end() :] if about else title
        while time := self.time.match(rest):
            rest = rest[time.end() :]
        cuts = [cut.start() for pattern in (self.time, self.theme) for cut in pattern.finditer(rest)]
        for cut in sorted(cuts, reverse=True):
            if bodies := self.split(rest[:cut]):
                return bodies
        return ()

    def split(self, names: str) -> tuple[str, ...]:
        """The bodies of a joint name; empty where one of the parts is no body.

        >>> from fazhi_ie.packs import load_packs
        >>> BodyRules.from_packs(load_packs()).split("中共云溪县委云溪县人民政府")
        ('中共云溪县委', '云溪县人民政府')
        """
        parts = [part for part in _JOINT.split(names) if part]
        if not parts or not all(map(self.is_body, parts)):
            return ()
        parts = [parts[0], *(self._complete(part, parts[0]) for part in parts[1:])]
        return tuple(body for part in parts for body in self._split_joint(part))

    def _complete(self, part: str, first: str) -> str:
        """Give the second of two bodies the place that only the first names: 云溪县委、县政府."""
        end = self.end.search(first)
        if end and self.end.fullmatch(part):
            return first[: end.start()] + part
        place = first.find(part[0]) if part[0] in self.levels else -1
        return self.before.sub("", first[:place]) + part if place > 0 else part

    def _split_joint(self, name: str) -> tuple[str, ...]:
        joint = self.joint.match(name)
        return (joint["party"], joint["office"]) if joint else (name,)

    def in_opening(self, paragraph: str) -> tuple[str, ...]:
        """The subject of a report's first sentences, where it is a name: 2024年，云溪县坚持以…, not 我县."""
        sentences = "，".join(paragraph.split("。", _SENTENCES)[:_SENTENCES])
        for clause in sentences.split("，"):
            time = self.time.match(clause)
            subject = self.subject.match(clause, time.end() if time else 0)
            if subject and (bodies := self.split(subject["body"])):
                return bodies
        return ()

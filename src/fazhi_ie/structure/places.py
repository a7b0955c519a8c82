"""Tell which place a report speaks for from the names of the bodies that report.

A name is read from the outside in: 云溪市南桥县交通运输局 speaks for 南桥县. Zones (开发区, 高新区) and
townships have no code in the standard; places that the standard does not list are known by how their names
end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from ..packs import Packs
from ..packs.alternation import any_of
from ..records import RegionLevel
from .gazetteer import Gazetteer, gazetteer

_NAME = "[^ ，。、“”（）0-9局厅]"
_DEPTH: dict[RegionLevel, int] = {"province": 0, "prefecture": 1, "county": 2, "zone": 3, "township": 4}


class Region(NamedTuple):
    """A place: its name, its code in GB/T 2260 or None, its level."""

    name: str
    code: str | None
    level: RegionLevel | None


@dataclass(frozen=True)
class PlaceRules:
    """How names of places end, level by level."""

    before: re.Pattern[str]
    stop: re.Pattern[str]
    not_places: re.Pattern[str]
    zone: re.Pattern[str]
    bare_zone: re.Pattern[str]
    township: re.Pattern[str]
    unknown: re.Pattern[str]
    levels: dict[str, RegionLevel]

    @classmethod
    def from_packs(cls, packs: Packs) -> PlaceRules:
        """Compile the ends of names."""
        levels: dict[str, RegionLevel] = {}
        level: RegionLevel
        for level in ("province", "prefecture", "county"):
            levels |= dict.fromkeys(packs.words(f"structure.place.{level}"), level)
        zones = any_of(packs.words("structure.place.zone"))
        towns = any_of(packs.words("structure.place.township"))
        offices = any_of(packs.words("structure.place.township_office"))
        generic = any_of(packs.words("structure.body.generic"))
        stop = any_of(packs.words("structure.place.stop"))
        ends = any_of(levels)
        return cls(
            before=re.compile(any_of(packs.words("structure.place.before"))),
            stop=re.compile(f"{generic}|{stop}"),
            not_places=re.compile(any_of(packs.words("structure.place.not")) + "$"),
            zone=re.compile(f"{_NAME}{{0,12}}?{zones}"),
            bare_zone=re.compile(zones),
            township=re.compile(f"{_NAME}{{1,8}}?{towns}(?=$|{offices})"),
            # 灵州市 is no 灵州, but 云溪县市场监督管理局 is of 云溪县.
            unknown=re.compile(f"{_NAME}{{1,8}}?(?P<end>{ends})(?={stop}|(?!{ends}))"),
            levels=levels,
        )


def region_of(body: str, text: str, rules: PlaceRules) -> Region | None:
    """The place that a body speaks for; `text` helps to tell places of one name apart.

    >>> from fazhi_ie.packs import load_packs
    >>> region_of("南京市鼓楼区司法局", "", PlaceRules.from_packs(load_packs()))
    Region(name='鼓楼区', code='320106', level='county')
    """
    places = gazetteer()
    chain = _chain(body, places, rules)
    if not chain:
        return None
    *above, (name, level) = chain
    if level == "zone" and above and rules.bare_zone.fullmatch(name):
        return Region(above[-1][0] + name, None, level)
    if level in ("zone", "township"):
        return Region(name, None, level)
    known = places.resolve(name, (name for name, _ in above), text)
    return Region(name, known.code if known else None, known.level if known else level)


def _chain(body: str, places: Gazetteer, rules: PlaceRules) -> list[tuple[str, RegionLevel]]:
    """The places in front of a name, the widest first."""
    before = rules.before.match(body)
    position = before.end() if before else 0
    chain: list[tuple[str, RegionLevel]] = []
    while not rules.stop.match(body, position):
        known = places.longest_at(body, position)
        found = (known, places.named(known)[0].level) if known else _unlisted_at(body, position, chain, rules)
        if found is None or (chain and _DEPTH[found[1]] <= _DEPTH[chain[-1][1]]):
            break
        chain.append(found)
        position += len(found[0])
    return chain


def _unlisted_at(
    body: str, position: int, chain: list[tuple[str, RegionLevel]], rules: PlaceRules
) -> tuple[str, RegionLevel] | None:
    """A place that the standard does not list: of all readings, the one that ends first."""
    readings = [
        (found.end(), order, found)
        for order, pattern in enumerate((rules.zone, rules.township, rules.unknown))
        if (found := pattern.match(body, position))
    ]
    if not readings:
        return None
    _, order, found = min(readings, key=lambda reading: reading[:2])
    if order < 2:
        return found[0], ("zone", "township")[order]
    if rules.not_places.search(found[0]):
        return None
    level = rules.levels[found["end"]]
    return found[0], "county" if level == "prefecture" and chain and chain[-1][1] == level else level

"""Look places up in the table of GB/T 2260 that comes with the package (`data/regions.tsv`).

Names repeat: there are two 朝阳区 and four 鼓楼区. A code is given only where the places above, or the text,
leave one.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple, cast

from ..records import RegionLevel

_LONGEST = 15


class Place(NamedTuple):
    """A place of the standard; `above` is the code of the place it belongs to, "" for provinces."""

    code: str
    name: str
    level: RegionLevel
    above: str


class Gazetteer:
    """The places of the standard by name and by code."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._by_name: dict[str, list[Place]] = {}
        self._by_code: dict[str, Place] = {}
        for place in places:
            self._by_name.setdefault(place.name, []).append(place)
            self._by_code[place.code] = place

    def longest_at(self, text: str, start: int) -> str | None:
        """The longest name of a place that stands at `start`."""
        names = (text[start : start + length] for length in range(_LONGEST, 1, -1))
        return next((name for name in names if name in self._by_name), None)

    def named(self, name: str) -> list[Place]:
        """All places of a name."""
        return self._by_name.get(name, [])

    def above(self, place: Place) -> list[str]:
        """The names of the places that a place belongs to, the nearest first."""
        names = []
        while place.above:
            place = self._by_code[place.above]
            names.append(place.name)
        return names

    def resolve(self, name: str, above: Iterable[str], text: str) -> Place | None:
        """The one place of a name, by the names in front of it and the text it stands in; None in doubt."""
        named = set(above)
        candidates = [place for place in self.named(name) if named <= set(self.above(place))]
        for step in (0, 1):  # the place right above, then the one above that
            if len(candidates) > 1:
                in_text = [p for p in candidates if any(n in text for n in self.above(p)[step : step + 1])]
                candidates = in_text or candidates
        return candidates[0] if len(candidates) == 1 else None


@cache
def gazetteer() -> Gazetteer:
    """The table that comes with the package, read at the first call.

    >>> gazetteer().resolve("鼓楼区", ["南京市"], "").code
    '320106'
    """
    table = files("fazhi_ie").joinpath("data", "regions.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return Gazetteer(Place(code, name, cast(RegionLevel, level), above) for code, name, level, above in rows)

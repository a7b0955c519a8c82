"""Units and classifiers: what may follow a number, and what each of them measures.

A unit is looked up as the longest spelling at a place. Spellings that only begin like a unit (次性, 市民) are
in the table too, as None, so that the longest word decides there as well.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..packs import Packs
from .words import WordsAfter

UnitTable = WordsAfter["UnitKind | None"]


@dataclass(frozen=True, slots=True)
class UnitKind:
    """A unit as a record names it, with what its dimension allows."""

    name: str
    dimension: str
    arabic_only: bool
    is_time: bool
    is_measure: bool
    is_noun: bool


def unit_kind(name: str, dimension: str, *, arabic_only: bool = False) -> UnitKind:
    """A unit; `dimension` is one of those in `patterns/quantities/units-*.yaml`."""
    time = dimension in ("duration", "period")
    return UnitKind(
        name=name,
        dimension=dimension,
        arabic_only=arabic_only or dimension == "noun_arabic",
        is_time=time,
        is_measure=time or dimension in ("money", "measure", "ratio"),
        is_noun=dimension in ("noun", "noun_arabic", "place"),
    )


NO_UNIT = unit_kind("", "")


def unit_words(packs: Packs) -> dict[str, UnitKind | None]:
    """Every spelling of every unit of the packs; None for words that are no unit."""
    arabic_only = set(packs.words("quantity.unit.arabic_only"))
    table: dict[str, UnitKind | None] = dict.fromkeys(packs.words("quantity.unit.not"))
    for noun in packs.words("quantity.unit.great"):
        table["大" + noun] = unit_kind("大" + noun, "count")
    for unit in packs.units:
        kind = unit_kind(unit.unit, unit.dimension, arabic_only=unit.unit in arabic_only)
        table.update(dict.fromkeys(unit.words, kind))
    return table


def unit_at(units: UnitTable, text: str, position: int) -> tuple[UnitKind, int] | None:
    """The unit written at `position` and its end."""
    hit = units.find(text, position)
    if hit is None:
        return None
    kind, end = hit
    if kind is None:
        return None
    following = text[end : end + 1]
    if following == "（":
        return _with_bracket(units, text, kind, end)
    if following in ("多", "半") and kind.name == "个":
        return _with_half(units, text, end) or (kind, end)
    return kind, end


def _with_bracket(units: UnitTable, text: str, kind: UnitKind, end: int) -> tuple[UnitKind, int]:
    """A unit in brackets behind a unit closes up: 件（次） is 件次, 家（户）次 is 家户次."""
    close = text.find("）", end + 2, end + 4)
    inner = text[end + 1 : close] if close > 0 else ""
    second = units.find(inner, 0)
    if not (second and second[0] and second[1] == len(inner)):
        return kind, end
    again = "次" if text.startswith("次", close + 1) and not inner.endswith("次") else ""
    name = kind.name + inner + again
    return unit_kind(name, kind.dimension, arabic_only=kind.arabic_only), close + 1 + len(again)


def _with_half(units: UnitTable, text: str, end: int) -> tuple[UnitKind, int] | None:
    """个多月 and 个半小时 are told by their last part."""
    inner = units.find("个" + text[end + 1 : end + 5], 0)
    return (inner[0], end + inner[1]) if inner and inner[0] and inner[0].is_time else None

"""Read one quantity at a place where a numeral begins."""

from __future__ import annotations

from decimal import Decimal

from .amounts import Amount
from .fractions import Fraction
from .grammar import QuantityGrammar
from .mention import QuantityMention
from .numerals import CHINESE
from .units import UnitKind, unit_at

_NUMERAL = frozenset("0123456789" + CHINESE)
_RANGE = frozenset(("-", "~", "—", "至", "到"))
_FRACTION = frozenset(("分", "成", "/", "半", "数"))
_CLOSING = frozenset(("", *"，。；、：）！？)\n ”"))
_CELL_END = frozenset(("", "|", " ", "\n"))
_WHOLE = frozenset(("count", "event", "person", "noun", "noun_arabic", "place"))
_HALF = Decimal("0.5")


class Reader:
    """Reads one quantity at a time; holds the text and the grammar, nothing else."""

    __slots__ = ("grammar", "text")

    def __init__(self, text: str, grammar: QuantityGrammar) -> None:
        self.text = text
        self.grammar = grammar

    def read(self, start: int, last: QuantityMention | None) -> QuantityMention | None:
        """The quantity whose numeral begins at `start`, if it is one; `last` is the one before it."""
        text, grammar = self.text, self.grammar
        plain = grammar.plain.read(text, start)
        if plain:
            return self._complete(start, start, *plain, plain[2], plain[0].bound, last)
        if grammar.guards.is_label(text, start):
            return None
        amount = grammar.amounts.read(text, start)
        if amount is None or text[amount.number_end : amount.number_end + 1] in _FRACTION:
            fraction = grammar.fractions.read(text, start)
            if fraction:
                return self._fraction(start, fraction, last)
        return self._counted(start, amount, last) if amount else None

    def _fraction(self, start: int, found: Fraction, last: QuantityMention | None) -> QuantityMention:
        text, bounds = self.text, self.grammar.bounds
        begin, bound = bounds.before(text, start, bare=text[start] == "半")
        end, behind = bounds.behind_fraction(text, found.end)
        bound = bound or found.bound or behind or "exact"
        per = self.grammar.per.before(text, begin, last.end if last else 0)
        return QuantityMention(
            begin, end, start, found.end, found.value, None, found.unit, bound, per, found.end, found.end
        )

    def _counted(self, start: int, amount: Amount, last: QuantityMention | None) -> QuantityMention | None:
        text, grammar = self.text, self.grammar
        if text[amount.end : amount.end + 1] in _RANGE:
            amount = self._range(amount)
        unit = unit_at(grammar.units, text, amount.end)
        if unit is None:
            return self._without_unit(start, amount)
        kind, unit_end = unit
        begin, bound = grammar.bounds.before(text, start, bare=amount.bare)
        if amount.bare and not (bound or amount.bound):
            return None
        if not self._may_count(start, amount, kind, unit_end, last):
            return None
        if text[unit_end : unit_end + 1] in _RANGE:
            amount, unit_end = self._long_range(start, amount, kind, unit_end)
        if kind.is_time:
            amount, unit_end = self._half(amount, unit_end)
        end, behind = grammar.bounds.behind(text, unit_end, kind)
        sharp = bound or amount.bound or behind
        if kind.is_time and not self._is_measured(amount, start, begin, end, kind, sharp):
            return None
        if kind.is_measure and self._is_negative(begin):
            begin, amount = begin - 1, amount._replace(value=-amount.value)
        return self._complete(begin, start, amount, kind, unit_end, end, sharp, last)

    def _complete(
        self,
        begin: int,
        start: int,
        amount: Amount,
        kind: UnitKind,
        unit_end: int,
        end: int,
        sharp: str,
        last: QuantityMention | None,
    ) -> QuantityMention | None:
        """Add what stands further away in the clause: the denominator and a distant bound."""
        floor = last.end if last else 0
        per, end = self._per(begin, end, floor, last, kind)
        sharp = sharp or self.grammar.bounds.far(self.text, begin, floor)
        if amount.chinese and self._is_idle_one(start, amount, kind, unit_end, sharp, per):
            return None
        value, value_max, number_end, unit_start = amount[:4]
        return QuantityMention(
            begin,
            end,
            start,
            number_end,
            value,
            value_max,
            kind.name,
            sharp or "exact",
            per,
            unit_start,
            unit_end,
        )

    def _range(self, amount: Amount) -> Amount:
        """Join 3至5 and 3-5万; the first number shares the multiplier of the second."""
        text, place = self.text, amount.end + 1
        if amount.bound or amount.value_max is not None or text[place : place + 1] not in _NUMERAL:
            return amount
        high = self.grammar.amounts.read(text, place)
        if high is None or high.value_max is not None or high.chinese != amount.chinese:
            return amount
        low = amount.value
        if high.power and not amount.power and low.scaleb(high.power) < high.value:
            low = low.scaleb(high.power).quantize(Decimal(1))
        return high._replace(value=low, value_max=high.value) if low < high.value else amount

    def _half(self, amount: Amount, unit_end: int) -> tuple[Amount, int]:
        """2天半 and 两个半小时 are 2.5; 3个多月 is over 3."""
        text = self.text
        if text.startswith("半", unit_end):
            return amount._replace(value=amount.value + _HALF), unit_end + 1
        if text.startswith("个半", amount.end):
            return amount._replace(value=amount.value + _HALF), unit_end
        if text.startswith("个多", amount.end):
            return amount._replace(bound="over"), unit_end
        return amount, unit_end

    def _long_range(self, start: int, amount: Amount, kind: UnitKind, unit_end: int) -> tuple[Amount, int]:
        """Join a range with the unit written twice: 3%-5%, 3天至5天; but 从3天到5天 is a change."""
        text, place = self.text, unit_end + 1
        if amount.value_max is not None or amount.bound or text[unit_end] == "到":
            return amount, unit_end
        if text[place : place + 1] not in _NUMERAL or self.grammar.change.opens(text, start):
            return amount, unit_end
        high = self.grammar.amounts.read(text, place)
        unit = unit_at(self.grammar.units, text, high.end) if high else None
        if not high or not unit or unit[0].name != kind.name or high.value <= amount.value:
            return amount, unit_end
        return high._replace(value=amount.value, value_max=high.value), unit[1]

    def _is_negative(self, start: int) -> bool:
        """同比增长-3.5%: a minus behind a word."""
        return self.text[start - 1 : start] == "-" and self.text[start - 2 : start - 1] > "一"

    def _per(
        self, begin: int, end: int, floor: int, last: QuantityMention | None, kind: UnitKind
    ) -> tuple[str, int]:
        """The denominator, and where the mention ends with it; 每月学法1次、讲座2次 share theirs."""
        per = self.grammar.per.before(self.text, begin, floor) if kind.dimension != "period" else ""
        if per and (kind.dimension != "ratio" or per in self.grammar.per.times):
            return per, end
        if self.text.startswith("/", end):
            return self.grammar.per.slash.find(self.text, end + 1) or ("", end)
        if last and last.per and last.unit == kind.name and self.text.startswith("、", last.end):
            return last.per, end
        return "", end

    def _may_count(
        self, start: int, amount: Amount, kind: UnitKind, unit_end: int, last: QuantityMention | None
    ) -> bool:
        """The guards that look at the number and its unit."""
        guards, text = self.grammar.guards, self.text
        if amount.chinese:
            if kind.arabic_only or text[start : amount.end] == "二":  # 两, not 二, counts
                return False
            if text[start] in "十百千万亿" and self.grammar.bounds.is_vague(text, start):
                return False
            if kind.dimension == "place" and not self._is_chained(start, unit_end, last):
                return False
        elif kind.is_noun and self._is_name(start, amount):
            return False
        if amount.value == _HALF and not kind.is_time and text[start] == "半":
            return False
        if kind.dimension in _WHOLE and not amount.power and self._is_list_number(start, amount):
            return False
        return not guards.ranks(text, start, kind.name, unit_end)

    def _is_name(self, start: int, amount: Amount) -> bool:
        """12345市民热线, 2025高校, 3.0阶段: what stands before a bare noun may be a name."""
        written = self.text[start : amount.end]
        year = len(written) == 4 and written[:2] in ("19", "20")
        return year or ("." in written[:4] and not amount.power) or written in self.grammar.guards.hotlines

    def _is_list_number(self, start: int, amount: Amount) -> bool:
        """1.12家单位 at the start of a line is item 1 with 12家; which one cannot be told for certain."""
        return self.text[start - 1 : start] in ("", "\n") and "." in self.text[start : amount.number_end]

    def _is_chained(self, start: int, unit_end: int, last: QuantityMention | None) -> bool:
        """三省七市: places are counted in Chinese numerals only in a row."""
        return (last is not None and last.end == start) or self.text[unit_end : unit_end + 1] in _NUMERAL

    def _is_measured(
        self, amount: Amount, start: int, begin: int, end: int, kind: UnitKind, bound: str
    ) -> bool:
        """A measured duration rather than a date, a period of the calendar, or a name (15分钟服务圈)."""
        guards = self.grammar.guards
        if guards.is_period(self.text, start, end, kind.name) or guards.circle.match(self.text, end):
            return False
        if not bound and guards.fixed.cover(self.text, start):
            return False
        if kind.dimension == "duration" and amount.value != _HALF:
            return True
        if amount.value >= 1000 or self.text[begin - 1 : begin] in ("年", "月"):
            return False
        return bool(bound) or guards.duration_before.find(self.text, begin) is not None

    def _is_idle_one(
        self, start: int, amount: Amount, kind: UnitKind, unit_end: int, bound: str, per: str
    ) -> bool:
        """一次, 一项: a word rather than a count, unless the text says that the number matters."""
        guards, text = self.grammar.guards, self.text
        if text[start : amount.end] != "一" or bound:
            return False
        if kind.dimension == "event" and (per or guards.is_held_once(text, start, unit_end)):
            return False
        found = guards.one_before.search(text, max(0, start - 14), start)
        return found is None or not found["stress"]

    def _without_unit(self, start: int, amount: Amount) -> QuantityMention | None:
        """A bare number counts behind a word such as 达 or 总数, or with 万, 亿 or 余 wherever it stands."""
        text, grammar = self.text, self.grammar
        if amount.chinese or text[start : amount.end] in grammar.guards.hotlines:
            return None
        end, behind = grammar.bounds.behind_fraction(text, amount.end)
        begin, bound = grammar.bounds.before(text, start, bare=False)
        unit = ""
        if amount.power >= 4 or amount.bound:
            told = text[begin - 1 : begin] >= "一" and grammar.units.find(text, end) is None
        elif text[end : end + 1] in _CLOSING:
            told = bool(bound) or grammar.guards.bare_before.find(text, begin) is not None
        else:
            told = False
        if not told and text[end : end + 1] in _CELL_END:
            cell = grammar.tables.unit(text, start, end)
            told, unit = cell is not None, cell or ""
        if not told or (amount.value_max is None and 1900 <= amount.value <= 2100):
            return None
        sharp = bound or amount.bound or behind or "exact"
        return QuantityMention(
            begin, end, start, amount.number_end, amount.value, amount.value_max, unit, sharp, "", end, end
        )

"""Recognise the indicators of the packs: figures that can be laid beside those of other governments.

The rules are in YAML (`patterns/indicators/`). A rule looks at the unit, the measure and the clause of a statistic;
of several that hold, the one of highest priority wins, then the one that comes first in the packs. `{name}` in a
pattern stands for the words of the list `indicator.name`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import PackError
from ..packs import Packs
from ..packs.alternation import any_of
from ..packs.model import Indicator
from ..packs.patterns import LONGEST_CONTEXT, LONGEST_MEASURE

_PLACEHOLDER = re.compile(r"\{([a-z_.]+)\}")
_MARKS = re.compile("[（）“”‘’]")
BARE_FRACTION = "分数"
"""How packs write the unit of a bare fraction, which in records is empty."""


@dataclass(frozen=True, slots=True)
class _Rule:
    id: str
    measure: re.Pattern[str]
    unless: re.Pattern[str] | None
    context: re.Pattern[str] | None
    unless_sentence: re.Pattern[str] | None
    no_single_field: bool

    def holds(self, measure: str, context: str, sentence: str) -> bool:
        """Whether nothing speaks against a measure that the rule's own pattern finds."""
        return (
            (self.unless is None or self.unless.search(measure) is None)
            and (self.context is None or self.context.search(context) is not None)
            and (self.unless_sentence is None or self.unless_sentence.search(sentence) is None)
        )


@dataclass(frozen=True)
class IndicatorRules:
    """The rules of all indicators by unit, best first."""

    by_unit: dict[str, list[_Rule]]
    field: re.Pattern[str]
    department: re.Pattern[str]
    own: re.Pattern[str]

    @classmethod
    def from_packs(cls, packs: Packs) -> IndicatorRules:
        by_unit: dict[str, list[_Rule]] = defaultdict(list)
        for indicator in sorted(packs.indicators, key=lambda i: -i.priority):
            rule = _compile(indicator, packs)
            for unit in dict.fromkeys(u for name in indicator.units for u in _units(name, packs)):
                by_unit["" if unit == BARE_FRACTION else unit].append(rule)
        return cls(
            dict(by_unit),
            re.compile(any_of(packs.words("indicator.field"))),
            re.compile(f"{any_of(packs.words('indicator.department'))}$"),
            re.compile(any_of(packs.words("indicator.department.own"))),
        )

    def by_department(self, text: str, issuers: Sequence[str]) -> bool:
        """Whether a department reports on itself: its name says so or, where none is given, 我局 and 局党组 do."""
        if issuers:
            return any(self.department.search(name) for name in issuers)
        return self.own.search(text) is not None

    def find(
        self, unit: str, measure: str, *, context: str, sentence: str, by_department: bool
    ) -> str | None:
        """The id of the indicator that a statistic is, or None.

        `sentence` is the text from the beginning of the sentence to behind the number, `context` the same with a
        little of what stands before; `by_department` says that a department reports on itself.
        """
        measure = _MARKS.sub("", measure)[-LONGEST_MEASURE:]
        context, sentence = context[-LONGEST_CONTEXT:], sentence[-LONGEST_CONTEXT:]
        for rule in self.by_unit.get(unit, ()):
            if rule.measure.search(measure) is None:
                continue
            if rule.holds(measure, context, sentence) and (
                by_department or not rule.no_single_field or self.field.search(sentence) is None
            ):
                return rule.id
        return None


def _units(name: str, packs: Packs) -> tuple[str, ...]:
    placeholder = _PLACEHOLDER.fullmatch(name)
    return packs.words(f"indicator.{placeholder[1]}") if placeholder else (name,)


def _compile(indicator: Indicator, packs: Packs) -> _Rule:
    def joined(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
        filled = [
            _PLACEHOLDER.sub(lambda m: f"{any_of(packs.words(f'indicator.{m[1]}'))}", p) for p in patterns
        ]
        try:
            return re.compile("|".join(f"(?:{p})" for p in filled)) if filled else None
        except re.error as error:
            raise PackError(
                "FZ220",
                f"Indicator {indicator.id} has a pattern that is not a regular expression ({error}); "
                "mend it in patterns/indicators or test it with `fazhi-ie packs test`.",
            ) from error

    measure = joined(indicator.measure)
    assert measure is not None, "the schema asks for at least one pattern"
    return _Rule(
        indicator.id,
        measure,
        joined(indicator.unless),
        joined(indicator.context),
        joined(indicator.unless_sentence),
        indicator.single_field == "excluded",
    )

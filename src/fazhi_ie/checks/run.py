"""Run all checks on one report."""

from __future__ import annotations

from functools import lru_cache

from ..packs import load_packs
from ..records import Report
from ..sources import require_own_text
from .model import Check
from .rates import check_rates
from .rules import CheckRules
from .scene import Scene
from .single import check_limits, check_repetitions
from .totals import check_lists, check_relations


def check(report: Report, *, text: str | None = None, rules: CheckRules | None = None) -> tuple[Check, ...]:
    """What in the figures of a report does not agree, in text order of the doubtful figures.

    With `text`, the text the report was extracted from, lists that it opens with 其中 are checked too; raises
    `InputError` for any other text. `rules` are those of the default pack unless given.

    >>> from fazhi_ie import extract
    >>> report = extract("全年审结行政复议案件40件，纠错5件，纠错率15.2%。")
    >>> [found] = check(report)
    >>> found.code, found.message
    ('FZ401', '行政复议案件纠错率 15.2% does not follow from the counts beside it: 5 of 40件 is 12.5%.')
    """
    rules = rules or default_rules()
    scene = Scene.of(report)
    found = [
        *check_rates(scene, rules),
        *check_relations(scene, rules),
        *check_limits(report, rules),
        *check_repetitions(report, rules),
    ]
    if text is not None:
        require_own_text(report, text)
        found += check_lists(scene, text, rules)
    first_told = {(c.code, c.spans): c for c in reversed(found)}
    return tuple(sorted(first_told.values(), key=lambda c: (c.spans[0].start, c.code)))


@lru_cache(maxsize=1)
def default_rules() -> CheckRules:
    """The rules of the default pack, compiled at the first call."""
    return CheckRules.from_packs(load_packs())

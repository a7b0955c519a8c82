"""Which entries of the packs real reports use, how often, and which they never do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..load import DEFAULT, Packs
from .compare import Document, Extract


@dataclass
class Coverage:
    """Counts over a corpus: mentions and documents of each term and indicator, and names found by rule."""

    documents: int = 0
    mentions: Counter[str] = field(default_factory=Counter)
    found_in: Counter[str] = field(default_factory=Counter)
    by_topic: Counter[str] = field(default_factory=Counter)
    indicators: Counter[str] = field(default_factory=Counter)
    by_rule: Counter[str] = field(default_factory=Counter)

    def never(self, packs: Packs) -> dict[str, list[str]]:
        """The ids of terms that no document mentions, by the pack that wrote or changed them last.

        Every pack is there, the default one after those on top of it.
        """
        names = sorted((info.name for info in packs.info), key=lambda name: name in DEFAULT)
        missing: dict[str, list[str]] = {name: [] for name in names}
        for term in packs.terms:
            if term.id not in self.mentions:
                missing[packs.origins["terms"][term.id][-1].pack].append(term.id)
        return missing


def cover(documents: Iterable[Document], extract: Extract) -> Coverage:
    """Count what the packs find in the documents."""
    coverage = Coverage()
    for _, text in documents:
        report = extract(text)
        known = [term.term for term in report.terms if term.term]
        coverage.documents += 1
        coverage.mentions.update(known)
        coverage.found_in.update(set(known))
        coverage.by_topic.update(term.topic for term in report.terms if term.term and term.topic)
        coverage.by_rule.update(term.name for term in report.terms if not term.term)
        coverage.indicators.update(s.indicator for s in report.statistics if s.indicator)
    return coverage

"""Everything that a record can say has a label on the pages."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from fazhi_ie import records
from fazhi_ie.adapters.html.environment import environment
from fazhi_ie.checks.model import CheckCode
from fazhi_ie.quantities.untaken import Reason

KINDS = {
    "status": records.Status,
    "bound": records.Bound,
    "section": records.SectionKind,
    "term": records.TermKind,
    "citation": records.CitationKind,
    "check": CheckCode,
    "reason": Reason,
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_has_a_label(kind: str) -> None:
    labels: Any = environment().globals["labels"]
    assert set(labels[kind]) == set(get_args(KINDS[kind]))

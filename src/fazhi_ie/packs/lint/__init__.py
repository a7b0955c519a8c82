"""Lint packs: mistakes that load, run and quietly do the wrong thing.

Rules are grouped by what they look at: `naming`, `proof`, `patterns`. To add one, write a function that
yields problems, name it in the module's `RULES`, and give it a good and a bad fixture under
`tests/packs/lint/`.
"""

from __future__ import annotations

from collections.abc import Collection

from ..load import Packs
from ..problems import Problem
from . import naming, patterns, proof
from .rule import Rule

__all__ = ["RULES", "Rule", "lint"]

RULES: tuple[Rule, ...] = (*naming.RULES, *proof.RULES, *patterns.RULES)


def lint(packs: Packs, *, ignore: Collection[str] = ()) -> list[Problem]:
    """All findings in the packs, in the order of the files, except those with a code in `ignore`."""
    found = {problem for rule in RULES for problem in rule.find(packs)}
    return sorted(problem for problem in found if problem.code not in ignore)

"""What a lint rule is, and the words that rules share.

A rule has a stable code and looks at all packs at once, as many mistakes show only between entries. What it
finds are `Problem`s, in the same form as the loader's; but packs with findings load and work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..load import Packs
from ..model import Entry, Term
from ..problems import Problem

Finder = Callable[[Packs], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code, a name for people, what it is good for, and the function that finds."""

    code: str
    name: str
    purpose: str
    find: Finder


def finding(packs: Packs, kind: str, entry: Entry, code: str, text: str) -> Problem:
    """A problem at the place where an entry was written or last changed."""
    origin = packs.origins[kind][entry.id][-1]
    return Problem(origin.path, origin.line, code, text, entry.id)


def names(term: Term) -> tuple[str, ...]:
    """The name and the variants of a term."""
    return (term.name, *term.variants)


def fold(name: str) -> str:
    """A name as the engine compares it: simplified, half-width, without spaces and quotation marks.

    >>> fold("“雙隨機、一公開”")
    '双随机、一公开'
    """
    # Imported here: the engine is built on packs, so packs cannot need it at import.
    from ...clean import clean
    from ...match.keytext import KeyText

    return KeyText(clean(name).text).text

"""Rules on names, variants and guards: a spelling has one owner and can be found, a guard has work to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..load import Packs
from ..model import Term
from ..problems import Problem
from .rule import Rule, finding, fold, names


def _two_owners(packs: Packs) -> Iterator[Problem]:
    owners: dict[str, Term] = {}
    for term in packs.terms:
        for name in names(term):
            owner = owners.setdefault(fold(name), term)
            if owner.id != term.id:
                said = f"`{name}` is a name of `{owner.id}` too, and one of the two is never found. Keep one."
                yield finding(packs, "terms", term, "FZ301", said)


def _said_twice(packs: Packs) -> Iterator[Problem]:
    for term in packs.terms:
        seen: dict[str, str] = {}
        for name in names(term):
            first = seen.setdefault(fold(name), name)
            if first is not name:
                said = f"The variant `{name}` is found as `{first}` already. Remove it."
                yield finding(packs, "terms", term, "FZ302", said)


def _one_character(packs: Packs) -> Iterator[Problem]:
    for term in packs.terms:
        for name in names(term):
            if len(fold(name)) < 2:
                said = f"`{name}` is one character and stands inside countless words. Write longer words."
                yield finding(packs, "terms", term, "FZ303", said)


def _unreachable(packs: Packs) -> Iterator[Problem]:
    for term in packs.terms:
        for name in (*names(term), *term.guards):
            folded = fold(name)
            if folded != name:
                said = (
                    f"`{name}` can never be found: text is cleaned before it is searched. Write `{folded}`."
                )
                yield finding(packs, "terms", term, "FZ304", said)


def _guards(packs: Packs) -> Iterator[Problem]:
    owners = {fold(name): term.id for term in packs.terms for name in names(term)}
    for term in packs.terms:
        own = [fold(name) for name in names(term)]
        for guard in term.guards:
            said = _guard_fault(fold(guard), own, owners)
            if said:
                yield finding(packs, "terms", term, "FZ305", f"The guard `{guard}` {said}")


def _guard_fault(guard: str, own: list[str], owners: dict[str, str]) -> str:
    if guard in own:
        return "is a name of this very entry, which it shadows. Remove one of the two."
    if guard in owners:
        return f"is the term `{owners[guard]}`, and the longest name wins anyway. Remove the guard."
    if not any(name in guard for name in own):
        return "holds none of the names it should guard, so it is never used. Correct or remove it."
    return ""


def _repeated_words(packs: Packs) -> Iterator[Problem]:
    for kind in ("words", "units", "sections"):
        for entry in packs.entries(kind):
            words = getattr(entry, "words", ())
            counts: dict[str, int] = defaultdict(int)
            for word in words:
                counts[word] += 1
            for word in (w for w, count in counts.items() if count > 1):
                yield finding(
                    packs, kind, entry, "FZ306", f"`{word}` stands in the list more than once. Keep one."
                )


RULES = (
    Rule("FZ301", "two-owners", "A spelling belongs to one term only, after folding.", _two_owners),
    Rule("FZ302", "said-twice", "A variant differs from the name and from other variants.", _said_twice),
    Rule("FZ303", "one-character", "A name has at least two characters.", _one_character),
    Rule("FZ304", "unreachable", "Names are written as clean text has them.", _unreachable),
    Rule("FZ305", "idle-guard", "A guard is a longer word around one of the entry's names.", _guards),
    Rule("FZ306", "repeated-word", "A word stands in a list once.", _repeated_words),
)

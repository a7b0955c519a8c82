"""What can be wrong with a pack, told so that the person who wrote it can mend it.

A problem names the file, the line and the entry, says what is wrong in a whole sentence, and then what to
do. All problems of all packs are collected and raised as one error: who mends a pack wants the list, not its
first line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from ..errors import PackError

MAX_PROBLEMS = 500
"""A pack with more to mend is not what it was meant to be; the first of them tell."""

MAX_LISTED = 30
_MANY = 3000
_LONGEST = 80


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend: where (`path`, 1-based `line`, entry `id` if known), what (`code`, `text`).

    >>> print(Problem("my/terms.yaml", 7, "FZ208", "An entry needs a name. Write `name: …`.", "law.a"))
    my/terms.yaml:7: FZ208 law.a: An entry needs a name. Write `name: …`.
    """

    path: str
    line: int
    code: str
    text: str
    id: str = ""

    def __str__(self) -> str:
        subject = f" {self.id}" if self.id else ""
        return f"{self.path}:{self.line}: {self.code}{subject}: {self.text}"


class PackProblems(PackError):
    """Packs that cannot be used; `problems` lists everything there is to mend, in the order of the files."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        count = "one problem" if len(self.problems) == 1 else f"{len(self.problems)} problems"
        if enough(self.problems):
            count = f"these {count}, the first of more,"
        lines = "\n".join(f"  {p}" for p in self.problems)
        super().__init__("FZ200", f"The packs cannot be used; mend {count} and load them again:\n{lines}")

    def __reduce__(self) -> tuple[type[PackProblems], tuple[tuple[Problem, ...]]]:
        """An error raised in a worker process travels to its parent whole."""
        return PackProblems, (self.problems,)


def enough(problems: Collection[Problem]) -> bool:
    """Whether so much is wrong that looking for more helps nobody."""
    return len(problems) >= MAX_PROBLEMS


def short(value: object) -> str:
    """What a pack says, as a message can quote it.

    >>> short("述法" * 100)
    '述法述法述法述法述法述法述法述法述法述法述法述法述法述法述法述法述法述法述法述法…'
    """
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}…"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A closing sentence that names the nearest known word, or the few there are when none is near.

    >>> did_you_mean("nmae", ["name", "notes"])
    'Did you mean `name`?'
    >>> did_you_mean("x", ["name", "notes"])
    'Known are: name, notes.'
    """
    choices = list(known)
    if len(choices) > _MANY:  # comparing takes a while: keep to those that begin alike
        choices = [choice for choice in choices if choice[:2] == word[:2]][:_MANY]
    choices.sort()
    near = get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return f"Did you mean `{short(near[0])}`?"
    if not choices:
        return "There are none."
    return f"Known are: {', '.join(choices)}." if len(choices) <= MAX_LISTED else "Check the spelling."

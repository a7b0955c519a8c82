"""The steps of cleaning and their order.

Each step has a name, a pure function and the characters that wake it: a step that none of them concerns is
skipped. Order matters where a step needs what another one has done: readings go before characters are
simplified, so that OpenCC sees whole phrases; lines are healed before quotes are paired, which happens
paragraph by paragraph; spaces go before numbers and document numbers are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from . import alphabet, characters, lines, markup, pinyin, punctuation, script, spacing
from .edits import Edit


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of cleaning.

    `rewrite` takes the text as the steps before have left it. It returns edits, or, where characters are
    replaced one for one, the new text, which must have the same length. `wakes` are the unusual characters
    (see `alphabet`) of which at least one must be in the raw text, or in the text of an edit, for the step to
    run; a step without any always runs. What an earlier step may turn into such a character must be among
    them: all kinds of blanks wake `spaces`.
    """

    name: str
    rewrite: Callable[[str], str | Sequence[Edit]]
    wakes: frozenset[str] | Callable[[], frozenset[str]] = frozenset()

    def concerns(self, unusual: frozenset[str]) -> bool:
        """Whether a text with these unusual characters needs the step."""
        wakes = self.wakes() if callable(self.wakes) else self.wakes
        return not wakes or not wakes.isdisjoint(unusual)


DEFAULT_STEPS: tuple[Step, ...] = (
    Step("entities", characters.entities, frozenset("&")),
    Step("line_ends", characters.line_ends, frozenset(characters.LINE_ENDS)),
    Step("invisible", characters.invisible, frozenset(characters.INVISIBLE)),
    Step("blanks", characters.fold(dict.fromkeys(characters.BLANKS, " ")), frozenset(characters.BLANKS)),
    Step("widths", characters.fold(characters.WIDTHS), frozenset(characters.WIDTHS)),
    Step("readings", pinyin.readings, frozenset(pinyin.TONED)),
    Step("simplify", script.simplify, alphabet.traditional),
    Step("fields", markup.fields, frozenset('[_\\"')),
    Step("markdown", markup.markdown, frozenset("*_[\\")),
    Step("lost_characters", markup.lost_characters, frozenset("?")),
    Step("marks", punctuation.marks, frozenset(",;:?!()∶")),
    Step("full_stops", punctuation.full_stops),
    Step("lines", lines.breaks),
    Step("quotes", punctuation.quotes),
    Step("spaces", spacing.spaces, frozenset(" " + characters.BLANKS)),
    Step("doubled_quotes", punctuation.doubled_quotes),
    Step("brackets", punctuation.brackets),
    Step("thousands", punctuation.thousands),
)
"""What `clean` does when nothing else is asked for."""

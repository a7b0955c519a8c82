"""Say whose session was held: 将学法纳入党组理论学习中心组学习内容，开展专题学习3次 counts those of the 中心组.

Words like 专题学习 or 会前学法 name no more than a kind of session; the body that held it stands before them in the
sentence. Where two bodies are named together, both are told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..packs import Packs
from ..packs.alternation import any_of
from .clauses import Slot
from .phrases import LONG_NOUN

REACH = 120
"""How far before a number its body may stand."""
_TOGETHER = re.compile("[^，；。：0-9]{0,8}[、和及与][^，；。：0-9]{0,6}")


@dataclass(frozen=True)
class SessionRules:
    """Kinds of sessions that say nothing of who held them, and the bodies that hold sessions."""

    kind: re.Pattern[str]
    body: re.Pattern[str]
    others: re.Pattern[str]
    form: re.Pattern[str]

    @classmethod
    def from_packs(cls, packs: Packs) -> SessionRules:
        kinds, tail, how, does, bodies, organs, of, acts, told, others = (
            any_of(packs.words(f"link.{name}"))
            for name in (
                *("session", "session.tail", "session.how", "session.act"),
                *("body", "body.organ", "body.of", "body.acts", "body.told", "body.others"),
            )
        )
        return cls(
            kind=re.compile(f"{kinds}{tail}?|{how}*{does}.+"),
            body=re.compile(
                f"{told}(?:{of})*{bodies}|(?P<body>(?:{of})*{bodies}(?!{others})|{organs}(?={acts}))"
            ),
            others=re.compile(others),
            form=re.compile(f"等.{{0,4}}{any_of(packs.words('link.body.form'))}"),
        )


def held_by(subject: str, said: str, rules: SessionRules) -> str:
    """The body in the subject of a clause, unless what is said of it names one."""
    body = rules.body.search(subject)
    return body["body"] or "" if body and not rules.body.search(said) else ""


def whose_session(text: str, slot: Slot, kind: str, after: int, rules: SessionRules) -> str:
    """The measure `kind` with the body that the sentence names between `after` and the number, or as it is."""
    if not rules.kind.fullmatch(kind) or rules.others.search(slot.left):
        return kind
    begin = max(slot.sentence, after, slot.quantity.start - REACH)
    found = [m for m in rules.body.finditer(text, begin, slot.quantity.start) if m["body"]]
    if not found or rules.form.search(text, found[-1].end(), slot.quantity.start):
        return kind
    first = last = found[-1]
    for earlier in reversed(found[:-1]):
        if not _TOGETHER.fullmatch(text, earlier.end(), first.start()):
            break
        first = earlier
    bodies = text[first.start() : last.end()]
    return bodies + kind if len(bodies) <= LONG_NOUN else kind

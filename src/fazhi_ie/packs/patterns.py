"""Regular expressions that analysts write: none is accepted that could take long on any text.

A regular expression is tried at every place of a text and backtracks through every way in which its parts can
share what follows, so a pattern can be harmless on a thousand reports and take an hour on the next. A time limit
would end that, but then records would depend on how busy a machine is. So the work is bounded before a pattern is
used: `fault_of` counts the steps that it can take at the worst, on the longest text it is ever searched in,
and refuses it when they are more than `MAX_STEPS`, which take some hundredths of a second.

What can be counted is what a pattern may have: characters, sets, `.`, groups, alternatives, `^ $ \\b`, looking ahead and
behind, and repetitions of single characters. A repeated group has no such bound, and back-references, flags in the
pattern and the rarer forms of groups are not needed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

LONGEST_MEASURE = 100
"""How many characters of a measure the patterns of indicators are searched in."""

LONGEST_CONTEXT = 600
"""How many characters before and around a figure they are searched in."""

MAX_STEPS = 4_000_000
NO_LISTS: Mapping[str, Sequence[str]] = MappingProxyType({})

_LIST = re.compile(r"\{([a-z_.]+)\}")
_TOKEN = re.compile(
    r"""(?P<repeat>(?:[*+?]|\{\d+\}|\{(?P<least>\d*),(?P<most>\d*)\})\??)
      | (?P<look>\(\?<?[=!]) | (?P<open>\((?:\?:|(?!\?))) | (?P<close>\)) | (?P<bar>\|)
      | (?P<list>\{[a-z_.]+\}) | (?P<edge>[\^$]|\\[AbBZ])
      | (?P<set>\[\^?\]?(?:\\.|[^\]\\])*\]|\.|\\[dDsSwW]) | (?P<character>\\\D|[^\\(])""",
    re.X | re.S,
)
_AT_MOST_ONCE = ("?", "??", "{0,1}", "{,1}", "{1}", "{1,1}")
_ANY = None


@dataclass(frozen=True, slots=True)
class _Work:
    """What matching a part from one place can take: in how many ways it matches, after how many steps.

    `first` are the characters it can begin with, or `_ANY`: alternatives that begin differently do not add up.
    """

    ways: int
    steps: int
    first: frozenset[str] | None = _ANY
    empty: bool = False


@dataclass(slots=True)
class _Group:
    """A group that is being read: its finished alternatives, and the parts of the one that is not."""

    looks: bool = False
    branches: list[_Work] = field(default_factory=list)
    parts: list[_Work] = field(default_factory=list)

    def end_branch(self) -> None:
        self.branches.append(_in_a_row(self.parts))
        self.parts = []

    def work(self) -> _Work:
        self.end_branch()
        whole = _one_of(self.branches)
        return _Work(1, whole.steps, empty=True) if self.looks else whole


class _Refused(ValueError):
    """What a pattern has that cannot be counted, told with its remedy."""


def fault_of(
    pattern: str, *, longest: int = LONGEST_CONTEXT, lists: Mapping[str, Sequence[str]] = NO_LISTS
) -> str:
    """Why a pattern may not be searched in texts of `longest` characters, with the remedy, or an empty string.

    `lists` has the words of each `{list}` that the pattern names; one that is not there counts as one word.

    >>> fault_of("(?:报备|备案)率")
    ''
    >>> fault_of("(?:[一二]+)*件")
    'it repeats a group, which can take forever; repeat single characters only'
    """
    try:
        as_regex(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return f"it is not a regular expression ({error}); escape ( ) [ ] * + ? . with a backslash"
    try:
        steps = steps_of(pattern, longest=longest, lists=lists)
    except _Refused as refused:
        return str(refused)
    if steps > MAX_STEPS:
        return "it can match in too many ways and be very slow; write `.{0,9}` for `.*`, or fewer of them"
    return ""


def as_regex(pattern: str) -> re.Pattern[str]:
    """Compile a pattern with every `{list}` read as one word."""
    return re.compile(_LIST.sub("(?:x)", pattern))


def lists_of(pattern: str) -> list[str]:
    """The lists that a pattern names.

    >>> lists_of("{field}.{0,6}案件")
    ['field']
    """
    return _LIST.findall(pattern)


def steps_of(pattern: str, *, longest: int, lists: Mapping[str, Sequence[str]]) -> int:
    """How many steps a search in a text of `longest` characters can take at the worst."""
    groups = [_Group()]
    repeatable = ""  # what stands before: one character, a group, or nothing that can be repeated
    end = 0
    for token in _TOKEN.finditer(pattern):
        if token.start() != end:
            break
        end, kind, text = token.end(), token.lastgroup or "", token[0]
        parts = groups[-1].parts
        if kind == "repeat":
            if repeatable == "group" and text not in _AT_MOST_ONCE:
                raise _Refused("it repeats a group, which can take forever; repeat single characters only")
            if not repeatable:
                raise _Refused("it repeats a repetition; write one of the two")
            parts[-1] = _repeated(parts[-1], token, longest)
        elif kind in ("open", "look"):
            groups.append(_Group(looks=kind == "look"))
        elif kind == "bar":
            groups[-1].end_branch()
        elif kind == "close":
            inner = groups.pop().work()
            groups[-1].parts.append(inner)
        else:
            parts.append(_single(kind, text, lists))
        repeatable = {"close": "group", "list": "group", "set": "one", "character": "one"}.get(kind, "")
    if end < len(pattern):
        raise _Refused(
            f"`{pattern[end : end + 3]}` is not allowed: back-references, flags and special groups cannot be "
            "checked; use plain groups (?:…)"
        )
    return longest * groups[0].work().steps


def _single(kind: str, text: str, lists: Mapping[str, Sequence[str]]) -> _Work:
    if kind == "edge":
        return _Work(1, 1, empty=True)
    if kind == "list":
        return _words(lists.get(text[1:-1], ()))
    if kind == "set":
        if _LIST.search(text):
            raise _Refused("a {list} stands inside [ ], where it is read letter by letter; use (?:…|…)")
        return _Work(1, 1)
    return _Work(1, 1, frozenset(text) if len(text) == 1 else _ANY)


def _words(words: Sequence[str]) -> _Work:
    """Of a list of words those match at one place that are beginnings of each other."""
    known = set(words)
    nested = max((sum(word[:n] in known for n in range(1, len(word) + 1)) for word in words), default=1)
    return _Work(nested, nested + sum(map(len, words)))


def _repeated(part: _Work, token: re.Match[str], longest: int) -> _Work:
    """A part repeated; `{0,7}` matches in eight ways, and `*` in as many as the text has places."""
    sign = token[0].rstrip("?") or "?"
    if token[0] in _AT_MOST_ONCE:
        optional = sign not in ("{1}", "{1,1}")
        return _Work(part.ways + optional, part.steps + optional, _ANY if optional else part.first, optional)
    if sign[0] in "*+":
        least, most = int(sign == "+"), longest
    elif token["least"] is None:
        least = most = min(int(sign[1:-1]), longest)
    else:
        least, most = min(int(token["least"] or 0), longest), min(int(token["most"] or longest), longest)
    return _Work(max(most - least, 0) + 1, most + 1, part.first if least else _ANY, not least)


def _in_a_row(parts: Iterable[_Work]) -> _Work:
    """Parts one behind the other: each is tried for every way in which those before it match."""
    ways, steps, empty = 1, 1, True
    first: frozenset[str] | None = frozenset()
    for part in parts:
        steps += ways * part.steps
        ways *= part.ways
        if empty and first is not _ANY:
            is_edge = part.empty and part.steps == 1
            first = first if is_edge else _ANY if part.empty or part.first is _ANY else first | part.first
        empty = empty and part.empty
    return _Work(ways, steps, _ANY if empty else first, empty)


def _one_of(branches: Sequence[_Work]) -> _Work:
    """Alternatives: at one place those count together that can begin with the same character."""
    free = [b for b in branches if b.first is _ANY]
    ways: dict[str, int] = defaultdict(int)
    steps: dict[str, int] = defaultdict(int)
    for branch in branches:
        for character in branch.first or ():
            ways[character] += branch.ways
            steps[character] += branch.steps
    return _Work(
        sum(b.ways for b in free) + max(ways.values(), default=0),
        len(branches) + sum(b.steps for b in free) + max(steps.values(), default=0),
        _ANY if free else frozenset(ways),
        any(b.empty for b in branches),
    )

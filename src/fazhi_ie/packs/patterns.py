"""Regular expressions that analysts write: checked when a pack is loaded, so that none can hang a run.

Backtracking goes wild when a repeated group can match the same text in several ways, and it grows with the
number of ways that open repetitions can share a text. So a pattern may repeat single characters only
(`[的了]*`, `.{0,6}`), has no back-references, and what its repetitions can multiply to on a clause of 256
characters is limited: three times `.*` in one branch, or more of the short ones.
"""

from __future__ import annotations

import re
from math import log2

MAX_BITS = 26
_OPEN_BITS = 8

_PLACEHOLDER = re.compile(r"\{[a-z_.]+\}")
_TOKEN = re.compile(
    r"""(?P<escape>\\.) | (?P<set>\[\^?\]?(?:\\.|[^\]\\])*\]) | (?P<placeholder>\{[a-z_.]+\})
      | (?P<repeat>[*+?]|\{\d*,?\d*\}) [?+]? | (?P<open>\(\??) | (?P<close>\)) | (?P<bar>\|)
      | (?P<other>.)""",
    re.X | re.S,
)
_AT_MOST_ONCE = ("?", "{0,1}", "{,1}", "{1}")
_FORBIDDEN = re.compile(r"\(\?P=|\(\?\(|\\[1-9]")


def fault_of(pattern: str) -> str:
    """Why a pattern may not be used, with the remedy, or an empty string.

    >>> fault_of("(?:报备|备案)率")
    ''
    >>> fault_of("(?:[一二]+)*件")
    'it repeats a group, which can take forever; repeat single characters only'
    """
    try:
        as_regex(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return f"it is not a regular expression ({error}); escape ( ) [ ] * + ? . with a backslash"
    if _FORBIDDEN.search(pattern.replace(r"\\", "")):
        return "back-references are not allowed; write the words out"
    bits = _worst_bits(pattern)
    if bits is None:
        return "it repeats a group, which can take forever; repeat single characters only"
    if bits > MAX_BITS:
        return (
            "it has too many open repetitions and can be very slow; use fewer `.*` or split it into several"
        )
    return ""


def as_regex(pattern: str) -> re.Pattern[str]:
    """Compile a pattern with every `{list}` read as one word."""
    return re.compile(_PLACEHOLDER.sub("(?:x)", pattern))


def _worst_bits(pattern: str) -> float | None:
    """The ways that the repetitions of the worst branch multiply to, as bits; None if a group is repeated."""
    worst, current = [0.0], [0.0]  # of the open groups: the worst branch so far, the branch being read
    before = ""
    for token in _TOKEN.finditer(pattern):
        kind = token.lastgroup or ""
        if kind == "repeat":
            if before in ("close", "placeholder") and token["repeat"] not in _AT_MOST_ONCE:
                return None
            current[-1] += _bits(token["repeat"])
        elif kind == "open":
            worst.append(0.0)
            current.append(0.0)
        elif kind == "bar":
            worst[-1] = max(worst[-1], current[-1])
            current[-1] = 0.0
        elif kind == "close":
            inside = max(worst.pop(), current.pop())
            current[-1] += inside
        before = kind
    return max(worst[-1], current[-1])


def _bits(repeat: str) -> float:
    """The choices of one repetition as bits: `?` has two, `{0,7}` eight, `*` as many as a clause has places.

    >>> _bits("?"), _bits("{0,7}"), _bits("*"), _bits("{3}")
    (1.0, 3.0, 8, 0.0)
    """
    if repeat == "?":
        return 1.0
    least, comma, most = repeat.strip("{}").partition(",")
    if repeat[0] != "{" or (comma and not most):
        return _OPEN_BITS
    return min(_OPEN_BITS, log2(int(most or least) - int(least or 0) + 1)) if comma else 0.0

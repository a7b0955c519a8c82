"""Decode the bytes of a text; decides which encodings are accepted, and when it is better to refuse.

Bytes read in the wrong encoding give wrong words and wrong numbers, so decoding is strict, and a doubtful file is
an error, never a guess. UTF-8 and byte order marks prove themselves. Among the others, only the right decoding
gives common characters: measured on reports cut to 30 characters and more, at least 94 of 100 characters are in
the first level of GB2312 or of Big5 when the encoding is right, and fewer than 80 when it is wrong. A file pasted
together from two encodings is refused, because the rule holds for each stretch of it.

The text keeps its newlines and its byte order mark (U+FEFF): offsets count code points of the text as given.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from ...errors import InputError

_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_UNMARKED = ("gb18030", "big5", "utf-16-le", "utf-16-be")
_LEAST_COMMON = 0.85  # of a text's characters beyond ASCII
_LEAST_COMMON_IN_STRETCH = 0.7
_LEAST_LEAD = 0.1  # of the best decoding over the second
_STRETCH = 40
# Private use, controls and the replacement character: no text is written in them.
_NEVER_WRITTEN = re.compile("[\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
# Greek, Cyrillic, kana and box drawing have places among the common characters, but not in reports.
_FOREIGN = re.compile("[\u0370-\u04ff\u2500-\u257f\u3040-\u30ff]")


class _Decoding(NamedTuple):
    common: float
    text: str


_NOTHING = _Decoding(0, "")


def decode(data: bytes, *, name: str = "the text") -> str:
    """Decode the bytes of a report: UTF-8, UTF-16, GB18030 (with GBK and GB2312) or Big5.

    Raises `InputError` when the bytes are none of these for certain; `name` is what the message calls them.

    >>> decode("受理362件\\r\\n".encode("gb18030"))
    '受理362件\\r\\n'
    >>> decode("全年受理362件，審結340件。".encode("big5"))
    '全年受理362件，審結340件。'
    >>> decode("全年受理362件".encode("utf-8") + "，審結340件。".encode("big5"))
    Traceback (most recent call last):
    fazhi_ie.errors.InputError: FZ115: ...
    """
    marked = next((encoding for mark, encoding in _MARKS.items() if data.startswith(mark)), None)
    text = decoded(data, marked or "utf-8")
    if marked is None and (text is None or "\0" in text):
        text = _unmarked(data)
    if text is not None and "\0" not in text:
        return text
    raise binary_error(name) if b"\0" in data and marked is None else _encoding_error(data, name)


def decoded(data: bytes, encoding: str) -> str | None:
    """The text in this encoding, or None where a byte does not fit."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def is_written(text: str) -> bool:
    """Tell whether a decoded text has the characters of a Chinese text, from beginning to end.

    >>> is_written("受理362件")
    True
    >>> is_written("鍙楃悊妗堜欢 362")
    False
    """
    return _common(text) >= _LEAST_COMMON and all(
        _common(stretch) >= _LEAST_COMMON_IN_STRETCH for stretch in _stretches(text)
    )


def _unmarked(data: bytes) -> str | None:
    """The text in the one encoding that makes written Chinese of the bytes, or None if there is no such one."""
    texts = (decoded(data, encoding) for encoding in _UNMARKED)
    ranked = sorted((_Decoding(_common(text), text) for text in texts if text is not None), reverse=True)
    best, second = (*ranked, _NOTHING, _NOTHING)[:2]
    clear = best.common - second.common >= _LEAST_LEAD
    return best.text if clear and is_written(best.text) else None


def _common(text: str) -> float:
    """The share of common characters among those beyond ASCII."""
    if _NEVER_WRITTEN.search(text):
        return 0
    wide = [character for character in text if character > "\x7f"]
    return len(list(filter(_common_characters().__contains__, wide))) / len(wide) if wide else 1


def _stretches(text: str) -> Iterator[str]:
    """The characters beyond ASCII in pieces; a last short one has too few to judge."""
    wide = "".join(character for character in text if character > "\x7f")
    return (wide[start : start + _STRETCH] for start in range(0, len(wide) - _STRETCH + 1, _STRETCH))


@cache
def _common_characters() -> frozenset[str]:
    """Punctuation and the first level of GB2312 (3,755 characters) and of Big5 (5,401), by their lead bytes."""
    high = range(0xA1, 0xFF)
    simplified = (bytes(pair).decode("gb2312", "ignore") for pair in product(range(0xA1, 0xD8), high))
    traditional = (
        bytes(pair).decode("big5", "ignore")
        for pair in product(range(0xA1, 0xC7), (*range(0x40, 0x7F), *high))
    )
    return frozenset(c for c in (*simplified, *traditional) if len(c) == 1 and not _FOREIGN.match(c))


def binary_error(name: str) -> InputError:
    """What is no text in any encoding."""
    return InputError(
        "FZ114",
        f"{name} holds NUL bytes and is no text, HTML page, Word document (.docx) or PDF; "
        "give the report in one of these.",
    )


def _encoding_error(data: bytes, name: str) -> InputError:
    try:
        data.decode("utf-8")
        place = ""
    except UnicodeDecodeError as error:
        start = data[: error.start]
        place = f" (as UTF-8 it is damaged at byte {error.start:,})" if start and not start.isascii() else ""
    return InputError(
        "FZ115",
        f"{name} is not text in UTF-8, UTF-16, GB18030 or Big5 from beginning to end{place}; "
        "open it in an editor, check it and save it as UTF-8.",
    )

"""Punctuation: full-width between Chinese, half-width inside numbers and Latin text, one kind of quotes and
brackets.

Every rewriting here is one to one, so that no offset moves. Nothing is replaced where a number could
change: a comma or a colon between two digits stays (1,234 and 9:30), a dash stays the dash it is.
"""

from __future__ import annotations

import re
from itertools import accumulate, cycle

from .alphabet import HAN
from .edits import Edit

_TO_FULL = dict(zip(",;:?!()", "，；：？！（）", strict=True))
# Half-width , ; : ? ! stay between Latin letters or digits (also with one space behind) and in "://".
_MARK = re.compile(r"[,;:?!()](?:(?<=[()])|(?<![0-9A-Za-z].)|(?! ?[0-9A-Za-z]|//))")
_LATIN_BRACKETS = re.compile(r"（(?<=[A-Za-z]（)([\x21-\x7e][\x20-\x7e]{0,80})）")
_FULL_STOP = re.compile(rf"\.(?<=[{HAN}]\.)(?=\n|\Z)")

_QUOTE = re.compile("[“”]")
_NESTED = re.compile("“[^“”\n]*“")
_NESTING = {(1, 1): "“", (1, 2): "‘", (-1, 1): "’", (-1, 0): "”"}
_STRAIGHT = re.compile('["\n]')
_APOSTROPHE = re.compile(rf"'(?=[{HAN}])|(?<=[{HAN}，。；！？%])'")
_DOUBLED = re.compile("“‘([^‘’“”\n]*)’”")

_YEAR_BRACKETS = re.compile(r"[\[【<〈]((?:19|20)[0-9]{2})[\]】>〉]")
_YEAR_PARENTHESES = re.compile(r"（((?:19|20)[0-9]{2})）(?=第?[0-9]{1,5}号)")
_ANGLES = re.compile(rf"<([{HAN}][^<>\n]{{1,80}})>")
_TITLE_IN_TITLE = re.compile(r"《[^《》\n]{0,120}(?:《[^《》\n]{1,120}》[^《》\n]{0,120}){1,5}》")
_INNER = str.maketrans("《》", "〈〉")
_THOUSANDS = re.compile(
    r"，(?=[0-9]{3}(?![0-9.%]))(?:(?<=[^0-9.][0-9]，)|(?<=[^0-9.][0-9]{2}，)|(?<=[^0-9.][0-9]{3}，))"
)


def marks(text: str) -> str:
    """Half-width marks between Chinese become full-width.

    >>> marks("2024年,受理(含转办)1,234件;9:30开庭")
    '2024年，受理（含转办）1,234件；9:30开庭'
    """
    text = _MARK.sub(lambda match: _TO_FULL[match[0]], text)
    return _LATIN_BRACKETS.sub(r"(\1)", text)


def full_stops(text: str) -> str:
    """A point behind a Chinese character at the end of a line is a full stop.

    >>> full_stops("工作完成.\\n办结率98.5%")
    '工作完成。\\n办结率98.5%'
    """
    return _FULL_STOP.sub("。", text)


def quotes(text: str) -> str:
    """Straight quotes are paired line by line, quotes inside quotes become ‘ ’, wrong sides are set right.

    >>> quotes('推行"一窗受理"，开展““12·4”宣传周”活动')
    '推行“一窗受理”，开展“‘12·4’宣传周”活动'
    >>> quotes("推行“一窗受理“机制")
    '推行“一窗受理”机制'
    """
    if '"' in text:
        text = _pair(text)
    if "'" in text:
        sides = cycle("‘’")
        text = _APOSTROPHE.sub(lambda _: next(sides), text)
    if text.count("“") != text.count("”") or _NESTED.search(text):
        text = "\n".join(map(_set_right, text.split("\n")))
    return text


def _pair(text: str) -> str:
    sides = cycle("“”")

    def side(match: re.Match[str]) -> str:
        nonlocal sides
        if match[0] == "\n":
            sides = cycle("“”")
            return "\n"
        return next(sides)

    return _STRAIGHT.sub(side, text)


def _set_right(line: str) -> str:
    """Quotes that nest stay, the inner ones as ‘ ’; an even number that does not nest is paired anew."""
    steps = [1 if quote == "“" else -1 for quote in _QUOTE.findall(line)]
    depths = list(accumulate(steps))
    if set(depths) <= {0, 1, 2} and depths[-1:] == [0]:
        nested = iter(_NESTING[step, depth] for step, depth in zip(steps, depths, strict=True))
        return _QUOTE.sub(lambda _: next(nested), line)
    if len(steps) % 2:
        return line
    sides = cycle("“”")
    return _QUOTE.sub(lambda _: next(sides), line)


def doubled_quotes(text: str) -> list[Edit]:
    """Quotes doubled around the same words collapse.

    >>> doubled_quotes("开展“‘三官一律’”活动")
    [Edit(start=3, end=4, text=''), Edit(start=8, end=9, text='')]
    """
    spans = (match.span(1) for match in _DOUBLED.finditer(text))
    return [edit for start, end in spans for edit in (Edit(start - 1, start, ""), Edit(end, end + 1, ""))]


def brackets(text: str) -> str:
    """Years of document numbers stand in 〔〕, titles inside titles in 〈〉.

    >>> brackets("《关于落实<县域纲要>的通知》（某政发（2019）8号），《关于印发《办法》的通知》[2020]3号")
    '《关于落实〈县域纲要〉的通知》（某政发〔2019〕8号），《关于印发〈办法〉的通知》〔2020〕3号'
    """
    if any(mark in text for mark in "[【<〈"):
        text = _ANGLES.sub(r"〈\1〉", _YEAR_BRACKETS.sub(r"〔\1〕", text))
    text = _YEAR_PARENTHESES.sub(r"〔\1〕", text)
    return _TITLE_IN_TITLE.sub(lambda match: f"《{match[0][1:-1].translate(_INNER)}》", text)


def thousands(text: str) -> str:
    """A full-width comma inside a number is the comma of thousands.

    >>> thousands("共1，234人次，12345热线，110平台，办结率98，100%")
    '共1,234人次，12345热线，110平台，办结率98，100%'
    """
    return _THOUSANDS.sub(",", text)

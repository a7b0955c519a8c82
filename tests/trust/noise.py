"""Kinds of noise: what copying, converting and scraping do to a page, each as a function of the text and a draw."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import opencc

Noise = Callable[[str, random.Random], str]

HAN_PAIR = re.compile(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
AROUND_NUMBER = re.compile(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])")


def traditional(text: str, _: random.Random) -> str:
    return opencc.OpenCC("s2t").convert(text)


def pinyin(text: str, _: random.Random) -> str:
    """A converter's residue behind some common characters."""
    readings = {"设": "shè", "现": "xiàn", "执": "zhí", "学": "xué", "习": "xí", "应": "yīng"}
    return re.sub("[设现执学习应]", lambda m: f"{m[0]}({readings[m[0]]})", text)


def full_width(text: str, _: random.Random) -> str:
    return re.sub("[0-9%]", lambda m: chr(ord(m[0]) + 0xFEE0), text)


def spaces(text: str, draw: random.Random) -> str:
    return AROUND_NUMBER.sub(lambda _: " " if draw.random() < 0.5 else "", text)


def strange_spaces(text: str, draw: random.Random) -> str:
    return AROUND_NUMBER.sub(lambda _: draw.choice(["", "\u00a0", "\u3000", "\u200b", "\u2009"]), text)


def markdown(text: str, _: random.Random) -> str:
    return re.sub("(?m)^([一二三四五六七八九]、.*)$", r"## **\1**", text)


def windows_lines(text: str, _: random.Random) -> str:
    return "\ufeff" + text.replace("\n", "\r\n")


def corner_quotes(text: str, _: random.Random) -> str:
    return text.replace("“", "「").replace("”", "」")


def straight_quotes(text: str, _: random.Random) -> str:
    return re.sub("[“”]", '"', text)


def page_breaks(text: str, draw: random.Random) -> str:
    """Break long lines between two characters far inside a sentence, as a page's end does."""
    return "\n".join(_broken(line, draw) if len(line) > 120 else line for line in text.split("\n"))


def _broken(line: str, draw: random.Random) -> str:
    places = [m.start() for m in HAN_PAIR.finditer(line, 60, len(line) - 20)]
    place = draw.choice(places)
    return line[:place] + "\n\n" + line[place:]


def invisible(text: str, draw: random.Random) -> str:
    """Characters that nobody sees, anywhere."""
    return HAN_PAIR.sub(
        lambda _: draw.choice("\u200b\u200d\ufeff\u2060") if draw.random() < 0.1 else "", text
    )


def letter_spaced(text: str, draw: random.Random) -> str:
    """Single blanks between characters, as justified lines leave them; in short lines blanks part columns."""
    lines = text.split("\n")
    spread = [HAN_PAIR.sub(lambda _: " " if draw.random() < 0.05 else "", line) for line in lines]
    return "\n".join(new if len(line) > 40 else line for line, new in zip(lines, spread, strict=True))


def indented(text: str, _: random.Random) -> str:
    return re.sub("(?m)^(?=.)", "\u3000\u3000", text).replace("\n", "\n\n")


def entities(text: str, draw: random.Random) -> str:
    names = {"“": "&ldquo;", "”": "&rdquo;", "%": "&#37;"}
    return re.sub("[“”%]", lambda m: names[m[0]] if draw.random() < 0.5 else m[0], text)


KINDS: tuple[Noise, ...] = (
    traditional,
    pinyin,
    full_width,
    spaces,
    strange_spaces,
    markdown,
    windows_lines,
    corner_quotes,
    straight_quotes,
    page_breaks,
    invisible,
    letter_spaced,
    indented,
    entities,
)

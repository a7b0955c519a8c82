"""Noise does not change facts: the same report, copied badly, says the same.

Each kind of noise is put into the clean example reports at places drawn by a fixed seed. Statistics, terms and
citations must come out equal, and every span must hold its text in the noisy copy.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

import opencc
import pytest

import fazhi_ie
from fazhi_ie import Report

REPORTS = Path(__file__).parents[1] / "examples/reports"
CLEAN = ["hechuan-2023", "anlan-zone-2024", "anlan-market-2023"]
HAN_PAIR = re.compile(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
AROUND_NUMBER = re.compile(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])")
SENTENCE = re.compile(r"(?<=[。；])")


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


def facts(report: Report) -> list[tuple[object, ...]]:
    return [
        (s.measure, q.value, q.value_max, q.unit, q.bound, q.per, s.status, s.indicator, s.period)
        for s in report.statistics
        for q in [s.quantity]
    ]


@pytest.mark.parametrize("name", CLEAN)
@pytest.mark.parametrize(
    "noise",
    [
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
    ],
    ids=lambda noise: noise.__name__,
)
def test_noise_changes_no_fact(noise, name):
    text = (REPORTS / f"{name}.txt").read_text(encoding="utf-8")
    noisy = noise(text, random.Random(7))
    assert noisy != text
    before, after = fazhi_ie.extract(text), fazhi_ie.extract(noisy)
    assert facts(after) == facts(before)
    assert [t.name for t in after.terms] == [t.name for t in before.terms]
    assert [c.title for c in after.citations] == [c.title for c in before.citations]
    for record in (*after.terms, *after.citations, *(s.quantity for s in after.statistics)):
        assert noisy[record.span.start : record.span.end] == record.text


@pytest.mark.parametrize("name", CLEAN)
def test_a_paragraph_taken_out_takes_its_own_statistics(name):
    text = (REPORTS / f"{name}.txt").read_text(encoding="utf-8")
    lines = text.split("\n")
    number, gone = max(enumerate(lines), key=lambda item: len(item[1]))
    start = text.index(gone)
    whole = fazhi_ie.extract(text)
    outside = [s for s in whole.statistics if not start <= s.quantity.span.start < start + len(gone)]
    rest = fazhi_ie.extract("\n".join(lines[:number] + lines[number + 1 :]))
    assert [(s.measure, s.quantity.value) for s in rest.statistics] == [
        (s.measure, s.quantity.value) for s in outside
    ]


def test_one_number_changed_changes_one_statistic():
    text = (REPORTS / "hechuan-2023.txt").read_text(encoding="utf-8")
    before = fazhi_ie.extract(text).statistics
    middle = before[len(before) // 2].quantity
    place = middle.span.start + re.search(r"\d", middle.text).start()
    digit = "7" if text[place] != "7" else "8"
    after = fazhi_ie.extract(text[:place] + digit + text[place + 1 :]).statistics
    changed = [
        number
        for number, (one, other) in enumerate(zip(before, after, strict=True))
        if one.quantity.value != other.quantity.value
    ]
    assert changed == [len(before) // 2]

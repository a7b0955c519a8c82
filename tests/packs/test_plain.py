"""The fast reader reads what libyaml reads, or nothing."""

from __future__ import annotations

from unittest import mock

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from fazhi_ie.packs import reading
from fazhi_ie.packs.plain import read_plain
from fazhi_ie.packs.sources import builtin_folder

PLAIN = """\
# 说明
format: "1"
kind: 'terms'
entries:
  - id: a.b
    name: 述法
    variants: [年度述法, 专题述法]
    examples:
      match:
        - "组织[述法]。"
        - 开展[年度述法]

      no_match: ["陈述, 法律", "无"]
# 分隔
  - id: a.c
    name: 普法
"""


def by_libyaml(text: str) -> reading.Document:
    with mock.patch.object(reading, "read_plain", return_value=None):
        return reading.read_yaml(text.encode(), "a.yaml")


def test_plain_style_is_read_with_the_lines_of_its_entries() -> None:
    data, lines = read_plain(PLAIN) or ({}, {})
    assert data["entries"][0]["examples"] == {
        "match": ["组织[述法]。", "开展[年度述法]"],
        "no_match": ["陈述, 法律", "无"],
    }
    assert lines == {"entries": [5, 15]}
    assert (data, lines) == (by_libyaml(PLAIN).data, by_libyaml(PLAIN).lines)


@pytest.mark.parametrize(
    "text",
    [
        "a: &x 1", "a: *x", "a: !t 1", "a: |\n  x", "a: >\n  x", "a: {b: c}", "a: b: c", "a: b # c",
        "a: b\n  c", "a: b\n  - c", "- a\n- b", "a: 1\na: 2", "? a", "a:\n\t- b", "---\na: 1", "a: 'it''s'",
        'a: "\\n"', "a: [b", "a: [b, [c]]", "a: []", 'a: ""', "a: [b , c]", "a: x ", "a: \u2028b", "a: [-b]",
        "a:\n  b: c\n d: e", "",
    ],
)  # fmt: skip
def test_everything_else_is_left_to_libyaml(text: str) -> None:
    assert read_plain(text) is None


@pytest.mark.parametrize("path", sorted(builtin_folder().rglob("*.yaml")), ids=lambda p: p.name)
def test_default_pack_reads_the_same_both_ways(path: object) -> None:
    text = path.read_text("utf-8")  # type: ignore[attr-defined]
    plain = read_plain(text)
    if plain is not None:
        expected = by_libyaml(text)
        assert plain == (expected.data, expected.lines)


LINE = st.text(alphabet=" -:#'\"[],ab述,\n&{", max_size=30)
INDENT = ("", "  ", "    ", "- ", "  - ", "      ")
BODY = ("a:", "b:", "c: ", "d: 'x'", 'e: "x, y"', "f: [p, q]", 'g: ["x", "y, z"]', "述法", '"述"', "# x")
TAIL = ("", "", "", "x", " ", " #", "法:")
STRUCTURED_LINE = st.tuples(st.sampled_from(INDENT), st.sampled_from(BODY), st.sampled_from(TAIL))
DOCUMENT = st.lists(STRUCTURED_LINE.map("".join), max_size=8).map("\n".join)


@given(DOCUMENT | st.lists(LINE, max_size=4).map("\n".join))
@example("a:\n- b: c\n  d: e\nf: g")
@example("a:\n  - b\n- c")
def test_what_is_read_is_what_libyaml_reads(text: str) -> None:
    plain = read_plain(text)
    if plain is not None:
        expected = by_libyaml(text)
        assert not expected.problems
        assert plain == (expected.data, expected.lines)


_VALUE = st.text(alphabet="述法0a-:#'\" [],", max_size=6)
_ENTRY = st.dictionaries(
    st.sampled_from(["id", "name", "words"]), _VALUE | st.lists(_VALUE, max_size=3), min_size=1
)


@given(st.lists(_ENTRY, min_size=1, max_size=3))
def test_what_yaml_writes_is_read_as_libyaml_reads_it(entries: list[object]) -> None:
    text = yaml.safe_dump({"entries": entries}, allow_unicode=True, sort_keys=False)
    plain = read_plain(text)
    if plain is not None:
        assert plain == (by_libyaml(text).data, by_libyaml(text).lines)

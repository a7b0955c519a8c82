"""One way to write a pack: the same data, comments kept, and nothing left to change a second time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie.packs.canonical import format_text
from fazhi_ie.packs.reading import read_yaml
from fazhi_ie.packs.schema import FILE_NAME, pack_schema, schema_text
from fazhi_ie.packs.sources import builtin_folder

MESSY = """\
# 行政复议的术语
kind: terms   # 术语
source: "测试"
format: '1'
# 词条
entries:
- {id: b.two, name: 普法, kind: activity, topic: '', variants: []}
# 关于述法
- kind: activity
  # 别的写法
  variants: ['年度述法', 现场述法] # 两个
  name: 述法
  id: a.one  # 编号
  source: 测试
  priority: '3'
  examples:
    no_match: [讲述法律]
    match: ['[述法]']
# 完
"""

TIDY = """\
# yaml-language-server: $schema=../schema.json
format: "1"
# 行政复议的术语
# 术语
kind: terms
source: 测试
# 词条
entries:
  # 关于述法
  # 编号
  - id: a.one
    name: 述法
    kind: activity
    # 别的写法
    # 两个
    variants: [年度述法, 现场述法]
    priority: 3
    examples:
      match: ["[述法]"]
      no_match: ["讲述法律"]
  - id: b.two
    name: 普法
    kind: activity
# 完
"""


def test_messy_file_becomes_tidy() -> None:
    assert format_text(MESSY, schema="../schema.json") == TIDY


def test_tidy_file_stays_as_it_is() -> None:
    assert format_text(TIDY, schema="../schema.json") == TIDY


def test_long_list_gets_an_item_a_line() -> None:
    words = [f"第{n}号" for n in range(40)]
    text = format_text(f"format: '1'\nkind: words\nentries: [{{id: a.b, words: [{', '.join(words)}]}}]\n")
    assert text.splitlines()[4:6] == ["    words:", "      - 第0号"]
    assert read_yaml(text.encode(), "").data["entries"][0]["words"] == words


def test_units_without_examples_stand_on_one_line() -> None:
    text = "format: '1'\nkind: units\nentries:\n  - {id: u.ge, unit: 个, words: [个, '%']}\n"
    assert format_text(text).splitlines()[-1] == '  - {id: u.ge, unit: 个, words: [个, "%"]}'


def test_manifest_keeps_the_order_of_its_keys() -> None:
    text = 'name: mine\nversion: "0.1"\n# 主题\ntopics:\n  rules: 规范性文件\ndisable: [a.b]\n'
    assert format_text(text) == text


SCALAR = st.text(alphabet="述法a0.:-#,'\"\\[]{}&*!|>%@`~= \u3000no", min_size=1, max_size=6)


@given(SCALAR, st.lists(SCALAR, min_size=1, max_size=3), st.lists(SCALAR, min_size=1, max_size=3))
def test_any_text_reads_back_and_is_a_string_for_every_parser(
    name: str, variants: list[str], match: list[str]
) -> None:
    entry = {"id": "a.b", "name": name, "kind": "role", "variants": variants, "examples": {"match": match}}
    text = format_text(
        yaml.safe_dump({"format": "1", "kind": "terms", "entries": [entry]}, allow_unicode=True)
    )
    assert read_yaml(text.encode(), "").data["entries"] == [entry]
    assert yaml.safe_load(text)["entries"] == [entry]
    assert format_text(text) == text


PATTERN_FILES = sorted(builtin_folder().rglob("*.yaml"))


@pytest.mark.parametrize("path", PATTERN_FILES, ids=lambda p: p.stem)
def test_default_pack_loses_no_comment_and_no_entry_when_formatted(path: Path) -> None:
    text = path.read_text("utf-8")
    after = format_text(text, schema="schema.json")
    assert after.count("# ") >= text.count("# ")
    ids = [sorted(e["id"] for e in read_yaml(t.encode(), "").data.get("entries", ())) for t in (text, after)]
    assert ids[0] == ids[1]


def test_committed_schema_is_up_to_date() -> None:
    committed = (builtin_folder() / FILE_NAME).read_text("utf-8")
    assert committed == schema_text(), "run: fazhi-ie packs schema > patterns/schema.json"


def test_schema_describes_every_kind_of_file() -> None:
    schema = pack_schema()
    kinds = schema["then"]["discriminator"]["mapping"]
    assert {"terms", "words", "units", "sections", "indicators"} <= set(kinds)
    assert all(ref.removeprefix("#/$defs/") in schema["$defs"] for ref in kinds.values())
    assert json.loads(schema_text()) == schema

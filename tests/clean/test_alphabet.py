"""The plain alphabet: the table of traditional characters says what OpenCC says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie.clean.alphabet import regional_variants, traditional, unusual
from fazhi_ie.clean.script import converter

HAN = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]


def changed_by(config: str) -> dict[str, str]:
    converted = converter(config).convert("\n".join(HAN)).split("\n")
    return {old: new for old, new in zip(HAN, converted, strict=True) if old != new}


def test_table_of_traditional_characters_is_what_opencc_says() -> None:
    general, regional = changed_by("t2s"), changed_by("hk2s")
    told = "write the table anew: python scripts/traditional.py src/fazhi_ie/data/traditional.tsv"
    assert regional_variants() == {old: new for old, new in regional.items() if old not in general}, told
    assert traditional() == general.keys() | regional_variants().keys(), told


@given(st.text(st.characters(min_codepoint=0x3400, max_codepoint=0xA100)))
def test_every_traditional_or_rare_character_is_unusual(text: str) -> None:
    plain = {c for c in text if "\u4e00" <= c <= "\u9fff" and c not in traditional()}
    assert unusual(text) == set(text) - plain


@pytest.mark.parametrize("edge", ["\u4e00", "\u9fff"])
def test_first_and_last_character_of_the_block_are_plain(edge: str) -> None:
    assert unusual(edge) == frozenset()

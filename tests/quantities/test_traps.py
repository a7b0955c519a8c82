"""What number extractors are known to get wrong; collected from the issue threads of earlier tools."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TRAPS = [
    # A character of the noun is taken for a modifier, or two amounts are summed.
    "年末结余<q value=1056000000>10.56亿</q>。",
    "支出<q value=35410700 unit=元>3541.07万元</q><q value=2 unit=本>2本</q>账。",
    "共拨付<q value=211000 unit=元>21万1千元</q>、<q value=230000 unit=元>23万元</q>。",
    "共拨付<q value=3100 unit=元>3千1百元</q>。",
    "补助<q value=15 unit=元 bound=over>15余元</q>，缴款<q value=123.45678 unit=元>123.45678元</q>。",
    # The modifier stands between the digits and the multiplier, in either spelling.
    "投入<q value=30000000000000 unit=元 bound=over>三十万多亿元</q>。",
    "投入<q value=300000000000 unit=元 bound=over>30多百亿元</q>。",
    "盘活资金<q value=2600000 unit=元 bound=over>260余万元</q>。",
    "惠及<q value=34000 unit=户 bound=over>3.4万余户</q>。",
    "服务<q value=100000 unit=人次 bound=over>十几万人次</q>。",
    # Multipliers without a digit, and those that tell no number.
    "动员<q value=100 unit=家 bound=at_least>上百家</q>企业。",
    "走访数百名群众，办理数十件实事，成百上千名志愿者参加。",
    "到场<q value=1000 unit=名 bound=over>千余名</q>观众。",
    "入园<q value=10000 unit=人次 bound=over>破万人次</q>。",
    # Thousands separators, elided percent signs, modifiers behind the classifier.
    "登记<q value=11000000 unit=件>1,100万件</q>，受理<q value=2480 unit=人次>2,480人次</q>。",
    "占比<q value=5 value_max=20 unit=%>5-20%</q>。",
    "惠及<q value=200000 unit=人次 bound=at_least>20万人次以上</q>。",
    # 千 and 百 may belong to the unit.
    "用电<q value=3000000 unit=千瓦时>300万千瓦时</q>。",
    "全长<q value=3 unit=千米>3千米</q>。",
    "上升<q value=2 unit=百分点>2个百分点</q>。",
]


@pytest.mark.parametrize("marked", TRAPS)
def test_known_trap_is_read_right(check: Callable[[str], None], marked: str) -> None:
    check(marked)


def test_a_long_row_of_digits_is_no_number(find: Callable[[str], list[object]]) -> None:
    assert find("编号" + "12" * 60 + "件") == []


@pytest.mark.parametrize(
    "character", ["9", "一", "亿", "第", "近", "（", "“", "每", "9,", "3-", "3、", "9万"]
)
def test_repetition_does_not_break_the_scanner(find: Callable[[str], list[object]], character: str) -> None:
    """The quantity behind a monstrous run is still found; were the scan not linear, this would not end."""
    assert find(character * 20_000 + "。受理36件。")[-1:] == find("。受理36件。") or find("受理36件")


def test_long_row_of_digits_with_a_colon_behind_takes_no_time(find) -> None:
    """Found by fuzzing: the pattern for rows of tables tried every way to part the digits."""
    assert find("编号" + "3" * 60 + ":1") == []

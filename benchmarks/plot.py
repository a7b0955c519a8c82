"""A bar chart as SVG: short enough to be written by hand, and readable in light and dark."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import log10

_ROW, _LEFT, _WIDTH = 26, 400, 860
_STYLE = (
    "text{font:14px system-ui,sans-serif;fill:#222}.t{font-weight:600}.f{fill:#666}.g{stroke:#bbb}"
    "rect{fill:#8fa8c8}.own{fill:#c0392b}@media(prefers-color-scheme:dark){text{fill:#ddd}.f{fill:#aaa}}"
)


def bars(title: str, rows: Sequence[tuple[str, str, float]]) -> str:
    """Rows of name, what it finds, and a figure, on a scale by powers of ten.

    >>> bars("Speed", [("make_doc", "tokens", 1.0), ("fazhi_ie", "records", 0.1)]).count("<rect")
    2
    """
    ordered = sorted(rows, key=lambda row: -row[2])
    low = min(-2.0, log10(min(figure for _, _, figure in rows)))
    high = max(0.0, log10(ordered[0][2]))

    def across(power: float) -> float:
        return _LEFT + (power - low) / (high - low) * (_WIDTH - _LEFT - 60)

    bottom = _ROW * (len(rows) + 2)
    parts = [f'<text class="t" x="8" y="20">{escape(title)}</text>']
    for power in range(-int(-low // 1), int(high) + 1):
        x = across(power)
        parts.append(f'<line class="g" x1="{x:.0f}" x2="{x:.0f}" y1="30" y2="{bottom - 22}"/>')
        parts.append(
            f'<text class="f" x="{x:.0f}" y="{bottom - 6}" text-anchor="middle">{10.0**power:g}</text>'
        )
    for number, (name, finds, figure) in enumerate(ordered):
        y, end = _ROW * (number + 1) + 10, across(log10(figure))
        own = ' class="own"' if name.startswith("fazhi_ie") else ""
        label = f'{escape(name.replace("`", ""))} <tspan class="f">{escape(finds)}</tspan>'
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 13}" text-anchor="end">{label}</text>')
        parts.append(f'<rect{own} x="{_LEFT}" y="{y}" width="{max(end - _LEFT, 1):.0f}" height="18"/>')
        parts.append(f'<text x="{end + 6:.0f}" y="{y + 13}">{figure:.2g}</text>')
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {bottom}" role="img">'
    return f"{head}<style>{_STYLE}</style>\n" + "\n".join(parts) + "\n</svg>\n"

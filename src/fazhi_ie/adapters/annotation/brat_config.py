"""brat's two configuration files: which labels and attributes its menus offer, and how they look."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from ...records import Bound, SectionKind, Status
from .brat import UNSAID
from .marks import labels

_ANNOTATION = """\
# Labels and attributes of fazhi_ie. Without Status a quantity is achieved, without Bound exact, without
# Indicator it has none. Notes hold the rest: value=36; unit=件; measure=受理行政复议申请
[entities]
{labels}

[relations]
<OVERLAP>	Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Status	Arg:Quantity, Value:{status}
Bound	Arg:Quantity, Value:{bound}
Indicator	Arg:Quantity, Value:{indicator}
Kind	Arg:{headings}, Value:{kind}
"""


def annotation_conf(indicators: Iterable[str]) -> str:
    """`annotation.conf`, with these indicators to choose from."""
    names = _brat_labels()
    return _ANNOTATION.format(
        labels="\n".join(names),
        status=_choices(value for value in get_args(Status) if value != UNSAID["status"]),
        bound=_choices(value for value in get_args(Bound) if value != UNSAID["bound"]),
        indicator=_choices(indicators),
        headings=_choices(name for name in names if labels()[name].layer == "sections"),
        kind=_choices(get_args(SectionKind)),
    )


def visual_conf() -> str:
    """`visual.conf`: labels by their Chinese names, in our colours."""
    shown = {name: labels()[name] for name in _brat_labels()}
    named = "\n".join(f"{name} | {label.name}" for name, label in shown.items())
    drawn = "\n".join(f"{name}\tbgColor:{label.color}" for name, label in shown.items())
    default = "SPAN_DEFAULT\tfgColor:black, bgColor:white, borderColor:darken"
    return f"[labels]\n{named}\n\n[drawing]\n{default}\n{drawn}\n"


def _brat_labels() -> list[str]:
    return [name for name in labels() if "-" not in name]


def _choices(values: Iterable[str]) -> str:
    return "|".join(values)

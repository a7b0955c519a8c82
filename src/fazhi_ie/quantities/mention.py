"""What the stage finds: one number in the text with everything that is written around it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Role = Literal["", "from", "to"]


@dataclass(slots=True)
class QuantityMention:
    """One quantity; all positions are offsets into the clean text, ranges are half-open.

    `start:end` reaches from an adjacent modifier to the last one (近70万元, 98%以上);
    `number_start:number_end` covers the written number without 余 or 多 behind it;
    `unit_start:unit_end` covers the unit and is empty where none is written.
    `role` tells the ends of a change: 由12天缩短到5天 is "from" and "to".
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: Decimal
    value_max: Decimal | None
    unit: str
    bound: str
    per: str
    unit_start: int
    unit_end: int
    role: Role = ""

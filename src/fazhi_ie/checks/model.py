"""What a check says: a code, a sentence with the numbers, and where in the text the figures stand."""

from __future__ import annotations

from typing import Literal

from ..records import Record, Span

CheckCode = Literal["FZ401", "FZ402", "FZ403", "FZ404", "FZ405", "FZ406"]


class Check(Record):
    """Figures of one report that do not agree, as the report states them; nothing is corrected.

    | code | what does not agree |
    | --- | --- |
    | FZ401 | a rate with the counts it is the rate of |
    | FZ402 | a part with its whole: it is more |
    | FZ403 | parts with their whole: together they are more, or not all of it |
    | FZ404 | a rate with what rates can be: it is above 100 % |
    | FZ405 | the ends of a range: the upper is below the lower |
    | FZ406 | values of one indicator, of which a report has one |

    `spans` are those of the quantities in the text as given, the doubtful one first. `relation` is the id of
    the pack entry that says what the figures have to do with each other; None where no entry is needed.
    """

    code: CheckCode
    relation: str | None
    message: str
    spans: tuple[Span, ...]

"""How good the records are: scores against annotations made by people, and every mistake with its place.

>>> from fazhi_ie import extract
>>> from fazhi_ie.evaluation import Gold, GoldQuantity, evaluate
>>> text = "全年受理行政复议申请36件。"
>>> gold = Gold(id="example", text=text, quantities=(GoldQuantity(start=10, text="36件", value=36, unit="件"),))
>>> scores = evaluate([gold], [extract(text)])
>>> scores["quantities"].f1, scores["joint"].f1
(1.0, 1.0)

`fazhi_ie.adapters.annotation.read_gold` reads annotations from files: brat, doccano, or JSON beside the texts.
"""

from .gold import Gold, GoldCitation, GoldHeader, GoldQuantity, GoldSection, GoldTerm
from .run import evaluate
from .scores import Mistake, Score, Scores

__all__ = [
    "Gold",
    "GoldCitation",
    "GoldHeader",
    "GoldQuantity",
    "GoldSection",
    "GoldTerm",
    "Mistake",
    "Score",
    "Scores",
    "evaluate",
]

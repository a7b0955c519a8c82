"""Pages to read in a browser: a report with everything that was found in it, reports side by side, a notebook's view.

A page is one file that loads nothing: style, script and data stand inside, and its Content-Security-Policy
allows the browser no more than that. What the pages say to people stands in `templates/`, in Chinese; what
Python makes of records for them stands here.
"""

from .comparison_page import write_comparison
from .marks import Mark, Piece, pieces
from .notebook import ReportView
from .review_page import NotRead, write_review

__all__ = ["Mark", "NotRead", "Piece", "ReportView", "pieces", "write_comparison", "write_review"]

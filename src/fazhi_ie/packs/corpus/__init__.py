"""What packs do to real text: coverage, the gains and losses of a change, and what the packs do not know yet.

All three take documents as `(id, text)` pairs and one or two extractors, and return plain rows to print.
"""

from .compare import Change, compare
from .coverage import Coverage, cover
from .suggest import Candidate, suggest

__all__ = ["Candidate", "Change", "Coverage", "compare", "cover", "suggest"]

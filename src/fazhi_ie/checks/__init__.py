"""Official figures have relations; where a report's own figures do not agree, a check says so.

Nothing is corrected and no record changes: the report says what it says. Silence is no proof, and a check
is a reason to look, since a report may count in ways it does not tell.
"""

from .model import Check
from .rules import CheckRules
from .run import check, default_rules

__all__ = ["Check", "CheckRules", "check", "default_rules"]

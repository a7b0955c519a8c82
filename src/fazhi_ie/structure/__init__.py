"""Structure of a report: its header, its sections, its sentences. All positions are in the clean text."""

from .header import Header, read_header
from .places import Region
from .rules import StructureRules
from .sections import Heading, find_sections
from .sentences import Sentences

__all__ = ["Header", "Heading", "Region", "Sentences", "StructureRules", "find_sections", "read_header"]

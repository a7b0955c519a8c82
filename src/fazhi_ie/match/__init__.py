"""Find names in the clean text: terms, brands and citations."""

from .citations import CitationMention, CitationRules, find_citations
from .terms import TermMatch, TermMatcher

__all__ = ["CitationMention", "CitationRules", "TermMatch", "TermMatcher", "find_citations"]

"""Quantities: what a report counts and measures, as exact numbers with unit, bound and rate."""

from .grammar import QuantityGrammar
from .mention import QuantityMention
from .numerals import parse_numeral
from .scan import find_quantities

__all__ = ["QuantityGrammar", "QuantityMention", "find_quantities", "parse_numeral"]

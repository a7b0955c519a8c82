"""Reports side by side: a row a report, a column an indicator, every cell traceable to its sentence."""

from .build import compare
from .model import Cell, Column, Comparison, Conflict, Figure, Row

__all__ = ["Cell", "Column", "Comparison", "Conflict", "Figure", "Row", "compare"]

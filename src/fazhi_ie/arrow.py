"""Arrow in, Arrow out: reports as tables, and a function from batch to batch for any engine that speaks Arrow.

>>> from fazhi_ie.arrow import schemas
>>> list(schemas())
['reports', 'sections', 'terms', 'statistics', 'citations']

Needs `pip install "fazhi-ie[arrow]"`. `fazhi_ie.tables` is all that is needed in a notebook.
"""

from .adapters.arrow.batches import extract_batch, extract_batches
from .adapters.arrow.frames import tables, to_pandas, to_polars
from .adapters.arrow.nested import reports_from_arrow, reports_to_arrow
from .adapters.arrow.rows import COLUMNS
from .adapters.arrow.schemas import report_schema, schemas
from .adapters.arrow.shipping import ShippedPacks, ship_packs

__all__ = [
    "COLUMNS",
    "ShippedPacks",
    "extract_batch",
    "extract_batches",
    "report_schema",
    "reports_from_arrow",
    "reports_to_arrow",
    "schemas",
    "ship_packs",
    "tables",
    "to_pandas",
    "to_polars",
]

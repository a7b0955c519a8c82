"""Datasets: reports as files for other programs; the suffix says the form.

>>> from fazhi_ie.datasets import SUFFIXES
>>> SUFFIXES
('.jsonl', '.csv', '.xlsx', '.parquet', '.duckdb')

`fazhi-ie extract PATH… -o reports.parquet` does the same for files, in batches that can be resumed.
"""

from .adapters.datasets import SUFFIXES, DatasetWriter, check_target, dataset_writer

__all__ = ["SUFFIXES", "DatasetWriter", "check_target", "dataset_writer"]

"""The module people import: its names, and what importing it costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

import fazhi_ie.arrow


@pytest.mark.parametrize("name", fazhi_ie.arrow.__all__)
def test_public_name_is_there_with_its_documentation(name):
    value = getattr(fazhi_ie.arrow, name)
    assert value.__doc__ or not callable(value)


def test_arrow_and_spark_are_there_without_an_import_and_load_no_library():
    program = (
        "import sys, fazhi_ie; fazhi_ie.arrow.extract_batch, fazhi_ie.spark.extract, fazhi_ie.tables; "
        "print({'pyarrow', 'pandas', 'polars', 'pyspark', 'spacy'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert run.stdout == "set()\n"

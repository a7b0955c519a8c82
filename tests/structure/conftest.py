from __future__ import annotations

import pytest

from fazhi_ie.packs import load_packs
from fazhi_ie.structure import StructureRules


@pytest.fixture(scope="session")
def rules() -> StructureRules:
    return StructureRules.from_packs(load_packs())

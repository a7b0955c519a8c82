"""`python -m fuzz.run TARGET [LIBFUZZER OPTION…]`: fuzz one target in this process, until it fails or time is up."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
with atheris.instrument_imports(include=["fazhi_ie"]):
    from fuzz.targets import TARGETS

if __name__ == "__main__":
    name, *options = sys.argv[1:]
    TARGETS[name]("全年受理案件36件。".encode())  # loads packs and dictionaries, which is no input's fault
    atheris.Setup([f"fuzz {name}", *options], TARGETS[name])
    atheris.Fuzz()

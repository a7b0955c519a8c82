"""`python -m benchmarks [GROUP…]`: run all groups, or those named, and print a table."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import version

from . import adversarial, growth, memory, peers, startup, throughput
from .measure import markdown

GROUPS = {
    "throughput": throughput,
    "growth": growth,
    "adversarial": adversarial,
    "startup": startup,
    "peers": peers,
    "memory": memory,
}


def main() -> None:
    names = sys.argv[1:] or list(GROUPS)
    libraries = ", ".join(f"{name} {version(name)}" for name in ("spacy", "pydantic", "ahocorasick_rs"))
    print(f"{platform.platform()}, Python {platform.python_version()}, {libraries}\n")
    for line in markdown(row for name in names for row in GROUPS[name].rows()):
        print(line, flush=True)


if __name__ == "__main__":
    main()

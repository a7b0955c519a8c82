"""`python -m fuzz [--seconds N] [TARGET…]`: run every fuzzer for N seconds, and say how many inputs were tried.

Each target has a process of its own, because libFuzzer ends its process at the first finding. The input is kept in
`build/fuzz/`, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
FOUND = HERE.parent / "build" / "fuzz"
TARGETS = ("cleaning", "numbers", "patterns", "packs", "extraction")
LIMITS = (
    "-max_len=2000",
    "-timeout=20",
    "-rss_limit_mb=2048",
    "-verbosity=1",
    f"-dict={HERE / 'words.dict'}",
)


def main() -> int:
    arguments = _arguments()
    FOUND.mkdir(parents=True, exist_ok=True)
    findings = 0
    for target in arguments.targets or TARGETS:
        tried, output = _fuzz(target, arguments.seconds)
        if tried is None:
            findings += 1
            print(f"{target:<11} FAILED; the input is in {FOUND}\n{output}", flush=True)
        else:
            print(f"{target:<11} {tried:>9,} inputs tried, nothing found", flush=True)
    return 1 if findings else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=int, default=20, help="how long each target is fuzzed (20)")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    return parser.parse_args()


def _fuzz(target: str, seconds: int) -> tuple[int | None, str]:
    """How many inputs were tried, or None with the end of what the fuzzer printed."""
    grown = (
        FOUND / f"corpus-{target}"
    )  # inputs that reached new code: kept from run to run, not in the repository
    grown.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "fuzz.run", target, str(grown), str(HERE / "corpus" / target), *LIMITS]
    command += [f"-max_total_time={seconds}", f"-artifact_prefix={FOUND}/{target}-"]
    run = subprocess.run(command, cwd=HERE.parent, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = run.stdout.decode("utf-8", "replace")
    done = re.search(r"^Done (\d+) runs? in", output, re.M)
    return (int(done[1]) if done and run.returncode == 0 else None), _end_of(output)


def _end_of(output: str) -> str:
    """What the fuzzer said last, without what it always says."""
    return "\n".join(
        line[:500] for line in output.splitlines() if not line.startswith(("INFO:", "WARNING:", "0x"))
    )[-4000:]


if __name__ == "__main__":
    sys.exit(main())

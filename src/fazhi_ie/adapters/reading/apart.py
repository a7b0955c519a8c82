"""Read a file in a process of its own, so that a hostile or broken one costs this process nothing but time.

The PDF format can make any reader loop, or unpack gigabytes from a few bytes, and no limit inside the reader's
process would hold it. So every PDF, and every HTML page of unusual size, is read by a child with a limit on time
and, where the system offers one, on memory. The child gets the bytes on its standard input, opens no file for
them, and answers with a text or with an error.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Literal

from ...errors import InputError

SECONDS = 120
"""How long one file may take."""

_MEMORY = 4 << 30  # bytes of address space, of which a reader of PDF needs a tenth
_CODE = "import sys; sys.path[:] = sys.argv[2:]; from fazhi_ie.adapters.reading.apart import child; child()"


def read(kind: Literal["pdf", "html"], data: bytes, *, name: str, seconds: float = SECONDS) -> str:
    """The text of a file, read by a child process; raises `InputError` also when the child dies or takes too long."""
    # -I: neither the working directory nor the environment may slip a module to the child.
    command = [sys.executable, "-I", "-c", _CODE, kind, *filter(None, sys.path)]
    try:
        run = subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=False)
        answer = json.loads(run.stdout)
    except subprocess.TimeoutExpired as error:
        raise InputError(
            "FZ135",
            f"{name} was given up after {seconds:g} seconds; print it to a new PDF or save it as text.",
        ) from error
    except OSError as error:
        raise InputError(
            "FZ135", f"{name} cannot be read: no process can be started for it ({error})."
        ) from error
    except ValueError as error:
        raise InputError(
            "FZ135",
            f"{name} cannot be read within the limits of memory; print it to a new PDF or save it as text.",
        ) from error
    if "text" in answer:
        return str(answer["text"])
    raise InputError(answer["code"], answer["message"].replace(_NAME, name))


_NAME = "\ufffcfile\ufffc"  # stands for the file's name, which the child need not know


def child() -> None:
    """What the child does: limit itself, read, answer."""
    _limit_memory()
    try:
        answer = {"text": _reader(sys.argv[1])(sys.stdin.buffer.read(), name=_NAME)}
    except InputError as error:
        answer = {"code": error.code, "message": error.message}
    sys.stdout.write(json.dumps(answer))


def _reader(kind: str) -> Callable[..., str]:
    if kind == "pdf":
        from .pdf import pdf_text

        return pdf_text
    from .web import html_text

    return html_text


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))

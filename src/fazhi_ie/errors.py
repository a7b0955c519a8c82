"""Errors that a person can act on.

Every message is a whole sentence that says what happened, where, why, and what to do. The code in front
(`FZ101`) is stable, so that people can search for it and programs can react to it.
"""

from __future__ import annotations


class FazhiError(Exception):
    """Base of all errors that fazhi_ie raises on purpose.

    >>> str(FazhiError("FZ000", "The sky fell."))
    'FZ000: The sky fell.'
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"


class InputError(FazhiError):
    """What was given cannot be read as the text of a report (FZ1xx)."""


class PackError(FazhiError):
    """A pattern pack cannot be used (FZ2xx); the message lists every problem, one a line."""

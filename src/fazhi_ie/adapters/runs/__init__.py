"""Batch runs that can be trusted: nothing lost, nothing twice, whatever happens on the way."""

from .completion import failures_for, manifest_for
from .folder import folder_for
from .run import RunOptions, Watch, run_batch
from .work import Tally

__all__ = ["RunOptions", "Tally", "Watch", "failures_for", "folder_for", "manifest_for", "run_batch"]

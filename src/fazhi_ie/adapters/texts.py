"""Texts saved beside the records: what `--texts` keeps, since offsets count in the text that was extracted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError
from .reading.paths import save_text, text_path


@dataclass(frozen=True)
class SavedTexts:
    """Saves texts below `folder`, each in the place its source has below one of `roots`, the paths given."""

    folder: Path
    roots: tuple[Path, ...]

    @classmethod
    def below(cls, folder: Path, roots: Sequence[Path]) -> SavedTexts:
        """Save below `folder`; raises `InputError` when a later run over `roots` would read the texts as reports."""
        place = folder.resolve()
        for root in roots:
            if root.is_dir() and place.is_relative_to(root.resolve()):
                raise InputError(
                    "FZ147",
                    f"The texts cannot be saved in {folder}, for it lies in {root}, whose files are read as reports; "
                    "name a folder outside.",
                )
        if place.exists() and not place.is_dir():
            raise InputError(
                "FZ148", f"The texts cannot be saved in {folder}, for it is a file; name a folder."
            )
        return cls(folder, tuple(roots))

    def path_of(self, source: Path) -> Path:
        """Where the text of a source is, once it was saved."""
        return text_path(source, self.folder, self.roots)

    def save(self, source: Path, text: str) -> None:
        """Write the text of a source as UTF-8, its newlines as they are."""
        save_text(text, self.path_of(source))

"""Pattern packs: the language of the field, kept in YAML by the people who know it."""

from .load import Packs, load_packs

__all__ = ["Packs", "load_packs"]

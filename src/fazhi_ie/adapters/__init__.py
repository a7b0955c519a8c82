"""Adapters: thin layers between the extractor and the places people use it from: shell, files, spaCy."""

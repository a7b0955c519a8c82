"""Files in: find the reports among files and folders, and read each as text.

The content of a file decides what it is, not its name. Text comes back as it stands, newlines kept; of HTML, Word
and PDF the report's text is extracted, a line a paragraph, heading or row of a table. Offsets of records count in
that text. What cannot be read for certain is an `InputError`, never a guess.
"""

from .encodings import decode
from .paths import STDIN, find_texts, save_text, source_id, text_path
from .read import read_text, text_of

__all__ = ["STDIN", "decode", "find_texts", "read_text", "save_text", "source_id", "text_of", "text_path"]

"""Words by jieba, an optional extra.

jieba's own start-up announces itself on stderr and keeps its dictionary as a marshal file in the shared
temporary folder, which anyone could have put there. The dictionary is read from the package instead.
"""

from __future__ import annotations

import re

from ..errors import InputError
from . import Segmenter

# Unknown characters in a row cost jieba the square of their number, so it gets a long text in pieces that
# end at a mark where there is one.
_PIECES = re.compile(r"(?s:.{1,200}[，。；、！？\n]|.{1,200})")


def jieba_segmenter() -> Segmenter:
    """Load jieba with its own dictionary; raises `InputError` where jieba is not installed.

    >>> jieba_segmenter()("召开听证会 3场")
    ['召开', '听证会', ' ', '3', '场']
    """
    try:
        import jieba
    except ImportError as error:
        raise InputError(
            "FZ172",
            "The segmenter 'jieba' needs the package jieba, which is not installed; "
            "run `pip install 'fazhi-ie[jieba]'`, or choose the segmenter 'pkuseg' or 'char'.",
        ) from error
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True

    def segment(text: str) -> list[str]:
        return [word for piece in _PIECES.findall(text) for word in tokenizer.cut(piece)]

    return segment

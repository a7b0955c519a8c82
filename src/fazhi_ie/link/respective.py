"""Share out the numbers of a 分别 clause: 办复率、满意率分别达100%和98% tells one rate for each number.

Names are shared out when there are as many of them as numbers; otherwise (同比分别下降12%) the words of the clause
belong to all of its numbers.
"""

from __future__ import annotations

import re

_RESPECTIVELY = "分别"
_BETWEEN = re.compile("[、和与及]")
_NUMBERS = re.compile(
    "[^0-9，。；、\n]{0,3}[0-9][0-9.]*[^0-9，。；、\n和与及]{0,6}(?:[、，和与及]|(?=[。；\n]|$))"
)
LONGEST_RUN = 200


def shared_out(left: str, whole: str, numbers: str) -> list[str]:
    """The names in `whole`, the trimmed form of the clause `left`, one for each number; empty when they are not shared out.

    `numbers` is the text from the first number on.

    >>> shared_out("办复率、满意率分别达", "办复率、满意率", "100%和98%。")
    ['办复率', '满意率']
    >>> shared_out("许可、处罚、强制分别为", "许可、处罚、强制", "56件、34件、2件，都已公示。")
    ['许可', '处罚', '强制']
    >>> shared_out("船舶首次登记、转移登记平均时间分别为", "船舶首次登记、转移登记平均时间", "5天、3天。")
    ['船舶首次登记平均时间', '转移登记平均时间']
    >>> shared_out("案件、纠纷同比分别下降", "案件、纠纷同比分别下降", "12%。")
    []
    """
    if _RESPECTIVELY not in left or "“" in left:
        return []
    head, _, change = whole.partition(_RESPECTIVELY)
    names = _BETWEEN.split(head)
    if len(names) < 2 or any(len(name) < 2 for name in names) or len(names) != _run(numbers):
        return []
    *others, last = names
    if (end := last.find(others[-1][-2:])) >= 0:
        others = [name + last[end + 2 :] for name in others]
    elif len(last) > max(map(len, others)) + 1:
        return []  # 水路、民航旅客发送量: where the shared word begins cannot be told
    return [name + change for name in (*others, last)]


def _run(text: str) -> int:
    """How many numbers with their units follow each other."""
    count = position = 0
    while found := _NUMBERS.match(text, position):
        count, position = count + 1, found.end()
    return count

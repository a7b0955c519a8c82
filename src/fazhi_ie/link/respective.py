"""Share out the numbers of a 分别 clause: 办复率、满意率分别达100%和98% tells one rate for each number.

Only names of one kind are shared out, that is, names that end alike; otherwise (审查合同、文件分别为…) the words of
the clause belong to all of its numbers.
"""

from __future__ import annotations

import re

_RESPECTIVELY = "分别"
_BETWEEN = re.compile("[、和与及]")


def shared_out(left: str, whole: str) -> list[str]:
    """The names in `whole`, the trimmed form of the clause `left`, one for each number; empty when there is one name.

    >>> shared_out("办复率、满意率分别达", "办复率、满意率")
    ['办复率', '满意率']
    >>> shared_out("案件、纠纷同比分别下降", "案件、纠纷同比分别下降")
    []
    """
    if _RESPECTIVELY not in left or "“" in left:
        return []
    head, _, change = whole.partition(_RESPECTIVELY)
    names = _BETWEEN.split(head)
    alike = len(names) > 1 and all(len(name) > 1 and name[-1] == names[0][-1] for name in names)
    return [name + change for name in names] if alike else []

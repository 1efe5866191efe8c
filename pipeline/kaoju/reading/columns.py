"""Whether a text is set in lines of a column, as the text layer of a PDF gives it, how wide the column is, and whether
two columns stand side by side."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from kaoju.normalising import CJK
from kaoju.reading.lines import Line

_ENDS = tuple("。！？!?…：:；;”’」』）)》〉*|")
_MARK = re.compile(r"</?sup>|\$\^\{?|\}?\$|\*\*")
# shorter lines are heads and bylines
_SHORTEST = 20
# how many of the lines that another follows at once must break off
_SHARE = 0.3
# no column where more than a few of the lines are much wider than it, nor wider than any page
_WIDER, _FEW, _WIDEST = 1.25, 0.1, 160

# what parts two columns, and in how many of the long lines it must
_GUTTER = re.compile(" {3,}")
_HAN = re.compile(f"[{CJK}]")
_FEWEST, _HALF = 10, 0.5


def side_by_side(lines: Sequence[Line]) -> bool:
    """Whether each line holds a line of one column and, behind a gutter, one of the next."""
    told = [[len(_HAN.findall(part)) for part in _GUTTER.split(line.stripped)] for line in lines]
    long = [han for han in told if sum(han) >= _SHORTEST]
    split = [han for han in long if len(han) == 2 and min(han) > 1]
    return len(split) >= max(_FEWEST, _HALF * len(long))


def column(lines: Sequence[Line]) -> int:
    """The width of the column, in halves of a Chinese character; 0 where lines are paragraphs."""
    pairs = [(a, b) for a, b in pairwise(lines) if len(a.stripped) >= _SHORTEST and b.stripped]
    broken = [before for before, _ in pairs if before.stripped[-1] not in _ENDS]
    if len(broken) < 3 or len(broken) < _SHARE * len(pairs):
        return 0
    widths = sorted(map(column_width, broken))
    width = widths[len(widths) // 2]
    wider = sum(column_width(before) > _WIDER * width for before, _ in pairs)
    return 0 if width > _WIDEST or wider > _FEW * len(pairs) else width


def column_width(line: Line) -> int:
    """How wide a line is set, what raises its note marks left out."""
    text = _MARK.sub("", line.plain.rstrip())
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)

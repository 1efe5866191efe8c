"""Whether a line of running text goes on with the one before it, or begins a paragraph of its own."""

from __future__ import annotations

import re

from kaoju.reading.byline import is_byline
from kaoju.reading.columns import column_width
from kaoju.reading.fields import fields_of, is_bare_field
from kaoju.reading.lines import Line
from kaoju.reading.marks import marks

# what no paragraph begins with
CONTINUES = "，。；：、！？”’」』）》〉,;%％"
_ENDS = tuple("。！？!?…")
_CLOSERS = "”’」』）)》〉*"
_STOPS = (*_ENDS, *_CLOSERS, "：", ":")
_FUSED_END = re.compile(r"(?<=[。！？])\d{1,3}$")
# how long a line of wrapped text may be and must be, and how even
_LONGEST, _SHORTEST, _EVEN = 60, 20, 1
# what share of a column a line fills that does not end its paragraph
_FULL = 0.85


def goes_on(before: Line, line: Line, column: int, *, blank: bool, broken: bool, headed: bool) -> bool:
    """Whether a line goes on with the one before it in the running text, where lines are set in a ``column``, or are
    paragraphs (0): ``blank`` below a gap, ``broken`` below notes or a page's furniture, ``headed`` at the head of the
    article.

    >>> before, line = Line(0, 5, "出口自此年"), Line(6, 12, "年增加两成。")
    >>> goes_on(before, line, 0, blank=True, broken=False, headed=False)
    False
    >>> goes_on(before, line, 0, blank=True, broken=True, headed=False)
    True
    """
    if line.stripped[0] == "|" and before.stripped[0] != "|":
        return False
    if (broken or not column) and _is_whole(before, headed):
        return False
    if broken:
        return line.stripped[0] in CONTINUES or not is_finished(before)
    indent = line.plain[: len(line.plain) - len(line.plain.lstrip())]
    if blank or (indent and (indent != " " or is_finished(before))) or is_bare_field(before.plain):
        return False
    return _is_wrapped(before, line, column)


def is_finished(line: Line) -> bool:
    """Whether a line of running text ends a sentence, note marks at its end left out.

    >>> [is_finished(Line(0, len(text), text)) for text in ("出口增加。[1]", "他说：“是。”", "出口增")]
    [True, True, False]
    """
    text = line.plain
    for mark in reversed(marks(text)):
        if text[mark.end :].strip():
            break
        text = text[: mark.start]
    text = _FUSED_END.sub("", text.rstrip())
    return text.rstrip(_CLOSERS).endswith(_ENDS)


def is_full(line: Line, column: int) -> bool:
    """Whether a line fills the column, so that the next may go on with it."""
    return column_width(line) >= _FULL * column


def may_be_head(line: Line) -> bool:
    """Whether a line may be a byline rather than running text."""
    return len(line.stripped) < _LONGEST and not any(char in line.stripped for char in "。！？；，")


def _is_whole(line: Line, headed: bool) -> bool:
    """Whether a line goes on on no other page: names at the head, or a field other than the abstract."""
    return (headed and is_byline(line.plain)) or any(one.name != "abstract" for one in fields_of(line.plain)[-1:])


def _is_wrapped(before: Line, line: Line, column: int) -> bool:
    """Whether a line break is one of a column of wrapped lines rather than the end of a paragraph."""
    first, second = len(before.stripped), len(line.stripped)
    if not before.stripped.endswith(_STOPS):
        return True
    if column:
        return is_full(before, column)
    return first >= _SHORTEST and second <= _LONGEST and abs(first - second) <= _EVEN

"""Times to compare with, which are no times of what is said: 比上一年, 与2010年相比, 以2015年为基期."""

from __future__ import annotations

import re

_THAN = re.compile("(?:比|较|相较于?|相比于?|不及)$")
_WITH = re.compile("[与同和跟]$")
_SET_AGAINST = re.compile("[^，。；]{0,8}(?:相比|持平|相当|相近|相仿|一致)")  # 与上年基本持平
_BASE = re.compile("[作为]+(?:基[期准数年]|起点|参照)")
_SINCE = re.compile("(?:[是为系]|创下?了?|达到?)自?$")
_EVER = re.compile("[^，。；]{0,12}以来")
# 不到2000年的一半: what is measured by a time
MEASURED_BY = re.compile("(?:不足|不到|低于|高于|超过|[仅只]及|相当于|只有|达到?|[为是])$")
_WORDS_BEFORE = 4


def before(text: str, at: int) -> str:
    """The few words before a time that say what it is for."""
    return text[max(0, at - _WORDS_BEFORE) : at]


def is_compared(text: str, start: int, end: int) -> bool:
    """Whether the time at ``text[start:end]`` is one that something is compared with: 比上一年, 与2010年相比."""
    words = before(text, start)
    return bool(_THAN.search(words) or (_WITH.search(words) and _SET_AGAINST.match(text, end)))


def is_base(text: str, start: int, end: int) -> bool:
    """Whether it is where a count begins: 以2015年为基期, 为2007年以来最高."""
    words = before(text, start)
    return bool((words.endswith("以") and _BASE.match(text, end)) or (_SINCE.search(words) and _EVER.match(text, end)))

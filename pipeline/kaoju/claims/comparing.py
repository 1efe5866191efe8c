"""Times to compare with, which are no times of what is said: 比上一年, 与2010年相比, 以2015年为基期."""

from __future__ import annotations

import re

_THAN = re.compile("(?:比起?|较之?|相较于?|相比于?|相对于?|对比|不及|不如|逊于|[低高优]于|[多少]于|[胜超]过)$")
_WITH = re.compile("[与同和跟]$")
# 与上年基本持平
_SET_AGAINST = re.compile(
    "[^，。；]{0,20}相[比较差去]|[^，。；]{0,8}(?:比较|对比|对照|持平|相当|相近|相仿|相若|一致|差不多|不相上下|无异|有别|接近|悬殊)"
)
# 以2015年为基期, 以1897年至1899年的平均价格为准, 按2010年不变价格
_BY = ("以", "按", "依", "按照", "依照")
_BASE = re.compile(
    "[^，。；]{0,12}[作为]+(?:基[期准数年础]|起点|参照|准|标准|100)|年?的?(?:不变|可比|固定)(?:价格?|美元)|价格?计算?|美元计"
)
# 在2005年的基础上减少两成
_ON_LEAD = ("在", "从", "于")
_ON = re.compile("[^，。；]{0,6}(?:基础|水平)(?:之?上|再|减|增|提|降)")
_SINCE = re.compile("(?:[是为系]|创下?了?|达到?)自?$")
_EVER = re.compile("[^，。；]{0,12}以来")
# 1992年以来首次, 2008年以来的新高
_FIRST_SINCE = re.compile(
    "[^，。；0-9]{0,10}以来的?[^，。；]{0,4}(?:首[次度现见]|第一次|最|新[高低]|仅[见有]|[未少罕]见)"
)
# 不到2000年的一半: what is measured by a time
_MEASURED_BY = re.compile("(?:不足|不到|低于|高于|超过|[仅只]及|相当于|只有|达到?|[为是])其?$")
# 为2025年定下的指标, 为2026年编列的预算
_SET_FOR = re.compile("[^，。；]{0,3}(?:[定设订拟]|编列|编制|预留|安排|准备|划拨|拨出)")
# 延后至2049年, 有效期到2030年: until when something lasts
_UNTIL = re.compile(
    "(?:[延展][后长期迟缓伸缓]|顺延|推[迟后延]|持续|维持|提[前早]|拖[延到]|沿用|保留|有效期?)[^，。；]{0,4}[到至]$"
)
_MEASURED = re.compile(r"[^，。；、0-9]{0,6}的(?:[0-9.]+倍|一半|[一二两三四五六七八九十]+(?:分之|[倍成]))")
_WORDS_BEFORE = 4
_PHRASE_BEFORE = 10


def before(text: str, at: int) -> str:
    """The few words before a time that say what it is for."""
    return text[max(0, at - _WORDS_BEFORE) : at]


def is_compared(text: str, start: int, end: int) -> bool:
    """Whether the time at ``text[start:end]`` is one that something is compared with: 比上一年, 与2010年相比."""
    words = before(text, start)
    return bool(_THAN.search(words) or (_WITH.search(words) and _SET_AGAINST.match(text, end)))


def is_baseline(text: str, start: int, end: int) -> bool:
    """Whether it is held against something in any way: compared with, the base of a count, or the measure of a part.

    >>> text = "出口比2015年增长8%，2016年又增长5%"
    >>> is_baseline(text, 3, 8), is_baseline(text, 13, 18)
    (True, False)
    """
    return any(tells(text, start, end) for tells in (is_compared, _is_base, _is_measure))


def _is_base(text: str, start: int, end: int) -> bool:
    """Whether it is where a count begins: 以2015年为基期, 在2005年的基础上, 为2007年以来最高."""
    words = before(text, start)
    return bool(
        is_start(text, start, end) or (_SINCE.search(words) and _EVER.match(text, end)) or _FIRST_SINCE.match(text, end)
    )


def is_start(text: str, start: int, end: int) -> bool:
    """Whether a count begins with it: 以2015年为基期, 在2005年的基础上."""
    words = before(text, start)
    return bool((words.endswith(_BY) and _BASE.match(text, end)) or (words.endswith(_ON_LEAD) and _ON.match(text, end)))


def _is_measure(text: str, start: int, end: int) -> bool:
    """Whether a part or a multiple of what it was then is told: 不足2000年的一半, 是2005年的3倍."""
    return is_measured_by(text, start, end) and _MEASURED.match(text, end) is not None


def is_measured_by(text: str, start: int, end: int) -> bool:
    """Whether what was then may measure something: 不足2000年的, 是2005年的; not 为2025年定下的."""
    return _MEASURED_BY.search(before(text, start)) is not None and _SET_FOR.match(text, end) is None


def is_until(text: str, start: int) -> bool:
    """Whether a time only says how long something lasts: 期限延长至2030年."""
    return bool(_UNTIL.search(text, max(0, start - _PHRASE_BEFORE), start))

"""Times and figures of a sentence that a figure is held against."""

from __future__ import annotations

import re

from kaoju.annotations import Figure, Time
from kaoju.claims import comparing
from kaoju.claims.body import Body, Span
from kaoju.claims.expressions import FROM

# 不到2000年出口的一半, 比2016年的约5%: what stands between a time and what is told of it
_WHOLE = re.compile(r"的?[^，。；]{0,8}的[^，。；]{0,2}|的")
_UP_TO_FIGURE = re.compile(
    "[^，。；0-9]{1,6}[时初]的[约近逾超]?|的?(?:不足|不到|仅有?|只有|将近|大约)|的(?:约|近|逾|超过?)?"
)
# 与2016年的5%相比
_WITH = ("与", "同", "和", "跟")
_SET_AGAINST = re.compile("[^，。；]{0,10}相[比较差去]|[^，。；]{0,4}(?:持平|相当|相近|相仿|相若|一致|无异|接近)")
# 较改革前夕的5亿元, 比疫情前的3%: of an earlier time that has no date
_OF_EARLIER = re.compile(
    "(?:比起?|较之?|相较于?|相比于?)[^，。；0-9]{1,10}(?:前[夕期]?|当初|最初|原先|高峰|峰值|低谷)时?的[约近逾超]?$"
)
# 比央行年初设定的24%
_HELD_AGAINST = re.compile("(?<![同环相])[比较](?![例重率为])[^，。；：0-9]{1,10}$")
_PHRASE = 12
_CUT = re.compile("[，。；：]")
_PART_OF = re.compile("[倍半成]|分之")


def is_compared(body: Body, time: Time) -> bool:
    """比上一年, 与2010年相比."""
    return comparing.is_compared(body.masked, time["start"], time["end"])


def is_told_of(body: Body, time: Time, figure: Figure) -> bool:
    """Whether a figure is told of a time to compare with (比2016年的5%, 与2016年的5%相比), not measured by it
    (不及2016年的一半)."""
    if not is_compared(body, time):
        return False
    if body.masked.endswith(_WITH, 0, time["start"]) and _SET_AGAINST.match(body.masked, figure["end"]):
        return True
    part = _PART_OF.search(body.text, figure["start"], figure["end"])
    measured = part and not body.masked.endswith(("比", "较"), 0, time["start"])
    return bool(not measured and _UP_TO_FIGURE.fullmatch(body.masked, time["end"], figure["start"]))


def is_of_earlier(body: Body, clause: Span, figure: Figure) -> bool:
    """Whether a figure is of an earlier time that has no date: 较改革前夕的5亿元."""
    return _OF_EARLIER.search(body.masked, clause.start, figure["start"]) is not None


def is_baseline(body: Body, time: Time, figure: int) -> bool:
    """比上一年, 不到2000年的一半: a period to compare with."""
    start, end = time["start"], time["end"]
    if body.text.startswith("同", start):
        return False  # 相当于同期增速的一半
    if comparing.is_baseline(body.masked, start, end) or _is_of_measure(body, time, figure):
        return True
    return comparing.is_measured_by(body.masked, start, end) and bool(_WHOLE.fullmatch(body.masked, end, figure))


def _is_of_measure(body: Body, time: Time, figure: int) -> bool:
    """比央行年初设定的24%: of another figure that this one is held against."""
    if not _HELD_AGAINST.search(body.masked, max(0, time["start"] - _PHRASE), time["start"]):
        return False
    return any(
        time["end"] <= one["start"] and not _CUT.search(body.masked, time["end"], one["start"])
        for one in body.figures_near(figure)
        if one["start"] < figure
    )


def is_of_origin(body: Body, time: Time, figure: int) -> bool:
    """由上一年的2233亿: when a change began that is over before the figure."""
    led = body.masked[max(0, time["start"] - 1) : time["start"]] in FROM
    between = [one for one in body.figures_near(figure) if time["end"] <= one["start"]]
    return led and body.masked.startswith("的", time["end"]) and len(between) > 1

"""The period that a change is measured against."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kaoju.annotations import Time
from kaoju.claims import comparing, edtf
from kaoju.claims.against import is_compared
from kaoju.claims.body import Body, Span
from kaoju.claims.edtf import Period
from kaoju.claims.ties import Tie

_YEARLY = re.compile(
    "同比|按年(?=[上下升跌增减])|(?<![每逐历一二三四五六七八九十])年[增减](?=率|幅|[约近逾]?[0-9])|[上去]年同期"
)
_IN_STEPS = re.compile("环比|按[月季](?=[上下升跌增减])|[上前]一?(?:个月|季度?|个季度)")
# not 第一季度, 2032—2033财年, within which nothing is said to have begun
_RANGE = re.compile("[至到]")
# 8.2%的同比增幅
_BEHIND = 6


def baseline(body: Body, told: Span, tie: Tie, time: str | None) -> str | None:
    """The period, as EDTF, that a change of a ``time`` is measured against, where the words since the last claim or
    those of its clause name one: 上一年 in 比上一年增长, 2018年 in 由2018年的8.5亿美元, the year before in 同比.

    ``told`` begins with the clause or behind the last claim, whichever is earlier, and ends with the clause.
    """
    first, last = body.figures[tie.figures[0]], body.figures[tie.figures[-1]]
    times = body.times_in(told.start, first["start"])
    if tie.origin is not None and (began := _began(body, told, times, first["start"], time)):
        return began
    # 较年初: within the claim's own year
    named = next((one["edtf"] for one in reversed(times) if _is_named(body, one) and one["edtf"] != time), None)
    return named or _counted(body.masked[told.start : min(told.end, last["end"] + _BEHIND)], time)


def _began(body: Body, told: Span, times: Sequence[Time], at: int, time: str | None) -> str | None:
    """2019年 in 由2019年的65亿增至89亿, or the first of the two years between which something changed."""
    led = body.lead(told.start, at)
    named = next((one["edtf"] for one in reversed(times) if 0 <= led < one["start"]), None)
    first, _, end = (time or "").partition("/")
    whole = [one for one in times if one["edtf"] == time and not _RANGE.search(body.text, one["start"], one["end"])]
    return named or (first if end and ".." not in (first, end) and not whole else None)


def _is_named(body: Body, time: Time) -> bool:
    """比上一年, 与2010年相比, 在2005年的基础上."""
    return is_compared(body, time) or comparing.is_start(body.masked, time["start"], time["end"])


def _counted(words: str, time: str | None) -> str | None:
    """同比: the same part of the year before; 环比: the month or the quarter before."""
    if time is None or ".." in time:
        return None
    period = Period(*time.split("/"))
    if _YEARLY.search(words):
        before = edtf.year_before(period)
    else:
        before = edtf.step_before(period) if _IN_STEPS.search(words) else None
    return before.text if before else None

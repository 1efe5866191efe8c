"""The period that a claim speaks of, from the times of its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kaoju.annotations import Time
from kaoju.claims import comparing
from kaoju.claims.body import Body, Span
from kaoju.claims.ties import Tie

_WHOLE = re.compile(r"的?[^，。；]{0,8}的[^，。；]{0,2}|的")
# 自1992年建交以来首次
_FIRST_SINCE = re.compile("[^，。；]{0,10}以来[^，。；]{0,4}(?:首次|第一次|最)")
_AT_ONCE = re.compile("的[约近逾超]?")
# 根据1884年的《保护公约》: the time of a work
_OF_WORK = re.compile("[年月日度]?的?《")
_BY = re.compile("(?:根据|按照?|依据|依照?|违反|援引)$")
_IN_TURN = re.compile(r"分别|先后")
_SINCE = re.compile(r"(?:年|月|日|代|度|初|底|末)?(?:以来|至今|迄今)")


def period(body: Body, sentence: Span, clause: Span, tie: Tie, changed: str | None) -> str | None:
    """The period of a claim as EDTF: for a change between two periods their interval, else the last time named before
    the figure; ``changed`` is the period of the change that the claim goes on to speak of.
    """
    first, last = body.figures[tie.figures[0]], body.figures[tie.figures[-1]]
    times = list(body.times_in(sentence.start, last["start"]))
    if tie.origin is not None:
        interval = _of_change(body, times, clause, first["start"], first["end"])
        if interval:
            return interval
    if times and _is_told_of(body, times[-1]) and _AT_ONCE.fullmatch(body.masked, times[-1]["end"], first["start"]):
        return times[-1]["edtf"]  # 比2016年的11亿美元
    own = [
        time
        for time in times
        if not _is_baseline(body, time, first["start"]) and not _is_of_origin(body, time, first["start"])
    ]
    here = [time for time in own if time["start"] >= clause.start]
    if changed and not here:
        return changed
    if here and _IN_TURN.search(body.masked, clause.start, last["start"]):
        own = _in_turn(body, clause, tie, here) or own
    return _text(body, own[-1]) if own else None


def baseline(body: Body, told: Span, tie: Tie) -> str | None:
    """The period that a change is measured against, as EDTF, where the words since the last claim name one: 上一年 in
    比上一年增长, 2018年 in 由2018年的8.5亿美元."""
    start = body.figures[tie.figures[0]]["start"]
    times = body.times_in(told.start, start)
    if tie.origin is not None:
        led = body.lead(told.start, start)
        return next((time["edtf"] for time in reversed(times) if led >= 0 and time["start"] > led), None)
    return next((time["edtf"] for time in reversed(times) if _is_compared(body, time)), None)


def _is_compared(body: Body, time: Time) -> bool:
    """比上一年, 与2010年相比."""
    return comparing.is_compared(body.masked, time["start"], time["end"])


def _is_told_of(body: Body, time: Time) -> bool:
    """Whether its figure is told of a time to compare with (比2016年的5%), not measured by it (不及2016年的一半)."""
    return _is_compared(body, time) and not body.masked.endswith("不及", 0, time["start"])


def period_at(body: Body, sentence: Span, at: int) -> str | None:
    """The last period that a sentence names before a place, periods to compare with left out."""
    own = [time for time in body.times_in(sentence.start, at) if not _is_baseline(body, time, at)]
    return _text(body, own[-1]) if own else None


def _in_turn(body: Body, clause: Span, tie: Tie, times: Sequence[Time]) -> list[Time]:
    """先后在9月和10月动用A和B: the figure's place in its list gives its time; none where the counts differ."""
    mates = [index for index, figure in enumerate(body.figures) if times[-1]["end"] <= figure["start"] < clause.end]
    listed = times[-len(mates) :] if len(times) >= len(mates) > 1 else []
    return [listed[mates.index(tie.main)]] if listed and tie.main in mates else []


def _of_change(body: Body, times: Sequence[Time], clause: Span, start: int, end: int) -> str | None:
    """由2021年的8亿增至次年的9亿: from the one year to the other."""
    led = body.lead(clause.start, start)
    old = [time for time in times if led >= 0 and led < time["start"] < start]
    new = [time for time in times if time["start"] >= end]
    base = [
        time for time in times if time["start"] < (led if led >= 0 else start) and not _is_baseline(body, time, start)
    ]
    then = new[-1] if new else (base[-1] if base else None)
    if then is None:
        return None
    if old and "/" not in old[-1]["edtf"] and "/" not in then["edtf"] and old[-1]["edtf"] < then["edtf"]:
        return f"{old[-1]['edtf']}/{then['edtf']}"
    return _text(body, then)


def _is_baseline(body: Body, time: Time, figure: int) -> bool:
    """比上一年, 不到2000年的一半: a period to compare with."""
    start, end = time["start"], time["end"]
    if _is_compared(body, time) or comparing.is_base(body.masked, start, end):
        return True
    before = comparing.before(body.masked, start)
    if before.endswith("自") and _FIRST_SINCE.match(body.masked, end):
        return True
    if _BY.search(before) and _OF_WORK.match(body.masked, end):
        return True
    return bool(comparing.MEASURED_BY.search(before) and _WHOLE.fullmatch(body.masked, end, figure))


def _is_of_origin(body: Body, time: Time, figure: int) -> bool:
    """由上一年的2233亿: when a change began that is over before the figure."""
    led = body.masked[max(0, time["start"] - 1) : time["start"]] in ("由", "从", "自")
    between = [one for one in body.figures_near(figure) if time["end"] <= one["start"]]
    return led and body.masked.startswith("的", time["end"]) and len(between) > 1


def _text(body: Body, time: Time) -> str:
    """The period, left open where the words say since."""
    since = _SINCE.match(body.masked, time["end"])
    return f"{time['edtf']}/.." if since and "/" not in time["edtf"] else time["edtf"]

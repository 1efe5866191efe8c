"""The period that a claim speaks of, from the times of its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kaoju.annotations import Figure, Time
from kaoju.claims import comparing
from kaoju.claims.bearing import is_ahead, is_aside, is_of_another, is_of_any, undated
from kaoju.claims.body import Body, Span
from kaoju.claims.expressions import FROM
from kaoju.claims.resolving import value
from kaoju.claims.ties import Tie

_WHOLE = re.compile(r"的?[^，。；]{0,8}的[^，。；]{0,2}|的")
_AT_ONCE = re.compile("[^，。；0-9]{1,6}[时初]的[约近逾超]?|的?(?:不足|不到|仅有?|只有|将近|大约)|的(?:约|近|逾|超过?)?")
_WITH = ("与", "同", "和", "跟")
_SET_AGAINST = re.compile("[^，。；]{0,10}相[比较差去]|[^，。；]{0,4}(?:持平|相当|相近|相仿|相若|一致|无异|接近)")
_IN_TURN = re.compile(r"分别|先后")
_SINCE = re.compile(r"(?:年|月|日|代|度|初|底|末)?(?:以来|至今|迄今)")
_GOES_ON = re.compile("同比|环比|按[年月季](?=[上下升跌增减])")
# 三个月内，流失了五分之一
_WITHIN = re.compile("(?:短短|仅仅)?(?:[数几两]|[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:个?多?月|周|个?星期|[天日])(?:之?[内间中])，?")
# 自2025年起加税，每年增收13亿
_FROM_THEN = re.compile("度?起")
_EACH = re.compile("每年|逐年|每月|每日|每周|年年")
# 自2013年开馆以来
_SINCE_EVENT = re.compile("[^，。；0-9]{1,12}(?:以来|至今|迄今)")
_TOGETHER = re.compile("(?P<count>[2-9两二三四五六七八九])(?:年|个?月|个?季度)(?:合计|共计|总计|累计|总共|共)")
# 2010年为7亿，2022年增至37亿，年均增速14.6%: over the years from the one to the other
_A_YEAR = re.compile("(?:(?:期|其)间)?的?(?:年均|平均每年|每年平均)[^，。；：0-9]*")
_ON = re.compile("[^，。；：]{0,12}?[在于]")
_UNTIL = re.compile("(?:以前|之前|前(?![后往所来]))")
# 目标是在2021年之前提供20亿剂: a term, whether it was met or not
_TERM = re.compile("目标|[计规]划|[原约]定|拟|力争|争取|[必须应]|将|要|承诺|决定|保证|期限|限")
_AROUND = 20
# 较改革前夕的5亿元, 比疫情前的3%: of an earlier time that has no date
_OF_EARLIER = re.compile(
    "(?:比起?|较之?|相较于?|相比于?)[^，。；0-9]{1,10}(?:前[夕期]?|当初|最初|原先|高峰|峰值|低谷)时?的[约近逾超]?$"
)
_HELD_AGAINST = re.compile("(?<![同环相])[比较](?![例重率为])[^，。；：0-9]{1,10}$")
_PHRASE = 12
_CUT = re.compile("[，。；：]")
_PART_OF = re.compile("[倍半成]|分之")


def period(
    body: Body, sentence: Span, clause: Span, tie: Tie, *, changed: str | None = None, done: bool = True
) -> str | None:
    """The period of a claim as EDTF: for a change between two periods their interval, else the last time named before
    the figure; ``changed`` is the period of the change that the claim goes on to speak of.

    2010年以前 is all that went before for what is ``done``, and the year itself for what is yet to be.
    """
    first, last = body.figures[tie.figures[0]], body.figures[tie.figures[-1]]
    times = [time for time in body.times_in(sentence.start, last["start"]) if not is_of_any(body, sentence, time)]
    if tie.origin is not None:
        interval = _of_change(body, times, clause, first["start"], first["end"])
        if interval:
            return interval
    if _OF_EARLIER.search(body.masked, clause.start, first["start"]):
        return None
    if times and _is_told_of(body, times[-1], first):
        return times[-1]["edtf"]
    own = [
        time
        for time in times
        if not _is_baseline(body, time, first["start"]) and not _is_of_origin(body, time, first["start"])
        if not _is_until(body, time) or time["end"] == first["start"]
        if not is_of_another(body, sentence, time, first["start"])
        if not is_aside(body, sentence, time, clause)
        if not is_ahead(body, sentence, time, clause, first["start"])
    ]
    since = undated(body, sentence.start, first["start"])
    own = [time for time in own if time["start"] >= since]
    here = [time for time in own if time["start"] >= clause.start]
    if changed and not here:
        return changed
    if not here and (years := _by_year(body, Span(clause.start, first["start"]), own)):
        return years
    if together := _together(body, clause, own, first["start"]):
        return together
    if own and _IN_TURN.search(body.masked, clause.start, last["start"]):
        own = _in_turn(body, clause, tie, here or own) or own
    if not times and (after := _time_after(body, clause, last["end"])):
        return _text(body, after, done=done)
    if own and _FROM_THEN.match(body.masked, own[-1]["end"]) and _EACH.search(body.masked, clause.start, first["start"]):
        return f"{own[-1]['edtf'].split('/')[0]}/.."
    return _text(body, own[-1], done=done) if own else None


def is_carried(body: Body, sentence: Span, at: int) -> bool:
    """Whether a sentence that has no time of its own before a place goes on about that of the sentence before: 其中,
    与1990年相比, 同比."""
    if undated(body, sentence.start, at) > sentence.start:
        return False
    compared = any(_is_compared(body, time) for time in body.times_in(sentence.start, at))
    part = body.masked.find("其中", sentence.start, at)
    led = part >= 0 and not any(one["start"] >= sentence.start for one in body.figures_near(part))
    return led or compared or bool(_WITHIN.match(body.masked, sentence.start)) or bool(_GOES_ON.search(body.masked, sentence.start, at))


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


def _is_told_of(body: Body, time: Time, figure: Figure) -> bool:
    """Whether a figure is told of a time to compare with (比2016年的5%, 与2016年的5%相比), not measured by it
    (不及2016年的一半)."""
    if not _is_compared(body, time):
        return False
    if body.masked.startswith(_WITH, time["start"] - 1) and _SET_AGAINST.match(body.masked, figure["end"]):
        return True
    part = _PART_OF.search(body.text, figure["start"], figure["end"])
    measured = part and not body.masked.endswith(("比", "较"), 0, time["start"])
    return bool(not measured and _AT_ONCE.fullmatch(body.masked, time["end"], figure["start"]))


def period_at(body: Body, sentence: Span, at: int) -> str | None:
    """The last period that a sentence names before a place, periods to compare with left out."""
    own = [time for time in body.times_in(sentence.start, at) if not _is_baseline(body, time, at)]
    return _text(body, own[-1]) if own else None


def _in_turn(body: Body, clause: Span, tie: Tie, times: Sequence[Time]) -> list[Time]:
    """先后在9月和10月动用A和B: the figure's place in its list gives its time; none where the counts differ."""
    mates = [index for index, figure in enumerate(body.figures) if times[-1]["end"] <= figure["start"] < clause.end]
    listed = times[-len(mates) :] if len(times) >= len(mates) > 1 else []
    return [listed[mates.index(tie.main)]] if listed and tie.main in mates else []


def _time_after(body: Body, clause: Span, at: int) -> Time | None:
    """欠债63亿美元在2023年6月达成协议: the time behind a figure of which its clause goes on to tell."""
    told = next(iter(body.times_in(at, clause.end)), None)
    if told is None or not _ON.fullmatch(body.masked, at, told["start"]):
        return None
    return None if any(one["start"] >= at for one in body.figures_near(told["start"])) else told


def _by_year(body: Body, words: Span, own: Sequence[Time]) -> str | None:
    """年均增速14.6%: from the one to the other of the last two years told before."""
    if len(own) < 2 or not _A_YEAR.fullmatch(body.masked, *words):
        return None
    first, last = own[-2]["edtf"], own[-1]["edtf"]
    return f"{first}/{last}" if "/" not in first + last and first < last else None


def _together(body: Body, clause: Span, own: Sequence[Time], at: int) -> str | None:
    """2019年和2020年各拨款3亿元，两年合计6亿元: from the first of so many times to the last."""
    match = _TOGETHER.search(body.masked, clause.start, at)
    count = value(match["count"]) if match else 0
    if not 1 < count <= len(own):
        return None
    return f"{own[-count]['edtf'].split('/')[0]}/{own[-1]['edtf'].split('/')[-1]}"


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
    if body.text.startswith("同", start):
        return False  # 相当于同期增速的一半
    if comparing.is_baseline(body.masked, start, end) or _is_of_measure(body, time, figure):
        return True
    return comparing.is_measured_by(body.masked, start, end) and bool(_WHOLE.fullmatch(body.masked, end, figure))


def _is_until(body: Body, time: Time) -> bool:
    """期限延长至2030年, with all that stands in its list: 延后至2049年与2048年."""
    listed = [one for one in body.times_in(max(0, time["start"] - _PHRASE), time["start"]) if one["end"] + 1 == time["start"]]
    with_it = listed and body.masked[time["start"] - 1] in "与和及、"
    return comparing.is_until(body.masked, listed[0]["start"] if with_it else time["start"])


def _is_of_measure(body: Body, time: Time, figure: int) -> bool:
    """比央行年初设定的24%: of another figure that this one is held against."""
    if not _HELD_AGAINST.search(body.masked, max(0, time["start"] - _PHRASE), time["start"]):
        return False
    return any(
        time["end"] <= one["start"] and not _CUT.search(body.masked, time["end"], one["start"])
        for one in body.figures_near(figure)
        if one["start"] < figure
    )


def _is_of_origin(body: Body, time: Time, figure: int) -> bool:
    """由上一年的2233亿: when a change began that is over before the figure."""
    led = body.masked[max(0, time["start"] - 1) : time["start"]] in FROM
    between = [one for one in body.figures_near(figure) if time["end"] <= one["start"]]
    return led and body.masked.startswith("的", time["end"]) and len(between) > 1


def _text(body: Body, time: Time, *, done: bool = True) -> str:
    """The period, left open where the words say since or, of what is done, until."""
    if "/" in time["edtf"]:
        return time["edtf"]
    led = body.masked.startswith(("自", "从"), time["start"] - 1)
    if _SINCE.match(body.masked, time["end"]) or (led and _SINCE_EVENT.match(body.masked, time["end"])):
        return f"{time['edtf']}/.."
    term = _TERM.search(body.masked, max(0, time["start"] - _AROUND), time["end"] + _AROUND)
    return f"../{time['edtf']}" if done and not term and _UNTIL.match(body.masked, time["end"]) else time["edtf"]

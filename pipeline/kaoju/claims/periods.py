"""The period that a claim speaks of, from the times of its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kaoju.annotations import Time
from kaoju.claims.against import is_baseline, is_compared, is_of_earlier, is_told_of
from kaoju.claims.bearing import bearing, is_of_any, undated
from kaoju.claims.body import Body, Span
from kaoju.claims.resolving import value
from kaoju.claims.ties import Tie

_IN_TURN = re.compile(r"分别|先后")
_SINCE = re.compile(r"(?:年|月|日|代|度|初|底|末)?(?:以来|至今|迄今)")
_GOES_ON = re.compile("同比|环比|按[年月季](?=[上下升跌增减])")
# 三个月内，流失了五分之一
_WITHIN = re.compile(
    "(?:短短|仅仅)?(?:[数几两]|[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:个?多?月|周|个?星期|[天日])(?:之?[内间中])，?"
)
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


def period(
    body: Body, sentence: Span, clause: Span, tie: Tie, *, changed: str | None = None, done: bool = True
) -> str | None:
    """The period of a claim as EDTF: for a change between two periods their interval, else the last time named before
    the figure; ``changed`` is the period of the change that the claim goes on to speak of.

    2010年以前 is all that went before for what is ``done``, and the year itself for what is yet to be.
    """
    first, last = body.figures[tie.figures[0]], body.figures[tie.figures[-1]]
    times = [time for time in body.times_in(sentence.start, last["start"]) if not is_of_any(body, sentence, time)]
    if tie.origin is not None and (interval := _of_change(body, times, clause, first["start"], first["end"])):
        return interval
    if is_of_earlier(body, clause, first):
        return None
    if times and is_told_of(body, times[-1], first):
        return times[-1]["edtf"]
    own = bearing(body, sentence, clause, times, first["start"])
    here = [time for time in own if time["start"] >= clause.start]
    if changed and not here:
        return changed
    words = Span(clause.start, first["start"])
    years = None if here else _by_year(body, words, own)
    if years := years or _together(body, words, own) or _each_year(body, words, own):
        return years
    if own and _IN_TURN.search(body.masked, clause.start, last["start"]):
        own = _in_turn(body, clause, tie, here or own) or own
    if not times and (after := _time_after(body, clause, last["end"])):
        return _text(body, after, done=done)
    return _text(body, own[-1], done=done) if own else None


def is_carried(body: Body, sentence: Span, at: int) -> bool:
    """Whether a sentence that has no time of its own before a place goes on about that of the sentence before: 其中,
    三个月内, 与1990年相比, 同比."""
    if undated(body, sentence.start, at) > sentence.start:
        return False
    part = body.masked.find("其中", sentence.start, at)
    if part >= 0 and not any(one["start"] >= sentence.start for one in body.figures_near(part)):
        return True  # 买走其中的三成: of what was told before
    if _WITHIN.match(body.masked, sentence.start) or _GOES_ON.search(body.masked, sentence.start, at):
        return True
    return any(is_compared(body, time) for time in body.times_in(sentence.start, at))


def period_at(body: Body, sentence: Span, at: int) -> str | None:
    """The last period that a sentence names before a place, periods to compare with left out."""
    own = [time for time in body.times_in(sentence.start, at) if not is_baseline(body, time, at)]
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


def _together(body: Body, words: Span, own: Sequence[Time]) -> str | None:
    """2019年和2020年各拨款3亿元，两年合计6亿元: from the first of so many times to the last."""
    match = _TOGETHER.search(body.masked, *words)
    count = value(match["count"]) if match else 0
    if not 1 < count <= len(own):
        return None
    return f"{own[-count]['edtf'].split('/')[0]}/{own[-1]['edtf'].split('/')[-1]}"


def _each_year(body: Body, words: Span, own: Sequence[Time]) -> str | None:
    """自2025年起加税，每年增收13亿: from then on."""
    if not own or not _FROM_THEN.match(body.masked, own[-1]["end"]) or not _EACH.search(body.masked, *words):
        return None
    return f"{own[-1]['edtf'].split('/')[0]}/.."


def _of_change(body: Body, times: Sequence[Time], clause: Span, start: int, end: int) -> str | None:
    """由2021年的8亿增至次年的9亿: from the one year to the other."""
    led = body.lead(clause.start, start)
    old = [time for time in times if led >= 0 and led < time["start"] < start]
    new = [time for time in times if time["start"] >= end]
    base = [
        time for time in times if time["start"] < (led if led >= 0 else start) and not is_baseline(body, time, start)
    ]
    then = new[-1] if new else (base[-1] if base else None)
    if then is None:
        return None
    if old and "/" not in old[-1]["edtf"] and "/" not in then["edtf"] and old[-1]["edtf"] < then["edtf"]:
        return f"{old[-1]['edtf']}/{then['edtf']}"
    return _text(body, then)


def _text(body: Body, time: Time, *, done: bool = True) -> str:
    """The period, left open where the words say since or, of what is done, until."""
    if "/" in time["edtf"]:
        return time["edtf"]
    led = body.masked.startswith(("自", "从"), time["start"] - 1)
    if _SINCE.match(body.masked, time["end"]) or (led and _SINCE_EVENT.match(body.masked, time["end"])):
        return f"{time['edtf']}/.."
    if not done or not _UNTIL.match(body.masked, time["end"]):
        return time["edtf"]
    term = _TERM.search(body.masked, max(0, time["start"] - _AROUND), time["end"] + _AROUND)
    return time["edtf"] if term else f"../{time['edtf']}"

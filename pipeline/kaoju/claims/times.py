"""Expressions of time and the periods they stand for, resolved along the text, as EDTF (ISO 8601-2).

Relative times (同年3月, 次年, a bare 7月) take the year in force: the last one that the text named.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kaoju.claims import comparing
from kaoju.claims.edtf import Period
from kaoju.claims.expressions import DAY, EXPRESSION, FROM, TO
from kaoju.claims.resolving import Time, era_of, resolve, value
from kaoju.claims.threads import STOP, sentence_start

# 2012—2016年, 2020至2021年, 113至114年度: a first year without 年
_FIRST_YEAR = re.compile(r"(?<![0-9.,])(?P<first>(?:1[5-9]|20)[0-9]{2})(?:—+|–|-|~|～|至|到|/)$")
_TO = re.compile(r"(?:的?(?:至|到|—+|–|-|~|～)|之?间?至)$")
_FROM_EVENT = re.compile("(?![的度初底末])[^，。；：0-9升增涨提降减跌缩加扩变改]{1,16}[至到]")
_TO_DAY = re.compile(rf"{TO}(?P<day>{DAY})")
_LEVEL = re.compile("的?水平")  # 2019年的水平: to measure against
_BY_THEN = ("届时", "到时", "到期时")
# 拟到2035年投入, 宣布自10月起开征，并在2028年提高
_PLAN = re.compile(
    "(?:决定|宣布|提出|计划|承诺|允诺|要求|规划|目标|商定|约定|同意|预计|预测|估计|预期|力争|拟)[^。；]*(?:到|至|[并再]将?[在于自])$"
)
_WILL = re.compile(
    "[^。，；]{0,20}，?[^。，；]{0,20}(?:将(?!近)|必?须|应(?!声)|可望|有望|力争|(?<![需主重首必])要(?![求素因点]))"
)
_PLANNED = re.compile(
    "[^。；]{0,60}(?:提出|计划|承诺|宣布|要求|决[定议]|规划|目标|保证|许诺)[^。；]{0,12}(?:到|至|在|于)"
)
_TITLE = re.compile(r"《[^《》]{0,100}》")
_KEPT = 40


def find_times(text: str) -> list[Time]:
    """The expressions of time of a normalised text, in order; those that cannot be resolved are left out.

    A year in a title (《2023年国防授权法》) is the title's, no time of the text.

    >>> [time.edtf for time in find_times("2018年3月，美国加征关税；同年9月又加征一次，次年5月提高税率。")]
    ['2018-03', '2018-09', '2019-05']
    """
    plain = _TITLE.sub(lambda match: " " * len(match.group()), text)
    found: list[Time] = []
    in_force: list[Time] = []  # without those that only serve to compare
    ahead: Time | None = None  # a target that is told since
    at = 0
    while match := EXPRESSION.search(plain, at):
        before = [*in_force, ahead] if ahead and _looks_to(match, ahead) else in_force
        period = resolve(match, before)
        # a bare 15年 that is no year may stand before a month that is one
        at = match.end("counted") if period is None and match["counted"] else match.end()
        if period is None:
            continue
        time = _to_day(plain, Time(match.start(), match.end(), period, era_of(match, before)))
        _added(plain, found, time)
        if in_force and in_force[-1].start == found[-1].start:
            in_force = in_force[:-1]  # the first end of what is a range
        if _is_target(plain, time, in_force):
            ahead = found[-1]
        elif not (match["years_before"] or _is_compared(plain, found[-1]) or _is_origin(plain, time, in_force)):
            in_force, ahead = [*in_force[-_KEPT:], found[-1]], None
    return found


def _looks_to(match: re.Match[str], ahead: Time) -> bool:
    """Whether an expression may be counted from a target: in its sentence; behind it 届时 alone."""
    by_then = (match["meanwhile"] or "").endswith(_BY_THEN)
    return by_then or not STOP.search(match.string, ahead.end, match.start())


def _to_day(text: str, time: Time) -> Time:
    """2022年3月5日至12日: the range that a bare day closes."""
    match = _TO_DAY.match(text, time.end)
    if match is None or len(time.period.last) < len("2022-03-05"):
        return time
    last = f"{time.period.last[:-2]}{value(match['day']):02}"
    return Time(time.start, match.end(), Period(time.period.start, last)) if last > time.period.last else time


def _is_compared(text: str, time: Time) -> bool:
    """比上一年, 与2013年相比, 为2007年以来最高: a time to measure against."""
    return bool(_LEVEL.match(text, time.end)) or comparing.is_baseline(text, time.start, time.end)


def _is_origin(text: str, time: Time, in_force: list[Time]) -> bool:
    """2019年由2012年的5亿元增至6亿元: where a change began whose end has been told in the sentence."""
    if not in_force or in_force[-1].period.last <= time.period.last or text[time.start - 1 : time.start] not in FROM:
        return False
    return text.startswith("的", time.end) and "。" not in text[in_force[-1].end : time.start]


def _is_target(text: str, time: Time, in_force: list[Time]) -> bool:
    """到2040年, told of what is planned or will be: the text stays where it is."""
    if not in_force or in_force[-1].period.last >= time.period.last:
        return False
    if _PLANNED.fullmatch(text, in_force[-1].end, time.start):
        return True
    plan = _PLAN.search(text, sentence_start(text, time.start), time.start)
    led = text.startswith(("到", "至"), time.start - 1)
    return bool(plan or (led and _WILL.match(text, time.end)))


def _added(text: str, found: list[Time], time: Time) -> None:
    """Add a time, or the range that it closes."""
    first = _FIRST_YEAR.search(text, max(0, time.start - 8), time.start)
    before = found[-1] if found else None
    if first and len(time.period.start) == len("2012") and not time.period.end and first["first"] < time.period.start:
        start = f"{first['first'][:3]}X" if time.period.start.endswith("X") else first["first"]
        found.append(replace(time, start=first.start(), period=Period(start, time.period.start)))
    elif before and _is_range(text, before, time):
        found[-1] = replace(time, start=before.start, period=Period(before.period.start, time.period.last))
    else:
        found.append(time)


def _is_range(text: str, before: Time, time: Time) -> bool:
    """2012年至2016年, 自2010年建交至2020年."""
    if before.period.last >= time.period.last:
        return False
    led = text.startswith(FROM, before.start - 1) and _FROM_EVENT.fullmatch(text, before.end, time.start)
    return bool(led or _TO.fullmatch(text, before.end, time.start))

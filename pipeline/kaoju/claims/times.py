"""Expressions of time and the periods they stand for, resolved along the text, as EDTF (ISO 8601-2).

Relative times (同年3月, 次年, a bare 7月) take the year in force: the last one that the text named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kaoju.claims import comparing
from kaoju.figures.numerals import read_numeral

_HAN_YEAR = "[一二三四五六七八九〇零○]"
_COUNT = "[0-9一二三四五六七八九十两]"
_REPUBLIC = "[0-9一二三四五六七八九十百零〇两]"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?!球|饼|薪|均|利|票|亮)"
_DAY = (
    r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])日"
    r"(?!元|圆|本|币|均|韩|美|方|产|益|前|报)"
)
_DAYS = r"(?:—|–|-|~|～|至|到)(?=[0-3]?[0-9]日)"
_PART = (
    r"(?:年?[初底末]|中(?=[，,仅只已便就又跌降升涨达为约])|年[初底末中终]|上半年|下半年|半年|前[一二三]个?季度|年?前(?:1[01]|[2-9]|[二三四五六七八九十])个月"
    r"|第?[一二三四1-4]季度?|全年|[上中下]旬)"
)
_YEAR = (
    rf"(?P<roc>民国(?:{_REPUBLIC}{{1,6}}|元)年|(?<![0-9.,])1[0-5][0-9]年(?!之?[来间内久多余]|以上|[历期]|左右))"
    rf"|(?P<year>(?<![0-9.,])(?:1[5-9]|20)[0-9]{{2}}(?:(?P<to_year>/(?:[0-9]{{2}}){{1,2}})?(?:年(?!代)|财年|财政年度|学年|双?年度))|(?:一[五六七八九]|二[〇零○]){_HAN_YEAR}{{2}}年)"
    r"|(?P<tens>(?<![0-9])(?:1[5-9]|20)[0-9])0年代"
    r"|(?P<decade>(?:(?P<century>[12][0-9]|十[五六七八九]|二十一?|上个?|本)世纪)?(?P<ten>[1-9]0|[二三四五六七八九]十)年代)"
    r"|(?P<same>同年|当年|该年|是年|同一年)|(?P<next>次年|翌年|第二年|转年|隔年)|(?P<last>上一?年度?(?!来)|前一年|上一?(?:财年|财政年度))"
    rf"|(?P<later>{_COUNT}{{1,2}}(?P<months>个月)?年?(?<=[年月])(?:之?后|过后))"
)
_EXPRESSION = re.compile(
    rf"""(?:(?:{_YEAR})度?(?:会计年度)?(?:(?P<from_month>1[0-2]|[1-9])(?:—|–|-|~|～|至|到)(?=(?:1[0-2]|[1-9])月))?(?P<month>{_MONTH})?(?:(?P<from_day>[0-3]?[0-9]){_DAYS})?(?P<day>{_DAY})?(?P<part>{_PART})?
    |(?P<bare_from>(?<![0-9.,])(?:1[0-2]|[1-9])(?:—|–|-|~|～|至|到)(?=(?:1[0-2]|[1-9])月))?(?P<bare_month>(?<![0-9个第.,]){_MONTH})(?:(?P<bare_from_day>[0-3]?[0-9]){_DAYS})?(?P<bare_day>{_DAY})?(?P<bare_part>[初底末]|上旬|中旬|下旬)?
    |(?P<same_month>同月|当月)(?P<same_month_day>{_DAY})?|(?P<same_day>同日|当日|当天)|(?P<next_day>次日|翌日)
    |(?P<whole>全年|同期|(?<![0-9一二三四五六七八九十百数几半多两个])年[底初末中内终](?!目|部|外))|(?P<loose_part>上半年|下半年|前[一二三]个?季度|第?[一二三四1-4]季度))""",
    re.VERBOSE,
)
# 2012—2016年, 2020至2021年, 113至114年度: a first year without 年
_FIRST_YEAR = re.compile(r"(?<![0-9.,])(?P<first>(?:1[5-9]|20)[0-9]{2})(?:—+|–|-|~|～|至|到|/)$")
_TO = re.compile(r"(?:的?(?:至|到|—+|–|-|~|～)|之?间?至)$")
_TO_DAY = re.compile(rf"(?:至|到|—+|–|-|~)(?P<day>{_DAY})")
# 不足2000年的一半, 2019年的水平: times to measure against
_MEASURED = re.compile(r"[^，。；、0-9]{0,6}的(?:[0-9.]+倍|一半|[一二两三四五六七八九十]+(?:分之|[倍成]))")
_LEVEL = re.compile("的?水平")
_FROM = ("由", "从", "自")
_TITLE = re.compile(r"《[^《》]{0,100}》")
# 目录落地一年后: after a deed whose own year is not told
_OF_EVENT = re.compile("[\u4e00-\u9fff](?<![在到仅近约过又而但并且])$")
_KEPT = 40
# EDTF's years have four digits
_LAST_YEAR = 10_000
_NUMBER = re.compile(rf"{_REPUBLIC}+|元")


@dataclass(frozen=True, slots=True)
class Period:
    """A year, month or day, or the interval of two; ``text`` gives it as EDTF."""

    start: str
    end: str | None = None

    @property
    def text(self) -> str:
        """EDTF: ``2018-03`` or ``2012/2016``."""
        return f"{self.start}/{self.end}" if self.end else self.start

    @property
    def last(self) -> str:
        """The later end."""
        return self.end or self.start


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time at ``text[start:end]`` and its period."""

    start: int
    end: int
    period: Period

    @property
    def edtf(self) -> str:
        """The period as EDTF."""
        return self.period.text


def find_times(text: str) -> list[Time]:
    """The expressions of time of a normalised text, in order; those that cannot be resolved are left out.

    A year in a title (《2023年国防授权法》) is the title's, no time of the text.

    >>> [time.edtf for time in find_times("2018年3月，美国加征关税；同年9月又加征一次，次年5月提高税率。")]
    ['2018-03', '2018-09', '2019-05']
    """
    plain = _TITLE.sub(lambda match: " " * len(match.group()), text)
    found: list[Time] = []
    in_force: list[Time] = []  # without those that only serve to compare
    for match in _EXPRESSION.finditer(plain):
        period = _resolve(match, in_force)
        if period is None:
            continue
        time = _to_day(plain, Time(match.start(), match.end(), period))
        _added(plain, found, time)
        if not (_is_compared(plain, time) or _is_origin(plain, time, in_force)):
            in_force = [*in_force[-_KEPT:], found[-1]]
    return found


def _to_day(text: str, time: Time) -> Time:
    """2022年3月5日至12日: the range that a bare day closes."""
    match = _TO_DAY.match(text, time.end)
    if match is None or len(time.period.last) < len("2022-03-05"):
        return time
    last = f"{time.period.last[:-2]}{_value(match['day']):02}"
    return Time(time.start, match.end(), Period(time.period.start, last)) if last > time.period.last else time


def _is_compared(text: str, time: Time) -> bool:
    """比上一年, 与2013年相比, 为2007年以来最高: a time to measure against."""
    if comparing.is_compared(text, time.start, time.end) or comparing.is_base(text, time.start, time.end):
        return True
    measured = comparing.MEASURED_BY.search(comparing.before(text, time.start)) and _MEASURED.match(text, time.end)
    return bool(measured or _LEVEL.match(text, time.end))


def _is_origin(text: str, time: Time, in_force: list[Time]) -> bool:
    """2019年由2012年的5亿元增至6亿元: where a change began whose end has been told in the sentence."""
    if not in_force or in_force[-1].period.last <= time.period.last or text[time.start - 1 : time.start] not in _FROM:
        return False
    return text.startswith("的", time.end) and "。" not in text[in_force[-1].end : time.start]


def _added(text: str, found: list[Time], time: Time) -> None:
    """Add a time, or the range that it closes."""
    first = _FIRST_YEAR.search(text, max(0, time.start - 8), time.start)
    before = found[-1] if found else None
    if first and len(time.period.start) == len("2012") and not time.period.end and first["first"] < time.period.start:
        found.append(Time(first.start(), time.end, Period(first["first"], time.period.start)))
    elif before and before.end <= time.start <= before.end + 2 and _is_range(text, before, time):
        found[-1] = Time(before.start, time.end, Period(before.period.start, time.period.last))
    else:
        found.append(time)


def _is_range(text: str, before: Time, time: Time) -> bool:
    return bool(_TO.fullmatch(text, before.end, time.start)) and before.period.last < time.period.last


def _resolve(match: re.Match[str], found: list[Time]) -> Period | None:
    """The period of an expression, given the times in force before it."""
    groups = match.groupdict()
    if groups["later"] and _OF_EVENT.search(match.string, 0, match.start()):
        return None
    last = found[-1].period if found else None
    if groups["whole"] == "同期":
        return last
    if groups["same_day"] or groups["next_day"]:
        return _of_day(last, later=groups["next_day"] is not None) if last else None
    if groups["months"]:
        return _months_later(last, _value(groups["later"])) if last else None
    if groups["same_month"]:
        return _same_month(groups["same_month_day"], found)
    if groups["tens"]:
        return Period(f"{groups['tens']}X")
    if groups["decade"]:
        return _decade(groups["century"], groups["ten"])
    return _calendar(match, found)


def _of_day(last: Period, *, later: bool) -> Period | None:
    """The day in force, or the one after it where it is a day."""
    if not later:
        return Period(last.last)
    try:
        return Period((date.fromisoformat(last.last) + timedelta(days=1)).isoformat())
    except (ValueError, OverflowError):
        return None


def _same_month(day: str | None, found: list[Time]) -> Period | None:
    month = next((one.period.last for one in reversed(found) if len(one.period.last) >= len("2018-03")), None)
    return _with_day(Period(month[: len("2018-03")]), day) if month else None


def _months_later(last: Period, months: int) -> Period | None:
    """The month so many months after the one in force; None where only a year is."""
    if len(last.last) < len("2018-03") or not last.last[:4].isdigit():
        return None
    years, month = divmod(int(last.last[5:7]) - 1 + months, 12)
    return Period(f"{int(last.last[:4]) + years}-{month + 1:02}")


def _calendar(match: re.Match[str], found: list[Time]) -> Period | None:
    """A year, month or day, the year named or in force."""
    groups = match.groupdict()
    year = _year(match, found[-1].period if found else None)
    if year is None:
        return None
    if groups["to_year"]:
        end = f"{str(year)[:2]}{groups['to_year'][1:]}"[-4:]  # 2022/23财年
        return Period(str(year), end if end > str(year) else None)
    month = groups["month"] or groups["bare_month"]
    if groups["bare_month"]:
        year = _year_of_months(match, found) or year
    first = groups["from_month"] or groups["bare_from"]
    if month and first and _value(first) < _value(month):
        return Period(f"{year}-{_value(first):02}", f"{year}-{_value(month):02}")
    if month:
        days = (groups["from_day"] or groups["bare_from_day"], groups["day"] or groups["bare_day"])
        return _with_days(Period(f"{year}-{_value(month):02}"), *days)
    return _part_of(year, groups["part"] or groups["loose_part"] or "")


def _year_of_months(match: re.Match[str], found: list[Time]) -> int | None:
    """The year that a bare month continues: that of the months told before, where a later year only looks back."""
    told = next((time for time in reversed(found) if len(time.period.last) >= 7), None)
    if told is None or re.search(r"[。！？\n]", match.string[found[-1].end : match.start()]) is None:
        return None
    return max(int(told.period.last[:4]), int(found[-1].period.last[:4].replace("X", "0")))


def _with_days(month: Period, first: str | None, last: str | None) -> Period:
    """A month with its day, or its days from the first to the last: 7月21—22日."""
    if first and last and _value(first) < _value(last):
        return Period(_with_day(month, first).start, _with_day(month, last).start)
    return _with_day(month, last)


def _with_day(period: Period, day: str | None) -> Period:
    return replace(period, start=f"{period.start}-{_value(day):02}") if day else period


def _year(match: re.Match[str], last: Period | None) -> int | None:
    """The year that is named, or that the one in force makes of a relative word."""
    groups = match.groupdict()
    if groups["year"]:
        return _digits(groups["year"])
    if groups["roc"]:
        return _year_of_republic(groups["roc"]) if "民国" in match.string else None
    if last is None or not last.last[:4].isdigit():
        return None
    later = _value(groups["later"]) if groups["later"] else 0
    return int(last.last[:4]) + later + (groups["next"] is not None) - (groups["last"] is not None)


def _year_of_republic(words: str) -> int | None:
    """民国114年 is 2025; a bare 114年度 counts so where the text has said 民国 anywhere."""
    year = 1912 if "元" in words else 1911 + _value(words.removeprefix("民国"))
    return year if year < _LAST_YEAR else None


def _decade(century: str | None, ten: str) -> Period:
    """20世纪90年代 is 199X; a decade without its century is the twentieth's."""
    hundreds = {"上": 19, "上个": 19, "本": 20, None: 19}.get(century)
    return Period(f"{_value(century or '') - 1 if hundreds is None else hundreds}{_value(ten) // 10}X")


def _part_of(year: int, part: str) -> Period:
    """Halves and quarters as the interval of their months."""
    if "上半年" in part:
        return Period(f"{year}-01", f"{year}-06")
    if "下半年" in part:
        return Period(f"{year}-07", f"{year}-12")
    if "个月" in part:
        return Period(f"{year}-01", f"{year}-{_value(part.removeprefix('年').removeprefix('前')):02}")
    if "季" in part:
        last = 3 * _value(part)
        first = 1 if part.startswith("前") else last - 2
        return Period(f"{year}-{first:02}", f"{year}-{last:02}")
    return Period(str(year))


def _digits(year: str) -> int:
    return int(
        "".join(
            str("〇一二三四五六七八九".index(char)) if char in "一二三四五六七八九〇" else char
            for char in re.sub("[零○]", "〇", year)[:4]
        )
    )


def _value(words: str) -> int:
    match = _NUMBER.search(words)
    numeral = read_numeral(match.group()) if match else None
    return int(numeral.low) if numeral else 0

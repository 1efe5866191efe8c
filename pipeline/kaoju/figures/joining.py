"""Amounts that belong together: the two ends of a range, a list whose unit stands at its end."""

from __future__ import annotations

import re
from decimal import Decimal

from kaoju.figures.amount import Amount
from kaoju.figures.numerals import Numeral

_TO = re.compile(r"(?:[（(]含[）)])?[ ]?(?:[—–\-~～〜－−]{1,2}|至|到)(?:多达)?[ ]?")
_OR = re.compile(r"[ ]?(?:、|和|与|及|以及|或|，)[ ]?")
_BECAME = re.compile(
    r"(?:逐步|进一步|大幅|迅速)?"
    r"(?:[上下提调增]?[增升涨提高加降减跌缩扩调移抬][长加高升至到为低少落大小]{0,2}|翻)[至到为]"
)
# 从5%到8% is a change, 从5%到8%不等 a range
_FROM = re.compile(r"[从由自](?:原先|原来|最初|当初|约|大约|原有)*的?$")
_VARYING = re.compile("(?:左右|以上)?(?:不等|之间|区间)")
_AND = re.compile("[ ]?[与和同及][ ]?")
_BETWEEN = re.compile("之?间(?!的?(?:差|区别|关系|比))")
# 五万元以上二十万元以下, as laws say it
_FLOOR = re.compile("以上(?:不满|未满|不足)?")
_CEILING = "以下"
# 上涨12.5美元至118美元, far apart, is a rise and where it ended; 增加3万元至5万元 is how large it was
_CHANGED = re.compile("(?:[升涨跌降减]|增加|减少|提高|降低|回落|缩减)了?$")
_FAR_APART = 3
_FAR = 8
# what the words between two numbers that share a unit begin with, and those of a range end with
JOINTS = frozenset("（(—–-~～〜－−至到、和与及以或，逐进大迅上提调增升涨加降减跌缩扩翻")
RANGE_ENDS = frozenset("—–-~～〜－−至到达")
# a bare number below this in a list of large amounts counts in the list's scale
_BARE = 1000
_HUNDRED = 100


def join(text: str, amounts: list[Amount]) -> list[Amount]:
    """Ranges as one amount each, and units handed back over lists; amounts that have no unit then are left out."""
    shared = _shared_units(text, _neighbours(text, amounts))
    return [amount for amount in _ranges(text, shared) if amount.kind is not None]


def _neighbours(text: str, amounts: list[Amount]) -> list[Amount]:
    """Two digits side by side with a mark between them, 三、四百亿元, as one rough amount."""
    done: list[Amount] = []
    for amount in amounts:
        unit = _next_digit(text, done[-1], amount) if done else None
        if unit is None:
            done.append(amount)
        else:
            digits = done[-1].numeral
            numeral = amount.numeral._replace(low=digits.low * unit, high=(digits.low + 1) * unit)
            done[-1] = amount._replace(start=done[-1].start, numeral=numeral)
    return done


def _next_digit(text: str, this: Amount, following: Amount) -> Decimal | None:
    """What each digit of 三、四百亿 or 十三、四亿 counts, where that is what the two amounts say."""
    if following.kind is None or this.kind is not None or this.numeral.arabic or following.numeral.arabic:
        return None
    digit = this.low % 10
    if text[this.end : following.start] != "、" or not 0 < digit < 9 or this.low >= _HUNDRED or this.low != this.high:
        return None
    unit = following.low / (digit + 1)
    power = following.low == following.high and unit > 0 and unit.normalize().as_tuple().digits == (1,)
    return unit if power else None


def _shared_units(text: str, amounts: list[Amount]) -> list[Amount]:
    """Units handed back over lists, ranges and changes, and on where they stand before the number.

    12、15和18亿美元; 由3亿增至5亿美元; 百分之五到十.
    """
    done = list(amounts)
    for index in range(len(done) - 2, -1, -1):
        this, following = done[index], done[index + 1]
        between = text[this.end : following.start]
        if len(between) > _FAR:
            continue
        open_ended = this.kind is None or _is_of_points(this, following)
        if open_ended and following.kind is not None and not following.led and _shares_unit(this, between):
            done[index] = _like(this, following)
        elif this.led and following.kind is None and _TO.fullmatch(between) and not _is_dated(text, following):
            done[index : index + 2] = _led_range(this, following)
    return done


def _is_of_points(this: Amount, following: Amount) -> bool:
    """Whether what is counted are the points that follow: 30个至35个百分点."""
    return this.unit == "个" and following.kind == "PERCENTAGE_POINT"


def _shares_unit(amount: Amount, between: str) -> bool:
    listed = amount.numeral.arabic or amount.numeral.scale > 1
    return bool(
        _TO.fullmatch(between)
        or _FLOOR.fullmatch(between)
        or (listed and _OR.fullmatch(between))
        or (amount.numeral.scale > 1 and _BECAME.fullmatch(between))
    )


def _is_dated(text: str, amount: Amount) -> bool:
    """Whether what follows makes the number a time or a page, not the end of a range."""
    return text[amount.end : amount.end + 1] in tuple("年月日号期页个")


def _led_range(this: Amount, following: Amount) -> list[Amount]:
    """百分之五到十, US$300–350 million: the unit stands before the first number, a scale after the last."""
    numeral = _scaled(this.numeral, following) if this.kind == "MONEY" else this.numeral
    return [this._replace(numeral=numeral), following._replace(kind=this.kind, unit=this.unit)]


def _like(amount: Amount, model: Amount) -> Amount:
    """The amount in the unit of another: 500—700亿美元."""
    return amount._replace(numeral=_scaled(amount.numeral, model), kind=model.kind, unit=model.unit)


def _scaled(numeral: Numeral, model: Amount) -> Numeral:
    """A number in the scale of the amount that follows, where it has none of its own."""
    scale = model.numeral.scale
    if model.kind in ("PERCENT", "PERCENTAGE_POINT"):
        return numeral.times(scale)
    if numeral.scale > 1:
        return numeral
    tail = model.numeral.tail
    if tail and not numeral.arabic and _near_digits(numeral.low, model.low / tail):
        return numeral.times(tail)
    return numeral.times(scale) if numeral.high <= model.high / scale or numeral.high < _BARE else numeral


def _near_digits(digit: Decimal, following: Decimal) -> bool:
    """两到三千 counts thousands; 一到九百 begins at one."""
    return digit == digit.to_integral() and 0 < digit < following <= digit + 2 and following < 10


def _ranges(text: str, amounts: list[Amount]) -> list[Amount]:
    done: list[Amount] = []
    for amount in amounts:
        before = done[-1] if done else None
        if before and _is_range(text, before, amount):
            numeral = before.numeral._replace(high=amount.high, scale=amount.numeral.scale)
            end = amount.end + len(_CEILING) * _has_ceiling(text, before, amount)
            done[-1] = before._replace(end=end, numeral=numeral, approx=amount.approx)
        else:
            done.append(amount)
    return done


def _is_range(text: str, before: Amount, after: Amount) -> bool:
    return (
        before.kind is not None
        and (before.kind, before.unit) == (after.kind, after.unit)
        and before.low == before.high
        and after.low == after.high
        and before.low < after.high
        and bool(
            _TO.fullmatch(text[before.end : after.start])
            or _is_between(text, before, after)
            or _is_from_floor(text, before, after)
        )
        and not _is_change(text, before, after)
    )


def _is_between(text: str, before: Amount, after: Amount) -> bool:
    """介于5%与8%之间."""
    return bool(_AND.fullmatch(text[before.end : after.start]) and _BETWEEN.match(text, after.end))


def _is_from_floor(text: str, before: Amount, after: Amount) -> bool:
    """五万元以上二十万元以下, 一千元以上不满五千元."""
    floor = _FLOOR.fullmatch(text, before.end, after.start)
    return bool(floor and (len(floor.group()) > len(_CEILING) or _has_ceiling(text, before, after)))


def _has_ceiling(text: str, before: Amount, after: Amount) -> bool:
    return text.startswith("以上", before.end) and text.startswith(_CEILING, after.end)


def _is_change(text: str, before: Amount, after: Amount) -> bool:
    # 由25%至29%上移到31%: the range that it was is what moved
    if text[before.end] not in "到至" or _VARYING.match(text, after.end) or _BECAME.match(text, after.end):
        return False
    led = text[max(0, before.start - 8) : before.start]
    # what is far apart may be a rate that rises by 5%至16%
    far = after.kind in ("MONEY", "QUANTITY") and after.high > _FAR_APART * before.low
    return bool(_FROM.search(led) or (far and _CHANGED.search(led)))

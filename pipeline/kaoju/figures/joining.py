"""Amounts that belong together: the two ends of a range, a list whose unit stands at its end."""

from __future__ import annotations

import re
from dataclasses import replace

from kaoju.figures.amounts import Amount

_TO = re.compile(r"[ ]?(?:[—–\-~～〜－−]{1,2}|至|到)(?:多达)?[ ]?")
_OR = re.compile(r"[ ]?(?:、|和|与|及|以及|或|，)[ ]?")
_BECAME = re.compile(
    r"(?:逐步|进一步|大幅|迅速)?"
    r"(?:[上提调增]?[增升涨提高加降减跌缩扩][长加高升至到为低少落大小]{0,2}|翻)[至到为]"
)
# 从5%到8% is a change, 从5%到8%不等 a range
_FROM = re.compile(r"[从由自](?:原先|原来|最初|当初|约|大约|原有)*的?$")
_VARYING = re.compile("(?:左右|以上)?(?:不等|之间|区间)")
_FAR = 8
# a bare number below this in a list of large amounts counts in the list's scale
_BARE = 1000


def join(text: str, amounts: list[Amount]) -> list[Amount]:
    """Ranges as one amount each, and units handed back over lists; amounts that have no unit then are left out."""
    return [amount for amount in _ranges(text, _shared_units(text, amounts)) if amount.kind is not None]


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
        if this.kind is None and following.kind is not None and _shares_unit(this, between):
            done[index] = _like(this, following)
        elif this.kind == "PERCENT" and following.kind is None and _TO.fullmatch(between) and _is_led(text, this):
            done[index + 1] = replace(following, kind=this.kind, unit=this.unit)
    return done


def _shares_unit(amount: Amount, between: str) -> bool:
    listed = amount.numeral.arabic or amount.numeral.scale > 1
    return bool(
        _TO.fullmatch(between)
        or (listed and _OR.fullmatch(between))
        or (amount.numeral.scale > 1 and _BECAME.fullmatch(between))
    )


def _is_led(text: str, amount: Amount) -> bool:
    """Whether the unit stands before the number: 百分之八十."""
    return text.startswith("百分之", amount.start)


def _like(amount: Amount, model: Amount) -> Amount:
    """The amount in the unit of another, and in its scale where it has none of its own: 500—700亿美元."""
    numeral, scale = amount.numeral, model.numeral.scale
    tenths = model.kind in ("PERCENT", "PERCENTAGE_POINT")
    if tenths or (numeral.scale == 1 and scale > 1 and (numeral.high <= model.high / scale or numeral.high < _BARE)):
        numeral = numeral.times(scale)
    return replace(amount, numeral=numeral, kind=model.kind, unit=model.unit)


def _ranges(text: str, amounts: list[Amount]) -> list[Amount]:
    done: list[Amount] = []
    for amount in amounts:
        before = done[-1] if done else None
        if before and _is_range(text, before, amount):
            numeral = replace(before.numeral, high=amount.high, scale=amount.numeral.scale)
            done[-1] = replace(before, end=amount.end, numeral=numeral, approx=amount.approx)
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
        and bool(_TO.fullmatch(text[before.end : after.start]))
        and not _is_change(text, before, after)
    )


def _is_change(text: str, before: Amount, after: Amount) -> bool:
    led = _FROM.search(text, max(0, before.start - 8), before.start)
    return bool(led and text[before.end] in "到至" and not _VARYING.match(text, after.end))

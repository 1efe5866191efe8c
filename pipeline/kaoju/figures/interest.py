"""Rates of interest in 厘 and 分, as bonds were quoted and Hong Kong still does: 年息七厘, 月息二分, 四厘半公债.

A 厘 is one in a hundred a year and one in a thousand a month; ten of them are a 分.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaoju.figures.amount import Amount
from kaoju.figures.numerals import Numeral, digit

_HALF = Decimal("0.5")
_TENTH = Decimal("0.1")
_DIGIT = "[一二两三四五六七八九十]"
_NUMBER = rf"(?:(?<![0-9.])[0-9]{{1,2}}(?:\.[0-9]+)?|(?<!{_DIGIT}){_DIGIT})"
_RATE = re.compile(
    rf"(?:(?P<fen>{_NUMBER})分)?(?P<li>{_NUMBER})厘(?P<half>半)?(?![米清定金卡正剔])"
    rf"|(?P<alone>{_NUMBER})分(?P<alone_half>半)?(?=[，。；、）的者至到]|(?:利息|以[上下])|$)"
)
# most texts have no such rates, and are not searched for numbers once more
_SPOKEN_OF = re.compile("厘(?!米|清|定|升)|[年月周](?:息|利率|利)")
_FEN_BY_NAME = re.compile("(?:[年月周][息利]|[年月]利率)[^，。；0-9一二三四五六七八九]{0,3}$")
_BY_NAME = re.compile("(?:(?<![消信休])息|利率|[年月周]利|收益率|按揭)[^。；]{0,20}$")
_OF_INTEREST = re.compile("的?(?:[年周月]?(?:利?息|利率|股息|官利)|公债|债券|国库券|借款|库券)")
_CHANGED = re.compile("(?:[加减降]息[^，。；]{0,4}|(?:[上下]调|调[高低]|[加减升降])了?)$")
_MONTHLY = re.compile("月(?:利率|[息利])[^。；年]*$")
_REACH = 24


def interest(text: str) -> Iterator[Amount]:
    """The rates of a text that are quoted in 厘 and 分, as percentages; what a rate rose by, as percentage points."""
    for match in _RATE.finditer(text) if _SPOKEN_OF.search(text) else ():
        before = text[max(0, match.start() - _REACH) : match.start()]
        if _is_rate(text, before, match):
            value = _value(match) * (_TENTH if _MONTHLY.search(before) else 1)
            numeral = Numeral(value, value)
            if _CHANGED.search(before):
                yield Amount(*match.span(), numeral, "PERCENTAGE_POINT", "pp")
            else:
                yield Amount(*match.span(), numeral, "PERCENT", "%")


def _is_rate(text: str, before: str, match: re.Match[str]) -> bool:
    if match["alone"]:
        return bool(_FEN_BY_NAME.search(before))
    return bool(_BY_NAME.search(before) or _OF_INTEREST.match(text, match.end()))


def _value(match: re.Match[str]) -> Decimal:
    """In 厘: 一分二厘 is 12, 四厘半 4.5."""
    tens, ones = match["fen"] or match["alone"], match["li"]
    half = _HALF if match["half"] else 10 * _HALF if match["alone_half"] else 0
    return 10 * _number(tens) + _number(ones) + half


def _number(said: str | None) -> Decimal:
    return Decimal(0) if said is None else Decimal(digit(said)) if len(said) == 1 else Decimal(said)

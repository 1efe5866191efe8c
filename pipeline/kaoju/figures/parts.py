"""Money that counted in twelves and twenties, or weighed its parts: 3先令2便士, 1镑4先令, 银7钱1分5厘.

A pound had twenty shillings of twelve pence until 15 February 1971; a tael has ten 钱, a hundred 分, a thousand 厘.
"""

from __future__ import annotations

import re
from decimal import Decimal

from kaoju.figures.numerals import read_numeral

# 240 pence: what shillings and pence are counted in here, so that sums are exact
POUND, SHILLING = Decimal(240), Decimal(12)
_HALF = Decimal("0.5")
_NUMBER = r"(?:[0-9]{1,2}(?:\.[0-9]+)?|[一二两三四五六七八九十]{1,3})"
_OLD = re.compile(rf"镑[又零]?{_NUMBER}先令|先令[又零]?{_NUMBER}便士")
# elsewhere a shilling is money of its own
_ELSEWHERE = re.compile("肯尼亚|肯亚|乌干达|坦桑尼亚|坦尚尼亚|索马里|索马利亚|东非|奥地利")
_SHILLINGS = re.compile(rf"[又零]?(?P<number>{_NUMBER})先令")
_PENCE = re.compile(rf"(?:[又零]?(?P<number>{_NUMBER})便士)?(?P<half>(?<=[士令])半)?")
_WEIGHTS = {"qian": Decimal("0.1"), "fen": Decimal("0.01"), "li": Decimal("0.001")}
_OF_A_TAEL = re.compile(
    rf"(?:零?(?P<qian>{_NUMBER})钱)?(?:零?(?P<fen>(?<=[两钱零]){_NUMBER})分)?(?:零?(?P<li>(?<=[分钱零]){_NUMBER})厘)?"
)


def is_old_sterling(text: str) -> bool:
    """Whether a text counts shillings and pence together, which only the pound had, or shillings beside pounds and no
    country that has shillings of its own.

    >>> is_old_sterling("跌到3先令2便士"), is_old_sterling("每公斤80先令")
    (True, False)
    """
    if "先令" not in text:
        return False
    return bool(_OLD.search(text)) or ("英镑" in text and not _ELSEWHERE.search(text))


def shillings(text: str, at: int) -> tuple[int, Decimal]:
    """Where the shillings and pence after whole pounds end, and what they add in pounds.

    >>> shillings("1镑4先令", 2)
    (5, Decimal('0.2'))
    """
    match = _SHILLINGS.match(text, at)
    if match is None:
        return pence(text, at)
    end, small = pence(text, match.end())
    return end, _said(match["number"]) * SHILLING / POUND + small


def pence(text: str, at: int) -> tuple[int, Decimal]:
    """Where the pence after whole shillings or pence end, and what they add in pounds: 9便士半, 半."""
    match = _PENCE.match(text, at)
    if match is None or match.end() == at:
        return at, Decimal(0)
    number = _said(match["number"]) if match["number"] else Decimal(0)
    # 1先令半 is half a shilling more, 2便士半 half a penny
    half = (_HALF if match["number"] or text[at - 1] == "士" else _HALF * SHILLING) if match["half"] else Decimal(0)
    return match.end(), (number + half) / POUND


def weights(text: str, at: int) -> tuple[int, Decimal]:
    """Where the 钱, 分 and 厘 of silver that begin at a place end, and what they add in taels.

    >>> weights("7钱1分5厘", 0)
    (6, Decimal('0.715'))
    """
    match = _OF_A_TAEL.match(text, at)
    if match is None:
        return at, Decimal(0)
    said = ((match[name], worth) for name, worth in _WEIGHTS.items())
    return match.end(), sum((_said(number) * worth for number, worth in said if number), Decimal(0))


def _said(number: str) -> Decimal:
    numeral = read_numeral(number)
    return numeral.low if numeral else Decimal(0)

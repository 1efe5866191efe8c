"""Small money: what follows the whole units (三元五角, 两美元又三美分) and what stands alone (五毛钱, 3美分)."""

from __future__ import annotations

import re
from decimal import Decimal

from kaoju.figures.numerals import DIGITS, digit

TENTH = Decimal("0.1")
HUNDREDTH = Decimal("0.01")
PENNY = "便士"
# hundredths of a currency that have a name of their own
CENTS = {"美分": "USD", "欧分": "EUR", PENNY: "GBP", "港仙": "HKD", "戈比": "RUB", "皮阿斯特": "EGP", "日本銭": "JPY"}

_DIGIT = f"[{''.join(DIGITS).translate({ord('零'): None, ord('〇'): None})}1-9]"
_ALONE = rf"(?P<rest>{_DIGIT})(?![0-9{''.join(DIGITS)}十百千万亿个块角毛分成倍点.%年月日])"
_WHOLE = r"(?:钱|[整正](?=[，。；、）)\s]|$))?"
_CHANGE = re.compile(
    rf"(?:零?(?P<jiao>{_DIGIT})[角毛])?(?:零?(?P<fen>{_DIGIT})分(?![之别钟])|(?<=[角毛块]){_ALONE})?{_WHOLE}"
)
_CENTS = re.compile(rf"[又零]?(?P<cents>[1-9]?[0-9]|{_DIGIT}?十?{_DIGIT})(?P<name>{'|'.join(CENTS)})")


def change(text: str, at: int) -> tuple[int, Decimal]:
    """Where the small money after 元, 块, 角 or 毛 ends, and what it adds in 元.

    >>> change("三块五毛", 2)
    (4, Decimal('0.5'))
    """
    match = _CHANGE.match(text, at)
    if match is None:
        return at, Decimal(0)
    rest = HUNDREDTH if match["jiao"] or text[at - 1] in "角毛" else TENTH
    worth = {"jiao": TENTH, "fen": HUNDREDTH, "rest": rest}
    return match.end(), sum((digit(match[name]) * worth[name] for name in worth if match[name]), Decimal(0))


def cents(text: str, at: int, code: str) -> tuple[int, Decimal]:
    """Where the cents after an amount of a currency end, and what they add: 两美元又三美分."""
    match = _CENTS.match(text, at)
    if match is None or CENTS[match["name"]] != code:
        return at, Decimal(0)
    return match.end(), HUNDREDTH * _below_hundred(match["cents"])


def _below_hundred(number: str) -> int:
    if number.isdecimal():
        return int(number)
    tens, ten, ones = number.rpartition("十")
    return (digit(tens or "一") * 10 if ten else 0) + (digit(ones) if ones else 0)

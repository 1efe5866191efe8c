"""The signs that number notes, 12, ⑫, ⑿, ¹², 十二, 一二, and the forms in which they are set."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal

Form = Literal[
    "pandoc",
    "square",
    "circled",
    "bracketed",
    "tortoise",
    "signed",
    "annotated",
    "bare",
    "superscript",
    "dotted",
    "enclosed",
    "spaced",
    "glued",
    "fused",
    "inline",
]
# bare numbers: 1. Smith; (1) Smith; 1 Smith; 1Smith
NUMBERS: frozenset[Form] = frozenset({"dotted", "enclosed", "spaced", "glued"})
# these also count off points
COUNTING: frozenset[Form] = frozenset({"circled", "bracketed"})
# their brackets are taken for one another by OCR
_IN_BRACKETS: frozenset[Form] = frozenset({"square", "tortoise", "enclosed"})

# ranges for a class of a pattern
CIRCLED = "①-⑳㉑-㉟㊱-㊿"
BRACKETED = "⑴-⒇"
SUPERSCRIPT = "⁰¹²³⁴-⁹"
# a number in words, or said digit by digit, and any number
NUMERAL = "(?>[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九][〇○一二三四五六七八九]{0,2})"
NUMBER = rf"(?:\d{{1,4}}|[{CIRCLED}]|{NUMERAL})"

_CIRCLES = [chr(code) for first, last in ("①⑳", "㉑㉟", "㊱㊿") for code in range(ord(first), ord(last) + 1)]
_BRACKETS = [chr(code) for code in range(ord("⑴"), ord("⒇") + 1)]
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
DIGITS = "〇一二三四五六七八九"


def _digit_by_digit(number: int) -> str:
    """``21`` is ``二一``."""
    return "".join(DIGITS[int(digit)] for digit in str(number))


def _in_words(number: int) -> str:
    """``21`` is ``二十一``; below a hundred."""
    tens, ones = divmod(number, 10)
    return DIGITS[tens] * (tens > 1) + "十" * (tens > 0) + DIGITS[ones] * (ones > 0)


_NUMBERS = {_digit_by_digit(number): str(number) for number in range(1, 1000)}
_NUMBERS |= {_in_words(number): str(number) for number in range(1, 100)}


@lru_cache(maxsize=1 << 12)
def same_label(label: str) -> str:
    """The number behind a label in digits: ``①``, ``⑴``, ``一`` and ``1`` are the same to a reader.

    >>> [same_label(label) for label in ("⑫", "⑿", "十二", "一二", "12")]
    ['12', '12', '12', '12', '12']
    """
    plain = unicodedata.normalize("NFKC", label).strip(" ()")
    return _NUMBERS.get(plain.replace("○", "〇"), plain)


def is_kin(one: Form, other: Form) -> bool:
    """Whether labels of two forms may be of one list: the same, or brackets that OCR has taken for others."""
    return one == other or {one, other} <= _IN_BRACKETS


def is_in_words(label: str) -> bool:
    """Whether a label is a number in words: 十二, 一二."""
    return label.replace("○", "〇") in _NUMBERS


def raised(number: int) -> str:
    """``12`` is ``¹²``."""
    return str(number).translate(_RAISED)


def printed_like(label: str, number: int) -> tuple[str, ...]:
    """How a number is printed beside a label: in the same signs, or in none where these do not reach it.

    >>> printed_like("③", 21), printed_like("三", 12), printed_like("3", 12)
    (('㉑',), ('一二', '十二'), ('12', '¹²'))
    """
    for row in (_CIRCLES, _BRACKETS):
        if label in row:
            return tuple(row[number - 1 : number])
    if label.isascii():
        return str(number), raised(number)
    return _digit_by_digit(number), *([_in_words(number)] if number < 100 else [])

"""Shares and multiples that are words of their own: 一半, 过半, 翻一番, 减半, 1/3的, 十之六七."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaoju.figures.amount import Amount
from kaoju.figures.numerals import Numeral, digit

_TEN, _HUNDRED = Decimal(10), Decimal(100)
_ADDRESS = re.compile(r"(?:https?://|www\.|doi:)[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”]+")
_DIGIT = "[一二三四五六七八九]"
# patterns begin with a set of characters, so that a search leaps from one to the next
_HALF = re.compile(
    r"[一对半过逾超近](?:(?<=一)半(?!导体)|(?<=打对)折|(?<=半)折|(?<=半)(?<!大半)数|(?<=[占超]半)(?=[，。；、的数以])"
    r"|(?:(?P<more>(?<=过)(?<![不经通]过)半|(?<=[逾超])半)|(?P<near>(?<=近)(?<![附最临靠亲远邻接]近)半))"
    r"(?!导|小时|天|年|月|个|百|途|载|世纪|岛|径|决|价|熟|数|生))"
)
_DOUBLED = re.compile(
    r"翻了?(?:将?近|约|超过|整整|至少)?(?:(?P<times>[一二两三四五六七八九十1-9])(?:(?P<half>番半)|番)|(?P<bare>番|倍))(?!译)"
)
_SLASHED = re.compile(
    r"(?P<part>[1-9])(?<![0-9/.][1-9])/(?P<whole>[2-9]|10)(?![0-9/.年月日])(?=的|以上|以下|左右|多|强|弱|[，。；、）]|\Z)"
)
# 租佃者十之六七; 十之八九 is mostly 大概
_OF_TEN = re.compile(rf"十(?<!{_DIGIT}十)之(?!八九)(?P<low>{_DIGIT})(?P<high>{_DIGIT})?")
_HALVED = re.compile("减半(?!导|[至到为])")


def worded(text: str) -> Iterator[Amount]:
    """Shares and multiples that are words of their own, 一半, 过半, 翻一番, 1/3的; addresses, that hold no figure."""
    for match in _ADDRESS.finditer(text):
        yield Amount(*match.span(), _exactly(0))
    for match in _HALF.finditer(text):
        yield Amount(
            *match.span(), _exactly(50), "PERCENT", "%", "over" if match["more"] else "about" if match["near"] else None
        )
    for match in _DOUBLED.finditer(text):
        times = 1 if match["bare"] else digit(match["times"])
        yield Amount(*match.span(), _exactly(Decimal(2) ** times), "MULTIPLE", "x")
    for match in _HALVED.finditer(text):
        yield Amount(*match.span(), _exactly(Decimal("0.5")), "MULTIPLE", "x")
    for match in _SLASHED.finditer(text):
        if int(match["part"]) < int(match["whole"]):
            share = _HUNDRED * int(match["part"]) / int(match["whole"])
            yield Amount(*match.span(), _exactly(share), "PERCENT", "%")
    for match in _OF_TEN.finditer(text):
        low, high = (_TEN * digit(match[end] or match["low"]) for end in ("low", "high"))
        yield Amount(*match.span(), Numeral(low, high), "PERCENT", "%")


def _exactly(value: int | Decimal) -> Numeral:
    return Numeral(Decimal(value), Decimal(value))

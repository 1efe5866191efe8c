"""Numbers with their units: what stands right before and after a numeral makes it money, a share, a multiple."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache

from kaoju.figures.amount import Amount
from kaoju.figures.cells import cells
from kaoju.figures.currencies import Currencies, name_before, name_ends, names, sign_before, sign_ends, signs
from kaoju.figures.interest import interest
from kaoju.figures.joining import JOINTS, RANGE_ENDS
from kaoju.figures.numerals import BIG, FIRST, LATIN, NUMERAL, longest_suffix, read_numeral
from kaoju.figures.units import unit_starts, units_pattern, with_unit
from kaoju.figures.worded import worded

_NUMERAL = re.compile(NUMERAL)
_FIRST = re.compile(FIRST)
_HUNDRED = Decimal(100)
_MYRIAD = BIG["万"]
_REACH = 10
# tables say the same few units over and over
_REMEMBERED = 256
# 31.4GW/66.9GWh are two
_NOT_A_NUMBER = re.compile(r"(?:第|百分|[A-Za-z]|(?<!illion)(?<=[A-Za-z])[-–]|[A-Za-z](?<![kMG]W)/)$")
# letters that are no scale without a sign before the number: $300m, 300m
_AFTER_A_SIGN = re.compile("(?:(?P<million>m)|(?P<billion>[bB]))(?![A-Za-z0-9])")
# a thing is not counted below zero
_BELOW_ZERO = ("MONEY", "PERCENT", "PERCENTAGE_POINT")
_EITHER = re.compile("(?:±|正负)$")
_HEADING = re.compile("(?:单位(?:为|[:：])|[（(以按])$")
_AFTER_HEADING = {"单": "，。；、）)|\n", "（": "）", "(": ")", "以": "计为", "按": "计"}
_NEGATIVE = re.compile(
    r"(?:(?<![担胜肩抱欠背辜自正])负|(?:(?<![^\s（(，。；：、|为是至到从由降率速幅值额量数达长约近比年月季度])[-−]))$"
)


def amounts(text: str, currencies: Currencies) -> list[Amount]:
    """The numbers of a normalised text in their order: those with a unit, and those that may share one."""
    found = [*worded(text), *interest(text), *cells(text, _one), *_numbers(text, currencies)]
    found.sort(key=lambda amount: (amount.start, -amount.end))
    kept: list[Amount] = []
    end = 0
    for amount in found:
        if amount.start >= end:
            kept.append(amount)
            end = amount.end
    return kept


@lru_cache(_REMEMBERED)
def _one(unit: str) -> Amount | None:
    """The unit that a table says as an amount of one: 亿美元, 新台币亿元, %."""
    name = _name_first().match(unit)
    said = unit[: name.end()] + "1" + unit[name.end() :] if name else "1" + unit
    read = next(_numbers(said, Currencies(said)), None)
    return read if read and read.kind and read.end - read.start == len(said) else None


@cache
def _name_first() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(map(re.escape, sorted(names(), key=len, reverse=True)))})(?=.)")


def _numbers(text: str, currencies: Currencies) -> Iterator[Amount]:
    at, before, links, starts, units = 0, _before(), JOINTS | {"分"}, unit_starts(), units_pattern()
    while first := _FIRST.search(text, at):
        match = _NUMERAL.match(text, first.start())
        if match is None:
            at = first.end()
            continue
        start, at = match.span()
        following = text[at : at + 1]
        unit = units.match(text, at) if following in starts else None
        # what stands around most numbers, years above all, tells at once that they are no figures
        if unit or following in links or text[max(0, start - 2) : start].rstrip(" ")[-1:] in before:
            amount = _read(text, match, unit, currencies)
            if amount:
                at = max(at, amount.end)
                yield amount


@cache
def _before() -> frozenset[str]:
    """The characters that end the sign or the name of a currency, or what joins a number to one that has it."""
    return sign_ends() | name_ends() | RANGE_ENDS


def _read(text: str, match: re.Match[str], unit: re.Match[str] | None, currencies: Currencies) -> Amount | None:
    start, end = match.span()
    numeral = read_numeral(match.group())
    if numeral is None:
        suffix = longest_suffix(match.group())
        if suffix is None:
            return None
        start, numeral = start + suffix[0], suffix[1]
    if text.startswith("分之", end):
        return _fraction(text, Amount(start, end, numeral))
    amount = Amount(start, end, numeral, approx=numeral.approx)
    before = text[max(0, start - _REACH) : start]
    signed = _signed(text, before, amount, unit, currencies)
    if signed or _NOT_A_NUMBER.search(text, max(0, start - 2), start):
        return signed
    read = with_unit(text, before, amount, unit, currencies)
    if numeral.bare and _is_heading(text, read):
        return None
    return _below_zero(text, _named(text, before, read, currencies))


def _is_heading(text: str, amount: Amount) -> bool:
    """Whether scales alone name the unit of a table: 单位：亿元, 出口额（亿美元）, 以亿元计."""
    before = _HEADING.search(text, max(0, amount.start - _REACH), amount.start)
    return bool(before and text[amount.end : amount.end + 1] in _AFTER_HEADING[before.group()[0]])


def _below_zero(text: str, amount: Amount) -> Amount:
    """-3.2%, 负5亿元, ±3%; a dash between two numbers is none."""
    if amount.kind in _BELOW_ZERO and (either := _EITHER.search(text, max(0, amount.start - 2), amount.start)):
        return amount._replace(start=either.start(), numeral=amount.numeral._replace(low=-amount.high))
    if text[amount.start - 1 : amount.start] not in ("-", "−", "负") or amount.kind not in _BELOW_ZERO:
        return amount
    if not _NEGATIVE.search(text, max(0, amount.start - 2), amount.start):
        return amount
    return amount._replace(start=amount.start - 1, numeral=amount.numeral.negated())


def _fraction(text: str, whole: Amount) -> Amount | None:
    """百分之十五, 三分之二, 万分之五: all as shares of a hundred."""
    at = whole.end + 2
    negative = text.startswith("负", at)
    match = _NUMERAL.match(text, at + negative)
    part = read_numeral(match.group()) if match else None
    if match is None or part is None or not whole.low or text.startswith("决赛", match.end()):
        return whole
    share = part._replace(low=_HUNDRED * part.low / whole.low, high=_HUNDRED * part.high / whole.low)
    if negative:
        share = share.negated()
    return _below_zero(text, Amount(whole.start, match.end(), share, "PERCENT", "%", part.approx, led=True))


def _named(text: str, before: str, amount: Amount, currencies: Currencies) -> Amount:
    """An amount whose currency stands before it, where no unit follows: 人民币12.5亿."""
    if amount.kind is not None or amount.numeral.scale < _MYRIAD or text.startswith("级", amount.end):
        return amount
    name = name_before(before)
    if name is None:
        return amount
    start, code = amount.start - (len(before) - name.start()), currencies.code(name["name"], amount.start)
    return amount._replace(start=start, kind="MONEY", unit=code, led=True)


def _signed(
    text: str, before: str, amount: Amount, unit: re.Match[str] | None, currencies: Currencies
) -> Amount | None:
    """An amount with a sign or code before it: ``US$350 million``, ``NT$2,300亿元``."""
    sign = sign_before(before)
    if sign is None or amount.numeral.bare:
        return None
    if letter := _AFTER_A_SIGN.match(text, amount.end):
        scale = Decimal(LATIN[letter.lastgroup or ""])
        amount, unit = amount._replace(end=letter.end(), numeral=amount.numeral.times(scale)), None
    rest = with_unit(text, "", amount, unit, currencies)
    end = rest.end if rest.kind == "MONEY" else amount.end
    start = amount.start - (len(before) - sign.start())
    return rest._replace(start=start, end=end, kind="MONEY", unit=signs()[sign["sign"]], led=end == amount.end)

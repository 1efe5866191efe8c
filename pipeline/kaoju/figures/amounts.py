"""Numbers with their units: what stands right before and after a numeral makes it money, a share, a multiple."""

from __future__ import annotations

import re
from collections.abc import Iterator
from csv import DictReader
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from kaoju.figures.currencies import Currencies, names, signs
from kaoju.figures.numerals import DIGITS, NUMERAL, Numeral, longest_suffix, read_numeral

if TYPE_CHECKING:
    from kaoju.annotations import Approx, FigureKind

_NUMERAL = re.compile(NUMERAL)
_HUNDRED = Decimal(100)
_DIGIT = "[一二两三四五六七八九1-9]"
_NOT_A_NUMBER = re.compile(r"(?:第|百分|[A-Za-z][-–]?|[A-Za-z]/)$")
# a rank, not a count: 前10名
_RANK = re.compile(r"(?:第|前|名列|位列|位居|排名|排在)$")
_HALF = re.compile(
    r"一半(?!导体)|(?<!大)半数|(?<=[占超])半(?=[，。；、的数以])"
    r"|(?P<more>(?<![不经通])过半|逾半|超半)(?!导|小时|天|年|月|个|百|途|载|岛|径|决|价|熟|数|生)"
)
_DOUBLED = re.compile(
    r"翻了?(?:将?近|约|超过|整整|至少)?(?:(?P<times>[一二两三四五六七八九十1-9])(?:(?P<half>番半)|番)|(?P<bare>番|倍))(?!译)"
)
_SLASHED = re.compile(
    r"(?<![0-9/.])(?P<part>[1-9])/(?P<whole>[2-9]|10)(?![0-9/.年月日])(?=的|以上|以下|左右|多|强|弱|[，。；、）])"
)
_POINTS = r"个?百分点|个?基点|个?bps?(?![A-Za-z])|pct(?![A-Za-z])"
_TENTHS = (
    rf"成(?:半|(?P<tenth>{_DIGIT})(?![成倍十百千万亿个年月日]))?"
    r"(?!员(?!工)|为[^止]|立|本(?![地国土])|果|功|就|因|[不未]变|套|都|熟|型|体|语|绩|品|名|长|交|效|见|年(?!轻)|份|书|行|灾|章|仁|全)"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and what it is a number of; ``kind`` is None where no unit follows."""

    start: int
    end: int
    numeral: Numeral
    kind: FigureKind | None = None
    unit: str = ""
    approx: Approx | None = None

    @property
    def low(self) -> Decimal:
        """The lower end."""
        return self.numeral.low

    @property
    def high(self) -> Decimal:
        """The upper end; the lower one where the number is exact."""
        return self.numeral.high


def amounts(text: str, currencies: Currencies) -> list[Amount]:
    """The numbers of a normalised text in their order, those without a unit among them, for ranges and lists."""
    found = [*_fixed(text), *_numbers(text, currencies)]
    found.sort(key=lambda amount: (amount.start, -amount.end))
    kept: list[Amount] = []
    for amount in found:
        if not kept or amount.start >= kept[-1].end:
            kept.append(amount)
    return kept


def _fixed(text: str) -> Iterator[Amount]:
    """Shares and multiples that are words of their own: 一半, 过半, 翻一番, 1/3的."""
    for match in _HALF.finditer(text):
        yield Amount(*match.span(), _exactly(50), "PERCENT", "%", "over" if match["more"] else None)
    for match in _DOUBLED.finditer(text):
        times = 1 if match["bare"] else _ten(match["times"])
        yield Amount(*match.span(), _exactly(Decimal(2) ** times), "MULTIPLE", "x")
    for match in _SLASHED.finditer(text):
        if int(match["part"]) < int(match["whole"]):
            share = _HUNDRED * int(match["part"]) / int(match["whole"])
            yield Amount(*match.span(), _exactly(share), "PERCENT", "%")


def _ten(digit: str) -> int:
    return 10 if digit == "十" else DIGITS.get(digit) or int(digit)


def _exactly(value: int | Decimal) -> Numeral:
    return Numeral(Decimal(value), Decimal(value))


def _numbers(text: str, currencies: Currencies) -> Iterator[Amount]:
    at = 0
    while match := _NUMERAL.search(text, at):
        amount = _read(text, match, currencies)
        at = max(match.end(), amount.end if amount else 0)
        if amount:
            yield amount


def _read(text: str, match: re.Match[str], currencies: Currencies) -> Amount | None:
    start, end = match.span()
    numeral = read_numeral(match.group())
    if numeral is None:
        suffix = longest_suffix(match.group())
        if suffix is None:
            return None
        start, numeral = start + suffix[0], suffix[1]
    if text.startswith("分之", end):
        return _fraction(text, start, end, numeral)
    amount = Amount(start, end, numeral, approx=numeral.approx)
    before = text[max(0, start - 8) : start]
    return _signed(text, before, amount, currencies) or (
        None if _NOT_A_NUMBER.search(before) else _with_unit(text, before, amount, currencies)
    )


def _fraction(text: str, start: int, end: int, whole: Numeral) -> Amount | None:
    """百分之十五, 三分之二, 万分之五: all as shares of a hundred."""
    match = _NUMERAL.match(text, end + 2)
    part = read_numeral(match.group()) if match else None
    if match is None or part is None or not whole.low:
        return Amount(start, end, whole)
    share = replace(part, low=_HUNDRED * part.low / whole.low, high=_HUNDRED * part.high / whole.low)
    return Amount(start, match.end(), share, "PERCENT", "%", part.approx)


@cache
def _sign() -> re.Pattern[str]:
    words = sorted(map(re.escape, signs()), key=len, reverse=True)
    return re.compile(rf"(?<![A-Za-z])(?P<sign>{'|'.join(words)}) ?$")


@cache
def _prefix() -> re.Pattern[str]:
    return re.compile(r"(?P<name>人民币|新台币|台币|港币|澳门币|美金|日币|欧元|美元)[ 约近达]{0,2}$")


def _signed(text: str, before: str, amount: Amount, currencies: Currencies) -> Amount | None:
    """An amount with a sign or code before it: ``US$350 million``, ``NT$2,300亿元``."""
    sign = _sign().search(before)
    if sign is None or (sign["sign"] == "$" and re.search(r"[A-Z]$", before[: sign.start()])):
        return None
    rest = _with_unit(text, "", amount, currencies)
    end = rest.end if rest.kind == "MONEY" else amount.end
    start = amount.start - (len(before) - sign.start())
    return replace(rest, start=start, end=end, kind="MONEY", unit=signs()[sign["sign"]])


@cache
def _units() -> re.Pattern[str]:
    """Every unit after a number, longest first within its kind, each kind a group."""
    money = "|".join(sorted((re.escape(name) for name in names()), key=len, reverse=True))
    measures = "|".join(sorted(map(re.escape, _counted("measure")), key=len, reverse=True))
    counters = "|".join(sorted(map(re.escape, _counted("counter")), key=len, reverse=True))
    return re.compile(
        rf"""(?P<rough>[多余来几](?=[^0-9]))?[ ]?(?:
        (?P<percent>%|％|[ ]?per[ ]?cent(?![A-Za-z]))|(?P<permille>‰)
        |(?P<half_points>个半(?:百分点|基点))|(?P<points>{_POINTS})
        |(?P<tenths>{_TENTHS})
        |(?P<times>倍(?P<half_more>半)?(?!数|增|频|[率速])|-?fold(?![A-Za-z]))
        |(?P<money>{money})(?!化)
        |(?P<measure>{measures})(?![A-Za-z])
        |(?P<yuan>元(?![首素旦年月老帅件器组宇朝代曲勋凶气音谋史论化性])|圆(?!桌|形|满|周))
        |(?P<counter>{counters})
        )""",
        re.VERBOSE,
    )


@cache
def _counted(sort: str) -> list[str]:
    with (resources.files("kaoju.figures") / "units.tsv").open(encoding="utf-8") as file:
        return [row["unit"] for row in DictReader(file, delimiter="\t") if row["sort"] == sort]


_SMALL_CHANGE = re.compile(rf"(?:零?(?P<jiao>{_DIGIT})角)?(?:零?(?P<fen>{_DIGIT})分(?!之|别))?")
# counts of time, parts of a text and turns of speech are no counted units
_NOT_COUNTED = re.compile(
    r"个(?:百分点|基点|多?月|小时|季度|世纪|星期|工作日|交易日|年头|财年|学年|年度)|位(?:数|置|于|居)|名(?:义|列)|条(?:第|约)"
    r"|[级届期年月日周岁代]|人(?:均|口普查)|项(?:第)|家(?:庭暴)|次(?:会议|全会|工业)|名单|点|台湾|口气|队伍|股(?:东|份|市|权)|手(?:段|机)"
)
_GRADE = re.compile("级")


def _with_unit(text: str, before: str, amount: Amount, currencies: Currencies) -> Amount:
    match = _units().match(text, amount.end)
    if match is None:
        return amount
    if match["rough"]:
        amount = replace(amount, approx="about" if match["rough"] == "来" else "over")
    kind = next(name for name in _READERS if match[name] is not None)
    return _READERS[kind](text, before, amount, match, currencies) or replace(amount, approx=amount.numeral.approx)


def _percent(text: str, before: str, amount: Amount, match: re.Match[str], _: Currencies) -> Amount:
    numeral = amount.numeral.times(Decimal("0.1")) if match["permille"] else amount.numeral
    return replace(amount, end=match.end(), numeral=numeral, kind="PERCENT", unit="%")


def _percentage_point(text: str, before: str, amount: Amount, match: re.Match[str], _: Currencies) -> Amount:
    numeral = amount.numeral
    if match["half_points"]:
        numeral = replace(numeral, low=numeral.low + Decimal("0.5"), high=numeral.high + Decimal("0.5"))
    if "基" in match.group() or "bp" in match.group():
        numeral = numeral.times(Decimal("0.01"))
    return replace(amount, end=match.end(), numeral=numeral, kind="PERCENTAGE_POINT", unit="pp")


def _tenths(text: str, before: str, amount: Amount, match: re.Match[str], _: Currencies) -> Amount | None:
    """两成半 is 25 %, 五成七 57 %."""
    numeral = amount.numeral
    if numeral.high > 10 or numeral.bare or numeral.low == 0:
        return None
    more = Decimal(5) if "半" in match["tenths"] else Decimal(_ten(match["tenth"]) if match["tenth"] else 0)
    tens = numeral.times(Decimal(10))
    value = replace(tens, low=tens.low + more, high=tens.high + more)
    return replace(amount, end=match.end(), numeral=value, kind="PERCENT", unit="%")


def _multiple(text: str, before: str, amount: Amount, match: re.Match[str], _: Currencies) -> Amount | None:
    numeral = amount.numeral
    if numeral.bare and not re.search("[上近超逾过]$", before):
        return None
    if match["half_more"]:
        numeral = replace(numeral, low=numeral.low + Decimal("0.5"), high=numeral.high + Decimal("0.5"))
    return replace(amount, end=match.end(), numeral=numeral, kind="MULTIPLE", unit="x")


def _money(text: str, before: str, amount: Amount, match: re.Match[str], currencies: Currencies) -> Amount:
    code = currencies.code(match["money"], amount.start)
    return replace(amount, end=match.end(), kind="MONEY", unit=code)


def _bare_money(text: str, before: str, amount: Amount, match: re.Match[str], currencies: Currencies) -> Amount:
    """元 with its 角 and 分; a name of a currency before the number says whose."""
    start, code = amount.start, currencies.code("元", amount.start)
    named = _prefix().search(before)
    if named:
        start, code = amount.start - (len(before) - named.start()), currencies.code(named["name"], amount.start)
    change = _SMALL_CHANGE.match(text, match.end())
    numeral, end = amount.numeral, match.end()
    if change and change.end() > end:
        small = sum(
            (
                _ten(change[name]) * value
                for name, value in (("jiao", Decimal("0.1")), ("fen", Decimal("0.01")))
                if change[name]
            ),
            Decimal(),
        )
        numeral, end = replace(numeral, low=numeral.low + small, high=numeral.high + small), change.end()
    return replace(amount, start=start, end=end, numeral=numeral, kind="MONEY", unit=code)


def _measured(text: str, before: str, amount: Amount, match: re.Match[str], _: Currencies) -> Amount | None:
    if _GRADE.match(text, match.end()):
        return None
    return replace(amount, end=match.end(), kind="QUANTITY", unit=match["measure"])


def _counting(text: str, before: str, amount: Amount, match: re.Match[str], _: Currencies) -> Amount | None:
    """A count; 一个 and 两国 are turns of speech, so a number in characters must be ten or more."""
    at = match.start("counter")
    small = not amount.numeral.arabic and amount.numeral.high < 10
    if small or _RANK.search(before) or _NOT_COUNTED.match(text, at):
        return None
    return replace(amount, end=match.end(), kind="QUANTITY", unit=match["counter"])


_READERS = {
    "percent": _percent,
    "permille": _percent,
    "half_points": _percentage_point,
    "points": _percentage_point,
    "tenths": _tenths,
    "times": _multiple,
    "money": _money,
    "measure": _measured,
    "yuan": _bare_money,
    "counter": _counting,
}

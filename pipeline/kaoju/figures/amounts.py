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

from kaoju.figures.change import CENTS, HUNDREDTH, TENTH, cents, change
from kaoju.figures.currencies import Currencies, names, signs
from kaoju.figures.numerals import DIGITS, FIRST, NUMERAL, Numeral, longest_suffix, read_numeral

if TYPE_CHECKING:
    from kaoju.annotations import Approx, FigureKind

_NUMERAL = re.compile(NUMERAL)
_FIRST = re.compile(FIRST)
_HUNDRED = Decimal(100)
_MYRIAD = 10**4
_DIGIT = "[一二两三四五六七八九1-9]"
_ADDRESS = re.compile(r"(?:https?://|www\.|doi:)[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”]+")
_NOT_A_NUMBER = re.compile(r"(?:第|百分|[A-Za-z]|(?<!illion)(?<=[A-Za-z])[-–]|[A-Za-z]/)$")
_NEGATIVE = re.compile(
    r"(?:(?<![担胜肩抱欠背辜自正])负|(?:(?<![^\s（(，。；：、为是至到从由降率速幅值达长约近])[-−]))$"
)
_REACH = 10
# a rank, not a count: 前10名
_RANK = re.compile(r"(?:第|前|名列|位列|位居|排名|排在)$")
# patterns begin with a set of characters, so that a search leaps from one to the next
_HALF = re.compile(
    r"[一对半过逾超](?:(?<=一)半(?!导体)|(?<=打对)折|(?<=半)折|(?<=半)(?<!大半)数|(?<=[占超]半)(?=[，。；、的数以])"
    r"|(?P<more>(?<=过)(?<![不经通]过)半|(?<=[逾超])半)(?!导|小时|天|年|月|个|百|途|载|岛|径|决|价|熟|数|生))"
)
_DOUBLED = re.compile(
    r"翻了?(?:将?近|约|超过|整整|至少)?(?:(?P<times>[一二两三四五六七八九十1-9])(?:(?P<half>番半)|番)|(?P<bare>番|倍))(?!译)"
)
_SLASHED = re.compile(
    r"(?P<part>[1-9])(?<![0-9/.][1-9])/(?P<whole>[2-9]|10)(?![0-9/.年月日])(?=的|以上|以下|左右|多|强|弱|[，。；、）]|\Z)"
)
_HALVED = re.compile("减半(?!导)")
_POINTS = r"[ ]?percentage[ ]points?|个?百分点|个?基点|个?bps?(?![A-Za-z])|pct(?![A-Za-z])"
_TENTHS = (
    rf"成(?:半|(?P<tenth>{_DIGIT})(?![成倍十百千万亿个年月日]))?"
    r"(?!员(?!工)|为[^止]|立|本(?![地国土])|果|功|就|因|[不未]变|套|都|熟|型|体|语|绩|品|名|长|交|效|见|年(?!轻)|份|书|行|灾|章|仁|全)"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and what it is a number of; ``kind`` is None where it has no unit, ``led`` tells a unit before it."""

    start: int
    end: int
    numeral: Numeral
    kind: FigureKind | None = None
    unit: str = ""
    approx: Approx | None = None
    led: bool = False

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
    """Shares and multiples that are words of their own, 一半, 过半, 翻一番, 1/3的; addresses, that hold no figure."""
    for match in _ADDRESS.finditer(text):
        yield Amount(*match.span(), _exactly(0))
    for match in _HALF.finditer(text):
        yield Amount(*match.span(), _exactly(50), "PERCENT", "%", "over" if match["more"] else None)
    for match in _DOUBLED.finditer(text):
        times = 1 if match["bare"] else _ten(match["times"])
        yield Amount(*match.span(), _exactly(Decimal(2) ** times), "MULTIPLE", "x")
    for match in _HALVED.finditer(text):
        yield Amount(*match.span(), _exactly(Decimal("0.5")), "MULTIPLE", "x")
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
    while first := _FIRST.search(text, at):
        match = _NUMERAL.match(text, first.start())
        amount = _read(text, match, currencies) if match else None
        at = max(first.end(), match.end() if match else 0, amount.end if amount else 0)
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
    before = text[max(0, start - _REACH) : start]
    signed = _signed(text, before, amount, currencies)
    if signed or _NOT_A_NUMBER.search(text, max(0, start - 2), start):
        return signed
    read = _with_unit(text, before, amount, currencies)
    return _below_zero(text, _named(text, before, read, currencies))


def _below_zero(text: str, amount: Amount) -> Amount:
    """-3.2%, 负5亿元; a dash between two numbers is none."""
    if amount.kind not in ("MONEY", "PERCENT", "PERCENTAGE_POINT"):
        return amount
    if not _NEGATIVE.search(text, max(0, amount.start - 2), amount.start):
        return amount
    numeral = replace(amount.numeral, low=-amount.high, high=-amount.low)
    return replace(amount, start=amount.start - 1, numeral=numeral)


def _fraction(text: str, start: int, end: int, whole: Numeral) -> Amount | None:
    """百分之十五, 三分之二, 万分之五: all as shares of a hundred."""
    negative = text.startswith("负", end + 2)
    match = _NUMERAL.match(text, end + 2 + negative)
    part = read_numeral(match.group()) if match else None
    if match is None or part is None or not whole.low:
        return Amount(start, end, whole)
    share = replace(part, low=_HUNDRED * part.low / whole.low, high=_HUNDRED * part.high / whole.low)
    if negative:
        share = replace(share, low=-share.high, high=-share.low)
    return _below_zero(text, Amount(start, match.end(), share, "PERCENT", "%", part.approx, led=True))


@cache
def _sign() -> re.Pattern[str]:
    words = sorted(map(re.escape, signs()), key=len, reverse=True)
    return re.compile(rf"(?<![A-Za-z])(?P<sign>{'|'.join(words)}) ?$")


@cache
def _sign_ends() -> frozenset[str]:
    return frozenset(sign[-1] for sign in signs())


@cache
def _prefix() -> re.Pattern[str]:
    words = sorted((name for name in names() if re.fullmatch("[\u4e00-\u9fff]{2,5}", name)), key=len, reverse=True)
    return re.compile(rf"(?P<name>{'|'.join(words)})[ 约近达]{{0,2}}$")


@cache
def _name_ends() -> frozenset[str]:
    return frozenset(name[-1] for name in names())


def _name_before(before: str) -> re.Match[str] | None:
    return _prefix().search(before) if before.rstrip(" 约近达")[-1:] in _name_ends() else None


def _named(text: str, before: str, amount: Amount, currencies: Currencies) -> Amount:
    """An amount whose currency stands before it, where no unit follows: 人民币12.5亿."""
    if amount.kind is not None or amount.numeral.scale < _MYRIAD or text.startswith("级", amount.end):
        return amount
    name = _name_before(before)
    if name is None:
        return amount
    start, code = amount.start - (len(before) - name.start()), currencies.code(name["name"], amount.start)
    return replace(amount, start=start, kind="MONEY", unit=code, led=True)


def _signed(text: str, before: str, amount: Amount, currencies: Currencies) -> Amount | None:
    """An amount with a sign or code before it: ``US$350 million``, ``NT$2,300亿元``."""
    sign = _sign().search(before) if before.rstrip(" ")[-1:] in _sign_ends() else None
    if sign is None or (sign["sign"] == "$" and re.search(r"[A-Z]$", before[: sign.start()])):
        return None
    rest = _with_unit(text, "", amount, currencies)
    end = rest.end if rest.kind == "MONEY" else amount.end
    start = amount.start - (len(before) - sign.start())
    return replace(rest, start=start, end=end, kind="MONEY", unit=signs()[sign["sign"]], led=end == amount.end)


@cache
def _units() -> re.Pattern[str]:
    """Every unit after a number, longest first within its kind, each kind a group."""
    words = sorted(names(), key=len, reverse=True)
    money = "|".join(name for name in words if not name.isascii())
    latin = "|".join([name for name in words if name.isascii()] + [sign for sign in signs() if _CODE.fullmatch(sign)])
    measures = "|".join(sorted(map(re.escape, _counted("measure")), key=len, reverse=True))
    counters = "|".join(sorted(map(re.escape, _counted("counter")), key=len, reverse=True))
    return re.compile(
        rf"""(?P<rough>[多余来几](?=[^0-9]))?[ ]?(?:
        (?P<percent>%|％|[ ]?per[ ]?cent(?![A-Za-z]))|(?P<permille>‰)
        |(?P<half_points>个半(?:百分点|基点))|(?P<points>{_POINTS})
        |(?P<tenths>{_TENTHS})
        |(?P<times>倍(?P<half_more>半)?(?!数|增|频|[率速])|-?fold(?![A-Za-z]))
        |(?P<discount>折{_NOT_AFTER_DISCOUNT})
        |(?P<money>{money})(?!化)
        |(?P<coded>{latin.replace(" ", "[ ]")})(?![A-Za-z])
        |(?P<kuai>块)|(?P<mao>[毛角](?=钱|{_DIGIT}(?![0-9十百千万亿]))|毛(?=[，。；、]|$))|(?P<fen>分(?=钱))
        |(?P<cents>{"|".join(CENTS)})
        |(?P<measure>{measures})(?![A-Za-z])
        |(?P<yuan>元(?![首素旦年月老帅件器组宇朝代曲勋凶气音谋史论化性锂悖里桥]|结构|对立|经济|主义|社会|体制|格局|模式|划分|治理|[一二]次)|圆(?!桌|形|满|周))
        |(?P<counter>{counters})
        )""",
        re.VERBOSE,
    )


@cache
def _counted(sort: str) -> list[str]:
    with (resources.files("kaoju.figures") / "units.tsv").open(encoding="utf-8") as file:
        return [row["unit"] for row in DictReader(file, delimiter="\t") if row["sort"] == sort]


_CODE = re.compile("[A-Z]{3}")
_NOT_AFTER_DISCOUNT = "(?![合算旧叠射线中腾磨断损现成戏页子衷服返寿冲抵实])"
# what 块 counts is money where the words say so, or where nothing follows that it could count
_SPENDING = re.compile("[花费付赔赚卖售给交罚值价薪资票借欠捐][^，。；]{0,4}$")
_NOT_EVEN = re.compile("(?:[每没不未无]|哪怕)[^，。；]{0,6}$")
_NOTHING_COUNTED = re.compile("(?:左右|上下|以[上下内]|不等|多|的)?(?:[，。；、！？）]|$)")
# counts of time, parts of a text and turns of speech are no counted units
_NOT_COUNTED = re.compile(
    r"个(?:百分点|基点|多?月|小时|季度|世纪|星期|工作日|交易日|年头|财年|学年|年度)|位(?:数|置|于|居)|名(?:义|列)|条(?:第|约)"
    r"|本(?:计划|项目|文|书|节|章|次|年|月|周|季|届|国|地|市|省|公司)|[级届期年月日周岁代]|人(?:均|口普查)|项(?:第)|家(?:庭暴)|次(?:会议|全会|工业)|名单|点|台湾|口气|队伍|股(?:东|份|市|权)|手(?:段|机)"
)
_GRADE = re.compile("级")


def _with_unit(text: str, before: str, amount: Amount, currencies: Currencies) -> Amount:
    match = _units().match(text, amount.end) if text[amount.end : amount.end + 1] in _unit_starts() else None
    if match is None:
        return amount
    rough = match["rough"]
    counted = replace(amount, approx="about" if rough == "来" else "over") if rough else amount
    return _READERS[match.lastgroup or ""](text, before, counted, match, currencies) or amount


@cache
def _unit_starts() -> frozenset[str]:
    """The characters that a unit may begin with, the rough 多 before it among them."""
    words = [*names(), *signs(), *_counted("measure"), *_counted("counter"), *CENTS]
    return frozenset("多余来几 %％‰个百基bp-fc成倍折元圆块毛角分") | {word[0] for word in words}


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


def _discount(text: str, before: str, amount: Amount, match: re.Match[str], _: Currencies) -> Amount | None:
    """八折 is 80 %, 七五折 and 75折 75 %."""
    numeral = amount.numeral
    if not 0 < numeral.low < _HUNDRED or before.endswith("波") or numeral.scale != 1 or numeral.high == 10:
        return None
    value = numeral.times(Decimal(10)) if numeral.high < 10 else numeral
    return replace(amount, end=match.end(), numeral=value, kind="PERCENT", unit="%")


def _money(text: str, before: str, amount: Amount, match: re.Match[str], currencies: Currencies) -> Amount:
    code = currencies.code(match["money"], amount.start)
    end, small = cents(text, match.end(), code)
    return replace(amount, end=end, numeral=_plus(amount.numeral, small), kind="MONEY", unit=code)


def _coded(text: str, before: str, amount: Amount, match: re.Match[str], _: Currencies) -> Amount:
    code = names().get(match["coded"]) or signs()[match["coded"]]
    return replace(amount, end=match.end(), kind="MONEY", unit=code)


def _bare_money(text: str, before: str, amount: Amount, match: re.Match[str], currencies: Currencies) -> Amount:
    """元 with its 角 and 分; a name of a currency before the number says whose."""
    start, code = amount.start, currencies.code("元", amount.start)
    named = _name_before(before)
    if named:
        start, code = amount.start - (len(before) - named.start()), currencies.code(named["name"], amount.start)
    end, small = change(text, match.end())
    return replace(amount, start=start, end=end, numeral=_plus(amount.numeral, small), kind="MONEY", unit=code)


def _spoken_money(
    text: str, before: str, amount: Amount, match: re.Match[str], currencies: Currencies
) -> Amount | None:
    """块 of money, 三块五毛, or of things, 三块石头."""
    end, _ = change(text, match.end())
    rough = amount.low >= _HUNDRED and amount.low < amount.high
    alone = (rough or _SPENDING.search(before)) and _NOTHING_COUNTED.match(text, end)
    if end > match.end() or alone:
        return _bare_money(text, before, amount, match, currencies)
    return _counting(text, before, amount, match, currencies)


def _small_money(text: str, before: str, amount: Amount, match: re.Match[str], currencies: Currencies) -> Amount | None:
    """五毛, 两毛五, 三角五分, 五分钱, 3美分."""
    if match["rough"] or amount.numeral.scale > 1:
        return None
    if match["cents"]:
        numeral = amount.numeral.times(HUNDREDTH)
        return replace(amount, end=match.end(), numeral=numeral, kind="MONEY", unit=CENTS[match["cents"]])
    end, small = change(text, match.end())
    if text[amount.start] == "一" and (_NOT_EVEN.search(before) or text[end : end + 1] in ("都", "也")):
        return None
    numeral = _plus(amount.numeral.times(TENTH if match["mao"] else HUNDREDTH), small)
    return replace(amount, end=end, numeral=numeral, kind="MONEY", unit=currencies.code("元", amount.start))


def _plus(numeral: Numeral, small: Decimal) -> Numeral:
    return replace(numeral, low=numeral.low + small, high=numeral.high + small) if small else numeral


def _measured(text: str, before: str, amount: Amount, match: re.Match[str], _: Currencies) -> Amount | None:
    if _GRADE.match(text, match.end()):
        return None
    return replace(amount, end=match.end(), kind="QUANTITY", unit=match["measure"])


def _counting(text: str, before: str, amount: Amount, match: re.Match[str], _: Currencies) -> Amount | None:
    """A count; 一个 and 两国 are turns of speech, so a number in characters must be ten or more, 几 none."""
    kind = "counter" if match["counter"] else "kuai"
    at = match.start(kind)
    small = not amount.numeral.arabic and (amount.high < 10 or (amount.low == 1 and amount.high == 10))
    if small or _RANK.search(before) or _NOT_COUNTED.match(text, at):
        return None
    return replace(amount, end=match.end(), kind="QUANTITY", unit=match[kind])


_READERS = {
    "percent": _percent,
    "permille": _percent,
    "half_points": _percentage_point,
    "points": _percentage_point,
    "tenths": _tenths,
    "times": _multiple,
    "discount": _discount,
    "money": _money,
    "coded": _coded,
    "kuai": _spoken_money,
    "mao": _small_money,
    "fen": _small_money,
    "cents": _small_money,
    "measure": _measured,
    "yuan": _bare_money,
    "counter": _counting,
}

"""What stands right after a number: the unit that makes it money, a share, a multiple or a count."""

from __future__ import annotations

import re
from csv import DictReader
from decimal import Decimal
from functools import cache
from importlib import resources

from kaoju.figures.amount import Amount
from kaoju.figures.change import CENTS, HUNDREDTH, PENNY, TENTH, cents, change
from kaoju.figures.currencies import TAEL, Currencies, name_before, names, signs
from kaoju.figures.numerals import Numeral, digit
from kaoju.figures.parts import POUND, SHILLING, pence, shillings, weights

_HUNDRED = Decimal(100)
_DIGIT = "[一二两三四五六七八九1-9]"
_POINTS = r"[ ]?percentage[ ]points?|个?百分点|个?基点|个?bps?(?![A-Za-z])|(?:pct|pp)(?![A-Za-z])"
_TENTHS = (
    rf"成(?:半|(?P<tenth>{_DIGIT})(?![成倍十百千万亿个年月日岁0-9.]))?"
    r"(?!员(?!工)|立|本(?![地国土])|果|功|就|因|[不未]变|套|都(?=府|平原|军区|高新|大学|银行|机场|大运|市[长委政区第])|熟|型|体|语|绩|品|名|长|交|效|见|年(?!轻)|份|书|行|灾|章|仁|全)"
)

# a rank, not a count: 前10名
_RANK = re.compile(r"(?:第|前|名列|位列|位居|排名|排在)$")


@cache
def units_pattern() -> re.Pattern[str]:
    """Every unit after a number, longest first within its kind, each kind a group."""
    words = sorted(names(), key=len, reverse=True)
    money = "|".join(name for name in words if not name.isascii())
    latin = "|".join([name for name in words if name.isascii()] + [sign for sign in signs() if _CODE.fullmatch(sign)])
    measures = "|".join(sorted(map(re.escape, _counted("measure")), key=len, reverse=True))
    counters = "|".join(sorted(map(re.escape, _counted("counter")), key=len, reverse=True))
    return re.compile(
        rf"""(?P<rough>[多余来几](?=[^0-9])(?!米尼加|内亚))?[ ]?(?:
        (?P<percent>%|％|[ ]?per[ ]?cent(?![A-Za-z]))|(?P<permille>‰)
        |(?P<half_points>个半(?:百分点|基点))|(?P<points>{_POINTS})
        |(?P<tenths>{_TENTHS})
        |(?P<times>倍(?P<half_more>半)?(?!数|增|频|[率速])|-?fold(?![A-Za-z]))
        |(?P<discount>折{_NOT_AFTER_DISCOUNT})
        |(?P<money>{money})(?!化|(?<=盾)[构牌形片甲])(?<![一二两三四五六七八九]盾)
        |(?P<coded>{latin.replace(" ", "[ ]")})(?![A-Za-z])
        |(?P<kuai>块)|(?P<mao>[毛角](?=钱|{_DIGIT}(?![0-9十百千万亿]))|(?:毛|(?<=[0-9])角|(?<=[金元币钞][一二两三四五六七八九])角)(?=[，。；、]|$))|(?P<fen>分(?=钱))
        |(?P<weight>钱(?!币|财|庄|款|[多少]))
        |(?P<cents>{"|".join(CENTS)})
        |(?P<measure>{measures})(?![A-Za-z]|(?<=石)[油头材化刻窟英墨板块狮]|(?<=[尺呎])(?:标准)?(?:货?柜|集装箱))
        |(?P<yuan>元(?![首素旦年月老帅件器组宇朝代曲勋凶气音谋史论化性锂悖里桥]|结构|对立|经济|主义|社会|体制|格局|模式|划分|治理|困境|世界|思维|关系|冲突|[一二]次)|圆(?!桌|形|满|周))
        |(?P<counter>{counters})
        )""",
        re.VERBOSE,
    )


@cache
def _counted(sort: str) -> list[str]:
    with (resources.files("kaoju.figures") / "units.tsv").open(encoding="utf-8") as file:
        return [row["unit"] for row in DictReader(file, delimiter="\t") if row["sort"] == sort]


_STERLING = {"镑": Decimal(1), "英镑": Decimal(1), "先令": SHILLING / POUND, PENNY: 1 / POUND}
_CODE = re.compile("[A-Z]{3}")
# 三元电池, 二元期权: so many elements make it up, as a word of one digit says
_FEW = frozenset("一二三四五")
_OF_ELEMENTS = re.compile(
    "(?:高镍|镍钴|聚合物)?(?:锂离子|动力)?(?:电池|电芯|正极|负极|材料(?!费)|前驱体|催化|共聚|聚合|合金|乙丙|期权|体系|系统|醇|酸|胺|回归|函数)"
)
_NOT_AFTER_DISCOUNT = "(?![合算旧叠射线中腾磨断损现成戏页子衷服返寿冲抵实])"
# what 块 counts is money where the words say so, or where nothing follows that it could count
_SPENDING = re.compile("[花费付赔赚卖售给交罚值价薪资票借欠捐][^，。；]{0,4}$")
_NOT_EVEN = re.compile("(?:[每没不未无]|哪怕)[^，。；]{0,6}$")
_NOTHING_COUNTED = re.compile("(?:左右|上下|以[上下内]|不等|多钱?|的)?(?:[，。；、！？）]|$)")
# counts of time, parts of a text and turns of speech are no counted units
_NOT_COUNTED = re.compile(
    r"个(?:百分点|基点|多?月|小时|季度|世纪|星期|工作日|交易日|年头|财年|学年|年度)|位(?:数|置|于|居)|名(?:义|列)|条(?:第|约)"
    r"|本(?:计划|项目|文|书|节|章|次|年|月|周|季|届|国|地|市|省|公司)|[级届期年月日周岁代]|人(?:均|口普查)|项(?:第)|次(?:会议|全会|工业)|名单|字(?:会|架|路|军|形|绣)|点|台湾|口气|队伍|股(?:东|份|市|权)|手(?:段|机)"
    r"|家庭(?:教师|作业|暴)|国(?:集团|联军|峰会|论坛|外长|首脑|领导|会议|机制|合作|语)|国(?:民|际|内|会|都)|发(?![炮子导火弹鱼，。；、以左])|国家(?:主席|队|级)"
)
_OF_POWER = re.compile("电[^，。；、]*$")
_GRADE = re.compile("级")
# 其中三成为女性: a share of what was told
_OF_WHOM = re.compile("(?:其中|其余|余下|有|约|近|逾|超过|不足|不到|仅|只|至少|[，；。])$")
# 以市值的八成为限 is no 成为
_BECOMING = re.compile("为(?!(?:[上下]?限|底线|封顶))")
# what makes scales alone an amount: 上百公里, 近百倍
_REACHED = re.compile("[上近超逾过足达约]$")
_MYRIAD = 10**4


@cache
def unit_starts() -> frozenset[str]:
    """The characters that a unit may begin with, the rough 多 before it among them."""
    words = [*names(), *signs(), *_counted("measure"), *_counted("counter"), *CENTS]
    return frozenset("多余来几 %％‰个百基bp-fc成倍折元圆块毛角分钱") | {word[0] for word in words}


def with_unit(text: str, before: str, amount: Amount, unit: re.Match[str] | None, currencies: Currencies) -> Amount:
    """The amount with the unit that follows it, or as it is; ``before`` is what stands before the number."""
    if unit is None:
        return amount
    rough = unit["rough"]
    counted = amount._replace(approx="about" if rough == "来" else "over") if rough else amount
    return _READERS[unit.lastgroup or ""](text, before, counted, unit, currencies) or amount


def _percent(text: str, before: str, amount: Amount, match: re.Match[str], _: Currencies) -> Amount:
    numeral = amount.numeral.times(Decimal("0.1")) if match["permille"] else amount.numeral
    return amount._replace(end=match.end(), numeral=numeral, kind="PERCENT", unit="%")


def _percentage_point(text: str, before: str, amount: Amount, match: re.Match[str], _: Currencies) -> Amount:
    numeral = amount.numeral
    if match["half_points"]:
        numeral = numeral.plus(Decimal("0.5"))
    if "基" in match.group() or "bp" in match.group():
        numeral = numeral.times(Decimal("0.01"))
    return amount._replace(end=match.end(), numeral=numeral, kind="PERCENTAGE_POINT", unit="pp")


def _tenths(text: str, before: str, amount: Amount, match: re.Match[str], _: Currencies) -> Amount | None:
    """两成半 is 25 %, 五成七 57 %."""
    numeral = amount.numeral
    if numeral.high > 10 or numeral.bare or numeral.low == 0:
        return None
    told = _OF_WHOM.search(before)
    if _BECOMING.match(text, match.end()) and (told is None or (numeral.low == 1 and told.group() in "，；。")):
        return None  # 第一成为, 其二成为: to become
    more = Decimal(5) if "半" in match["tenths"] else Decimal(digit(match["tenth"]) if match["tenth"] else 0)
    return amount._replace(end=match.end(), numeral=numeral.times(Decimal(10)).plus(more), kind="PERCENT", unit="%")


def _multiple(text: str, before: str, amount: Amount, match: re.Match[str], _: Currencies) -> Amount | None:
    numeral = amount.numeral
    if numeral.bare and not _REACHED.search(before):
        return None
    if match["half_more"]:
        numeral = numeral.plus(Decimal("0.5"))
    return amount._replace(end=match.end(), numeral=numeral, kind="MULTIPLE", unit="x")


def _discount(text: str, before: str, amount: Amount, match: re.Match[str], _: Currencies) -> Amount | None:
    """八折 is 80 %, 七五折 and 75折 75 %."""
    numeral = amount.numeral
    if not 0 < numeral.low < _HUNDRED or before.endswith("波") or numeral.scale != 1 or numeral.high == 10:
        return None
    value = numeral.times(Decimal(10)) if numeral.high < 10 else numeral
    return amount._replace(end=match.end(), numeral=value, kind="PERCENT", unit="%")


def _money(text: str, before: str, amount: Amount, match: re.Match[str], currencies: Currencies) -> Amount:
    if currencies.is_old_sterling and match["money"] in _STERLING:
        return _old_sterling(text, amount, match)
    code = currencies.code(match["money"], amount.start)
    end, small = cents(text, match.end(), code)
    return amount._replace(end=end, numeral=amount.numeral.plus(small), kind="MONEY", unit=code)


def _old_sterling(text: str, amount: Amount, match: re.Match[str]) -> Amount:
    """3先令2便士 and 9便士半 in pounds, 1镑4先令 too."""
    worth = _STERLING[match["money"] or match["cents"]]
    end, small = (shillings if worth == 1 else pence)(text, match.end())
    return amount._replace(end=end, numeral=amount.numeral.times(worth).plus(small), kind="MONEY", unit="GBP")


def _coded(text: str, before: str, amount: Amount, match: re.Match[str], _: Currencies) -> Amount:
    code = names().get(match["coded"]) or signs()[match["coded"]]
    return amount._replace(end=match.end(), kind="MONEY", unit=code)


def _bare_money(text: str, before: str, amount: Amount, match: re.Match[str], currencies: Currencies) -> Amount | None:
    """元 with its 角 and 分; a name of a currency before the number says whose. 三元电池 is no money."""
    if text[amount.start : amount.end] in _FEW and _OF_ELEMENTS.match(text, match.end()):
        return None
    start, code = _whose(before, amount, (match["yuan"] or "元")[0], currencies)
    end, small = change(text, match.end())
    return amount._replace(start=start, end=end, numeral=amount.numeral.plus(small), kind="MONEY", unit=code)


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
    if match["cents"] == PENNY and currencies.is_old_sterling:
        return _old_sterling(text, amount, match)
    if match["cents"]:
        numeral = amount.numeral.times(HUNDREDTH)
        return amount._replace(end=match.end(), numeral=numeral, kind="MONEY", unit=CENTS[match["cents"]])
    end, small = change(text, match.end())
    if text[amount.start] == "一" and (_NOT_EVEN.search(before) or text[end : end + 1] in ("都", "也")):
        return None
    numeral = amount.numeral.times(TENTH if match["mao"] else HUNDREDTH).plus(small)
    start, code = _whose(before, amount, "元", currencies)
    return amount._replace(start=start, end=end, numeral=numeral, kind="MONEY", unit=code)


def _whose(before: str, amount: Amount, name: str, currencies: Currencies) -> tuple[int, str]:
    """Where an amount in 元 or its parts begins, and its currency: a name before the number says whose."""
    named = name_before(before)
    if named is None:
        return amount.start, currencies.code(name, amount.start)
    return amount.start - (len(before) - named.start()), currencies.code(named["name"], amount.start)


def _measured(text: str, before: str, amount: Amount, match: re.Match[str], currencies: Currencies) -> Amount | None:
    saying = _is_saying(amount, before)
    nothing = not amount.high and not amount.numeral.arabic  # 由零升至
    # 一度, 37度; 86亿度 and 耗电50度 are of power
    degrees = match["measure"] == "度" and amount.numeral.scale < _MYRIAD and not _OF_POWER.search(before)
    if saying or nothing or degrees or _GRADE.match(text, match.end()):
        return None
    if match["measure"] != TAEL or not currencies.is_silver(before):
        return amount._replace(end=match.end(), kind="QUANTITY", unit=match["measure"])
    end, small = weights(text, match.end())
    return amount._replace(end=end, numeral=amount.numeral.plus(small), kind="MONEY", unit=TAEL)


def _weighed_silver(
    text: str, before: str, amount: Amount, match: re.Match[str], currencies: Currencies
) -> Amount | None:
    """规元7钱1分5厘, in taels."""
    if not currencies.is_tenth_of_tael(before):
        return None
    end, worth = weights(text, amount.start)
    return amount._replace(end=end, numeral=Numeral(worth, worth), kind="MONEY", unit=TAEL) if worth else None


def _is_saying(amount: Amount, before: str) -> bool:
    """百里挑一, 千篇一律, and 每百万英热单位4美元."""
    return amount.numeral.bare and (before.endswith("每") or (amount.high <= _MYRIAD and not _REACHED.search(before)))


def _counting(text: str, before: str, amount: Amount, match: re.Match[str], _: Currencies) -> Amount | None:
    """A count; 一个 and 两国 are turns of speech, so a number in characters must be ten or more, 几 none."""
    kind = "counter" if match["counter"] else "kuai"
    at = match.start(kind)
    small = not amount.numeral.arabic and (amount.high < 10 or (amount.low == 1 and amount.high == 10))
    named = match[kind] == "国" and not amount.numeral.arabic  # 东协十国
    if (
        small
        or named
        or _is_saying(amount, before)
        or _RANK.search(before)
        or before.endswith("每")
        or _NOT_COUNTED.match(text, at)
    ):
        return None
    return amount._replace(end=match.end(), kind="QUANTITY", unit=match[kind])


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
    "weight": _weighed_silver,
    "mao": _small_money,
    "fen": _small_money,
    "cents": _small_money,
    "measure": _measured,
    "yuan": _bare_money,
    "counter": _counting,
}

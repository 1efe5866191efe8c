"""Names and signs of currencies, as ISO 4217 codes, and what a bare 元 or 卢比 means in its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from csv import DictReader
from functools import cache, cached_property
from importlib import resources

import pycountry
from babel import Locale

from kaoju.figures.parts import is_old_sterling
from kaoju.normalising import simplify
from kaoju.text import Text

_YUAN = "元"
_ROUND = "圆"
# who is spoken of where 元 stands bare; the nearest before it decides, in texts that have cause to ask
_WHOSE_YUAN = {
    "TWD": "新台币|台币|台湾|行政院|立法院|卫福部|劳动部|主计总处|健保署|台北|高雄|民国",
    "CNY": "人民币|中国大陆|大陆|内地|中国|我国|国务院",
    "HKD": "港元|港币|香港|港府",
    "MOP": "澳门元|澳门币|澳门",
}
# and where 圆 does: the yen of the Meiji years and after
_WHOSE_ROUND = {"JPY": "日圆|日元|日本|明治|大正|昭和", **_WHOSE_YUAN}
_ROUND_CUES = {cue: code for code, cues in _WHOSE_ROUND.items() for cue in cues.split("|")}
_ROUND_CUE = re.compile("|".join(_ROUND_CUES))
_OF_JAPAN = re.compile("日圆|(?:明治|大正|昭和)(?:[0-9]+|[一二三四五六七八九十元]+)年")
_CUES = {cue: code for code, cues in _WHOSE_YUAN.items() for cue in cues.split("|")}
# 民国 before a year from 1950 on: the earlier ones are China's
_OF_TAIWAN = "民国(?=(?:1[0-9]{2}|39|[4-9][0-9]|(?:三十九|[四五六七八九]十|一百)[一二三四五六七八九十零〇]{0,4})年)"
# plain words side by side, which a search leaps between
_CUE = re.compile("|".join(_OF_TAIWAN if cue == "民国" else cue for cue in _CUES))
_ASKS = re.compile(f"新台币|台币|{_OF_TAIWAN}|港元|港币|HK\\$|NT\\$")
_REACH = 300
# silver by weight was money until 1935, and has no code
TAEL = "两"
_SILVER = re.compile(
    "白银|纹银|规[元银]|[关库漕市]平|海关两|银两|关税|赔款|厘金|户部|度支|军饷|饷银|库银|税银|盐课|捐输"
)
_OF_SILVER = re.compile("银[约近达共计合]*$")
_SILVER_NAMED = re.compile("(?:银|规元|[关库漕市]平)[约近达共计合折]*$")
# other things were weighed in it
_WEIGHED = re.compile("(?:黄金|赤金|砂金|金条|鸦片|烟土|烟膏|药|茶|丝)[^，。；、]{0,4}$")
# metals and codes for testing
_NO_MONEY = frozenset({"XAG", "XAU", "XPD", "XPT", "XTS", "XXX"})
# codes that are words, names or other things' abbreviations too: COP26, SDG 13, AMD 7950
_WORDS = frozenset(
    {"ALL", "AMD", "ARS", "BAM", "BMD", "BOB", "COP", "CUP", "GEL", "LAK", "MAD", "NAD", "PEN", "PHP", "SAR", "SDG"}
    | {"SOS", "SSP", "STN", "TOP", "TRY"}
)


@cache
def names() -> dict[str, str]:
    """ISO 4217 codes by Chinese name, in Simplified characters: the press's names from ``currencies.tsv``, then every
    name of CLDR as the mainland, Taiwan and Hong Kong say it.

    >>> names()["日元"], names()["尼日利亚奈拉"], names()["奈及利亚奈拉"]
    ('JPY', 'NGN', 'NGN')
    """
    own = {row["name"]: row["code"] for row in _rows("currencies.tsv")}
    official = {
        name: code
        for locale in ("zh_Hant_HK", "zh_Hant", "zh")
        for code, name in sorted(_official(locale), key=lambda pair: (pair[0] in _in_use(), pair))
    }
    return {**official, **own}


def _official(locale: str) -> Iterator[tuple[str, str]]:
    """The codes of a locale of CLDR with their names; one with a remark in brackets is out of use or a fund's."""
    for code, given in Locale.parse(locale).currencies.items():
        name = simplify(Text.of(given)).text
        if code not in _NO_MONEY and re.fullmatch(r"[\u4e00-\u9fff]{2,}", name):
            yield code, name


@cache
def _in_use() -> frozenset[str]:
    return frozenset(currency.alpha_3 for currency in pycountry.currencies)


@cache
def signs() -> dict[str, str]:
    """ISO 4217 codes by the sign or code that stands before a number: ``US$``, ``€``, ``RMB``, ``THB``."""
    codes = {code: code for code in _in_use() - _NO_MONEY - _WORDS}
    return codes | {row["sign"]: row["code"] for row in _rows("signs.tsv")}


@cache
def _places(name: str) -> dict[str, str]:
    """Where a short name is at home: ``先令`` is KES in 肯尼亚, UGX in 乌干达."""
    homes = {long.removesuffix(name): code for long, code in names().items() if long.endswith(name)}
    return {home: code for home, code in homes.items() if len(home) > 1}  # the 北 of 北韩元 is that of 北京 too


@cache
def name_ends() -> frozenset[str]:
    """The last characters of the names of currencies."""
    return frozenset(name[-1] for name in names())


@cache
def sign_ends() -> frozenset[str]:
    """The last characters of the signs and codes of currencies."""
    return frozenset(sign[-1] for sign in signs())


def name_before(before: str) -> re.Match[str] | None:
    """The name of a currency at the end of what stands before a number, as its group ``name``: 人民币, 新台币约."""
    return _name().search(before) if before.rstrip(" 约近达")[-1:] in name_ends() else None


def sign_before(before: str) -> re.Match[str] | None:
    """The sign or code of a currency at the end of what stands before a number, as its group ``sign``."""
    return _sign().search(before) if before.rstrip(" ")[-1:] in sign_ends() else None


@cache
def _name() -> re.Pattern[str]:
    words = sorted((name for name in names() if re.fullmatch("[\u4e00-\u9fff]{2,5}", name)), key=len, reverse=True)
    return re.compile(rf"(?P<name>{'|'.join(words)})[ 约近达]{{0,2}}$")


@cache
def _sign() -> re.Pattern[str]:
    words = sorted(map(re.escape, signs()), key=len, reverse=True)
    return re.compile(rf"(?<![A-Za-z])(?P<sign>{'|'.join(words)}) ?$")


class Currencies:
    """The codes of currency names in one text.

    >>> Currencies("肯尼亚政府拨款300亿先令").code("先令", 9)
    'KES'
    """

    def __init__(self, text: str, yuan: str | None = None) -> None:
        self.text = text
        self._yuan = yuan

    @cached_property
    def _cues(self) -> tuple[list[int], list[str]]:
        """Where the text names whose 元 it speaks of, and the codes."""
        found = list(_CUE.finditer(self.text)) if _ASKS.search(self.text) else []
        return [match.start() for match in found], [_CUES[match.group()] for match in found]

    def code(self, name: str, at: int) -> str:
        """The code of the currency that is called ``name`` at a place of the text."""
        if name == _ROUND and not self._yuan and self._speaks_of_yen:
            return self._round(at)
        if name in (_YUAN, _ROUND):
            return self._yuan or self._bare_yuan(at)
        before = self.text[max(0, at - _REACH) : at]
        nearest = max(((before.rfind(place), code) for place, code in _places(name).items()), default=(-1, ""))
        return nearest[1] if nearest[0] >= 0 else names()[name]

    def is_silver(self, before: str) -> bool:
        """Whether what is counted in taels behind some words is silver, as money: they, or the text, speak of it."""
        return bool(_OF_SILVER.search(before)) or (self._speaks_of_silver and not _WEIGHED.search(before))

    def is_tenth_of_tael(self, before: str) -> bool:
        """Whether 钱 behind some words weighs silver: 规元7钱1分5厘."""
        return bool(_SILVER_NAMED.search(before))

    @cached_property
    def _speaks_of_silver(self) -> bool:
        return bool(_SILVER.search(self.text))

    @cached_property
    def is_old_sterling(self) -> bool:
        """Whether the text counts twelve pence to the shilling and twenty shillings to the pound."""
        return is_old_sterling(self.text)

    @cached_property
    def _speaks_of_yen(self) -> bool:
        return bool(_OF_JAPAN.search(self.text))

    def _round(self, at: int) -> str:
        """Whose 圆 it is in a text that speaks of yen: that of the nearest named before it."""
        before = [match.group() for match in _ROUND_CUE.finditer(self.text, max(0, at - _REACH), at)]
        return _ROUND_CUES[before[-1]] if before else "JPY"

    def _bare_yuan(self, at: int) -> str:
        places, codes = self._cues
        index = bisect_right(places, at) - 1
        return codes[index] if index >= 0 else "CNY"


def _rows(name: str) -> list[dict[str, str]]:
    with (resources.files("kaoju.figures") / name).open(encoding="utf-8") as file:
        return list(DictReader(file, delimiter="\t"))

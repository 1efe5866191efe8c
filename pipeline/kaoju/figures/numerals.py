"""Numbers as Chinese texts write them: ``1.2万亿``, ``三百二十亿``, ``1兆2000亿``, ``十几``, ``三四百``, ``1 940``.

All values are decimals; a vague numeral (几, 数, two digits side by side) has a low and a high end.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaoju.annotations import Approx

Interval = tuple[Decimal, Decimal]
Token = tuple[str, str]

DIGITS = {
    char: value
    for value, chars in enumerate(("零〇", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"))
    for char in chars
}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}
LATIN = {
    "k": 10**3,
    "w": 10**4,
    "m": 10**6,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "mn": 10**6,
    "bn": 10**9,
    "tn": 10**12,
}
_WORTH = {**SMALL, **BIG, **LATIN}
# scales that may follow one another: 万亿, 万万, 万兆
_STACKED = {(10**4, 10**4), (10**4, 10**8), (10**4, 10**12)}
_ROUGH: dict[str, Approx] = {"多": "over", "余": "over", "来": "about"}
_LONGEST = 60
_MYRIAD = BIG["万"]
# texts say the same numbers over and over
_REMEMBERED = 4096

_HAN = "[" + "".join(DIGITS) + "]"
_SMALL = r"(?:[十拾佰仟]|百(?!分点|帕|慕)|千(?!瓦(?!图)|克(?![朗罗])|[米卡赫伏帕焦]|字节|比特|里达))"
_BIG = r"(?:万(?!一[^0-9十百千万亿]|那杜)|亿|兆(?!瓦(?!图)|欧(?!元)|[赫焦帕]|字节|比特|位))"
# a space in a number is taken for a gap only where it looks like one: after the point, or before groups of three
_ARABIC = (
    r"(?:[0-9]{1,3}(?:[,，] ?[0-9]{3})+(?![0-9])(?:\.[0-9]++)?"
    r"|(?<![A-Za-z]-)(?<![A-Za-z0-9./图表])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])(?:\.[0-9]++)?"
    r"|(?<=[\u4e00-\u9fff])(?<![图表第章节注])[0-9]{1,3}(?:\. | \. ?)[0-9]++"
    # digits set apart before what makes them one number: 1 2 0亿, 7 2折
    r"|(?<![0-9A-Za-z%.,] )(?<![0-9A-Za-z.图表第章节注])[0-9](?: [0-9])+(?= ?[折成%亿万])"
    r"|[0-9]++(?:[.·•][0-9]++)?)"
)
_SPELLED = r"(?: ?(?:thousand|million|billion|trillion)(?![A-Za-z])|(?: ?(?:[kK]|mn|bn|tn)|[wWM])(?![A-Za-z0-9]))"
_VAGUE = r"(?:几(?!乎|何|内亚|经|近|率)|(?<![总人户件次份票倍分半少多基整指系参岁级计字为无位])数(?=[十百千万亿倍个]))"
# 一百二十点五, but not the clock's 二十点五分
_DECIMALS = rf"点{_HAN}+(?![十刻钟]|分[^之])"
# 400万两白银: the unit, not a digit
_TAELS = "两(?![百千万亿])"
# 关平银一两: one tael, not one or two
_ONE_OF_SILVER = rf"(?<=[银平]){_HAN}(?={_TAELS})"
# what every numeral begins with
FIRST = f"[0-9{''.join(DIGITS)}几数半{''.join(SMALL)}{''.join(BIG)}]"
NUMERAL = (
    rf"(?:{_ARABIC}{_SPELLED}?|{_ONE_OF_SILVER}|{_HAN}++(?:[点.·]{_HAN}++)?|{_VAGUE}|半(?=个百分点|个基点|倍|成)|{_SMALL}|{_BIG})"
    rf"(?:{_SMALL}|{_BIG}|个(?=亿)|[多余来](?=[万亿兆])|几(?!内亚)"
    rf"|(?<=[十百千万亿兆拾佰仟])(?:(?:(?!{_TAELS}){_HAN})+(?:[点.·]{_HAN}+)?|{_DECIMALS}|{_ARABIC})){{0,40}}"
)
# within a run that has been cut out, the characters around it are not there to be looked at
_TOKEN = re.compile(
    rf"(?P<arabic>[0-9]{{1,3}}(?:\. | \. ?)[0-9]+|[0-9](?: [0-9])+(?![0-9])|{_ARABIC})"
    rf"|(?P<han>{_HAN}+(?:[点.·]{_HAN}+)?|点{_HAN}+)"
    r"|(?P<vague>[几数])|(?P<half>半)|(?P<small>[十百千拾佰仟])|(?P<big>[万亿兆])"
    r"|(?P<latin> ?[A-Za-z]+)|(?P<rough>[多余来])|(?P<skip>个)"
)


class Numeral(NamedTuple):
    """A number without its unit.

    ``scale`` is what the big scale at its end multiplies by (万亿 in 1.2万亿), ``tail`` all scales of a numeral that is
    one digit and scales (百亿 in 九百亿); ``bare`` says that it is scales alone (百万).
    """

    low: Decimal
    high: Decimal
    approx: Approx | None = None
    scale: Decimal = Decimal(1)
    tail: Decimal | None = None
    bare: bool = False
    arabic: bool = False

    def times(self, factor: Decimal) -> Numeral:
        """The same numeral with both ends multiplied."""
        return self._replace(low=self.low * factor, high=self.high * factor, scale=self.scale * factor)

    def negated(self) -> Numeral:
        """The same numeral below zero."""
        return self._replace(low=-self.high, high=-self.low)

    def plus(self, more: Decimal) -> Numeral:
        """The same numeral with both ends raised."""
        return self._replace(low=self.low + more, high=self.high + more) if more else self


def digit(char: str) -> int:
    """The value of one digit, plain or in characters: 五, 5; 十 is ten."""
    return 10 if char == "十" else DIGITS[char] if char in DIGITS else int(char)


@lru_cache(_REMEMBERED)
def read_numeral(run: str) -> Numeral | None:
    """The number that a run of digits and scales says; None for one that says none (``5亿3亿``, ``百百``).

    >>> read_numeral("1.2万亿").low
    Decimal('1200000000000.0')
    """
    return None if len(run) > _LONGEST else _numeral([token for _, token in _tokens(run)])


def _numeral(tokens: list[Token]) -> Numeral | None:
    total = _total(tokens)
    if total is None:
        return None
    scale, tail = _scales(tokens)
    return Numeral(
        low=total[0],
        high=total[1],
        approx=next((_ROUGH[text] for kind, text in tokens if kind == "rough"), None),
        scale=scale,
        tail=tail,
        bare=tokens[0][0] == "big" or (tokens[0][0] == "small" and SMALL[tokens[0][1]] > 10),
        arabic=tokens[0][0] == "arabic",
    )


@lru_cache(_REMEMBERED)
def longest_suffix(run: str) -> tuple[int, Numeral] | None:
    """Where the longest readable end of a run begins, and what it says: ``一`` and ``300亿`` are two numbers."""
    if len(run) > _LONGEST:
        return None
    tokens = list(_tokens(run))
    for index, (start, _) in enumerate(tokens):
        numeral = _numeral([token for _, token in tokens[index:]])
        if numeral is not None:
            return start, numeral
    return None


def _tokens(run: str) -> Iterator[tuple[int, Token]]:
    for match in _TOKEN.finditer(run):
        kind = match.lastgroup or ""
        if kind != "skip":
            yield match.start(), (kind, match.group())


class _Sum:
    """A number under way: what is closed by a big scale, the thousands, hundreds and tens after it, the last digit."""

    def __init__(self) -> None:
        self.total = self.section = (Decimal(0), Decimal(0))
        self.pending: Interval | None = None
        self.small = self.big = 10**30
        self.last: tuple[Literal["digit", "small", "big", "start"], int] = ("start", 1)
        self.zero = False

    def digit(self, value: Interval, *, zero: bool) -> bool:
        if self.pending is not None:
            return False
        self.pending, self.zero = value, zero
        return True

    def small_scale(self, value: int) -> bool:
        started = any(self.section)
        if value >= self.small or (self.pending is None and started and value != 10):
            return False
        self.section = _plus(self.section, _by(self.pending or (Decimal(1), Decimal(1)), value))
        self.pending, self.small, self.last = None, value, ("small", value)
        return True

    def big_scale(self, value: int) -> bool:
        if self.last[0] == "big" and self.pending is None and not any(self.section):
            return self._stack(value)
        part = _plus(self.section, self.pending or (Decimal(0), Decimal(0)))
        if not any(part) and self.pending is None:
            part = (Decimal(1), Decimal(1))
        if value == self.big or (value > self.big and self.big != _MYRIAD):
            return False
        if value > self.big:
            self.total = _by(_plus(self.total, part), value)
        else:
            self.total = _plus(self.total, _by(part, value))
        self.section, self.pending, self.small = (Decimal(0), Decimal(0)), None, 10**30
        self.big, self.last = value, ("big", value)
        return True

    def _stack(self, value: int) -> bool:
        if (self.last[1], value) not in _STACKED:
            return False
        self.total, self.big = _by(self.total, value), self.last[1] * value
        self.last = ("big", self.big)
        return True

    def close(self) -> Interval:
        """The sum; a last digit right after a scale counts tenths of it, as in 三万五 and 两千五."""
        end = self.pending or (Decimal(0), Decimal(0))
        kind, value = self.last
        if kind != "start" and value > 10 and not self.zero and end[1] < 10 and any(end):
            end = _by(end, Decimal(value) / 10)
        return _plus(_plus(self.total, self.section), end)


def _total(tokens: list[Token]) -> Interval | None:
    state = _Sum()
    for kind, text in tokens:
        if kind == "small":
            good = state.small_scale(SMALL[text])
        elif kind == "big":
            good = state.big_scale(BIG[text])
        elif kind == "latin":
            good = state.pending is not None
            state.pending = _by(state.pending or (Decimal(0), Decimal(0)), LATIN[text.strip().lower()])
        elif kind == "rough":
            good = True
        elif kind == "vague" and state.last == ("small", 10):
            # 十几 lies between ten and twenty
            good = state.digit((Decimal(0), Decimal(10)), zero=False)
        else:
            good = state.digit(_digits(kind, text), zero=len(text) > 1 and text[0] in "零〇点")
        if not good:
            return None
    return state.close()


def _digits(kind: str, text: str) -> Interval:
    if kind == "vague":
        return Decimal(1), Decimal(10)
    if kind == "half":
        return Decimal("0.5"), Decimal("0.5")
    if kind == "arabic":
        value = Decimal(re.sub("[,， ]", "", text).replace("·", ".").replace("•", "."))
        return value, value
    values = [DIGITS[char] for char in text if char in DIGITS]
    if len(values) == len(text) == 2 and _neighbours(*values):
        return Decimal(values[0]), Decimal(values[1])
    whole = re.split("[点.·]", text)
    value = Decimal(".".join("".join(str(DIGITS[char]) for char in part) for part in whole))
    return value, value


def _neighbours(first: int, second: int) -> bool:
    """Whether two digits side by side are a rough number: 三四, 七八, and 三五."""
    return first > 0 and (second == first + 1 or (first, second) == (3, 5))


def _scales(tokens: list[Token]) -> tuple[Decimal, Decimal | None]:
    scale, tail = 1, 1
    core = [token for token in tokens if token[0] != "rough"]
    for kind, text in reversed(core):
        if kind not in ("small", "big", "latin"):
            break
        value = _WORTH[text.strip().lower()]
        if kind != "small" and tail == scale:
            scale *= value
        tail *= value
    lone = (
        len(core) > 1 and core[0][0] in ("han", "arabic") and all(k in ("small", "big", "latin") for k, _ in core[1:])
    )
    return Decimal(scale), Decimal(tail) if lone else None


def _plus(a: Interval, b: Interval) -> Interval:
    return a[0] + b[0], a[1] + b[1]


def _by(a: Interval, factor: int | Decimal) -> Interval:
    return a[0] * factor, a[1] * factor

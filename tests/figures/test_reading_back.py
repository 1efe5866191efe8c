"""What holds for every amount: said in any form it is read back exactly; reading takes time in proportion."""

from __future__ import annotations

import gc
import re
import time
from decimal import Decimal

import pycountry
import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from kaoju.figures import find_figures

HAN = "零一二三四五六七八九"
FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")
CURRENCIES = {
    "元": "CNY",
    "美元": "USD",
    "欧元": "EUR",
    "日圓": "JPY",
    "新台幣": "TWD",
    "奈及利亞奈拉": "NGN",
    "卢布": "RUB",
}
SCALES = {"": 1, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "万亿": 10**12, "兆": 10**12}
BOUNDS = {
    "约{}": "about",
    "{}左右": "about",
    "超过{}": "over",
    "至少{}": "at_least",
    "不足{}": "under",
    "不超过{}": "at_most",
}


def in_han(value: int) -> str:
    """A whole number below 10**16 as it is said: 120530 is 十二万零五百三十."""
    said, gap = "", False
    for power, scale in ((12, "万亿"), (8, "亿"), (4, "万"), (0, "")):
        part = value // 10**power % 10**4
        if part:
            said += ("零" if said and (gap or part < 1000) else "") + four_in_han(part) + scale
        gap = bool(said) and (part == 0 or part % 10 == 0)
    return re.sub("零+", "零", re.sub("^一十", "十", said)) or "零"


def four_in_han(value: int) -> str:
    said = ""
    for power, scale in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        said += HAN[digit] + scale if digit else ("零" if said and value % power else "")
    return re.sub("零+", "零", said)


@st.composite
def amounts(draw: st.DrawFn) -> tuple[str, Decimal]:
    """A number as a text may write it, and its value."""
    if draw(st.booleans()):
        value = draw(st.integers(1, 10**12))
        said = in_han(value)
        return draw(st.sampled_from([said, said.translate(FORMAL)])), Decimal(value)
    digits = draw(st.decimals(1, 9999, places=draw(st.integers(0, 3))))
    scale = draw(st.sampled_from(list(SCALES)))
    said = draw(st.sampled_from([f"{digits}", f"{digits:,}", f"{digits}".translate(WIDE)])) + scale
    return said, digits * SCALES[scale]


@given(amounts(), st.sampled_from(list(CURRENCIES)))
def test_an_amount_of_money_is_read_back(amount: tuple[str, Decimal], currency: str) -> None:
    said, value = amount
    text = f"当年支出为{said}{currency}。"
    assert [(f.low, f.high, f.unit, f.text) for f in find_figures(text)] == [
        (float(value), float(value), CURRENCIES[currency], said + currency)
    ]


@given(amounts(), st.sampled_from(list(BOUNDS)))
def test_a_bound_is_read_back(amount: tuple[str, Decimal], bound: str) -> None:
    said, value = amount
    (figure,) = find_figures(f"其支出{bound.format(said + '美元')}。")
    open_low, open_high = BOUNDS[bound] in ("under", "at_most"), BOUNDS[bound] in ("over", "at_least")
    assert figure.approx == BOUNDS[bound]
    assert (figure.low, figure.high) == (None if open_low else float(value), None if open_high else float(value))


@given(st.decimals(-99, 999, places=2), st.sampled_from(["%", "％", "个百分点", "个基点", "倍"]))
def test_a_rate_is_read_back(value: Decimal, unit: str) -> None:
    worth = {"%": ("%", 1), "％": ("%", 1), "个百分点": ("pp", 1), "个基点": ("pp", Decimal("0.01")), "倍": ("x", 1)}[
        unit
    ]
    value = abs(value) if unit == "倍" else value
    assert [(f.low, f.unit) for f in find_figures(f"变动为{value}{unit}。")] == [(float(value * worth[1]), worth[0])]


@given(st.integers(1, 400), st.integers(1, 400), st.sampled_from(["—", "至", "到", "~", "～", "-"]))
def test_a_range_is_read_back(low: int, more: int, between: str) -> None:
    (figure,) = find_figures(f"总额为{low}{between}{low + more}亿美元。")
    assert (figure.low, figure.high) == (low * 1e8, (low + more) * 1e8)


MONEY = sorted(
    currency.alpha_3
    for currency in pycountry.currencies
    # funds, metals and codes for testing have no name that a text would use
    if currency.alpha_3
    not in [
        "CHE",
        "CHW",
        "MXV",
        "USN",
        "UYI",
        "BOV",
        "CLF",
        "COU",
        "XAD",
        "XAG",
        "XAU",
        "XBA",
        "XBB",
        "XBC",
        "XBD",
        "XPD",
        "XPT",
        "XSU",
        "XTS",
        "XUA",
        "XXX",
    ]
)


@pytest.mark.parametrize("locale", ["zh", "zh_Hant", "zh_Hant_HK"])
def test_every_currency_is_read_by_its_name(locale: str) -> None:
    names = Locale.parse(locale).currencies
    said = {code: names[code] for code in MONEY if re.fullmatch(r"[\u4e00-\u9fff]{2,}", names.get(code, ""))}
    assert len(said) > 140
    assert {code: [f.unit for f in find_figures(f"共3亿{name}。")] for code, name in said.items()} == {
        code: [code] for code in said
    }


def test_every_currency_has_a_name() -> None:
    from kaoju.figures.currencies import names

    assert set(MONEY) - set(names().values()) == set()


@pytest.mark.parametrize(
    "piece", ["1", "亿", ",", "至", "1,", "5%至", "5%、", "1 ", "一百分之", "|1", "单位：亿元|", "约", "（"]
)
def test_reading_takes_time_in_proportion(piece: str) -> None:
    once, twice = (fastest(piece * (n // len(piece))) for n in (30_000, 60_000))
    assert twice < 3.5 * once + 0.05


def fastest(text: str) -> float:
    gc.collect()
    seconds = []
    for _ in range(2):
        began = time.process_time()
        find_figures(text)
        seconds.append(time.process_time() - began)
    return min(seconds)

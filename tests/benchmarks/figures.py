"""How well and how fast figures are read, beside JioNLP's money extraction on the same text in the same run.

Usage: python tests/benchmarks/figures.py [COPIES]
Prints the scores on the table below, case by case where a reader is wrong, then the characters a second on COPIES
(default 5) of the sample corpus. JioNLP is left out where it is not installed (pip install jionlp).
A reader scores a case where it finds every amount of the text with the right value and currency, and nothing more.
"""

import contextlib
import io
import sys
import time
from pathlib import Path

from kaoju.figures import find_figures

CORPUS = Path(__file__).parents[2] / "corpus"

# text → the amounts of money in it, as low, high and currency; an open end is the number that the text gives
MONEY = [
    ("当年军费为9.23亿美元。", [(923_000_000, 923_000_000, "USD")]),
    ("工程款一万二千三百四十五元已付清。", [(12_345, 12_345, "CNY")]),
    ("应缴税款共计壹仟玖佰圆整。", [(1_900, 1_900, "CNY")]),
    ("赔偿车辆损失601,293.11元。", [(601_293.11, 601_293.11, "CNY")]),
    ("运费六十四元一角七分。", [(64.17, 64.17, "CNY")]),
    ("每斤卖三块五毛。", [(3.5, 3.5, "CNY")]),
    ("每度电降价五分钱。", [(0.05, 0.05, "CNY")]),
    ("奖池攀升至36.57亿元。", [(3_657_000_000, 3_657_000_000, "CNY")]),
    ("另需1万亿日元贷款。", [(10**12, 10**12, "JPY")]),
    ("新台币2,300億元的預算。", [(230_000_000_000, 230_000_000_000, "TWD")]),
    ("全年歲出12兆8,416億日圓。", [(12_841_600_000_000, 12_841_600_000_000, "JPY")]),
    ("港币两千九百六十元一晚。", [(2_960, 2_960, "HKD")]),
    ("NT$2,300億元的基金。", [(230_000_000_000, 230_000_000_000, "TWD")]),
    ("获US$350 million贷款。", [(350_000_000, 350_000_000, "USD")]),
    ("发行5亿欧元债券，折合人民币38.5亿元。", [(5e8, 5e8, "EUR"), (3.85e9, 3.85e9, "CNY")]),
    ("投资额为500亿—700亿美元。", [(50_000_000_000, 70_000_000_000, "USD")]),
    ("两到三千澳元的补贴。", [(2_000, 3_000, "AUD")]),
    ("三、四百亿元的缺口。", [(30_000_000_000, 40_000_000_000, "CNY")]),
    ("要花三五百块。", [(300, 500, "CNY")]),
    ("耗资数十亿元。", [(10**9, 10**10, "CNY")]),
    ("分别拨款12、15和18亿美元。", [(1.2e9, 1.2e9, "USD"), (1.5e9, 1.5e9, "USD"), (1.8e9, 1.8e9, "USD")]),
    ("由3亿增至5亿美元。", [(3e8, 3e8, "USD"), (5e8, 5e8, "USD")]),
    ("肯尼亚拨款300亿先令。", [(3e10, 3e10, "KES")]),
    ("达到445奈拉兑换1美元。", [(445, 445, "NGN"), (1, 1, "USD")]),
    ("国家元首谈一元化领导与美元化。", []),
    ("基站总数是10000，另有9000台在建。", []),
    ("2023年3月5日，20国集团举行第2次会议。", []),
    ("万一发生，千方百计，一波三折。", []),
]
# text → the shares, as low and high percentages; JioNLP has no reader of them
PERCENT = [
    ("占百分之十五点二", [(15.2, 15.2)]),
    ("增长百分之一百二十点五", [(120.5, 120.5)]),
    ("降幅两成半", [(25, 25)]),
    ("占五成七", [(57, 57)]),
    ("打七五折", [(75, 75)]),
    ("５％—10％", [(5, 10)]),
    ("5至10%", [(5, 10)]),
    ("增速为-3.2%", [(-3.2, -3.2)]),
    ("致死率3.6‰", [(0.36, 0.36)]),
    ("分别为12%、15%和9%", [(12, 12), (15, 15), (9, 9)]),
    ("高出17个百分点", []),
    ("百分百支持，一成不变", []),
]


def ours(text, kind):
    return [
        (
            figure.high if figure.low is None else figure.low,
            figure.low if figure.high is None else figure.high,
            figure.unit,
        )
        for figure in find_figures(text)
        if figure.kind == kind
    ]


def jionlp_reader():
    """JioNLP's extraction as a function of a text, or None where it is not installed."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            import jionlp
    except ImportError:
        return None
    names = {"元": "CNY", "美元": "USD", "日元": "JPY", "新台币": "TWD", "港元": "HKD", "欧元": "EUR", "澳元": "AUD"}

    def read(text):
        found = [money["detail"] for money in jionlp.ner.extract_money(text, with_parsing=True)]
        spans = [one["num"] if isinstance(one["num"], list) else [one["num"]] * 2 for one in found]
        return [
            (float(low), float(high), names.get(one["case"], one["case"]))
            for one, (low, high) in zip(found, spans, strict=True)
        ]

    return read


def score(name, read, cases):
    wrong = [(text, right, read(text)) for text, right in cases if not same(read(text), right)]
    print(f"{name:28}{len(cases) - len(wrong):3} of {len(cases)}")
    for text, right, found in wrong:
        print(f"    {text}  {right}  found {found}")


def same(found, right):
    return len(found) == len(right) and all(
        a[2:] == b[2:] and all(abs(x - y) <= 1e-6 * max(1, abs(y)) for x, y in zip(a[:2], b[:2], strict=True))
        for a, b in zip(found, right, strict=True)
    )


def rate(read, text):
    read(text[:2000])
    began = time.perf_counter()
    read(text)
    return len(text) / (time.perf_counter() - began)


def main(copies):
    other = jionlp_reader()
    score("money: kaoju", lambda text: ours(text, "MONEY"), MONEY)
    if other:
        score("money: JioNLP", other, MONEY)
    score("percent: kaoju", lambda text: [figure[:2] for figure in ours(text, "PERCENT")], PERCENT)
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.md"))) * copies
    speed = rate(find_figures, text)
    print(f"kaoju   {speed:12.0f} characters/s, all figures")
    if other:
        slow = rate(other, text)
        print(f"JioNLP  {slow:12.0f} characters/s, money alone; kaoju is {speed / slow:.1f} times as fast")
        digits = "1" * 1000
        print(f"a run of 1000 digits: kaoju is {rate(find_figures, digits) / rate(other, digits):.0f} times as fast")
    else:
        print("JioNLP is not installed")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)

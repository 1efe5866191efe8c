"""How well and how fast figures are read, beside Recognizers-Text and JioNLP, as a Markdown table.

    pip install jionlp recognizers-text-suite 'emoji<2'
    python tests/benchmarks/peers.py [--misses]

A reader that is not installed is left out. A case is right where a reader finds every amount of the text with the right
value and unit and nothing more; an open end is the number that the text gives, bounds are not compared. The cases are
the two readers' own (tests/figures/peers, without those that are read otherwise here on purpose) and the table below.
The peers' units are taken in good will: 个百分点 is a percentage point to all three.
"""

import contextlib
import io
import re
import sys
import time
import warnings
from collections.abc import Callable
from csv import QUOTE_NONE, DictReader
from pathlib import Path

from kaoju.figures import find_figures
from kaoju.figures.currencies import names

ROOT = Path(__file__).parents[2]
Amount = tuple[float, float, str]
Case = tuple[str, list[Amount]]
Reader = Callable[[str], list[Amount]]
KINDS = {"money": "MONEY", "amount": "MONEY", "percent": "PERCENT|PERCENTAGE_POINT"}

# written for this project: what articles say, and the amounts in it
MONEY = """\
当年军费为9.23亿美元。	923e6 923e6 USD
新台币2,300億元的預算。	2300e8 2300e8 TWD
全年歲出12兆8,416億日圓。	128416e8 128416e8 JPY
NT$2,300億元的基金。	2300e8 2300e8 TWD
获US$350 million贷款。	350e6 350e6 USD
发行5亿欧元债券，折合人民币38.5亿元。	5e8 5e8 EUR | 38.5e8 38.5e8 CNY
投资额为500亿—700亿美元。	500e8 700e8 USD
三、四百亿元的缺口。	300e8 400e8 CNY
分别拨款12、15和18亿美元。	12e8 12e8 USD | 15e8 15e8 USD | 18e8 18e8 USD
由3亿增至5亿美元。	3e8 3e8 USD | 5e8 5e8 USD
肯尼亚拨款300亿先令。	300e8 300e8 KES
乌干达拨款300亿先令。	300e8 300e8 UGX
达到445奈拉兑换1美元。	445 445 NGN | 1 1 USD
投入830万 美\\n元。	830e4 830e4 USD
折合人民幣12.5億。	12.5e8 12.5e8 CNY
3兆日圓與2000億韓圜。	3e12 3e12 JPY | 2000e8 2000e8 KRW
介于5亿元与7亿元之间。	5e8 7e8 CNY
获1,100.9亿元。	1100.9e8 1100.9e8 CNY
100亿特别提款权。	100e8 100e8 XDR
每桶85美元，每股3.2元。	85 85 USD | 3.2 3.2 CNY
表1（单位：亿美元）\\n\\n| 国家 | 2019 |\\n|---|---|\\n| 韩国 | 85.3 |	85.3e8 85.3e8 USD
国家元首谈一元化领导与美元化。
基站总数是10000，另有9000台在建。
2023年3月5日，20国集团举行第2次会议。
万一发生，千方百计，一波三折。
"""
PERCENT = """\
占百分之十五点二。	15.2 15.2 %
增长百分之一百二十点五。	120.5 120.5 %
降幅两成半。	25 25 %
占五成七。	57 57 %
占三分之二。	66.666667 66.666667 %
约1/3的企业。	33.333333 33.333333 %
一半以上的人口。	50 50 %
关税为５％—10％。	5 10 %
关税为5至10%。	5 10 %
增速为-3.2%。	-3.2 -3.2 %
2019年-5%的增速。	-5 -5 %
致死率3.6‰。	0.36 0.36 %
分别为12%、15%和9%。	12 12 % | 15 15 % | 9 9 %
占71. 64%。	71.64 71.64 %
高出17个百分点。	17 17 pp
加息25个基点。	0.25 0.25 pp
相差一个半百分点。	1.5 1.5 pp
增长15 per cent。	15 15 %
百分百支持，一成不变，成为成员。
"""


def cases(text: str) -> list[Case]:
    rows = [line.partition("\t") for line in text.splitlines()]
    return [(text.replace("\\n", "\n"), amounts(figures)) for text, _, figures in rows]


def amounts(figures: str) -> list[Amount]:
    """The amounts that a line says as ``low high unit bound``."""
    found = []
    for figure in filter(None, figures.split(" | ")):
        low, high, unit = figure.split()[:3]
        found.append((float(high if low == "-" else low), float(low if high == "-" else high), unit))
    return found


def peers_cases(name: str) -> list[Case]:
    with (ROOT / "tests" / "figures" / "peers" / name).open(encoding="utf-8") as file:
        rows = list(DictReader(file, delimiter="\t", quoting=QUOTE_NONE))
    return [(row["text"], amounts(row["figures"])) for row in rows if not row["apart"]]


def kaoju(kind: str) -> Reader:
    def read(text: str) -> list[Amount]:
        found = [figure for figure in find_figures(text) if re.fullmatch(KINDS[kind], figure.kind)]
        ends = [(f.high if f.low is None else f.low, f.low if f.high is None else f.high) for f in found]
        return [(low, high, figure.unit) for figure, (low, high) in zip(found, ends, strict=True)]

    return read


def jionlp(kind: str) -> Reader | None:
    """JioNLP's extraction of money, or its parser where the text is one amount; it reads no percentages."""
    if kind == "percent":
        return None
    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp
    codes = names() | {"元": "CNY"}

    def read(text: str) -> list[Amount]:
        if kind == "amount":
            found = [jionlp.parse_money(text)]
        else:
            found = [money["detail"] for money in jionlp.ner.extract_money(text, with_parsing=True)]
        ends = [one["num"] if isinstance(one["num"], list) else [one["num"]] * 2 for one in found]
        return [
            (float(a), float(b), codes.get(one["case"], one["case"])) for one, (a, b) in zip(found, ends, strict=True)
        ]

    return read


def recognizers(kind: str) -> Reader:
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer

    money = kind != "percent"
    culture = "zh-cn"
    model = (
        NumberWithUnitRecognizer(culture).get_currency_model()
        if money
        else NumberRecognizer(culture).get_percentage_model()
    )

    def read(text: str) -> list[Amount]:
        return [amount for one in model.parse(text) for amount in [told(one)] if amount]

    def told(one) -> Amount | None:
        said = (one.resolution or {}).get("value")
        if said is None:
            return None
        unit = one.resolution.get("isoCurrency", one.resolution.get("unit", "")) if money else "%"
        if re.search(r"百\s*分\s*[点點]", one.text):
            unit = "pp"
        value = float(said.rstrip("%").replace(",", ""))
        return value, value, unit

    return read


def installed() -> dict[str, Callable[[str], Reader | None]]:
    """The readers that there are on this machine, by name."""
    found: dict[str, Callable[[str], Reader | None]] = {"kaoju": kaoju}
    for name, reader in (("Recognizers-Text", recognizers), ("JioNLP", jionlp)):
        try:
            reader("money")
        except ImportError:
            print(f"{name} is not installed", file=sys.stderr)
        else:
            found[name] = reader
    return found


def right(read: Reader, text: str, expected: list[Amount]) -> bool:
    try:
        found = read(text)
    except Exception:  # a reader that breaks down on a text has not read it
        return False
    return len(found) == len(expected) and all(
        a[2] == b[2] and all(abs(x - y) <= 1e-6 * max(1, abs(y)) for x, y in zip(a[:2], b[:2], strict=True))
        for a, b in zip(found, expected, strict=True)
    )


def score(read: Reader | None, rows: list[Case], misses: bool) -> str:
    if read is None:
        return "–"
    wrong = [text for text, expected in rows if not right(read, text, expected)]
    if misses:
        for text in wrong:
            print("   ", read.__qualname__.split(".")[0], text, file=sys.stderr)
    return f"{len(rows) - len(wrong)}"


def rate(read: Reader, text: str) -> float:
    """Characters a second of processor time, the best of five."""
    read(text[:2000])
    seconds = []
    for _ in range(5):
        began = time.process_time()
        read(text)
        seconds.append(time.process_time() - began)
    return len(text) / min(seconds)


def line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def main(misses: bool) -> None:
    warnings.filterwarnings("ignore")
    readers = installed()
    print(line(["cases right", "of", *readers]))
    print(line(["---", *(["--:"] * (len(readers) + 1))]))
    for name, kind, rows in (
        ("Recognizers-Text's, Chinese currency", "money", peers_cases("recognizers_currency.tsv")),
        ("Recognizers-Text's, Chinese percentage", "percent", peers_cases("recognizers_percent.tsv")),
        ("JioNLP's, money in a text", "money", peers_cases("jionlp_extractor.tsv")),
        ("JioNLP's, an amount alone", "amount", peers_cases("jionlp_parser.tsv")),
        ("this project's, money", "money", cases(MONEY)),
        ("this project's, percentages and points", "percent", cases(PERCENT)),
    ):
        print(line([name, str(len(rows)), *(score(reader(kind), rows, misses) for reader in readers.values())]))
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus").glob("*.md")))
    speeds = [rate(reader("money"), text) for reader in readers.values()]
    print(line(["sample articles, characters a second", str(len(text)), *(f"{speed:,.0f}" for speed in speeds)]))
    digits = "1" * 2000
    speeds = [rate(reader("money"), digits) for reader in readers.values()]
    print(line(["a run of digits, characters a second", str(len(digits)), *(f"{speed:,.0f}" for speed in speeds)]))


if __name__ == "__main__":
    main("--misses" in sys.argv[1:])

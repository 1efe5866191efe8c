"""Articles made for tests: the same sentences and notes in any house style, and what a reader should find in them.

A style is shown by its first number: the mark ``註一`` and the label ``註一：`` go on to 註二 and 註三.
"""

import random
import re
from typing import NamedTuple

STYLES = [
    ("[1]", "[1] "),
    ("[1]", "[1]"),
    ("[1]", "1. "),
    ("[1]", "1 "),
    ("［１］", "［１］"),
    ("［1］", "[1] "),
    ("**[1]**", "**[1]** "),
    ("\\[1\\]", "\\[1\\] "),
    ("<sup>[1]</sup>", "[1] "),
    ("<sup>1</sup>", "1. "),
    ("<sup>1</sup>", "1"),
    ("<sup>1)</sup>", "1) "),
    ("<sup>（1）</sup>", "（1）"),
    ("<sup>①</sup>", "① "),
    ("<sup>註1</sup>", "註1："),
    ("^1^", "1. "),
    ("$^{1}$", "1. "),
    ("$^{[1]}$", "[1] "),
    ("¹", "1 "),
    ("¹", "¹"),
    ("①", "①"),
    ("①", "①　"),
    ("⑴", "⑴"),
    ("⑴", "⑴ "),
    ("(1)", "(1) "),
    ("（1）", "（1）"),
    ("（１）", "（１）"),
    ("(1)", "1. "),
    ("{1}", "{1} "),
    ("{1}", "1. "),
    ("1)", "1) "),
    ("1", "1 "),
    ("1", "1. "),
    ("１", "１．"),
    ("1", "[1] "),
    ("1", "〔1〕"),
    ("(1)", "[1] "),
    ("〔1〕", "〔1〕"),
    ("﹝1﹞", "﹝1﹞"),
    ("【1】", "【1】"),
    ("〔一〕", "〔一〕"),
    ("[一]", "[一] "),
    ("[註1]", "[註1] "),
    ("［註１］", "［註１］"),
    ("【註1】", "【註1】"),
    ("[注1]", "注1."),
    ("（注1）", "（1）"),
    ("（註1）", "1. "),
    ("（注①）", "注① "),
    ("（註一）", "註一："),
    ("（註一）", "（註一）"),
    ("〔註一〕", "〔註一〕"),
    ("註1", "註1："),
    ("註1", "註1 "),
    ("註１", "註１："),
    ("註 1", "註 1："),
    ("註一", "註一："),
    ("註一", "註一 "),
    ("注1", "注1、"),
    ("注①", "注①："),
    ("注①", "①"),
    ("〈1〉", "〈1〉"),
    ("<1>", "<1> "),
    ("*1", "*1 "),
    ("※1", "※1 "),
]
LAYOUTS = ["foot", "foot without a rule", "foot, wrapped", "section", "end", "end without a heading", "end on one line"]
# where the mark stands is shown by |
SENTENCES = (
    "2024年该国的出口总额同比增长8.2%|，创下近十年来的新高。",
    "「借來的雙手終須歸還」，一位官員的這句自嘲道盡了政策的困境。|",
    "同年12月，两国就关税问题达成协议|，但执行的效果并不理想。",
    "全国平均费用由2000年的2911元逐步调高至6225元，增加一倍多。|",
    "他認為，改革的成敗不在於制度設計是否精巧，而在於世代之間的協議。|",
    "三者相互强化，使航运的成本居高不下，“规则追赶不上现实”。|",
    "年内共有117种药品进入谈判环节，成功率为百分之七十六|。",
    "一位船东直言，省下的油钱都交给了保险公司；|港口方面则另有说法。",
    "日本政府並於2024年3月決定，今後五年的上限提高到82萬人。|",
    "不到上述目标的一半，其中近七成来自少数几家企业|。",
    "据统计，海外侨民的汇款约为900亿美元，已是双边援助的两倍多。|",
    "人口的流失是更深一层的危机，学界对此看法不一。|",
)
NOTES = (
    "Todd Sandler, “NATO Burden Sharing,” *Defence Economics*, Vol. 25, No. 2, 2014, pp. 611-618.",
    "王某某：《国际贸易的政治经济学》，北京：未名出版社，2018年，第43—60页。",
    "陳某某，〈外傭徵款始末〉，《社會政策學刊》，第12卷第1期，2014年，頁33-58。",
    "Reuters, May 1, 2020, https://www.example.org/news/2020/05/01/trade.html (accessed May 9, 2020).",
    "同上，第52页。",
    "Ibid., p. 48.",
    "外交部：《行动计划（2025—2027）》，外交部网站，2024年9月5日，https://www.example.org/zyxw/202409.shtml。",
    "参见丁某：《全球治理的碎片化》，载《世界观察》2022年第4期，第18—37页。",
    "申屠某. 多元支付体系下的可及性[D]. 临安: 澄江大学, 2025: 77.",
    "U.S. Energy Office, *Annual Report 2024*, Washington, D.C., 2024, p. 6.",
)
# stand for marks until these are set
_SIGNS = 0xE000
_SIGN = re.compile(r"[\ue000-\ue0ff]")
_COLUMN = 36
# a page cuts the last sentence so far from its end
_CUT = 7


class Made(NamedTuple):
    """An article's source, its notes as (number, text), the note that each mark calls, counted from 1 through
    the article, and its running text without the marks."""

    source: str
    notes: list
    calls: list
    body: str


def printed(sample, number):
    """A mark or a label with another number: ``printed("註一", 12)`` is ``註十二``."""
    signs = {
        "1": str(number),
        "１": str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
        "¹": str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")),
        "①": chr(ord("①") + number - 1),
        "⑴": chr(ord("⑴") + number - 1),
        "一": ("十" if number > 9 else "") + "〇一二三四五六七八九"[number % 10] * (number != 10),
    }
    return "".join(signs.get(char, char) for char in sample)


def article(style, layout, seed):
    """An article of three sections in a style and a layout, the same for the same seed."""
    dice = random.Random(f"{style} {layout} {seed}")
    sections = [_section(dice, first) for first in ((1, 4, 7) if layout.startswith("end") else (1, 1, 1))]
    source = "关于若干问题的研究报告\n\n"
    for name, section in zip("一二三", sections, strict=True):
        source += f"{name}、第{name}部分\n\n{_set(section, style, layout)}\n\n"
    notes = [note for _, mine in sections for note in mine]
    if layout.startswith("end"):
        source += ("" if "without" in layout else "註釋\n\n") + _listed(notes, style[1], layout)
    body = "".join(_SIGN.sub("", words) for words, _ in sections)
    return Made(source, notes, list(range(1, len(notes) + 1)), body)


def _section(dice, first):
    """Four sentences, the first three with a sign for their mark, and the notes."""
    *cited, last = dice.sample(SENTENCES, 4)
    words = "".join(one.replace("|", chr(_SIGNS + first + at)) for at, one in enumerate(cited))
    return words + last.replace("|", ""), [(first + at, note) for at, note in enumerate(dice.sample(NOTES, 3))]


def _set(section, style, layout):
    """A section with its marks, and its notes where they stand below it or at the foot of a page that cuts it."""
    words, notes = section
    listed = _listed(notes, style[1], layout)
    if layout == "foot, wrapped":
        words = "　　" + _wrapped(words)
    marked = _SIGN.sub(lambda match: printed(style[0], ord(match.group()) - _SIGNS), words)
    if layout == "foot":
        return f"{marked[:-_CUT]}\n\n---\n\n{listed}\n\n· 37 ·\n\n{marked[-_CUT:]}"
    if layout == "section":
        return f"{marked}\n\n注释\n\n{listed}"
    return marked if layout.startswith("end") else f"{marked}\n\n{listed}"


def _listed(notes, label, layout):
    between = {"end on one line": " ", "section": "\n\n", "end": "\n\n"}.get(layout, "\n")
    return between.join(printed(label, number) + text for number, text in notes)


def _wrapped(text):
    """Lines of a column, none of which begins with a sign that closes."""
    lines = [""]
    for char in text:
        full = len(lines[-1]) >= _COLUMN and char not in "，。；：、！？”’」』）》%"
        lines = [*lines, char] if full else [*lines[:-1], lines[-1] + char]
    return "\n".join(lines)

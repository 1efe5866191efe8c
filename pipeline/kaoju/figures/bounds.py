"""Words before and after an amount that make it a bound: 约, 超过, 至少 … 以上, 左右, 多."""

from __future__ import annotations

import re
from csv import DictReader
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from kaoju.annotations import Approx

_LONGEST = 18
# what _BETWEEN and the words of _OF_A_WHOLE end with, beside those listed
_LAST_BETWEEN = frozenset("加少长高低省达到了为占有合要是在年部币国银的之值额量价")
# what may stand between a leading word and its number: 超过每年5000万吨, 约占一成
_BETWEEN = (
    r"(?:[可将需能要会](?:增加|减少|增长|提高|降低|节省|达到?))?(?:了|为|达到?|占到?|有|合|要|是|在)?"
    r"(?:每[^，。；、0-9]{1,7}|全年|全部|人民币|新台币|美国(?!的)|白银)?的?"
)
# 最多征收150万美元, 至少要下降三分之一: a deed between
_DEEDS = (
    "增加|减少|增长|提高|降低|上升|下降|上涨|下跌|上调|下调|节省|征收|加征|收取|缴纳|支付|罚款|处以|投入|提供|获得|损失|花费"
    "|补贴|补助|资助|奖励|填补|弥补|抵扣|抵免|减免|免除|报销|赔偿|赔付|借出|借入|贷出|贷款|领取|发放|拨出|拨付|追加|可得"
    "|接受|容忍|允许|反弹|回升|回落|回调|扩大|缩小|缩水|缩减|萎缩|削减|压缩|裁减|裁撤|淘汰|流失|蒸发|亏损|少收|多收|少付|多付|贬值|升值"
    "|购买|采购|出售|认购|持有|占有|吸收|吸纳|覆盖|满足|完成|实现|释放|调动|动员|筹集|兑现|偿还|归还|挽救|拯救|节约|损耗|消耗"
    # 失去, 跌去, 裁掉, 夺走, 拿出, 挽回, 收回
    "|[失跌削减砍裁拿夺挽收赔亏花省烧耗吃赚卖买退交付掏补涨][去掉走出回下进入]"
)
# what may be said well before the number
_FROM_AFAR = ("每", "至少", "最少", "最多", "至多")
_MAY = "(?:可以?|能够?|将|需要?|要|会|应|须|得|被){0,2}"
_DEED_BETWEEN = re.compile(rf"(?P<word>[至最]少|起码|[至最顶]多)只?{_MAY}再?(?:{_DEEDS})了?[^，。；、0-9的]{{0,6}}$")
# 连3%都不到, 五成也达不到; 以2000元为限
_FALLEN_SHORT = re.compile(
    "[都也还](?:不到|不足|不及|不满|没到|没有?(?:达|做|占)?到|没有(?=[，。；！？）]|$)|达不到|未能?达到?|够不上|未及)"
)
_LIMIT = re.compile("为(?:(?P<most>上限|限|封顶)|(?P<least>下限|底线))")
_UP_TO = re.compile("以[^，。；、以]{0,10}$")
# 上百亿, but 市场上占三成
_HUNDREDS = re.compile("(?<=上)[百千万亿]")
# characters that make another word of a leading one: 节约, 最近, 高超, 向上
_NOT_AFTER = {
    "约": "节条签契违解制公赴预特北大",
    "近": "最附临靠亲远邻晚",
    "超": "高",
    "上": "赔贱搭贵贴以之向网线岸价升加身在早晚马路历桌海地冲站登涨跃攀推爬",
    "过": "超通经不渡度路错越",
}
# where an amount with such a word ends: 三分之二强，; 强化, 余款 and 多用于 are words of their own
_CLOSED = r"(?=[的之与和及或一钱，。；：、！？（）)》”|\s]|$)"
# a share or a multiple with it goes on: 三成多受访者, 一倍余的
_OF_A_SHARE = r"(?<=[成半倍番%一二三四五六七八九].)"
_FOLLOWED = {
    "多": rf"(?:{_CLOSED}|{_OF_A_SHARE}(?![边数元样年种国哈极方头次少媒]))",
    "余": rf"(?:{_CLOSED}|{_OF_A_SHARE}(?![下额地款缺]))",
    "许": _CLOSED,
    "强": rf"(?:{_CLOSED}|{_OF_A_SHARE}(?![化度大制迫加调势者国力烈硬行劲权敌震]))",
    "弱": rf"(?:{_CLOSED}|{_OF_A_SHARE}(?![小点势者国化于项体不]))",
    "不到": "(?![0-9一二两三四五六七八九十百千万亿半几])",
    "以上": "(?!述)",
    "以下": "(?!简称)",
    "还多": "(?=[，。；、的）]|$)",
    "附近": "(?![地居村])",
}


# 低于5%的警戒线: the line is 5%, what is below it is another figure
_LINE = re.compile("的(?:[^，。；、的]{0,4})(?:[红底警基]戒?线|门槛|目标|关口|大关|[上下]限|标准|临界)")


@cache
def _words(place: str) -> dict[str, Approx]:
    with (resources.files("kaoju.figures") / "bounds.tsv").open(encoding="utf-8") as file:
        rows = list(DictReader(file, delimiter="\t"))
    return {row["word"]: cast("Approx", row["approx"]) for row in rows if row["place"] == place}


@cache
def _last() -> frozenset[str]:
    """The characters right before a number that has a leading word, but for 超过每吨."""
    words = (*_words("before"), *_DEEDS.split("|"), *_WHOLES.split("|"))
    return _LAST_BETWEEN | {word[-1] for word in words}


@cache
def _leading() -> re.Pattern[str]:
    words = sorted(_words("before"), key=len, reverse=True)
    # what may not stand before a word is looked for from its end, so that a search leaps to where a word begins
    guarded = [f"{word}(?<![{_NOT_AFTER[word]}]{word})" if word in _NOT_AFTER else word for word in words]
    guarded = [f"{word}(?<!(?<!折)合约)" if word.startswith("约(") else word for word in guarded]
    return re.compile(rf"(?P<word>{'|'.join(guarded)}){_BETWEEN}$")


_WHOLES = "人口|收入|工资|支出|预算|产出|GDP"
_AFTER_A_WHOLE = "|".join(f"(?<={word})" for word in _WHOLES.split("|"))
# 不到承诺额的一半, 超过总人口的两成, 至多只能完成预算的三成
_OF_A_WHOLE = re.compile(
    r"(?P<word>约[为占合]|几乎[是占]|[抵够]不上|不到|不足|不及|未满|(?:不得|不能|不应|没有|未)?超过|逾(?![期越])|不超过|接近|达不到"
    r"|不[得能应]?(?:低于|少于|高于)"
    r"|[至最][少多](?=只?[能可]|[要须应占达有]|完成))"
    rf"(?P<whole>[^，。；：、]{{1,12}}(?:[的之]|(?<=[值额量价])|{_AFTER_A_WHOLE}))$"
)
_OF: dict[str, Approx] = {
    "约为": "about",
    "约占": "about",
    "约合": "about",
    "几乎是": "about",
    "几乎占": "about",
    "抵不上": "under",
    "够不上": "under",
    "达不到": "under",
}
# 超过去年的8%: what is exceeded is that figure itself
_ANOTHER_TIME = re.compile("[0-9年月日]|[上去前]一?[年月次]|同期|此前|以往")
# 超过美国的650亿欧元: so much is what the other has
_EXCEEDS = frozenset(["超过", "逾", "不及", "不到", "不足", "接近"])
_WORDS_FOR_SHARES = re.compile("[半成之倍]")


@cache
def _trailing() -> re.Pattern[str]:
    words = sorted(_words("after"), key=len, reverse=True)
    guarded = [word + _FOLLOWED.get(word, "") for word in words]
    return re.compile(rf"(?:（?含）?|[ ]?)(?P<word>{'|'.join(guarded)})")


def leading(text: str, start: int, *, money: bool = False) -> Approx | None:
    """What the words right before a place make of the amount that begins there; ``money`` behind whose it is
    is no bound: 超过美国的650亿欧元.

    >>> leading("投资约44亿元", 3)
    'about'
    """
    before = text[max(0, start - _LONGEST) : start]
    if before[-1:] not in _last() and not any(word in before for word in _FROM_AFAR):
        return None
    # the longest word that reaches the end wins: 不超过 before 超过
    found = _leading().search(before)
    if found and (found["word"] != "上" or _HUNDREDS.match(text, start)):
        return _words("before")[found["word"]]
    if deed := _DEED_BETWEEN.search(before):
        return _words("before")[deed["word"]]
    of = _OF_A_WHOLE.search(before)
    if of is None or not (
        _WORDS_FOR_SHARES.search(text, start, start + 4)
        or "得" in of["word"]
        or not ((money and of["word"] in _EXCEEDS) or _ANOTHER_TIME.search(of["whole"]))
    ):
        return None
    return _OF.get(of["word"]) or _words("before")[of["word"]]


def is_a_line(text: str, end: int) -> bool:
    """Whether an amount that ends at a place is a line that others are held against, and no bound itself.

    >>> is_a_line("失业率低于5%的警戒线", 7)
    True
    """
    return bool(_LINE.match(text, end))


def limit(text: str, start: int, end: int) -> Approx | None:
    """What the words behind an amount that are no part of it make of it.

    >>> limit("连3%都不到", 1, 3), limit("以2000元为限", 1, 6)
    ('under', 'at_most')
    """
    if _FALLEN_SHORT.match(text, end):
        return "under"
    match = _LIMIT.match(text, end)
    if match is None or not _UP_TO.search(text, max(0, start - _LONGEST), start):
        return None
    return "at_most" if match["most"] else "at_least"


def trailing(text: str, end: int) -> tuple[int, Approx | None]:
    """Where an amount ends that has its unit at ``end``, and what the words there make of it."""
    match = _trailing().match(text, end)
    return (match.end(), _words("after")[match["word"]]) if match else (end, None)

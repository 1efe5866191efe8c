"""Whether the words state a rise or a fall."""

from __future__ import annotations

import re

from kaoju.annotations import Direction, Figure
from kaoju.claims import differences
from kaoju.claims.body import Body, Span
from kaoju.claims.changes import CHANGE, way
from kaoju.claims.ties import Tie

# from these words on, a number compares or describes and states no change
_LEVEL = re.compile(
    r"相当于|(?<![到至])占|为(?!了|原|当初|此前|先前|以前)|达到|仍有|共有|仅有|只有|约有|高出|低于|高于|相差|差距|影响|合计|共计|总计|累计(?![^，。]{0,2}[上下加减增降提缩])"
    r"|涉及|价值|来自|流向|是(?!否)|发放|支付|耗资|斥资|不少于|不超过"
)
_NOUN_AFTER = re.compile(
    r"的?(?:年均|同比|累计|平均|名义|实际)?(?:(?P<decrease>负增长|负成长|下降|降幅|跌幅|减幅|跌|下滑|减少|缩减|缩水)|(?P<increase>增长|成长|增幅|涨幅|升幅|增速|上涨|上升|提升|增量))"
)
# 订单的六成因此流失, 预算的三成被削减: what becomes of the part that a figure gives
_LOST_AFTER = re.compile(
    "(?:[^，。；：]{0,8}?(?:归零|清零)"
    "|[^，。；：]{0,4}?(?:(?:丧失|流失|消失|蒸发)|[被遭](?:削减|砍[掉去]?|裁[撤减掉]|抹去|削去|缩减)))(?=了?[，。；：]|$)"
)
_HALVED = ("减半", "腰斩")
# 以年均13%的速度递增
_AT_A_RATE = re.compile("的[^，。；]{0,4}(?:速度|速率|幅度|步伐)")
_NEAR = 6
# 对进口商品征收10%的关税 is a rise; 征收3亿元, 开征10%的出口税 say how much is taken
_LEVIED = ("征收", "课征", "开征")
_NEW_TAX = re.compile("(?:以上|以下)?的(?!关税)[^，。；：的]{0,12}税")
# 供应短缺四分之一 is a fall; 短缺3万人 says how many are wanted
_WANTING = ("短缺", "短少")
_WHEN = "(?:[0-9]{4}年|[同次翌当]年|[0-9]{1,2}月)[初末底中]?"
_ELLIPTIC = re.compile("[，；](?:则|却|亦|更|甚至)(?:约|近|逾|为|[仅只]有?|不过)*$")
_BARE = re.compile(f"(?:{_WHEN}(?=已))?[已更竟多高]*(?:达到?了?|至|为|仅|只有)(?:约|近|逾|超过|不足)?")
# 从最低5%到最高20%, 从3亿元到5亿元不等: a spread and no change
_SPREAD = re.compile("不等|之间")
# 只有三成的居民认为: how many hold something, whatever the clause before tells
_HOLD = re.compile("(?:以上|左右)?的?[^，。；：]{0,10}?(?:认为|相信|主张|支持|反对|赞成|希望|表示|同意|愿意)")
_EXTREME = re.compile("最[高低多少大小长短]的?$")
_TIMES_THE_OLD = re.compile(r"(?:[为是及到足]|相当于)(?:原先|原来|当初|此前|先前|以前|最初)(?:水平)?的[^，。]{0,2}$")


def direction(body: Body, clause: Span, tie: Tie, before: int) -> Direction:
    """What the words of a clause say of a claim: those from ``before``, where the last claim ended, to its end.

    A change between two values that no word names goes by the values.
    """
    first, last = body.figures[tie.figures[0]], body.figures[tie.figures[-1]]
    if "番" in body.text[first["start"] : first["end"]] or body.text.startswith("翻", first["start"]):
        return "increase"
    if body.text.startswith(_HALVED, first["start"]) or _LOST_AFTER.match(body.masked, last["end"]):
        return "decrease"
    if changed := _at_a_rate(body, last["end"]):
        return way(changed)
    after = _NOUN_AFTER.match(body.masked, last["end"])
    if after and last["kind"] != "MONEY":
        return "increase" if after["increase"] else "decrease"
    if tie.origin is not None:
        return _of_change(body, first, last)
    words = body.masked[max(clause.start, before) : first["start"]]
    if len(tie.figures) > 1 and not body.masked[first["end"] : last["start"]].endswith("的"):
        words = body.masked[first["end"] : last["start"]]  # 每上升100个基点，产出下降0.8%
    holds = last["kind"] == "PERCENT" and _HOLD.match(body.masked, last["end"], clause.end)
    if _BARE.fullmatch(words) and before < clause.start and not holds:
        words = _before(body, before, clause)
    if last["kind"] in ("MULTIPLE", "PERCENT") and _TIMES_THE_OLD.search(words):
        return "increase" if last["kind"] == "MULTIPLE" else "decrease"
    differs = differences.way(body, Span(max(clause.start, before), first["start"]))
    return differs or _of_words(body, words, last)


def _at_a_rate(body: Body, end: int) -> re.Match[str] | None:
    """递增 in 以年均13%的速度递增."""
    rate = _AT_A_RATE.match(body.masked, end)
    return CHANGE.search(body.masked, rate.end(), rate.end() + _NEAR) if rate else None


def is_elliptic(words: str) -> bool:
    """Whether the words between two figures only set the later one against the earlier: 增长十倍，折成英镑，则五倍."""
    return bool(_ELLIPTIC.search(words))


def _before(body: Body, start: int, clause: Span) -> str:
    """出口降幅最大 in 出口降幅最大，达12.6%: the clause before one that says no more than how much."""
    told = body.masked[start : clause.start].rstrip("，：,: ")
    return told[max(told.rfind(mark) for mark in "，；：。") + 1 :]


def _of_words(body: Body, words: str, figure: Figure) -> Direction:
    """The last word of change, unless words that only describe follow it."""
    changes = list(CHANGE.finditer(words))
    if not changes:
        return "level"
    last = changes[-1]
    if last.group() in _LEVIED and (figure["kind"] == "MONEY" or _NEW_TAX.match(body.text, figure["end"])):
        return "level"
    if last.group() in _WANTING and figure["kind"] != "PERCENT":
        return "level"
    if words.startswith("的", last.end()) and last.group()[-1] not in "幅速率":
        return "level"  # 利润下滑的高达六成
    if words.endswith("的") and not re.search("^[到至]", words[last.end() :]) and last.group()[-1] not in "到至":
        return "level"  # 新增外汇储备的一成
    named = last.group()[-1] in "幅速率" or words.startswith("幅度", last.end())
    described = last.end() + words.startswith("为", last.end())  # 缩小为
    if _LEVEL.search(words, described) and not named:
        return "level"
    return way(last)


def _of_change(body: Body, first: Figure, last: Figure) -> Direction:
    changes = list(CHANGE.finditer(body.masked, first["end"], last["start"]))
    if changes:
        return way(changes[-1])
    if _SPREAD.match(body.masked, last["end"]) or _EXTREME.search(body.masked, first["end"], last["start"]):
        return "level"
    low, high = first["low"] or first["high"] or 0, last["low"] or last["high"] or 0
    return "increase" if high > low else "decrease" if high < low else "level"

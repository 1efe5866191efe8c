"""Whether the words state a rise or a fall."""

from __future__ import annotations

import re

from kaoju.annotations import Direction, Figure
from kaoju.claims.body import Body, Span
from kaoju.claims.ties import Tie

_RISE = (
    "提高|提升|提至|上调|调升|调高|升至|升到|升为|上升|攀升|飙升|回升|跃升|抬升|拉升|升高|升值|增至|增加|增长|成长|增为|猛增|激增|剧增|骤增|"
    "递增|增幅|增速|增长率|涨幅|升幅|加幅|加征|加收|加[到至]|加息|加码|加税|追加|增拨|增发|增资|新增|增设|增列|增编|扩大|扩张|扩增|扩充|上涨|看涨|大涨|暴涨|涨至|"
    "上浮|加价|涨价|加薪|课征|(?:征收|开征)(?=[^，的]{0,4}$)|翻[^，。]{0,3}番|翻倍|多出|多繳|多缴|多付|多支出|增收|增持|增产|膨胀|加大|加快|加重|增多|多了|延长|增|涨|(?<!再)升(?!级|学|温|息差)|走高|推高|抬高|拉高|调涨|走强"
)
_FALL = (
    "降低|降至|降到|降为|下降|下调|调降|调低|下滑|下跌|下挫|下探|跌至|跌到|跌破|大跌|暴跌|减少|减至|减为|缩减|削减|裁减|压降|扣减|删减|刪减|锐减|骤减|递减|减幅|降幅|"
    "跌幅|缩小|萎缩|压缩|缩水|缩短|缩至|收窄|放缓|放慢|回落|滑落|降息|减税|减免|减征|减产|削去|削掉|砍去|砍掉|砍至|裁撤|裁员|减轻|少了|跌去|贬值|贬至|减半|少征|少付|走低|"
    "流失|蒸发|衰退|只剩|仅剩|降价|减薪|降|跌|减(?!排)|缩(?!表)"
)
_CHANGE = re.compile(f"(?P<increase>{_RISE})|(?P<decrease>{_FALL})")
# from these words on, a number compares or describes and states no change
_LEVEL = re.compile(
    r"相当于|(?<![到至])占|为(?!了|原|当初|此前|先前|以前)|达到|仍有|共有|仅有|只有|约有|高出|低于|高于|相差|差距|影响|合计|共计|总计|累计(?![^，。]{0,2}[上下加减增降提缩])"
    r"|涉及|价值|来自|流向|是(?!否)|发放|支付|耗资|斥资|不少于|不超过"
)
_NOUN_AFTER = re.compile(
    r"的?(?:年均|同比|累计|平均|名义|实际)?(?:(?P<increase>增长|增幅|涨幅|升幅|增速|上涨|上升|提升|增量)|(?P<decrease>下降|降幅|跌幅|减幅|跌|下滑|减少|缩减))"
)
_BARE = re.compile("[已更竟多高]*(?:达到?了?|为|仅|只有)(?:约|近|逾|超过|不足)?")
_TIMES_THE_OLD = re.compile(r"(?:[为是及到足]|相当于)(?:原先|原来|当初|此前|先前|以前|最初)(?:水平)?的[^，。]{0,2}$")


def direction(body: Body, clause: Span, tie: Tie, before: int) -> Direction:
    """What the words of a clause say of a claim: those from ``before``, where the last claim ended, to its end.

    A change between two values that no word names goes by the values.
    """
    first, last = body.figures[tie.figures[0]], body.figures[tie.figures[-1]]
    if "番" in body.text[first["start"] : first["end"]] or body.text.startswith("翻", first["start"]):
        return "increase"
    after = _NOUN_AFTER.match(body.masked, last["end"])
    if after and last["kind"] != "MONEY":
        return _way(after)
    if tie.origin is not None:
        return _of_change(body, first, last)
    words = body.masked[max(clause.start, before) : first["start"]]
    if len(tie.figures) > 1 and not body.masked[first["end"] : last["start"]].endswith("的"):
        words = body.masked[first["end"] : last["start"]]  # 每上升100个基点，产出下降0.8%
    if _BARE.fullmatch(words) and before < clause.start:
        words = _before(body, before, clause)
    if last["kind"] in ("MULTIPLE", "PERCENT") and _TIMES_THE_OLD.search(words):
        return "increase" if last["kind"] == "MULTIPLE" else "decrease"
    return _of_words(words)


def _before(body: Body, start: int, clause: Span) -> str:
    """出口降幅最大 in 出口降幅最大，达12.6%: the clause before one that says no more than how much."""
    told = body.masked[start : clause.start].rstrip("，：,: ")
    return told[max(told.rfind(mark) for mark in "，；：。") + 1 :]


def _of_words(words: str) -> Direction:
    """The last word of change, unless words that only describe follow it."""
    changes = list(_CHANGE.finditer(words))
    if not changes:
        return "level"
    last = changes[-1]
    if words.startswith("的", last.end()) and last.group()[-1] not in "幅速率":
        return "level"  # 利润下滑的高达六成
    if words.endswith("的") and not re.search("^[到至]", words[last.end() :]) and last.group()[-1] not in "到至":
        return "level"  # 新增外汇储备的一成
    named = last.group()[-1] in "幅速率" or words.startswith("幅度", last.end())
    described = last.end() + words.startswith("为", last.end())  # 缩小为
    if _LEVEL.search(words, described) and not named:
        return "level"
    return _way(last)


def _of_change(body: Body, first: Figure, last: Figure) -> Direction:
    changes = list(_CHANGE.finditer(body.masked, first["end"], last["start"]))
    if changes:
        return _way(changes[-1])
    low, high = first["low"] or first["high"] or 0, last["low"] or last["high"] or 0
    return "increase" if high > low else "decrease" if high < low else "level"


def _way(change: re.Match[str]) -> Direction:
    return "increase" if change["increase"] else "decrease"

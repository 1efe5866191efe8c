"""A sum against its parts: 分别为85亿、200亿和155亿元，合计430亿元."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kaoju.audit.passages import Mention, Passage, amount, misfit, precision, printed
from kaoju.audit.records import Finding

_TOTAL = re.compile(
    "[两二三四五六]?[者国项方家地年类]?(?:合计|共计|总计|总共|加起来|总和|总额|一共)(?:[约为达是共]|高达|达到)*"
)
# after parts that each have a name, only words that mean all of them: 石油出口5亿元，矿产出口3亿元，共8亿元
_ALL = re.compile("[两二三四五六]?[者国项方家地年类]?(?:合计|共计|总计|总共|加起来|一共|共)(?:为|达|是)*")
_AND = re.compile("[、,，和与及以]+")
# what parts one part that has a name from the next: a mark, then a noun or two
_NAMED = re.compile("(?:[、,，；]?(?:和|与|及|以及|而)|[、,，；])[^、,，。；：（）0-9]{1,12}")
_FIRST = re.compile("[^。；：]*?(?P<name>[^、,，。；：（）0-9]{1,12})")
_OF_WHICH = re.compile("(?:[^，,。；（(0-9]{0,6}[,，（(])(?:其中|包括|含)[^、,，。；：0-9]{1,12}")
# words that make of an amount a change, a comparison, a share or a balance, and no part
_NO_PART = re.compile("[比较增减升降涨跌占超逾近约每另倍从由至到]|其中|合计|总|[顺逆]差|差额|净")
# what is left when the parts are taken: then they are all
_REST = re.compile("其余|余下|剩余|剩下|另外|其他")
_KINDS = ("MONEY", "QUANTITY", "PERCENT")


def sums(sentences: Iterable[Passage]) -> Iterator[Finding]:
    """Totals that are not the sum of the parts listed right before them, or are less than that of the parts named after
    them (总投资8亿元，其中政府出资5亿元，企业出资4亿元)."""
    for sentence in sentences:
        for index, total in enumerate(sentence.mentions):
            if total.exact is None or total.figure["kind"] not in _KINDS:
                continue
            yield from _of_parts_before(sentence, index, total)
            yield from _of_parts_after(sentence, index, total)


def _of_parts_before(sentence: Passage, index: int, total: Mention) -> Iterator[Finding]:
    parts: list[Mention] = []
    if _TOTAL.fullmatch(sentence.clause(index)):
        parts = _told_in_turn(sentence, index)
    if not parts and _ALL.fullmatch(sentence.clause(index)):
        parts = _named_before(sentence, index)
    if len(parts) > 1 and abs(_sum(parts) - (total.exact or 0.0)) > _room([*parts, total]):
        yield _finding(parts, total)


def _of_parts_after(sentence: Passage, index: int, total: Mention) -> Iterator[Finding]:
    """The parts after 其中 may be some of all, so their sum may be less, but not where the last is what is left."""
    parts = _named_after(sentence, index) if total.figure["kind"] != "PERCENT" else []
    over = _sum(parts) - (total.exact or 0.0)
    are_all = _REST.search(sentence.before(index + len(parts)))
    if len(parts) > 1 and (abs(over) if are_all else over) > _room([*parts, total]):
        yield _finding(parts, total)


def _told_in_turn(sentence: Passage, index: int) -> list[Mention]:
    """The figures of the list that ends before a total, or none where it is not plain that they are all."""
    parts: list[Mention] = []
    for at in range(index - 1, -1, -1):
        if not _is_like(sentence.mentions[at], sentence.mentions[index]):
            return []
        parts.insert(0, sentence.mentions[at])
        if "分别" in sentence.clause(at):
            return parts
        if at and not _AND.fullmatch(sentence.before(at)):
            return []
    return []


def _named_before(sentence: Passage, index: int) -> list[Mention]:
    """The parts before a total, each with its name before it, from the start of their sentence on."""
    if not re.match("[、,，；]", sentence.before(index)):
        return []
    parts: list[Mention] = []
    for at in range(index - 1, -1, -1):
        lead = (_NAMED if at else _FIRST).fullmatch(sentence.before(at))
        name = (lead.group() if at else lead["name"]) if lead else ""
        if lead is None or _NO_PART.search(name) or not _is_like(sentence.mentions[at], sentence.mentions[index]):
            return []
        parts.insert(0, sentence.mentions[at])
    return parts


def _named_after(sentence: Passage, index: int) -> list[Mention]:
    """The parts that follow a total and 其中, each with its name before it."""
    parts: list[Mention] = []
    for at in range(index + 1, len(sentence.mentions)):
        words = sentence.before(at)
        name = words if parts else words.replace("其中", "", 1)
        lead = (_NAMED if parts else _OF_WHICH).fullmatch(words)
        if lead is None or _NO_PART.search(name) or not _is_like(sentence.mentions[at], sentence.mentions[index]):
            break
        parts.append(sentence.mentions[at])
    return parts


def _is_like(part: Mention, total: Mention) -> bool:
    return part.like == total.like and part.exact is not None and part.claim["direction"] == "level"


def _sum(parts: Sequence[Mention]) -> float:
    return sum(part.exact or 0.0 for part in parts)


def _room(mentions: Sequence[Mention]) -> float:
    return sum(precision(one.figure) / 2 for one in mentions)


def _finding(parts: Sequence[Mention], total: Mention) -> Finding:
    listed = "、".join(printed(part) for part in parts)
    message = f"{listed}相加为{amount(_sum(parts), total)}，文中作{printed(total)}。"
    return misfit(total, message)

"""Figures that one statement ties together: a change and its ends, a share of an amount, a cause and its effect."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kaoju.claims.body import Body, Span
from kaoju.claims.changes import BECOMES

_BECAME = re.compile(
    r"(?![^，。；：、]*(?:支持|赞成|反对|认为|主张|希望|要求|同意|愿意))[^，。；：、]{0,14}?[升增涨提扩降减跌缩落滑调变加下上高低缓慢窄改攀飙骤猛跃缩压贬收回恢延拓][^，。；：、0-9]{0,4}?[到至为成达](?:了)?(?P<rest>[^，。；：、]{0,14})"
)
_STRAIGHT = re.compile(r"[到至](?P<rest>[^，。；：、]{0,12})")
# 由 … 扩张到, 从 … 起步，一路滑向: after 由 any verb may say what became of it
_LED_ON = re.compile(
    r"(?:[^，。；：、0-9]{0,4}(?:起步|起家|出发|开始|起))?，?(?![^，。；：]*转[为成])[^，。；：、0-9]{1,10}[到至为成达破居向](?:了)?(?P<rest>[^，。；：、]{0,14})"
)
# 自105年的32.4%起逐年增加，113年达到: a change told, and then what it came to
_LED_THROUGH = re.compile(
    f"起?[^，。；：、0-9]{{0,6}}(?:{BECOMES})[^，。；：、0-9]{{0,2}}，[^，。；：、0-9]{{0,2}}[0-9]{{2,4}}年[底末初]?"
    "[^，。；：、0-9]{0,4}(?:[到至为达]|只?[有剩])了?(?P<rest>[^，。；：、0-9]{0,6})"
)
_OPEN = re.compile("[^，。；：、]+")
# 自俄进口占26%，2013年升至32%: said of it, and no beginning of the change
_SAID = re.compile("[占为达是]")
# 从荷兰进口12亿元: where it was bought, and no beginning of a change
_BOUGHT = re.compile(
    "[从自][^0-9年月的，]{1,8}(?:[进出]口|购[买进入]?|买[进入]|收[购到取]|筹[得集]|借[得入]|[取获]得|领取|拨[出付])[了约近逾超过]*$"
)
_LONGEST = 26
_SHARE = re.compile(r"(?![占为是]|相当于|约占|仅占)[^，。；：、0-9]{0,14}的(?:[^，。；：、]{0,2})")
_EACH = re.compile(
    r"每(?![年月日天季周人度吨桶斤亩户件箱石担盎磅加立平千兆]|公[斤里顷升吨担]|升(?![值高至到幅]))(?:[^，。；：、0-9将已会的]{0,6})(?:升|增|涨|提|降|减|跌|调|变|加|多|少|(?<=每)(?:投入?|花费?|支出|生产))[^，。；：、0-9]{0,4}$"
)
_PARTS = ("MONEY", "QUANTITY")
_SHARES = ("PERCENT", "MULTIPLE")


@dataclass(frozen=True, slots=True)
class Tie:
    """Indices of the figures of one claim; ``origin`` is the value that a change began from, ``main`` the one said."""

    figures: tuple[int, ...]
    main: int
    origin: int | None = None


def ties(body: Body, sentence: Span, indices: Sequence[int]) -> Iterator[Tie]:
    """The figures of a sentence, each in one tie, in their order."""
    left = list(indices)
    while left:
        tie = _tie(body, sentence, left)
        yield tie
        left = left[len(tie.figures) :]


def _tie(body: Body, sentence: Span, left: Sequence[int]) -> Tie:
    first = left[0]
    if len(left) == 1:
        return Tie((first,), first)
    second = left[1]
    if _is_change(body, sentence, first, second):
        return Tie((first, second), second, first)
    if _is_share_of(body, first, second) or _is_effect(body, sentence, first, second):
        return Tie((first, second), second)
    return Tie((first,), first)


def _is_change(body: Body, sentence: Span, first: int, second: int) -> bool:
    """由8.5亿美元提升到9.23亿美元."""
    a, b = body.figures[first], body.figures[second]
    if a["kind"] != b["kind"] or (a["unit"] != b["unit"] and a["kind"] != "QUANTITY"):
        return False
    between = body.masked[a["end"] : b["start"]]
    if _BECAME.fullmatch(between):
        return True
    return _is_led(body, max(sentence.start, body.figures[first - 1]["end"] if first else 0), a["start"], between)


def _is_led(body: Body, start: int, at: int, between: str) -> bool:
    """Whether 由, 从 or 自 leads to a figure and the words after it to what became of that: 从3亿元起步，一路扩张到."""
    led = body.lead(max(start, at - _LONGEST), at)
    if led < 0 or _BOUGHT.search(body.masked, led, at) or not _OPEN.fullmatch(body.masked, led, at):
        return False
    if _STRAIGHT.fullmatch(between) or _LED_THROUGH.fullmatch(between) or _LED_ON.fullmatch(between):
        return True
    return bool(_BECAME.fullmatch(between.lstrip("，"))) and not _SAID.search(body.masked, led, at)


def _is_share_of(body: Body, first: int, second: int) -> bool:
    """108亿美元建设费用的90%以上."""
    a, b = body.figures[first], body.figures[second]
    between = body.masked[a["end"] : b["start"]]
    return a["kind"] in _PARTS and b["kind"] in _SHARES and bool(_SHARE.fullmatch(between))


def _is_effect(body: Body, sentence: Span, first: int, second: int) -> bool:
    """每上升100个基点，产出下降0.8%."""
    a, b = body.figures[first], body.figures[second]
    between = body.masked[a["end"] : b["start"]]
    led = _EACH.search(body.masked, max(sentence.start, a["start"] - 20), a["start"])
    return bool(led and len(between) < 40 and "；" not in between)

"""Sentences by their punctuation; what stands in quotes or brackets stays together."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLOSING = {
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "（": "）",
    "(": ")",
    "《": "》",
    "〈": "〉",
    "【": "】",
    "[": "]",
}
_CLOSERS = "".join(_CLOSING.values())
_STOPS = "。！？!?…"
_MARKS = re.compile(f"[{re.escape(''.join(_CLOSING) + _CLOSERS + _STOPS)}]|\n{{2,}}")
# a quotation or bracket that is longer than this has lost its end
_LONGEST = 400
_TITLES = "《〈【["
# white space before a sentence
_INDENT = 8
# after 他说： and 他问道， a quotation is a sentence of its own
_SAYS = (
    "(?:说|问|答|道|称|喊|叹|表示|指出|认为|强调|直言|坦言|坦承|警告|写道|回应|反问|质问|追问|感叹|呼吁|承认"
    "|解释|补充|总结)"
)
_INTRODUCED = re.compile(rf"(?:[：:]|{_SAYS}道?[，,]?)$")
# “……。”他说。 “……。”在峰会上，一位代表如是说。
_SAID_SO = re.compile(rf"(?:[^，。；：！？“”「」]{{0,20}}，)?[^，。；：！？“”「」]{{0,30}}{_SAYS}道?[，。；：]")
# what has no subject but the quotation, or names it once more: “……！”的口号, “……？”之问, “……。”成为共识
_GOES_ON = re.compile(
    "[，；：、。！？…—“‘「『（(]|的(?!确)|之(?![后前]|所以)|等(?![到待])|云云|[式般]|为[题名由据]|一[词语句说文书题]"
    "|(?:[也便就正不即]|[已曾]?经?)是(?![否故以次年日时])|成为|已?成了?|一度|堪称"
)
# “……。”（王明，2019）
_SOURCE = re.compile("[（(][^（()）。\n]{1,60}[）)]")
_NAMED = re.compile("这[一个种句番类样]")
# who spoke does this too: 然后走了; 随后， begins anew
_DOES_TOO = re.compile("(?:随后|然后|接着|随即|继而|又|并且?|还|也|再|便)(?!，)")
# no author writes a sentence like this: a table or a list that lost its lines
_OVERLONG = 2_000


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The ranges of the sentences of a text, or of a piece of it, white space around them left out.

    >>> text = "他说：“可以。”随后离开。"
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['他说：“可以。”随后离开。']
    """
    end = len(text) if end is None else end
    sentences, begin = [], start
    for stop in _stops(text, start, end):
        sentences.append((begin, stop))
        begin = stop
    sentences.append((begin, end))
    pieces = (piece for one in sentences for piece in _broken(text, *one))
    return [trimmed for piece in pieces if (trimmed := _trim(text, *piece))]


def _broken(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or where it goes on and on its pieces, broken at semicolons or commas."""
    while end - start > _OVERLONG:
        at = max(text.rfind(mark, start + 1, start + _OVERLONG) for mark in "；，\n")
        stop = at + 1 if at > start else start + _OVERLONG
        yield start, stop
        start = stop
    yield start, end


def _stops(text: str, start: int, end: int) -> list[int]:
    """Where sentences end: after their stops and the quotes that close with them."""
    stops: list[int] = []
    opened = shut = start  # up to here, stops are inside quotes or brackets
    for match in _MARKS.finditer(text, start, end):
        char, begin = match.group(), stops[-1] if stops else start
        if match.start() < shut:
            continue
        stop: int | None = match.end()
        if char in _CLOSING:
            close = text.find(_CLOSING[char], match.end(), min(end, match.end() + _LONGEST))
            opened, shut, stop = match.start(), max(shut, close), None
        elif char in _CLOSERS:
            stop = _behind(text, begin, opened, match.end(), end) if match.start() == shut else None
        if stop is not None:
            stops.append(stop if char[0] == "\n" else _past_closers(text, stop, end))
            shut = max(shut, stops[-1])
    return stops


def _past_closers(text: str, at: int, end: int) -> int:
    while at < end and (text[at] in _CLOSERS or text[at] in _STOPS):
        at += 1
    return at


def _behind(text: str, start: int, opened: int, closed: int, end: int) -> int | None:
    """Where the sentence from ``start`` on ends behind the quotation, or the remark in brackets, in
    ``text[opened:closed]`` that has a stop of its own; None where it goes on (GB/T 15834—2011, 4.8 and 4.9)."""
    stop = text[max(opened, closed - 3) : closed].rstrip(_CLOSERS)[-1:]
    if stop not in tuple(_STOPS):
        return None
    alone = opened - start <= _INDENT and not text[start:opened].strip()
    if text[opened] in "（(":
        return closed if alone or _is_at_end(text, closed, end) else None
    source = _SOURCE.match(text, closed, end)
    at = source.end() if source else closed
    if _is_at_end(text, at, end):
        return at
    if text[opened] in _TITLES or _GOES_ON.match(text, at, end):
        return None
    if _INTRODUCED.search(text, max(start, opened - 4), opened):
        return None if _DOES_TOO.match(text, at, end) else at
    says_more = _NAMED.match(text, at, end) or (alone and _SAID_SO.match(text, at, end))
    return at if (alone or stop == "。") and not says_more else None


def _is_at_end(text: str, at: int, end: int) -> bool:
    return at >= end or text[at] in "\n "


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None

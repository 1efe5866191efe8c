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
    shut = start  # up to here, stops are inside quotes or brackets
    for match in _MARKS.finditer(text, start, end):
        char = match.group()
        if match.start() < shut:
            continue
        if char in _CLOSING:
            close = text.find(_CLOSING[char], match.end(), min(end, match.end() + _LONGEST))
            shut = max(shut, close)
        elif char[0] == "\n":
            stops.append(match.end())
        elif char in _STOPS:
            stops.append(_past_closers(text, match.end(), end))
            shut = stops[-1]
        elif text[match.start() - 1] in _STOPS and _ends_here(text, match.end(), end):
            # a quotation that ends the sentence with its own stop
            stops.append(_past_closers(text, match.end(), end))
            shut = stops[-1]
    return stops


def _past_closers(text: str, at: int, end: int) -> int:
    while at < end and (text[at] in _CLOSERS or text[at] in _STOPS):
        at += 1
    return at


def _ends_here(text: str, at: int, end: int) -> bool:
    """Whether the text goes on elsewhere after a closed quotation: at its end, or after white space."""
    return at >= end or text[at] in "\n "


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None

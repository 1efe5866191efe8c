"""Lines whose characters OCR has set apart, 天 然 气: they are read as if the characters stood together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from kaoju.article import Article, Furniture
from kaoju.normalising import CJK
from kaoju.text import Text

_SET = f"{CJK}\u3001-\u301f“”‘’—…·！（），：；？"
# one space: two and more part names or titles
_GAP = re.compile(f"(?<=[{_SET}]) (?=[{_SET}])")
# 2 0 1 8 年, 8 . 2 %: digits one by one, before what they count
_DIGITS = re.compile(r"(?<![0-9A-Za-z.,])(?<![0-9A-Za-z.,] )\d(?: [\d.](?!\d))+(?= ?[年%％‰亿万元个倍—–-])")
_TOGETHER = re.compile(f"[{CJK}](?=[{CJK}])")
# as few as this may be names, 李 明 王 强
_FEWEST = 6


def gaps(source: str) -> list[tuple[int, int]]:
    """The spaces within such lines, and within all lines where most of the text is set so, and those within numbers.

    >>> gaps("液 化 天 然 气 贸 易")
    [(1, 2), (3, 4), (5, 6), (7, 8), (9, 10), (11, 12)]
    """
    within_lines = (_gaps(source, *line.span()) for line in re.finditer(r"[^\r\n]+", source))
    in_words = _gaps(source, 0, len(source)) or [gap for found in within_lines for gap in found]
    return sorted([*in_words, *_in_numbers(source)])


def _gaps(source: str, start: int, end: int) -> list[tuple[int, int]]:
    found = [match.span() for match in _GAP.finditer(source, start, end)]
    if len(found) < _FEWEST or len(found) < len(_TOGETHER.findall(source, start, end)):
        return []
    return found


def _in_numbers(source: str) -> Iterator[tuple[int, int]]:
    for number in _DIGITS.finditer(source):
        yield from ((at, at + 1) for at in range(number.start() + 1, number.end(), 2))


def moved(article: Article, closed: Text, source: str) -> Article:
    """The article that was read from ``closed``, the source without its gaps, with the offsets of the source."""
    starts, ends = np.append(closed.start, np.int32(len(source))), np.append(np.int32(0), closed.end)

    def text(one: Text) -> Text:
        start = starts[one.start]
        return Text(one.text, start, np.maximum(start, ends[one.end]))

    def first(start: int) -> int:
        return int(starts[start])

    def last(start: int, end: int) -> int:
        return int(max(starts[start], ends[end]))

    furniture = [Furniture(cut.kind, first(cut.start), last(cut.start, cut.end)) for cut in article.furniture]
    return replace(
        article,
        source=source,
        blocks=tuple(replace(block, text=text(block.text)) for block in article.blocks),
        notes=tuple(
            replace(note, text=text(note.text), start=first(note.start), end=last(note.start, note.end))
            for note in article.notes
        ),
        markers=tuple(
            replace(mark, start=first(mark.start), end=last(mark.start, mark.end)) for mark in article.markers
        ),
        furniture=tuple(sorted([*furniture, *_outside(furniture, gaps(source))], key=lambda cut: (cut.start, cut.end))),
    )


def _outside(furniture: list[Furniture], spaces: list[tuple[int, int]]) -> Iterator[Furniture]:
    """The gaps in the running text, as furniture: those in a page break go with it."""
    reached, cuts = 0, [(cut.start, cut.end) for cut in reversed(furniture)]
    for start, end in spaces:
        while cuts and cuts[-1][0] <= start:
            reached = max(reached, cuts.pop()[1])
        if end > reached:
            yield Furniture("space", start, end)

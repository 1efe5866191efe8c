"""The running text as the claims are read from it: words, sentences and clauses, with what is bracketed put aside."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kaoju.annotations import Block, Figure, Marker, Time

_BRACKETED = re.compile(
    r"（[^（）]{0,200}）|\([^()]{0,200}\)|《[^《》]{0,100}》|“[^“”]{0,400}”|「[^「」]{0,400}」|『[^『』]{0,400}』"
)
_BREAK = re.compile(r"[，；：。！？]|(?<![0-9]),(?![0-9])|——")
HIDDEN = "\x1a"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text with its tag, by jieba's names: ``n`` noun, ``v`` verb, ``p`` preposition …"""

    start: int
    end: int
    text: str
    tag: str


@dataclass(frozen=True, slots=True)
class Span:
    """A range of the text."""

    start: int
    end: int

    def __contains__(self, at: int) -> bool:
        return self.start <= at < self.end


@dataclass(frozen=True)
class Body:
    """A text with what earlier stages found in it; all offsets are characters of ``text``."""

    text: str
    words: Sequence[Word]
    sentences: Sequence[Span]
    figures: Sequence[Figure] = ()
    times: Sequence[Time] = ()
    markers: Sequence[Marker] = ()
    blocks: Sequence[Block] = ()
    names: Sequence[Word] = field(default=())

    @cached_property
    def masked(self) -> str:
        """The text with what stands in quotes, brackets and titles hidden, length kept."""
        return _BRACKETED.sub(lambda match: _hide(match.group()), self.text)

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    def words_in(self, start: int, end: int) -> Sequence[Word]:
        """The words that begin in a range and end in it."""
        first = bisect_left(self._word_starts, start)
        last = bisect_left(self._word_starts, end)
        return [word for word in self.words[first:last] if word.end <= end]

    def clauses(self, sentence: Span) -> list[Span]:
        """The pieces of a sentence between its commas, semicolons and colons."""
        pieces, at = [], sentence.start
        for match in _BREAK.finditer(self.masked, sentence.start, sentence.end):
            pieces.append(Span(at, match.start()))
            at = match.end()
        pieces.append(Span(at, sentence.end))
        return [piece for piece in pieces if piece.start < piece.end]

    def times_in(self, start: int, end: int) -> Iterator[Time]:
        """The times that stand in a range."""
        first = bisect_left([time["start"] for time in self.times], start)
        for time in self.times[first:]:
            if time["end"] > end:
                break
            yield time

    def segment(self, sentence: Span, at: int) -> Span:
        """The part of a sentence between semicolons that holds a place."""
        start = max(self.masked.rfind("；", sentence.start, at) + 1, sentence.start)
        end = self.masked.find("；", at, sentence.end)
        return Span(start, end if end >= 0 else sentence.end)


def _hide(piece: str) -> str:
    """The marks of a quotation stay, what is between them is hidden."""
    return piece[0] + HIDDEN * (len(piece) - 2) + piece[-1] if len(piece) > 1 else piece

"""A string and where its characters came from: how every offset survives every change of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Offsets = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A string that knows, for each of its characters, the range of the source behind it.

    ``text`` is the string; ``start`` and ``end`` are integer arrays of its length: character ``i`` stands for
    ``source[start[i]:end[i]]``. Both arrays are monotone. A normaliser is a function ``Text -> Text``.

    >>> text = Text.of("共10 亿").delete([(3, 4)])
    >>> text.text, text.source_range(1, 4)
    ('共10亿', (1, 5))
    """

    text: str
    start: Offsets
    end: Offsets

    @classmethod
    def of(cls, source: str, offset: int = 0) -> Text:
        """The source itself, or a piece of it that begins at ``offset``: every character stands for itself."""
        start = np.arange(offset, offset + len(source), dtype=np.int32)
        return cls(source, start, start + np.int32(1))

    @classmethod
    def join(cls, parts: Iterable[Text], separator: str = "") -> Text:
        """The parts one after the other; a separator stands for the empty range after the part before it."""
        strings: list[str] = []
        starts: list[Offsets] = []
        ends: list[Offsets] = []
        for part in parts:
            if strings and separator:
                after = ends[-1][-1] if len(ends[-1]) else 0
                gap = np.full(len(separator), after, dtype=np.int32)
                strings.append(separator)
                starts.append(gap)
                ends.append(gap)
            strings.append(part.text)
            starts.append(part.start)
            ends.append(part.end)
        if not strings:
            return cls.of("")
        return cls("".join(strings), np.concatenate(starts), np.concatenate(ends))

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    def __getitem__(self, piece: slice) -> Text:
        return Text(self.text[piece], self.start[piece], self.end[piece])

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """The range of the source behind ``text[start:end]``; an empty range for an empty piece."""
        if start >= end:
            at = int(self.start[start]) if start < len(self) else (int(self.end[-1]) if len(self) else 0)
            return at, at
        return int(self.start[start]), int(self.end[end - 1])

    def at_source(self, offset: int) -> int:
        """The index of the first character whose source begins at or after ``offset``."""
        return int(np.searchsorted(self.start, offset, side="left"))

    def strip(self) -> Text:
        """Without white space at both ends."""
        left = len(self.text) - len(self.text.lstrip())
        return self[left : max(left, len(self.text.rstrip()))]

    def delete(self, ranges: Sequence[tuple[int, int]]) -> Text:
        """Without the given ranges, which are in order and do not overlap."""
        if not ranges:
            return self
        kept, at = [], 0
        for start, end in ranges:
            kept.append(self[at:start])
            at = end
        return Text.join([*kept, self[at:]])

    def replace(self, pattern: re.Pattern[str], put: str | Callable[[re.Match[str]], str]) -> Text:
        """With every match replaced; a replacement as long as its match goes character by character, any other
        stands as a whole for the whole match."""
        pieces, at = [], 0
        for match in pattern.finditer(self.text):
            new = put if isinstance(put, str) else put(match)
            pieces += [self[at : match.start()], self._stand_for(new, match.start(), match.end())]
            at = match.end()
        return Text.join([*pieces, self[at:]]) if pieces else self

    def _stand_for(self, new: str, start: int, end: int) -> Text:
        if len(new) == end - start:
            return Text(new, self.start[start:end], self.end[start:end])
        low, high = self.source_range(start, end)
        return Text(new, np.full(len(new), low, dtype=np.int32), np.full(len(new), high, dtype=np.int32))

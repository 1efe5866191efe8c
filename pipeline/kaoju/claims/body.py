"""The running text as the claims are read from it: words, sentences and clauses, with what is bracketed put aside."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kaoju.annotations import Block, Figure, Marker, Time

_BRACKETED = re.compile(
    r"（[^（）]{0,200}）|\([^()]{0,200}\)|《[^《》]{0,100}》|“[^“”]{0,400}”|「[^「」]{0,400}」|『[^『』]{0,400}』"
)
_BREAK = re.compile(r"(?:[，；：。！？]|(?<![0-9]),(?![0-9]))[”」』]*|——")
HIDDEN = "\x1a"
_STOPS = "，。！？"
_QUOTES = "“「『"
# to count a phrase in more of a book would take time that grows with its square
_LOOKED_AT = 100_000
# a quotation shorter than this is a term, whatever figure is in it: “2%红线”
_SHORTEST = 12
# the same amount in another unit
_CONVERTED = re.compile("大?约|折?合|相当于|当时约?合|即")
# tags of nouns, abbreviations, places, and of what names things too: 自由, 各地
_NOUNS = "njsar"
# labels of persons, places and bodies
_SOMEBODY = frozenset(["PERSON", "NORP", "GPE", "LOC", "FAC", "ORG"])
_LEADING = tuple("比和将以在被与")


class Word(NamedTuple):
    """A word of the text with its tag, by jieba's names: ``n`` noun, ``v`` verb, ``p`` preposition …

    One that no dictionary has is jieba's guess, and may be two: 产量比, 中有.
    """

    start: int
    end: int
    text: str
    tag: str
    known: bool = True


class Span(NamedTuple):
    """A range of the text."""

    start: int
    end: int

    def holds(self, at: int) -> bool:
        """Whether a place is in the range."""
        return self.start <= at < self.end


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity with its label, by OntoNotes' names."""

    start: int
    end: int
    label: str


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
    names: Sequence[Name] = ()

    @cached_property
    def masked(self) -> str:
        """The text with what stands in quotes, brackets and titles hidden, length kept.

        A quotation or a bracket that holds figures is read as the rest is, its marks as commas; not so an amount in
        another unit: （约合3亿元）.
        """
        return _BRACKETED.sub(self._hidden, self.text)

    def _hidden(self, match: re.Match[str]) -> str:
        piece = match.group()
        if self._has_figure(*match.span()) and self._is_told(match):
            return f"，{piece[1:-1]}，"
        return _hide(piece)

    def _is_told(self, match: re.Match[str]) -> bool:
        """Whether what is quoted is more than a term, or what stands in brackets more than the same amount again."""
        piece = match.group()
        if piece[0] in _QUOTES:
            return len(piece) >= _SHORTEST
        return piece[0] in "（(" and not self._is_converted(match)

    def _is_converted(self, match: re.Match[str]) -> bool:
        """Whether a bracket behind a figure holds no more than another, or says that it is the same amount."""
        last = bisect_left(self._figure_starts, match.start()) - 1
        behind = last >= 0 and self.figures[last]["end"] == match.start()
        after = self.figures[last + 1 : last + 2]
        alone = any(one["start"] == match.start() + 1 and one["end"] == match.end() - 1 for one in after)
        return (behind and alone) or _CONVERTED.match(match.group(), 1) is not None

    def _has_figure(self, start: int, end: int) -> bool:
        return bisect_left(self._figure_starts, start) < bisect_left(self._figure_starts, end)

    @cached_property
    def quoted(self) -> list[Span]:
        """What stands in quotes, its marks with it."""
        return [Span(*match.span()) for match in _BRACKETED.finditer(self.text) if match.group()[0] in _QUOTES]

    def quoted_in(self, span: Span) -> list[Span]:
        """What stands in quotes in a range."""
        first = bisect_left(self._quote_starts, span.start)
        return self.quoted[first : bisect_left(self._quote_starts, span.end, first)]

    def is_bracketed(self, at: int) -> bool:
        """Whether a place is within round brackets that are hidden."""
        opened = max(self.masked.rfind(sign, 0, at) for sign in "（(") if self.masked[at] == HIDDEN else -1
        return opened >= 0 and set(self.masked[opened + 1 : at + 1]) == {HIDDEN}

    @cached_property
    def _clauses(self) -> dict[Span, list[Span]]:
        return {}

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [one.start for one in self.quoted]

    @cached_property
    def _time_starts(self) -> list[int]:
        return [time["start"] for time in self.times]

    @cached_property
    def _figure_starts(self) -> list[int]:
        return [figure["start"] for figure in self.figures]

    @cached_property
    def _marker_places(self) -> list[int]:
        return [marker["at"] for marker in self.markers]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block["start"] for block in self.blocks]

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _name_starts(self) -> list[int]:
        return [name.start for name in self.names]

    @cached_property
    def _counted(self) -> dict[str, int]:
        return {}

    def occurrences(self, span: Span) -> int:
        """How often the text says what stands in a range; of a text that is longer than any article, its beginning."""
        words = self.text[span.start : span.end]
        if words not in self._counted:
            self._counted[words] = self.masked.count(words, 0, _LOOKED_AT)
        return self._counted[words]

    def is_named(self, at: int) -> bool:
        """Whether a place is inside a name."""
        last = bisect_right(self._name_starts, at) - 1
        return last >= 0 and at < self.names[last].end

    def is_in_name(self, at: int) -> bool:
        """Whether a place is inside a name, behind its first character."""
        last = bisect_left(self._name_starts, at) - 1
        return last >= 0 and at < self.names[last].end

    def names_in(self, start: int, end: int) -> Sequence[Name]:
        """The names that stand in a range."""
        first = bisect_left(self._name_starts, start)
        last = bisect_left(self._name_starts, end, first)
        return self.names[first : last - (last > first and self.names[last - 1].end > end)]

    def names_over(self, start: int, end: int) -> Sequence[Name]:
        """The names that stand in a range or go over one of its ends."""
        first = bisect_left(self._name_starts, start)
        first -= first > 0 and self.names[first - 1].end > start
        return self.names[first : bisect_left(self._name_starts, end, first)]

    def label_at(self, at: int) -> str:
        """The label of the name that begins at a place, empty where none does."""
        last = bisect_right(self._name_starts, at) - 1
        return self.names[last].label if last >= 0 and self.names[last].start == at else ""

    def begins_figure(self, at: int) -> bool:
        """Whether a figure begins at a place, or behind one more character."""
        first = bisect_left(self._figure_starts, at)
        return first < len(self._figure_starts) and self._figure_starts[first] <= at + 1

    def name_at(self, at: int) -> Name | None:
        """The name of a person, a place or a body that holds a place."""
        last = bisect_right(self._name_starts, at) - 1
        name = self.names[last] if last >= 0 else None
        return name if name and at < name.end and name.label in _SOMEBODY else None

    def words_in(self, start: int, end: int) -> Sequence[Word]:
        """The words that begin in a range and end in it."""
        first = bisect_left(self._word_starts, start)
        last = bisect_left(self._word_starts, end, first)
        return self.words[first : last - (last > first and self.words[last - 1].end > end)]

    def word_over(self, at: int) -> Word | None:
        """The word that a place is in."""
        index = bisect_right(self._word_starts, at) - 1
        return self.words[index] if index >= 0 and at < self.words[index].end else None

    def is_inside(self, at: int) -> bool:
        """Whether a place is inside a name or a noun, where no phrase begins or ends: 比 in 阿布扎比, 达 in 乌干达."""
        word = self.word_over(at)
        if word and word.start < at and word.known and (word.tag[0] in _NOUNS or word.tag == "vn"):
            # 产量比上一年: a ratio to jieba; 票价高达; 双方同意
            return not (word.tag == "n" and self.masked.startswith(("比", "高达", "同意"), at))
        return self.is_in_name(at)

    def cut(self, pattern: re.Pattern[str], start: int, end: int) -> re.Match[str] | None:
        """The first match of a pattern in a range that does not begin inside a name or a noun, nor with a preposition
        that is a noun's first character: 比索."""
        match = pattern.search(self.masked, start, end)
        while match and (self.is_inside(match.start()) or self._begins_noun(match.start())):
            match = pattern.search(self.masked, match.start() + 1, end)
        return match

    def _begins_noun(self, at: int) -> bool:
        word = self.word_over(at) if self.masked[at : at + 1] in _LEADING else None
        return word is not None and word.known and word.start == at < word.end - 1 and word.tag[0] in "nj"

    def lead(self, start: int, end: int) -> int:
        """Where the last 由, 从 or 自 of a range stands, -1 where none does: not that of 自由, 理由 or 由于."""
        places = (at for at in range(end - 1, start - 1, -1) if self.masked[at] in "由从自")
        return next((at for at in places if (word := self.word_over(at)) and _is_free(word)), -1)

    def clauses(self, sentence: Span) -> list[Span]:
        """The pieces of a sentence between its commas, semicolons and colons."""
        if sentence not in self._clauses:
            self._clauses[sentence] = list(self._cut(sentence))
        return self._clauses[sentence]

    def _cut(self, sentence: Span) -> Iterator[Span]:
        at = sentence.start
        for match in _BREAK.finditer(self.masked, sentence.start, sentence.end):
            if at < match.start():
                yield Span(at, match.start())
            at = match.end()
        if at < sentence.end:
            yield Span(at, sentence.end)

    def clause_at(self, sentence: Span, at: int) -> Span:
        """The clause of a sentence that holds a place, or the last before it."""
        clauses = self.clauses(sentence)
        index = bisect_right(clauses, at, key=lambda clause: clause.start) - 1
        return clauses[index] if index >= 0 else sentence

    def clause_before(self, sentence: Span, clause: Span, since: int) -> Span | None:
        """The last clause of a sentence before another, of those that begin at a place or behind it."""
        before = [piece for piece in self.clauses(sentence) if since <= piece.start and piece.end <= clause.start]
        return before[-1] if before else None

    def times_in(self, start: int, end: int) -> Sequence[Time]:
        """The times that stand in a range."""
        first = bisect_left(self._time_starts, start)
        last = bisect_left(self._time_starts, end, first)
        return self.times[first : last - (last > first and self.times[last - 1]["end"] > end)]

    def is_time(self, at: int) -> bool:
        """Whether a time begins at a place or goes through it."""
        last = bisect_right(self._time_starts, at) - 1
        return last >= 0 and at < self.times[last]["end"]

    def markers_in(self, start: int, end: int) -> Sequence[Marker]:
        """The markers that stand in a range."""
        first = bisect_left(self._marker_places, start)
        return self.markers[first : bisect_left(self._marker_places, end)]

    def notes_after(self, at: int) -> list[int]:
        """The notes of the first marker at or after a place in its block; several where marks stand side by side."""
        block = self.blocks[max(0, bisect_right(self._block_starts, at) - 1)] if self.blocks else None
        following = self.markers_in(at, (block["end"] if block else len(self.text)) + 1)
        return [
            marker["note"] for marker in following if marker["at"] == following[0]["at"] and marker["note"] is not None
        ]

    def figures_near(self, at: int) -> Sequence[Figure]:
        """The last figures that begin before a place."""
        last = bisect_left(self._figure_starts, at)
        return self.figures[max(0, last - 2) : last]

    def figures_by_sentence(self) -> dict[int, list[int]]:
        """The indices of the figures of each sentence, by the index of the sentence."""
        starts = [sentence.start for sentence in self.sentences]
        found: dict[int, list[int]] = {}
        for index, figure in enumerate(self.figures):
            sentence = bisect_right(starts, figure["start"]) - 1
            if sentence >= 0 and self.sentences[sentence].holds(figure["start"]):
                found.setdefault(sentence, []).append(index)
        return found

    def segment(self, sentence: Span, at: int) -> Span:
        """The part of a sentence between semicolons that holds a place."""
        start = max(self.masked.rfind("；", sentence.start, at) + 1, sentence.start)
        end = self.masked.find("；", at, sentence.end)
        return Span(start, end if end >= 0 else sentence.end)


def _is_free(word: Word) -> bool:
    """Whether a preposition may be cut off a word: it is all of it, or jieba guessed (出生数由), or 由此 of 由此前."""
    return word.end - word.start == 1 or not word.known or word.text == "由此"


def _hide(piece: str) -> str:
    """The marks of a quotation and its last stop stay, what is between them is hidden."""
    end = -2 if len(piece) > 2 and piece[-2] in _STOPS else -1
    return piece[0] + HIDDEN * (len(piece) - 1 + end) + piece[end:] if len(piece) > 1 else piece

"""What a model of names sees of each character: numbers of features, hashed into a table of fixed size.

The features are those of Chinese named entity recognition by character (Peng and Dredze 2015, Zhang and Yang 2018):
the characters around, the word that jieba cuts here with its neighbours and their tags, the names of the dictionary
that cover the character, how the character sounds, in what kinds of names the dictionary has it, in what the phrase
ahead ends, and what a bracket explains.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, reduce

import numpy as np
from numpy.typing import NDArray

from kaoju.names import shapes

BITS = 20
# the characters, counted from the one in question, that are looked at together
_AROUND = (
    (0,), (-1,), (-2,), (1,), (2,), (-1, 0), (0, 1), (-2, -1), (1, 2),
)  # fmt: skip
# the same for words and their tags
_WORDS_AROUND = ((0,), (-1,), (1,))
_ENDS_OF_WORDS = ((None, None), (None, 1), (-1, None), (-2, None))
_TAGS_AROUND = ((0,), (-1,), (1,), (-1, 0), (0, 1), (-1, 0, 1))
_TAGS = frozenset(["nr", "ns", "nt", "nz", "nrt"])
_SLOTS = 8
# characters that no name goes over, and those that names of places and organisations end in
_STOPS = "的了在是和与及对由将把被向从为以等并也就都而至或称该其本这那各某我你他她它让使令，。；：！？、“”《》（）() "
_ENDS = (
    "县市镇乡村区路街站线河江湖山岛寺庙塔桥港湾宫殿堂院园馆校局部军队会党社所州省国府团司厂报台组座门楼场道城川峰"
    "洋海岭谷洞洲族语人帝王后公侯"
)
_BRACKETED = 60
_PRIME = np.uint64(0x9E3779B97F4A7C15)

Ids = NDArray[np.uint64]
# of each character below U+10000, how it speaks for a person, a place, an organisation: as the first of a name, inside
# one, as the last; small whole numbers
Odds = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The words of the dictionary: what tag each has, which strings begin one, and the surnames."""

    tags: dict[str, str]
    labels: dict[str, str]
    beginnings: dict[str, int]
    surnames: frozenset[str]


def features(words: Sequence[str], tags: Sequence[str], gazetteer: Gazetteer, odds: Odds) -> list[NDArray[np.int64]]:
    """The features of the characters of the words, a column each; the numbers are below ``2 ** BITS``."""
    text = "".join(words)
    lengths = np.array([len(word) for word in words])
    of = np.repeat(np.arange(len(words)), lengths)
    at = np.arange(len(text)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    edge = ((at == 0) + 2 * (at == lengths[of] - 1)).astype(np.uint64)
    codes = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32).astype(np.uint64)
    columns = [*_characters(codes), *_sounds(text, gazetteer), *_kinds(codes, odds), *_ahead(codes), *_bracketed(codes)]
    for column in _words(words, tags, gazetteer):
        columns.append(_mixed(column[of], edge))
    # one number for all slots: it does not matter which a name stands in
    named = [_mixed(column, np.uint64(len(columns))) for column in _names(text, gazetteer)]
    numbered = named + [_mixed(column, np.uint64(number)) for number, column in enumerate(columns)]
    return [(column >> np.uint64(64 - BITS)).astype(np.int64) for column in numbered]


def _characters(codes: Ids) -> list[Ids]:
    return [_together(codes, offsets) for offsets in _AROUND]


def _words(words: Sequence[str], tags: Sequence[str], gazetteer: Gazetteer) -> list[Ids]:
    """Of each word: itself and those around, tags, first and last characters, its length."""
    known = gazetteer.tags
    numbers: dict[str, int] = {}
    of = np.array([numbers.setdefault(word, len(numbers)) for word in words])
    pieces = ([word[begin:end] for word in numbers] for begin, end in _ENDS_OF_WORDS)
    whole, first, last, ending = (_ids(strings)[of] for strings in pieces)
    tag = _ids([tag if tag != "n" or word in known else "?" for word, tag in zip(words, tags, strict=True)])
    length = np.array([min(len(word), 5) for word in words], np.uint64)
    return [
        *(_together(whole, offsets) for offsets in _WORDS_AROUND),
        *(_together(tag, offsets) for offsets in _TAGS_AROUND),
        first, last, ending, length,
        _together(last, (-1,)), _together(first, (1,)), _together(last, (1,)),
    ]  # fmt: skip


def _sounds(text: str, gazetteer: Gazetteer) -> list[Ids]:
    """What characters say for a foreign name, and whether one is a surname."""
    gains = np.fromiter(map(_gain, text), np.uint64, len(text))
    surname = np.fromiter(map(gazetteer.surnames.__contains__, text), np.uint64, len(text))
    return [gains, _together(gains, (-1,)), _together(gains, (1,)), _together(gains, (-1, 0, 1)), surname]


def _kinds(codes: Ids, odds: Odds) -> list[Ids]:
    """In what kinds of names the dictionary has a character, alone and together."""
    told = odds[np.where(codes < len(odds), codes, 0)].astype(np.int64).astype(np.uint64).T
    first, inside, last = told[0:3], told[3:6], told[6:9]
    return [*told, _all(first), _all(last), _mixed(first[0], _shifted(inside[0], 1))]


def _all(columns: Ids) -> Ids:
    return reduce(_mixed, columns, np.zeros_like(columns[0]))


def _ahead(codes: Ids) -> list[Ids]:
    """The nearest character ahead that a name may end in, with how far it is and whether a phrase begins here."""
    places = np.arange(len(codes))
    end = _next(np.isin(codes, _codes(_ENDS)))
    stops = np.isin(codes, _codes(_STOPS))
    reached = end < _next(stops)
    char = np.where(reached, codes[np.minimum(end, len(codes) - 1)], 0).astype(np.uint64)
    far = np.where(reached, np.minimum(end - places, 6), 0).astype(np.uint64)
    begins = np.append(True, stops[:-1]).astype(np.uint64)
    return [char, _mixed(char, far), _mixed(char, begins)]


def _next(marks: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The nearest mark at or after each place, the length where none is."""
    places = np.where(marks, np.arange(len(marks)), len(marks))
    return np.minimum.accumulate(places[::-1])[::-1]


def _bracketed(codes: Ids) -> list[Ids]:
    """Inside a bracket, what stands before it, which says what kind of name it gives again: 伊欧拉湖（Lake Eola）."""
    places = np.arange(len(codes))
    opened = np.maximum.accumulate(np.where(np.isin(codes, _codes("（(")), places, -1))
    closed = np.maximum.accumulate(np.where(np.isin(codes, _codes("）)")), places, -1))
    inside = (opened > closed) & (opened < places) & (places - opened < _BRACKETED)
    before = (np.where(inside, np.take(_shifted(codes, by), opened), 0).astype(np.uint64) for by in (-1, -2))
    last, last_but_one = before
    return [last, _mixed(last, last_but_one)]


@cache
def _codes(chars: str) -> Ids:
    return np.array(sorted(map(ord, set(chars))), np.uint64)


@lru_cache(maxsize=1 << 16)
def _gain(char: str) -> int:
    return 10 + round(max(-6, min(4, shapes.gain(char))))


def _names(text: str, gazetteer: Gazetteer) -> list[Ids]:
    """The names of the dictionary that cover each character: their kinds, how long, and where in them it stands. From
    every start the longest of its kind, no more than ``_SLOTS`` in all for a character."""
    found: list[list[int]] = [[] for _ in text]
    for start in range(len(text) - 1):
        if text[start : start + 2] in gazetteer.beginnings:
            for kind, end in _longest(text, start, gazetteer).items():
                _cover(found, _crc(kind) << 4, start, end)
    return _slots(found)


def _longest(text: str, start: int, gazetteer: Gazetteer) -> dict[str, int]:
    """Where the longest name of each kind ends that begins at a place."""
    ends: dict[str, int] = {}
    end = start + 2
    while (piece := text[start:end]) in gazetteer.beginnings and end <= len(text):
        if (tag := gazetteer.tags.get(piece)) in _TAGS:
            ends[tag] = end
        if (label := gazetteer.labels.get(piece)) is not None:
            ends[label] = end
        end += 1
    return ends


def _cover(found: list[list[int]], kind: int, start: int, end: int) -> None:
    size = min(end - start, 4)
    found[start].append(kind + size)
    for at in range(start + 1, end - 1):
        found[at].append(kind + size + 4)
    found[end - 1].append(kind + size + 8)


def _slots(found: Sequence[Sequence[int]]) -> list[Ids]:
    slots = np.zeros((_SLOTS, len(found)), np.uint64)
    for at, codes in enumerate(found):
        if codes:
            told = sorted(set(codes))[:_SLOTS]
            slots[: len(told), at] = told
    return list(slots)


def _ids(strings: Sequence[str]) -> Ids:
    return np.fromiter(map(_crc, strings), np.uint64, len(strings))


@lru_cache(maxsize=1 << 16)
def _crc(string: str) -> int:
    return zlib.crc32(string.encode("utf-8", "replace"))


def _together(ids: Ids, offsets: Sequence[int]) -> Ids:
    """One number for the things at the offsets from each place; 0 stands beyond both ends."""
    total = np.full(len(ids), len(offsets), np.uint64)
    for offset in offsets:
        total = _mixed(total, _shifted(ids, offset))
    return total


def _shifted(ids: Ids, offset: int) -> Ids:
    moved = np.zeros_like(ids)
    if offset < 0:
        moved[-offset:] = ids[:offset]
    elif offset:
        moved[:-offset] = ids[offset:]
    else:
        moved = ids
    return moved


def _mixed(a: Ids, b: Ids | np.uint64) -> Ids:
    """A hash of two numbers; the high bits are the good ones."""
    mixed: Ids = a ^ (b + _PRIME)
    mixed *= _PRIME
    mixed ^= mixed >> np.uint64(29)
    mixed *= _PRIME
    return mixed

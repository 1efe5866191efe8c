"""Names translated word by word: 国际清洁运输理事会 is the International Council on Clean Transportation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import takewhile
from typing import NamedTuple

from kaoju.lexicon import Lexicon
from kaoju.names.printed import Printed, key_of
from kaoju.names.tables import rows

_LONGEST = 6
# the letters of an abbreviation at the least, and fewer than what a word has that is one itself: un
_SPELLED, _SHORT = 4, 4
# words that the end of a name is translated by
_MOST = 3
_LINKS = frozenset(["the", "of", "and", "for", "on", "in", "to", "a", "an", "at", "by", "with", "from", "as",
                    "be", "is", "are", "may", "will", "sth", "sb", "abbr"])  # fmt: skip
_DIGITS = re.compile(r"\d+")
_ENGLISH = re.compile(r"[A-Za-z]+")


class Piece(NamedTuple):
    """A word of a Chinese name with the stems of what it means, by which English words are told."""

    zh: str
    stems: frozenset[str]


@lru_cache(maxsize=1 << 12)
def pieces(name: str, lexicon: Lexicon) -> tuple[Piece, ...]:
    """The longest words, from the left, that the lexicon can say in English."""
    found: list[Piece] = []
    at = 0
    while at < len(name):
        found.append(_piece(name, at, lexicon))
        at += len(found[-1].zh)
    return tuple(found)


def _piece(name: str, at: int, lexicon: Lexicon) -> Piece:
    """The word that begins at a character: a number, countries by one character each, what the lexicon knows."""
    if digits := _DIGITS.match(name, at):
        return Piece(digits[0], frozenset([digits[0]]))
    if _countries(name, at, lexicon) > 1 or (at and _countries(name, at - 1, lexicon) > 1):
        return Piece(name[at], _called(lexicon.short_countries()[name[at]], lexicon))
    for end in range(min(len(name), at + _LONGEST), at + 1, -1):
        if stems := _meanings(name[at:end], lexicon):
            return Piece(name[at:end], stems)
    return Piece(name[at], _meanings(name[at], lexicon))


def _countries(name: str, at: int, lexicon: Lexicon) -> int:
    """How many countries by one character each begin here: two in 美韩自由贸易协定."""
    short = lexicon.short_countries()
    return sum(1 for _ in takewhile(short.__contains__, name[at:]))


def translated(end: str, note: Printed, at: int, lexicon: Lexicon) -> int:
    """How many words of a note from ``at`` on say the end of a name: two of Tariff Act for 关税法."""
    stems = frozenset().union(*(piece.stems for piece in pieces(end, lexicon)))
    known = [stem(word.key) in stems for word in note.words[at : at + _MOST]]
    return max((count for count, said in enumerate(known, 1) if said), default=0)


def leading_places(parts: Sequence[Piece], lexicon: Lexicon) -> int:
    """How many words of a name are the countries, or the place, that it begins with."""
    short = lexicon.short_countries()
    countries = sum(1 for _ in takewhile(lambda part: part.zh in short, parts))
    name = lexicon.name(parts[0].zh)
    return countries if countries > 1 else int(bool(countries or (name and name.label in ("GPE", "LOC"))))


def _called(country: str, lexicon: Lexicon) -> frozenset[str]:
    """The stems of the names of a country alone: 韩 is a state of old in the dictionary too."""
    name = lexicon.name(country)
    return _stems(name.english if name else ())


@lru_cache(maxsize=1 << 15)
def _meanings(word: str, lexicon: Lexicon) -> frozenset[str]:
    """The stems of what a word may be in English; of one character, only what it is at the end of names."""
    name = lexicon.name(word)
    told = [_heads().get(word, "")]
    if len(word) > 1:
        told += [*lexicon.glosses(word), *(name.english if name else ())]
    return _stems(told)


def _stems(told: Iterable[str]) -> frozenset[str]:
    words = (match.casefold() for gloss in told for match in _ENGLISH.findall(gloss))
    return frozenset(stem(word) for word in words if word not in _LINKS)


@cache
def _heads() -> dict[str, str]:
    """What the last words of organisations, laws and plans are called in their English names."""
    return dict(rows("heads.tsv"))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """What words of one family begin with: ``stem("transportation") == stem("transport")``."""
    key = key_of(word)
    return key[:5] if len(key) > 5 else key.rstrip("s")


def best_window(parts: Sequence[Piece], note: Printed, *, head: bool, first: int = 0) -> tuple[float, int, int]:
    """How well the best passage of a note translates a name (0 to 1), and the words from where to where it is;
    with ``head`` the last word of the name must be among those translated, and the ``first`` ones."""
    best = (0.0, 0, 0)
    known = frozenset().union(*(part.stems for part in parts))
    needed = ({len(parts) - 1} if head else set()) | {*range(first)}
    for begin, last in note.passages:
        hits = [i for i in range(begin, last) if stem(note.words[i].key) in known]
        for n, start in enumerate(hits):
            for end in hits[n + 1 : n + 10]:
                if end - start > 14 or not note.words[start].text[0].isupper():
                    break
                score = _agreement(parts, note, start, end + 1, needed)
                best = max(best, (score, start, end + 1), key=lambda one: (one[0], one[2] - one[1]))
    return best


def _agreement(parts: Sequence[Piece], note: Printed, start: int, end: int, needed: set[int]) -> float:
    """The harmonic mean of the shares of the name and of the English words that answer each other."""
    words = [stem(word.key) for word in note.words[start:end] if word.key not in _LINKS]
    answered: set[int] = set()
    told = 0
    for word in words:
        fitting = [i for i, part in enumerate(parts) if word in part.stems]
        told += bool(fitting)
        answered.update([i for i in fitting if i not in answered][:1])
    if (
        len(answered) < 2
        or not needed <= answered
        or any(word.text.islower() and word.key not in _LINKS for word in note.words[start:end])
    ):
        return 0.0
    chinese = sum(len(parts[i].zh) for i in answered) / sum(len(part.zh) for part in parts)
    english = told / len(words)
    return 2 * chinese * english / (chinese + english)


def spelled_by(parts: Sequence[Piece], note: Printed) -> str | None:
    """The word of a note that the first letters of what the words of a name mean spell, its last word at the end, at
    the head or behind the first: 联合国资本发展基金 is UNCDF, 国际清洁运输理事会 ICCT."""
    said = [part for part in parts if part.stems]
    orders = [said, [*said[-1:], *said[:-1]], [*said[:1], *said[-1:], *said[1:-1]]] if len(said) > 1 else []
    words = (word.text for word in note.words if len(word.text) >= _SPELLED and word.text.isupper())
    return next((word for word in words if any(_spells(order, word.casefold()) for order in orders)), None)


def _spells(parts: Sequence[Piece], letters: str) -> bool:
    """Whether every word of a name gives a letter or, where it is called by its own first letters, these."""
    if not parts or not letters:
        return not parts and not letters
    taken = {stem if len(stem) < _SHORT and letters.startswith(stem) else stem[0] for stem in parts[0].stems}
    return any(letters.startswith(one) and _spells(parts[1:], letters[len(one) :]) for one in taken)

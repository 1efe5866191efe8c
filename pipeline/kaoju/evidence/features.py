"""What a Chinese passage and a note can share across the languages: names, words, numbers and dates, as features.

A feature is a key and a weight. English words of both sides meet in ``w:``, Chinese words in ``z:``, numbers in ``n:``
and dates in ``d:``.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from kaoju.lexicon import Lexicon
from kaoju.names.glossing import pieces, stem
from kaoju.names.sounds import enough, likeness

_WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’.-]*[A-Za-zÀ-ɏ]")
_CHINESE = re.compile(r"[^\W\x00-\x7f]")
_NUMBER = re.compile(r"(?<![\w.])(\d[\d,]*(?:\.\d+)?)(?:[ -]?([mb]n|[mb]illion|trillion))?(?!\w)", re.IGNORECASE)
_SCALES = {" ": 1.0, "m": 1e6, "b": 1e9, "t": 1e12}
_ADDRESS = re.compile(r"<?https?://\S+|\bdoi:\S+", re.IGNORECASE)
_GLOSS_NOISE = re.compile(
    r"\([^)]*\)"
    r"|\b(?:to|the|a|an|of|sb|sth|in|on|for|with|and|or|by|at|as|from|be|one|its?|lit|fig|abbr|also|etc|variant|see)\b"
)
_EDTF_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-–—/]((?:19|20)\d\d))?(?!\d)")
# what notes are full of and passages never mean
_NOTE_WORDS = frozenset(
    word.casefold()
    for word in (
        *("accessed", "ibid", "see", "also", "cited", "vol", "no", "pp", "op", "cit", "et", "al", "eds", "ed", "trans"),
        *("press", "university", "journal", "review", "available", "www", "http", "https"),
        *("the", "of", "and", "for", "on", "in", "to", "an", "at", "by", "with", "from", "as", "is", "are", "be"),
        *("how", "what", "why", "who", "its", "their", "his", "not", "new", "after", "before", "into", "over", "under"),
        *(month_name[1:]),
    )
)
# newspapers print what happened the day before, yearbooks what happened the year before
_LATER = 3
_NEXT_YEAR = 0.5


class Feature(NamedTuple):
    """A key that both sides may hold, its weight on this side, and the words that it came from."""

    key: str
    weight: float
    surface: str


def of_note(text: str, words: Iterable[str], dates: Iterable[str], titles: Iterable[str] = ()) -> dict[str, str]:
    """The features of a note, all of one weight, and what of it each came from: its text, its Chinese words
    (Simplified), the dates of its citations as EDTF, and the years that their titles speak of."""
    plain = _ADDRESS.sub(" ", text)
    found = {key: word for word in _WORD.findall(plain) for key in _keys(word)}
    found |= {f"z:{word}": word for word in words if len(word) > 1 and not word.isascii()}
    found |= {f"n:{_number(*match.groups()):.12g}": match[0] for match in _NUMBER.finditer(plain)}
    for told in dates:
        if "/" not in told:
            found |= {f"d:{told[:length]}": told for length in (4, 7, 10) if len(told) >= length}
    for year, surface in _years(titles):
        found.setdefault(f"d:{year}", surface)
    return found


def _number(digits: str, scale: str | None) -> float:
    return float(digits.replace(",", "")) * _SCALES[(scale or " ")[0].casefold()]


def _years(titles: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The years that titles speak of, those of a range each, and how they are printed."""
    for match in (match for title in titles for match in _YEARS.finditer(title)):
        for year in range(int(match[1]), int(match[2] or match[1]) + 1):
            yield year, match[0]


@lru_cache(maxsize=65536)
def _keys(word: str) -> tuple[str, ...]:
    """A word's stem, and those of its parts: ``anti-dumping`` is also ``dumping``."""
    folded = word.casefold().replace("’", "'").removesuffix("'s").replace(".", "")
    parts = [part for part in dict.fromkeys([folded, *folded.split("-")]) if len(part) > 1]
    return tuple(f"w:{stem(part)}" for part in parts if part not in _NOTE_WORDS)


def chinese(text: str) -> str:
    """The pieces of a note that have letters other than Latin ones, a space between them: all that is to be cut into
    Chinese words."""
    return " ".join(piece for piece in text.split() if _CHINESE.search(piece))


@lru_cache(maxsize=65536)
def of_word(word: str, lexicon: Lexicon) -> tuple[Feature, ...]:
    """The features of a word of the passage: itself, its English names, its glosses, those of its parts where it is in
    no dictionary; of a single character its glosses alone, where they are few. A word in Latin letters is a name."""
    if len(word) < 2:
        plain = len(lexicon.glosses(word)) <= _PLAIN
        return tuple(Feature(key, weight, word) for key, weight in _glossed(word, lexicon).items() if plain)
    if word.isascii():
        return of_original(word, word)
    own = Feature(f"z:{word}", 1.0, word)
    name = lexicon.name(word)
    if name and name.english:
        keys = dict.fromkeys(key for form in name.english for part in form.split() for key in _keys(part))
        return (own, *(Feature(key, _OF_NAME, word) for key in keys))
    if glossed := _glossed(word, lexicon):
        return (own, *(Feature(key, weight, word) for key, weight in glossed.items()))
    parts = [part.zh for part in pieces(word, lexicon) if len(part.zh) < len(word)]
    return (own, *(Feature(key, weight, word) for part in parts for key, weight, _ in of_word(part, lexicon)))


_CAPITALISED = re.compile(r"\b[A-ZÀ-Þ](?:[a-zß-ɏ]{2,}|[A-ZÀ-Þ]{2,})\b")
_VOCABULARY, _COMPARED, _ALIKE = 4_000, 200_000, 3
_OF_NAME = 1.5
_GLOSSES = 4
# a character of no more meanings says what it means: 钴 is cobalt, 金 is gold, metal, money
_PLAIN = 2


def _glossed(word: str, lexicon: Lexicon) -> dict[str, float]:
    """The words of the glosses, the first the heaviest."""
    weights: dict[str, float] = {}
    for rank, gloss in enumerate(lexicon.glosses(word)[:_GLOSSES]):
        for match in _WORD.finditer(_GLOSS_NOISE.sub(" ", gloss)):
            for key in _keys(match.group()):
                weights.setdefault(key, 1.0 / (1 + 0.3 * rank))
    return weights


def of_original(name: str, latin: str) -> tuple[Feature, ...]:
    """The features of a name of which the text gives the original."""
    return tuple(Feature(key, _OF_NAME, name) for word in _WORD.findall(latin) for key in _keys(word))


def of_sounds(
    names: Sequence[str], notes: Iterable[str], everyday: Container[str] = ()
) -> dict[str, tuple[Feature, ...]]:
    """For foreign names that no dictionary has, the features of the notes' words that they sound like; ``everyday``
    words are no names.

    Of very many names and words only the first are compared: no more than ``_COMPARED`` pairs.
    """
    found = (match.group() for note in notes for match in _CAPITALISED.finditer(_ADDRESS.sub(" ", note)))
    words = sorted(word for word in set(found) if word.casefold() not in everyday)[:_VOCABULARY]
    alike = {name: _alike(name, words) for name in names[: _COMPARED // max(1, len(words))]}
    return {
        name: tuple(Feature(key, _OF_NAME, name) for word in like for key in _keys(word))
        for name, like in alike.items()
        if like
    }


def _alike(name: str, words: Sequence[str]) -> list[str]:
    least = enough(name)
    told = sorted(((likeness(name, word, least), word) for word in words), reverse=True)
    return [word for score, word in told[:_ALIKE] if score >= least]


def of_figure(text: str, *ends: float | None) -> tuple[Feature, ...]:
    """The features of a figure by its ends: 14亿 is 1.4 billion, 三成 is 30."""
    return tuple(Feature(f"n:{end:.12g}", 1.0, text) for end in dict.fromkeys(ends) if end is not None)


def of_time(edtf: str) -> Iterator[Feature]:
    """The features of a period: its ends by year, month and day, a year also as the one after it, a day as the days
    after it."""
    for told in edtf.split("/"):
        if told[:4].isdecimal():
            yield Feature(f"d:{int(told[:4]) + 1}", _NEXT_YEAR, told)
        for length in (4, 7):
            if len(told) >= length:
                yield Feature(f"d:{told[:length]}", 1.0, told)
        if _EDTF_DAY.fullmatch(told):
            yield from _days(told)


def _days(told: str) -> Iterator[Feature]:
    try:
        day = date.fromisoformat(told)
        days = [day + timedelta(days=later) for later in range(_LATER + 1)]
    except (ValueError, OverflowError):
        return
    for later, one in enumerate(days):
        yield Feature(f"d:{one.isoformat()}", 1.0 / (1 + later), told)

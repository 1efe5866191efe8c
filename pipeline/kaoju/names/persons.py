"""Finding persons of East Asia in a text by how a note spells their names: Abe Shinzo, Moon Jae-in, Tsai Ing-wen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kaoju.names.printed import HYPHENS, Printed, Word, key_of
from kaoju.names.readings import Surname, given_names, short, surnames

# what may stand between the parts of a name
_BETWEEN = re.compile(r", |[ ‐–-]")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
# the most characters of a given name
_MOST = {"japanese": 3}
# a Japanese surname of fewer letters says too little by itself
_ALONE = 4
# how sure: in full, by the surname, by the surname after a Western name
FULL, _SURNAME, WESTERN = 1.0, 0.8, 0.6


class Spelled(NamedTuple):
    """A name in a text, as a range of its characters, and how a note spells it; how sure."""

    start: int
    end: int
    english: str
    score: float


def find(text: str, note: Printed, chinese: frozenset[str], everyday: frozenset[str]) -> Iterator[Spelled]:
    """The persons of a text whom a note names: by surname and given name, either first, or by a Japanese surname.

    ``chinese`` are Chinese surnames, ``everyday`` English words that are no names.
    """
    for place, word in enumerate(note.words):
        for surname in _surnames(word.key, chinese) if word.text[0].isupper() else ():
            tells = word.key not in everyday and _tells(surname, word)
            for start in _places(text, surname.chars):
                yield from _beside(text, start, surname, note, place)
                if tells:
                    yield Spelled(start, start + len(surname.chars), note.person(place), _SURNAME)


@lru_cache(maxsize=1 << 16)
def _surnames(key: str, chinese: frozenset[str]) -> tuple[Surname, ...]:
    """The surnames that a word may be, its long vowels long or short."""
    index = surnames(chinese)
    return tuple(dict.fromkeys([*index.get(key, ()), *index.get(short(key), ())]))


def _places(text: str, chars: str) -> Iterator[int]:
    at = text.find(chars)
    while at >= 0:
        yield at
        at = text.find(chars, at + 1)


def _tells(surname: Surname, word: Word) -> bool:
    """Whether a surname alone is enough to know a person by: a Japanese one, as written and as spelled."""
    return surname.language == "japanese" and len(surname.chars) > 1 and len(word.key) >= _ALONE


def _beside(text: str, start: int, surname: Surname, note: Printed, place: int) -> Iterator[Spelled]:
    """The name with its given name, where that stands in the text after the surname, in the note before or after."""
    after = start + len(surname.chars)
    following = _HAN.match(text, after)
    for length in range(min(_MOST.get(surname.language, 2), len(following[0]) if following else 0), 0, -1):
        end = after + length
        spelled = given_names(text[after:end], surname.language)
        for first, last in _neighbours(note, place) if spelled else ():
            given = "".join(key_of(word.text) for word in note.words[first:last])
            if (short(given) if surname.language == "japanese" else given) in spelled:
                whole = note.person(place) if first < place else ""
                english = whole if " " in whole else note.surface(min(first, place), max(last, place + 1))
                yield Spelled(start, end, english, FULL)
                return


def _neighbours(note: Printed, place: int) -> Iterator[tuple[int, int]]:
    """The two words or the one after a word and before it, as far as they may belong to one name."""
    for first, last in ((place + 1, place + 3), (place + 1, place + 2), (place - 2, place), (place - 1, place)):
        start, end = min(first, place), max(last, place + 1)
        if start >= 0 and end <= len(note.words) and _one_name(note, start, end):
            yield first, last


def _one_name(note: Printed, start: int, end: int) -> bool:
    """Whether words stand together, and no hyphen ties another to them."""
    first, last = note.words[start].start, note.words[end - 1].end
    gaps = (note.text[word.end : after.start] for word, after in pairwise(note.words[start:end]))
    hyphened = note.text[max(first - 1, 0) : first] in HYPHENS or note.text[last : last + 1] in HYPHENS
    return all(map(_BETWEEN.fullmatch, gaps)) and not hyphened


def is_surname(form: str, forms: Iterable[str]) -> bool:
    """Whether an English form is but the surname that other forms begin with: Kim of Kim Jong-un."""
    return " " not in form and any(other.startswith(f"{form} ") for other in forms)


def is_of_another(note: Printed, place: int, everyday: frozenset[str], *, western: bool = False) -> bool:
    """Whether a surname in a note is that of somebody else: with another given name beside it (Patricia Kim), for a
    ``western`` one before it, or the author's, at the note's head (``Kim, “North Korea”``)."""
    word = note.words[place]
    if not note.text[: word.start].strip() and note.text.startswith(",", word.end):
        return True
    first = place - 1
    while first > 0 and note.text[note.words[first - 1].end : note.words[first].start] in HYPHENS:
        first -= 1  # Sung-han Kim
    sides = ((first, place - 1, place), (place + 1, place, place + 1))[: 1 if western else 2]
    return any(_is_given(note, *side, everyday) for side in sides)


def _is_given(note: Printed, given: int, left: int, right: int, everyday: frozenset[str]) -> bool:
    """Whether a word is a given name that stands beside a surname, the two words that meet being ``left`` and
    ``right``."""
    if left < 0 or right >= len(note.words) or note.text[note.words[left].end : note.words[right].start] != " ":
        return False
    word = note.words[given]
    hyphened = note.text[word.end : word.end + 1] in HYPHENS
    return word.text[0].isupper() and (hyphened or word.key not in everyday)


def with_western_name(surname: str, note: Printed, chinese: frozenset[str], everyday: frozenset[str]) -> str | None:
    """The surname of a Chinese person with a capitalised word before it that is no everyday one: Morris Chang."""
    index = surnames(chinese)
    for place, (before, word) in enumerate(pairwise(note.words), 1):
        named = before.text.istitle() and word.text.istitle() and before.key not in everyday
        eastern = any(one.language != "japanese" for one in index.get(before.key, ()))
        gap = note.text[before.end : word.start]
        if named and not eastern and gap == " " and any(one.chars == surname for one in index.get(word.key, ())):
            return note.surface(place - 1, place + 1)
    return None

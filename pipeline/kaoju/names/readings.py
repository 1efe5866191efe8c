"""Chinese and Korean names by how their characters are read: Xi Jinping, Tsai Ing-wen, Morris Chang."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from itertools import product

from kaoju.names.printed import Printed, key_of

# initials of pinyin and what Wade and Giles write for them
_WADE = (("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("b", "p"), ("d", "t"), ("g", "k"), ("j", "ch"), ("q", "ch"),
         ("x", "hs"), ("z", "ts"), ("c", "ts"), ("r", "j"))  # fmt: skip


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    """How surnames are written outside the mainland, where that is not by rule."""
    text = (resources.files("kaoju.names") / "surnames.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {zh: tuple(latin.split("|")) for zh, latin, *_ in rows}


@cache
def spellings(char: str) -> frozenset[str]:
    """The syllables that a character may be written as.

    >>> sorted(spellings("张"))
    ['chang', 'cheung', 'jang', 'zhang']
    """
    from pypinyin import lazy_pinyin  # noqa: PLC0415  its dictionary takes a while to load

    [pinyin, *_] = lazy_pinyin(char)
    wade = next((giles + pinyin[len(own) :] for own, giles in _WADE if pinyin.startswith(own)), pinyin)
    return frozenset([pinyin, re.sub("^hsu$", "hsu", wade), *_surnames().get(char, ())])


def find(name: str, note: Printed, everyday: frozenset[str]) -> tuple[float, str] | None:
    """Where a note names a Chinese person of two or three characters: in full, either part first, or by the surname
    after a Western given name; how sure, and what is printed."""
    surname, given = spellings(name[0]), ["".join(parts) for parts in product(*map(spellings, name[1:]))]
    for place in (i for key in sorted(surname) for i in note.places.get(key, ())):
        for start, end in ((place + 1, place + 1 + n) for n in (1, 2)):
            if _joined(note, start, end) in given:
                return 1.0, note.surface(place, end)
        for start in (place - 1, place - 2):
            if _joined(note, start, place) in given:
                return 1.0, note.person(place) if note.person(place) != note.words[place].text else note.surface(
                    start, place + 1
                )
        if western := _after_given_name(note, place, everyday):
            return 0.6, western
    return None


def _after_given_name(note: Printed, place: int, everyday: frozenset[str]) -> str | None:
    """The surname with a capitalised word before it that is no everyday one: Morris Chang."""
    before, word = note.words[place - 1], note.words[place]
    named = place > 0 and before.text.istitle() and word.text.istitle() and before.key not in everyday
    return note.surface(place - 1, place + 1) if named and note.text[before.end : word.start] == " " else None


def _joined(note: Printed, start: int, end: int) -> str:
    return "".join(key_of(word.text) for word in note.words[max(start, 0) : end]) if start >= 0 else ""

"""What kind of name a Chinese string looks like, by its characters alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kaoju.names.sounds import odds
from kaoju.names.tables import rows

# what a character must gain to belong to a foreign name, and the least that the characters gain together, by number
_LEVEL = 1.0
_ENOUGH = {2: 3.6, 3: 4.2}
_ENOUGH_LONG = 4.6
# no character lowers or raises the sum by more
_WORST, _BEST = -6.0, 3.2
DATE = re.compile(
    r"(?:公元前?)?(?<!\d)(?:1[0-9]|20)\d{2}年(?:代|[01]?\d月(?:[0-3]?\d[日号])?)?"
    r"|[一二][〇零○一二三四五六七八九]{3}年(?:代|十?[一二三四五六七八九十]月(?:[一二三十]{1,3}[日号]|[二三]?十?[一二三四五六七八九][日号])?)?"
    r"|(?<!\d)[01]?\d月[0-3]?\d[日号]"
    r"|(?:上|(?<!\d)[12]\d|[一二]?十[一二三四五六七八九]?)世纪(?:[二三四五六七八九]十年代|[2-9]0年代)?"
)
DOT = re.compile("[·•・‧]")
DASH = re.compile("[—–－-]{1,2}")
# 对美投资: a country by one character after a preposition
COUNTRY_AFTER = re.compile("[对赴驻访输]([\u4e00-\u9fff])")
TITLE = re.compile(r"《([^《》\n]{1,60})》")
ORIGINAL = re.compile(r"[（(]([A-ZÀ-Þ][A-Za-zÀ-ÿ.,’'& -]{2,60})[）)]")


@cache
def words(kind: str) -> dict[str, str]:
    """The words of one kind in ``words.tsv`` with their labels: what names end in, what stands beside a person."""
    return {word: label for told, label, word in rows("words.tsv") if told == kind}


@cache
def _by_length(kind: str) -> list[str]:
    return sorted(words(kind), key=len, reverse=True)


def ending(text: str, kind: str = "end") -> str | None:
    """The longest listed word that the string ends in and is more than: ``ending("国际码头工人协会") == "协会"``."""
    return next((word for word in _by_length(kind) if text.endswith(word) and text != word), None)


def title_label(title: str) -> str:
    """What stands in 《》: a law or treaty by its last words, else a work.

    >>> title_label("芯片与科学法"), title_label("华盛顿邮报")
    ('LAW', 'WORK_OF_ART')
    """
    plain = re.sub(r"[（(][^（()）]*[)）]$", "", title)
    return "LAW" if ending(plain, "title") else "WORK_OF_ART"


def gain(char: str) -> float:
    """What a character says for a foreign name; below 0 where it speaks against one.

    >>> gain("莱") > 2, gain("的") < -3
    (True, True)
    """
    if not "\u4e00" <= char <= "\u9fff":
        return _WORST
    return min(max(odds().get(char, _WORST) - _LEVEL, _WORST), _BEST)


def foreign_runs(gains: list[float], ease: float = 0.0) -> Iterator[tuple[int, int]]:
    """The stretches of characters that look like foreign names: those whose gains sum up highest, if high enough;
    the more ``ease``, the less is enough.

    >>> list(foreign_runs([gain(char) for char in "经济学家莱文森曾说"]))
    [(4, 7)]
    """
    start, best_end, total, best = 0, 0, 0.0, 0.0
    for i, value in enumerate([*gains, _WORST]):
        if total + value <= max(best - 3.0, 0.0):
            if best + ease >= _ENOUGH.get(best_end - start, _ENOUGH_LONG) and best_end - start > 1:
                yield start, best_end
            start, best_end, total, best = i + 1, i + 1, 0.0, 0.0
            continue
        total += value
        if total > best:
            best_end, best = i + 1, total


def looks_chinese(text: str, surnames: frozenset[str]) -> bool:
    """Whether a string has the shape of a Chinese person's name: surname and one or two characters."""
    return any(text[:size] in surnames and 1 <= len(text) - size <= 2 for size in (2, 1))

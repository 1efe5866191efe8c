"""How much a Latin name sounds like a Chinese one."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources

LONGEST = 6
# what it costs that a letter is not written, and that a character writes none (both in logarithms)
_UNWRITTEN = -4.0
_SILENT = -6.0
_SPELLED = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


@lru_cache(maxsize=1 << 16)
def plain(latin: str) -> str:
    """The letters of a Latin name, small and without accents: ``plain("Erdoğan") == "erdogan"``."""
    letters = unicodedata.normalize("NFKD", latin.casefold().translate(_SPELLED))
    return re.sub(r"[^a-z]", "", letters)


@cache
def _chances(file: str) -> dict[str, dict[str, float]]:
    """Logarithms of chances: of a run of letters for a character, of a letter after a letter."""
    text = (resources.files("kaoju.names") / file).read_text(encoding="utf-8")
    table = {}
    for line in text.splitlines()[1:]:
        unit, runs, *_ = line.split("\t")
        pairs = (run.split(":") for run in runs.split(" "))
        table[unit] = {run: math.log(int(chance) / 1000) for run, chance in pairs}
    return table


@cache
def odds() -> dict[str, float]:
    """How much commoner a character is in foreign names than in Chinese words, as a logarithm; characters that write no
    foreign names are not in it."""
    text = (resources.files("kaoju.names") / "sounds.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {unit: float(told) for unit, _, told in rows}


@lru_cache(maxsize=1 << 16)
def likeness(chinese: str, latin: str) -> float:
    """How much likelier the letters are where the characters write them than anywhere, by character, as a logarithm:
    above 2 they are one name, below 0 they are not.

    >>> round(likeness("莱特希泽", "Lighthizer")), round(likeness("莱特希泽", "Tariff"))
    (5, -2)
    """
    letters = plain(latin)
    if not letters or not chinese or not len(chinese) <= len(letters) + 1 <= 1 + LONGEST * len(chinese):
        return -math.inf
    return (_best_cut([_runs(char) for char in chinese], letters) - _anywhere(letters)) / len(chinese)


def _runs(char: str) -> dict[str, float]:
    return _chances("sounds.tsv").get(char, {})


def _anywhere(letters: str) -> float:
    """How likely the letters are in any Latin name."""
    follow = _chances("letters.tsv")
    return sum(follow[a].get(b, -9.0) for a, b in zip("^" + letters, letters + "$", strict=True))


def _best_cut(rows: list[dict[str, float]], letters: str) -> float:
    """The best way to share the letters out among the characters, in their order."""
    width = len(letters)
    runs = [[letters[start:end] for end in range(start, min(width, start + LONGEST) + 1)] for start in range(width + 1)]
    best = [_UNWRITTEN * i for i in range(width + 1)]
    for row in rows:
        then = [reached + _SILENT for reached in best]
        for start, reached in enumerate(best):
            for end, run in enumerate(runs[start], start):
                if run in row and reached + row[run] > then[end]:
                    then[end] = reached + row[run]
        for i in range(width):
            then[i + 1] = max(then[i + 1], then[i] + _UNWRITTEN)
        best = then
    return best[-1]

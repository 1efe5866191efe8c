"""How much a Latin name sounds like a Chinese one."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from kaoju.names.tables import rows

LONGEST = 6
# no name has more characters
_MOST = 30
# what it costs that a letter is not written, and that a character writes none (both in logarithms)
_UNWRITTEN = -5.0
_SILENT = -6.0
# a little less than the whole of how likely letters are by themselves, or rare letters would tell too much
_TEMPER = 0.8
# what a character that writes no foreign names says against one
_NEVER = -6.0
# chances of less are not worked with
_SLIGHT = 0.0003
# likeness that one pair of names in a thousand reaches by chance, for two characters; for more, far fewer; one
# character is like too much
_ENOUGH, _ENOUGH_LONG = {1: math.inf, 2: 1.0, 3: 0.7}, 0.4
_INITIALS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw")
_SPELLED = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


@lru_cache(maxsize=1 << 16)
def plain(latin: str) -> str:
    """The letters of a Latin name, small and without accents: ``plain("Erdoğan") == "erdogan"``."""
    if latin.isascii() and latin.isalpha():
        return latin.lower()
    letters = unicodedata.normalize("NFKD", latin.casefold().translate(_SPELLED))
    return re.sub(r"[^a-z]", "", letters)


class Character(NamedTuple):
    """What a character that writes foreign names stands for: its Mandarin syllable; runs of letters with their chances
    in thousandths; what is left of these for the halves of the syllable; how much commoner it is in such names than in
    Chinese words, as a logarithm."""

    syllable: str
    runs: str
    left: float
    odds: float


@cache
def _characters() -> dict[str, Character]:
    return {
        unit: Character(syllable, runs, float(left), float(told))
        for unit, syllable, runs, left, told in rows("sounds.tsv")
    }


def _chances(runs: str) -> dict[str, float]:
    pairs = (run.split(":") for run in runs.split(" "))
    return {run: float(chance) / 1000 for run, chance in pairs}


@cache
def _table(file: str) -> dict[str, dict[str, float]]:
    return {unit: _chances(runs) for unit, runs in rows(file)}


@cache
def odds() -> dict[str, float]:
    """How much commoner a character is in foreign names than in Chinese words, as a logarithm; characters that write no
    foreign names are not in it."""
    return {unit: character.odds for unit, character in _characters().items()}


def transcribed(chinese: str) -> bool:
    """Whether a name is written in the characters of foreign names: 托夫特 is, 劳工处 is translated."""
    return sum(odds().get(char, _NEVER) for char in chinese) > 0


def halves(syllable: str) -> tuple[str, str]:
    """The initial and the final of a syllable of pinyin: ``halves("zhang") == ("zh-", "-ang")``."""
    initial = next((initial for initial in _INITIALS if syllable.startswith(initial)), "")
    return f"{initial}-", f"-{syllable[len(initial) :]}"


def products(parts: Mapping[str, Mapping[str, float]], syllable: str, least: float) -> dict[str, float]:
    """The chances of runs of letters for a syllable, of what its two halves are written with."""
    initial, final = (parts.get(half, {}) for half in halves(syllable))
    return {
        first + second: one * other
        for first, one in initial.items()
        for second, other in final.items()
        if one * other >= least and len(first + second) <= LONGEST
    }


@lru_cache(maxsize=1 << 16)
def likeness(chinese: str, latin: str, least: float = -math.inf) -> float:
    """How much likelier the letters are where the characters write them than anywhere, by character, as a logarithm:
    above 1 they are one name, below 0 they are not. What would be less than ``least`` is minus infinity, and found out
    sooner.

    >>> round(likeness("莱特希泽", "Lighthizer")), round(likeness("莱特希泽", "Tariff"))
    (4, -5)
    """
    letters, size = plain(latin), len(chinese)
    if not letters or not 1 <= size <= _MOST or not size <= len(letters) + 1 <= 1 + LONGEST * size:
        return -math.inf
    anywhere = _anywhere(letters)
    best = _cuts(chinese, letters, least * size + anywhere).get(len(letters), -math.inf)
    return (best - anywhere) / size


def enough(chinese: str) -> float:
    """How much a Latin name must sound like a Chinese one to be it: the more, the shorter it is."""
    return _ENOUGH.get(len(chinese), _ENOUGH_LONG)


@cache
def _runs(char: str) -> dict[str, float]:
    """The logarithms of the chances of runs of letters for a character."""
    known = _characters().get(char)
    if known is None:
        return {}
    general = products(_table("halves.tsv"), known.syllable, _SLIGHT)
    chances = {run: known.left * chance for run, chance in general.items()} | _chances(known.runs)
    return {run: math.log(chance) for run, chance in chances.items()}


@cache
def _follow() -> dict[str, dict[str, float]]:
    """The logarithms of the chances of a letter after a letter."""
    table = _table("letters.tsv")
    return {first: {second: math.log(chance) for second, chance in after.items()} for first, after in table.items()}


@lru_cache(maxsize=1 << 16)
def _anywhere(letters: str) -> float:
    """How likely the letters are in any Latin name."""
    follow = _follow()
    return _TEMPER * sum(follow[a].get(b, -9.0) for a, b in zip("^" + letters, letters + "$", strict=True))


@lru_cache(maxsize=1 << 10)
def _cuts(chinese: str, letters: str, least: float) -> dict[int, float]:
    """The best way to share the letters up to each place out among the characters, in their order, but for ways that
    come to less than ``least``; kept for what goes on with more characters."""
    width = len(letters)
    if not chinese:
        return {at: _UNWRITTEN * at for at in range(width + 1) if _UNWRITTEN * at >= least}
    runs, before = _runs(chinese[-1]), _cuts(chinese[:-1], letters, least)
    best = {at: reached + _SILENT for at, reached in before.items() if reached + _SILENT >= least}
    for start, reached in before.items():
        for end in range(start, min(width, start + LONGEST) + 1):
            run = runs.get(letters[start:end])
            if run is not None and reached + run > best.get(end, least):
                best[end] = reached + run
    for at in range(width):
        if at in best and best[at] + _UNWRITTEN > best.get(at + 1, least):
            best[at + 1] = best[at] + _UNWRITTEN
    return best

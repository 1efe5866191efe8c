"""Persons whose name the text gives in the original behind the Chinese: 总统赛义德（Kais Saied）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaoju.names.printed import PERSON
from kaoju.names.shapes import DOT
from kaoju.names.sounds import enough, likeness, transcribed

_PERSON = re.compile(rf"[（(](?P<name>{PERSON})[）)，,]")
_BEFORE = re.compile("[\u3400-\u9fff]{2,}$")
# characters of a name at the most
_LONGEST = 8


def persons_in_the_original(text: str) -> Iterator[tuple[int, int]]:
    """Where such persons stand in a text; those with · are found by it.

    >>> text = "突尼斯总统赛义德（Kais Saied）退回拨款"
    >>> [text[start:end] for start, end in persons_in_the_original(text)]
    ['赛义德']
    """
    for match in _PERSON.finditer(text):
        start = heard(text, match.start(), match["name"])
        if start is not None and not DOT.fullmatch(text[start - 1 : start]):
            yield start, match.start()


def heard(text: str, end: int, latin: str) -> int | None:
    """Where the name begins that ends at a character and that sounds like a Latin one, its last words or one of them:
    the characters that do most, all in all.

    >>> heard("欧盟委员会主席冯德莱恩", 11, "Ursula von der Leyen")
    7
    """
    before = _BEFORE.search(text, max(0, end - _LONGEST), end)
    words = latin.split()
    forms = dict.fromkeys([*words, *(" ".join(words[first:]) for first in range(len(words) - 1))])
    ends = [before[0][at:] for at in range(len(before[0]) - 1)] if before else []
    told = [(max(likeness(name, form) for form in forms), name) for name in ends if transcribed(name)]
    like, name = max(told, key=lambda one: one[0] * len(one[1]), default=(0.0, ""))
    return end - len(name) if name and like >= enough(name) else None

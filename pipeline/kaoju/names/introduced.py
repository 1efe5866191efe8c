"""Persons whose name the text gives in the original behind the Chinese: 总统赛义德（Kais Saied）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaoju.names.sounds import enough, likeness

_WORD, _LINK = r"[A-ZÀ-Þ][\w.’'-]*", "de|da|von|van|der|bin|al|el|di|du"
_PERSON = re.compile(
    rf"(?P<before>[\u3400-\u9fff]{{2,7}})[（(](?P<name>{_WORD}(?: (?:{_WORD}|{_LINK})){{1,3}})[）)，,]"
)


def persons_in_the_original(text: str) -> Iterator[tuple[int, int]]:
    """Where such persons stand in a text: the characters before the bracket that sound most like the surname.

    >>> text = "突尼斯总统赛义德（Kais Saied）退回拨款"
    >>> [text[start:end] for start, end in persons_in_the_original(text)]
    ['赛义德']
    """
    for match in _PERSON.finditer(text):
        before, surname = match["before"], match["name"].split()[-1]
        told = [(likeness(chars, surname), chars) for at in range(len(before) - 1) if (chars := before[at:])]
        like, chars = max(told, key=lambda one: one[0] * len(one[1]))
        if like >= enough(chars):
            yield match.end("before") - len(chars), match.end("before")

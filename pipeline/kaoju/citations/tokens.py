"""The words and signs of a citation, each with what a labeller looks at."""

from __future__ import annotations

import re
from typing import NamedTuple

_HAN = "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff"
_CJK = f"\u3040-\u30ff\uac00-\ud7af{_HAN}"
_LETTER = f"(?:(?![{_CJK}])[^\\W\\d_])"
# words that stand glued to what they mark: 载, 主编, 译, 第…卷
_MARKER = (
    "博士学位|硕士学位|博士學位|碩士學位|学位论文|學位論文|博士论文|硕士论文|主编|主編|编著|編著|编译|編譯|点校|點校|校注|校註|影印|整理|出版社|"
    "[编編著译譯撰校注註载載见見第卷期号號页頁版年月日册冊巻集辑輯章等和与與及]"
)
_TOKEN = re.compile(rf"{_LETTER}+(?:[’'‐-]{_LETTER}+)*|\d+|(?P<han>[{_CJK}]+)|[^\s]")
_SPLIT = re.compile(f"({_MARKER})")


class Token(NamedTuple):
    """A word, a number or a sign, and where it stands."""

    start: int
    end: int
    text: str


def tokens(text: str) -> list[Token]:
    """The words and signs of a text; runs of Chinese characters parted at the words that mark parts.

    >>> [token.text for token in tokens("钱岳译，2010年")]
    ['钱岳', '译', '，', '2010', '年']
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        if match["han"]:
            at = match.start()
            for part in _SPLIT.split(match["han"]):
                if part:
                    found.append(Token(at, at + len(part), part))
                    at += len(part)
        else:
            found.append(Token(match.start(), match.end(), match.group()))
    return found

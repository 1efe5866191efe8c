"""The citations of a note, one after the other: parted by semicolons and by 转引自."""

from __future__ import annotations

import re

from kaoju.citations.plain import ADDRESS

_OPEN = {"“": "”", "《": "》", "〈": "〉", "「": "」", "『": "』", "（": "）", "(": ")", "[": "]", "\ue000": "\ue001"}
_QUOTING = re.compile(
    r"[，,。.；;（(]?\s*(?:转引自|轉引自|转自|引自|"
    r"(?:quoted|cited|reprinted) (?:in|from|by)|as (?:quoted|cited) in|qtd\. in)[：:\s]*",
    re.IGNORECASE,
)
# 10.1080; a Chicago list of places is no list of works
_WORK = re.compile(
    r"[“《〈「\ue000]|"
    + ADDRESS
    + r"|\[[A-Z]{1,2}(?:/OL)?\]|\b(?:1[5-9]|20)\d\d\b|[Ii]bid|同上|同注|同前|前引|op\. cit",
    re.IGNORECASE,
)


def split_citations(text: str) -> list[str]:
    """The pieces of a note, each of which may be a citation.

    >>> split_citations("A, “B; C,” 2020; D, “E,” 2021.")
    ['A, “B; C,” 2020', ' D, “E,” 2021.']
    """
    pieces = [part for piece in _at_semicolons(text) for part in _at_quotings(piece)]
    joined: list[str] = []
    for piece in pieces:
        if joined and not _WORK.search(piece):
            joined[-1] += piece
        else:
            joined.append(piece)
    return [_unled(piece.lstrip(";；")) for piece in joined if piece.strip(" ;；")]


def _at_semicolons(text: str) -> list[str]:
    pieces, begin, closing = [], 0, ""
    for at, char in enumerate(text):
        if closing:
            if char == closing:
                closing = ""
        elif char in _OPEN and text.find(_OPEN[char], at + 1, at + 400) > 0:
            closing = _OPEN[char]
        elif char in ";；":
            pieces.append(text[begin:at])
            # the sign stays with what follows, for pieces that are joined again
            begin = at
    return [*pieces, text[begin:]]


def _at_quotings(piece: str) -> list[str]:
    match = _QUOTING.search(piece)
    if match is None or match.start() == 0:
        return [piece]
    # the words that lead to the second stay with it, for pieces that are joined again
    return [piece[: match.start()], piece[match.start() :]]


def _unled(piece: str) -> str:
    """A piece without 转自 before it."""
    match = _QUOTING.match(piece)
    return piece[match.end() :] if match else piece

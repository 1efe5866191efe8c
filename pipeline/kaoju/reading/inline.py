r"""Notes that stand in the running text where they are called: pandoc's ``^[…]`` and LaTeX's ``\footnote{…}``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENS = re.compile(r"\^(?P<square>\[)(?!\^?\d{1,4}\]\^?)|\\(?:foot|end)note(?:\[\d{1,4}\])?[ \t]{0,3}(?P<curly>\{)")
_BRACKETS = re.compile(r"\\.|[\[\]{}]")
# a longer one has lost its end
_LONGEST = 5_000


@dataclass(frozen=True, slots=True)
class InlineNote:
    """A note in ``text[start:end]``; its own words are ``text[text_start:text_end]``."""

    start: int
    end: int
    text_start: int
    text_end: int


def inline_notes(text: str) -> list[InlineNote]:
    r"""The notes that stand in a text, in order, none inside another.

    >>> text = r"增长8%。^[见 *Trade* [2nd ed.], p. 3.]其后"
    >>> [text[one.text_start:one.text_end] for one in inline_notes(text)]
    ['见 *Trade* [2nd ed.], p. 3.']
    """
    return list(_found(text))


def _found(text: str) -> Iterator[InlineNote]:
    at, closes = 0, None
    for match in _OPENS.finditer(text):
        closes = _closes(text) if closes is None else closes
        close = closes.get(match.end() - 1)
        if match.start() >= at and close is not None and close - match.end() <= _LONGEST:
            at = close + 1
            yield InlineNote(match.start(), at, match.end(), close)


def _closes(text: str) -> dict[int, int]:
    """Where each square or curly bracket of a text closes."""
    found: dict[int, int] = {}
    opened: dict[str, list[int]] = {"]": [], "}": []}
    for match in _BRACKETS.finditer(text):
        sign = match.group()
        if sign in "[{":
            opened["]" if sign == "[" else "}"].append(match.start())
        elif opened.get(sign):
            found[opened[sign].pop()] = match.start()
    return found

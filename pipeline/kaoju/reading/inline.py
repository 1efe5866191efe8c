r"""Notes that stand in the running text where they are called: pandoc's ``^[…]`` and LaTeX's ``\footnote{…}``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENS = re.compile(r"\^(?P<square>\[)(?!\^?\d{1,4}\]\^?)|\\(?:foot|end)note(?:\[\d{1,4}\])?[ \t]{0,3}(?P<curly>\{)")
_BRACKETS = {"square": re.compile(r"\\.|[\[\]]"), "curly": re.compile(r"\\.|[{}]")}
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
    at = 0
    for match in _OPENS.finditer(text):
        if match.start() < at:
            continue
        close = _closing(text, match.end(), "square" if match["square"] else "curly")
        if close is not None:
            at = close + 1
            yield InlineNote(match.start(), at, match.end(), close)


def _closing(text: str, start: int, kind: str) -> int | None:
    """Where the bracket that opened before ``start`` closes."""
    depth = 1
    for match in _BRACKETS[kind].finditer(text, start, start + _LONGEST):
        if match.group() in "[{":
            depth += 1
        elif match.group() in "]}":
            depth -= 1
        if depth == 0:
            return match.start()
    return None

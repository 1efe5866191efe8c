"""A part of a citation, and the signs around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from kaoju.citations.plain import ITALIC, ROMAN


class Span(NamedTuple):
    """A part of a citation.

    The labels: Author, Title, Container, Publisher, pLace, Date, Volume, Issue, paGes, Editors and translators, Series,
    Number.
    """

    label: str
    start: int
    end: int


MARKS = re.compile(f'[“”"《》〈〉「」『』«»{ITALIC}{ROMAN}]')
FOREIGN = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


def sign_before(text: str, at: int) -> str:
    """The sign that parts what begins here from what stands before it.

    >>> sign_before("N. Lowe, Steel", 9)
    ','
    """
    return text[:at].rstrip()[-1:]


def has_marks(text: str, start: int, end: int) -> bool:
    """Whether a mark of a title stands in a stretch of a citation, or right before it.

    >>> has_marks("Lowe, “Steel”", 7, 12), has_marks("N. Lowe, Steel", 9, 14)
    (True, False)
    """
    return MARKS.search(text, max(start - 1, 0), end) is not None


def place_of(label: str, found: Sequence[Span]) -> int | None:
    """Where the first part of a label stands among the parts.

    >>> place_of("T", [Span("A", 0, 7), Span("T", 9, 14)])
    1
    """
    return next((at for at, span in enumerate(found) if span.label == label), None)


def joined(found: list[Span], is_one: Callable[[Span, Span], bool]) -> list[Span]:
    """Parts of which those that are one with the part before them are joined to it."""
    whole: list[Span] = []
    for span in found:
        if whole and is_one(whole[-1], span):
            whole[-1] = whole[-1]._replace(end=span.end)
        else:
            whole.append(span)
    return whole

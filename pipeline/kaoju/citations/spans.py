"""A part of a citation, and the signs around it."""

from __future__ import annotations

import re
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

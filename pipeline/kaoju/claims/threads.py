"""Which year a bare month goes on: 12月 behind 1956年11月 and a look ahead to 1957年5月."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kaoju.claims.resolving import Time

# what ends a sentence
STOP = re.compile(r"[。！？\n]")
_UNTIL = ("到", "至")
_MONTHS = 12
# no sentence is longer
_LONGEST = 200


def year_of_month(text: str, at: int, month: int, before: Sequence[Time]) -> int | None:
    """The year of a bare month at ``text[at:]``, behind the sentence of the times before it: that of the months told,
    where a later year only looks back. A paragraph goes on with the year that the one before it told of, not with one
    that it looked ahead to, where the month follows it more closely. None leaves it to the last time.
    """
    told = next((time for time in reversed(before) if time.period.month), None)
    if told is None or STOP.search(text, before[-1].end, at) is None:
        return None
    last = max(int(told.period.last[:4]), int(before[-1].period.last[:4].replace("X", "0")))
    if "\n" not in text[before[-1].end : at]:
        return last
    opening = next((time for time in reversed(before) if _opens(text, time, before)), None)
    year = opening.period.year if opening else None
    if year is None or year >= last:
        return last
    return min((last, year), key=lambda one: _months_since(one, month, before))


def sentence_start(text: str, at: int) -> int:
    """Where the sentence of a place begins, or not far before the place."""
    start = max(0, at - _LONGEST)
    return max((match.end() for match in STOP.finditer(text, start, at)), default=start)


def _opens(text: str, time: Time, before: Sequence[Time]) -> bool:
    """Whether a time is the first of its sentence, and not one that something goes on to: 到1957年3月."""
    start = sentence_start(text, time.start)
    return not text.endswith(_UNTIL, 0, time.start) and not any(start <= one.start < time.start for one in before)


def _months_since(year: int, month: int, before: Sequence[Time]) -> int:
    """How long a month comes after the last that was told of a year; a year and more where it does not."""
    told = (int(one.period.month[5:]) for one in before if one.period.month and one.period.year == year)
    since = month - max(told, default=_MONTHS)
    return since if since >= 0 else _MONTHS

"""Quotations: words in quotation marks that somebody is said to say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kaoju.claims.body import Body, Span
from kaoju.claims.frames import Frame

# shorter words in marks are a term, not a saying
_SHORTEST = 6
_INTRODUCED = re.compile(r"(?:[，：道着过说为是]|这是|此举是|此举|其为|该[^，。：“「]{0,8}是){0,3}")


def quotations(body: Body, sentence: Span, told: Sequence[Frame]) -> Iterator[tuple[Span, Frame]]:
    """The quotations of a sentence, each with the frame of saying that introduces it or follows it.

    张忠谋直言，扩大产能是“一场昂贵而徒劳的演练” has one; 所谓“对等关税” has none.
    """
    for quoted in body.quoted_in(sentence):
        words = Span(quoted.start + 1, quoted.end - 1)
        frame = _frame(body, quoted, told)
        if frame and words.end - words.start >= _SHORTEST:
            yield words, frame


def _frame(body: Body, quoted: Span, told: Sequence[Frame]) -> Frame | None:
    before = [one for one in told if one.end <= quoted.start and _introduces(body, one, quoted.start)]
    if before:
        return before[-1]
    return next((one for one in told if one.since == quoted.start), None)


def _introduces(body: Body, frame: Frame, at: int) -> bool:
    """Whether a verb of saying leads to the quotation: at once, or within what its speaker says."""
    between = body.masked[frame.end : at]
    if _INTRODUCED.fullmatch(between):
        return True
    said = frame.force in ("report", "reckon", "forecast", "warning", "denial") and frame.speaker is not None
    return said and frame.until >= at and "；" not in between

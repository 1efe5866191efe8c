"""Whom a pronoun before a verb of saying stands for: 他指出, 据其估算."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from kaoju.claims.body import Body, Span
from kaoju.claims.phrases import subject_of

PRONOUN = re.compile("[他她其]们?|[该此]人|本人|二人|两人")
_PERSON_TAGS = ("nr", "nrt", "nrfg")


def antecedent(body: Body, sentence: Span, at: int, speakers: Iterable[Span]) -> Span | None:
    """The last of those who spoke before a place in its sentence, else the last subject of its clauses or of the
    sentence before that is somebody by name; None where nobody is."""
    spoke = (one for one in speakers if one.end <= at)
    return next((one for one in (*spoke, *_subjects(body, sentence, at)) if is_somebody(body, one)), None)


def is_somebody(body: Body, span: Span) -> bool:
    """Whether a phrase names a person: 财政部长帕尼乌; not 改革."""
    if PRONOUN.fullmatch(body.text, *span):
        return False
    people = (name for name in body.names if name.label == "PERSON" and name.start < span.end and span.start < name.end)
    words = body.words_in(span.start, span.end)
    return next(people, None) is not None or any(word.tag in _PERSON_TAGS for word in words)


def _subjects(body: Body, sentence: Span, at: int) -> Iterator[Span]:
    index = bisect_left(body.sentences, sentence)
    before = [clause for clause in body.clauses(sentence) if clause.end <= at]
    last = body.clauses(body.sentences[index - 1])[:1] if index else []
    return (subject for clause in (*reversed(before), *last) if (subject := subject_of(body, clause)))

"""Whom a pronoun before a verb of saying stands for: 他指出, 据其估算."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain

from kaoju.claims.body import Body, Span
from kaoju.claims.phrases import subject_of

PRONOUN = re.compile("[他她它其]们?|[该此]人|本人|二人|两人")
# people; and bodies, for which 其 stands too
_PEOPLE = frozenset(["PERSON", "nr", "nrt", "nrfg"])
_BODIES = _PEOPLE | {"ORG", "GPE", "nt"}
_IS_BODY = re.compile("[部局署厅处院会所行社司委]$|机构|公司|政府|中心|当局")

# 在关税问题上，总统认为…。他: the clause that the sentence before begins with may set but the scene
_FIRST = 2


def antecedent(body: Body, sentence: Span, pronoun: Span, speakers: Iterable[Span]) -> Span | None:
    """The last of those who spoke before a pronoun in its sentence, else the last subject of its clauses or of the
    sentence before that is somebody by name; None where nobody is."""
    may_be = is_body if body.text[pronoun.start] in "其它" else is_somebody
    spoke = [one for one in speakers if one.end <= pronoun.start]
    named = (one for one in spoke if may_be(body, one))
    unknown = (one for one in spoke if not is_body(body, one))  # 伊贡: a name that no dictionary has
    told = (one for one in _subjects(body, sentence, pronoun.start) if may_be(body, one))
    return next(chain(named, unknown, told), None)


def is_somebody(body: Body, span: Span) -> bool:
    """Whether a phrase names a person: 财政部长帕尼乌; not 改革."""
    return _is_one(body, span, _PEOPLE)


def is_body(body: Body, span: Span) -> bool:
    """Whether a phrase names a person or a body: 审计部."""
    return _is_one(body, span, _BODIES) or bool(_IS_BODY.search(body.text, *span))


def _is_one(body: Body, span: Span, who: frozenset[str]) -> bool:
    if PRONOUN.fullmatch(body.text, *span):
        return False
    named = any(name.label in who for name in body.names_over(*span))
    return named or any(word.tag in who for word in body.words_in(*span))


def _subjects(body: Body, sentence: Span, at: int) -> Iterator[Span]:
    index = bisect_left(body.sentences, sentence)
    before = [clause for clause in body.clauses(sentence) if clause.end <= at]
    last = body.clauses(body.sentences[index - 1])[:_FIRST] if index else []
    return (subject for clause in (*reversed(before), *last) if (subject := subject_of(body, clause)))

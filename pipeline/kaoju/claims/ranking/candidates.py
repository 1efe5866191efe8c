"""Phrases that a figure may be said of, or that may be what it measures, and what each of them is like."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from kaoju.claims.body import Body, Span, Word
from kaoju.claims.clause import PRONOUN, THIS_MEASURE
from kaoju.claims.kinds import is_group, is_measure, is_name
from kaoju.claims.measures import NOTHING, Arguments
from kaoju.claims.nouns import is_noun
from kaoju.claims.omitted import Told
from kaoju.claims.phrases import first_subject, subject_of
from kaoju.claims.trimming import clean

# so many clauses before a figure's own are looked at
_CLAUSES = 7
# and what so many sentences before begin with
_RECENT = 2
# so many characters of a clause are looked at
_REACH = 200
_FARTHEST, _LONGEST = 4, 9
# how often an article says a phrase is told apart up to so often, by doublings
_OFTENEST = 8
# what a noun phrase may begin with beside nouns, and what may stand within one, by jieba's tags
_BEGINS = frozenset(["nr", "nrt", "rz", "l", "i", "nz", "b", "j", "s"])
_WITHIN = frozenset(["f", "k", "g", "ng", "b", "l", "a", "an", "vn", "m"])
_SIGNS = frozenset("，。；：、的和与在对为将把")

_KINDS = (("measure", is_measure), ("name", is_name), ("group", is_group))

# who or what is meant, stands elsewhere
_STANDS_FOR = re.compile(f"{PRONOUN.pattern}|[两二]者|[前后]者.*|我们?|{THIS_MEASURE}|年度")


class Candidate(NamedTuple):
    """A phrase, and what it is like: some features of its own, some of where it stands to the claim."""

    span: Span
    own: tuple[str, ...]
    here: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim whose subject and metric are sought: its clause, where its figures begin and end, what was told before
    it, and what the rules read."""

    clause: Span
    start: int
    end: int
    told: Told
    read: Arguments


@dataclass(frozen=True)
class Phrases:
    """The noun phrases of a sentence; what is found out about one is kept."""

    body: Body
    sentence: Span
    _of: dict[Span, list[Span]] = field(default_factory=dict)
    _like: dict[Span, tuple[str, ...] | None] = field(default_factory=dict)

    def candidates(self, asked: Asked) -> list[Candidate]:
        """The phrases that a claim may be about, in the order of the text: what the rules read, what was told before,
        the nouns of the sentence up to its figures."""
        every = self.body.clauses(self.sentence)
        last = bisect_left(every, asked.end, key=lambda clause: clause.start)
        clauses = every[max(0, last - _CLAUSES) : last]
        read, earlier = asked.read, asked.told.earlier or NOTHING
        told = {"subject": read.subject, "metric": read.metric, "words": self._before(asked)}
        measure = [about.metric for _, about in asked.told.before[-1:]]
        before = (earlier.subject, earlier.metric, asked.told.topic, *measure, *self._topics)
        spans = {one for one in (*told.values(), *before) if one}
        told |= {"speaker": asked.told.speaker, "sayer": asked.told.sayer}
        for clause in clauses:
            end = min(clause.end, asked.start)
            spans.update(self._phrases(Span(max(clause.start, end - _REACH), end)))
        places = _Places(asked, self.sentence, clauses, told)
        return [Candidate(one, own, places.here(one)) for one in sorted(spans) if (own := self._own(one))]

    @cached_property
    def _topics(self) -> list[Span]:
        """What the two sentences before and the first of the paragraph begin with."""
        body, at = self.body, bisect_left(self.body.sentences, self.sentence)
        block = bisect_right(body.blocks, self.sentence.start, key=lambda block: block["start"]) - 1
        paragraph = body.blocks[max(0, block)]["start"] if body.blocks else 0
        first = bisect_left(body.sentences, paragraph, key=lambda sentence: sentence.start)
        told = {first, *range(max(first, at - _RECENT), at)} - {at}
        return [found for one in told if (found := first_subject(body, body.sentences[one]))]

    def _names(self, span: Span) -> bool:
        """Whether a phrase says who or what is meant: no pronoun, and no part of a name."""
        cut = self.body.is_in_name(span.start) or self.body.is_in_name(span.end)
        return not cut and not _STANDS_FOR.fullmatch(self.body.masked, *span)

    def _before(self, asked: Asked) -> Span | None:
        """The words of the clause before the figure, as a phrase."""
        start = max(asked.clause.start, asked.told.end)
        return clean(self.body, Span(start, asked.start)) if start < asked.start else None

    def _phrases(self, clause: Span) -> list[Span]:
        """What a clause begins with, its runs of nouns, two that 的 joins, its names."""
        if clause not in self._of:
            subject = subject_of(self.body, clause) if clause.start < clause.end else None
            runs = list(_runs(self.body, clause))
            joined = [
                Span(one.start, two.end) for one, two in pairwise(runs) if self.body.masked[one.end : two.start] == "的"
            ]
            names = [Span(one.start, one.end) for one in self.body.names_in(*clause)]
            self._of[clause] = [*([subject] if subject else []), *runs, *joined, *names]
        return self._of[clause]

    def _own(self, span: Span) -> tuple[str, ...] | None:
        """What a phrase is like by itself, None where it names nobody and nothing."""
        if span not in self._like:
            self._like[span] = _features(self.body, span) if span.start < span.end and self._names(span) else None
        return self._like[span]


@dataclass(frozen=True, slots=True)
class _Places:
    """Where phrases stand to a claim and to what is told."""

    asked: Asked
    sentence: Span
    clauses: list[Span]
    told: Mapping[str, Span | None]

    def here(self, span: Span) -> tuple[str, ...]:
        """The place of a phrase, and whether it is what was told, a part of it or more than it."""
        return (f"place {self._place(span)}", *(f"{name} {_relation(span, one)}" for name, one in self.told.items()))

    def _place(self, span: Span) -> str:
        if span.start >= self.asked.end:
            return "behind"
        if span.start < self.sentence.start:
            return "before the sentence"
        used = "told" if span.end <= self.asked.told.end else "new"
        after = len(self.clauses) - bisect_right(self.clauses, span.start, key=lambda clause: clause.start)
        return f"{min(after, _FARTHEST)} {used}"


def _relation(span: Span, other: Span | None) -> str:
    if other is None:
        return "none"
    if span == other:
        return "same"
    if other.start <= span.start and span.end <= other.end:
        return "within"
    return "around" if span.start <= other.start and other.end <= span.end else "apart"


def _runs(body: Body, clause: Span) -> Iterator[Span]:
    """The runs of nouns in a clause."""
    words = body.words_in(*clause)
    at = 0
    while at < len(words):
        start = at
        while at < len(words) and (_is_within(words, at) if at > start else _begins(words[at])):
            at += 1
        if at > start:
            yield Span(words[start].start, words[at - 1].end)
        else:
            at += 1


def _begins(word: Word) -> bool:
    return is_noun(word) or word.tag in _BEGINS


def _is_within(words: Sequence[Word], at: int) -> bool:
    """Whether a word goes on with the nouns before it: a noun, or what leads to another."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else None
    if words[at - 1].end != word.start:
        return False
    return is_noun(word) or (word.tag in _WITHIN and following is not None and is_noun(following))


def _features(body: Body, span: Span) -> tuple[str, ...]:
    """What a phrase is like by itself: its words, its kind, and what stands around it."""
    words = body.words_in(*span)
    before, after = body.word_over(span.start - 1), body.word_over(span.end)
    return (
        *((f"head {words[-1].text}", f"tag {words[-1].tag}", f"first {words[0].tag}") if words else ()),
        f"ends {body.text[span.end - 1]}",
        f"long {min(span.end - span.start, _LONGEST)}",
        f"said {_how_often(body.occurrences(span))}",
        f"kind {_kind(body, span)}",
        f"before {_sign(body, span.start - 1, before)}",
        f"after {'figure' if body.begins_figure(span.end) else _sign(body, span.end, after)}",
        f"word before {before.text}" if before else "",
        f"word after {after.text}" if after else "",
    )


def _how_often(count: int) -> int:
    """How often a text says some words: 0, 1, 2, 3, 4 for four to seven times, 8 for more."""
    return min(count, _OFTENEST) if count < 4 or count >= _OFTENEST else 4


def _kind(body: Body, span: Span) -> str:
    """Measure, name, group or other, and the label of the entity that it begins with."""
    kind = next((name for name, holds in _KINDS if holds(body, span)), "other")
    return f"{kind} {body.label_at(span.start)}"


def _sign(body: Body, at: int, word: Word | None) -> str:
    sign = body.masked[at : at + 1]
    return sign if sign in _SIGNS else word.tag[:1] if word else "edge"

"""Figures told in turn: 南非、印尼和越南分别为A、B和C."""

from __future__ import annotations

import re

from kaoju.claims.body import Body, Span, Word
from kaoju.claims.nouns import is_nominal_verb
from kaoju.claims.ties import Tie

_SEPARATOR = re.compile(r"、|和|与|及|以及|或")


def in_turn(body: Body, sentence: Span, tie: Tie) -> tuple[Span, Span] | None:
    """The name that a figure's place in its list gives it, and the words between the names and 分别; None where no list
    of as many names stands before."""
    figure = body.figures[tie.figures[0]]
    at = body.masked.rfind("分别", sentence.start, figure["start"])
    if at < 0:
        return None
    mates = _figures(body, at, tie.figures[0], sentence.end)
    if tie.figures[0] not in mates or len(mates) < 2:
        return None
    names = _names(body, Span(sentence.start, at), len(mates))
    return (names[mates.index(tie.figures[0])], Span(names[-1].end, at)) if names else None


def _figures(body: Body, start: int, index: int, end: int) -> list[int]:
    """The figures after 分别 that nothing but 、 and 和 parts."""
    first = index
    while first > 0 and body.figures[first - 1]["start"] > start:
        first -= 1
    mates = [first]
    while (later := mates[-1] + 1) < len(body.figures) and body.figures[later]["start"] < end:
        between = body.masked[body.figures[mates[-1]]["end"] : body.figures[later]["start"]]
        if len(between) > 8 or not _SEPARATOR.match(between):
            break
        mates.append(later)
    return mates


def _names(body: Body, span: Span, count: int) -> list[Span]:
    """The last list of so many names in a range."""
    runs: list[list[Word]] = [[]]
    joined = False
    for word in body.words_in(span.start, span.end):
        if _SEPARATOR.fullmatch(word.text):
            joined = True
            continue
        if word.tag[0] in "njrbsil" or word.tag in ("vn", "eng") or is_nominal_verb(word):
            _extend(runs, word, joined)
        else:
            runs.append([])
        joined = False
    return [Span(word.start, word.end) for word in next((run for run in reversed(runs) if len(run) == count), [])]


def _extend(runs: list[list[Word]], word: Word, joined: bool) -> None:
    """Add a word to the last list: to its last name, or as a new one after a separator.

    Places listed are whole: in 泰国和印尼对华出口 the list ends before what is said of them.
    """
    run = runs[-1]
    places = len(run) > 1 and all(one.tag == "ns" for one in run)
    if run and not joined and run[-1].end == word.start and not places:
        run[-1] = Word(run[-1].start, word.end, run[-1].text + word.text, word.tag)
    elif not run or joined:
        run.append(word)
    else:
        runs.append([])

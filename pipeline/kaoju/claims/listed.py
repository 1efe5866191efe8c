"""Figures told in turn: 南非、印尼和越南分别为A、B和C."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from kaoju.claims.body import Body, Span, Word
from kaoju.claims.nouns import is_nominal_verb
from kaoju.claims.phrases import subject_of
from kaoju.claims.ties import Tie
from kaoju.claims.trimming import openings

# 2%甚至是4%: as far as the next
_EVEN = re.compile("[，、]?(?:甚至|乃至|直至)(?:[是为]|高?达到?|[到至])?")
_SEPARATOR = re.compile(r"、|和|与|及|以及|或")
# 前者出口3亿元: of two told before
ONE_OF_TWO = re.compile("(?:(?P<first>前者)|后者)")
# 甲与乙, 甲、乙: two, within so many characters of the beginning of their clause
_JOINT = re.compile("[、和与及]")
_NEAR = 12
# in turn: 分别为3亿和2亿, 各占7%和6%
_TURN = re.compile("分别|依次|各(?=[占有为达获得])")
_CONVERTED = re.compile("，?(?:约合|折合)约?|[（(](?:大?约合?|折合|合|相当于|当时约?合?)*")
_REACHED = re.compile("[，,]?(?:升|增|降|跌|减|提高)?[到至](?:了|约|近)?")
# 三者分别为, 三国的出口分别: as many as were listed before
_ALL_OF = re.compile("(?:[这上]述?)?(?P<count>[两二三四五六七八九])(?:者|国|省|市|县|地|港|家|人)的?")
_COUNTS = "一二三四五六七八九"
# 所占比重最大，分别为: how the names rank is no part of the measure
_RANK = re.compile("(?:[最较更][大高多低少小快慢]|居前|领先|名列前茅)[^，]{0,4}$")


@dataclass(frozen=True, slots=True)
class Place:
    """A figure's place in a list told in turn, ``index`` of ``count``, whose 分别 stands at ``at``."""

    index: int
    count: int
    at: int
    first: int  # the index of the list's first figure in the body


@dataclass(frozen=True, slots=True)
class Turn:
    """The names of a list, and the place of the one that is meant."""

    names: tuple[Span, ...]
    index: int

    @property
    def name(self) -> Span:
        """The name that a figure's place gives it."""
        return self.names[self.index]

    @property
    def start(self) -> int:
        """Where the names begin."""
        return self.names[0].start

    @property
    def end(self) -> int:
        """Where the names end."""
        return self.names[-1].end


def place(body: Body, sentence: Span, tie: Tie) -> Place | None:
    """A figure's place in a list after 分别; None where it stands in none."""
    figure = body.figures[tie.figures[0]]
    turns = list(_TURN.finditer(body.masked, sentence.start, figure["start"]))
    at = turns[-1].start() if turns else -1
    mates = _figures(body, at, tie.figures[0], sentence.end) if at >= 0 else []
    if tie.figures[0] not in mates or len(mates) < 2:
        return None
    return Place(mates.index(tie.figures[0]), len(mates), at, mates[0])


def in_turn(body: Body, sentence: Span, where: Place) -> Turn | None:
    """The name that belongs to a place; None where no list of as many names stands before."""
    names = _names(body, Span(sentence.start, where.at), where.count)
    names = names or _names_before(body, sentence, where)
    return Turn(tuple(names), where.index) if names else None


def past_all(body: Body, span: Span) -> int:
    """Where a range begins behind the words that stand for all of a list: 三者, 三国的."""
    start = openings(body, span)
    all_of = _ALL_OF.match(body.masked, start, span.end)
    return all_of.end() if all_of else start


def _names_before(body: Body, sentence: Span, where: Place) -> list[Span]:
    """侨汇, 旅游 and 运河 in 侨汇、旅游和运河是三大来源。三者分别为: the list as long in the sentence before."""
    all_of = _ALL_OF.match(body.masked, openings(body, body.clause_at(sentence, where.at)))
    index = bisect_left(body.sentences, sentence)
    if all_of is None or not index or _COUNTS.index(all_of["count"].replace("两", "二")) + 1 != where.count:
        return []
    return _names(body, body.sentences[index - 1], where.count)


def is_in_turn(body: Body, sentence: Span, clause: Span, tie: Tie) -> bool:
    """Whether order tells what a figure is about: its place after 分别, or 前者 or 后者 that its clause begins with."""
    begins = ONE_OF_TWO.match(body.masked, openings(body, clause))
    return begins is not None or place(body, sentence, tie) is not None


def ranked(body: Body, sentence: Span, turn: Turn) -> Span | None:
    """所占比重 in 安哥拉和赞比亚所占比重最大，分别为: what is said of the names in their own clause."""
    said = Span(turn.end, body.clause_at(sentence, turn.start).end)
    rank = _RANK.search(body.masked, said.start, said.end)
    return Span(said.start, rank.start()) if rank and rank.start() > said.start else None


def first_and_second(body: Body, at: int) -> tuple[Span, Span] | None:
    """甘其毛都 and 策克 in 甘其毛都与策克是两扇大门: the last two side by side that a clause before a place begins
    with, of its sentence or the one before."""
    last = bisect_right(body.sentences, at, key=lambda sentence: sentence.start)
    sentences = body.sentences[max(0, last - 2) : last]
    clauses = (clause for one in reversed(sentences) for clause in reversed(body.clauses(one)) if clause.end <= at)
    return next((two for clause in clauses if (two := _two(body, clause))), None)


def _two(body: Body, clause: Span) -> tuple[Span, Span] | None:
    """The two names side by side that a clause begins with, and no third."""
    start = openings(body, clause)
    joint = body.cut(_JOINT, start, min(clause.end, start + _NEAR))
    second = subject_of(body, Span(joint.end(), clause.end)) if joint else None
    if joint is None or second is None or second.start > joint.end() or _SEPARATOR.search(body.masked, *second):
        return None
    return (Span(start, joint.start()), second) if joint.start() - start > 1 else None


def is_converted(words: str) -> bool:
    """Whether words between two figures lead to the same amount in another unit: 146亿克朗（约合20.5亿美元）."""
    return bool(_CONVERTED.fullmatch(words))


def is_reached(words: str) -> bool:
    """Whether words between two figures lead from how much something changed to where: 提高2.1个百分点至28.4%."""
    return bool(_REACHED.fullmatch(words))


def is_listed(words: str) -> bool:
    """Whether words between two figures do no more than part them."""
    return bool(_SEPARATOR.fullmatch(words) or _EVEN.fullmatch(words))


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
        if not _ALL_OF.fullmatch(word.text) and (
            word.tag[0] in "njrbsil" or word.tag in ("vn", "eng") or is_nominal_verb(word)
        ):
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

"""Numbers on the line that may be marks: raised ones that OCR has let down, 增长8%。1随后, 增长8%1。, 。192005年, and
those in round brackets, 增长8%。(1)随后. The numbering tells marks, figures and points apart."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from kaoju.reading.linking import enumeration
from kaoju.reading.marks import Mark

_UNITS = "年月日号时个多余万亿元倍成岁点名家项座处%％.．"
_RUN = re.compile(
    r"(?<=[。！？”」』）》；，：])(?P<digits>[1-9]\d{0,6})"
    r"(?P<after>[ \t]*(?:[^\W\d_]|[“《〈「『（%％.．]|$)|[ \t]+(?=\d{1,4}[ \t]?[年月]))"
    r"|(?<=[%％”」』）》\u4e00-\u9fff])(?P<before>[1-9]\d{0,2})(?=[。！？；，：])",
    re.MULTILINE,
)
# a bracket behind a word is no mark within its clause, nor is (3) in 式(3)
_ENCLOSED = re.compile(
    r"(?:(?<=[。！？；，”’」』）》%％…])|(?<=[^\s式表图第款项条见A-Za-z\d（({])(?=.{2,5}[。！？；，：、]))"
    r"(?P<opens>[（({]?)(?P<digits>[1-9]\d{0,2})[）)}](?=[ \t]*(?P<after>\S?))"
)
_POINTS = re.compile(r"[（({](?P<digits>[1-9]\d{0,2})[）)}]")
# how far a bracket reaches back that 1) closes
_REACH = 60
_LONGEST = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Digits where a mark may stand: where they begin, what follows them, whether they are set as a mark would be, and
    how many brackets stand beside them."""

    start: int
    digits: str
    after: str
    apt: bool
    brackets: int = 0

    @property
    def labels(self) -> list[str]:
        """Every label that the digits may begin with."""
        if self.brackets:
            return [self.digits]
        return [self.digits[:size] for size in range(1, min(_LONGEST, len(self.digits)) + 1)]

    def fits(self, label: str) -> str | None:
        """``strongly`` or ``weakly`` where the digits may begin with this label, else None."""
        if label not in self.labels:
            return None
        if self.brackets:
            return "strongly" if self.apt else "weakly"
        rest = self.digits[len(label) :]
        if not rest:
            return "strongly" if self.apt and self.after not in _UNITS and not self.after.isascii() else "weakly"
        if rest[0] == "0" or (self.after == "年" and len(rest) not in (2, 4)):
            return None
        return "strongly" if self.apt and self.after == "年" and len(rest) == 4 and rest[0] in "12" else "weakly"


Placed = tuple[int, int, Run]


def fused_runs(text: str) -> list[Run]:
    """The digits of a text that may be marks set on the line, in order.

    >>> [(run.digits, run.apt) for run in fused_runs("增长8%。1随后又增2，3其后")]
    [('1', True), ('2', False), ('3', False)]
    """
    return sorted([*_runs(text), *_enclosed(text)], key=lambda run: run.start)


def _runs(text: str) -> Iterator[Run]:
    for match in _RUN.finditer(text):
        left = text[match.start() - 1]
        if match["digits"]:
            yield Run(match.start("digits"), match["digits"], match["after"].strip() or "。", left not in "；，：")
        else:
            yield Run(match.start("before"), match["before"], "。", not "\u4e00" <= left <= "\u9fff")


def _enclosed(text: str) -> Iterator[Run]:
    """Numbers in round brackets that count off no points, and those before half a bracket that closes none."""
    found = [Mark(match.start(), match.end(), (match["digits"],), "bracketed") for match in _POINTS.finditer(text)]
    points = {mark.start for mark in enumeration(found, text)}
    for match in _ENCLOSED.finditer(text):
        start = match.start()
        if start not in points and (match["opens"] or not _is_open(text[max(0, start - _REACH) : start])):
            brackets = len(match["opens"]) + 1
            yield Run(start, match["digits"], match["after"] or "。", text[start - 1] not in "；，", brackets)


def _is_open(before: str) -> bool:
    """Whether a bracket is open at the end of a text."""
    return max(map(before.rfind, "（({")) > max(map(before.rfind, "）)}"))


def fused_labels(text: str) -> set[str]:
    """Every label that a mark set on the line could have in this text."""
    return {label for run in fused_runs(text) for label in run.labels}


def fused_marks(runs: Iterable[Placed], wanted: Mapping[int, Sequence[str]]) -> dict[int, list[Mark]]:
    """The marks among the runs of an article, by block.

    ``runs`` are (page, block, run) in the order of the text; ``wanted`` are the labels of each page's notes that no
    other mark calls, in order. Marks count as their notes do: a run is the next label, or the one after it where OCR
    has lost one; a doubtful run only where no sound one is about to come.

    >>> runs = [(0, 0, run) for run in fused_runs("增长8%。1随后2年。22018年")]
    >>> [mark.labels for mark in fused_marks(runs, {0: ["1", "2"]})[0]]
    [('1',), ('2',)]
    """
    runs = list(runs)
    sound, possible = _places(runs, {"strongly"}), _places(runs, {"strongly", "weakly"})
    counted: dict[int, int] = defaultdict(int)
    found: dict[int, list[Mark]] = defaultdict(list)
    for index, (page, block, run) in enumerate(runs):
        at = counted[page]
        labels = wanted.get(page, ())[at : at + 3]
        coming = [_coming(sound[page, label], index) for label in labels] + [math.inf] * 3
        gone = bool(labels) and _coming(possible[page, labels[0]], index) == math.inf
        step = _meant(run, labels, coming, gone=gone)
        if step is not None:
            end = run.start + len(labels[step]) + run.brackets
            found[block].append(Mark(run.start, end, (labels[step],), "fused"))
            counted[page] = at + step + 1
    return _but_points(found, runs, wanted)


def _but_points(
    found: Mapping[int, list[Mark]], runs: Sequence[Placed], wanted: Mapping[int, Sequence[str]]
) -> dict[int, list[Mark]]:
    """Without numbers in brackets that call less than half of the notes: these count off points."""
    enclosed = {(block, run.start) for _, block, run in runs if run.brackets}
    called = sum((block, mark.start) in enclosed for block, marked in found.items() for mark in marked)
    if 2 * called >= sum(map(len, wanted.values())):
        return dict(found)
    return {block: [mark for mark in marked if (block, mark.start) not in enclosed] for block, marked in found.items()}


def _meant(run: Run, labels: Sequence[str], coming: Sequence[float], *, gone: bool) -> int | None:
    """Which of the next labels a run is: the first, or the second where the first is lost. ``coming`` is where the next
    sound run of each label stands; the first is ``gone`` where not even a doubtful one comes."""
    fits = [run.fits(label) for label in labels] + [None, None]
    if fits[0] == "strongly" or (fits[0] == "weakly" and not coming[0] < coming[1]):
        return 0
    lost = coming[0] == math.inf or coming[0] > coming[2]
    second = fits[1] == "strongly" or (fits[1] == "weakly" and gone and not coming[1] < coming[2])
    return 1 if second and lost else None


def _places(runs: Sequence[Placed], fits: Set[str]) -> dict[tuple[int, str], list[int]]:
    """Where the runs stand that fit a label so well, for each page and label."""
    found: dict[tuple[int, str], list[int]] = defaultdict(list)
    for index, (page, _, run) in enumerate(runs):
        for label in run.labels:
            if run.fits(label) in fits:
                found[page, label].append(index)
    return found


def _coming(places: Sequence[int], index: int) -> float:
    at = bisect_right(places, index)
    return places[at] if at < len(places) else math.inf

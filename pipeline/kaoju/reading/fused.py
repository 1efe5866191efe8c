"""Numbers on the line that may be marks: raised ones that OCR has let down, 增长8%。1随后, 增长8%1。, 。192005年, and
those in round brackets, 增长8%。(1)随后. The numbering tells marks, figures and points apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kaoju.reading.chains import Fit, best_chain
from kaoju.reading.labelling import COUNTED
from kaoju.reading.linking import enumeration
from kaoju.reading.marks import Mark
from kaoju.reading.signs import NUMERAL, same_label

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
    rf"(?:(?P<opens>[（({{]?)(?P<digits>[1-9]\d{{0,2}})|[（(](?P<words>{NUMERAL}))[）)}}](?=[ \t]*(?P<after>\S?))"
)
_POINTS = re.compile(rf"[（({{](?P<digits>[1-9]\d{{0,2}}|{NUMERAL})[）)}}]")
# 27国: words that a number counts at the start of a sentence
_COUNTED = COUNTED + "国方者季强党派市省州县区岛支股轮笔场所间张员类批款国行业队期"
# how far a bracket reaches back that 1) closes
_REACH = 60
_LONGEST = 3
# how well digits fit a label; one sound fit is worth several doubtful ones
SOUND, DOUBTFUL = 3, 1
# no article begins to count anew more often within one list of notes
_SECTIONS = 50


@dataclass(frozen=True, slots=True)
class Run:
    """Digits where a mark may stand: where they begin, what follows them, whether they are set as a mark would be, and
    how many brackets stand beside them; ``words`` are those of a number in words, as in （十二）."""

    start: int
    digits: str
    after: str
    apt: bool
    brackets: int = 0
    words: str = ""

    @property
    def labels(self) -> list[str]:
        """Every label that the digits may begin with."""
        if self.brackets:
            return [self.digits]
        return [self.digits[:size] for size in range(1, min(_LONGEST, len(self.digits)) + 1)]

    def fits(self, label: str) -> int:
        """How well the digits may begin with this label: ``SOUND``, ``DOUBTFUL``, or 0."""
        if label not in self.labels:
            return 0
        rest = self.digits[len(label) :]
        if not rest and (self.brackets or (self.after not in _UNITS and not self.after.isascii())):
            return SOUND if self.apt else DOUBTFUL
        if rest and (rest[0] == "0" or (self.after == "年" and len(rest) not in (2, 4))):
            return 0
        year = self.after == "年" and len(rest) == 4 and rest[0] in "12"
        return SOUND if self.apt and year else DOUBTFUL

    def mark(self, label: str) -> Mark:
        """The mark of a label that the digits begin with."""
        printed = self.words or label
        return Mark(self.start, self.start + len(printed) + self.brackets, (printed,), "fused")


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
        if start not in points and (
            match["opens"] or match["words"] or not _is_open(text[max(0, start - _REACH) : start])
        ):
            words = match["words"] or ""
            digits = match["digits"] or same_label(words)
            brackets = match.end() - start - len(words or digits)
            yield Run(start, digits, match["after"] or "。", text[start - 1] not in "；，", brackets, words)


def _is_open(before: str) -> bool:
    """Whether a bracket is open at the end of a text."""
    return max(map(before.rfind, "（({")) > max(map(before.rfind, "）)}"))


def fused_labels(text: str) -> set[str]:
    """Every label in digits that a mark set on the line could have in this text."""
    return {label for run in fused_runs(text) if not run.words for label in run.labels}


def fused_marks(runs: Iterable[Placed], wanted: Mapping[int, Sequence[str]]) -> dict[int, list[Mark]]:
    """The marks among the runs of an article, by block.

    ``runs`` are (page, block, run) in the order of the text; ``wanted`` are the labels of each page's notes that no
    other mark calls, in order. Marks count as their notes do, and those of the page are taken that count best
    together; a note may be called again.

    >>> runs = [(0, 0, run) for run in fused_runs("增长8%。1随后2年。22018年。1其后")]
    >>> [mark.labels for mark in fused_marks(runs, {0: ["1", "2"]})[0]]
    [('1',), ('2',), ('1',)]
    """
    pages: dict[int, list[Placed]] = defaultdict(list)
    for placed in runs:
        pages[placed[0]].append(placed)
    found: dict[int, list[Mark]] = defaultdict(list)
    weights: list[int] = []
    for page, on_page in pages.items():
        labels = wanted.get(page, ())
        chain = best_chain(_fits([run for _, _, run in on_page], labels), len(labels))
        weights += [on_page[number][2].fits(labels[at]) for number, at in chain]
        for number, label in sorted([*((number, labels[at]) for number, at in chain), *_again(on_page, chain, labels)]):
            _, block, run = on_page[number]
            found[block].append(run.mark(label))
    return found if _convince(weights, sum(map(len, wanted.values()))) else {}


def _again(
    on_page: Sequence[Placed], chain: Sequence[tuple[int, int]], labels: Sequence[str]
) -> Iterator[tuple[int, str]]:
    """The numbers that call a note once more: as sound as its mark, behind it, and counting off nothing."""
    sound = {labels[at]: number for number, at in chain if on_page[number][2].fits(labels[at]) == SOUND}
    taken = {number for number, _ in chain}
    again = [
        (number, run.digits)
        for number, (_, _, run) in enumerate(on_page)
        if number not in taken
        and sound.get(run.digits, number) < number
        and run.fits(run.digits) == SOUND
        and run.after not in _COUNTED
    ]
    said = [int(digits) for _, digits in again]
    for at, one in enumerate(again):
        if said[at] - 1 not in said[at - 1 : at] and said[at] + 1 not in said[at + 1 : at + 2]:
            yield one


def _convince(weights: Sequence[int], wanted: int) -> bool:
    """Whether numbers that count like notes are their marks: half of the notes are called, by a sound one or by several
    doubtful ones, or each of several by a doubtful one. Points and figures count on by chance."""
    return 2 * len(weights) >= wanted and (sum(weights) >= SOUND or len(weights) == wanted > 1)


def _fits(runs: Sequence[Run], labels: Sequence[str]) -> Iterator[list[Fit]]:
    """For each run the labels that it may be, and how well it fits."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, label in enumerate(labels):
        places[label].append(at)
    for run in runs:
        said = [(label, run.fits(label)) for label in run.labels if label in places]
        yield [(at, fit) for label, fit in said if fit for at in places[label][:_SECTIONS]]

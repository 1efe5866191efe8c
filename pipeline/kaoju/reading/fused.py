"""Raised numbers that OCR has set on the line: 增长8%。1随后, 增长8%1。, 。192005年. What is a mark and what a figure, the
numbering tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kaoju.reading.marks import Mark

_UNITS = "年月日号时个多余万亿元倍成岁点名家项座处%％.．"
_RUN = re.compile(
    r"(?P<stop>(?<=[。！？”」』）》])|(?<=[；，：]))(?P<digits>[1-9]\d{0,6})(?P<after>[ \t]*(?:[^\W\d_a-zA-Z]|[“《〈「『（%％.．]|$))"
    r"|(?P<tight>(?<=[%％”」』）》])|(?<=[\u4e00-\u9fff]))(?P<before>[1-9]\d{0,2})(?=[。！？；，：])",
    re.MULTILINE,
)
_LONGEST = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Digits where a mark may stand: where they begin, what follows them, whether they are set as a mark would be."""

    start: int
    digits: str
    after: str
    apt: bool

    def fits(self, label: str) -> str | None:
        """``strongly`` or ``weakly`` where the digits may begin with this label, else None."""
        if not self.digits.startswith(label):
            return None
        rest = self.digits[len(label) :]
        if not rest:
            return "strongly" if self.apt and self.after not in _UNITS else "weakly"
        if rest[0] == "0" or (self.after == "年" and len(rest) not in (2, 4)):
            return None
        return "strongly" if self.apt and self.after == "年" and len(rest) == 4 and rest[0] in "12" else "weakly"


def fused_runs(text: str) -> list[Run]:
    """The digits of a text that may be marks set on the line, in order.

    >>> [(run.digits, run.apt) for run in fused_runs("增长8%。1随后又增2，3其后")]
    [('1', True), ('2', False), ('3', False)]
    """
    return list(_runs(text))


def _runs(text: str) -> Iterator[Run]:
    for match in _RUN.finditer(text):
        left = text[match.start() - 1]
        if match["digits"]:
            yield Run(match.start("digits"), match["digits"], match["after"].strip() or " ", left not in "；，：")
        else:
            yield Run(match.start("before"), match["before"], " ", not "\u4e00" <= left <= "\u9fff")


def fused_labels(text: str) -> set[str]:
    """Every label that a mark set on the line could have in this text."""
    return {run.digits[:size] for run in fused_runs(text) for size in range(1, min(_LONGEST, len(run.digits)) + 1)}


def fused_marks(
    runs: Iterable[tuple[int, int, Run]], wanted: Mapping[int, Sequence[str]]
) -> dict[int, list[Mark]]:
    """The marks among the runs of an article, by block.

    ``runs`` are (page, block, run) in the order of the text; ``wanted`` are the labels of each page's notes that no
    other mark calls, in order. Marks count as their notes do: a run is the next label, or the one after it where OCR
    has lost one; a doubtful run only where no sound one could be meant.

    >>> runs = [(0, 0, run) for run in fused_runs("增长8%。1随后2年。22018年")]
    >>> [mark.labels for mark in fused_marks(runs, {0: ["1", "2"]})[0]]
    [('1',), ('2',)]
    """
    found: dict[int, list[Mark]] = defaultdict(list)
    runs = list(runs)
    sound = _sound(runs, wanted)
    at: dict[int, int] = defaultdict(int)
    for index, (page, block, run) in enumerate(runs):
        labels = wanted.get(page, ())
        for place in range(at[page], min(at[page] + 2, len(labels))):
            fit = run.fits(labels[place])
            lost = place > at[page]
            later = sound.get((page, labels[place]), -1) > index
            if fit == "strongly" and not (lost and sound.get((page, labels[at[page]]), -1) > index):
                pass
            elif fit != "weakly" or lost or later:
                continue
            found[block].append(Mark(run.start, run.start + len(labels[place]), (labels[place],), "fused"))
            at[page] = place + 1
            break
    return found


def _sound(runs: Sequence[tuple[int, int, Run]], wanted: Mapping[int, Sequence[str]]) -> dict[tuple[int, str], int]:
    """For each label that a page wants, where the last run that fits it strongly stands."""
    known = {page: frozenset(labels) for page, labels in wanted.items()}
    return {
        (page, label): index
        for index, (page, _, run) in enumerate(runs)
        for label in (run.digits[:size] for size in range(1, _LONGEST + 1))
        if label in known.get(page, ()) and run.fits(label) == "strongly"
    }

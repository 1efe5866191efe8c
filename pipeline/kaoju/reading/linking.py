"""Which note a mark calls: by page where numbers begin anew, by the label alone where they run through."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kaoju.reading.marks import Mark
from kaoju.reading.parts import NoteLines
from kaoju.reading.signs import COUNTING, NUMBERS, Form, same_label

_CLAUSE_ENDS = frozenset("。！？；”」』）")
# km², cm³
_POWER = re.compile(r"(?<![A-Za-z])[kcmd]?m(?:<sup>[23]</sup>|\$?\^\{?[23]\}?\$?|[²³])$")
_OPENS = re.compile(r"(?:^|[：:（(]|[有为為是]|包括|分[别別为為]|即|如下|其中)$")
_FALLEN: frozenset[Form] = NUMBERS | {"superscript"}
_IN_BRACKETS: frozenset[Form] = frozenset({"square", "tortoise"})
# 原因有三。(1)…
_HOW_MANY = re.compile(
    r"(?:有[二两三四五六七八几]|[二两三四五六七八几][个大]?(?:方面|点|类|种|条|项|因素|原因|问题)|如下)。$"
)


@dataclass(frozen=True, slots=True)
class Call:
    """A note mark of the running text, with the source range it takes and the page it stands on; ``pages`` are those
    of the work, where the mark gives them."""

    start: int
    end: int
    label: str
    page: int
    note_start: int | None = None  # where the note itself stands, where it stands in the mark
    pages: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the notes of an article tell of its marks: the forms that call notes, the numbers of the notes, and their
    labels as printed. Marks of other forms enumerate or name something."""

    forms: frozenset[Form]
    numbers: frozenset[str]
    printed: frozenset[str]


def known(notes: Sequence[NoteLines]) -> Known:
    """What these notes tell."""
    printed = frozenset(note.label for note in notes)
    return Known(_forms({note.form for note in notes}), frozenset(map(same_label, printed)), printed)


def _forms(forms: set[Form]) -> frozenset[Form]:
    """The forms of marks that may call notes of these forms."""
    accepted: set[Form] = {"superscript", "annotated", "pandoc"}
    accepted |= forms & (COUNTING | {"signed"})
    if forms & {"annotated", "circled"}:
        accepted.add("bare")
    if not forms or forms & {"square", "superscript", "tortoise", "annotated", *NUMBERS}:
        accepted.add("square")
    if forms & {"tortoise", "square", *NUMBERS}:
        accepted.add("tortoise")
    return frozenset(accepted)


def is_call(mark: Mark, text: str, notes: Known) -> bool:
    """Whether a string of the form of a mark is one here. Circled and raised digits must have their note: circled ones
    also enumerate, raised ones are also powers. So must years, 0 and words in brackets: 〔2018〕 is a year, [0,1] an
    interval, 【一】 a heading. Behind a bare 注 stands what is printed before its note."""
    if mark.form not in notes.forms or _POWER.search(text, max(0, mark.start - 4), mark.end):
        return False
    rare = mark.form in ("square", "tortoise") and not all(map(_may_number, mark.labels))
    if rare or mark.form in ("bare", "signed"):
        return all(label in notes.printed for label in mark.labels)
    if mark.form in COUNTING or (mark.form == "superscript" and mark.end - mark.start <= 3):
        return all(same_label(label) in notes.numbers for label in mark.labels) or _is_next(mark, text, notes.numbers)
    return True


def fitted(mark: Mark, notes: Known) -> Mark:
    """A mark cut to the label of a note: 注三三者 calls 三 where no note is 三三."""
    label = next((one for one in mark.readings if one in notes.printed), mark.labels[0])
    cut = len(mark.labels[0]) - len(label)
    return replace(mark, end=mark.end - cut, labels=(label,)) if cut else mark


def _may_number(label: str) -> bool:
    return label.isdecimal() and 0 < int(label) < 1000


def _is_next(mark: Mark, text: str, labels: frozenset[str]) -> bool:
    """Whether a circled digit behind the end of a clause is the one after the last note: its note was lost."""
    if mark.form not in COUNTING or len(mark.labels) != 1 or text[mark.start - 1 : mark.start] not in _CLAUSE_ENDS:
        return False
    number = int(same_label(mark.labels[0]))
    return number > 1 and number - 1 == max((int(one) for one in labels if one.isdecimal()), default=0)


def enumeration(found: Sequence[Mark], text: str) -> frozenset[Mark]:
    """The circled digits of a passage that count off points rather than call notes: those that open the cell of a
    table, and a run from ① on that a colon, a bracket, a word such as 包括 or the start of the passage opens, and that
    semicolons or commas go on with."""
    counted: set[Mark] = set()
    run: list[Mark] = []
    sign = ""
    for mark in found:
        if mark.form not in COUNTING:
            continue
        number, before = int(same_label(mark.labels[0])), text[max(0, mark.start - 9) : mark.start].rstrip(" \t")
        if before.endswith("|"):
            counted.add(mark)
        elif number == 1:
            counted |= _if_several(run)
            opens = _OPENS.search(before) or (mark.form == "bracketed" and _HOW_MANY.search(before))
            run, sign = [mark] if opens else [], ""
        elif run and number == len(run) + 1 and _goes_on(before[-1:], sign):
            run.append(mark)
            sign = before[-1:]
        else:
            counted |= _if_several(run)
            run = []
    return frozenset(counted | _if_several(run))


def _if_several(run: list[Mark]) -> set[Mark]:
    return set(run) if len(run) > 1 else set()


def _goes_on(before: str, sign: str) -> bool:
    """Whether a sign parts the points of a run: after one of its commas a full stop ends it."""
    return before in tuple("；;，,、。\n") and (sign in ("", before) or before != "。")


def uncalled(calls: Sequence[Call], notes: Sequence[NoteLines]) -> dict[int, list[str]]:
    """For each page the labels of its notes by number that no mark calls, in order: those whose marks may have fallen
    on the line. Marks in square brackets do so all together."""
    called = {(call.page, same_label(call.label)) for call in calls}
    fallen = _FALLEN if calls else _FALLEN | _IN_BRACKETS
    wanted: dict[int, list[str]] = defaultdict(list)
    for note in notes:
        if note.form in fallen and (note.page, same_label(note.label)) not in called:
            wanted[note.page].append(same_label(note.label))
    return wanted


def link(calls: Sequence[Call], notes: Sequence[NoteLines]) -> list[int | None]:
    """For each call the number (from 1) of its note, None where there is none. Where the text calls circled notes
    beside a list of references by number, each mark means its own kind."""
    numbered = list(enumerate(notes, start=1))
    if not (_kinds(call.label for call in calls) == _kinds(note.label for note in notes) == {True, False}):
        return _link(calls, numbered)
    apart = {
        circled: iter(
            _link(
                [call for call in calls if _is_circled(call.label) == circled],
                [(number, note) for number, note in numbered if _is_circled(note.label) == circled],
            )
        )
        for circled in (True, False)
    }
    return [next(apart[_is_circled(call.label)]) for call in calls]


def _is_circled(label: str) -> bool:
    return not label.isascii()


def _kinds(labels: Iterable[str]) -> set[bool]:
    return set(map(_is_circled, labels))


def _link(calls: Sequence[Call], numbered: Sequence[tuple[int, NoteLines]]) -> list[int | None]:
    by_page: dict[tuple[int, str], list[int]] = defaultdict(list)
    by_label: dict[str, list[int]] = defaultdict(list)
    for number, note in numbered:
        by_page[note.page, same_label(note.label)].append(number)
        by_label[same_label(note.label)].append(number)
    own = {note.start: number for number, note in numbered}
    notes = [note for _, note in numbered]
    counts = dict(zip((number for number, _ in numbered), _counts(notes), strict=True))
    labels = [same_label(call.label) for call in calls]
    return [
        own[call.note_start]
        if call.note_start is not None
        else _nearest(by_page[call.page, label] or _only(by_label[label]), run, counts)
        for call, label, run in zip(calls, labels, _runs(calls, notes), strict=True)
    ]


def _only(numbers: list[int]) -> list[int]:
    return numbers if len(numbers) == 1 else []


def _nearest(numbers: list[int], run: int, counts: Mapping[int, int]) -> int | None:
    """Where one section of notes holds a label several times: the note of the same count from 1, or the nearest."""
    return min(numbers, key=lambda number: abs(counts[number] - run), default=None)


def _counts(notes: Sequence[NoteLines]) -> list[int]:
    """For each note, how often its section has begun to count anew before it."""
    counts: list[int] = []
    for before, note in zip([None, *notes], notes, strict=False):
        if before is None or before.page != note.page:
            counts.append(0)
        else:
            counts.append(counts[-1] + (same_label(note.label) == "1"))
    return counts


def _runs(calls: Sequence[Call], notes: Sequence[NoteLines]) -> list[int]:
    """How often the numbering has begun anew before each call: at a 1 after as many as the notes count to."""
    sizes = _sizes(notes)
    runs, run, page = [], 0, -1
    seen: set[str] = set()
    for call in calls:
        label = same_label(call.label)
        if call.page != page:
            run, page, seen = 0, call.page, set()
        size = sizes[page][run] if run < len(sizes[page]) else math.inf
        if label == "1" and "1" in seen and 2 * len(seen) > size:
            run, seen = run + 1, set()
        seen.add(label)
        runs.append(run)
    return runs


def _sizes(notes: Sequence[NoteLines]) -> dict[int, list[int]]:
    """How many notes each count from 1 holds, page by page."""
    sizes: dict[int, list[int]] = defaultdict(list)
    for note in notes:
        if same_label(note.label) == "1" or not sizes[note.page]:
            sizes[note.page].append(0)
        sizes[note.page][-1] += 1
    return sizes

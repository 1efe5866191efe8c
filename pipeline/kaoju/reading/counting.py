"""Whether the lines below one another count on as notes do: 1. 2. 3., as many as the text calls."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from kaoju.reading.labelling import Label, is_counted, note_label
from kaoju.reading.lines import Line, is_page_number, is_rule
from kaoju.reading.signs import NUMBERS, Form, is_kin, same_label

# what a note by a bare number must have: a numbered point may have a colon
_CITES = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ가-힣]{3}|[“《〈]|(?:参见|详见|转引|同上|同前|同注|前引)|同\[|\[[A-Z]{1,2}[\]/]")
# labels that OCR does not take for others
_OF_THEIR_OWN: frozenset[Form] = frozenset({"circled", "bracketed", "pandoc"})
_LOST = 3
# of so many notes one may have lost its mark
_CALLED = 3
# no article has more notes; it may be a year
_MOST = 1000
# more lines than any page has
_PAGE = 200
# how many lines below one tell what it is
_REST = 12


def counts_on(label: Label, last: tuple[str, Form] | None, *, apart: bool) -> bool:
    """Whether a label goes on after the last one and its form in one section of notes: it is the next, or one of the
    same form that begins anew or follows some that OCR has lost."""
    if last is None:
        return True
    number, before, same = int(same_label(label.label)), int(same_label(last[0])), is_kin(label.form, last[1])
    if number == before + 1:
        return same or (apart and not {label.form, last[1]} & _OF_THEIR_OWN)
    if label.form not in NUMBERS and apart:
        return same and number < _MOST
    return same and (number == 1 or before < number <= before + _LOST)


def begins_anew(lines: Sequence[Line], at: int, label: Label) -> bool:
    """Whether the next label of the same form below a 1 is a 2, or there is none."""
    for line in lines[at + 1 : at + _REST]:
        found = note_label(line.plain, numbers=True)
        if found and found.form == label.form:
            return same_label(found.label) in ("1", "2")
    return True


@dataclass(frozen=True, slots=True)
class _Group:
    """Lines that count on as notes do: what each says, how many of them the text has not called, and where they end."""

    said: list[str]
    uncalled: int
    end: int


def begins_group(lines: Sequence[Line], at: int, label: Label, called: Set[str], *, framed: bool = False) -> bool:
    """Whether a bare number opens the notes of a page: the lines from here on count, the text has called them but for
    a mark or two that were lost, and most cite something, or a rule stands above them (``framed``) or the page ends
    below them."""
    group = _group(lines, at, label, called)
    closed = framed or group.end >= len(lines) or is_rule(lines[group.end]) or is_page_number(lines[group.end])
    cites = closed or 2 * sum(bool(_CITES.search(text)) for text in group.said) >= len(group.said)
    return bool(group.said) and cites and _CALLED * group.uncalled <= len(group.said)


def is_whole_group(lines: Sequence[Line], at: int, label: Label, called: Set[str]) -> bool:
    """Whether the lines that count from here are the very notes that the text has called."""
    if label.label not in called:
        return False
    first, size = int(label.label), len(_group(lines, at, label, called).said)
    return {int(one) for one in called if one.isdecimal()} == {*range(first, first + size)}


def _group(lines: Sequence[Line], at: int, label: Label, called: Set[str]) -> _Group:
    """The lines that count from a label."""
    said: list[str] = []
    uncalled, gap = 0, False
    for index in range(at, min(len(lines), at + _PAGE)):
        line = lines[index]
        if not line.stripped:
            gap = True
            continue
        found = note_label(line.plain, numbers=True)
        if found and _continues(found, label, len(said)) and not is_counted(line.plain[found.end :]):
            uncalled += same_label(found.label) not in called
            said.append(line.plain[found.end :])
        elif gap:
            return _Group(said, uncalled, index)
        if (_CALLED - 1) * uncalled > len(called):
            break
        gap = False
    return _Group(said, uncalled, len(lines))


def _continues(found: Label, first: Label, number: int) -> bool:
    """Whether a label is so many after the first of a group, in a form that goes with it."""
    forms = found.form in NUMBERS or is_kin(found.form, first.form)
    return forms and same_label(found.label) == str(int(same_label(first.label)) + number)


def comes_again(lines: Sequence[Line], at: int, label: Label) -> bool:
    """Whether a label stands once more below, before the one after it: the first is a number within a note."""
    number = int(same_label(label.label))
    for line in lines[at + 1 : at + _REST]:
        found = note_label(line.plain, numbers=True)
        if found and found.form == label.form and same_label(found.label) in (str(number), str(number + 1)):
            return same_label(found.label) == str(number)
    return False


def is_followed(lines: Sequence[Line], at: int, label: Label, called: Set[str]) -> bool:
    """Whether the next label begins a line below, and the text calls it: the mark of the one between was lost."""
    number = str(int(same_label(label.label)) + 1)
    below = (note_label(line.plain, numbers=True) for line in lines[at + 1 : at + _REST])
    return number in called and any(found and same_label(found.label) == number for found in below)


def note_below(lines: Sequence[Line], at: int, called: Set[str]) -> bool:
    """Whether a called note begins below the lines that stand together here: these may be the rest of a note that the
    page before began."""
    gap = False
    for place, line in enumerate(lines[at + 1 : at + _REST], at + 1):
        label = note_label(line.plain, numbers=True)
        if label and same_label(label.label) in called:
            return label.form not in NUMBERS or begins_group(lines, place, label, called)
        if gap and line.stripped:
            return False
        gap = gap or not line.stripped
    return False


def is_stack(lines: Sequence[Line], at: int, called: Set[str]) -> bool:
    """Whether called numbers stand here one below another, each on a line of its own: 1, 2, 3 and then their notes."""
    here, below = (line.stripped for line in (lines[at], lines[min(at + 1, len(lines) - 1)]))
    return {here, below} <= called and here.isdecimal() and below.isdecimal() and int(below) == int(here) + 1


def ends_page(lines: Sequence[Line], at: int) -> bool:
    """Whether nothing stands on the page below the lines that stand together here."""
    gap = False
    for line in lines[at + 1 : at + _REST]:
        if gap and line.stripped:
            return is_page_number(line) or is_rule(line)
        gap = gap or not line.stripped
    return at + _REST >= len(lines)


def begins_list(lines: Sequence[Line], at: int, called: Set[str], fused: Set[str]) -> bool:
    """Whether the first line from here on is a note that the text has called, by a mark or by digits on the line."""
    first = next((line for line in lines[at : at + _REST] if line.stripped), None)
    label = note_label(first.plain, numbers=True) if first else None
    known = called | fused if label and label.form in NUMBERS else called
    return label is not None and same_label(label.label) in known

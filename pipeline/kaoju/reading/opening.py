"""Whether a line opens a note: whether it begins with a label that the text has called, or that counts on."""

from __future__ import annotations

import re

from kaoju.reading.counting import begins_group, comes_again, is_followed, is_stack, is_whole_group
from kaoju.reading.institutions import is_address
from kaoju.reading.labelling import Label, is_counted, label_in_words, lone_label, note_label
from kaoju.reading.lines import Line
from kaoju.reading.signs import COUNTING, NUMBERS, is_in_words, same_label
from kaoju.reading.standing import Standing

_LIKE_A_NOTE = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ가-힣]{3}|[“《〈]|(?:参见|详见|转引|同上|同前|同注|前引|页)|：")
# how much of a note shows that it is one
_SHOWN = 60
# enough notes to know their manner by
_FEW = 20
# a point that a colon or a semicolon leads to
_LEADS_ON = tuple("：:；;")


def opening_label(here: Standing, line: Line) -> Label | None:
    """The label of the note that a line opens, None where it opens none."""
    if here.zone == "end_notes" and (label := label_in_words(line.plain)):
        return label if _counts_in_words(here, label) else None
    label = note_label(line.plain, numbers=True)
    if label is None or here.zone == "bibliography":
        return label if label and label.form == "pandoc" else None
    if here.head and here.found.passages and is_address(line.plain[label.end :]):
        return None  # ¹ 北辰大学: where the first author works
    return label if label.form == "pandoc" or _opens(here, line, label) else None


def stacked_label(here: Standing, line: Line) -> Label | None:
    """A label on a line of its own, which waits for its note: that stands below the labels."""
    label = lone_label(line.plain)
    if label and (same_label(label.label) in here.called.labels or (here.ruled and label.form in COUNTING)):
        return label
    last = here.stacked[-1].label if here.stacked else ""
    goes_on = last.isdecimal() and line.stripped == str(int(last) + 1)
    if goes_on or (here.is_apart and is_stack(here.lines, here.at, here.called.labels)):
        return Label(line.stripped, "spaced", len(line.plain))
    return None


def _opens(here: Standing, line: Line, label: Label) -> bool:
    """Whether the label that a line begins with is that of a note, and not of a point or a number in the text."""
    if label.form in NUMBERS:
        return _expects(here, label) if here.zone == "body" else _awaits(here, label)
    if here.zone != "body":
        point = label.form in COUNTING and _is_led(here) and same_label(label.label) not in here.called.labels
        return here.counts_on(label) and not point
    if label.form in COUNTING and not here.ruled and _leads_on(here, line, label):
        return False
    apart = here.is_apart or bool(_LIKE_A_NOTE.search(line.plain[label.end : label.end + _SHOWN]))
    return apart and _is_called(here, label)


def _counts_in_words(here: Standing, label: Label) -> bool:
    """Whether a label in words opens this section of notes, or goes on after another."""
    last = here.counted
    return (is_in_words(last[0]) if last else same_label(label.label) == "1") and here.counts_on(label)


def _is_called(here: Standing, label: Label) -> bool:
    """Whether the text calls a label or those that count on from it, or a rule stands above it; one in words must
    be called in words: 【二】 may be a heading."""
    if is_in_words(label.label):
        return label.label in here.called.labels
    if here.ruled or same_label(label.label) in here.called.labels:
        return True
    if label.form in COUNTING:
        return False
    fallen = here.is_apart and begins_group(here.lines, here.at, label, here.called.any)
    return fallen or is_followed(here.lines, here.at, label, here.called.labels)


def _leads_on(here: Standing, line: Line, label: Label) -> bool:
    """Whether the running text before this line leads to points that such digits count off, this one of them."""
    notes = here.found.notes
    foreign = bool(notes) and not any(note.form == label.form for note in notes[-_FEW:])
    return _is_led(here) and (foreign or not here.is_apart or line.stripped.endswith(_LEADS_ON))


def _is_led(here: Standing) -> bool:
    """Whether the last line of running text ends in a colon or a semicolon."""
    return here.line_before is not None and here.line_before.stripped.endswith(_LEADS_ON)


def _awaits(here: Standing, label: Label) -> bool:
    """Whether a bare number at the start of a line among notes is the label of the next."""
    called = here.called.any
    awaited = (
        here.zone == "end_notes"
        or here.blank
        or label.label in called
        or is_followed(here.lines, here.at, label, called)
    )
    return awaited and here.counts_on(label) and not _is_within(here, label)


def _is_within(here: Standing, label: Label) -> bool:
    """Whether a number at the start of a line is one that the note goes on with: 第\\n7 号."""
    if here.blank or not here.is_cut_off:
        return False
    return is_counted(here.lines[here.at].plain[label.end :]) or comes_again(here.lines, here.at, label)


def _expects(here: Standing, label: Label) -> bool:
    """Whether a bare number at the start of a line below running text is the label of the first note there."""
    last, called = here.last_note, here.called
    if label.form != "glued" and here.ruled:
        return label.label in called.any
    before = int(last.label) if last and last.label.isdecimal() else 0
    first = int(label.label) in (1, before + 1) or (last is None and label.form != "glued")
    known = here.is_apart and begins_group(here.lines, here.at, label, called.any, framed=here.ruled)
    return first and (known or is_whole_group(here.lines, here.at, label, called.numbers))

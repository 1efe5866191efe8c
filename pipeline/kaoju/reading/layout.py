"""Which lines are running text, which are notes, and which are the furniture of a page."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from kaoju.reading import lines as forms
from kaoju.reading.fields import is_field
from kaoju.reading.lines import Line
from kaoju.reading.marks import Form, Label, fused_marks, lone_label, marks, next_label, note_label, same_label

Zone = Literal["body", "page_notes", "end_notes", "bibliography"]

_ENDS = "。！？!?…"
_CLOSERS = "”’」』）)》〉*"
_CONTINUES = "，。；：、！？”’」』）》〉,;%％"
_LIKE_A_NOTE = re.compile(r"[A-Za-z]{3}|[“《〈]|(?:参见|详见|转引|同上|同前|同注|前引|页)|：")
# what a note by a bare number must have: a numbered point may have a colon
_CITES = re.compile(r"[A-Za-z]{3}|[“《〈]|(?:参见|详见|转引|同上|同前|前引)")
# how long a line of wrapped text may be, and how even
_WRAP = 60


@dataclass(slots=True)
class Passage:
    """Running text that belongs together: the source ranges that it is made of; ``level`` is that of a heading."""

    pieces: list[tuple[int, int]]
    level: int


@dataclass(slots=True)
class NoteLines:
    """A note where it stands: its label, the source range of its own text, and the page or section it closes."""

    label: str
    form: Form
    start: int
    text_start: int
    end: int
    page: int


@dataclass(slots=True)
class Layout:
    """What a file is made of, in the order of the file. A page here is all that stands before a group of notes, and
    the group; ``turns`` are the source offsets where the next one begins."""

    passages: list[Passage] = field(default_factory=list)
    notes: list[NoteLines] = field(default_factory=list)
    turns: list[int] = field(default_factory=list)

    def page_of(self, offset: int) -> int:
        """The page on which a source offset stands, counted from 0."""
        return bisect_right(self.turns, offset)


def lay_out(all_lines: list[Line]) -> Layout:
    """Running text and notes, told apart; page furniture is what is in neither."""
    return _Walk(all_lines).layout()


class _Walk:
    """One way down the lines, knowing in which zone it is."""

    def __init__(self, all_lines: list[Line]) -> None:
        self.lines = all_lines
        self.heads = forms.running_heads(all_lines)
        self.found = Layout()
        self.zone: Zone = "body"
        self.blank = True
        self.broken = False
        self.ruled = False
        self.head = True
        self.called: set[str] = set()
        self.fused: set[str] = set()
        self.stacked: list[Label] = []
        self.line_before: Line | None = None

    def layout(self) -> Layout:
        for line in self.lines:
            self._take(line)
        return self.found

    def _take(self, line: Line) -> None:
        if not line.stripped and line.plain != "\f":
            self.blank = True
            return
        if self._is_furniture(line):
            return
        label = self._label(line)
        if self._is_stacked(line):
            self.blank = False
            return
        if label:
            self._open_notes(line, label)
        elif self.stacked:
            self._open_stacked(line)
        elif not self._section(line) and not self._continue_note(line):
            self._running_text(line)
        self.blank = self.ruled = False

    def _is_furniture(self, line: Line) -> bool:
        rule = forms.is_rule(line)
        if not rule and not forms.is_page_number(line) and not self._is_running_head(line):
            return False
        self.broken = True
        self.ruled |= rule
        if rule and self.zone == "page_notes":
            self._leave_notes(line)
        self.blank = True
        return True

    def _is_running_head(self, line: Line) -> bool:
        """Running heads often repeat the title: where nothing stands before it, it is the title."""
        return line.stripped in self.heads and (bool(self.found.passages) or forms.is_journal_head(line))

    def _label(self, line: Line) -> Label | None:
        numbers = self.zone in ("end_notes", "bibliography") or self._expects_number(line)
        label = note_label(line.plain, numbers=numbers)
        if label is None or self.zone == "bibliography":
            return label if label and label.form == "pandoc" else None
        if label.form == "pandoc" or self.zone in ("end_notes", "page_notes"):
            return label
        apart = self.blank or self.ruled or bool(_LIKE_A_NOTE.search(line.plain[label.end : label.end + 60]))
        called = same_label(label.label) in self.called or (label.form == "number" and label.label in self.fused)
        return label if (self.ruled or called) and apart else None

    def _expects_number(self, line: Line) -> bool:
        """Whether a bare number at the start of this line would be the label of the next note of a page."""
        label = note_label(line.plain, numbers=True)
        if label is None or label.form != "number":
            return False
        if self.zone == "page_notes" and self.found.notes:
            last = self.found.notes[-1]
            return last.form == "number" and int(label.label) == int(last.label) + 1
        if self.blank and label.label in self.fused and _CITES.search(line.plain[label.end : label.end + 60]):
            return True
        return self.ruled and (same_label(label.label) in self.called or label.label in self.fused)

    def _open_notes(self, line: Line, label: Label) -> None:
        """Opens the note of a line, and those that run on after it in the same line."""
        at = len(line.plain) - len(line.plain.lstrip())
        text_at = label.end
        while following := next_label(line.plain, label, text_at):
            stop, next_one = following
            self._open_note(line, label, at, text_at, stop)
            label, at, text_at = next_one, stop, stop + next_one.end
        self._open_note(line, label, at, text_at, len(line.plain))

    def _open_note(self, line: Line, label: Label, at: int, text_at: int, end: int) -> None:
        if self.zone == "body":
            self.zone = "page_notes"
        end = max(text_at, len(line.plain[:end].rstrip()))
        start, page = line.start, len(self.found.turns)
        self.found.notes.append(NoteLines(label.label, label.form, start + at, start + text_at, start + end, page))
        self.broken = True

    def _is_stacked(self, line: Line) -> bool:
        """A label on a line of its own waits for its note, which stands below the labels."""
        label = lone_label(line.plain)
        if label is None or (self.zone == "body" and not self.ruled and same_label(label.label) not in self.called):
            return False
        self.zone = "page_notes" if self.zone == "body" else self.zone
        self.stacked.append(label)
        return True

    def _open_stacked(self, line: Line) -> None:
        label = self.stacked.pop(0)
        indent = len(line.plain) - len(line.plain.lstrip())
        self._open_note(line, label, indent, indent, len(line.plain))

    def _section(self, line: Line) -> bool:
        """Whether the line is the heading of notes or references, or a heading that ends them."""
        kind = forms.notes_heading(line)
        if kind:
            self.zone = "bibliography" if kind == "references" and self.found.notes else "end_notes"
            return True
        if self.zone != "body" and line.stripped.startswith("#"):
            self._leave_notes(line)
        return False

    def _continue_note(self, line: Line) -> bool:
        if self.zone != "body" and is_field(line.plain):
            self._leave_notes(line)
            return False
        if self.zone == "bibliography":
            return True
        if self.zone == "end_notes" and (self.blank or not self.found.notes):
            return True
        if self.zone == "body" or not self.found.notes:
            return False
        if self.blank and not line.plain.startswith(("    ", "\t")):
            self._leave_notes(line)
            return False
        self.found.notes[-1].end = line.start + len(line.plain.rstrip())
        return True

    def _leave_notes(self, line: Line) -> None:
        if self.zone != "body":
            self.found.turns.append(line.start)
        self.zone = "body"
        self.called.clear()
        self.fused.clear()
        self.broken = True

    def _running_text(self, line: Line) -> None:
        self.called.update(same_label(label) for mark in marks(line.plain) for label in mark.labels)
        self.fused.update(label for mark in fused_marks(line.plain) for label in mark.labels)
        level = forms.heading_level(line)
        opens = is_field(line.plain)
        self.head = self.head and not opens and level < 2 and (not self.found.passages or _may_be_head(line))
        piece = self._piece(line, level)
        before = self.found.passages[-1] if self.found.passages else None
        if before and not level and not before.level and not opens and self._goes_on(line):
            before.pieces.append(piece)
        else:
            self.found.passages.append(Passage([piece], level))
        self.broken = False
        self.line_before = line

    def _piece(self, line: Line, level: int) -> tuple[int, int]:
        if level:
            start, end = forms.heading_text(line)
            return line.start + start, line.start + end
        return line.start + len(line.plain) - len(line.plain.lstrip()), line.start + len(line.plain.rstrip())

    def _goes_on(self, line: Line) -> bool:
        if self.head:
            return False
        if self.broken:
            return line.stripped[0] in _CONTINUES or not self._is_finished()
        if self.blank or line.plain[:1] in "\u3000 \t" or self.line_before is None:
            return False
        return _is_wrapped(self.line_before, line)

    def _is_finished(self) -> bool:
        """Whether the last line of running text ends a sentence, note marks at its end left out."""
        if self.line_before is None:
            return True
        text = self.line_before.plain
        for mark in reversed(marks(text)):
            if text[mark.end :].strip():
                break
            text = text[: mark.start]
        text = text.rstrip()
        return text.rstrip(_CLOSERS)[-1:] in tuple(_ENDS) if text[-1:] in _CLOSERS else text[-1:] in tuple(_ENDS)


def _may_be_head(line: Line) -> bool:
    """Whether a line may be a byline rather than running text."""
    return len(line.stripped) < _WRAP and not any(char in line.stripped for char in "。！？；，")


def _is_wrapped(before: Line, line: Line) -> bool:
    """Whether a line break is one of a column of wrapped lines rather than the end of a paragraph."""
    text = before.stripped
    if text[-1:] not in tuple(_ENDS + _CLOSERS + "：:"):
        return True
    return len(line.stripped) <= _WRAP and abs(len(text) - len(line.stripped)) <= 1 and len(text) >= 20

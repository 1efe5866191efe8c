"""Where a way down the lines of a file stands, and what is known there of the lines above."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from kaoju.reading.called import Called
from kaoju.reading.counting import begins_anew, counts_on, note_below
from kaoju.reading.labelling import Label
from kaoju.reading.lines import Line
from kaoju.reading.parts import Layout, NoteLines
from kaoju.reading.signs import NUMBERS, Form, same_label

Zone = Literal["body", "page_notes", "end_notes", "bibliography"]

_UNFINISHED = re.compile(r"[^\s。.!?！？)）”\"》>]$|[,，、：:][”\"]$")


@dataclass(slots=True)
class Standing:
    """The lines of a file, which of them is looked at, and what those above it have left.

    ``column`` is how wide the lines are set, ``folios`` the numbers that stand alone on one, ``found`` what was laid
    out so far, ``called`` the labels that the text calls, ``note_line`` and ``line_before`` the last lines of a note
    and of running text, ``stacked`` the labels that wait for their notes.
    """

    lines: list[Line]
    column: int
    folios: frozenset[int]
    found: Layout
    called: Called = field(default_factory=Called)
    at: int = 0
    zone: Zone = "body"
    note_line: Line | None = None
    line_before: Line | None = None
    stacked: list[Label] = field(default_factory=list)
    # at the head of the article; in notes under a heading of references; within thanks and funds
    head: bool = True
    referring: bool = False
    aside: bool = False
    # below a gap; below a rule; where notes or furniture cut the running text
    blank: bool = True
    ruled: bool = False
    broken: bool = False

    @property
    def is_apart(self) -> bool:
        """Whether nothing but a gap, a rule or thanks stands before this line."""
        return self.blank or self.ruled or self.aside

    @property
    def is_cut_off(self) -> bool:
        """Whether the last line of a note does not end it."""
        return self.note_line is not None and is_unfinished(self.note_line)

    @property
    def has_notes_below(self) -> bool:
        """Whether called notes begin right below the lines that stand together here."""
        return note_below(self.lines, self.at, self.called.any)

    @property
    def last_note(self) -> NoteLines | None:
        """The last note that was opened."""
        return self.found.notes[-1] if self.found.notes else None

    @property
    def counted(self) -> tuple[str, Form] | None:
        """The last label of this section of notes, and its form."""
        last = self.last_note
        here = last and last.page == len(self.found.turns) and same_label(last.label).isdecimal()
        return (last.label, last.form) if last and here else None

    def counts_on(self, label: Label) -> bool:
        """Whether a label goes on counting in this section of notes; within a note, a 1 begins anew where a 2
        follows."""
        last = self.counted
        if last and not self.blank and same_label(label.label) == "1" and not begins_anew(self.lines, self.at, label):
            return False
        known = label.form not in NUMBERS and same_label(label.label) in self.called.labels
        return counts_on(label, last, apart=self.blank or known)


def is_unfinished(line: Line) -> bool:
    """Whether a line ends as no sentence does.

    >>> [is_unfinished(Line(0, len(text), text)) for text in ("See Pauly, Who", "Elected?")]
    [True, False]
    """
    return bool(_UNFINISHED.search(line.plain.rstrip()))

"""Which lines are running text, which are notes, and which are the furniture of a page."""

from __future__ import annotations

import re

from kaoju.article import Place
from kaoju.reading import lines as forms
from kaoju.reading.columns import column
from kaoju.reading.counting import begins_list, ends_page
from kaoju.reading.fields import fields_of, is_field
from kaoju.reading.institutions import tells_of_an_author
from kaoju.reading.labelling import Label, next_label
from kaoju.reading.lines import Line
from kaoju.reading.opening import opening_label, stacked_label
from kaoju.reading.paragraphs import CONTINUES, goes_on, is_finished, is_full, may_be_head
from kaoju.reading.parts import Layout, NoteLines, Passage
from kaoju.reading.signs import NUMBERS
from kaoju.reading.standing import Standing, is_unfinished

# a line without Chinese, or with an imprint, is hardly running text of a Chinese article
_LATIN = re.compile(r"[^\u3400-\u9fff]{12,}$")
_IMPRINT = re.compile(r"出版社|书局|书店|印书馆|\d{4}年版|[\d—–-]页|https?:")
# Chinese text
_CHINESE = re.compile(r"[“‘（《\d.％%]*[\u3400-\u9fff]")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# what a number must follow
_WANTS = re.compile(r"[,，、：:(（–—-][”\"]?$|第$|\b(?:pp?|vols?|nos?|ch)\.?$", re.IGNORECASE)
# as much of a line as a mark may take that the next line goes on with
_TAIL = 12
# the fields that stand at the foot of the first page
_AT_FOOT = ("author_note", "funding", "received", "completed")


def lay_out(all_lines: list[Line]) -> Layout:
    """Running text and notes, told apart; page furniture is what is in neither.

    >>> laid = lay_out(forms.lines("出口增加。①\\n\\n① 同上。"))
    >>> [one.pieces for one in laid.passages], [(one.label, one.pieces) for one in laid.notes]
    ([[(0, 6)]], [('①', [(10, 13)])])
    """
    found = Layout(heads=forms.running_heads(all_lines))
    walk = _Walk(all_lines, column(all_lines), forms.lone_numbers(all_lines), found)
    for at, line in enumerate(all_lines):
        walk.take(at, line)
    return found


class _Walk(Standing):
    """One way down the lines."""

    __slots__ = ()

    def take(self, at: int, line: Line) -> None:
        """Takes in the next line, which is the ``at``-th."""
        self.at = at
        if not line.stripped and line.plain != "\f":
            self.blank = True
            return
        if lead := forms.notes_lead(line):
            self.zone, line = "end_notes", Line(line.start + lead, line.end, line.plain[lead:])
        if waiting := stacked_label(self, line):
            self._stack(waiting)
            return
        label = opening_label(self, line)
        sure = label and label.form not in NUMBERS
        if (not sure and self._is_furniture(line)) or self._is_aside(line, label):
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
        if not rule and not self._is_of_the_page(line):
            return False
        self.broken = True
        self.ruled |= rule
        if rule and self.zone == "page_notes":
            self._leave_notes(line)
        self.blank = True
        return True

    def _is_of_the_page(self, line: Line) -> bool:
        """A page number or a running head. Where the line before it leaves a note unfinished, it is the year or the
        page that the note goes on with. Running heads often repeat the title: where nothing stands before it, it is
        the title."""
        if self.zone != "body" and not self.blank and self._awaits(line):
            return False
        head = line.stripped in self.found.heads and (bool(self.found.passages) or forms.is_journal_head(line))
        return head or (forms.is_page_number(line) and not self._is_fallen_mark(line))

    def _awaits(self, line: Line) -> bool:
        """Whether the last line of a note wants a number, or a year that this line is."""
        year = _YEAR.fullmatch(line.stripped) and self.is_cut_off
        return self.note_line is not None and bool(year or _WANTS.search(self.note_line.plain.rstrip()))

    def _is_fallen_mark(self, line: Line) -> bool:
        """Whether a number alone on a line is a mark set on the line that the end of the column has cut off: the line
        before it is full, the last such mark was the number before, and no page number stands next to it."""
        before = self.line_before
        if not self.column or not before or self.blank or self.broken or not line.stripped.isdecimal():
            return False
        number, called = int(line.stripped), self.called
        next_one = str(number - 1) in called.fused - called.labels and not {number - 1, number + 1} & self.folios
        return next_one and is_full(before, self.column)

    def _is_aside(self, line: Line, label: Label | None) -> bool:
        """Whether a line is one of thanks and funds, or goes on with them."""
        opens = (
            self._tells_of_an_author(line)
            or forms.is_aside(line)
            or (self.ruled and forms.is_starred(line) and self.has_notes_below)
        )
        wrapped = bool(self.column) or is_unfinished(self.lines[self.at - 1])
        self.aside = opens or (self.aside and not self.blank and wrapped and label is None)
        self.broken |= self.aside
        self.blank = self.blank and not self.aside
        return self.aside

    def _tells_of_an_author(self, line: Line) -> bool:
        """Whether a line at the foot of a page, or behind the notes, says where an author works; keeps it."""
        behind = self.zone != "body" and self.blank
        starred = forms.is_starred(line) and (self.ruled or not self._is_in_a_list())
        told = (behind or (starred and not is_field(line.plain))) and tells_of_an_author(line.plain)
        if told:
            self.found.asides.append((line.start, line.end))
        return told

    def _is_in_a_list(self) -> bool:
        """Whether a starred line has another with as many stars right above or below it."""
        beside = (*self.lines[max(0, self.at - 1) : self.at], *self.lines[self.at + 1 : self.at + 2])
        return any(forms.stars(one) == forms.stars(self.lines[self.at]) for one in beside)

    def _stack(self, label: Label) -> None:
        """Has a label wait for its note."""
        self.zone = "page_notes" if self.zone == "body" else self.zone
        self.stacked.append(label)
        self.blank = self.aside = False

    def _open_stacked(self, line: Line) -> None:
        label = self.stacked.pop(0)
        indent = len(line.plain) - len(line.plain.lstrip())
        self._open_note(line, label, indent, indent, len(line.plain))

    def _open_notes(self, line: Line, label: Label) -> None:
        """Opens the note of a line, and those that run on after it in the same line."""
        at = len(line.plain) - len(line.plain.lstrip())
        text_at = label.end
        called = self.called.any if label.form in NUMBERS else self.called.labels
        while following := next_label(line.plain, label, text_at, called):
            stop, next_one = following
            self._open_note(line, label, at, text_at, stop)
            label, at, text_at = next_one, stop, stop + next_one.end
        self._open_note(line, label, at, text_at, len(line.plain))

    def _open_note(self, line: Line, label: Label, at: int, text_at: int, end: int) -> None:
        if self.zone == "body":
            self.zone = "page_notes"
        end = max(text_at, len(line.plain[:end].rstrip()))
        start, page = line.start, len(self.found.turns)
        piece = (start + text_at, start + end)
        self.note_line = line
        self.found.notes.append(NoteLines(label.label, label.form, start + at, [piece], page, self._place()))
        self.aside, self.broken = False, True

    def _place(self) -> Place:
        if self.zone == "page_notes":
            return "foot"
        return "references" if self.referring else "end"

    def _section(self, line: Line) -> bool:
        """Whether the line is the heading of notes or references; any other heading ends them."""
        kind = forms.notes_heading(line)
        if kind:
            self.referring = kind == "references"
            self.zone = "bibliography" if kind == "references" and self._has_notes() else "end_notes"
            return True
        level = forms.heading_level(line)
        if self.zone != "body" and level and (line.stripped.startswith("#") or (self.blank and level == 2)):
            self._leave_notes(line)
        return False

    def _has_notes(self) -> bool:
        """Whether the text has its notes already, so that a list of references is none. A text that calls numbers
        beside circled notes, or since its last notes, calls the list."""
        circled = all(note.form == "circled" for note in self.found.notes)
        called = self.called
        since = self.zone == "body" and begins_list(self.lines, self.at + 1, called.labels, called.fused)
        noted = bool(self.found.notes) and not (circled and called.ever_numbered) and not since
        return called.ever_inline or noted

    def _continue_note(self, line: Line) -> bool:
        """Whether a line goes on with a note, or stands in a list of works that are none; what ends the notes leaves
        them."""
        if self.zone == "body":
            return self._resumes_note(line)
        if any(one.name != "doi" for one in fields_of(line.plain)[:1]):
            self._leave_notes(line)
            return False
        if self.zone == "bibliography" or (self.zone == "end_notes" and (self.blank or not self.found.notes)):
            return True
        if not self.found.notes:
            return False
        if (self.blank and not line.plain.startswith(("    ", "\t"))) or self._is_body_again(line):
            self._leave_notes(line)
            return False
        self.found.notes[-1].extend(line.start + len(line.plain.rstrip()))
        self.note_line = line
        return True

    def _is_body_again(self, line: Line) -> bool:
        """Whether lines are paragraphs, and this one is of the running text, though right below a note."""
        if self.zone != "page_notes" or self.column or self.stacked or self.is_cut_off:
            return False
        return bool(_CHINESE.match(line.stripped)) and not _IMPRINT.search(line.plain)

    def _resumes_note(self, line: Line) -> bool:
        """Whether a line goes on with the last note of the page before, above the notes of this one."""
        last = self.last_note
        cut = self.is_cut_off or line.stripped[0] in CONTINUES
        if last is None or not self.is_apart or not self.found.turns or not cut:
            return False
        foreign = bool(_LATIN.match(line.plain) or _IMPRINT.search(line.plain))
        if not (self.ruled or foreign) and (self.line_before is None or is_finished(self.line_before)):
            return False
        if not self.has_notes_below and not (foreign and ends_page(self.lines, self.at)):
            return False
        last.pieces.append(_words(line))
        self.note_line = line
        self.zone = "page_notes"
        return True

    def _leave_notes(self, line: Line) -> None:
        if self.zone != "body":
            self.found.turns.append(line.start)
        self.zone = "body"
        self.called.forget()
        self.broken = True

    def _running_text(self, line: Line) -> None:
        level = forms.heading_level(line)
        opens, headed = is_field(line.plain), self.head
        self.head = headed and not opens and level < 2 and (not self.found.passages or may_be_head(line))
        piece = _words(line, level)
        before = self.found.passages[-1] if self.found.passages else None
        if self.ruled and before and any(one.name in _AT_FOOT for one in fields_of(line.plain)[:1]):
            # at the foot of a page that cuts a paragraph
            self.called.take(line.plain)
            self.found.passages.insert(-1, Passage([piece], level))
            return
        if before and self.line_before and not level and not before.level and not opens and self._goes_on(line, headed):
            self.called.take(self.line_before.stripped[-_TAIL:] + line.plain.lstrip())
            before.pieces.append(piece)
        else:
            self.called.take(line.plain)
            self.found.passages.append(Passage([piece], level))
        self.broken = False
        self.line_before = line

    def _goes_on(self, line: Line, headed: bool) -> bool:
        """Whether a line goes on with the last one of running text."""
        if self.head or self.line_before is None:
            return False
        return goes_on(self.line_before, line, self.column, blank=self.blank, broken=self.broken, headed=headed)


def _words(line: Line, level: int = 0) -> tuple[int, int]:
    """Where the words of a line stand in the source, without the signs that mark a heading."""
    if level:
        start, end = forms.heading_text(line)
        return line.start + start, line.start + end
    return line.start + len(line.plain) - len(line.plain.lstrip()), line.start + len(line.plain.rstrip())

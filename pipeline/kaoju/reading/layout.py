"""Which lines are running text, which are notes, and which are the furniture of a page."""

from __future__ import annotations

import re
from typing import Literal

from kaoju.article import Place
from kaoju.reading import lines as forms
from kaoju.reading.byline import is_byline
from kaoju.reading.called import Called
from kaoju.reading.columns import column, column_width
from kaoju.reading.counting import (
    begins_anew,
    begins_group,
    begins_list,
    comes_again,
    counts_on,
    ends_page,
    is_followed,
    is_stack,
    is_whole_group,
    note_below,
)
from kaoju.reading.fields import fields_of, is_bare_field, is_field
from kaoju.reading.institutions import is_address, tells_of_an_author
from kaoju.reading.labelling import Label, is_counted, label_in_words, lone_label, next_label, note_label
from kaoju.reading.lines import Line
from kaoju.reading.marks import marks
from kaoju.reading.parts import Layout, NoteLines, Passage
from kaoju.reading.signs import COUNTING, NUMBERS, Form, is_in_words, same_label

Zone = Literal["body", "page_notes", "end_notes", "bibliography"]

_ENDS = "。！？!?…"
_CLOSERS = "”’」』）)》〉*"
_CONTINUES = "，。；：、！？”’」』）》〉,;%％"
_LIKE_A_NOTE = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ가-힣]{3}|[“《〈]|(?:参见|详见|转引|同上|同前|同注|前引|页)|：")
# a line without Chinese, or with an imprint, is hardly running text of a Chinese article
_LATIN = re.compile(r"[^\u3400-\u9fff]{12,}$")
_IMPRINT = re.compile(r"出版社|书局|书店|印书馆|\d{4}年版|第?[\d—–-]+页|https?:")
# Chinese text
_CHINESE = re.compile(r"[“‘（《\d.％%]*[\u3400-\u9fff]")
_FUSED_END = re.compile(r"(?<=[。！？])\d{1,3}$")
_UNFINISHED = re.compile(r"[^\s。.!?！？)）”\"》>]$|[,，、：:][”\"]$")
_WANTS = re.compile(r"[,，、：:(（–—-][”\"]?$|第$|\b(?:pp?|vols?|nos?|ch)\.?$", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# as much of a line as a mark may take that the next line goes on with
_TAIL = 12
# how long a line of wrapped text may be, and how even
_WRAP = 60
# what share of a column a line fills that does not end its paragraph
_FULL = 0.85
# enough notes to know their manner by
_FEW = 20
# the fields that stand at the foot of the first page
_AT_FOOT = ("author_note", "funding", "received", "completed")
# a point that a colon or a semicolon leads to
_LEADS_ON = tuple("：:；;")


def lay_out(all_lines: list[Line]) -> Layout:
    """Running text and notes, told apart; page furniture is what is in neither."""
    return _Walk(all_lines).layout()


class _Walk:
    """One way down the lines, knowing in which zone it is."""

    def __init__(self, all_lines: list[Line]) -> None:
        self.lines = all_lines
        self.column = column(all_lines)
        self.folios = forms.lone_numbers(all_lines)
        self.found = Layout(heads=forms.running_heads(all_lines))
        self.zone: Zone = "body"
        self.referring = False
        self.blank = True
        self.broken = False
        self.ruled = False
        self.head = True
        self.called = Called()
        self.at = 0
        self.aside = False
        self.note_line: Line | None = None
        self.stacked: list[Label] = []
        self.line_before: Line | None = None

    def layout(self) -> Layout:
        for at, line in enumerate(self.lines):
            self.at = at
            self._take(line)
        return self.found

    def _take(self, line: Line) -> None:
        if not line.stripped and line.plain != "\f":
            self.blank = True
            return
        if at := forms.notes_lead(line):
            self.zone, line = "end_notes", Line(line.start + at, line.end, line.plain[at:])
        if self._is_stacked(line):
            self.blank = self.aside = False
            return
        label = self._label(line)
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

    def _is_fallen_mark(self, line: Line) -> bool:
        """Whether a number alone on a line is a mark set on the line that the end of the column has cut off: the line
        before it is full, the last such mark was the number before, and no page number stands next to it."""
        before = self.line_before
        if not self.column or not before or self.blank or self.broken or not line.stripped.isdecimal():
            return False
        number, called = int(line.stripped), self.called
        next_one = str(number - 1) in called.fused - called.labels and not {number - 1, number + 1} & self.folios
        return next_one and column_width(before) >= _FULL * self.column

    def _is_cut_off(self) -> bool:
        """Whether the last line of a note does not end it."""
        return self.note_line is not None and bool(_UNFINISHED.search(self.note_line.plain.rstrip()))

    def _awaits(self, line: Line) -> bool:
        """Whether the last line of a note wants a number, or a year that this line is."""
        year = _YEAR.fullmatch(line.stripped) and self._is_cut_off()
        return self.note_line is not None and bool(year or _WANTS.search(self.note_line.plain.rstrip()))

    def _is_aside(self, line: Line, label: Label | None) -> bool:
        """Whether a line is one of thanks and funds, or goes on with them."""
        opens = (
            self._tells_of_an_author(line)
            or forms.is_aside(line)
            or (self.ruled and forms.is_starred(line) and self._has_notes_below())
        )
        wrapped = bool(self.column) or bool(_UNFINISHED.search(self.lines[self.at - 1].plain.rstrip()))
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

    def _has_notes_below(self) -> bool:
        """Whether called notes begin right below the lines that stand together here."""
        return note_below(self.lines, self.at, self.called.any)

    def _label(self, line: Line) -> Label | None:
        if self.zone == "end_notes" and (label := label_in_words(line.plain)):
            return label if self._counts_in_words(label) else None
        label = note_label(line.plain, numbers=True)
        if label is None or self.zone == "bibliography":
            return label if label and label.form == "pandoc" else None
        if self.head and self.found.passages and is_address(line.plain[label.end :]):
            return None  # ¹ 北辰大学: where the first author works
        if label.form == "pandoc":
            return label
        if label.form in NUMBERS:
            return label if self._expects(label) else None
        if self.zone != "body":
            point = label.form in COUNTING and self._is_led() and same_label(label.label) not in self.called.labels
            return label if self._counts_on(label) and not point else None
        if label.form in COUNTING and not self.ruled and self._leads_on(line, label):
            return None
        apart = self._is_apart() or bool(_LIKE_A_NOTE.search(line.plain[label.end : label.end + 60]))
        return label if self._is_called(label) and apart else None

    def _is_called(self, label: Label) -> bool:
        """Whether the text calls a label or those that count on from it, or a rule stands above it; one in words must
        be called in words: 【二】 may be a heading."""
        if is_in_words(label.label):
            return label.label in self.called.labels
        if self.ruled or same_label(label.label) in self.called.labels:
            return True
        if label.form in COUNTING:
            return False
        fallen = self._is_apart() and begins_group(self.lines, self.at, label, self.called.any)
        return fallen or is_followed(self.lines, self.at, label, self.called.labels)

    def _leads_on(self, line: Line, label: Label) -> bool:
        """Whether the running text before this line leads to points that such digits count off, this one of them."""
        foreign = bool(self.found.notes) and not any(note.form == label.form for note in self.found.notes[-_FEW:])
        return self._is_led() and (foreign or not self._is_apart() or line.stripped.endswith(_LEADS_ON))

    def _is_led(self) -> bool:
        """Whether the last line of running text ends in a colon or a semicolon."""
        return self.line_before is not None and self.line_before.stripped.endswith(_LEADS_ON)

    def _is_apart(self) -> bool:
        """Whether nothing but a gap, a rule or thanks stands before this line."""
        return self.blank or self.ruled or self.aside

    def _expects(self, label: Label) -> bool:
        """Whether a bare number at the start of this line would be the label of the next note."""
        last = self._last_note()
        called = self.called.any
        if self.zone != "body":
            awaited = (
                self.zone == "end_notes"
                or self.blank
                or label.label in called
                or is_followed(self.lines, self.at, label, called)
            )
            return awaited and self._counts_on(label) and not self._is_within(label)
        before = int(last.label) if last and last.label.isdecimal() else 0
        if label.form == "glued" or not self.ruled:
            first = int(label.label) in (1, before + 1) or (last is None and label.form != "glued")
            known = self._is_apart() and begins_group(self.lines, self.at, label, called, framed=self.ruled)
            return first and (known or is_whole_group(self.lines, self.at, label, self.called.numbers))
        return label.label in called

    def _is_within(self, label: Label) -> bool:
        """Whether a number at the start of a line is one that the note goes on with: 第\\n7 号."""
        if self.blank or not self._is_cut_off():
            return False
        counted = is_counted(self.lines[self.at].plain[label.end :])
        return counted or comes_again(self.lines, self.at, label)

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

    def _is_stacked(self, line: Line) -> bool:
        """A label on a line of its own waits for its note, which stands below the labels."""
        label = lone_label(line.plain)
        if label is None or not (
            same_label(label.label) in self.called.labels or (self.ruled and label.form in COUNTING)
        ):
            label = self._number_in_stack(line)
        if label is None:
            return False
        self.zone = "page_notes" if self.zone == "body" else self.zone
        self.stacked.append(label)
        return True

    def _number_in_stack(self, line: Line) -> Label | None:
        last = self.stacked[-1].label if self.stacked else ""
        goes_on = last.isdecimal() and line.stripped == str(int(last) + 1)
        if goes_on or (self._is_apart() and is_stack(self.lines, self.at, self.called.labels)):
            return Label(line.stripped, "spaced", len(line.plain))
        return None

    def _open_stacked(self, line: Line) -> None:
        label = self.stacked.pop(0)
        indent = len(line.plain) - len(line.plain.lstrip())
        self._open_note(line, label, indent, indent, len(line.plain))

    def _section(self, line: Line) -> bool:
        """Whether the line is the heading of notes or references, or a heading that ends them."""
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
        if self.zone != "body" and any(one.name != "doi" for one in fields_of(line.plain)[:1]):
            self._leave_notes(line)
            return False
        if self.zone == "bibliography":
            return True
        if self.zone == "end_notes" and (self.blank or not self.found.notes):
            return True
        if self.zone == "body":
            return self._resumes_note(line)
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
        if self.zone != "page_notes" or self.column or self.stacked or self._is_cut_off():
            return False
        return bool(_CHINESE.match(line.stripped)) and not _IMPRINT.search(line.plain)

    def _resumes_note(self, line: Line) -> bool:
        """Whether a line goes on with the last note of the page before, above the notes of this one."""
        last = self._last_note()
        cut = self._is_cut_off() or line.stripped[0] in _CONTINUES
        if last is None or not self._is_apart() or not self.found.turns or not cut:
            return False
        foreign = bool(_LATIN.match(line.plain) or _IMPRINT.search(line.plain))
        if not (self.ruled or foreign) and self._is_finished():
            return False
        if not self._has_notes_below() and not (foreign and ends_page(self.lines, self.at)):
            return False
        indent = len(line.plain) - len(line.plain.lstrip())
        last.pieces.append((line.start + indent, line.start + len(line.plain.rstrip())))
        self.note_line = line
        self.zone = "page_notes"
        return True

    def _counts_on(self, label: Label) -> bool:
        """Whether a label goes on counting in this section of notes; within a note, a 1 begins anew where a 2
        follows."""
        last = self._counted()
        if last and not self.blank and same_label(label.label) == "1" and not begins_anew(self.lines, self.at, label):
            return False
        known = label.form not in NUMBERS and same_label(label.label) in self.called.labels
        return counts_on(label, last, apart=self.blank or known)

    def _counts_in_words(self, label: Label) -> bool:
        """Whether a label in words opens this section of notes, or goes on after another."""
        last = self._counted()
        return (is_in_words(last[0]) if last else same_label(label.label) == "1") and self._counts_on(label)

    def _counted(self) -> tuple[str, Form] | None:
        """The last label of this section of notes, and its form."""
        last = self._last_note()
        here = last and last.page == len(self.found.turns) and same_label(last.label).isdecimal()
        return (last.label, last.form) if last and here else None

    def _last_note(self) -> NoteLines | None:
        return self.found.notes[-1] if self.found.notes else None

    def _leave_notes(self, line: Line) -> None:
        if self.zone != "body":
            self.found.turns.append(line.start)
        self.zone = "body"
        self.called.forget()
        self.broken = True

    def _running_text(self, line: Line) -> None:
        level = forms.heading_level(line)
        opens = is_field(line.plain)
        headed = self.head
        self.head = self.head and not opens and level < 2 and (not self.found.passages or _may_be_head(line))
        piece = self._piece(line, level)
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

    def _piece(self, line: Line, level: int) -> tuple[int, int]:
        if level:
            start, end = forms.heading_text(line)
            return line.start + start, line.start + end
        return line.start + len(line.plain) - len(line.plain.lstrip()), line.start + len(line.plain.rstrip())

    def _goes_on(self, line: Line, headed: bool) -> bool:
        if self.head or (line.stripped[0] == "|" and self.line_before and self.line_before.stripped[0] != "|"):
            return False
        if (self.broken or not self.column) and self.line_before and _is_whole(self.line_before, headed):
            return False
        if self.broken:
            return line.stripped[0] in _CONTINUES or not self._is_finished()
        indent = line.plain[: len(line.plain) - len(line.plain.lstrip())]
        if self.blank or self.line_before is None or (indent and (indent != " " or self._is_finished())):
            return False
        if is_bare_field(self.line_before.plain):
            return False
        return _is_wrapped(self.line_before, line, self.column)

    def _is_finished(self) -> bool:
        """Whether the last line of running text ends a sentence, note marks at its end left out."""
        if self.line_before is None:
            return True
        text = self.line_before.plain
        for mark in reversed(marks(text)):
            if text[mark.end :].strip():
                break
            text = text[: mark.start]
        text = _FUSED_END.sub("", text.rstrip())
        return text.rstrip(_CLOSERS)[-1:] in tuple(_ENDS) if text[-1:] in _CLOSERS else text[-1:] in tuple(_ENDS)


def _is_whole(line: Line, headed: bool) -> bool:
    """Whether a line goes on on no other page: names at the head, or a field other than the abstract."""
    return (headed and is_byline(line.plain)) or any(one.name != "abstract" for one in fields_of(line.plain)[-1:])


def _may_be_head(line: Line) -> bool:
    """Whether a line may be a byline rather than running text."""
    return len(line.stripped) < _WRAP and not any(char in line.stripped for char in "。！？；，")


def _is_wrapped(before: Line, line: Line, column: int) -> bool:
    """Whether a line break is one of a column of wrapped lines rather than the end of a paragraph."""
    text = before.stripped
    if text[-1:] not in tuple(_ENDS + _CLOSERS + "：:"):
        return True
    if column:
        return column_width(before) >= _FULL * column
    return len(line.stripped) <= _WRAP and abs(len(text) - len(line.stripped)) <= 1 and len(text) >= 20

"""How notes are labelled where they stand, and how the running text calls them."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from typing import Literal

from kaoju.reading.signs import BRACKETED, CIRCLED, NUMBER, NUMERAL, SUPERSCRIPT, printed_like, same_label

Form = Literal[
    "pandoc",
    "square",
    "circled",
    "bracketed",
    "tortoise",
    "annotated",
    "bare",
    "superscript",
    "dotted",
    "enclosed",
    "spaced",
    "glued",
    "fused",
    "inline",
]
# bare numbers: 1. Smith; (1) Smith; 1 Smith; 1Smith
NUMBERS: frozenset[Form] = frozenset({"dotted", "enclosed", "spaced", "glued"})
# these also count off points
COUNTING: frozenset[Form] = frozenset({"circled", "bracketed"})

# what raises a label: bold, a tag, TeX, carets, an escape
_SUP, _SUP_END = r"<sup[^<>]{0,60}>(?:<a[^<>]{0,100}>)?", r"(?:</a>)?</sup>"
_TEX, _TEX_END = r"\$ ?(?:\{ ?\} ?)?\^ ?\{? ?(?:\\textcircled ?\{ ?)?", r" ?\}{0,2} ?\$"
_RAISES, _LOWERS = rf"(?:\*\*|{_SUP}|{_TEX}|\^|\\)?", rf"(?:\*\*|{_SUP_END}|{_TEX_END}|\^)?"
_STOP = r"[.、．:：]?[ \t]*"
_LABELS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    ("pandoc", re.compile(r"\[\^(?P<label>[^\]\s]{1,30})\]:[ \t]*")),
    (
        "annotated",
        re.compile(
            rf"(?:{_SUP})?[（(\[【〔]?[ \t]*注释?[ \t]*(?P<label>\d{{1,4}}|[{CIRCLED}]|{NUMERAL}(?=[^\u4e00-\u9fff]))"
            rf"[ \t]*[）)\]】〕]?[ \t]*(?:{_SUP_END})?(?:[：:、．]|\.(?!\d))?[ \t]*"
        ),
    ),
    # as Word leaves its notes in Markdown: [[1]](#_ftnref1)
    ("square", re.compile(r"\[\\?\[(?P<label>\d{1,4})\\?\]\]\(#[^()\s]{0,40}\)[ \t]*")),
    ("square", re.compile(rf"{_RAISES}\[ ?(?P<label>\d{{1,4}}|{NUMERAL}) ?\\?\]{_LOWERS}{_STOP}")),
    ("tortoise", re.compile(rf"[〔【〖﹝](?P<label>\d{{1,4}}|{NUMERAL})[〕】〗﹞]{_STOP}")),
    ("bracketed", re.compile(rf"{_RAISES}(?P<label>[{BRACKETED}]){_LOWERS}{_STOP}")),
    ("circled", re.compile(rf"{_RAISES}(?P<label>[{CIRCLED}]){_LOWERS}{_STOP}")),
    (
        "superscript",
        re.compile(
            rf"(?:{_SUP}[（(]?(?P<label>\d{{1,4}})[）)]?{_SUP_END}|{_TEX}[（(]?(?P<tex>\d{{1,4}})[）)]?{_TEX_END}"
            rf"|\$ ?\\textcircled ?\{{ ?(?P<ring>\d{{1,2}}) ?\}} ?\$|\^(?P<caret>\d{{1,4}})\^"
            rf"|⁽?(?P<raised>[{SUPERSCRIPT}]+)⁾?){_STOP}"
        ),
    ),
)
# 1个, 3月: a number that counts something labels nothing
_COUNTED = "年月日号时世期页卷版届章节条款个多余万亿元倍成岁点名家项座处人件种次位只台架辆艘批份"
# bare numbers are labels only where they are expected
_NUMBERS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    ("enclosed", re.compile(r"[（({](?P<label>\d{1,4})[）)}][ \t]*")),
    ("dotted", re.compile(r"(?P<label>\d{1,4})(?:[.、．:：](?!\d)|\\\.|[)）])[ \t]*")),
    ("spaced", re.compile(r"(?P<label>\d{1,4})[ \t]+")),
    ("glued", re.compile(rf"(?P<label>[1-9]\d{{0,2}})(?=[^\W\d_]|[“《〈\[*])(?![{_COUNTED}])")),
)
# a mark stands before these where a line begins with it, a label never does
_NO_NOTE = re.compile(r"[，。；：、！？”’」』）》〉,;%％]")

# the page of a work behind its mark, as GB/T 7714 sets it: [4](P25), and where raised digits fell on the line [4]25。
_PAGE = (
    r"(?:[(（][Pp]{1,2}\.? ?\d{1,4}(?:[-–—～~,，、]\d{1,4}){0,5}[)）]|(?<=\])\d{1,4}(?:[-–—～~]\d{1,4})?(?=[。；，]))?"
)

# not behind x, km and other raised signs
_NO_POWER = rf"(?<![{SUPERSCRIPT}])(?<!(?<![A-Za-z])[A-Za-z])(?<!(?<![A-Za-z])[A-Za-z]{{2}})"
# 见注1, 同注1, 关注1 and 附注1 are words of the sentence, 注1亿 and 注1中 too
_NO_CALL = "见見参同前上下如在和与及或由据本该附备批脚尾关专加校译原自夹按引对把将从投倾孤条灌浇转备第各每、"
# 注12018年: the note is 1
_BARE_NUMBER = r"\d{1,3}?(?=(?:1[5-9]|20)\d\d[ \t]?年|(?![\d.．:：]))"
_MARKERS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    (
        "superscript",
        re.compile(
            rf"{_SUP}(?P<labels>(?:[\[\]〔〕（）()注释,，、\-—–～~ \t]|{NUMBER}|[{BRACKETED}]){{1,40}}?){_SUP_END}"
        ),
    ),
    (
        "superscript",
        re.compile(rf"{_TEX}\\?[\[（(]?(?P<labels>[\d,，\-–—～~ ]{{1,12}}?|[{CIRCLED}])\\?[\]）)]?{_TEX_END}"),
    ),
    ("superscript", re.compile(r"\$ ?\\textcircled ?\{ ?(?P<labels>\d{1,2}) ?\} ?\$")),
    ("superscript", re.compile(rf"\^\[?(?P<labels>\d[\d,，\-–—～~]{{0,9}}|[{CIRCLED}])\]?\^")),
    ("pandoc", re.compile(r"\[\^(?P<labels>[^\]\s]{1,30})\](?!:)")),
    ("square", re.compile(r"\[\\?\[(?P<labels>\d{1,4})\\?\]\]\(#[^()\s]{0,40}\)")),
    (
        "square",
        re.compile(
            r"(?:\*\*)?\\?\[ ?(?P<labels>\d{1,4}(?: ?[,，、;；\-–—～~] ?\d{1,4}|\\?\][-–—～~]\\?\[\d{1,4}){0,9}) ?\\?\]"
            rf"(?:\*\*)?{_PAGE}(?![(（]http)"
        ),
    ),
    ("square", re.compile(rf"\[(?P<labels>{NUMERAL})\]")),
    (
        "annotated",
        re.compile(
            rf"[（(\[【〔]注释?[ \t]?(?P<labels>{NUMBER}(?:[ \t]?[,，、;；\-–—～~][ \t]?(?:注释?)?{NUMBER}){{0,9}})"
            rf"[）)\]】〕]"
        ),
    ),
    (
        "bare",
        re.compile(
            rf"(?<=[。！？；，”’」』）》…])注释?[ \t]?(?P<labels>{_BARE_NUMBER}|[{CIRCLED}]|{NUMERAL})(?![：:])"
        ),
    ),
    (
        "bare",
        re.compile(
            rf"(?<=[^\s（(\[【〔{{{_NO_CALL}])注释?[ \t]?"
            rf"(?P<labels>{_BARE_NUMBER}|[{CIRCLED}]|{NUMERAL}(?![\u4e00-\u9fff]))(?![ \t]?[中里内所{_COUNTED}])"
        ),
    ),
    ("tortoise", re.compile(rf"[〔【〖﹝](?P<labels>\d{{1,4}}|{NUMERAL})[〕】〗﹞]")),
    ("bracketed", re.compile(rf"(?P<labels>[{BRACKETED}](?:[-–—～~][{BRACKETED}])?)")),
    ("circled", re.compile(rf"(?<!注)(?P<labels>[{CIRCLED}](?:[-–—～~][{CIRCLED}])?)")),
    ("superscript", re.compile(rf"{_NO_POWER}⁽?(?P<labels>[{SUPERSCRIPT}]{{1,3}})⁾?")),
)
_SPAN = re.compile(rf"(?P<first>{NUMBER}|[{BRACKETED}])(?:[\-–—～~](?P<last>{NUMBER}|[{BRACKETED}]))?")
# [1][2] and 1 2 are two
_BETWEEN = re.compile(r"[\])〕）][ \t]*[\[(〔（]|(?<=\d)[ \t]+(?=\d)")
_ENCLOSING = re.compile(r"[\[\]〔〕（）()\\ \t]")
# more notes are not called at once
_MOST = 20
# what raises a label that stands within a line, and how far a label reaches
_RAISED = re.compile(r"(?:\*\*|<sup>|\$\^\{?|\^|\\)?$")
_LABELLED = 30
# the signs between which a label stands that may begin a note within a line
_SET_IN: dict[Form, tuple[str, str]] = {
    "square": ("[", "]"),
    "tortoise": ("〔", "〕"),
    "annotated": ("注", ""),
    "circled": ("", ""),
    "bracketed": ("", ""),
}


@dataclass(frozen=True, slots=True)
class Label:
    """The label that opens a note: how it is printed, its form, and where the note's own text begins."""

    label: str
    form: Form
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A note mark in running text: ``start`` and ``end`` in that text, and the labels that it calls, one or more."""

    start: int
    end: int
    labels: tuple[str, ...]
    form: Form

    @property
    def readings(self) -> tuple[str, ...]:
        """Every label that it may call: 注三三者 may be 三三 or 三, then 三者."""
        longest = self.labels[0]
        if self.form != "bare" or longest.isascii():
            return self.labels
        return tuple(longest[:size] for size in range(len(longest), 0, -1))


def note_label(line: str, *, numbers: bool = False) -> Label | None:
    """The label at the start of a line, if it has one; bare numbers count only where asked for.

    >>> note_label("[12] Todd Sandler, “NATO Burden Sharing”").label
    '12'
    """
    indent = len(line) - len(line.lstrip())
    for form, pattern in (*_LABELS, *(_NUMBERS if numbers else ())):
        match = pattern.match(line, indent)
        if match and match.end() < len(line) and not _NO_NOTE.match(line, match.end()):
            printed = next(value for value in match.groupdict().values() if value)
            return Label(same_label(printed) if form == "superscript" else printed, form, match.end())
    return None


def is_counted(text: str) -> bool:
    """Whether a text begins with what a number before it counts: ``号，2018年``."""
    return text[:1] in _COUNTED


def lone_label(line: str) -> Label | None:
    """The label that a line consists of, where OCR has stacked labels apart from their notes.

    >>> lone_label(" ② ").label
    '②'
    """
    found = note_label(line.strip() + " .")
    return found if found and found.form in ("circled", "square") and found.end == len(line.strip()) + 1 else None


def next_label(text: str, label: Label, start: int, called: Set[str]) -> tuple[int, Label] | None:
    """Where the note after a labelled one begins on the same line: the next number in the same form, or 1 again, after
    the end of a sentence or a gap, or anywhere but behind 同注 where the text has called it."""
    found = [_next_place(text, label, wanted, start, called) for wanted in _after(label)]
    return min((one for one in found if one), key=lambda one: one[0], default=None)


def _next_place(text: str, label: Label, wanted: str, start: int, called: Set[str]) -> tuple[int, Label] | None:
    at = text.find(wanted, start)
    while at > 0:
        begin = at - len(_RAISED.search(text, max(0, at - 6), at).group())  # type: ignore[union-attr]
        found = note_label(text[begin : begin + _LABELLED])
        if found and found.form == label.form and _may_open(text[begin - 1], found, called):
            return begin, found
        at = text.find(wanted, at + 1)
    return None


def _may_open(before: str, label: Label, called: Set[str]) -> bool:
    """Whether a note may begin behind a sign."""
    ended = before in ' \t。.．;；)）》”"]'
    return ended or (same_label(label.label) in called and before not in "同注註前见見上引参參")


def _after(label: Label) -> tuple[str, ...]:
    """The next label and the first, without what raises them."""
    number = same_label(label.label)
    if label.form not in _SET_IN or not number.isdecimal():
        return ()
    before, behind = _SET_IN[label.form]
    return tuple(
        f"{before}{one}{behind}" for at in (int(number) + 1, 1) for one in dict.fromkeys(printed_like(label.label, at))
    )


def marks(text: str) -> list[Mark]:
    """Every string in a running text that has the form of a note mark, in order, none inside another.

    >>> [(mark.labels, mark.form) for mark in marks("十年之久。<sup>[1]</sup>其后[5-7]又②")]
    [(('1',), 'superscript'), (('5', '6', '7'), 'square'), (('②',), 'circled')]
    """
    found: list[Mark] = []
    taken = bytearray(len(text))
    for form, pattern in _MARKERS:
        for match in pattern.finditer(text):
            labels = (match["labels"],) if form == "pandoc" else _each(match["labels"])
            if labels and not any(taken[match.start() : match.end()]):
                found.append(Mark(match.start(), match.end(), labels, form))
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return sorted(found, key=lambda mark: mark.start)


def _each(printed: str) -> tuple[str, ...]:
    """The labels of a mark, ranges spelt out: 1,3-5 are four."""
    if printed and all(char in "⁰¹²³⁴⁵⁶⁷⁸⁹" for char in printed):
        return (same_label(printed),)
    labels: list[str] = []
    for span in _SPAN.finditer(_ENCLOSING.sub("", _BETWEEN.sub(",", printed))):
        first, last = (int(same_label(span[name] or span["first"])) for name in ("first", "last"))
        if span["last"] and first <= last <= first + _MOST:
            labels += [one for number in range(first, last + 1) for one in printed_like(span["first"], number)[:1]]
        else:
            labels += [one for one in span.groups() if one]
    return tuple(labels)

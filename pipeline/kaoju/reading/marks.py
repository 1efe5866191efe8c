"""How notes are labelled where they stand, and how the running text calls them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from dataclasses import dataclass
from typing import Literal

Form = Literal[
    "pandoc",
    "square",
    "circled",
    "tortoise",
    "annotated",
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

CIRCLED = "①-⑳㉑-㉟㊱-㊿"
_CIRCLES = [chr(code) for first, last in ("①⑳", "㉑㉟", "㊱㊿") for code in range(ord(first), ord(last) + 1)]
SUPERSCRIPT = "⁰¹²³⁴-⁹"

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
            rf"[（(\[【〔]?[ \t]*注释?[ \t]*(?P<label>\d{{1,4}}|[{CIRCLED}])[ \t]*[）)\]】〕]?[ \t]*[：:]?[ \t]*"
        ),
    ),
    # as Word leaves its notes in Markdown: [[1]](#_ftnref1)
    ("square", re.compile(r"\[\\?\[(?P<label>\d{1,4})\\?\]\]\(#[^()\s]{0,40}\)[ \t]*")),
    ("square", re.compile(rf"{_RAISES}\[ ?(?P<label>\d{{1,4}}) ?\\?\]{_LOWERS}{_STOP}")),
    ("tortoise", re.compile(rf"[〔【〖﹝](?P<label>\d{{1,4}})[〕】〗﹞]{_STOP}")),
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
    ("enclosed", re.compile(r"[（(](?P<label>\d{1,4})[）)][ \t]*")),
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
_MARKERS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    (
        "superscript",
        re.compile(rf"{_SUP}(?P<labels>(?:[\[\]〔〕（）()注,，、\-—–～~ \t]|\d|[{CIRCLED}]){{1,40}}?){_SUP_END}"),
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
    ("annotated", re.compile(rf"[（(\[【〔]注释?(?P<labels>\d{{1,4}}|[{CIRCLED}])[）)\]】〕]")),
    ("tortoise", re.compile(r"[〔【〖﹝](?P<labels>\d{1,4})[〕】〗﹞]")),
    ("circled", re.compile(rf"(?P<labels>[{CIRCLED}](?:[-–—～~][{CIRCLED}])?)")),
    ("superscript", re.compile(rf"{_NO_POWER}⁽?(?P<labels>[{SUPERSCRIPT}]{{1,3}})⁾?")),
)
_SPAN = re.compile(rf"(?P<first>\d{{1,4}}|[{CIRCLED}])(?:[\-–—～~](?P<last>\d{{1,4}}|[{CIRCLED}]))?")
# [1][2] and 1 2 are two
_BETWEEN = re.compile(r"[\])〕）][ \t]*[\[(〔（]|(?<=\d)[ \t]+(?=\d)")
_ENCLOSING = re.compile(r"[\[\]〔〕（）()\\ \t]")
# more notes are not called at once
_MOST = 20
# what raises a label that stands within a line, and how far a label reaches
_RAISED = re.compile(r"(?:\*\*|<sup>|\$\^\{?|\^|\\)?$")
_LABELLED = 30


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
            return Label(
                unicodedata.normalize("NFKC", printed) if form == "superscript" else printed, form, match.end()
            )
    return None


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
    number = int(same_label(label.label)) + 1 if same_label(label.label).isdigit() else 0
    if label.form == "circled" and number <= len(_CIRCLES):
        return _CIRCLES[number - 1], _CIRCLES[0]
    signs = {"square": "[]", "tortoise": "〔〕"}.get(label.form)
    return (f"{signs[0]}{number}{signs[1]}", f"{signs[0]}1{signs[1]}") if signs else ()


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
        return (unicodedata.normalize("NFKC", printed),)
    labels: list[str] = []
    for span in _SPAN.finditer(_ENCLOSING.sub("", _BETWEEN.sub(",", printed))):
        first, last = (int(same_label(span[name] or span["first"])) for name in ("first", "last"))
        if first <= last <= first + _MOST:
            labels += [
                _CIRCLES[number - 1] if span["first"] in _CIRCLES else str(number) for number in range(first, last + 1)
            ]
        else:
            labels += [one for one in span.groups() if one]
    return tuple(labels)


def same_label(label: str) -> str:
    """The number behind a label: ``①`` and ``1`` are the same to a reader."""
    return unicodedata.normalize("NFKC", label).strip()

"""How notes are labelled where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from heapq import merge

from kaoju.reading.signs import (
    BRACKETED,
    CIRCLED,
    COUNTING,
    NUMBERS,
    NUMERAL,
    SUPERSCRIPT,
    Form,
    is_kin,
    printed_like,
    same_label,
)

# what raises a label: bold, a tag, TeX, carets, an escape
SUP, SUP_END = r"<sup[^<>]{0,60}>(?:<a[^<>]{0,100}>)?", r"(?:</a>)?</sup>"
TEX, TEX_END = r"\$ ?(?:\{ ?\} ?)?\^ ?\{? ?(?:\\textcircled ?\{ ?)?", r" ?\}{0,2} ?\$"
_RAISES, _LOWERS = rf"(?:\*\*|{SUP}|{TEX}|\^|\\)?", rf"(?:\*\*|{SUP_END}|{TEX_END}|\^)?"
_STOP = r"[.、．:：]?[ \t]*"
_LABELS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    ("pandoc", re.compile(r"\[\^(?P<label>[^\]\s]{1,30})\]:[ \t]*")),
    (
        "annotated",
        re.compile(
            rf"(?:{SUP})?[（(\[【〔]?[ \t]*注释?[ \t]*(?P<label>\d{{1,4}}|[{CIRCLED}]|{NUMERAL}(?=[^\u4e00-\u9fff]))"
            rf"[ \t]*[）)\]】〕]?[ \t]*(?:{SUP_END})?(?:[：:、．]|\.(?!\d))?[ \t]*"
        ),
    ),
    # as Word leaves its notes in Markdown: [[1]](#_ftnref1)
    ("square", re.compile(r"\[\\?\[(?P<label>\d{1,4})\\?\]\]\(#[^()\s]{0,40}\)[ \t]*")),
    ("square", re.compile(rf"{_RAISES}\[ ?(?P<label>\d{{1,4}}|{NUMERAL}) ?\\?\]{_LOWERS}{_STOP}")),
    ("tortoise", re.compile(rf"[〔【〖﹝](?P<label>\d{{1,4}}|{NUMERAL})[〕】〗﹞]{_STOP}")),
    (
        "signed",
        re.compile(
            rf"{_RAISES}(?:[〈<](?P<label>\d{{1,3}})[〉>]|\\?[*＊※](?P<star>\d{{1,3}}))(?![\d*]){_LOWERS}{_STOP}"
        ),
    ),
    ("bracketed", re.compile(rf"{_RAISES}(?P<label>[{BRACKETED}]){_LOWERS}{_STOP}")),
    ("circled", re.compile(rf"{_RAISES}(?P<label>[{CIRCLED}]){_LOWERS}{_STOP}")),
    (
        "superscript",
        re.compile(
            rf"(?:{SUP}[（(]?(?P<label>\d{{1,4}})[）)]?{SUP_END}|{TEX}[（(]?(?P<tex>\d{{1,4}})[）)]?{TEX_END}"
            rf"|\$ ?\\textcircled ?\{{ ?(?P<ring>\d{{1,2}}) ?\}} ?\$|\^(?P<caret>\d{{1,4}})\^"
            rf"|⁽?(?P<raised>[{SUPERSCRIPT}]+)⁾?){_STOP}"
        ),
    ),
)
# 1个, 3月: a number that counts something labels nothing
COUNTED = "年月日号时世期页卷版届章节条款个多余万亿元倍成岁点名家项座处人件种次位只台架辆艘批份"
_COUNTS = re.compile(
    r"[ \t]*(?:[号期年月日页卷版辑册](?:[，。；：、,.;)）\s\d]|$)|[年月日][的初末底份起以后前至来间]"
    r"|[多余]?个(?!人|案|体)|[多余]?[万亿多余][美欧日英]?[元人名位]|[%％])"
)
# bare numbers are labels only where they are expected
_NUMBERS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    # (1), {1}, 1), and brackets that OCR has taken for others or lost: [1〕, 1], [1 Smith
    ("enclosed", re.compile(r"[（({\[〔【「『|]?[ \t]?(?P<label>\d{1,4})[ \t]?[）)}\]〕】」』][ \t]*")),
    ("enclosed", re.compile(r"[\[〔【](?P<label>\d{1,3})[.、 \t][ \t]*(?=\S)")),
    ("dotted", re.compile(r"(?P<label>\d{1,4})(?:[.、．:：](?!\d)|\\\.)[ \t]*")),
    ("spaced", re.compile(r"(?P<label>\d{1,4})[ \t]+")),
    ("glued", re.compile(rf"(?P<label>[1-9]\d{{0,2}})(?=[^\W\d_]|[“《〈\[*])(?![{COUNTED}])")),
)
_IN_WORDS = re.compile(rf"[ \t]*[（(](?P<label>{NUMERAL})[）)][ \t]*")
# a mark stands before these where a line begins with it, a label never does
_NO_NOTE = re.compile(r"[，。；：、！？”’」』）》〉,;%％]")

# what may stand before the number of a label within a line, and how far a label reaches
_OPENS = re.compile(r"(?:\*\*|<sup[^<>]{0,60}>|\$ ?\^ ?\{?|\^|\\)?[（(\[【〔〖﹝{⁽〈<*＊※]?(?:注释?[ \t]?)?$")
_OPENING, _LABELLED = 12, 40
_ENDS = ' \t。.．;；)）》”"]'
# 同注2, 见②
_POINTS = "同注註前见見上引参參"
# a number without brackets begins a note behind the end of one, which p. and No. are not
_ENDED = re.compile(
    r"(?:[。;；)）》”\"\]>]|(?<![A-Z\s])(?<!\bpp)(?<!\bp)(?<!\b[Vv]ol)(?<!\b[Nn]o)(?<!\bch)[.．])[ \t]*$"
)
# a longer note has lost its end
_LONGEST = 5_000


@dataclass(frozen=True, slots=True)
class Label:
    """The label that opens a note: how it is printed, its form, and where the note's own text begins."""

    label: str
    form: Form
    end: int


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


def label_in_words(line: str) -> Label | None:
    """The label （一） at the start of a line; only below the heading of the notes is it no heading itself."""
    match = _IN_WORDS.match(line)
    return Label(match["label"], "enclosed", match.end()) if match and match.end() < len(line) else None


def is_counted(text: str) -> bool:
    """Whether a text begins with what the number before it counts: ``号，2018年``, where no name begins so."""
    return bool(_COUNTS.match(text))


def lone_label(line: str) -> Label | None:
    """The label that a line consists of, where OCR has stacked labels apart from their notes.

    >>> lone_label(" ② ").label
    '②'
    """
    found = note_label(line.strip() + " .")
    return (
        found
        if found and found.form in (*COUNTING, "square", "tortoise") and found.end == len(line.strip()) + 1
        else None
    )


def next_label(text: str, label: Label, start: int, called: Set[str]) -> tuple[int, Label] | None:
    """Where the note after a labelled one begins on the same line: the next number in the same form, or 1 again, after
    the end of a sentence or a gap, or anywhere but behind 同注 where the text has called it."""
    number = same_label(label.label)
    if not number.isdecimal() or label.form == "pandoc":
        return None
    end = start + _LONGEST
    following = _next_place(text, label, int(number) + 1, (start, end), called)
    if label.form in NUMBERS:
        return following
    return _next_place(text, label, 1, (start, following[0] if following else end), called) or following


def _next_place(
    text: str, label: Label, number: int, within: tuple[int, int], called: Set[str]
) -> tuple[int, Label] | None:
    """Where a label with this number begins first in a range of the text."""
    for at in merge(*(_places(text, sign, *within) for sign in printed_like(label.label, number))):
        begin = at - len(_OPENS.search(text, max(0, at - _OPENING), at).group())  # type: ignore[union-attr]
        found = note_label(text[begin : begin + _LABELLED], numbers=True)
        same = found and is_kin(found.form, label.form) and same_label(found.label) == str(number)
        if found and same and begin and _may_open(text[max(0, begin - _OPENING) : begin], found, called):
            return begin, found
    return None


def _places(text: str, sign: str, start: int, end: int) -> Iterator[int]:
    """Where a sign stands that is no part of a longer number."""
    at = text.find(sign, start, end)
    while at >= 0:
        if not (sign.isascii() and (text[at - 1 : at].isdecimal() or text[at + len(sign) :][:1].isdecimal())):
            yield at
        at = text.find(sign, at + 1, end)


def _may_open(before: str, label: Label, called: Set[str]) -> bool:
    """Whether a note may begin behind these signs."""
    known = same_label(label.label) in called
    if label.form in NUMBERS:
        return known and bool(_ENDED.search(before))
    return before[-1] in _ENDS or (known and before[-1] not in _POINTS)

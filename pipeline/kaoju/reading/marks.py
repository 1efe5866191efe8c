"""How the running text calls notes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kaoju.reading.labelling import COUNTED, SUP, SUP_END, TEX, TEX_END
from kaoju.reading.signs import BRACKETED, CIRCLED, NUMBER, NUMERAL, SUPERSCRIPT, Form, printed_like, same_label

# the page of a work behind its mark, as GB/T 7714 sets it, [4](P25), [4]（第25页）, and where raised digits have fallen
# on the line, [4]25。
_PAGES = r"\d{1,4}(?:[-–—～~,，、]\d{1,4}){0,5}"
_CITED = rf"[(（](?:[Pp]{{1,2}}\.? ?|页 ?|第? ?(?=[^)）]{{1,20}}页))(?P<cited>{_PAGES}) ?页?[)）]"
_PAGE = rf"(?:{_CITED}|(?<=\])(?P<fallen>\d{{1,4}}(?:[-–—～~]\d{{1,4}})?)(?=[。；，]))?"
_RAISED_PAGE = (
    rf"(?:[(（]?[Pp]{{1,2}}\.? ?(?P<within>{_PAGES})[)）]?|(?<=[\])）〕])(?P<raised>\d{{1,4}}(?:[-–—～~]\d{{1,4}})?))?"
)

# not behind x, km and other raised signs
_NO_POWER = rf"(?<![{SUPERSCRIPT}])(?<!(?<![A-Za-z])[A-Za-z])(?<!(?<![A-Za-z])[A-Za-z]{{2}})"
# 见注1, 同注1, 关注1 and 附注1 are words of the sentence, 注1亿 and 注1中 too
_NO_CALL = "见参同前上下如在和与及或由据本该附备批脚尾关专加校译原自夹按引对把将从投倾灌浇每"
# 见注②: no mark; 关注②, 加注②: one behind a word
_POURS = "关加投灌倾贯专浇赌"
_GOES_ON = "中里内所已的也曾"
# what a mark that is otherwise a sign stands behind, as in 增长8%。*1其后
_TEXT = "\u4e00-\u9fff。，；：！？”」』）》…%"
# 注12018年: the note is 1
_YEAR = r"(?:1[5-9]|20)\d\d[ \t]?年"
_BARE = r"\d{1,3}(?:[、,，;；][ \t]?注释?[ \t]?\d{1,3})*(?:(?=(?:1[5-9]|20)\d\d[ \t]?(?:年|$))|(?![\d.．:：]))"
_MARKERS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    (
        "superscript",
        re.compile(
            rf"{SUP}(?P<labels>(?:[\[\]〔〕（）()注释,，、\-—–～~ \t]|{NUMBER}|[{BRACKETED}]){{1,40}}?)"
            rf"{_RAISED_PAGE}{SUP_END}(?:{_CITED})?"
        ),
    ),
    (
        "superscript",
        re.compile(rf"{TEX}\\?[\[（(]?(?P<labels>[\d,，\-–—～~ ]{{1,12}}?|[{CIRCLED}])\\?[\]）)]?{TEX_END}"),
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
    ("bare", re.compile(rf"(?<=[。！？”’」』）》…])注释?[ \t]?(?P<labels>{_BARE}|[{CIRCLED}]|{NUMERAL})(?![：:])")),
    ("bare", re.compile(rf"(?<=[；，])注释?[ \t]?(?P<labels>{NUMERAL})(?![：:{_GOES_ON}])")),
    (
        "bare",
        re.compile(
            rf"(?<=[^\s（(\[【〔{{{_NO_CALL}])注释?[ \t]?"
            rf"(?P<labels>{_BARE}|[{CIRCLED}]|{NUMERAL}(?![\u4e00-\u9fff]))(?![ \t]?[{_GOES_ON}{COUNTED}])"
        ),
    ),
    ("tortoise", re.compile(rf"[〔【〖﹝](?P<labels>\d{{1,4}}|{NUMERAL})[〕】〗﹞]")),
    ("signed", re.compile(r"[〈<](?P<labels>\d{1,3})[〉>]")),
    ("signed", re.compile(rf"(?<=[{_TEXT}])\\?[*＊※](?P<labels>\d{{1,3}}?(?:(?={_YEAR})|(?![\d*＊.])))")),
    # brackets that OCR has taken for others
    ("square", re.compile(r"[\[〔【(（](?P<labels>\d{1,3})[\]〕】]")),
    ("square", re.compile(r"[\[〔【](?P<labels>\d{1,3})[\]〕】)）]")),
    ("bracketed", re.compile(rf"(?P<labels>[{BRACKETED}](?:[-–—～~][{BRACKETED}])?)")),
    ("circled", re.compile(rf"(?:(?<!注)|(?<=[{_POURS}]注))(?P<labels>[{CIRCLED}](?:[-–—～~][{CIRCLED}])?)")),
    ("superscript", re.compile(rf"{_NO_POWER}⁽?(?P<labels>[{SUPERSCRIPT}]{{1,3}})⁾?")),
)
_SPAN = re.compile(rf"(?P<first>{NUMBER}|[{BRACKETED}])(?:[\-–—～~](?P<last>{NUMBER}|[{BRACKETED}]))?")
# [1][2] and 1 2 are two
_BETWEEN = re.compile(r"[\])〕）][ \t]*[\[(〔（]|(?<=\d)[ \t]+(?=\d)")
_ENCLOSING = re.compile(r"[\[\]〔〕（）()\\ \t]")
# more notes are not called at once
_MOST = 20


@dataclass(frozen=True, slots=True)
class Mark:
    """A note mark in running text: ``start`` and ``end`` in that text, the labels that it calls, one or more, and the
    pages of the work that it gives itself."""

    start: int
    end: int
    labels: tuple[str, ...]
    form: Form
    pages: str | None = None

    @property
    def readings(self) -> tuple[str, ...]:
        """Every label that it may call: 注三三者 may be 三三 or 三, then 三者."""
        longest = self.labels[0]
        if self.form != "bare" or longest.isascii():
            return self.labels
        return tuple(longest[:size] for size in range(len(longest), 0, -1))


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
                found.append(Mark(match.start(), match.end(), labels, form, _pages(match)))
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return sorted(found, key=lambda mark: mark.start)


def _pages(match: re.Match[str]) -> str | None:
    return next((said for name, said in match.groupdict().items() if name != "labels" and said), None)


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

"""The lines of a file and what each is by its form: the first step of reading a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kaoju.normalising import fold_width, simplify
from kaoju.text import Text


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source without its break; ``plain`` is its text in plain widths and Simplified characters, as long
    as the line itself."""

    start: int
    end: int
    plain: str

    @property
    def stripped(self) -> str:
        """``plain`` without white space at both ends."""
        return self.plain.strip()


_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029\f\v\x85]")
_RULE = re.compile(r"(?:([-*_=])(?:[ \t]*\1){2,}|[─━—_＿]{4,}|<hr ?/?>|\f|\\newpage|\\pagebreak)")
_PAGE_NUMBER = re.compile(
    r"(?:[-—–·•|~\[(（<]{0,3}[ \t]*\d{1,4}[ \t]*[-—–·•|~\])）>]{0,3}"
    r"|第?[ \t]*\d{1,4}[ \t]*页(?:[ \t,，/]*共?[ \t]*\d{1,4}[ \t]*页)?"
    r"|<!--[^>]{0,60}-->)"
)
_JOURNAL_HEAD = re.compile(
    r"[^\d，。：:；！？]{2,24}\d{4}[ \t]*年[ \t]*(?:第[ \t]*\d{1,3}[ \t]*期|第?\d{1,2}[ \t]*月号?(?!\d))"
    r"[^，。：；！？]{0,20}"
)
# the end of a sentence, a value, a back reference, the type of a work, the mark of a note at the end: no running head
# holds these
_SAYS = re.compile(
    r"(?i:\bibid|\bop\. ?cit|\bpp?\. ?\d|https?:)|同[上前注]|\[[A-Z]{1,2}(?:/OL)?\]"
    r"|[。；]|》[，,]|\d\.\d|\d[ \t]*[%％‰亿万]|百分之"
    r"|(?:\[\^?\d{1,4}\]\^?|</sup>|〔\d{1,4}〕|[①-⑳¹²³⁰-⁹])$"
)
# * 本文为…阶段性成果: thanks and funds, which no number calls
_ASIDE = re.compile(r"\\?[*＊]{1,3}(?!\*)[ \t]*(?=本文|本研究|本成果|基金|感谢|作者感谢|项目|国家|教育部|课题|This)")
_STARRED = re.compile(r"\\?(?P<stars>[*＊]{1,3})(?!\*)[ \t]*[^\W\d]")
_MARKED_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_NUMERALS = "一二三四五六七八九十百"
_HEADINGS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (
        2,
        re.compile(
            rf"(?:第[{_NUMERALS}\d]{{1,4}}[章节部编][ \t:：]|[壹贰叁参肆伍陆柒捌玖拾]{{1,3}}[、.．])[^。；！？]{{1,60}}"
        ),
    ),
    (2, re.compile(rf"[{_NUMERALS}]{{1,3}}[、.．][ \t]*[^。；！？]{{1,50}}")),
    (3, re.compile(rf"[（(][{_NUMERALS}]{{1,3}}[）)][ \t]*[^。；！？]{{1,50}}")),
    (4, re.compile(r"\d{1,2}(?:[、.．][ \t]*|\.\d{1,2}){1,3}[ \t]*(?=[^\d\s%])[^。；！？]{1,40}")),
    (
        2,
        re.compile(
            r"(?:引[ \t]*言|前[ \t]*言|绪[ \t]*论|导[ \t]*言|导[ \t]*论|结[ \t]*语|结[ \t]*论|余[ \t]*论|结束语|引论)"
        ),
    ),
)
_BOLD_HEADING = re.compile(r"\*\*([^*]{2,50})\*\*")
_NOTES_HEADING = re.compile(
    r"(?:#{1,6}[ \t]*)?[*【〔\[（(]{0,2}[ \t]*"
    r"(?:注[ \t]*释|[附尾脚][ \t]*注|注|Notes|Endnotes|Footnotes"
    r"|(?P<references>参考文献|参考资料|参考书目|引用文献|引注文献|征引文献|References|Bibliography|Works Cited)"
    r"|注释及参考文献|注释与参考文献)[ \t]*[*】〕\]）):：]{0,3}",
    re.IGNORECASE,
)

# a heading and a label that follows it at once
_NOTES_LEAD = re.compile(r"[ \t*【〔\[]*(?:注[ \t]*释|注)[*】〕\]]*[:：][ \t*]*(?=[\[①]|[〔【]1[〕】])")


def lines(source: str) -> list[Line]:
    """The source cut at its line breaks; a form feed is a line of its own."""
    twin = plain_twin(source)
    return list(_lines(source, twin))


def _lines(source: str, twin: str) -> Iterator[Line]:
    at = int(source.startswith("\ufeff"))  # a byte order mark is of no line
    for match in _BREAK.finditer(source):
        yield Line(at, match.start(), twin[at : match.start()])
        if match.group() == "\f":
            yield Line(match.start(), match.end(), "\f")
        at = match.end()
    yield Line(at, len(source), twin[at:])


def plain_twin(source: str) -> str:
    """The source in plain widths and Simplified characters, character for character."""
    twin = simplify(fold_width(Text.of(source))).text
    return twin if len(twin) == len(source) else source


def is_rule(line: Line) -> bool:
    """A line drawn across the page, or a form feed."""
    return bool(_RULE.fullmatch(line.plain.strip(" \t"))) or line.plain == "\f"


def is_page_number(line: Line) -> bool:
    """Nothing but a page number."""
    return bool(_PAGE_NUMBER.fullmatch(line.stripped))


def lone_numbers(all_lines: list[Line]) -> frozenset[int]:
    """The numbers that stand alone on a line: most are of pages."""
    digits = (line.stripped.strip("-—–·•|~[]()（）<> \t") for line in all_lines)
    return frozenset(int(one) for one in digits if one.isdecimal() and len(one) <= 4)


def is_aside(line: Line) -> bool:
    """An asterisk's note of thanks and funds."""
    return bool(_ASIDE.match(line.stripped))


def is_starred(line: Line) -> bool:
    """A line that an asterisk opens."""
    return stars(line) > 0


def stars(line: Line) -> int:
    """How many asterisks open a line."""
    match = _STARRED.match(line.stripped)
    return len(match["stars"]) if match else 0


def running_heads(all_lines: list[Line]) -> frozenset[str]:
    """The short lines that come again and again whatever number stands in them, those beside a page break that come
    twice or repeat the title, an author's name with the title, and journals' names with an issue."""
    shown = [line for line in all_lines if line.stripped]
    found = [line.stripped for line in shown if _may_run(line.stripped)]
    count = Counter(without_digits(text) for text in found)
    beside = {text for text in _beside_breaks(shown) if _may_run(text)}
    title = shown[0].stripped.strip("# \\*") if shown else ""
    heads = {text for text in found if count[without_digits(text)] >= 3}
    heads |= {text for text in beside if count[without_digits(text)] >= 2 or _repeats(text, title)}
    heads |= {text for text in found if len(title) > 4 and text.endswith("：" + title)}
    return frozenset(heads | {line.stripped for line in shown if is_journal_head(line)})


def _beside_breaks(shown: list[Line]) -> Iterator[str]:
    """The lines next to a page number or a form feed, blank lines left out."""
    breaks = [is_page_number(line) or line.plain == "\f" for line in shown]
    for index, line in enumerate(shown):
        if any(breaks[max(0, index - 1) : index + 2]):
            yield line.stripped


def _repeats(text: str, title: str) -> bool:
    """Whether a line repeats the title or its beginning, after an author's name perhaps."""
    return any(len(words) >= 4 and title.startswith(words) for words in (text, text.split("：", 1)[-1].strip()))


def is_journal_head(line: Line) -> bool:
    """A journal's name and issue, and nothing else."""
    return len(line.stripped) <= 50 and bool(_JOURNAL_HEAD.fullmatch(line.stripped.strip(" ·•|-—《》")))


def _may_run(text: str) -> bool:
    if not 2 < len(text) <= 50 or _SAYS.search(text):
        return False
    words = len(without_digits(text).strip(".,;:、")) > 1
    return words and text[0] not in "#>|[①②③④⑤⑥⑦⑧⑨⑩(（*" and text[-1] not in "！？；，：”,;:"


def without_digits(text: str) -> str:
    """The text with its digits and the signs around page numbers left out."""
    return re.sub(r"[\d\s·•|—-]+", "", text)


def heading_level(line: Line) -> int:
    """The level of a heading by its form, 0 for what is none.

    >>> heading_level(Line(0, 8, "一、问题的提出"))
    2
    """
    text = line.stripped
    marked = _MARKED_HEADING.match(text)
    if marked:
        return len(marked[1])
    bold = _BOLD_HEADING.fullmatch(text)
    text = bold[1] if bold else text
    for level, pattern in _HEADINGS:
        if pattern.fullmatch(text):
            return level
    return 0


def is_section(text: str) -> bool:
    """Whether a text has the form of a section's heading: 一、问题的提出, 结语."""
    return any(pattern.fullmatch(text.strip()) for _, pattern in _HEADINGS)


def heading_text(line: Line) -> tuple[int, int]:
    """Where a heading's words stand in its line, without the signs that mark it."""
    start = len(line.plain) - len(line.plain.lstrip())
    end = len(line.plain.rstrip())
    marked = _MARKED_HEADING.match(line.plain, start)
    start = marked.end() if marked else start
    bold = _BOLD_HEADING.fullmatch(line.plain, start, end)
    return bold.span(1) if bold else (start, end)


def notes_lead(line: Line) -> int:
    """Where the first note begins in a line that has the heading before it, 注释：[1] …; 0 in any other."""
    match = _NOTES_LEAD.match(line.plain)
    return match.end() if match else 0


def notes_heading(line: Line) -> str | None:
    """``notes`` or ``references`` for the heading of such a section, else None."""
    match = _NOTES_HEADING.fullmatch(line.stripped)
    if not match:
        return None
    return "references" if match["references"] else "notes"

"""The parts of a citation made whole by the order that all citations keep: names, then a title, then what holds it.

The labeller tells each word its part by what stands around it. To a citation of a rare kind it may give no title, or
two, or leave words between the names and the title in no part.
"""

from __future__ import annotations

import re
from itertools import pairwise

from kaoju.citations.chinese import LONGEST_TITLE, titles
from kaoju.citations.dates import MONTH, YEAR
from kaoju.citations.details import REVISED
from kaoju.citations.gbt import is_gbt
from kaoju.citations.mending.hosting import dated, hosted, in_state, of_meeting
from kaoju.citations.mending.spans import Span, has_marks, joined
from kaoju.citations.mending.stops import is_stopped, stopped
from kaoju.citations.mending.titling import titled
from kaoju.citations.names import BODY_WORD, JUNIOR, ZH_BODY, has_body_word, is_chamber

_CUT_OFF = re.compile("[\u3400-\u9fff]{1,3}[等和与年月]")
_SMALL = re.compile(r" (?!(?:and|et|und|y|e)\b)[a-z]{1,3} ")
_BEGIN = re.compile(r"(?!(?:See|Cf|In|Also|But|For|As)\b)[A-Z][\w’.-]* (?!(?:and|et|und|y|e)\b)[a-z]{1,3} ")
_OPENING = "《〈“「『"
_CLOSING = {"《": "》", "“": "”", "「": "」"}
_BEFORE_HOUSE = re.compile(f"(?:[^》]{{0,40}}》)?(?:{REVISED})本[，,]?")
# Joseph S. Nye, Jr.
_JUNIOR = re.compile(rf",? {JUNIOR}\.?")
_DOI = re.compile(r"10\.\d{4,9}/[^\s，。]+")
_COUNTRY = re.compile(r"\W{0,2}[\[（(〔【［][^\])）〕】］\d]{1,5}[\])）〕】］](?=\s?[^\W\d])")
_EDITED = re.compile(r"\beds?\b|\bedited\b|\bEds?\b|\bhrsg\b", re.IGNORECASE)
_CJK = re.compile("[\u3400-\u9fff]")
# U.S. public schools: no name of what holds a work
_IN_TITLE = re.compile(r"(?!.*\b(?:Encyclop|Dictionary|Britannica|Journal|Review|Handbook|Proceedings)).*\b[a-z]{5}")
# what stands between a title and what it is in: nothing, or the end of a list that the labels cut at its comma
_IN = re.compile(r" |(?:,(?: [\w’-]+){1,8})? in |,? and ")
_LANGUAGE = re.compile(r"in (?:Chinese|English|Japanese|Korean|Russian|French|German)")
_CLOCK = re.compile(r"\d{1,2}:\d\d(?: ?[ap]\.?m\b|\s|,|$)")
_PARAGRAPH = re.compile(r"(?:\bparas?\.|¶) ?(?:\d{1,2}\.)?$")
# September 23, 2019
_MONTH_BEFORE = re.compile(rf"\b{MONTH} ?$", re.IGNORECASE)
_YEAR_AFTER = re.compile(rf",? {YEAR}\b")
# 2023(8): 4-29+155
_PAGE_LIST = re.compile(r"[:：]\s?(?P<pages>\d{1,4}[–—-]\d{1,4}(?:\+\d{1,4}(?:[–—-]\d{1,4})?){1,9})(?!\w)")
_DAY = re.compile(r"\d{1,2}月(?:\d{1,2}日)?")
_FIRST_YEAR = re.compile(rf"(?<!\d)(?P<year>{YEAR})[/–—-]$")
_VOLUME_SIGN = re.compile(r"\b[Vv]ol(?:ume|\.)? ?$")
_PART_OF_BODY = re.compile("[和与與及]")
# the papers of Congress, orders and constitutions as American lawyers name them, up to what holds or dates them
_PAPER = (
    r"H\.R\.|S\. (?:Res|Rep)\.|U\.[SN]\. (?:Const|Charter)\b|Exec(?:\.|utive) Order"
    r"|Proclamation No\.|Pub(?:\.|lic) L(?:\.|aw)"
)
# Administrative Procedure Act § 6, 2006
_YEAR_OF_ACT = r"(?:1[89]|20)\d\d"
_ACT = re.compile(
    rf"\W{{0,2}}(?P<name>[A-Z][\w’-]+(?: {BODY_WORD}){{0,7}} Act(?: of {_YEAR_OF_ACT})?(?: §+ ?\d+\w?)?)"
    rf"(?=[,.] (?:{_YEAR_OF_ACT}|\d{{1,3}} [A-Z]|Pub\b|In: |[Vv]ol\b)| \({_YEAR_OF_ACT}\)|\.?$)"
)
_BEHIND_PAPER = (
    rf" \(|, \d+ [A-Z]|, (?:[Vv]ol|(?<!\d){YEAR}(?!, “)|no date|p\.|at \d|[A-Z]\.[A-Z])"
    r"|[\[”》]|\. In: |, ,|, “"
)
_LEGAL = re.compile(rf"\W{{0,2}}(?P<name>(?:{_PAPER})(?:(?!{_BEHIND_PAPER}).)+)")
_SIDE = r"[A-Z][^,;:“”()\[\d]{1,60}"
_SIDES = re.compile(
    rf"\W{{0,2}}(?:[Ss]ee )?(?P<name>(?=[^,]{{0,60}}?\w{{3}}[^,]{{0,40}} v\.? ){_SIDE} v\.? {_SIDE})(?=[,(\[])"
)


def mended(text: str, found: list[Span]) -> list[Span]:
    """The parts of a citation, in their order; before a code of GB/T 7714 the grammar knows them.

    >>> text = "中华人民共和国国务院：《海洋》"
    >>> mended(text, [Span("A", 0, 5), Span("A", 6, 10), Span("T", 12, 14)])[0]
    Span(label='A', start=0, end=10)
    """
    for step in (
        _no_doi,
        _no_country,
        _no_original,
        in_state,
        _from_begin,
        _whole_names,
        _within_marks,
        _no_edition,
        _marked,
        _suit,
        _not_within,
        of_meeting,
        _paged,
        _numbers,
    ):
        found = step(text, found)
    return found if is_gbt(text) else hosted(text, titled(text, dated(text, stopped(text, found))))


def _whole_names(text: str, found: list[Span]) -> list[Span]:
    """A name with a small word in it is one: KS in NJ, 中华人民共|和|国国务院."""
    return joined(found, lambda one, other: one.label == "A" and _is_one_name(text, one, other))


def _is_one_name(text: str, one: Span, other: Span) -> bool:
    if text[one.end : other.start] == ", " and text.startswith((", “", ', "'), other.end):
        # U.S. House of Representatives, Committee on Ports, “…”
        return is_chamber(text[other.start : other.end]) and has_body_word(text[one.start : one.end])
    if other.label != "A":
        return False
    if _SMALL.fullmatch(text, one.end, other.start) or _JUNIOR.fullmatch(text, one.end, other.end):
        return True
    if text[one.end : other.start] == "." and text[one.end - 2 : one.end - 1].isspace():
        # Kurt M.Campbell
        return True
    ends = [bool(ZH_BODY.search(text[span.start : span.end])) for span in (one, other)]
    # 运输|及|物流局, 运输及|物流局
    between = one.end - (one.end == other.start)
    return bool(_PART_OF_BODY.fullmatch(text, between, other.start)) and ends == [False, True]


def _marked(text: str, found: list[Span]) -> list[Span]:
    """What stands in the first marks of a title is the title, if no title is in marks: 《读家书，想傅雷》."""
    if is_stopped(text) or any(text[max(span.start - 1, 0)] in _OPENING for span in found if span.label == "T"):
        return found
    title = next((title for title in titles(text) if title.text.strip() and not _is_inner(text, title.start)), None)
    told = next((span for span in found if span.label == "T"), None)
    if title is None or (title.mark == "“" and (told is None or told.start < title.end)):
        return found
    host = [told._replace(label="C")] if told and title.mark == "“" and all(span.label != "C" for span in found) else []
    around = [span for span in found if span.label != "T" and (span.end <= title.start or span.start >= title.end)]
    return sorted([*around, Span("T", title.start + 1, title.end - 1), *host], key=lambda span: span.start)


def _no_doi(text: str, found: list[Span]) -> list[Span]:
    """No part stands in a DOI: ``10.14111/j.cnki.zgfx.1993``."""
    dois = [match.span() for match in _DOI.finditer(text)]
    return [span for span in found if not any(start <= span.start < end for start, end in dois)] if dois else found


def _no_country(text: str, found: list[Span]) -> list[Span]:
    """No part stands in the bracket that names an author's country or dynasty: ``[新加坡]马凯硕``, ``（清）顾炎武``."""
    country = _COUNTRY.match(text)
    if country is None:
        return found
    behind = [span for span in found if span.end > country.end()]
    return [span._replace(start=max(span.start, country.end())) for span in behind]


def _no_original(text: str, found: list[Span]) -> list[Span]:
    """A name in brackets behind an author's is the same in the original: ``保罗·肯尼迪（Paul Kennedy）``; and a book is
    in Chinese, not held by it."""
    return [span for span in found if not (_is_original(text, span) or _is_language(text, span))]


def _is_original(text: str, span: Span) -> bool:
    within = span.label == "A" and text[span.start - 1 : span.start] in ("（", "(") and span.start > 1
    return bool(within and _CJK.match(text, span.start - 2) and not _CJK.match(text, span.start))


def _is_language(text: str, span: Span) -> bool:
    return span.label == "C" and bool(_LANGUAGE.fullmatch(text, max(span.start - 3, 0), span.end))


def _not_within(text: str, found: list[Span]) -> list[Span]:
    """A book that names no editor is no chapter of what follows ``in``: ``Power, and Transition in East Asia``; nor is
    any work where no sign stands before ``in``, but of a dictionary or a reporter of courts."""
    labels = [span.label for span in found]
    if {"E", "V", "I"} & set(labels):
        return found
    for at, (title, host) in enumerate(pairwise(found)):
        within = (title.label, host.label) == ("T", "C") and bool(_IN.fullmatch(text, title.end, host.start))
        within = within and ("L" in labels or bool(_IN_TITLE.match(text, host.start, host.end)))
        if within and not has_marks(text, title.start, host.end + 1) and not _EDITED.search(text, title.end):
            return [*found[:at], title._replace(end=host.end), *found[at + 2 :]]
    return found


def _numbers(text: str, found: list[Span]) -> list[Span]:
    """A clock's hour and the day of a month are no number of an issue, and what follows ``vol.`` is no year: ``Treaty
    Series, vol. 1833``."""
    told = (span for span in found if not _is_other_number(text, span))
    return [_year(text, span) if span.label == "D" else span for span in told]


def _year(text: str, date: Span) -> Span:
    """A date with the year that it goes on from, ``2002–2008``; or what it is instead, the number of a volume."""
    first = _FIRST_YEAR.search(text, max(date.start - 6, 0), date.start)
    date = date._replace(start=first.start("year")) if first else date
    return date._replace(label="V") if _VOLUME_SIGN.search(text, max(date.start - 8, 0), date.start) else date


def _paged(text: str, found: list[Span]) -> list[Span]:
    """The pages of an article that goes on at the end of the issue, in one: ``2023(8): 4-29+155``."""
    pages = _PAGE_LIST.search(text)
    if pages is None:
        return found
    start, end = pages.span("pages")
    around = [span for span in found if span.end <= start or span.start >= end]
    return sorted([*around, Span("G", start, end)], key=lambda span: span.start)


def _is_other_number(text: str, span: Span) -> bool:
    """Whether a part is a month and a day, and no date of the work, or no number of a volume, an issue or a page."""
    if span.label != "D" and _DAY.fullmatch(text, *span[1:]):
        return True  # 民國113年|10月9日: a month and a day hold nothing
    if span.label not in "VIG":
        return False
    at = span.start
    if _CLOCK.match(text, at) or _PARAGRAPH.search(text, max(at - 8, 0), at):
        return True
    return bool(_MONTH_BEFORE.search(text, max(at - 11, 0), at) and _YEAR_AFTER.match(text, span.end))


def _is_inner(text: str, at: int) -> bool:
    """Whether marks stand in the midst of words: 关于适用〈诉讼法〉的解释."""
    return at > 0 and text[at - 1].isalnum() and text[at] != "《"


def _from_begin(text: str, found: list[Span]) -> list[Span]:
    """The first author with what a small word had cut off before it: 高|等|教育文献保障系统, KS in NJ."""
    first = next((span for span in found if span.label == "A"), None)
    if first is None:
        return found
    lost = _CUT_OFF.match(text) if text.startswith(("：", "．"), first.end) else None
    if _BEGIN.fullmatch(text, 0, first.start) or (lost and lost.end() == first.start):
        return [first._replace(start=0), *(span for span in found if span.start >= first.end)]
    return found


def _within_marks(text: str, found: list[Span]) -> list[Span]:
    """What begins in marks ends with them: of a title taken for longer the rest is what issued it, 《卷宗》国家档案馆;
    of what follows, and was taken for the end of it, the rest remains: “From This Article, I Know” The Post."""
    for at, span in enumerate(found):
        end = _closed(text, span) if span.label in "TC" else -1
        if 0 <= end < span.end:
            issued = span.label == "T" and text[span.start - 1] == "《" and all(other.label != "P" for other in found)
            rest = [Span("P", end + 1, span.end)] if issued else []
            return [*found[:at], span._replace(end=end), *rest, *found[at + 1 :]]
        behind = found[at + 1] if at + 1 < len(found) else span
        if span.end <= behind.start < end < behind.end:
            start = behind.end - len(text[end + 1 : behind.end].lstrip(" ,，"))
            return [*found[:at], span._replace(end=end), behind._replace(start=start), *found[at + 2 :]]
    return found


def _no_edition(text: str, found: list[Span]) -> list[Span]:
    """Who issued a book stands behind its title and its edition: ``《家书》增补本，三联书店``."""
    parts = []
    for span in found:
        before = _BEFORE_HOUSE.match(text, *span[1:]) if span.label == "P" else None
        if before is None:
            parts.append(span)
        elif before.end() < span.end:
            parts.append(span._replace(start=before.end()))
    return parts


def _closed(text: str, span: Span) -> int:
    """Where the marks close that open right before a part; none where marks of the kind are in it."""
    opening = text[max(span.start - 1, 0)]
    if opening != "《" and text.rfind("《", 0, span.start) > text.rfind("》", 0, span.start):
        # 《“天下”概念与世界制度》
        return -1
    end = text.find(_CLOSING[opening], span.start, span.start + LONGEST_TITLE) if opening in _CLOSING else -1
    return -1 if end >= 0 and opening in text[span.start : end] else end


def _suit(text: str, found: list[Span]) -> list[Span]:
    """A case is named by its sides, a paper of Congress by its number: ``Lowe R. S. v. State``, ``S. Res. 438``."""
    named = _SIDES.match(text) or _LEGAL.match(text) or _ACT.match(text)
    if named is None:
        return found
    end = named.start("name") + len(named["name"].rstrip(" ,."))
    rest = [span for span in found if span.start >= end and not _is_of_paper(text, found, span)]
    if text.startswith((", “", ",“"), end):
        # Executive Order 14257 of April 2, 2025, “…”: the number stands before the title
        return rest
    return [Span("T", named.start("name"), end), *rest]


def _is_of_paper(text: str, found: list[Span], span: Span) -> bool:
    """Whether what stands behind the name of a paper is no part: nobody wrote it, what nobody issued has no place, and
    ``at`` leads to a page: ``S. Rep. No. 107-351, at 3 (2002) (Comm. Rep.)``."""
    placed = any(one.label == "P" for one in found)
    page = span.label in "VI" and text.endswith(" at ", 0, span.start)
    return page or span.label in ("A" if placed else "AL")

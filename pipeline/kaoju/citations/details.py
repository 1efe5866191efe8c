"""The parts of a citation that say themselves what they are: edition, series and number, DOI, ISBN, shelf mark."""

from __future__ import annotations

import re
from typing import NamedTuple

from kaoju.citations.plain import bare

# 增补本, 影印本: how a book is printed again
REVISED = "增补|增補|增订|增訂|修订|修訂|影印|点校|點校"
_EDITION = re.compile(
    r"第(?:\d{1,2}|[二三四五六七八九十]{1,2})版(?=[）)，,。.．：:；;\s]|$)"
    r"|(?:修订|增订|增補|修訂|增訂|增补|校订|影印)[版本]"
    r"|\b(?:\d{1,2}(?:st|nd|rd|th|d)|second|third|fourth|fifth|sixth|new|revised|rev\.|updated|expanded|enlarged)"
    r"(?: (?:and|&)? ?(?:rev\.|revised|updated|expanded|enlarged))? ed(?:ition\b|n\b|\.)",
    re.IGNORECASE,
)
# NBER Working Paper No. 12, CBO Pub. No. 4567, CRS Report RL33740
_KIND = (
    "(?:Papers?|Reports?|Briefs?|Memos?|Memorand(?:um|a)|Pub(?:lication|\\.)|Bulletin|Studies|Analys[ie]s|"
    "Monographs?|Series)"
)
_SERIES = re.compile(
    rf"(?P<series>(?:[A-Z][\w&.’'-]*,? ){{0,4}}{_KIND})(?: Series)?,? ?(?:[Nn]os?\.?|[Nn]umber|#|№)?\s?"
    r"(?P<number>(?<=[.# №\s])(?!(?:1[89]|20)\d\d\b)(?:[A-Z]{1,5}[ /-]?)?\d[\w./-]*\b)"
)
_SERIES_ZH = re.compile(
    r"(?P<series>[\u3400-\u9fff]{0,12}(?:工作论文|研究报告|讨论稿|讨论文件))(?:系列)?，?"
    r"(?:第|No\.? ?)(?P<number>[\w-]+)[号號]?"
)
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>“”，。；、（）\ue000-\ue00f]+[^\s\"<>“”，。；、（）.,;\]\ue000-\ue00f]")
_ISBN = re.compile(r"ISBN(?:-1[03])?[:： ]{0,2}(?P<isbn>\d[\d -]{8,15}[\dXx])")
_SHELF = re.compile(
    r"(?:档案?号|檔案?號|典藏[号號]|全宗[号號]?|卷宗[号號]|馆藏号|館藏號|卷号|卷號)"
    r"[：: ]{0,2}(?P<mark>[\w./—–-]*\d[\w./—–-]*)"
    r"|(?P<rg>\b(?:RG|Record Group) ?\d{1,3}(?:, (?!National)[^,;。]{1,40}?\d[^,;。]{0,20})*)"
    r"|\b(?P<fo>(?:FO|CO|CAB|PREM|WO|DEFE|FCO|T) \d{1,4}/\d{1,5}(?:/\d{1,5})?)"
)
_BARE_SHELF = re.compile(
    r"(?:档案馆?|檔案館?)[^，,。；;]{0,6}[，,：: ]{1,2}(?P<mark>\d{2,6}[-—–]\d{3,6}(?:[-—–]\d{1,5}){0,3})"
)
_ARCHIVE = re.compile(
    r"(?P<zh>(?:[\u3400-\u9fff]{2,16}(?:档案馆|檔案館|史馆|史館)|[\u3400-\u9fff]{2,6}部(?:档案|檔案)))"
    r"|(?P<en>(?:The |U\.S\. |British )?National Archives(?: and Records Administration| of [A-Z]\w+)?|NARA\b"
    r"|(?:[A-Z][\w.]*,? ){1,4}(?:Presidential )?Library(?= *[,(.]))"
)


class Details(NamedTuple):
    """What stands in a citation beside its title, as printed: CSL's ``edition``, ``collection-title``, ``number``,
    ``DOI``, ``ISBN``, ``archive`` and ``archive_location``."""

    edition: str | None = None
    series: str | None = None
    number: str | None = None
    doi: str | None = None
    isbn: str | None = None
    archive: str | None = None
    archive_location: str | None = None


def read_details(text: str, addresses: tuple[str, ...] = ()) -> Details:
    """The details of a citation, those in its addresses (a DOI) too.

    >>> read_details("Ana Prado, “Rain,” NBER Working Paper No. 24781, 2018.")[1:3]
    ('NBER Working Paper', '24781')
    """
    series = _SERIES.search(text) or _SERIES_ZH.search(text)
    edition, isbn = _EDITION.search(text), _ISBN.search(text)
    archive, location = _archived(text)
    return Details(
        edition=edition.group() if edition else None,
        series=bare(series["series"]).lstrip(", ") if series else None,
        number=series["number"] if series else None,
        doi=next((match.group() for one in (text, *addresses) if (match := _DOI.search(one))), None),
        isbn=isbn["isbn"].strip() if isbn else None,
        archive=archive,
        archive_location=location,
    )


def _archived(text: str) -> tuple[str | None, str | None]:
    """The archive that a paper is kept in, and its shelf mark there; both or a mark alone."""
    shelf = _SHELF.search(text) or _BARE_SHELF.search(text)
    if shelf is None:
        return None, None
    archive = _ARCHIVE.search(text)
    mark = next(filter(None, shelf.groups())).strip()
    return (next(filter(None, archive.groups())) if archive else None), mark

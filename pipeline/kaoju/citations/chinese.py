"""Citations in the Chinese manner: ``作者：《题名》，载《刊名》2022年第4期，第18—37页。``"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from kaoju.citations import kinds
from kaoju.citations.citation import Citation
from kaoju.citations.dates import YEAR, find_date
from kaoju.citations.names import BODY_OF, is_body, split_authors
from kaoju.citations.plain import ADDRESS, bare

# marks that are further apart are no pair
LONGEST_TITLE = 400
# the marks of titles and of words in quotes
CLOSING = {"《": "》", "〈": "〉", "“": "”", "「": "」", "『": "』"}
_ISSUE = re.compile(r"(?:第|总第)\s*(?P<issue>(?:(?!卷)[\w—–\-/、（）]){1,12}?)\s*(?:期|號|号)")
_VOLUME = re.compile(
    r"第\s*(?P<volume>[\d一二三四五六七八九十百]+)\s*卷|[Vv]ol\.?\s*(?P<vol>\d+)"
    r"|卷\s*(?P<juan>\d+)|第(?P<ce>[\d一二三四五六七八九十]+)[册冊]"
)
_NUMBER = r"[A-Za-z]?[\divxlcIVXLC]{1,9}(?:\.\d{1,4})?"
_PAGES = re.compile(
    rf"(?P<sheet>第\s*{_NUMBER}\s*[张張]\s*第\s*{_NUMBER}\s*版)"
    rf"|第\s*(?P<pages>{_NUMBER}(?:\s*[—–\-~～至、，,]{{1,3}}\s*{_NUMBER}){{0,20}})\s*[页頁]"
    rf"|[页頁]\s*(?P<after>{_NUMBER}(?:\s*[—–\-~～、]{{1,3}}\s*{_NUMBER}){{0,20}})"
    rf"|第?\s*(?P<section>[A-Z]?\d{{1,4}}(?:[—–\-、]\d{{1,4}}){{0,20}})\s*版(?![次本社])|版\s*(?P<ban>[A-Z]?\d+)"
    rf"|\bpp?\.\s*(?P<pp>{_NUMBER}(?:\s*[–—-]\s*{_NUMBER})?)"
)
_IMPRINT = re.compile(
    r"(?:[，,）)（(]|^)\s*"
    r"(?:(?P<place>[\u3400-\u9fff\uac00-\ud7af]{2,8}(?:[、/][\u3400-\u9fff]{2,8})?"
    r"|[A-Z][A-Za-z.&, ]{1,40})\s*[：:]\s*)?"
    r"(?P<publisher>[^，,：:；;。（）()《》]{2,40}?)\s*[，,、]?\s*"
    rf"(?P<year>(?:{YEAR}|(?:民國|民国)\s*(?:\d+|[一二三四五六七八九十]{{1,4}}))\s*年(?:\s*\d{{1,2}}\s*月)?|{YEAR}(?=[，,）)。]|$))"
)
_PRESS = re.compile(
    r"出版|[书書][局店社院籍房屋]|印[书書][馆館]|[图圖][书書]|大[学學]|文化|报社|三联|译林"
    r"|印刷|新聞社|書房|출판|대학교|(?:堂|舎|社|馆|局|中心|公司|研究院|研究所|联合国|会|部)$"
)
_LATIN_HOUSE = re.compile(r"[A-Z][A-Za-z&’'. -]{1,60}")
_SITE_PART = re.compile(
    r"[，,]\s*(?:[载載][于於]?)?(?P<site>[^，,。；;《》“”：:]{1,20}?(?:网站|網站|官网|官網|网|網|报|報|公众号|社))\s*(?=[，,。；;（(]|$)"
)
_PIECE = re.compile("前引文|前揭文|上引文|前揭註|同前註")
_TRANSLATED = re.compile(
    r"(?<=[著编編撰])[，,、]\s?[^《》：:]{2,40}(?:[译譯]|[集校笺音疏][释注证]|点校|點校)[：:，,]?\s*$"
)


class Title(NamedTuple):
    """A title within its marks, and where it stands."""

    start: int
    end: int
    text: str
    mark: str


def titles(text: str) -> list[Title]:
    """The titles of a citation, those within others and within the names of bodies left out."""
    found: list[Title] = []
    at = 0
    while at < len(text):
        closing = CLOSING.get(text[at])
        end = closed(text, at, closing) if closing else -1
        if end < 0:
            at += 1
            continue
        if not BODY_OF.match(text, end):
            found.append(Title(at, end + 1, text[at + 1 : end], text[at]))
        at = end + 1
    return found


def closed(text: str, at: int, closing: str) -> int:
    """Where the mark closes that opens at a place, those of its kind within it passed; -1 where none does.

    >>> closed("《读《红楼》》", 0, "》")
    6
    """
    depth = 0
    for place in range(at, min(len(text), at + LONGEST_TITLE)):
        depth += (text[place] == text[at]) - (text[place] == closing)
        if depth == 0:
            return place
    return -1


def read_chinese(text: str) -> Citation:
    """A citation with Chinese marks of titles, its address and date of access taken out before."""
    marked = [title for title in titles(text) if title.text.strip()]
    if not marked:
        return _without_marks(text)
    title = marked[0]
    host = next((one for one in marked[1:] if _leads_to(text, title, one)), None)
    after = text[(host or title).end :]
    between = text[title.end : host.start] if host else ""
    date = find_date(after) or find_date(between)
    imprint = _imprint(after)
    container = bare(host.text) if host else _site(after)
    volume, issue = _VOLUME.search(after), _ISSUE.search(after)
    citation = Citation(
        authors=split_authors(_TRANSLATED.sub("", text[: title.start])),
        title=bare(title.text),
        container=container,
        date=date[2] if date else None,
        volume=next(filter(None, volume.groups()), None) if volume and (issue or not imprint) else None,
        issue=issue["issue"].strip() if issue else None,
        pages=_pages(after),
        publisher=imprint["publisher"] if imprint else None,
        place=imprint["place"] if imprint else None,
    )
    return _typed(citation, text, title, ADDRESS in text)


def _leads_to(text: str, title: Title, host: Title) -> bool:
    """Whether what stands between two titles makes the second the first's container."""
    between = text[title.end : host.start]
    if host.mark in "“「" and title.mark == "《":
        return False
    return len(between) < 60 and "。" not in between


def _site(after: str) -> str | None:
    match = _SITE_PART.match(after) or _SITE_PART.search(after[:60])
    return (
        bare(match["site"])
        if (match and not _PRESS.search(match["site"]))
        or (match and match["site"].endswith(("网", "網", "网站", "網站")))
        else None
    )


def _imprint(after: str) -> dict[str, str | None] | None:
    for match in _IMPRINT.finditer(after):
        publisher = bare(match["publisher"])
        if _PRESS.search(publisher) and not re.search(r"第\s*\d+\s*期|网站?$|網站?$", publisher):
            return {"publisher": re.sub(r"^.*[：:]", "", publisher), "place": match["place"]}
        if _LATIN_HOUSE.fullmatch(publisher) and not kinds.is_newspaper(publisher):
            return {"publisher": publisher, "place": match["place"]}
        if match["place"] and not re.search(r"[第期卷]", publisher):
            return {"publisher": publisher, "place": match["place"]}
    return None


def _pages(after: str) -> str | None:
    found = list(_PAGES.finditer(after))
    # 第7版 of a book is its edition
    match = next((one for one in found if not one["section"]), found[0] if found else None)
    return re.sub(r"\s", "", next(filter(None, match.groups()))) if match else None


def _typed(citation: Citation, text: str, title: Title, online: bool) -> Citation:
    return replace(citation, type=_kind(citation, text, title, online))


def _kind(citation: Citation, text: str, title: Title, online: bool) -> str:
    container, date = citation.container, citation.date or ""
    if kinds.is_thesis(text[title.end :]):
        return "thesis"
    if container is None:
        return _kind_alone(citation, date, text, title, online)
    edited = re.search(
        r"编[：:，,]?\s?$|編[：:，,]?\s?$", text[title.end : text.find(container, title.end)].rstrip("《〈")
    )
    if (citation.publisher or edited) and not citation.issue:
        return "chapter"
    if kinds.is_site(container) and not citation.issue:
        return "webpage"
    if citation.issue or citation.volume:
        return "article-journal"
    if kinds.is_newspaper(container) or len(date) == 10:
        return "article-newspaper"
    return "article-journal"


def _kind_alone(citation: Citation, date: str, text: str, title: Title, online: bool) -> str:
    if not (citation.publisher or citation.authors or date or online) and kinds.is_law(citation.title or ""):
        return "legislation"
    if citation.publisher or not (date or online):
        return "article-journal" if _PIECE.search(text) else "book"
    if kinds.is_law(citation.title or ""):
        return "legislation"
    if title.mark == "《" and kinds.is_report(citation.title or "") and citation.authors:
        return "report"
    if title.mark in "“〈「" or (online and len(date) == 10):
        return "webpage"
    if len(date) >= 7 or any(is_body(author) for author in citation.authors):
        return "report" if not online or len(date) == 7 or citation.pages else "webpage"
    return "webpage" if online else "book"


def _without_marks(text: str) -> Citation:
    """A citation without any mark of a title: what stands before the first comma, and its date."""
    date = find_date(text)
    head = re.split(r"[，,。．]", text)[0]
    author, _, title = head.partition("：")
    return Citation(
        type="webpage" if ADDRESS in text else "document",
        authors=split_authors(author) if title else (),
        title=bare(title or author) or None,
        date=date[2] if date else None,
        pages=_pages(text),
    )

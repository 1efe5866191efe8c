"""Official papers as lawyers cite them: registers and law reviews by volume and page, orders, hearings, and the symbols
that resolutions and reports bear."""

from __future__ import annotations

import re
from dataclasses import replace

from kaoju.citations.citation import Citation
from kaoju.citations.dates import read_date

_REGISTER = r"Fed\. ?Reg\.|F\.R\.|Stat\.|U\.N\.T\.S\.|I\.L\.M\."
_NAME = r"[A-Z][\w.’'&]*(?: (?:[A-Z&][\w.’'&]*|of|and|on|the|for|in)){0,8}"
_PAGE = r"\d{1,3},\d{3}(?!\d)|\d{1,6}"
# 107 Cal. L. Rev. 583, 590 (2019); 84 Fed. Reg. 22,961 (May 21, 2019); 85 Fed. Reg. 73185
_PRINTED = re.compile(
    rf"(?:^|[,.”:)] ?)(?P<volume>\d{{1,4}}) (?:(?P<register>{_REGISTER})|(?P<review>{_NAME}))"
    rf" (?P<pages>(?:{_PAGE})(?:, (?:at )?(?:{_PAGE})(?:[-–]\d+)?)?)"
    r"(?: \((?P<date>[^()]{0,20}\b(?:1[5-9]|20)\d\d)\)|(?(register)(?=[,.;]|\s?$|\s?\(|\s)|(?!)))"
)
# an order or a bill, named before the title that stands in quotes or alone
_ACT = r"(?:Exec(?:\.|utive) Order|Proclamation|Presidential Determination|Pub(?:\.|lic) L(?:\.|aw)|H\.R\.|S\.)"
_NUMBERED = re.compile(rf"{_ACT} (?:No\. ?)?\d|\d+$|(?:{_REGISTER.replace('.', '.?')})$")
# S/RES/2270, WT/DS543/R, GAO-21-270, RR-1140-A
_SYMBOL = re.compile(
    r",? [(]?(?P<number>(?:[A-Z]{1,6}/)+[\w./-]*\d[\w./-]*(?:\(\d{4}\))?(?:/[A-Z]+)?"
    r"|[A-Z]{2,4}-(?:\d\d-)?\d{3,5}(?:-[A-Z]{1,2})?)[)]?$"
)
_HEARING = re.compile(r"\bHearings?\b(?: [Bb]efore\b|,)[^;]*\b\d{2,3}(?:st|nd|rd|th|d) Cong")
_SESSION = re.compile(r", \d{2,3}(?:st|nd|rd|th|d) Cong\b.*$")
_CHAMBERS = re.compile(
    r"(?:(?:(?:U\.S\. )?Congress|Senate|House(?: of Representatives)?|(?:Sub)?[Cc]ommittee on [^,:]{3,60}), )+(?=[A-Z])"
)
# at 112: where lawyers cite a page
_AT = re.compile(r",? at (?P<pages>\d{1,5}(?:[-–]\d{1,5})?)(?=[ ,.;]|$)")


def official(text: str, citation: Citation) -> Citation:
    """A citation of an official paper with what holds it, its page and its symbol.

    >>> cite = official("Entity List, 84 Fed. Reg. 22,961 (May 21, 2019).", Citation(title="Entity List"))
    >>> cite.type, cite.container, cite.volume, cite.pages, cite.date
    ('legislation', 'Fed. Reg.', '84', '22,961', '2019-05-21')
    """
    for step in (_printed, _ordered, _heard, _marked):
        citation = step(text, citation)
    return citation


def _printed(text: str, citation: Citation) -> Citation:
    match = _PRINTED.search(text) if text.isascii() or re.search(r"\d [A-Z]", text) else None
    if match is None or not citation.title:
        return citation
    date = read_date(match["date"]) if match["date"] else citation.date
    title = citation.title.partition(match.group().lstrip(",.”:) "))[0].rstrip(" ,.") or citation.title
    return replace(
        citation,
        type="legislation" if match["register"] else citation.type,
        title=title,
        container=match["register"] or match["review"],
        volume=match["volume"],
        issue=None,
        pages=match["pages"],
        date=date,
    )


def _ordered(text: str, citation: Citation) -> Citation:
    """A citation without what is no author: the number of an order or a bill before the title."""
    authors = tuple(author for author in citation.authors if not _NUMBERED.match(author))
    if authors == citation.authors:
        return citation
    ordered = any(re.match(_ACT, author) for author in citation.authors)
    return replace(citation, authors=authors, type="legislation" if ordered else citation.type)


def _heard(text: str, citation: Citation) -> Citation:
    """A hearing of Congress, by its title and the committee that held it."""
    title = citation.title or ""
    chambers = _CHAMBERS.match(title)
    if chambers and citation.authors:
        body = ", ".join((*citation.authors, chambers.group().rstrip(", ")))
        citation = replace(citation, authors=(body,), title=title[chambers.end() :])
    if not _HEARING.search(text):
        return citation
    container = citation.container
    held = container and re.match(r"Hearings?\b", container)
    return replace(
        citation,
        type="hearing",
        title=_SESSION.sub("", citation.title or "") or None,
        container=None if held else container,
    )


def _marked(text: str, citation: Citation) -> Citation:
    """A title without the symbol behind it, and a page that lawyers cite."""
    symbol = _SYMBOL.search(citation.title or "")
    if symbol and symbol.start():
        title = (citation.title or "")[: symbol.start()]
        citation = replace(citation, title=title, number=citation.number or symbol["number"])
    at = _AT.search(text) if not citation.pages else None
    if at:
        title = _AT.sub("", citation.title or "") or None
        return replace(citation, pages=at["pages"], title=title)
    return citation

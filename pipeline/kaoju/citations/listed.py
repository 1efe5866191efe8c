"""References as lists at the end of an article print them: ``Author, A. B. (1999). Title. Journal, 12(3), 45–67.``

The forms are those of the APA and of Chicago's author and date; both part their elements by stops.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from kaoju.citations import kinds
from kaoju.citations.citation import Citation
from kaoju.citations.dates import YEAR, find_date, read_date
from kaoju.citations.names import has_body_word, split_authors
from kaoju.citations.plain import ADDRESS, ITALIC, bare

_MONTH = r"(?:, [A-Z][a-z]{2,8}(?: \d{1,2})?)?"
# Solon, G. (1999).   Lee, L. L., and R. E. Marsh. 1990.
_DATED = re.compile(
    rf"^(?P<authors>[^\d“”\"{ITALIC}]{{2,400}}?)"
    rf"(?:,?\s*\((?P<date>{YEAR}[a-z]?{_MONTH})\)[.,:]?|[.,]\s+(?P<year>{YEAR})[a-z]?[.:])\s+(?=\S)"
)
_NUMBER = re.compile(r"^\s*(?:[\[(]\d{1,3}[\])]|\d{1,3}\.?)\s+(?=[A-Z])")
_NAME_WORD = re.compile(
    r"[^\W\d_a-z][\w’'.-]*|(?:and|et|al|of|the|for|on|in|de|la|le|du|van|von|der|den|di|da|del|bin|eds?|y|und|&)\.?"
)
_LETTER_STOP = re.compile(
    r"(?:\b[A-Z]|\b(?:et al|eds?|vs?|no|vol|pp?|st|dr|jr|mrs?|res|rep|cong|rec|art|para|amend|const|exec|u\.[sn]))$",
    re.IGNORECASE,
)
_STOP = re.compile(rf"[.?!][”\"]?\s+(?=[A-Z“{ITALIC}\d(]|in\b)")
_WITHIN = re.compile(r"^in:?\s+(?=\S)", re.IGNORECASE)
_EDITORS = re.compile(r"^[^“”]{2,200}?,?\s*\(?\b(?:eds?|editors?|hrsg)\b\.?\)?[.,:]?\s+", re.IGNORECASE)
_BOOK_END = re.compile(
    r",?\s+(?:pages?|pp?\.|vol(?:ume|\.)|edited|translated|eds?\.)\s|,\s*\d|\s*\(|\.\s|[.,]?$", re.IGNORECASE
)
_JOURNAL = re.compile(
    r"^(?P<name>[^\d()]{2,150}?)[.,]?\s*(?=[A-Z]?\d|\(|\bvol(?:ume)?\b|\bv\.|\bn(?:o|r|°)\b|\bpp?\.|\bpages\b|$|:)",
    re.IGNORECASE,
)
_SERIAL = re.compile(
    r"\W*(?:vol(?:ume)?\.?|v\.)?\s*(?P<volume>[A-Z]?\d{1,4})(?![\d–—-])"
    r"(?:,?\s*(?:\(\s*|no\.?\s*|n[.°]\s*|nr\.?\s*)(?P<issue>\d[\w–/-]{0,10})\)?)?",
    re.IGNORECASE,
)
_PAGE = r"[A-Za-z]?\d{1,6}"
# in this order: pages that say so, a range, a last number
_PAGES = (
    re.compile(rf"\b(?:pp?\.|pages?|S\.)\s*(?P<pages>{_PAGE}(?:\s?[–—-]\s?{_PAGE})?)", re.IGNORECASE),
    re.compile(rf"(?:[:,(]\s*|(?<=[\d)])\s+)(?P<pages>{_PAGE}\s?[–—-]\s?{_PAGE})(?=\W*$|[.,;)])"),
    re.compile(rf"[:,]\s*(?P<pages>{_PAGE})(?=\W*$)"),
)
_IMPRINT = re.compile(
    r"(?:^|[.,)]\s)(?P<place>[A-ZÀ-Ý][^:.()\d]{1,40}(?:\.C\.)?)\s?:\s(?P<publisher>[A-ZÀ-Ý][^:()\d]{2,80}?)(?:[.,]\s*[A-Z\d(].*|\W*)$"
)
_PUBLISHER = re.compile(
    r"(?:^|[.,]\s)(?P<publisher>[A-Z][^:.,()\d]{0,60}\b(?:Press|Publish\w+|Publications|Books|University|Institute|Verlag|Springer|"
    r"Elsevier|Kaufmann|Wiley(?: & Sons)?|Macmillan|Routledge|Brill|Company|House)(?: of [A-Z]\w+)?)"
)


class Head(NamedTuple):
    """Authors, the date after them and what follows."""

    authors: str
    date: str | None
    rest: str


def is_listed(text: str) -> bool:
    """Whether a citation begins with its authors and a year, or with its authors and a stop."""
    return _head(text) is not None


def read_listed(text: str) -> Citation:
    """A citation that begins with its authors and a year, or with its authors and a stop."""
    head = _head(text)
    if head is None:
        return Citation()
    title, rest = _title(head.rest.split(ADDRESS, maxsplit=1)[0])
    dated = None if head.date else find_date(rest)
    if dated:
        rest = rest[: dated[0]].rstrip(" (,") + rest[dated[1] :].lstrip(")")
    citation = replace(
        _host(bare(rest)),
        authors=split_authors(head.authors),
        title=bare(title).rstrip(",") or None,
        date=read_date(head.date) if head.date else dated and dated[2],
    )
    return replace(citation, type=_kind(citation, ADDRESS in text))


# many ask it of one citation
@lru_cache(maxsize=16)
def _head(text: str) -> Head | None:
    text = _NUMBER.sub("", text.strip())
    dated = _DATED.match(text)
    if dated and _are_authors(dated["authors"]):
        return Head(dated["authors"], dated["date"] or dated["year"], text[dated.end() :])
    for stop in _STOP.finditer(text[:400]):
        authors = text[: stop.start()]
        if not _are_authors(authors):
            return None
        after = text[stop.end() :]
        if not _LETTER_STOP.search(authors[-8:]) or _ends_names(authors, after):
            return Head(authors, None, after) if _STOP.search(after) and find_date(after) else None
    return None


def _ends_names(authors: str, after: str) -> bool:
    """Whether a stop after an initial ends the names: ``Wright, A. K. Simple polymorphism``."""
    return bool(re.search(r"(?:, |(?<!\band)(?<!&) )(?:[A-Z][. -]{1,2})*[A-Z]$", authors)) and not re.match(
        r"[A-Z]\.|[A-Z][\w’'-]+(?:,|\. | and | & |、| et al| \(eds?\b| [A-Z][\w’'-]+,)|and\b|&", after
    )


def _are_authors(text: str) -> bool:
    return bool(text) and (_are_names(text) or has_body_word(text)) and "“" not in text and ITALIC not in text


def _are_names(text: str) -> bool:
    return all(_NAME_WORD.fullmatch(word.strip(",;()")) for word in text.split() if word.strip(",;()"))


def _title(text: str) -> tuple[str, str]:
    """The title up to its stop, its closing quote or the italics of what it stands in, and what follows it."""
    quoted = re.match(r"[“\"](?P<text>[^“”\"]+)[”\"]", text)
    if quoted:
        return quoted["text"], text[quoted.end() :]
    for stop in _STOP.finditer(text):
        if not _LETTER_STOP.search(text[: stop.start()][-8:]):
            return text[: stop.start()] + text[stop.start()].strip(". "), text[stop.end() :]
    at = text.find(ITALIC, 1)
    return (text[:at], text[at:]) if at > 0 and text[:at].strip() else (text, "")


def _host(rest: str) -> Citation:
    """Container, volume, pages and imprint from what follows a title."""
    rest = rest.strip(" .,;")
    pages = next(filter(None, (form.search(rest) for form in _PAGES)), None)
    parts = replace(_imprint(rest), pages=pages["pages"] if pages else None)
    within = _WITHIN.match(rest)
    if within:
        return replace(parts, container=_book(rest[within.end() :]))
    journal = _JOURNAL.match(rest)
    if parts.publisher or journal is None or kinds.is_thesis(rest):
        return parts
    serial = _SERIAL.match(rest, journal.end())
    name = bare(journal["name"]) or None
    if serial is None:
        return replace(parts, container=name)
    return replace(parts, container=name, volume=serial["volume"], issue=serial["issue"])


def _book(text: str) -> str | None:
    """The book or the proceedings after ``In``, without its editors."""
    editors = _EDITORS.match(text)
    book = text[editors.end() :] if editors else text
    end = _BOOK_END.search(book)
    return bare(book[: end.start()] if end else book) or None


def _imprint(rest: str) -> Citation:
    told = _IMPRINT.search(rest)
    if told:
        return Citation(place=bare(told["place"]), publisher=bare(told["publisher"]))
    house = _PUBLISHER.search(rest)
    return Citation(publisher=bare(house["publisher"])) if house else Citation()


def _kind(citation: Citation, online: bool) -> str:
    if citation.volume or citation.issue:
        return "article-journal"
    if citation.container:
        return "chapter" if citation.publisher else "article-journal"
    return "webpage" if online and not citation.publisher else "book"

"""References as lists at the end of an article print them: ``Author, A. B. (1999). Title. Journal, 12(3), 45–67.``

The forms are those of the APA and of Chicago's author and date; both part their elements by stops.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from kaoju.citations.citation import Citation
from kaoju.citations.dates import find_date, read_date
from kaoju.citations.names import has_body_word, split_authors
from kaoju.citations.plain import ADDRESS, ITALIC, bare

_YEAR = r"(?:1[5-9]|20)\d\d"
_MONTH = r"(?:, [A-Z][a-z]{2,8}(?: \d{1,2})?)?"
# Solon, G. (1999).   Lee, L. L., and R. E. Marsh. 1990.
_DATED = re.compile(
    rf"^(?P<authors>[^\d“”\"{ITALIC}]{{2,400}}?)"
    rf"(?:[.,]?\s*\((?P<date>{_YEAR}[a-z]?{_MONTH})\)[.,:]?|[.,]\s+(?P<year>{_YEAR})[a-z]?[.:])\s+(?=\S)"
)
_NUMBER = re.compile(r"^\s*(?:[\[(]\d{1,3}[\])]|\d{1,3}\.?)\s+(?=[A-Z])")
_NAME_WORD = re.compile(
    r"[^\W\d_a-z][\w’'.-]*|(?:and|et|al|of|the|for|on|in|de|la|le|du|van|von|der|den|di|da|del|bin|eds?|y|und|&)\.?"
)
_LETTER_STOP = re.compile(r"(?:\b[A-Z]|\b(?:et al|eds?|vs?|no|vol|pp?|st|dr|jr|u\.s))$", re.IGNORECASE)
_STOP = re.compile(rf"[.?!][”\"]?\s+(?=[A-Z“{ITALIC}\d(]|in\b)")
_WITHIN = re.compile(
    r"^In:?\s+(?:(?P<editors>[^()]{2,200}?),?\s*\(?\b[Ee]ds?\b\.?\)?[.,:]?\s+)?(?P<book>.{2,300}?)"
    r"(?=\s*\(|,?\s+(?:vol|pp?)\.|,\s*\d|\.\s|\.?$)",
    re.IGNORECASE,
)
_JOURNAL = re.compile(r"^(?P<name>[^\d()]{2,150}?)[.,]?\s*(?=\d|\(|[Vv]ol\b|[Nn]o\.|$|:)")
_SERIAL = re.compile(r"(?P<volume>\d{1,4})\s*(?:\(\s*(?P<issue>[\w–/-]{1,12})\s*\))?")
_RANGE = r"[A-Za-z]?\d{1,6}(?:\s?[–—-]\s?[A-Za-z]?\d{1,6})?"
_PAGES = re.compile(
    rf"\b(?:pp?\.|pages)\s*(?P<pp>{_RANGE})|[:,(]\s*(?P<pages>{_RANGE})\)?(?:\W*$|[.,](?:\s|$))", re.IGNORECASE
)
_IMPRINT = re.compile(r"(?P<place>[A-Z][^:.()]{1,40})\s*:\s*(?P<publisher>[^:()]{2,80}?)\.?\s*$")
_PUBLISHER = re.compile(
    r"(?P<publisher>[A-Z][^:.,()\d]{2,60}(?:Press|Publish\w+|Books|University|Institute|Verlag))\.?\s*$"
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
        r"[A-Z]\.|[A-Z][\w’'-]+(?:,|\. | and | [A-Z][\w’'-]+,)|and\b|&", after
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
    within = _WITHIN.match(rest)
    pages = _PAGES.search(rest)
    told = (pages["pages"] or pages["pp"]) if pages else None
    imprint = _IMPRINT.search(rest)
    if within:
        return replace(_imprint(imprint), container=bare(within["book"]), pages=told)
    journal = _JOURNAL.match(rest) if not imprint or re.search(r"\d", rest) else None
    if journal is None or (imprint and not re.search(r"\d", rest)):
        return replace(_imprint(imprint), pages=told)
    serial = _SERIAL.search(rest, journal.end())
    if not serial:
        alone = bare(journal["name"])
        return Citation(publisher=alone) if _PUBLISHER.match(alone) else Citation(container=alone or None)
    return Citation(container=bare(journal["name"]), volume=serial["volume"], issue=serial["issue"], pages=told)


def _imprint(match: re.Match[str] | None) -> Citation:
    return Citation(place=bare(match["place"]), publisher=bare(match["publisher"])) if match else Citation()


def _kind(citation: Citation, online: bool) -> str:
    if citation.volume or citation.issue:
        return "article-journal"
    if citation.container:
        return "chapter" if citation.publisher else "article-journal"
    return "webpage" if online and not citation.publisher else "book"

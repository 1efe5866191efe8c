"""Citations in the manner of Chicago's notes: ``Author, “Title,” *Journal*, Vol.18, No.2, 2019, pp.211-236.``"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from kaoju.citations import kinds
from kaoju.citations.citation import Citation
from kaoju.citations.dates import DATE, YEAR, find_date
from kaoju.citations.names import JUNIOR, NAME_WORD, has_body_word, is_body, split_authors, without_lead
from kaoju.citations.plain import ADDRESS, ITALIC, ROMAN, bare, before_open

_QUOTED = re.compile(
    r"“(?P<text>(?:[^“”]|“[^“”]*”)+)”|(?<!\w)\"(?P<straight>[^\"]+)\"(?!\w)"
    r"|(?<!\w)[‘'](?P<single>[^‘’']{8,}(?:[’'](?=\w)[^‘’']*)*)[’'](?=[,.\s])"
)
_ITALIC = re.compile(f"{ITALIC}(?P<text>[^{ITALIC}{ROMAN}]+){ROMAN}")
_ROMAN_OR_DIGIT = r"(?:[A-Za-z]?\d+(?:[–—\-−～~]\d+)?|[ivxlc]+(?:[–—\-−～~][ivxlc]+)?)"
_LIST = rf"(?!{YEAR},){_ROMAN_OR_DIGIT}(?:\s*(?:,|and|&)\s*(?!{YEAR}\b){_ROMAN_OR_DIGIT}(?!\w))*"
_PAGES = re.compile(rf"\b(?:pp?|pgs?|pages?)\.?\s*(?P<pages>{_LIST})(?![\w])", re.IGNORECASE)
_AT = re.compile(
    rf"(?:[)\d]\s*[:,](?:\s*at\b)?|\)\s*)\s*(?P<pages>{_LIST})\s*[.,;]?\s*(?:{ADDRESS}|https?:|doi|$)", re.IGNORECASE
)
_BARE_PAGES = re.compile(r"\s*,\s*(?P<pages>\d{1,4}(?:[–—-]\d{1,4})?)\s*\.?\s*$")
_VOLUME = re.compile(r"\b(?:Vol(?:ume)?\.?|vol(?:ume)?\.?|Band|Bd\.)\s*(?P<volume>[\dIVXLC]+)\b")
_ISSUE = re.compile(r"\b(?:No\.?|no\.?|Nos\.|Issue|issue|iss\.|Number|#|Nr\.)\s*(?P<issue>\d+(?:[–\-/]\d+)?)\b")
_SERIAL = re.compile(
    r"^[,\s]*(?P<volume>\d{1,4})"
    r"(?:\s*\(\s*(?P<issue>\d{1,3}(?:[–\-/]\d+)?)\s*\)|\.(?P<number>\d{1,3})(?=\s*\()|(?=\s*,\s*no\.|\s*\(|\s*:|\s*,\s*\d{4}))",
    re.IGNORECASE,
)
_IMPRINT = re.compile(
    rf"(?:^|[,(.])\s*(?P<place>[A-Z][^:,“”()]{{1,40}}(?:, (?:[A-Z]{{2}}|[A-Z]\.[A-Z]\.|[A-Z][a-z]+\.))?"
    rf"(?: and [A-Z][\w ]+)?)\s*:\s*"
    rf"(?P<publisher>[^,“”(){ADDRESS}]{{2,80}}?(?:, (?:Inc|Ltd|LLC|Co)\.?)?)\s*,\s*(?:{DATE})"
)
_HOUSES = (
    r"Press|Publish\w+|Books|Verlag|Institution|University|House|Company|Sons|"
    r"Routledge|Macmillan|Springer|Wiley|Sage|SAGE|Elsevier|Brill|Norton|Knopf|Penguin|Vintage"
)
_PRESS = re.compile(rf"(?:^|[,(])\s*(?P<publisher>[A-Z][\w&’'. -]*?(?:{_HOUSES}))\s*,\s*(?:{DATE})")
_EDITION = re.compile(
    r",?\s*(?:\d{1,3}(?:st|nd|rd|th)|rev(?:ised)?|second|third|2d|3d)\s+ed(?:ition|\.)"
    r"|,?\s*trans(?:lated)?\.?\s+(?:by\s+)?[A-Z][^,]*|,?\s*(?:edited|ed)\.?\s+by\s+[^,]*",
    re.IGNORECASE,
)
# a journal's name may hold commas where a volume follows: Psychology: Learning, Memory, and Cognition, Vol. 28
_NAME_OF_SERIAL = re.compile(r"(?P<name>[A-Z][^\d“”()]{3,110}?),? (?:[Vv]ol(?:ume)?\.? ?\d|[Nn]o\. ?\d)")
_DATED = re.compile(DATE, re.IGNORECASE)
_NAME = rf"(?:{NAME_WORD} ){{1,4}}[A-ZÀ-Ý][\w’'-]+(?:, Jr)?"
_NAMES = re.compile(rf"(?:and )?{_NAME}(?: and {_NAME})?|eds?\.|et al\.")
_REVIEW = r"(?P<name>[A-Z][^\d“”()§]{2,110}?)(?:,? (?P<page>\d{1,5}))?"
# 29 Midwifery 1122 (2013) and (2013) 29 Midwifery 1122, as law reviews are cited
_LAW_REVIEWS = (
    re.compile(rf"(?:(?<=”)|,)\s(?P<volume>\d{{1,3}})\s{_REVIEW}\s\((?P<year>{YEAR})\)"),
    re.compile(rf",?\s?\((?P<year>{YEAR})\)\s(?P<volume>\d{{1,3}})\s{_REVIEW}(?=[.,;]|\s?$)"),
)
_SERIAL_TAIL = re.compile(
    rf",? (?:vol\.?|no\.?|issue) ?\d[\d–/-]*(?:,? (?:no\.?|issue) ?\d[\d–/-]*)?,? \(?(?:[a-z]+\.? )?{YEAR}"
    rf"|, {YEAR}, (?P<volume>\d{{1,3}}) ?\((?P<issue>\d{{1,3}})\)",
    re.IGNORECASE,
)
# in A. Editor and B. Editor, eds., Book
_IN_EDITED = re.compile(r",? in (?=[A-Z][^,.]{0,30}\.?[^,]{1,40}(?:, [^,]{2,40}){0,4},? \(?eds?\b)")
_LAST_NAME = re.compile(r"\band [A-ZÀ-Ý]|& [A-ZÀ-Ý]|\bet al\b")
_EDS = re.compile(r",?\s*\(?\beds?\.\)?,?", re.IGNORECASE)


# „Die neuen Kriege“
_MARKS = re.compile(r"„([^„“”]{2,300})[“”]")
_AND = re.compile(r"^\W*and (?=[A-ZÀ-Ý])")


class Title(NamedTuple):
    """A title as printed, and where it stands with its marks."""

    start: int
    end: int
    text: str
    quoted: bool


def read_english(text: str) -> Citation:
    """A citation in Latin letters, its address and date of access taken out before."""
    text = _as_serial(_AND.sub("", _MARKS.sub(r"“\1”", without_lead(text))))
    title = _title(text)
    if title is None:
        return _without_marks(text)
    return _read(text, title)


def _as_serial(text: str) -> str:
    """A law review's volume, name, page and year in the order in which other journals are cited."""
    for form in _LAW_REVIEWS:
        match = form.search(text)
        if match:
            page = f", p. {match['page']}" if match["page"] else ""
            serial = f", {match['name']}, Vol. {match['volume']}, {match['year']}{page}"
            return text[: match.start()] + serial + text[match.end() :]
    return text


def _title(text: str) -> Title | None:
    """The first words in quotes, or else in italics."""
    quoted, italic = _QUOTED.search(text), _ITALIC.search(text)
    if quoted and not (italic and italic.end() <= quoted.start() and not _is_lead(text[italic.start() : italic.end()])):
        words = quoted["text"] or quoted["straight"] or quoted["single"]
        return Title(quoted.start(), quoted.end(), words, True)
    return Title(italic.start(), italic.end(), italic["text"], False) if italic else None


def _is_lead(words: str) -> bool:
    """``See`` in italics is no title."""
    return bool(re.fullmatch(r"(?:see(?: also)?|cf\.?|e\.g\.|in|and)", bare(words), re.IGNORECASE))


def _read(text: str, title: Title) -> Citation:
    rest = text[title.end :]
    if not title.quoted:
        rest = _EDITION.sub("", rest, count=2)
    container, after, chapter = _container(rest) if title.quoted else (None, rest, False)
    imprint = _imprint(after)
    date = find_date(re.sub(ADDRESS, " ", after))
    volume, issue = _serial(after)
    chapter = chapter and not (volume and issue)
    words = bare(_outer(title.text))
    citation = Citation(
        authors=split_authors(_EDS.sub("", text[: title.start])),
        title=words or None,
        container=container,
        date=date[2] if date else None,
        volume=volume,
        issue=issue,
        pages=_pages(after),
        publisher=imprint[1],
        place=imprint[0],
    )
    return replace(citation, type=_kind(citation, text, title, chapter))


def _outer(title: str) -> str:
    """A title without the comma that stands inside its quotes."""
    return title.strip().rstrip(",")


def _container(rest: str) -> tuple[str | None, str, bool]:
    """Where an article stands: italics after its title, or the words up to a comma; and whether it is a chapter."""
    head = rest.split(ADDRESS, maxsplit=1)[0]
    within = re.match(r"[,.\s]*\bin\b[:\s]", head, re.IGNORECASE)
    italic = _ITALIC.search(head)
    if italic and (within or not find_date(head[: italic.start()])):
        return bare(italic["text"]) or None, rest[italic.end() :], bool(within)
    if within:
        return _unmarked_book(rest[within.end() :])
    words = head.lstrip(",. ")
    serial = _NAME_OF_SERIAL.match(words)
    if serial:
        return serial["name"], rest[rest.find(serial["name"]) + len(serial["name"]) :], False
    name = re.split(rf",|\(|(?<![A-Z])\.(?=\s|$)|(?<=\w)\s(?=\d)|{ADDRESS}", words)[0].strip()
    if (
        not name
        or _DATED.match(words)
        or _PAGES.match(name)
        or _VOLUME.match(name)
        or not name[0].isupper()
        or len(name) > 90
        or ":" in name
    ):
        return None, rest, False
    return bare(name), rest[rest.find(name) + len(name) :], False


def _unmarked_book(rest: str) -> tuple[str | None, str, bool]:
    """``in A. Editor, ed., Book, Place: Press, 1998``: italics lost."""
    after = re.split(r"\b(?:eds?|Hrsg|Hg)\.\)?,?\s*", rest, maxsplit=1)
    book = after[1] if len(after) == 2 else rest
    name = re.split(r",|\(", book)[0]
    return bare(name) or None, book[len(name) :], True


def _imprint(after: str) -> tuple[str | None, str | None]:
    match = _IMPRINT.search(after)
    if match:
        return bare(match["place"]), bare(match["publisher"])
    match = _PRESS.search(after)
    return (None, bare(match["publisher"])) if match else (None, None)


def _serial(after: str) -> tuple[str | None, str | None]:
    volume, issue = _VOLUME.search(after), _ISSUE.search(after)
    serial = _SERIAL.match(after)
    told = volume["volume"] if volume else (serial["volume"] if serial and int(serial["volume"]) < 1500 else None)
    number = issue["issue"] if issue else (serial["issue"] or serial["number"] if serial else None)
    return told, number


def _pages(after: str) -> str | None:
    words = re.sub(f"[{ITALIC}{ROMAN}]", "", after)
    match = _PAGES.search(after) or _AT.search(words) or _BARE_PAGES.match(words)
    if match is None or re.fullmatch(YEAR, match["pages"]):
        return None
    return match["pages"]


def _kind(citation: Citation, text: str, title: Title, chapter: bool) -> str:
    if kinds.is_thesis(text[title.end :]):
        return "thesis"
    if title.quoted:
        return _kind_of_article(citation, chapter, ADDRESS in text)
    return _kind_of_book(citation, ADDRESS in text)


def _kind_of_article(citation: Citation, chapter: bool, online: bool) -> str:
    container, date = citation.container, citation.date or ""
    if chapter:
        return "chapter"
    if container and not kinds.is_site(container):
        if kinds.is_series(container):
            return "report"
        if citation.volume or citation.issue:
            return "article-journal"
        if kinds.is_newspaper(container) or len(date) == 10:
            return "article-newspaper"
        return "chapter" if citation.publisher else "article-journal"
    if (
        not container
        and kinds.is_speech(citation.title or "")
        and citation.authors
        and not is_body(citation.authors[0])
    ):
        return "speech"
    return "webpage" if date or online else "article-journal"


def _kind_of_book(citation: Citation, online: bool) -> str:
    date = citation.date or ""
    if kinds.is_law(citation.title or "") and not citation.publisher and (date or online):
        return "legislation"
    if not date and not online and not citation.publisher:
        return "report" if any(has_body_word(author) for author in citation.authors) else "book"
    body = bool(citation.authors) and all(is_body(author) for author in citation.authors)
    if body or kinds.is_report(citation.title or "") or (len(date) >= 7 and not citation.place):
        return "report"
    if online and not citation.publisher:
        return "webpage" if len(date) == 10 else "report"
    return "book"


def _without_marks(text: str) -> Citation:
    """Italics lost: author, then the title up to the imprint, the pages or the date."""
    plain = text.split(ADDRESS, maxsplit=1)[0]
    edited = _IN_EDITED.search(plain)
    serial = None if edited else _SERIAL_TAIL.search(plain)
    dated = find_date(plain)
    pieces = _pieces(plain[: edited.start()] if edited else plain, serial)
    container = pieces.pop() if serial and len(pieces) > 1 else None
    if edited:
        container, _, _ = _unmarked_book(plain[edited.end() :])
    place, publisher = _imprint(plain)
    if len(pieces) > 2 and not publisher and not serial and not edited and _is_house(pieces[-1]):
        publisher = pieces.pop()
    named = _authors_end(pieces)
    volume, issue = _serial(plain) if serial else (None, None)
    citation = Citation(
        authors=split_authors(", ".join(pieces[:named])),
        title=bare(", ".join(pieces[named:])) or None,
        container=container,
        date=dated[2] if dated else None,
        pages=_pages(plain),
        publisher=publisher,
        place=place,
        volume=(serial["volume"] or volume) if serial else None,
        issue=(serial["issue"] or issue) if serial else None,
    )
    if container:
        return replace(citation, type=_kind_of_article(citation, bool(edited), ADDRESS in text))
    return replace(citation, type=_kind_of_book(citation, ADDRESS in text))


def _pieces(plain: str, serial: re.Match[str] | None) -> list[str]:
    """What stands between commas before the imprint, the pages, the volume or the date."""
    dated = find_date(plain)
    stops = [found.start() for form in (_IMPRINT, _PAGES, _PRESS, _VOLUME) if (found := form.search(plain))]
    stops += [serial.start()] if serial else []
    stops += [dated[0]] if dated else []
    head = bare(before_open(_EDITION.sub("", plain[: min(stops, default=len(plain))])))
    return [piece.strip() for piece in re.split(rf", (?!{JUNIOR}\b)", head)]


def _is_house(words: str) -> bool:
    """Whether the words before a year are a publisher's: a body's, or few and all with capitals."""
    capitals = re.fullmatch(r"(?:[A-ZÀ-Ý][\w’'.-]*|&|of)(?: (?:[A-ZÀ-Ý][\w’'.-]*|&|of)){0,3}", words)
    return has_body_word(words) or bool(capitals and not re.match(r"[A-Z]\.|Vol|No", words))


def _authors_end(pieces: list[str]) -> int:
    """How many pieces between commas are names: all that look like persons, or the one body at the start."""
    count = 0
    for piece in pieces[:-1]:
        if count and not _NAMES.fullmatch(piece):
            break
        count += 1
        if _LAST_NAME.search(piece):
            break
    return count + (len(pieces) > count + 1 and bool(re.fullmatch(r"eds?\.", pieces[count])))

"""References by GB/T 7714: ``作者. 题名[J]. 刊名, 2023, 15(4): 66-79.``"""

from __future__ import annotations

import re

from kaoju.citations.citation import Citation
from kaoju.citations.dates import find_date, read_date
from kaoju.citations.names import split_authors
from kaoju.citations.plain import bare

_CODE = re.compile(r"\s*[\[［【](?P<code>[A-Z]{1,2})(?:\s*[/／]\s*(?P<carrier>OL|CD|DK|MT))?[\]］】]")
# GB/T 7714-2015, table of document types, as CSL types
_TYPES = {
    "J": "article-journal",
    "M": "book",
    "N": "article-newspaper",
    "R": "report",
    "D": "thesis",
    "C": "paper-conference",
    "G": "book",
    "EB": "webpage",
    "S": "standard",
    "P": "patent",
    "DB": "dataset",
    "DS": "dataset",
    "CP": "software",
    "CM": "map",
    "A": "manuscript",
    "Z": "document",
}
_STOP = re.compile(r"[.．]\s+|[.．](?=[\u3400-\u9fff“《])")
# U. S., A. P.: a stop that ends an initial; HOFFMANN K ends an author
_INITIAL = re.compile(r"(?:^|[\s.])(?:[A-Z]\.)*[A-Z]$")
_GBT_AUTHOR = re.compile(r"[A-Z’'-]{2,}(?: [A-Z]{1,3})+$|[A-Z]{2,}$")
_SERIAL = re.compile(
    r"(?P<year>(?:1[5-9]|20)\d\d)(?:-\d\d(?:-\d\d)?)?(?:[,，]\s*(?P<volume>[\w.-]+?)?\s*)?(?:[(（](?P<issue>[^()（）]+)[)）])?\s*(?:[:：]\s*(?P<pages>[\w\-–—~,，+ 序前言]+?))?\s*[.．。]?\s*$"
)
_IMPRINT = re.compile(
    r"(?:(?P<place>[^:：,，]{1,40})[:：]\s*)?(?P<publisher>[^:：]{2,80}?)[,，]\s*(?P<date>(?:1[5-9]|20)\d\d(?:-\d\d(?:-\d\d)?)?)\s*(?:[:：]\s*(?P<pages>[\w\-–—~,，+ 序前言]+?))?\s*(?:[.．。]|$)"
)
_PAPER = re.compile(
    r"(?P<paper>[^,，]+)[,，]\s*(?P<date>(?:1[5-9]|20)\d\d(?:-\d\d?){0,2})\s*(?:[(（](?P<pages>[^()（）]+)[)）])?"
)
_RELEASED = re.compile(r"[(（](?P<date>(?:1[5-9]|20)\d\d-\d\d?-\d\d?)[)）]")


def is_gbt(text: str) -> bool:
    """Whether a citation carries a code of document type."""
    match = _CODE.search(text)
    return bool(match and match["code"] in _TYPES)


def read_gbt(text: str) -> Citation:
    """A citation with a code of document type, its address and date of access taken out before."""
    match = _CODE.search(text)
    code = match["code"] if match else ""
    head, rest = (text[: match.start()], text[match.end() :]) if match else (text, "")
    authors, title = _head(head)
    host, rest = _host(rest)
    parts = _rest(code, rest.lstrip(".．。 "))
    kind = "chapter" if host and code in ("M", "G") else _TYPES.get(code, "document")
    released = _RELEASED.search(rest)
    date = parts.pop("date", None) or (read_date(released["date"]) if released else None) or read_date(rest)
    return Citation(
        type=kind,
        authors=split_authors(authors),
        title=bare(title) or None,
        container=parts.pop("container", None) or host,
        date=date,
        **parts,
    )


def _head(head: str) -> tuple[str, str]:
    """Authors and title: the title begins after the first stop that ends no initial."""
    head = head.strip()
    for match in _STOP.finditer(head):
        before = head[: match.start()]
        if before and match.end() < len(head) and (_GBT_AUTHOR.search(before) or not _INITIAL.search(before)):
            return before, head[match.end() :]
    return "", head


def _host(rest: str) -> tuple[str | None, str]:
    """The book or proceedings after ``//``, and what follows it."""
    at = rest.find("//")
    if at < 0:
        return None, rest
    after = rest[at + 2 :].strip()
    pieces = [piece.strip() for piece in re.split(r"(?<![A-Z])[.．。]\s+|[.．。](?=[^\x00-\x7f])", after)]
    if len(pieces) < 2:
        return bare(re.split("[,，]", after)[0]) or None, after
    title = pieces[1] if len(pieces) > 2 and not _IMPRINT.match(pieces[1]) else pieces[0]
    return bare(_CODE.sub("", title)) or None, after[after.find(title) + len(title) :]


def _rest(code: str, rest: str) -> dict[str, str | None]:
    rest = _RELEASED.sub("", rest)
    if code == "N":
        match = _PAPER.match(rest)
        if match:
            return {"container": bare(match["paper"]), "date": read_date(match["date"]), "pages": match["pages"]}
    if code == "J":
        name, _, serial = rest.partition(",") if "," in rest else rest.partition("，")
        match = _SERIAL.search(serial)
        if match:
            return {
                "container": bare(name) or None,
                "date": match["year"],
                "volume": match["volume"],
                "issue": match["issue"],
                "pages": _pages(match["pages"]),
            }
    match = _IMPRINT.search(rest)
    if match:
        return {
            "place": bare(match["place"] or "") or None,
            "publisher": bare(match["publisher"]) or None,
            "date": read_date(match["date"]),
            "pages": _pages(match["pages"]),
        }
    found = find_date(rest)
    return {"date": found[2] if found else None}


def _pages(pages: str | None) -> str | None:
    return pages.strip(" ,，") or None if pages else None

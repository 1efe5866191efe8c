"""RIS, the tagged form of reference managers: https://refdb.sourceforge.net/manual-0.9.6/sect1-ris-format.html"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from kaoju.exports.csl import Item

_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "hearing": "HEAR",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "paper-conference": "CONF",
    "patent": "PAT",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "speech": "HEAR",
    "standard": "STAND",
    "thesis": "THES",
    "treaty": "STAT",
    "webpage": "ELEC",
}
_PARTS = ("family", "given", "suffix")
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_PAGES = re.compile(r"(?P<first>\w+)[-–—]+(?P<last>\w+)")


def to_ris(items: Iterable[Item]) -> str:
    """Items as a ``.ris`` file in UTF-8."""
    return "\n".join("".join(f"{tag}  - {value}\n" for tag, value in _tags(item)) for item in items)


def _tags(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(item["type"], "GEN")
    yield "ID", item["id"]
    for tag, role in (("AU", "author"), ("ED", "editor"), ("A4", "translator")):
        for name in item.get(role, ()):
            yield tag, name.get("literal") or ", ".join(name[part] for part in _PARTS if name.get(part))
    told = (
        ("TI", item.get("title")),
        ("T2", item.get("container-title")),
        ("PY", _year(item.get("issued"))),
        ("DA", _date(item.get("issued"))),
        ("VL", item.get("volume")),
        ("IS", item.get("issue")),
        *_pages(item.get("page")),
        ("ET", item.get("edition")),
        ("T3", item.get("collection-title")),
        ("M3", item.get("genre")),
        ("M1", item.get("number")),
        ("SN", item.get("ISBN")),
        ("DB", item.get("archive")),
        ("AV", item.get("archive_location")),
        ("PB", item.get("publisher")),
        ("CY", item.get("publisher-place")),
        ("DO", item.get("DOI")),
        ("UR", item.get("URL")),
        ("Y2", _date(item.get("accessed"))),
        ("LA", item.get("language")),
        ("N1", item.get("note")),
    )
    yield from ((tag, " ".join(value.split())) for tag, value in told if value)
    yield "ER", ""


def _pages(pages: str | None) -> Iterator[tuple[str, str | None]]:
    span = _PAGES.fullmatch(pages or "")
    yield "SP", span["first"] if span else pages
    yield "EP", span["last"] if span else None


def _year(date: dict[str, Any] | None) -> str | None:
    if not date or "date-parts" in date:
        return str(date["date-parts"][0][0]) if date else None
    year = _YEAR.search(date["literal"])
    return year.group() if year else None


def _date(date: dict[str, Any] | None) -> str | None:
    """``2018/03/27/``: year, month, day and other information; a missing part leaves its place empty."""
    if not date:
        return None
    if "date-parts" not in date:
        return f"///{date['literal']}".replace("/..", "–")
    year, month, day = ([f"{number:02}" for number in date["date-parts"][0]] + ["", ""])[:3]
    return f"{year}/{month}/{day}/{_other(date)}"


def _other(date: dict[str, Any]) -> str:
    """What RIS has no place of its own for: the season, the end of an interval, a doubt."""
    if "season" in date:
        return _SEASONS[date["season"] - 1]
    if len(date["date-parts"]) > 1:
        return "to " + "-".join(f"{number:02}" for number in date["date-parts"][1])
    return "circa" if date.get("circa") else ""

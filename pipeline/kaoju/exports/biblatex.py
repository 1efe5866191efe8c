"""biblatex, as its manual has it (entry types and fields of version 3): https://ctan.org/pkg/biblatex"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from kaoju.exports.csl import Item

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "dataset": "dataset",
    "legislation": "legislation",
    "manuscript": "unpublished",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "post-weblog": "online",
    "report": "report",
    "speech": "unpublished",
    "thesis": "thesis",
    "treaty": "legal",
    "webpage": "online",
}
_SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
_CONTAINERS = {"incollection": "booktitle", "inproceedings": "booktitle", "article": "journaltitle"}
_LANGUAGES = {
    "zh": "chinese",
    "en": "english",
    "de": "german",
    "fr": "french",
    "ja": "japanese",
    "ko": "korean",
    "ru": "russian",
}
_ADDRESS = ":/?#[]@!$&'()*+,;=%~_-."
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "_": r"\_",
        "%": r"\%",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def to_biblatex(items: Iterable[Item]) -> str:
    """Items as a ``.bib`` file for biblatex and Biber, in UTF-8; the keys are the ids of the works."""
    return "\n".join(_entry(item) for item in items)


def _entry(item: Item) -> str:
    kind = _TYPES.get(item["type"], "misc")
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(item, kind) if value)
    return f"@{kind}{{{item['id']},\n{fields}}}\n"


def _fields(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    for role in ("author", "editor", "translator"):
        yield role, " and ".join(_name(name) for name in item.get(role, ()))
    yield "title", _text(item.get("title"))
    yield _CONTAINERS.get(kind, "organization"), _text(item.get("container-title"))
    yield "entrysubtype", _SUBTYPES.get(item["type"], "")
    yield "date", _date(item.get("issued"))
    yield "pubstate", _state(item.get("issued"))
    yield "volume", _text(item.get("volume"))
    yield "type", _text(item.get("genre"))
    yield "series", _text(item.get("collection-title"))
    yield "number", _text(item.get("issue") or item.get("number"))
    yield "edition", _text(item.get("edition"))
    yield "pages", _text(item.get("page")).replace("–", "-").replace("-", "--")
    yield "institution" if kind in ("report", "thesis") else "publisher", _text(item.get("publisher"))
    yield "location", _text(item.get("publisher-place"))
    yield "library", ", ".join(_text(item[name]) for name in ("archive", "archive_location") if item.get(name))
    yield "isbn", _text(item.get("ISBN"))
    yield "doi", quote(item.get("DOI", ""), safe=_ADDRESS)
    yield "url", quote(item.get("URL", ""), safe=_ADDRESS)
    yield "urldate", _date(item.get("accessed"))
    yield "langid", _LANGUAGES.get(item.get("language", ""), "")
    yield "note", _text(item.get("note"))


def _text(value: str | None) -> str:
    return " ".join((value or "").split()).translate(_SPECIAL)


def _name(name: dict[str, str]) -> str:
    """``family, Jr., given``; a literal name in braces of its own, so that nothing takes it apart."""
    if "literal" in name:
        return "{" + _text(name["literal"]) + "}"
    return ", ".join(_text(name[part]) for part in ("family", "suffix", "given") if name.get(part))


def _date(date: dict[str, Any] | None) -> str:
    """A date in the form of ISO 8601-2, which biblatex reads."""
    if not date:
        return ""
    if "date-parts" not in date:
        return str(date["literal"]) if _is_edtf(date) else ""
    if "season" in date:
        return f"{date['date-parts'][0][0]}-{20 + date['season']}"
    told = "/".join("-".join(f"{number:02}" for number in parts) for parts in date["date-parts"])
    return told + "~" * bool(date.get("circa"))


def _is_edtf(date: dict[str, Any]) -> bool:
    """Whether a date in words, as the item has it, is one that biblatex reads: 201X, 2018/.."""
    return bool(re.fullmatch(r"[-\d.X/?~%]+", date.get("literal", "")))


def _state(date: dict[str, Any] | None) -> str:
    """What stands for a date: forthcoming."""
    return "" if date is None or "literal" not in date or _is_edtf(date) else _text(date["literal"])

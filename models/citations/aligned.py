"""The notes and list entries of ``notes_zh``, each part of the item behind a text found in it and labelled.

What a style does not print is not found and gets no label; a text whose title cannot be found is left out.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kaoju.citations.plain import plain, take_accessed

Pieces = list[tuple[str, str]]
Item = dict[str, Any]
FOLDS = 5
_NOT_LATIN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MONTH = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?"
)
_PAGE = r"[A-Za-z]?\d{1,5}(?:\s?[-–—~－～]\s?[A-Za-z]?\d{1,5})?"


@dataclass(frozen=True)
class Example:
    """A text, the label of each of its characters, and where it is from."""

    text: str
    labels: tuple[str, ...]
    printed: str
    mode: str
    style: str
    item: Item

    @property
    def fold(self) -> int:
        """Which fifth of the items it belongs to: all texts of an item are in one."""
        return int(hashlib.md5(self.item["id"].encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS

    @property
    def pieces(self) -> Pieces:
        """The text in pieces of one label each; ``a`` and ``e`` go on what ``A`` and ``E`` begin."""
        found: Pieces = []
        before = ""
        for char, label in zip(self.text, self.labels, strict=True):
            if found and (label == before or label == before.lower() != "") and label not in ("A", "E"):
                found[-1] = (found[-1][0], found[-1][1] + char)
            else:
                found.append((label, char))
            before = label
        return found


def read(folder: Path) -> list[Example]:
    """The texts, each once, in the order of the file."""
    items: dict[str, Item] = json.loads((folder / "items.csl.json").read_text(encoding="utf-8"))
    seen: set[tuple[str, str]] = set()
    found = []
    with lzma.open(folder / "pairs.jsonl.xz", "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            item = items.get(row["item"]) or items.get(row["item"].split(":", 1)[-1])
            if item is None or (row["text"], row["item"]) in seen:
                continue
            seen.add((row["text"], row["item"]))
            example = labelled(row["text"], item, row["mode"], row["style"])
            if example:
                found.append(example)
    return found


def labelled(printed: str, item: Item, mode: str, style: str) -> Example | None:
    """A text with the parts of the item behind it; None where its title cannot be found."""
    text, _ = take_accessed(plain(printed).text)
    labels = _labels(text, item)
    return Example(text, labels, printed, mode, style, item) if labels else None


def letters(text: str) -> tuple[str, list[int]]:
    """The letters and digits of a text without case and width, and where each stands."""
    chars, where = [], []
    for at, char in enumerate(text):
        for one in unicodedata.normalize("NFKC", char).casefold():
            if one.isalnum():
                chars.append(one)
                where.append(at)
    return "".join(chars), where


@lru_cache(maxsize=4096)
def _key(value: str) -> str:
    return letters(unmarked(value))[0]


def unmarked(value: object) -> str:
    """A value of an item without its markup."""
    return re.sub(r"<[^>]+>|\\", "", str(value))


class _Labelling:
    """A text in which parts are looked for one after the other, none in the place of another."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.labels = [""] * len(text)
        self._letters, self._where = letters(text)

    def find(self, value: object, begin: int = 0, end: int | None = None) -> tuple[int, int] | None:
        """Where a value stands, its signs and its case aside, in whole words and in free places."""
        key = _key(str(value))
        at = -1
        while key:
            at = self._letters.find(key, at + 1)
            if at < 0:
                return None
            span = self._where[at], self._where[at + len(key) - 1] + 1
            if (
                span[0] >= begin
                and (end is None or span[1] <= end)
                and self._is_whole(*span)
                and not any(self.labels[slice(*span)])
            ):
                return span
        return None

    def _is_whole(self, start: int, end: int) -> bool:
        text = self.text
        before = start > 0 and _is_letter(text[start - 1]) and _is_letter(text[start])
        after = end < len(text) and _is_letter(text[end]) and _is_letter(text[end - 1])
        return not before and not after

    def put(self, span: tuple[int, int] | None, label: str, inner: str = "") -> bool:
        if span is None:
            return False
        for at in range(*span):
            self.labels[at] = self.labels[at] or (inner if inner and at > span[0] else label)
        return True

    def first(self, pattern: str, label: str) -> bool:
        """The first free place that a pattern's group fits."""
        for match in re.finditer(pattern, self.text, re.IGNORECASE):
            if not any(self.labels[match.start(1) : match.end(1)]):
                return self.put(match.span(1), label)
        return False


def _is_letter(char: str) -> bool:
    return char.isalnum() and not _NOT_LATIN.match(char)


def _labels(text: str, item: Item) -> tuple[str, ...] | None:
    found = _Labelling(text)
    title = next(
        (span for name in ("title", "title-short") if item.get(name) and (span := found.find(item[name]))), None
    )
    if title is None:
        return None
    if item.get("author") and title[0] == 0:
        title = found.find(item["title"], title[1]) or title
    found.put(title, "T")
    _names(found, item, title)
    _hosts(found, item, title[1])
    _numbers(found, item)
    _dates(found, item)
    _pages(found, item)
    return tuple(found.labels)


def _names(found: _Labelling, item: Item, title: tuple[int, int]) -> None:
    """Authors before the title, or behind it where a style has them there; all others are ``E``."""
    heads = ("author", "editor", "director", "script-writer", "composer")
    named = any(_persons(found, item.get(role), "A", 0, title[0]) for role in heads)
    if not named:
        _persons(found, item.get("author"), "A", title[1], None)
    for role in (*heads[1:], "translator", "collection-editor", "author", "recipient", "container-author"):
        _persons(found, item.get(role), "E", 0, None)


def _persons(found: _Labelling, persons: list[dict[str, str]] | None, label: str, begin: int, end: int | None) -> int:
    count = 0
    for person in persons or []:
        span = next(
            (span for form in _forms(person) if len(_key(form)) > 1 and (span := found.find(form, begin, end))), None
        )
        count += found.put(span, label, label.lower())
        if span and label == "A":
            begin = span[1]
    return count


def _forms(person: dict[str, str]) -> Iterator[str]:
    """The ways in which a name may be printed, the longest first."""
    if person.get("literal"):
        yield person["literal"]
        yield re.sub(r"\s*\[[^\]]*\]$|\s*\([^)]*\)$", "", person["literal"])
        return
    family, given, suffix = person.get("family", ""), person.get("given", ""), person.get("suffix", "")
    particle = " ".join(filter(None, (person.get("non-dropping-particle"), person.get("dropping-particle"))))
    initials = _initials(given)
    first, _, rest = given.partition(" ")
    for surname in dict.fromkeys((f"{particle} {family}".strip(), family)):
        yield from (given + surname + suffix, surname + given + suffix, surname + suffix + given)
        yield from (surname + initials + suffix, initials + surname + suffix, given + surname, surname + given)
        yield from (surname + initials, initials + surname, first + _initials(rest) + surname, surname)


def _initials(given: str) -> str:
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", given))


def _hosts(found: _Labelling, item: Item, after: int) -> None:
    for name in ("container-title", "journalAbbreviation", "container-title-short", "event-title"):
        value = item.get(name)
        if value and found.put(found.find(value, after) or found.find(value), "C"):
            break
    named = (("collection-title", "S"), ("publisher", "P"), ("authority", "P"), ("publisher-place", "L"))
    for name, label in (*named, ("event-place", "L"), ("archive", "N"), ("archive_location", "N")):
        if item.get(name):
            found.put(found.find(item[name], after) or found.find(item[name]), label)
    for name in ("number", "genre", "edition", "ISBN", "ISSN", "DOI", "section", "call-number", "version"):
        if len(_key(str(item.get(name) or ""))) > 3:
            found.put(found.find(item[name]), "N")


def _numbers(found: _Labelling, item: Item) -> None:
    """Volume and issue, where the words around a number say so, or else where it stands."""
    forms = {
        "volume": (
            r"(?:vol\.?|v\.|volume|卷|第|bd\.)\s*(%s)(?!\s*[期页頁号\d])",
            r"(?<!\d)(%s)\s*(?:卷|册|冊|\(|（)",
            r"(?<![\d-])(%s)(?![\d期页頁])",
        ),
        "issue": (
            r"(?:no\.?|issue|n°|nr\.|第)\s*0?(%s)(?!\d)(?!\s*[卷页頁])",
            r"[（(]0?(%s)[)）]",
            r"(?<!\d)0?(%s)\s*[期号]",
        ),
    }
    # no. 1 before 1 (1983): a number whose word says what it is goes first
    said = forms["issue"][:1]
    for name, label, wanted in (("issue", "I", said), ("volume", "V", forms["volume"]), ("issue", "I", forms["issue"])):
        if item.get(name) and label not in found.labels:
            value = re.escape(str(item[name]))
            any(found.first(form % value, label) for form in wanted)


def _dates(found: _Labelling, item: Item) -> None:
    parts = item.get("issued", {}).get("date-parts", [[None]])[0]
    if not parts or not parts[0]:
        return
    year = str(parts[0])
    forms = (
        rf"({year}\s*年\s*\d+\s*月\s*\d+\s*日)",
        rf"({year}\s*年\s*\d+\s*月)",
        rf"({year}[-./]\d+[-./]\d+)",
        rf"({_MONTH}\s+\d+(?:st|nd|rd|th)?,?\s+{year})",
        rf"(\d+(?:st|nd|rd|th)?\s+{_MONTH},?\s+{year})",
        rf"({_MONTH},?\s+{year})",
        rf"({year},?\s+{_MONTH}(?:\s+\d+)?)",
        rf"({year}年)",
        rf"({year}[-./]\d\d?)(?![\d-])",
        rf"(?<!\d)({year})(?!\d)",
    )
    any(found.first(form, "D") for form in forms)
    found.first(rf"(?<!\d)({year})[a-z]?(?!\d)", "D")


def _pages(found: _Labelling, item: Item) -> None:
    """The item's pages or their first one; or else the page that a note cites."""
    if item.get("page"):
        whole = re.escape(str(item["page"])).replace("\\-", "\\s?[-–—~－～]\\s?")
        begin = re.escape(re.split("[-–—, ]", str(item["page"]))[0])
        # 127–36 is 127–136 in short
        short = rf"{begin}\s?[-–—]\s?\d{{1,3}}"
        forms = (
            rf"(?:pp?\.?|页|頁|第|[:：,，])\s*({whole})(?!\d)",
            rf"(?<!\d)({whole})(?!\d)",
            rf"(?:pp?\.?|[:,])\s*({short})(?!\d)",
            rf"(?:pp?\.?|页|頁|第|[:：])\s*({begin})(?!\d)",
            rf"(?<!\d)({begin})(?!\d)(?=\s*(?:\(|\.?$|[页頁]))",
        )
        if any(found.first(form, "G") for form in forms):
            return
    cited = (rf"\bpp?\.\s*({_PAGE})", rf"第\s*({_PAGE})\s*[页頁版]", rf"[页頁]\s*({_PAGE})", rf":\s*({_PAGE})\.?\s*$")
    any(found.first(form, "G") for form in cited)

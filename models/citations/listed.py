"""The references of AnyStyle's ``core.xml`` as labelled pieces."""

from __future__ import annotations

import html
import re
from pathlib import Path

from kaoju.citations.names import split_authors
from kaoju.citations.plain import ADDRESS

Pieces = list[tuple[str, str]]
_LABELS = {
    "author": "A", "title": "T", "container-title": "C", "journal": "C", "collection-title": "S", "publisher": "P",
    "location": "L", "date": "D", "volume": "V", "pages": "G", "editor": "E", "translator": "E", "director": "E",
    "producer": "E", "edition": "N", "genre": "N", "isbn": "N", "doi": "N", "medium": "N",
}  # fmt: skip
_PAGE = r"[A-Za-z]?\d+(?:\s?[-–—]\s?[A-Za-z]?\d+)?"
_ROLE = re.compile(
    r"\(?\b(?:in|eds?|edited|by|editors?|trans|translated|hrsg|and|a cura di|dir|et al)\b\.?\)?|&", re.IGNORECASE
)


def read(path: Path) -> list[Pieces]:
    """Every reference, its fields parted into what is the part and what is punctuation."""
    text = path.read_text(encoding="utf-8")
    found = []
    for sequence in re.findall(r"<sequence>(.*?)</sequence>", text, re.DOTALL):
        pieces: Pieces = []
        for tag, inner in re.findall(r"<([a-z-]+)>(.*?)</\1>", sequence, re.DOTALL):
            words = re.sub(r"\s+", " ", html.unescape(inner)).replace("\xad", "").strip()
            pieces += [*_field(tag, words), ("", " ")]
        if any(label == "T" for label, _ in pieces):
            found.append(pieces)
    return found


def _field(tag: str, words: str) -> Pieces:
    if tag == "url":
        return [("", ADDRESS)]
    label = _LABELS.get(tag, "")
    if label == "A":
        return _names(words)
    if label == "E":
        return _between(words, _ROLE, "E")
    if tag == "volume":
        return _serial(words)
    if label == "G":
        match = re.search(_PAGE, words)
        return [("", words)] if match is None else _cut(words, match.start(), match.end(), "G")
    if label == "D":
        match = re.search(r"\(?(?P<date>.*\d{4}[a-z]?)", words)
        return [("", words)] if match is None else _cut(words, match.start("date"), match.end("date"), "D")
    return _trimmed(words, label)


def _cut(words: str, start: int, end: int, label: str) -> Pieces:
    return [("", words[:start]), (label, words[start:end]), ("", words[end:])]


def _trimmed(words: str, label: str) -> Pieces:
    """A part without the signs and the ``In`` around it."""
    lead = re.match(r"(?:in:? |: )?[\s“\"«‘'(\[:]*", words, re.IGNORECASE)
    start = lead.end() if lead and label in "CTS" else len(words) - len(words.lstrip(" “\"«‘'(["))
    body = words[start:].rstrip(" ,.;:”\"»’')]")
    return _cut(words, start, start + len(body), label)


def _names(words: str) -> Pieces:
    pieces: Pieces = []
    rest = words
    for name in split_authors(words):
        bare = name.rstrip(".")
        at = rest.find(bare)
        if at < 0:
            continue
        pieces += [("", rest[:at]), ("A", bare)]
        rest = rest[at + len(bare) :]
    return [*pieces, ("", rest)] if pieces else _trimmed(words, "A")


def _between(words: str, role: re.Pattern[str], label: str) -> Pieces:
    pieces: Pieces = []
    at = 0
    for match in role.finditer(words):
        pieces += (
            _trimmed(words[at : match.start()], label)
            if words[at : match.start()].strip(" ,.()")
            else [("", words[at : match.start()])]
        )
        pieces.append(("", match.group()))
        at = match.end()
    tail = words[at:]
    return [*pieces, *(_trimmed(tail, label) if tail.strip(" ,.()") else [("", tail)])]


def _serial(words: str) -> Pieces:
    numbers = list(re.finditer(r"\d+(?:[–/-]\d+)?|\b[IVXLC]+\b", words))
    if not numbers:
        return [("", words)]
    pieces: Pieces = []
    at = 0
    issue = re.search(r"no|nr|n°|issue|num", words[: numbers[0].start()], re.IGNORECASE)
    for label, match in zip(("I",) if issue else ("V", "I"), numbers, strict=False):
        pieces += [("", words[at : match.start()]), (label, match.group())]
        at = match.end()
    return [*pieces, ("", words[at:])]

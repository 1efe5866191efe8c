"""The references of AnyStyle's ``core.xml`` as labelled pieces."""

from __future__ import annotations

import html
import re
from pathlib import Path

from kaoju.citations.names import has_body_word
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

_SURNAME = re.compile(r"(?:(?:[Dd]e|[Dd]u|[Vv]an|[Vv]on|[Dd]er|[Dd]en|[Ll][ae]|Abu|El|Mac) ){0,2}[^\W\d_][\w’'-]+")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[ -]{0,2}){1,4}")
_GIVEN = re.compile(r"[^\W\d_a-z][\w’'-]+(?: (?:[^\W\d_a-z][\w’'-]+|[A-Z]\.?)){0,2}")


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


def headed(pieces: Pieces) -> Pieces:
    """A reference whose editors stand first and in the place of authors, with these as its authors."""
    labels = [label for label, _ in pieces if label]
    if "A" in labels or labels[0] != "E":
        return pieces
    title = next(at for at, (label, _) in enumerate(pieces) if label == "T")
    return [("A" if label == "E" and at < title else label, words) for at, (label, words) in enumerate(pieces)]


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
    # Charter Act (1833): a bracket that closes one of the title's own is the title's
    if body.count("(") > body.count(")") and words.startswith(")", start + len(body)):
        body += ")"
    return _cut(words, start, start + len(body), label)


def _names(words: str) -> Pieces:
    pieces: Pieces = []
    rest = words
    for name in _persons(words):
        at = rest.find(name)
        pieces += [("", rest[:at]), ("A", name)]
        rest = rest[at + len(name) :]
    return [*pieces, ("", rest)] if pieces else _trimmed(words, "A")


def _persons(words: str) -> list[str]:
    """The names of a list of authors, ``Lowe, H., Wilk, P.`` and ``Lowe, Harriet, and Piotr Wilk`` too.

    >>> _persons("Lowe, Harriet, and Piotr Wilk.")
    ['Lowe, Harriet', 'Piotr Wilk']
    """
    if has_body_word(words):
        return []
    found = []
    for group in re.split(r";|,? (?:and|y|und|et|&) ", words):
        parts = [part.strip(" .") for part in group.split(",")]
        while parts:
            named = len(parts) > 1 and _SURNAME.fullmatch(parts[0])
            if named and (_INITIALS.fullmatch(parts[1]) or (not found and _GIVEN.fullmatch(parts[1]))):
                inverted = re.search(rf"{re.escape(parts[0])}\s*,\s*{re.escape(parts[1])}", group)
                found.append(inverted.group() if inverted else parts[0])
                parts = parts[2:]
            else:
                found.append(parts.pop(0))
    return [name for name in found if re.search(r"[^\W\d_]", name) and name not in ("et al", "eds", "ed")]


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

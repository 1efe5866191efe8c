"""What every reader hands over: the source as it is, and what stands where in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from kaoju.text import Text

BlockKind = Literal["title", "abstract", "heading", "paragraph"]
# below the text of its page, at the end, in a list of references, in the text itself
Place = Literal["foot", "end", "references", "text"]
FurnitureKind = Literal["page", "note", "marker", "line", "markup", "space"]


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of the running text, page breaks joined and note marks taken out."""

    kind: BlockKind
    text: Text
    level: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A note as printed: ``number`` counts 1..N in the order of the file, ``label`` is what is printed, ``start`` and
    ``end`` are source offsets from the label to the note's last character, ``text`` is the note without its label."""

    number: int
    label: str
    text: Text
    start: int
    end: int
    page: int
    place: Place


@dataclass(frozen=True, slots=True)
class Marker:
    """Where the running text calls a note: source offsets of the mark, its label, and the number of the note that it is
    tied to; ``note`` is None and ``reason`` says why where it is tied to none. ``pages`` are those that the mark gives
    itself, as in [4](P25)."""

    start: int
    end: int
    label: str
    note: int | None
    page: int
    reason: str | None = None
    pages: str | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A range of the source that was taken out of the running text: a page break with all that stands in it, a note
    mark, a hard line break, a piece of markup, a space that sets characters apart."""

    kind: FurnitureKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Meta:
    """What the head and the foot of an article say about it, as printed; dates in EDTF."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    affiliation: str | None = None
    abstract: str | None = None
    keywords: tuple[str, ...] = ()
    journal: str | None = None
    year: str | None = None
    issue: str | None = None
    clc: str | None = None
    article_number: str | None = None
    received: str | None = None
    completed: str | None = None
    editor: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read. ``id`` is its path below the corpus root without the ending; all offsets count code points of
    ``source``."""

    id: str
    path: str
    source: str
    sha256: str
    encoding: str
    meta: Meta
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    markers: tuple[Marker, ...] = ()
    furniture: tuple[Furniture, ...] = field(default=())

    def surface(self, start: int, end: int) -> str:
        """``source[start:end]`` with the furniture in it taken out."""
        pieces, at = [], start
        for index in range(bisect_right(self.furniture, start, key=lambda cut: cut.end), len(self.furniture)):
            cut = self.furniture[index]
            if cut.start >= end:
                break
            if cut.end <= at:
                continue
            pieces.append(self.source[at : max(at, cut.start)])
            at = min(cut.end, end)
        return "".join([*pieces, self.source[at:end]])

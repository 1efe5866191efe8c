"""What a file is made of, as laying it out finds it: passages of running text, notes, pages."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from kaoju.article import Place
from kaoju.reading.signs import Form


@dataclass(slots=True)
class Passage:
    """Running text that belongs together: the source ranges that it is made of; ``level`` is that of a heading."""

    pieces: list[tuple[int, int]]
    level: int


@dataclass(slots=True)
class NoteLines:
    """A note where it stands: its label, the source ranges of its own text, several where it goes on on the next page,
    the page or section it closes, and in which place."""

    label: str
    form: Form
    start: int
    pieces: list[tuple[int, int]]
    page: int
    place: Place

    @property
    def end(self) -> int:
        """Where its last character ends."""
        return self.pieces[-1][1]

    def extend(self, end: int) -> None:
        """Goes on to ``end``."""
        self.pieces[-1] = (self.pieces[-1][0], end)


@dataclass(slots=True)
class Layout:
    """What a file is made of, in the order of the file. A page here is all that stands before a group of notes, and
    the group; ``turns`` are the source offsets where the next one begins, ``asides`` the ranges of the lines
    at the foot that say where an author works, ``heads`` the running heads in plain widths."""

    passages: list[Passage] = field(default_factory=list)
    notes: list[NoteLines] = field(default_factory=list)
    turns: list[int] = field(default_factory=list)
    asides: list[tuple[int, int]] = field(default_factory=list)
    heads: frozenset[str] = frozenset()

    def page_of(self, offset: int) -> int:
        """The page on which a source offset stands, counted from 0."""
        return bisect_right(self.turns, offset)

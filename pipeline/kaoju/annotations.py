"""What the stages leave on a ``Doc``: one plain, serialisable value a stage, under ``doc._``.

Offsets named ``start`` and ``end`` are characters of ``doc.text``, end exclusive, except where a comment says that they
are of the source; ``doc._.origin`` leads from the one to the other.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from spacy.tokens import Doc, Span

FigureKind = Literal["MONEY", "PERCENT", "PERCENTAGE_POINT", "MULTIPLE", "QUANTITY"]
Approx = Literal["about", "over", "at_least", "under", "at_most"]
Direction = Literal["increase", "decrease", "level"]
Modality = Literal["asserted", "planned", "demanded", "threatened", "reported", "projected", "denied"]
ClaimKind = Literal["figure", "quotation", "statement"]


class Block(TypedDict):
    """A title, abstract, heading or paragraph: a range of ``doc.text``."""

    kind: str
    level: int
    start: int
    end: int


class Note(TypedDict):
    """A note; ``start`` and ``end`` are of the source, ``text`` is what is printed, without the label."""

    note: int
    label: str
    text: str
    start: int
    end: int
    page: int


class Marker(TypedDict):
    """A note mark: ``at`` is where it stood in ``doc.text``, ``start`` and ``end`` are of the source, ``pages`` those
    of the work that it gives itself."""

    at: int
    start: int
    end: int
    label: str
    note: int | None
    reason: str | None
    pages: str | None


class Figure(TypedDict):
    """An amount with its exact value, scale applied."""

    start: int
    end: int
    kind: FigureKind
    low: float | None
    high: float | None
    unit: str
    approx: Approx | None


class Time(TypedDict):
    """An expression of time and the period that it stands for, as EDTF."""

    start: int
    end: int
    edtf: str


class Citation(TypedDict):
    """One work cited in a note, its parts by their CSL names, as printed; ``position`` counts from 1 in its note.

    ``series`` is CSL's ``collection-title``; who edited a work that names no author is its author and its editor.
    """

    note: int
    position: int
    type: str | None
    authors: list[str]
    title: str | None
    container: str | None
    date: str | None
    volume: str | None
    issue: str | None
    pages: str | None
    publisher: str | None
    place: str | None
    editors: list[str]
    translators: list[str]
    edition: str | None
    series: str | None
    number: str | None
    doi: str | None
    isbn: str | None
    archive: str | None
    archive_location: str | None
    url: str | None
    accessed: str | None
    language: str | None


class BackReference(TypedDict):
    """A note that points back: ``same_as`` is the number of the note that it repeats, None where that failed;
    ``pages`` are those that it gives itself."""

    note: int
    same_as: int | None
    pages: str | None
    reason: str | None


class Phrase(TypedDict):
    """Words of the text, as a range of ``doc.text``."""

    start: int
    end: int


class Claim(TypedDict):
    """What is said: ``start`` and ``end`` are its sentence, ``figures`` are indices into ``doc._.figures``."""

    kind: ClaimKind
    start: int
    end: int
    figures: list[int]
    subject: Phrase | None
    metric: Phrase | None
    quotation: Phrase | None
    low: float | None
    high: float | None
    from_low: float | None
    from_high: float | None
    unit: str | None
    approx: Approx | None
    direction: Direction
    time: str | None
    baseline: str | None
    speaker: Phrase | None
    modality: Modality
    notes: list[int]
    link: Literal["marker", "none"]
    flags: list[str]


class Pair(TypedDict):
    """A name of the body and its English form in the note that its paragraph cites."""

    start: int
    end: int
    en: str
    note: int
    score: float
    method: str


class Evidence(TypedDict):
    """How well the words around a marker fit a note, by the texts alone; ``marker`` is an index into
    ``doc._.markers``."""

    marker: int
    note: int
    score: float


class Support(TypedDict):
    """How far a note's own words bear out a claim that rests on it; ``claim`` is an index into ``doc._.claims``."""

    claim: int
    score: float
    shared: list[str]


class Proposal(TypedDict):
    """A note that may be the source of a claim: one that no marker calls, for a claim without a note, or one that fits
    where the claim's own shares nothing with it; ``shared`` says why."""

    claim: int
    note: int
    score: float
    shared: list[str]


LISTS = (
    "blocks",
    "notes",
    "markers",
    "figures",
    "times",
    "citations",
    "back_references",
    "claims",
    "pairs",
    "evidence",
    "support",
    "proposals",
)


def register() -> None:
    """Make the attributes known to spaCy; doing so again changes nothing."""
    for name in LISTS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=[])
    for name in ("body", "origin", "script", "meta"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    for name in ("canonical", "english"):
        if not Span.has_extension(name):
            Span.set_extension(name, default=None)


register()


def blocks(doc: Doc) -> list[Block]:
    """The blocks of a doc; one paragraph where nothing is known of any, as in a plain spaCy pipeline."""
    return doc._.blocks or [Block(kind="paragraph", level=0, start=0, end=characters(doc))]


def text_of(part: Doc | Span) -> str:
    """The text that the stages read, character by character that of the doc or span: ``doc._.body`` where it is set,
    as it is for an article, whose text spaCy would join anew each time, and for one in Traditional characters."""
    body: str | None = part.doc._.body
    if body is None:
        return part.text
    return body[part.start_char : part.end_char] if isinstance(part, Span) else body


def characters(doc: Doc) -> int:
    """The length of ``doc.text``, which spaCy would join for it."""
    return doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0

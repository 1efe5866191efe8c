"""The works that the notes cite."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.language import Language

from kaoju.annotations import Citation

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kaoju.citations import Citation as Work


class Citations:
    """Reads every note as citations: authors, title, container, date, pages, address and the rest, by their CSL names.

    A work that gives but author and title is of the type of the one before that it is short for; one that gives no
    pages has those of the mark that calls it, [4](P25), where all its marks give the same.

    Writes ``doc._.citations``, a list of ``Citation``.
    """

    def __call__(self, doc: Doc) -> Doc:
        """The doc with the citations of its notes."""
        from kaoju.citations import Source, parse_note, typed

        called = _called_pages(doc)
        sources = [
            Source(note["note"], note["label"], note["text"], tuple(parse_note(note["text"])), note["page"])
            for note in doc._.notes
        ]
        doc._.citations = [
            as_row(source.note, position, _with_pages(citation, called.get(source.note)))
            for source in typed(sources)
            for position, citation in enumerate(source.citations, start=1)
        ]
        return doc


def _called_pages(doc: Doc) -> dict[int, str | None]:
    """For each note that marks call the pages that all of them give."""
    given = defaultdict(set)
    for marker in doc._.markers:
        given[marker["note"]].add(marker["pages"])
    return {note: pages for note, (pages, *others) in given.items() if not others}


def _with_pages(citation: Work, pages: str | None) -> Work:
    return replace(citation, pages=pages) if pages and not citation.pages else citation


def as_row(note: int, position: int, citation: Work) -> Citation:
    """A citation as the other stages read it."""
    return Citation(
        note=note,
        position=position,
        type=citation.type,
        authors=list(citation.authors),
        title=citation.title,
        container=citation.container,
        date=citation.date,
        volume=citation.volume,
        issue=citation.issue,
        pages=citation.pages,
        publisher=citation.publisher,
        place=citation.place,
        editors=list(citation.editors),
        translators=list(citation.translators),
        edition=citation.edition,
        series=citation.series,
        number=citation.number,
        doi=citation.doi,
        isbn=citation.isbn,
        archive=citation.archive,
        archive_location=citation.archive_location,
        url=citation.url,
        accessed=citation.accessed,
        language=citation.language,
    )


@Language.factory("kaoju_citations", assigns=["doc._.citations"], requires=["doc._.notes", "doc._.markers"])
def make_citations(nlp: Language, name: str) -> Citations:
    """The stage for a pipeline."""
    return Citations()

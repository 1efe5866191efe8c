"""The works that the notes cite."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from spacy.language import Language

from kaoju.annotations import Citation

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Citations:
    """Reads every note as citations: authors, title, container, date, pages, address and the rest, by their CSL names.

    Writes ``doc._.citations``, a list of ``Citation``.
    """

    def __call__(self, doc: Doc) -> Doc:
        """The doc with the citations of its notes."""
        from kaoju.citations import parse_note

        doc._.citations = [
            Citation(
                **{**asdict(citation), "note": note["note"], "position": position, "authors": list(citation.authors)}
            )  # type: ignore[typeddict-item]
            for note in doc._.notes
            for position, citation in enumerate(parse_note(note["text"]), start=1)
        ]
        return doc


@Language.factory("kaoju_citations", assigns=["doc._.citations"], requires=["doc._.notes"])
def make_citations(nlp: Language, name: str) -> Citations:
    """The stage for a pipeline."""
    return Citations()

"""Notes that point back, each to the note that it repeats."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from spacy.language import Language

from kaoju.annotations import BackReference

if TYPE_CHECKING:
    from spacy.tokens import Doc


class BackReferences:
    """Resolves ``Ibid.``, 同上, 同注3, 前引文, ``op. cit.`` and short titles to the earliest full note.

    Writes ``doc._.back_references``, a list of ``BackReference``; one that cannot be resolved has its reason.
    """

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its back references."""
        from kaoju.citations import Citation, Source, resolve

        cited = defaultdict(list)
        for one in doc._.citations:
            parts: dict[str, Any] = {
                name: tuple(value) if isinstance(value, list) else value
                for name, value in one.items()
                if name not in ("note", "position")
            }
            cited[one["note"]].append(Citation(**parts))
        sources = [
            Source(note["note"], note["label"], note["text"], tuple(cited[note["note"]]), note["page"])
            for note in doc._.notes
        ]
        doc._.back_references = [
            BackReference(note=one.note, same_as=one.same_as, pages=one.pages, reason=one.reason)
            for one in resolve(sources)
        ]
        return doc


@Language.factory(
    "kaoju_back_references", assigns=["doc._.back_references"], requires=["doc._.notes", "doc._.citations"]
)
def make_back_references(nlp: Language, name: str) -> BackReferences:
    """The stage for a pipeline."""
    return BackReferences()

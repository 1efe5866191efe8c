"""Claims: what is said, with figures, by whom and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy import symbols
from spacy.language import Language

from kaoju.annotations import blocks

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kaoju.claims.body import Body, Span


class Claims:
    """Reads a claim for each figure or tied figures, for each quotation, and for each statement that carries a note.

    Writes ``doc._.claims``, a list of ``Claim``.
    """

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its claims."""
        from kaoju.claims import find_claims

        doc._.claims = find_claims(_body(doc))
        return doc


def _body(doc: Doc) -> Body:
    from kaoju.claims.body import Body, Name, Word

    text = doc.text  # spaCy joins it anew each time
    unknown = symbols.X
    words = [(token.idx, token.text, token.tag_, token.pos != unknown) for token in doc]
    return Body(
        text=text,
        words=[Word(at, at + len(word), word, tag, known) for at, word, tag, known in words],
        sentences=_sentences(doc, text),
        figures=doc._.figures,
        times=doc._.times,
        markers=doc._.markers,
        blocks=blocks(doc),
        names=[Name(one.start_char, one.end_char, one.label_) for one in doc.ents],
    )


def _sentences(doc: Doc, text: str) -> list[Span]:
    """The sentences of a doc, or its blocks where no stage has told them apart."""
    from kaoju.claims.body import Span

    if not doc.has_annotation("SENT_START"):
        return [Span(block["start"], block["end"]) for block in blocks(doc)]
    ranges = [(one.start_char, one.end_char) for one in doc.sents]
    return [Span(start, start + len(text[start:end].rstrip())) for start, end in ranges]


@Language.factory(
    "kaoju_claims", assigns=["doc._.claims"], requires=["doc.sents", "token.tag", "doc._.figures", "doc._.times"]
)
def make_claims(nlp: Language, name: str) -> Claims:
    """The stage for a pipeline."""
    return Claims()

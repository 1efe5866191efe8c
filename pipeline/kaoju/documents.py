"""From an article to the ``Doc`` that the stages read: one body, normalised, every character leading to its source."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import numpy as np
from spacy.tokens import Doc

from kaoju.annotations import Block, Marker, Note
from kaoju.article import Article
from kaoju.normalising import normalise, script_of
from kaoju.text import Text

if TYPE_CHECKING:
    from spacy.language import Language

BLOCK_BREAK = "\n\n"


def to_doc(nlp: Language, article: Article) -> Doc:
    """The body of an article as a tokenised ``Doc``, its blocks, notes and markers under ``doc._``; run the stages by
    ``nlp(doc)``.

    ``doc._.body`` is ``doc.text``; ``doc._.origin`` is an integer array of shape (2, characters): the source range
    behind every character.
    """
    texts = [normalise(block.text) for block in article.blocks]
    body = Text.join(texts, BLOCK_BREAK)
    doc = nlp.make_doc(body.text)
    doc._.body = doc.text
    doc._.origin = np.stack([body.start, body.end])
    doc._.script = script_of("".join(block.text.text for block in article.blocks))
    doc._.meta = asdict(article.meta)
    doc._.blocks = _blocks(article, texts)
    doc._.notes = [
        Note(note=n.number, label=n.label, text=n.text.text, start=n.start, end=n.end, page=n.page)
        for n in article.notes
    ]
    doc._.markers = [
        Marker(
            at=body.at_source(m.start),
            start=m.start,
            end=m.end,
            label=m.label,
            note=m.note,
            reason=m.reason,
            pages=m.pages,
        )
        for m in article.markers
    ]
    return doc


def _blocks(article: Article, texts: list[Text]) -> list[Block]:
    blocks, at = [], 0
    for block, text in zip(article.blocks, texts, strict=True):
        blocks.append(Block(kind=block.kind, level=block.level, start=at, end=at + len(text)))
        at += len(text) + len(BLOCK_BREAK)
    return blocks


def source_range(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The range of the source behind ``doc.text[start:end]``; the same range where the doc was made from a string."""
    origin = doc._.origin
    if origin is None or start >= end:
        return start, end
    return int(origin[0][start]), int(origin[1][end - 1])

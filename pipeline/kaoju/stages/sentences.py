"""Sentences of the running text."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np
from spacy.language import Language

from kaoju.annotations import blocks, text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Sentences:
    """Sets sentence starts by punctuation, each block by itself; quotations and brackets stay whole.

    >>> import spacy
    >>> nlp = spacy.blank("zh")
    >>> sentences = nlp.add_pipe("kaoju_sentences")
    >>> [sentence.text for sentence in nlp("关税提高了。他说：“不。”然后走了。").sents]
    ['关税提高了。', '他说：“不。”然后走了。']
    """

    def __call__(self, doc: Doc) -> Doc:
        """The doc with ``token.is_sent_start`` set on every token."""
        from kaoju.claims.sentences import split_sentences

        text = text_of(doc)
        begins = [token.idx for token in doc]
        starts = {0}
        for block in blocks(doc):
            for start, _ in split_sentences(text, block["start"], block["end"]):
                starts.add(bisect_left(begins, start))
        marks = np.full(len(doc), -1, dtype=np.int32)
        marks[sorted(start for start in starts if start < len(doc))] = 1
        # all at once: spaCy looks through the whole doc for each token that is set by itself
        return doc.from_array(["SENT_START"], marks.astype(np.uint64).reshape(-1, 1))  # type: ignore[arg-type]


@Language.factory("kaoju_sentences", assigns=["token.is_sent_start", "doc.sents"])
def make_sentences(nlp: Language, name: str) -> Sentences:
    """The stage for a pipeline."""
    return Sentences()

"""The words of a doc as a passage, and words cut where a name begins or ends inside them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from kaoju.annotations import text_of
from kaoju.names.mentions import Passage


def words_of(span: Span) -> list[tuple[int, int, str]]:
    """Where the words of a part of a doc begin and end, and their tags."""
    return [(token.idx, token.idx + len(token), token.tag_) for token in span]


def passage_of(span: Span) -> Passage:
    """The words and tags of a part of a doc, white space with the word before it."""
    text, words = text_of(span), [(token.idx - span.start_char, token.tag_) for token in span]
    places = [*(start for start, _ in words), len(text)]
    return Passage([text[start:end] for start, end in pairwise(places)], [tag for _, tag in words])


def cut_at(doc: Doc, places: Iterable[int]) -> None:
    """Cut the words of a doc at characters; the parts keep the word's tag."""
    cuts: dict[int, set[int]] = {}
    for place in places:
        span = doc.char_span(place, place + 1, alignment_mode="expand")
        if span is not None and span.start_char < place < span.start_char + len(span[0]):
            cuts.setdefault(span.start, set()).add(place - span.start_char)
    if not cuts:
        return
    with doc.retokenize() as retokenizer:
        for i, within in cuts.items():
            token = doc[i]
            parts = [token.text[a:b] for a, b in pairwise([0, *sorted(within), len(token)])]
            heads: list[Token | tuple[Token, int]] = [(token, part) for part in range(len(parts))]
            retokenizer.split(token, parts, heads=heads, attrs={"TAG": [token.tag_] * len(parts)})

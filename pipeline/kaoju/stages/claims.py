"""Claims: what is said, with figures, by whom and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from spacy import symbols
from spacy.language import Language

from kaoju.annotations import blocks, text_of
from kaoju.lexicon import Lexicon, open_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

    from kaoju.claims.body import Body, Span, Word


# tags that jieba gives to deeds too: 许诺/nr, 越过/d
_DOUBTFUL = ("n", "nr", "nrt", "d")

# nouns to jieba
_ADVERBS = frozenset(["有所"])
_MODALS = frozenset(["可", "可以", "能", "能够", "须", "必须", "需", "需要", "应", "应当"])
# verbs that no name has in it
_SAYS = frozenset(["否认", "宣布", "表示", "认为", "承认", "指出", "警告", "预计"])


class Claims:
    """Reads a claim for each figure or tied figures, for each quotation, and for each statement that carries a note.

    Writes ``doc._.claims``, a list of ``Claim``. A noun to jieba that the lexicon's dictionary knows as a deed alone is
    read as a verb: 生效, 核准.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._is_deed = lru_cache(maxsize=1 << 15)(partial(self._glossed_as_deed, all))
        self._may_be_deed = lru_cache(maxsize=1 << 15)(partial(self._glossed_as_deed, any))

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its claims."""
        from kaoju.claims import find_claims

        doc._.claims = find_claims(self.body(doc))
        return doc

    def body(self, doc: Doc) -> Body:
        """The running text of a doc with what earlier stages found in it."""
        from kaoju.claims.body import Body, Name

        text = text_of(doc)
        return Body(
            text=text,
            words=self._words(doc, text),
            sentences=_sentences(doc, text),
            figures=doc._.figures,
            times=doc._.times,
            markers=doc._.markers,
            blocks=blocks(doc),
            names=[Name(one.start_char, _end_of_name(one), one.label_) for one in doc.ents],
        )

    def _words(self, doc: Doc, text: str) -> list[Word]:
        """The words with their tags; one without a tag is taken for a noun."""
        from kaoju.claims.body import Word

        columns = doc.to_array(["IDX", "LENGTH", "TAG", "POS"])  # a token at a time is slow
        tags = {key: doc.vocab.strings[key] or "n" for key in set(columns[:, 2].tolist())}
        words = [
            Word(at, at + length, text[at : at + length], tags[tag], pos != symbols.X)
            for at, length, tag, pos in columns.tolist()
        ]
        return [
            word._replace(tag=self._tag(word, last)) if word.tag in _DOUBTFUL else word
            for word, last in zip(words, [None, *words], strict=False)
        ]

    def _tag(self, word: Word, before: Word | None) -> str:
        """A verb's where a word is a deed always (生效), or may be one and stands behind a modal (可节约)."""
        if word.text in _ADVERBS:
            return "d"
        modal = before is not None and before.text in _MODALS and before.end == word.start
        return "v" if (self._may_be_deed if modal else self._is_deed)(word.text) else word.tag

    def _glossed_as_deed(self, how_many: Callable[[Iterable[bool]], bool], word: str) -> bool:
        glosses = self.lexicon.glosses(word)
        return len(word) > 1 and bool(glosses) and how_many(gloss.startswith("to ") for gloss in glosses)


def _end_of_name(name: SpacySpan) -> int:
    """Where a name ends, before a verb of saying that a guess took for a part of it: 马士基 of 马士基否认公司."""
    verbs = (token.idx for token in name[1:] if token.text in _SAYS)
    return next(verbs, name.end_char)


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
    """The stage, with the dictionary that the tokenizer of the pipeline knows."""
    return Claims(getattr(nlp.tokenizer, "lexicon", None) or open_lexicon())

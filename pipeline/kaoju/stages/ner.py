"""Named entities as a model trained on annotated sentences reads them."""

from __future__ import annotations

import math
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from kaoju.annotations import text_of
from kaoju.lexicon import Lexicon, open_lexicon
from kaoju.names import shapes
from kaoju.names.features import Gazetteer
from kaoju.names.tagger import Named, Tagger
from kaoju.names.trusted import Read, doubt
from kaoju.stages.tokens import cut_at, passage_of

WEIGHTS = resources.files("kaoju.names") / "tagger.npz"


class Ner:
    """Sets ``doc.ents`` to the PERSON, LOC and ORG that the model reads; words are cut where a name begins or ends in
    them. Text in Traditional characters is read as if it stood in Simplified ones.

    ``least`` is how sure a name must be: the logarithm of how much likelier it is than no name; 0 takes all that the
    model reads. ``doubt`` is by how much surer a name must be that its words do not bear out: 0 for texts like those
    that the model has learned from, more where a wrong name costs more than a missing one. The weights come with kaoju.

    >>> import spacy, kaoju.stages.tokenizer
    >>> nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "kaoju.jieba.v1"}}})
    >>> doc = nlp.add_pipe("kaoju_ner")(nlp.make_doc("安徒生出生于丹麦。"))
    >>> [(span.text, span.label_) for span in doc.ents]
    [('安徒生', 'PERSON'), ('丹麦', 'LOC')]
    """

    def __init__(self, nlp: Language, *, least: float = 0.0, doubt: float = 0.0) -> None:
        self.lexicon = _lexicon(nlp)
        self.short = self.lexicon.short_countries()
        self.gazetteer = gazetteer(nlp)
        self.least = least
        self.doubt = doubt
        self.tagger = _shipped()

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of a doc that has none."""
        text = text_of(doc)
        words = passage_of(doc[:])
        read = self.tagger.names(words.words, words.tags, self.gazetteer)
        named = [name for name in read if name.sure >= self.least + self._doubt(name, doc, text)]
        cut_at(doc, {place for name in named for place in (name.start, name.end)})
        found = (doc.char_span(name.start, name.end, label=name.label) for name in named)
        doc.ents = tuple(span for span in found if span is not None)
        return doc

    def _doubt(self, name: Named, doc: Doc, text: str) -> float:
        span = doc.char_span(name.start, name.end, alignment_mode="expand")
        if not self.doubt or span is None:
            return 0.0
        if self._cuts(text, span, name):
            return math.inf
        return self.doubt * doubt(_read(text, span, name), self.lexicon)

    def _cuts(self, text: str, span: Span, name: Named) -> bool:
        """Whether a name begins or ends inside a word of the dictionary, or may be a country and a word of its own:
        美军 in 对美军购."""
        cut = [text_of(span[:1])] * (span.start_char < name.start) + [text_of(span[-1:])] * (name.end < span.end_char)
        country = name.end - name.start == 2 and name.start and shapes.COUNTRY_AFTER.match(text, name.start - 1)
        return any(word in self.gazetteer.tags for word in cut) or bool(country and country[1] in self.short)

    def to_disk(self, path: str | Path, exclude: Any = ()) -> None:
        """Write the weights."""
        Path(path).mkdir(parents=True, exist_ok=True)
        self.tagger.write(Path(path) / "tagger.npz")

    def from_disk(self, path: str | Path, exclude: Any = ()) -> Ner:
        """Read the weights, where the folder has any."""
        file = Path(path) / "tagger.npz"
        if file.exists():
            self.tagger = Tagger.read(file)
        return self


@cache
def _shipped() -> Tagger:
    """The tagger that comes with kaoju."""
    with WEIGHTS.open("rb") as file:
        return Tagger.read(file)


@Language.factory("kaoju_ner", requires=["token.tag"], assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def make_ner(nlp: Language, name: str, least: float = 0.0, doubt: float = 0.0) -> Ner:
    """The stage for a pipeline."""
    return Ner(nlp, least=least, doubt=doubt)


def _read(text: str, span: Span, name: Named) -> Read:
    """A name of a text with its words, or parts of words, and those around."""
    doc = span.doc
    words = [(text[max(name.start, word.idx) : min(name.end, word.idx + len(word))], word.tag_) for word in span]
    before, after = (text_of(doc[i : i + 1]) if 0 <= i < len(doc) else "" for i in (span.start - 1, span.end))
    return Read(words, name.label, before, after)


def gazetteer(nlp: Language) -> Gazetteer:
    """The words of the dictionary that a pipeline's tokenizer cuts by."""
    lexicon = _lexicon(nlp)
    words = lexicon.segmentation()
    return Gazetteer(words.tags, lexicon.labels(), words.frequencies, lexicon.surnames())


def _lexicon(nlp: Language) -> Lexicon:
    return getattr(nlp.tokenizer, "lexicon", None) or open_lexicon()

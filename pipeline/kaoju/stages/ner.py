"""Named entities as a model trained on annotated sentences reads them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kaoju.errors import KaojuError
from kaoju.lexicon import Lexicon, open_lexicon
from kaoju.names.features import Gazetteer
from kaoju.names.tagger import Tagger
from kaoju.normalising import simplified
from kaoju.stages.tokens import cut_at


class Ner:
    """Sets ``doc.ents`` to the PERSON, LOC and ORG that the model reads; words are cut where a name begins or ends in
    them. Text in Traditional characters is read as if it stood in Simplified ones.

    The weights stand in the folder of a trained pipeline: ``spacy.load("models/zh_kaoju")``, or in a config
    ``source = "models/zh_kaoju"`` under ``[components.kaoju_ner]``.

    Raises:
        KaojuError: it has no weights.
    """

    def __init__(self, tokenizer: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
        self.tokenizer = tokenizer
        self.gazetteer = gazetteer
        self.tagger: Tagger | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of a doc that has none."""
        words = self._simplified(doc)
        named = self._trained().names(
            [word.text_with_ws for word in words], [word.tag_ for word in words], self.gazetteer
        )
        cut_at(doc, {place for name in named for place in (name.start, name.end)})
        found = (doc.char_span(name.start, name.end, label=name.label) for name in named)
        doc.ents = tuple(span for span in found if span is not None)
        return doc

    def _trained(self) -> Tagger:
        if self.tagger is None:
            raise KaojuError("kaoju_ner has no weights; load a trained pipeline, as spacy.load('models/zh_kaoju')")
        return self.tagger

    def _simplified(self, doc: Doc) -> Doc:
        """The doc in Simplified characters, which the dictionary and the model know, place by place the same."""
        simple = simplified(doc.text)
        return doc if simple == doc.text else self.tokenizer(simple)

    def to_disk(self, path: str | Path, exclude: Any = ()) -> None:
        """Write the weights."""
        Path(path).mkdir(parents=True, exist_ok=True)
        self._trained().write(Path(path) / "tagger.npz")

    def from_disk(self, path: str | Path, exclude: Any = ()) -> Ner:
        """Read the weights."""
        self.tagger = Tagger.read(Path(path) / "tagger.npz")
        return self


@Language.factory("kaoju_ner", requires=["token.tag"], assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def make_ner(nlp: Language, name: str) -> Ner:
    """The stage, as yet without weights."""
    return Ner(nlp.tokenizer, gazetteer(nlp))


def gazetteer(nlp: Language) -> Gazetteer:
    """The words of the dictionary that a pipeline's tokenizer cuts by."""
    lexicon: Lexicon = getattr(nlp.tokenizer, "lexicon", None) or open_lexicon()
    words = lexicon.segmentation()
    return Gazetteer(words.tags, lexicon.labels(), words.frequencies, lexicon.surnames())

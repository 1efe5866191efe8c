"""Entities: the names in the body, what kind of thing each names, and what it is called in English."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kaoju.annotations import blocks, text_of
from kaoju.lexicon import Lexicon, Name, open_lexicon
from kaoju.names import shapes
from kaoju.names.mentions import Passage, edges, foreign, mentions, told
from kaoju.names.originals import Original, originals
from kaoju.names.shapes import ORIGINAL
from kaoju.names.sounds import transcribed
from kaoju.stages.tokens import cut_at, passage_of

# the kinds that the model tells apart
_READ = frozenset(["PERSON", "LOC", "ORG"])
_NUMBER = "[一二两三四五六七八九十百0-9]+"
_PLACES = re.compile(f"(?P<name>.{{2,}}?){_NUMBER}个?[省州市县国区]")
_FIRMS = re.compile(f"(?P<name>.*?){_NUMBER}(?:家|大(?=公司|集团|企业|银行)).*")
# names with a count of such after them, by their kind: 湖南、广西九省, 亚马逊四家公司
_COUNTED = {"GPE": _PLACES, "LOC": _PLACES, "ORG": _FIRMS}
# the kinds whose names may be foreign
_FOREIGN = frozenset(["PERSON", "ORG", "GPE", "LOC"])
# how much less a string must look like a foreign name where a note is there to tell
_EASE = 1.6
# a block and its words
Placed = tuple[Span, Passage]


class Entities:
    """Names in ``doc.ents``, with ``span._.canonical``, the form that stands for all variants, and ``span._.english``.

    The lexicon, jieba's tags and the shapes of names say what is one. Entities that are there already, as from
    ``kaoju_ner``, are kept, but for those inside a longer one and those of which more is known, as of a place that it
    is a country; nothing is found inside a figure or across two paragraphs.

    >>> import spacy, kaoju.stages.tokenizer
    >>> nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "kaoju.jieba.v1"}}})
    >>> doc = nlp.add_pipe("kaoju_entities")(nlp.make_doc("川普要求南韩遵守《巴黎协定》。"))
    >>> [(span.text, span.label_, span._.canonical) for span in doc.ents]
    [('川普', 'PERSON', '特朗普'), ('南韩', 'GPE', '韩国'), ('巴黎协定', 'LAW', '巴黎协定')]
    >>> doc.ents[1]._.english
    'South Korea'
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of a doc."""
        passages = self._split(doc, list(_passages(doc)))
        figures = _in_figures(doc)
        found = [
            Span(doc, span.start + name.start, span.start + name.end, label=name.label)
            for span, passage in passages
            for name in mentions(passage, self.lexicon)
        ]
        found, there = (
            [span for span in spans if not any(figures[span.start : span.end])] for spans in (found, doc.ents)
        )
        kept = _kept(there, found)
        taken = {token.i for span in kept for token in span}
        doc.ents = (*kept, *(span for span in found if taken.isdisjoint(range(span.start, span.end))))
        doc.ents = [named for span in self._qualified(doc) if (named := self._uncounted(span))]
        self._call(doc)
        return doc

    def _split(self, doc: Doc, passages: list[Placed]) -> list[Placed]:
        """Cut words of no dictionary where a foreign name begins or ends in them, as jieba guesses those, 森曾; and any
        word where the text tells the name, as by a dash: 克拉里昂—克利珀顿区|划."""
        places = set()
        for span, passage in passages:
            for edge in edges(passage, self.lexicon):
                token = _token_at(doc, span.start_char + edge)
                word = text_of(doc[token.i : token.i + 1])
                if token.tag_ == "n" and not self.lexicon.glosses(word) and not self.lexicon.name(word):
                    places.add(span.start_char + edge)
            places |= {span.start_char + edge for start, end, _ in told(passage, self.lexicon) for edge in (start, end)}
        cut_at(doc, places)
        return list(_passages(doc)) if places else passages

    def _qualified(self, doc: Doc) -> list[Span]:
        """The entities, an office with the country before it as one where the lexicon knows it as another's: 北韩外务省
        is not 日本外务省."""
        kept: list[Span] = []
        for span in doc.ents:
            before = kept[-1] if kept and kept[-1].end == span.start else None
            if before and before.label_ == "GPE" and self._is_of_another(text_of(before), text_of(span)):
                kept[-1] = Span(doc, before.start, span.end, label="ORG")
            else:
                kept.append(span)
        return kept

    def _uncounted(self, span: Span) -> Span | None:
        """A name without the count of more read with it, 广西 of 湖南、广西九省; None where that is all, 三家集团.
        波罗的海三国 is known."""
        pattern = _COUNTED.get(span.label_)
        counted = pattern.fullmatch(text_of(span)) if pattern else None
        if counted is None or self.lexicon.name(text_of(span)):
            return span
        if not counted["name"]:
            return None
        start = span.start_char
        return span.doc.char_span(start, start + counted.end("name"), label=span.label_) or span

    def _is_of_another(self, country: str, office: str) -> bool:
        """Whether an office by its bare name is that of another country."""
        name, place = self.lexicon.name(office), self.lexicon.name(country)
        if name is None or place is None or name.label != "ORG" or not name.canonical.endswith(office):
            return False
        owner = self.lexicon.name(name.canonical.removesuffix(office))
        return owner is not None and owner.label == "GPE" and owner.canonical != place.canonical

    def _call(self, doc: Doc) -> None:
        """Give every entity its canonical form and its English name: the lexicon's, or the one that the text has given
        in brackets after it, 安倍晋三（Shinzo Abe）."""
        entities = doc.ents  # spaCy makes them anew each time
        learned = {name: original.latin for name, original in originals_in(doc, text_of(doc), entities).items()}
        full = _full_names(doc)
        for span in entities:
            said = text_of(span)
            name = self._countries(said) or self.lexicon.name(said)
            if name and name.label == "WORK_OF_ART" != span.label_:
                name = None  # the ocean is not the magazine
            span._.canonical = name.canonical if name else full.get(said, said)
            known = name.english[0] if name and name.english else None
            span._.english = learned.get(said) or known or learned.get(span._.canonical)

    def _countries(self, text: str) -> Name | None:
        """Countries by one character each: 中美 is China and the United States."""
        short = self.lexicon.short_countries()
        if not all(char in short for char in text):
            return None
        names = [name for char in text if (name := self.lexicon.name(short[char]))]
        english = ", ".join(name.english[0] for name in names)
        return Name(text, (english,), "GPE", "、".join(name.canonical for name in names))


@Language.factory(
    "kaoju_entities",
    requires=["token.tag"],
    assigns=["doc.ents", "token.ent_iob", "token.ent_type", "span._.canonical", "span._.english"],
)
def make_entities(nlp: Language, name: str) -> Entities:
    """The stage, with the names that the tokenizer of the pipeline knows."""
    return Entities(getattr(nlp.tokenizer, "lexicon", None) or open_lexicon())


def _passages(doc: Doc) -> Iterator[Placed]:
    """The words of each block."""
    for block in blocks(doc):
        span = doc.char_span(block["start"], block["end"], alignment_mode="contract")
        if span is not None:
            yield span, passage_of(span)


def foreign_in(span: Span, named: Iterable[Span], lexicon: Lexicon) -> list[tuple[int, int]]:
    """What may be a foreign name in a part of a doc, for a note to tell: ranges of ``doc.text``.

    The entities of that part, ``named``, without what tells their kind (因迪奥 of 因迪奥河), the words that jieba takes
    for foreign persons, and what else looks like one.
    """
    told = [(ent.start_char, _proper(text_of(ent))) for ent in named if ent.label_ in _FOREIGN]
    told += [(token.idx, text_of(span.doc[token.i : token.i + 1])) for token in span if token.tag_ == "nrt"]
    found = [(start, start + len(name)) for start, name in told if transcribed(name)]
    looks = [(span.start_char + a, span.start_char + b) for a, b in foreign(passage_of(span), lexicon, _EASE)]
    return found + [(a, b) for a, b in looks if not any(start <= a and b <= end for start, end in found)]


def _proper(name: str) -> str:
    """A name without the word at its end that tells its kind."""
    return name.removesuffix(shapes.ending(name) or "")


def _in_figures(doc: Doc) -> list[bool]:
    """Which tokens are in a figure."""
    inside = [False] * len(doc)
    for figure in doc._.figures:
        span = doc.char_span(figure["start"], figure["end"], alignment_mode="expand")
        for token in span or ():
            inside[token.i] = True
    return inside


def _kept(there: list[Span], found: list[Span]) -> list[Span]:
    """The entities that are there already and stay beside those that were found."""
    over = {i: span for span in found for i in range(span.start, span.end)}
    return [span for span in there if not _gives_way(span, over.get(span.start))]


def _gives_way(span: Span, other: Span | None) -> bool:
    """Whether an entity is part of a longer one, or named by the model where the other is of a kind unknown to it."""
    if other is None or not other.start <= span.start < span.end <= other.end:
        return False
    return len(other) > len(span) or (span.label_ in _READ and other.label_ not in _READ)


def _token_at(doc: Doc, offset: int) -> Token:
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    assert span is not None  # noqa: S101  every character is in a token
    return span[0]


def originals_in(doc: Doc, text: str, entities: Sequence[Span]) -> dict[str, Original]:
    """The names that the text of a doc gives in the original, in brackets after them, where it first does."""
    found: dict[str, Original] = {}
    starts = [entity.start_char for entity in entities]
    for block in blocks(doc):
        start, end = block["start"], block["end"]
        span = doc.char_span(start, end, alignment_mode="contract") if ORIGINAL.search(text, start, end) else None
        if span:
            inside = entities[bisect_left(starts, start) : bisect_left(starts, end)]
            named = [(entity.start_char - start, entity.end_char - start) for entity in inside]
            for one in originals(passage_of(span), named):
                found.setdefault(text[start + one.start : start + one.end], one)
    return found


def _full_names(doc: Doc) -> dict[str, str]:
    """Surnames that stand alone somewhere and at the end of a full name elsewhere: 奥尔森 of 曼瑟尔·奥尔森."""
    full: dict[str, str] = {}
    for span in doc.ents:
        name = text_of(span)
        if span.label_ == "PERSON" and "·" in name:
            full.setdefault(name.rsplit("·", 1)[1], name)
    return full

"""How well the words around a marker fit each note, and how far a claim's notes bear it out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

from spacy.language import Language

from kaoju.annotations import Evidence, Proposal, Support, blocks, characters, text_of
from kaoju.lexicon import Lexicon, open_lexicon
from kaoju.stages.tokens import words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kaoju.evidence.features import Feature
    from kaoju.evidence.weighing import Notes

# more pairs of marker and note than this are not written out: only each marker's best notes
_PAIRS = 2_000_000
_BEST = 200
# characters before a marker beyond which nothing speaks for a note
_REACH = 1_500
# how far a note must bear a claim out to be proposed for it, and to be so in place of another
_PROPOSED, _MISPLACED = 0.5, 0.65
# of the notes that fit a claim best, so many are looked at for what they share with it
_LIKELY = 10
# markers weighed at a time: the fits of one lot are held in memory
_AT_ONCE = 500
# what the words of a paragraph weigh: before the last mark, since it, and since it in the sentence
_NEARNESS = (0.4, 0.8, 2.0)
# names that may be foreign, by their length
_SHORT, _LONG = 2, 7


K = TypeVar("K")
# features and where in the text they begin
Placed = tuple[int, Sequence["Feature"]]


class Places:
    """The features of a text by where they begin, for the features of any piece of it."""

    def __init__(self, found: Iterable[Placed]) -> None:
        placed = sorted((place for place in found if place[1]), key=itemgetter(0))
        self._starts = [start for start, _ in placed]
        self._features = [features for _, features in placed]

    def within(self, start: int, end: int) -> Iterator[Feature]:
        """The features that begin in a range."""
        places = slice(bisect_left(self._starts, start), bisect_left(self._starts, end))
        return chain.from_iterable(self._features[places])


class EvidenceOfNotes:
    """Weighs every note against the words before every marker, by the texts alone: shared names, words (through the
    lexicon), numbers and dates. The labels and the order of marks and notes are not looked at. What counts is how much
    better a note fits there than elsewhere; one that points back has the words of the note that it repeats.

    Writes ``doc._.evidence``, a list of ``Evidence``; ``doc._.support``, a list of ``Support``; ``doc._.proposals``,
    a list of ``Proposal``: a note that no marker calls for a claim without one, or another note for a claim that shares
    nothing with its own.
    """

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self.lexicon: Lexicon = getattr(nlp.tokenizer, "lexicon", None) or open_lexicon()
        self._everyday = self.lexicon.everyday_english()

    def __call__(self, doc: Doc) -> Doc:
        """The doc with the evidence of its notes."""
        from kaoju.evidence.weighing import Notes

        notes = self._notes(doc)
        if notes:
            weighed = Notes(notes)
            asked = _asked(doc)
            places = Places(
                [*self._words(doc, asked, weighed.index), *_shared(self._others(doc, asked), weighed.index)]
            )
            doc._.evidence = list(_evidence(doc, weighed, places))
            doc._.support = list(_support(doc, weighed, notes, places))
            doc._.proposals = list(_proposals(doc, weighed, notes, places))
        return doc

    def _notes(self, doc: Doc) -> list[dict[str, str]]:
        """The features of each note, and what of it they came from; one that points back has those of the note that it
        repeats too."""
        from kaoju.evidence.features import chinese, of_note
        from kaoju.normalising import normalise
        from kaoju.text import Text

        dates, titles = defaultdict(list), defaultdict(list)
        for cite in doc._.citations:
            dates[cite["note"]].append(cite["date"] or "")
            titles[cite["note"]].append(cite["title"] or "")
        plain = [normalise(Text.of(note["text"])).text for note in doc._.notes]
        cut = ((text, chinese(text)) for text in plain)
        words = [(text, [token.text for token in self.nlp.make_doc(pieces)] if pieces else []) for text, pieces in cut]
        numbers = [note["note"] for note in doc._.notes]
        own = {n: of_note(*told, dates[n], titles[n]) for n, told in zip(numbers, words, strict=True)}
        repeated = {one["note"]: one["same_as"] for one in doc._.back_references}
        return [{**own.get(repeated.get(number) or number, {}), **own[number]} for number in numbers]

    def _words(self, doc: Doc, asked: bytearray, shared: Container[str]) -> Iterator[Placed]:
        """What the notes share of the features of the text's words, of those that are asked for."""
        from kaoju.evidence.features import of_word

        text = text_of(doc)
        words = [(start, text[start:end]) for start, end, _ in words_of(doc[:]) if asked[start]]
        features = dict(_shared(((word, of_word(word, self.lexicon)) for word in {word for _, word in words}), shared))
        return ((start, features[word]) for start, word in words)

    def _others(self, doc: Doc, asked: bytearray) -> Iterator[Placed]:
        """The features of the text's times and figures, of the names whose originals it gives, and of those that sound
        like something in the notes."""
        from kaoju.evidence.features import of_figure, of_original, of_time
        from kaoju.stages.entities import originals_in

        text = text_of(doc)
        for time in doc._.times:
            yield time["start"], tuple(of_time(time["edtf"]))
        for figure in doc._.figures:
            surface = text[figure["start"] : figure["end"]]
            yield figure["start"], of_figure(surface, figure["low"], figure["high"])
        for name, original in originals_in(doc, text, doc.ents).items():
            features = of_original(name, original.latin)
            yield from ((match.start(), features) for match in re.finditer(re.escape(name), text))
        yield from self._heard(doc, text, asked)

    def _heard(self, doc: Doc, text: str, asked: bytearray) -> Iterator[Placed]:
        """The names that are asked for and that no dictionary has, with what they sound like in the notes."""
        from kaoju.evidence.features import of_sounds

        unknown = [(at, name) for at, name in self._foreign(doc, text, asked) if not self.lexicon.name(name)]
        notes = (note["text"] for note in doc._.notes)
        sounds = of_sounds(sorted({name for _, name in unknown}), notes, self._everyday)
        return ((at, sounds[name]) for at, name in unknown if name in sounds)

    def _foreign(self, doc: Doc, text: str, asked: bytearray) -> Iterator[tuple[int, str]]:
        """What is asked for and may be a foreign name, and where it begins."""
        from kaoju.stages.entities import foreign_in

        entities = doc.ents  # spaCy makes them anew each time
        starts = [entity.start_char for entity in entities]
        for block in blocks(doc):
            span = doc.char_span(block["start"], block["end"], alignment_mode="contract")
            if span and 1 in asked[block["start"] : block["end"]]:
                named = entities[bisect_left(starts, block["start"]) : bisect_left(starts, block["end"])]
                likely = foreign_in(span, named, self.lexicon)
                yield from ((a, text[a:b]) for a, b in likely if asked[a] and _SHORT <= b - a <= _LONG)


def _shared(found: Iterable[tuple[K, Sequence[Feature]]], shared: Container[str]) -> Iterator[tuple[K, list[Feature]]]:
    """Of the features of anything, those that are shared."""
    return ((of, [one for one in features if one.key in shared]) for of, features in found)


def _asked(doc: Doc) -> bytearray:
    """Which characters stand before a marker, in a claim that cites a note, or in one whose marker may be lost: nobody
    asks for the others."""
    ranges = [(paragraph, at) for paragraph, *_, at in _reaches(doc)]
    lost = bool(_uncalled(doc))
    ranges += [(claim["start"], claim["end"]) for claim in doc._.claims if claim["notes"] or lost]
    asked = bytearray(characters(doc))
    for start, end in ranges:
        asked[start:end] = b"\1" * (end - start)
    return asked


def _evidence(doc: Doc, weighed: Notes, places: Places) -> Iterator[Evidence]:
    passages = [_before(places, reach) for reach in _reaches(doc)]
    numbers = [note["note"] for note in doc._.notes]
    best = len(numbers) if len(passages) * len(numbers) <= _PAIRS else _BEST
    for marker, row in enumerate(weighed.calls(passages)):
        scores = row.round(9).tolist()
        for at in sorted((-row).argsort(kind="stable")[:best]):
            yield Evidence(marker=marker, note=numbers[at], score=scores[at])


def _reaches(doc: Doc) -> Iterator[tuple[int, int, int, int]]:
    """For each marker, where its paragraph begins, where the last mark in it stood, where the sentence begins, or the
    rest of it after that mark, and where the marker stands."""
    paragraphs = [block["start"] for block in blocks(doc)]
    sentences = [sentence.start_char for sentence in doc.sents]
    marks = [marker["at"] for marker in doc._.markers]
    for at in marks:
        paragraph = max(paragraphs[max(0, bisect_right(paragraphs, at) - 1)], at - _REACH)
        before = bisect_left(marks, at)
        last = max(paragraph, marks[before - 1] if before else 0)
        yield paragraph, last, max(last, sentences[max(0, bisect_left(sentences, at) - 1)]), at


def _before(places: Places, reach: tuple[int, int, int, int]) -> dict[str, float]:
    """The words of the paragraph before a marker, above all those since the last mark; the most that each weighs."""
    best: dict[str, float] = {}
    for start, end, near in zip(reach, reach[1:], _NEARNESS, strict=False):
        for key, weight, _ in places.within(start, end):
            if weight * near > best.get(key, 0.0):
                best[key] = weight * near
    return best


def _support(doc: Doc, weighed: Notes, notes: list[dict[str, str]], places: Places) -> Iterator[Support]:
    order = {note["note"]: at for at, note in enumerate(doc._.notes)}
    for index, claim in enumerate(doc._.claims):
        cited = sorted(order[note] for note in claim["notes"] if note in order)
        if cited:
            passage = list(places.within(claim["start"], claim["end"]))
            score, shared = max(weighed.shared(passage, notes[at]) for at in cited)
            yield Support(claim=index, score=round(score, 4), shared=shared)


def _proposals(doc: Doc, weighed: Notes, notes: list[dict[str, str]], places: Places) -> Iterator[Proposal]:
    uncalled, supported = _uncalled(doc), {one["claim"]: one["score"] for one in doc._.support}
    every = list(range(len(notes)))
    asking = [
        (index, claim, every if claim["notes"] else uncalled)
        for index, claim in enumerate(doc._.claims)
        if (supported.get(index) == 0 if claim["notes"] else uncalled)
    ]
    for first in range(0, len(asking), _AT_ONCE):
        lot = asking[first : first + _AT_ONCE]
        passages = [list(places.within(claim["start"], claim["end"])) for _, claim, _ in lot]
        fits = weighed.fits([_heaviest(passage) for passage in passages])
        for (index, claim, among), passage, row in zip(lot, passages, fits, strict=True):
            likely = [among[at] for at in (-row[among]).argsort(kind="stable")[:_LIKELY]]
            told = [(*weighed.shared(passage, notes[at]), -at) for at in likely]
            score, shared, at = max(told, key=lambda one: (one[0], one[2]))
            if score >= (_MISPLACED if claim["notes"] else _PROPOSED):
                yield Proposal(claim=index, note=doc._.notes[-at]["note"], score=round(score, 4), shared=shared)


def _heaviest(passage: Iterable[Feature]) -> dict[str, float]:
    """Each feature of a passage with the most that it weighs there."""
    best: dict[str, float] = {}
    for key, weight, _ in passage:
        best[key] = max(weight, best.get(key, 0.0))
    return best


def _uncalled(doc: Doc) -> list[int]:
    """Where in the list of notes those stand that no marker calls."""
    called = {marker["note"] for marker in doc._.markers}
    return [at for at, note in enumerate(doc._.notes) if note["note"] not in called]


@Language.factory(
    "kaoju_evidence",
    assigns=["doc._.evidence", "doc._.support", "doc._.proposals"],
    requires=[
        "doc.ents",
        "doc.sents",
        "doc._.notes",
        "doc._.markers",
        "doc._.citations",
        "doc._.back_references",
        "doc._.claims",
        "doc._.times",
        "doc._.figures",
    ],
)
def make_evidence(nlp: Language, name: str) -> EvidenceOfNotes:
    """The stage for a pipeline."""
    return EvidenceOfNotes(nlp)

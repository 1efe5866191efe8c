"""How well the words around a marker fit each note, and how far a claim's notes bear it out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.language import Language

from kaoju.annotations import Evidence, Support, blocks
from kaoju.lexicon import open_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kaoju.evidence.features import Feature
    from kaoju.evidence.weighing import Notes

    # where a name begins, and the features of what it sounds like
    Heard = list[tuple[int, tuple[Feature, ...]]]

# more pairs of marker and note than this are not written out: only each marker's best notes
_PAIRS = 2_000_000
_BEST = 200
# the words since the last mark weigh more than the rest of the sentence, the paragraph before it less
_NEAR, _FAR = 2.0, 0.4
# names that may be foreign, by their length
_SHORT, _LONG = 2, 7


class EvidenceOfNotes:
    """Weighs every note against the words before every marker, by the texts alone: shared names, words (through the
    lexicon), numbers and dates. Labels, order and position are not looked at.

    Writes ``doc._.evidence``, a list of ``Evidence``, and ``doc._.support``, a list of ``Support``.
    """

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self.lexicon = open_lexicon()

    def __call__(self, doc: Doc) -> Doc:
        """The doc with the evidence of its notes."""
        from kaoju.evidence.weighing import Notes

        notes = [list(self._of_note(doc, note["note"], note["text"])) for note in doc._.notes]
        if not notes:
            return doc
        weighed = Notes(notes)
        heard = self._heard(doc)
        doc._.evidence = list(self._evidence(doc, weighed, heard))
        doc._.support = list(self._support(doc, weighed, notes, heard))
        return doc

    def _heard(self, doc: Doc) -> Heard:
        """The names of the text that no dictionary has, with what they sound like in the notes."""
        from kaoju.evidence.features import of_sounds

        unknown = [
            entity
            for entity in doc.ents
            if entity.label_ in ("PERSON", "ORG", "GPE", "LOC")
            and _SHORT <= len(entity.text) <= _LONG
            and self.lexicon.name(entity.text) is None
        ]
        sounds = of_sounds(sorted({entity.text for entity in unknown}), (note["text"] for note in doc._.notes))
        return [(entity.start_char, sounds[entity.text]) for entity in unknown if entity.text in sounds]

    def _of_note(self, doc: Doc, number: int, text: str) -> Iterator[Feature]:
        from kaoju.evidence.features import of_note
        from kaoju.normalising import normalise
        from kaoju.text import Text

        plain = normalise(Text.of(text)).text
        dates = [cite["date"] for cite in doc._.citations if cite["note"] == number and cite["date"]]
        yield from of_note(plain, (token.text for token in self.nlp.make_doc(plain)), dates)

    def _of_range(self, doc: Doc, start: int, end: int, heard: Heard) -> list[Feature]:
        """The features of a piece of the text."""
        from kaoju.evidence.features import of_figure, of_time, of_word

        span = doc.char_span(start, end, alignment_mode="contract")
        found = [feature for token in span or () for feature in of_word(token.text, self.lexicon)]
        found += [f for time in doc._.times if start <= time["start"] < end for f in of_time(time["edtf"])]
        found += [
            f
            for one in doc._.figures
            if start <= one["start"] < end
            for f in of_figure(doc.text[one["start"] : one["end"]])
        ]
        found += [feature for at, features in heard if start <= at < end for feature in features]
        return found

    def _evidence(self, doc: Doc, weighed: Notes, heard: Heard) -> Iterator[Evidence]:
        passages = [self._before(doc, index, heard) for index in range(len(doc._.markers))]
        fits = weighed.fits(passages)
        best = len(doc._.notes) if fits.size <= _PAIRS else _BEST
        for marker, row in enumerate(fits):
            for at in sorted((-row).argsort(kind="stable")[:best]):
                yield Evidence(marker=marker, note=doc._.notes[at]["note"], score=round(float(row[at]), 6))

    def _before(self, doc: Doc, marker: int, heard: Heard) -> list[Feature]:
        """The words that a marker stands behind: its paragraph, its sentence, above all those since the last mark."""
        at = doc._.markers[marker]["at"]
        block = next((b for b in blocks(doc) if b["start"] <= at <= b["end"]), None)
        if block is None:
            return []
        start = max((s.start_char for s in doc.sents if block["start"] <= s.start_char < at), default=block["start"])
        last = max((m["at"] for m in doc._.markers[:marker] if m["at"] < at), default=start)
        near = max(start, last)
        weighted = ((block["start"], start, _FAR), (start, near, 1.0), (near, at, _NEAR))
        return [
            feature._replace(weight=feature.weight * weight)
            for begin, end, weight in weighted
            for feature in self._of_range(doc, begin, end, heard)
        ]

    def _support(self, doc: Doc, weighed: Notes, notes: list[list[Feature]], heard: Heard) -> Iterator[Support]:
        places = {note["note"]: at for at, note in enumerate(doc._.notes)}
        for index, claim in enumerate(doc._.claims):
            cited = [places[note] for note in claim["notes"] if note in places]
            if not cited:
                continue
            passage = self._of_range(doc, claim["start"], claim["end"], heard)
            score, shared = max(weighed.shared(passage, notes[at]) for at in cited)
            yield Support(claim=index, score=round(score, 4), shared=shared)


@Language.factory(
    "kaoju_evidence",
    assigns=["doc._.evidence", "doc._.support"],
    requires=[
        "doc.ents",
        "doc.sents",
        "doc._.notes",
        "doc._.markers",
        "doc._.citations",
        "doc._.claims",
        "doc._.times",
        "doc._.figures",
    ],
)
def make_evidence(nlp: Language, name: str) -> EvidenceOfNotes:
    """The stage for a pipeline."""
    return EvidenceOfNotes(nlp)

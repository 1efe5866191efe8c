"""Pairs: names of a paragraph with their English form in the notes that it cites."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from spacy.language import Language
from spacy.tokens import Doc, Span

from kaoju.annotations import Block, Citation, Pair, blocks, text_of
from kaoju.citations.names import has_body_word, is_body
from kaoju.citations.surnames import surname
from kaoju.lexicon import Lexicon, open_lexicon
from kaoju.names import authors, pairing, readings
from kaoju.names.mentions import everyday
from kaoju.names.originals import Original
from kaoju.names.pairing import Chinese, Match, Paragraph
from kaoju.names.printed import Printed
from kaoju.normalising import fold_width
from kaoju.stages.entities import foreign_in, originals_in
from kaoju.stages.tokens import words_of
from kaoju.text import Text

# names of these kinds are translated, the others transcribed
_TRANSLATED = ("ORG", "LAW", "WORK_OF_ART", "EVENT", "LOC")
# what the words of a body's name are, by jieba's tags
_OF_BODIES = ("n", "v", "b", "j", "a", "l", "s", "c")
_WORDS_OF_BODY = 6
# names of these kinds are borne by others too
_BORNE = ("PERSON", "EVENT", None)
# 总局局长: who heads it
_HEADED = re.compile("(?<=([局部署厅院会社处]))\\1长$")
# what a name may be part of, at the longest
_LONGEST = 24
# a title in quotation marks
_QUOTED = re.compile(r"[“「『]([\u4e00-\u9fff]{4,16})[”」』]")


class Pairs:
    """Pairs in ``doc._.pairs``: a name of a paragraph, as a range of ``doc.text``, and its English form as printed in a
    note that the paragraph cites, in plain widths, with a score (0 to 1) and the method that found it.

    ``lexicon``: the lexicon has the form; ``article``: the text gives it in brackets; ``transliteration``: a foreign
    name that sounds so; ``reading``: a name of East Asia spelled as it is read; ``gloss``: a name translated word by
    word. Those who wrote what a note cites are looked for in the whole paragraph where ``doc._.citations`` are there.
    Entities that had no English name get that of their best pair.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._everyday = lexicon.everyday_english()
        self._surnames = lexicon.surnames()
        readings.surnames(self._surnames)  # made once: with the pipeline, not in its first article
        self._parts_of = lru_cache(maxsize=1 << 15)(self._parts)

    def __call__(self, doc: Doc) -> Doc:
        """Set the pairs of a doc."""
        notes = {note["note"]: Printed(fold_width(Text.of(note["text"])).text) for note in doc._.notes}
        # spaCy makes them anew each time
        text, entities = text_of(doc), doc.ents
        markers, cited_in = doc._.markers, _by_note(doc._.citations)
        given = originals_in(doc, text, entities)
        pairs: list[Pair] = []
        cited_by = _by_block(doc, [marker["at"] for marker in markers])
        named_by = _by_block(doc, [entity.start_char for entity in entities])
        figures = [(figure["start"], figure["end"]) for figure in doc._.figures]
        figured_by = _by_block(doc, [start for start, _ in figures])
        for block, cites, named, figured in zip(blocks(doc), cited_by, named_by, figured_by, strict=True):
            cited = sorted({markers[at]["note"] for at in cites} & notes.keys())
            if cited:
                taken = frozenset(at for one in figured for at in range(*figures[one]))
                paragraph = self._paragraph(text, _span(doc, block), [entities[at] for at in named], taken, given)
                for number in cited:
                    matches = self._matches(paragraph, notes[number], cited_in[number])
                    pairs += [_pair(match, number) for match in matches]
        doc._.pairs = pairs
        _name_entities(doc, entities, text)
        return doc

    def _paragraph(
        self, text: str, span: Span, ents: list[Span], taken: frozenset[int], given: Mapping[str, Original]
    ) -> Paragraph:
        """A block with its entities, as a note may tell of it; ``taken`` are the characters of its figures, ``given``
        the names that the article gives the originals of."""
        names, words = self._named(text, span, ents, taken, given), words_of(span)
        return Paragraph(
            text[span.start_char : span.end_char],
            span.start_char,
            names,
            sounding=self._sounding(text, span, ents, taken),
            translated=[name for name in names if self._may_be_translated(name)],
            unheard=self._unheard(text, words, taken),
            words=words,
        )

    def _matches(self, paragraph: Paragraph, note: Printed, works: Sequence[Citation]) -> list[Match]:
        """What each method finds of the names that no surer method has found."""
        found = list(pairing.by_lexicon(paragraph.names, note, self.lexicon, self._everyday))
        read = pairing.by_reading(paragraph, note, self._surnames, self._everyday)
        found += [match for match in read if self._tells(match) and not any(_same(match, other) for other in found)]
        unknown = [name for name in _left(paragraph.names, found) if not self._english(name.text)]
        found += pairing.by_surname(unknown, note, self._surnames, self._everyday)
        found += pairing.by_country(_left(paragraph.names, found), note, self.lexicon)
        found += pairing.by_joined(_left(paragraph.names, found), note, self.lexicon)
        placed = paragraph._replace(names=_left(unknown, found))
        found += pairing.by_kind(placed, note, self.lexicon)
        found += pairing.by_sound(_left(paragraph.sounding, found), note, self._everyday)
        found += pairing.by_gloss(_left(paragraph.translated, found), note, self.lexicon)
        found += pairing.by_pinyin(_left(paragraph.unheard, found), note)
        told = " ".join(match.english for match in found)
        found += _apart(authors.by_ear(paragraph, note, _surnames(works), told), found)
        if bodies := _bodies(works, found):
            found += _apart(authors.by_body(_terms(paragraph), bodies, self.lexicon), found)
        return [match for match in dict.fromkeys(found) if not any(_part(match, other) for other in found)]

    def _tells(self, match: Match) -> bool:
        """Whether a name by its reading is sure, or at least no everyday word and no name of a place: 朝野, 东海."""
        name = self.lexicon.name(match.name.text)
        place = name is not None and name.label not in ("PERSON", None)
        return match.score >= 1 or not (place or everyday(match.name.text, self.lexicon))

    def _may_be_translated(self, name: Chinese) -> bool:
        """Whether a note may translate a name word by word: neither lexicon nor article say what it is in full."""
        told = self._english(name.text) or any(" " in form for form in name.learned)
        return name.label in (*_TRANSLATED, "") and not told

    def _named(
        self, text: str, span: Span, ents: list[Span], taken: frozenset[int], given: Mapping[str, Original]
    ) -> list[Chinese]:
        """The names of a block, each at its first place: entities, titles, what the article gives the originals of, and
        what the lexicon knows among their parts and among the words that do not begin in a figure, whose characters are
        ``taken``."""
        found: dict[str, Chinese] = {}
        entities = [(text[ent.start_char : ent.end_char], ent) for ent in ents if ent.label_ != "DATE"]
        for name, ent in entities:
            learned = () if self._known(name) or ent._.english is None else (ent._.english,)
            found.setdefault(name, Chinese(name, ent.start_char, ent.end_char, ent.label_, learned))
        for name, original in given.items():
            at = text.find(name, span.start_char, span.end_char)
            if at >= 0:
                label = found[name].label if name in found else ""
                found[name] = Chinese(name, at, at + len(name), label, original.forms(name))
        for match in _QUOTED.finditer(text, span.start_char, span.end_char):
            found.setdefault(match[1], Chinese(match[1], match.start(1), match.end(1), "WORK_OF_ART"))
        inside = {token.idx for _, ent in entities for token in ent[1:]}
        wholes = [(name, ent.start_char) for name, ent in entities]
        wholes += [(text[start:end], start) for start, end, _ in words_of(span) if start not in inside]
        for whole, at in wholes:
            if 1 < len(whole) <= _LONGEST and at not in taken:
                for start, end, label in self._parts_of(whole):
                    found.setdefault(whole[start:end], Chinese(whole[start:end], at + start, at + end, label))
        return list(found.values())

    def _english(self, name: str) -> bool:
        """Whether the lexicon has a name in English, which is then not guessed at."""
        known = self.lexicon.name(name)
        return bool(known and known.english)

    def _means(self, name: str) -> bool:
        """Whether the lexicon says whom or what a name means; 皮尔森 is Pearson, or Pierson, whoever bears it."""
        known = self.lexicon.name(name)
        borne = known and len(name) > 2 and known.label in _BORNE and all(" " not in form for form in known.english)
        return bool(known and known.english and not borne)

    def _known(self, name: str) -> bool:
        """Whether the lexicon says what a name is in English, so that the article need not."""
        return self.lexicon.name(name) is not None or all(char in self.lexicon.short_countries() for char in name)

    def _parts(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """The names that the lexicon knows in a word or an entity, but for its own short forms, each with its label."""
        whole = self.lexicon.name(text)
        found = []
        for start in range(len(text)):
            for end in range(start + 2, len(text) + 1):
                part = text[start:end]
                name = self.lexicon.name(part)
                short = whole and name and part != text and name.canonical == whole.canonical
                # with another's qualifier before it: 外务省 in 北韩外务省
                office = name and start > 0 and name.canonical != part and name.canonical.endswith(part)
                # the whole says it with its country: 参议院 in 美国参议院
                told = whole and name and start > 0 and any(form.endswith(name.english[0]) for form in whole.english)
                plain = name and name.label != "ORG" and everyday(part, self.lexicon)
                if name and not (short or office or told or plain):
                    found.append((start, end, name.label or ""))
        return tuple(found)

    def _sounding(self, text: str, span: Span, ents: list[Span], taken: frozenset[int]) -> list[Chinese]:
        """What looks like a foreign name in a block, each at its first place, but for those that the lexicon has in
        English; the currency of a figure is none."""
        found: dict[str, Chinese] = {}
        for start, end in foreign_in(span, ents, self.lexicon):
            if start not in taken and not self._means(text[start:end]):
                found.setdefault(text[start:end], Chinese(text[start:end], start, end, "PERSON"))
        return list(found.values())

    def _unheard(self, text: str, words: Sequence[tuple[int, int, str]], taken: frozenset[int]) -> list[Chinese]:
        """The nouns of a block that are in no dictionary, each at its first place."""
        found: dict[str, Chinese] = {}
        for start, end, tag in words:
            noun, word = tag.startswith("n") and end - start > 1 and start not in taken, text[start:end]
            if noun and not self.lexicon.name(word) and not self.lexicon.glosses(word):
                found.setdefault(word, Chinese(word, start, end, "ORG"))
        return list(found.values())


@Language.factory("kaoju_pairs", requires=["doc._.notes", "doc._.markers", "doc.ents"], assigns=["doc._.pairs"])
def make_pairs(nlp: Language, name: str) -> Pairs:
    """The stage, with the names that the tokenizer of the pipeline knows."""
    return Pairs(getattr(nlp.tokenizer, "lexicon", None) or open_lexicon())


def _by_block(doc: Doc, places: list[int]) -> list[range]:
    """For each block, the indices of the places, which are in order, that lie in it; its very end is in it too."""
    return [range(bisect_left(places, block["start"]), bisect_right(places, block["end"])) for block in blocks(doc)]


def _by_note(works: Sequence[Citation]) -> dict[int, list[Citation]]:
    """The works that each note cites."""
    found: dict[int, list[Citation]] = defaultdict(list)
    for work in works:
        found[work["note"]].append(work)
    return found


def _terms(paragraph: Paragraph) -> list[Chinese]:
    """Whatever in a paragraph may be the name of a body: two words and more side by side."""
    text, offset, words = paragraph.text, paragraph.start, paragraph.words
    found: dict[str, Chinese] = {}
    for first, (start, _, _) in enumerate(words):
        beside = takewhile(lambda word: word[2].startswith(_OF_BODIES), words[first : first + _WORDS_OF_BODY])
        for _, end, _ in beside:
            name = _HEADED.sub("", text[start - offset : end - offset])
            found.setdefault(name, Chinese(name, start, start + len(name), "ORG"))
    return list(found.values())


def _surnames(works: Sequence[Citation]) -> set[str]:
    """The surnames of the persons who wrote the works of a note."""
    return {surname(name) for work in works for name in work["authors"] if not has_body_word(name)}


def _bodies(works: Sequence[Citation], found: Sequence[Match]) -> list[str]:
    """The bodies that wrote or issued the works of a note, but for those that are found."""
    names = [name for work in works for name in (*work["authors"], work["publisher"]) if name and " " in name]
    told = {match.english for match in found}
    return [name for name in dict.fromkeys(names) if is_body(name) and name not in told]


def _apart(matches: Iterable[Match], found: Sequence[Match]) -> list[Match]:
    """Those of the matches whose names are of no other name that is found."""
    return [
        match
        for match in matches
        if not any(_overlap(match, one) and match.name.text != one.name.text for one in found)
    ]


def _span(doc: Doc, block: Block) -> Span:
    return doc.char_span(block["start"], block["end"], alignment_mode="contract") or doc[0:0]


def _left(names: list[Chinese], found: list[Match]) -> list[Chinese]:
    done = {match.name.text for match in found}
    return [name for name in names if name.text not in done]


def _same(match: Match, other: Match) -> bool:
    """Whether two matches are of one name, neither of it in full: where one is called as the other is."""
    return not _part(other, match) and (_overlap(match, other) or match.english in other.english)


def _part(match: Match, other: Match) -> bool:
    """Whether a match is of a part of the other's name: 小泉 of 小泉进次郎, 得克萨斯 of 得克萨斯州; 美国 is more than a
    part of 美国参议院."""
    inside = other.name.start <= match.name.start and match.name.end <= other.name.end
    shorter = len(match.name.text) < len(other.name.text)
    person = "PERSON" in (match.name.label, other.name.label)
    called = match.english in other.english if person else match.english == other.english
    return inside and shorter and called


def _overlap(match: Match, other: Match) -> bool:
    return match.name.start < other.name.end and other.name.start < match.name.end


def _pair(match: Match, note: int) -> Pair:
    return Pair(
        start=match.name.start, end=match.name.end, en=match.english, note=note, score=match.score, method=match.method
    )


def _name_entities(doc: Doc, entities: Sequence[Span], text: str) -> None:
    """Give an entity without an English name that of its best pair, wherever it stands."""
    best: dict[str, Pair] = {}
    for pair in doc._.pairs:
        name = text[pair["start"] : pair["end"]]
        if name not in best or pair["score"] > best[name]["score"]:
            best[name] = pair
    for span in entities:
        name = text[span.start_char : span.end_char]
        if span._.english is None and name in best:
            span._.english = best[name]["en"]

"""How far the names that a model reads are borne out by their words and by those around."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from kaoju.lexicon import Lexicon
from kaoju.names import shapes
from kaoju.names.mentions import GENERAL, everyday

# jieba's tags of names, and of words that no name ends in
_NAMES = ("nr", "ns", "nt", "nz", "j")
_NO_END = ("v", "d", "p", "c", "u", "r", "f")
_KINDS = {"GPE": "LOC", "FAC": "LOC"}
_LATIN = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ.’' -]+")
# what a foreign name's characters must gain, each and together
_EACH, _EACH_DOTTED, _TOGETHER = -1.0, -3.0, 2.5
_JOINED = re.compile("[和与及]")
_NONE, _HALF, _FULL, _NEVER = 0.0, 0.5, 1.0, math.inf


class Read(NamedTuple):
    """A name that a model has read: its words with jieba's tags, its kind, and the words before and after it."""

    words: Sequence[tuple[str, str]]
    label: str
    before: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """The name itself."""
        return "".join(word for word, _ in self.words)


def doubt(read: Read, lexicon: Lexicon) -> float:
    """How doubtful a name is: 0 where its last word or the words beside it bear it out, 1 where nothing does, and
    without limit where it is none: an everyday word, two names, or what the lexicon knows as something else.

    >>> from kaoju.lexicon import open_lexicon
    >>> doubt(Read([("加通", "n"), ("湖", "n")], "LOC"), open_lexicon())
    0.0
    >>> doubt(Read([("日本", "ns"), ("钢铁", "n")], "ORG"), open_lexicon())
    1.0
    """
    name, label = read.text, read.label
    if len(name) < 2 or everyday(name, lexicon, 9) or (label != "ORG" and _JOINED.search(name)):
        return _NEVER
    if known := lexicon.name(name):
        told = known.label or (label if label != "PERSON" else "")
        return _NONE if _KINDS.get(told, told) == label else _NEVER
    if _several(read.words[0][0], lexicon):
        return _FULL
    if _ends_well(read, lexicon) or (label == "PERSON" and _LATIN.fullmatch(name)):
        return _NONE
    if read.words[-1][1].startswith(_NO_END):
        return _FULL
    if label == "PERSON" and (_sounds_foreign(name) or _unheard(read.words, lexicon)):
        return _NONE if _beside_a_person(read) else _HALF
    return _HALF if _unheard(read.words, lexicon) else _FULL


def _several(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is countries by one character each, which have something together: 中日韩 in 中日韩自贸区."""
    return len(word) > 1 and lexicon.short_countries().keys() >= set(word)


def _ends_well(read: Read, lexicon: Lexicon) -> bool:
    """Whether the last characters are those of such a name; not those of an everyday word, as in 苏伊士航线, nor a
    general ending after everyday words alone, as in 发达国家集团."""
    name, last = read.text, read.words[-1][0]
    for kind in ("end", "tail"):
        end = shapes.ending(name, kind) or ""
        told = shapes.words(kind).get(end, "")
        if _KINDS.get(told, told) == read.label:
            plain = end in GENERAL and all(not lexicon.name(word) and lexicon.glosses(word) for word, _ in read.words)
            return not plain and not (len(end) == 1 and last != end and everyday(last, lexicon, 9))
    return False


def _beside_a_person(read: Read) -> bool:
    office = shapes.words("office")
    return read.before in office or read.after in office or read.after in shapes.words("verb")


def _sounds_foreign(name: str) -> bool:
    gains = [shapes.gain(char) for char in name if not shapes.DOT.match(char)]
    each = _EACH if len(gains) == len(name) else _EACH_DOTTED
    return min(gains) > each and sum(gains) > _TOGETHER


def _unheard(words: Sequence[tuple[str, str]], lexicon: Lexicon) -> bool:
    """Whether a word is in no dictionary, or is a name by its tag, and none is a name that was made longer."""
    if len(words) == 1:
        return words[0][1].startswith(_NAMES) or not lexicon.glosses(words[0][0])
    longer = [word for word, _ in words if len(word) > 1]
    return not any(map(lexicon.name, longer)) and not all(map(lexicon.glosses, longer))

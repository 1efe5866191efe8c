"""The words and the terms of several words in a text, counted: what keywords and topics are made of."""

from __future__ import annotations

import csv
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from kaoju.annotations import blocks, characters

if TYPE_CHECKING:
    from spacy.tokens import Doc

Words = tuple[str, ...]
Surface = Callable[[int, int], str]

LONGEST = 4
_MOST_CHARACTERS = 12
_LETTERS = re.compile(r"[㐀-䶿一-鿿A-Za-z]")
# jieba's flags by their first letters: nouns, verbs, adjectives, abbreviations, idioms, foreign words; affixes of words
_CONTENT = ("n", "v", "a", "b", "j", "l", "i", "s", "z", "eng")
_AFFIX = ("h", "k")
_ADVERBIAL = frozenset({"ad", "vd", "vshi", "vyou", "vi"})


class Term(TypedDict):
    """How often a term stands in a block of the text. ``term`` is as the stages read it, ``surface`` as the article
    has it; ``pos`` are jieba's flags of its words, joined by ``+``."""

    paragraph: int
    term: str
    surface: str
    pos: str
    count: int


class Token(NamedTuple):
    """A token of a doc: its text, its tag, where it starts."""

    text: str
    tag: str
    start: int


Run = tuple[int, list[Token]]


def count_terms(doc: Doc, surface: Surface | None = None) -> list[Term]:
    """The words and terms of a doc whose tokens carry jieba's flags as ``tag_``, a row for each in each block.

    A term of several words is one that the text repeats and that does not merely live inside a longer one (C-value,
    Frantzi, Ananiadou and Mima 2000). Each stretch of text counts once: for the longest term that it belongs to.
    ``surface`` gives the article's own characters for a range of ``doc.text``.

    >>> [row["term"] for row in count_terms(doc)]  # 气候融资不足，气候融资的缺口扩大。  # doctest: +SKIP
    ['气候融资', '缺口']
    """
    runs = list(_runs(doc))
    known = _terms_of_words(runs)
    counts: Counter[tuple[int, str]] = Counter()
    first: dict[str, list[Token]] = {}
    for block, run in runs:
        for tokens in _segments(run, known):
            term = "".join(token.text for token in tokens)
            if len(tokens) > 1 or _stands_alone(tokens[0]):
                counts[block, term] += 1
                first.setdefault(term, tokens)
    shown = {term: _surface(term, tokens, surface) for term, tokens in first.items()}
    flags = {term: "+".join(token.tag for token in tokens) for term, tokens in first.items()}
    return [
        Term(paragraph=block, term=term, surface=shown[term], pos=flags[term], count=count)
        for (block, term), count in counts.items()
    ]


def _surface(term: str, tokens: list[Token], surface: Surface | None) -> str:
    return surface(tokens[0].start, tokens[-1].start + len(tokens[-1].text)) if surface else term


def _runs(doc: Doc) -> Iterator[Run]:
    """The stretches of content words, nothing between them, with the index of the block that each stands in."""
    taken = _in_figures_and_times(doc)
    for index, block in enumerate(blocks(doc)):
        span = doc.char_span(block["start"], block["end"], alignment_mode="expand")
        words = [Token(token.text, token.tag_, token.idx) for token in span or ()]
        for is_content, tokens in groupby(words, lambda token: not taken[token.start] and _is_content(token)):
            if is_content:
                yield index, list(tokens)


def _in_figures_and_times(doc: Doc) -> bytearray:
    """For each character whether it belongs to a figure or a date, whose units are no words of the subject."""
    taken = bytearray(characters(doc) + 1)
    for one in (*doc._.figures, *doc._.times):
        taken[one["start"] : one["end"]] = b"\1" * (one["end"] - one["start"])
    return taken


def _is_content(token: Token) -> bool:
    flag = token.tag
    return (
        flag.startswith(_CONTENT + _AFFIX)
        and flag not in _ADVERBIAL
        and token.text not in general_words()
        and _LETTERS.match(token.text) is not None
    )


def _stands_alone(token: Token) -> bool:
    return len(token.text) > 1 and token.tag.startswith(_CONTENT)


def _terms_of_words(runs: Iterable[Run]) -> frozenset[Words]:
    """The terms of two words and more that the text repeats, less those that only live inside longer ones."""
    counts: Counter[Words] = Counter()
    for _, run in runs:
        counts.update(_candidates(run))
    repeated = {words: count for words, count in counts.items() if count > 1}
    longer = _counts_of_longer(repeated)
    return frozenset(words for words, count in repeated.items() if _c_value(words, count, longer[words]) > 0)


def _candidates(tokens: list[Token]) -> Iterator[Words]:
    for start, first in enumerate(tokens):
        if first.tag.startswith(_AFFIX):
            continue
        for end in range(start + 2, min(start + LONGEST, len(tokens)) + 1):
            words = tuple(token.text for token in tokens[start:end])
            if sum(map(len, words)) > _MOST_CHARACTERS:
                break
            if len(words[-1]) > 1 or tokens[end - 1].tag.startswith(("n", *_AFFIX)):
                yield words


def _counts_of_longer(repeated: Mapping[Words, int]) -> Mapping[Words, list[int]]:
    """For each term the counts of the terms that hold it."""
    longer: defaultdict[Words, list[int]] = defaultdict(list)
    for words, count in repeated.items():
        for size in range(2, len(words)):
            for start in range(len(words) - size + 1):
                longer[words[start : start + size]].append(count)
    return longer


def _c_value(words: Words, count: int, longer: list[int]) -> float:
    nested = sum(longer) / len(longer) if longer else 0.0
    return math.log2(len(words)) * (count - nested)


def _segments(tokens: list[Token], known: frozenset[Words]) -> Iterator[list[Token]]:
    """A run cut from left to right into the longest known terms, and the words between them."""
    start = 0
    while start < len(tokens):
        sizes = range(min(LONGEST, len(tokens) - start), 1, -1)
        size = next((n for n in sizes if tuple(t.text for t in tokens[start : start + n]) in known), 1)
        yield tokens[start : start + size]
        start += size


@cache
def general_words() -> frozenset[str]:
    """Words that any article uses and that belong to no term: verbs that only carry their object, words of change, of
    comparison and of saying."""
    listed = (resources.files("kaoju") / "terms_general.tsv").read_text(encoding="utf-8")
    return frozenset(row["word"] for row in csv.DictReader(listed.splitlines(), delimiter="\t"))

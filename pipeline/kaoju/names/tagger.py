"""A trained reader of names: which characters of a text name a person, a place or an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import IO, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kaoju.names.features import BITS, Gazetteer, features

LABELS = ("O", "B-PERSON", "I-PERSON", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
# a sentence is read for itself; one without an end is read in pieces, and pieces are read together
_STOP = re.compile(r"[。！？；!?;\n]")
_PIECE, _TOGETHER = 256, 8192
_NEVER = -1e4

Scores = NDArray[np.float32]


class Named(NamedTuple):
    """A name: its characters from ``start`` up to ``end``, and PERSON, LOC or ORG."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Tagger:
    """A linear-chain conditional random field (Lafferty et al. 2001): ``weights`` of every feature for every label, and
    ``steps`` from label to label."""

    weights: Scores
    steps: Scores

    @classmethod
    def read(cls, file: str | Path | IO[bytes]) -> Tagger:
        """The tagger that ``write`` has written."""
        with np.load(file, allow_pickle=False) as told:
            weights = np.zeros((1 << BITS, len(LABELS)), np.float32)
            weights[told["rows"]] = told["weights"]
            return cls(weights, told["steps"].astype(np.float32))

    def write(self, file: str | Path | IO[bytes]) -> None:
        """Writes the features that weigh something, compressed."""
        rows = np.flatnonzero(self.weights.any(axis=1)).astype(np.int32)
        np.savez_compressed(file, rows=rows, weights=self.weights[rows].astype(np.float16), steps=self.steps)

    def names(self, words: Sequence[str], tags: Sequence[str], gazetteer: Gazetteer) -> list[Named]:
        """The names in a text that is cut into words, with jieba's tags; a name may begin or end inside a word.

        The time it takes grows with the text and with nothing else.
        """
        found, before = [], 0
        for sentences in _batches(words):
            first, last = sentences[0], sentences[-1]
            ids = features(words[first:last], tags[first:last], gazetteer)
            scores = self.weights[ids].sum(axis=1)
            lengths = [size for a, b in pairwise(sentences) for size in _pieces(sum(map(len, words[a:b])))]
            for offset, labels in zip(np.cumsum([0, *lengths]), self._best(scores, lengths), strict=False):
                found += [Named(before + offset + a, before + offset + b, label) for a, b, label in spans(labels)]
            before += sum(lengths)
        return found

    def _best(self, scores: Scores, lengths: Sequence[int]) -> Iterator[list[int]]:
        """The best labels of each sentence, by Viterbi's algorithm on all of them at once."""
        steps = np.where(_POSSIBLE, self.steps, _NEVER)
        starts = np.cumsum([0, *lengths])
        table = np.zeros((max(lengths), len(lengths), len(LABELS)), np.float32)
        for i, (a, b) in enumerate(pairwise(starts)):
            table[: b - a, i] = scores[a:b]
        back = np.zeros(table.shape, np.int8)
        table[0] += np.where(_POSSIBLE[0], 0, _NEVER)
        for at in range(1, len(table)):
            ways = table[at - 1][:, :, None] + steps
            back[at] = ways.argmax(axis=1)
            table[at] += ways.max(axis=1)
        for i, length in enumerate(lengths):
            yield _traced(back[:length, i], int(table[length - 1, i].argmax()))


def _traced(back: NDArray[np.int8], last: int) -> list[int]:
    labels = [last]
    for row in back[:0:-1]:
        labels.append(int(row[labels[-1]]))
    return labels[::-1]


def spans(labels: Sequence[int]) -> Iterator[Named]:
    """The names that a sentence's labels say.

    >>> list(spans([0, 3, 4, 1]))
    [Named(start=1, end=3, label='LOC'), Named(start=3, end=4, label='PERSON')]
    """
    start = 0
    for at, label in enumerate([*labels, 0]):
        inside = at > 0 and label and label % 2 == 0
        if at and labels[at - 1] and not inside:
            yield Named(start, at, LABELS[labels[at - 1]][2:])
        if not inside:
            start = at


def _batches(words: Sequence[str]) -> Iterator[list[int]]:
    """The words at which sentences begin, and the end of the last, as many sentences together as are read at once."""
    batch, size, piece = [0], 0, 0
    for i, word in enumerate(words):
        piece += len(word)
        if _STOP.search(word) or piece >= _PIECE:
            batch.append(i + 1)
            size, piece = size + piece, 0
            if size >= _TOGETHER:
                yield batch
                batch, size = [i + 1], 0
    if batch[-1] < len(words):
        batch.append(len(words))
    if len(batch) > 1:
        yield batch


def _pieces(length: int) -> list[int]:
    """A sentence in pieces, as a word may be longer than any sentence."""
    whole, rest = divmod(length, _PIECE)
    return [_PIECE] * whole + [rest] * (rest > 0)


def _possible() -> NDArray[np.bool_]:
    """Which label may follow which: the inside of a name only its beginning or its inside."""
    return np.array([[not b.startswith("I-") or a[2:] == b[2:] for b in LABELS] for a in LABELS])


_POSSIBLE = _possible()

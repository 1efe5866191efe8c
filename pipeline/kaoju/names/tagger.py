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

from kaoju.names.features import BITS, Gazetteer, Odds, features

LABELS = ("O", "B-PERSON", "I-PERSON", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
# the weights are hundredths, as far as 1.27; with one of nothing more the eight of a feature are one word of memory
UNIT, _WIDTH = 100, 8
# a sentence is read for itself; one without an end is read in pieces, and pieces are read together
_STOP = re.compile(r"[。！？；!?;\n]")
_PIECE, _TOGETHER = 256, 8192
_NEVER = -1e4

Scores = NDArray[np.float32]
Labels = NDArray[np.int8]
Weights = NDArray[np.int8]


class Named(NamedTuple):
    """A name: its characters from ``start`` up to ``end``; PERSON, LOC or ORG; and ``sure``, how much likelier it is
    than no name there, as a logarithm."""

    start: int
    end: int
    label: str
    sure: float


@dataclass(frozen=True, slots=True)
class Tagger:
    """A linear-chain conditional random field (Lafferty et al. 2001): ``weights`` of every feature for every label in
    hundredths, ``steps`` from label to label, and the ``odds`` of characters that some features are made of."""

    weights: Weights
    steps: Scores
    odds: Odds

    @classmethod
    def read(cls, file: str | Path | IO[bytes]) -> Tagger:
        """The tagger that ``write`` has written."""
        with np.load(file, allow_pickle=False) as told:
            weights = np.zeros((1 << BITS, _WIDTH), np.int8)
            weights[np.cumsum(told["rows"]), : len(LABELS)] = told["weights"]
            return cls(weights, told["steps"], told["odds"])

    def write(self, file: str | Path | IO[bytes]) -> None:
        """Writes the features that weigh something, compressed."""
        rows = np.flatnonzero(self.weights.any(axis=1))
        apart = np.diff(rows, prepend=0).astype(np.int32)
        weights = self.weights[rows, : len(LABELS)]
        np.savez_compressed(file, rows=apart, weights=weights, steps=self.steps, odds=self.odds)

    def names(self, words: Sequence[str], tags: Sequence[str], gazetteer: Gazetteer) -> list[Named]:
        """The names in a text that is cut into words, with jieba's tags; a name may begin or end inside a word.

        The time it takes grows with the text and with nothing else.
        """
        found, before = [], 0
        for sentences in _batches(words):
            first, last = sentences[0], sentences[-1]
            scores = self._scores(features(words[first:last], tags[first:last], gazetteer, self.odds))
            lengths = [size for a, b in pairwise(sentences) for size in _pieces(sum(map(len, words[a:b])))]
            labels = self._best(scores, lengths)
            for start, end in spans(labels.tolist()):
                label, sure = LABELS[labels[start]][2:], self._sure(scores[start:end], labels[start:end])
                found.append(Named(before + start, before + end, label, sure))
            before += sum(lengths)
        return found

    def _scores(self, columns: Sequence[NDArray[np.int64]]) -> Scores:
        """What the features of each character weigh together for each label; column by column it is quickest."""
        rows = self.weights.view(np.int64)[:, 0]
        total = np.zeros((len(columns[0]), _WIDTH), np.int16)
        for column in columns:
            total += rows[column].view(np.int8).reshape(total.shape)
        return total[:, : len(LABELS)] * np.float32(1 / UNIT)

    def _best(self, scores: Scores, lengths: Sequence[int]) -> Labels:
        """The best labels of each sentence, by Viterbi's algorithm on all of them at once, the longest first."""
        steps = np.where(POSSIBLE, self.steps, _NEVER)
        given = np.array(lengths)
        order = np.argsort(given, kind="stable")[::-1]
        sizes, starts = given[order], (np.cumsum(given) - given)[order]
        reached = scores[starts] + np.where(POSSIBLE[0], 0, _NEVER)
        back = np.zeros((sizes[0], len(sizes), len(LABELS)), np.int8)
        for at, going in enumerate(_going(sizes)[1:], 1):
            ways = reached[:going, :, None] + steps
            back[at, :going] = ways.argmax(axis=1)
            reached[:going] = ways.max(axis=1) + scores[starts[:going] + at]
        return _traced(back, reached.argmax(axis=1), sizes, starts)

    def _sure(self, scores: Scores, labels: Labels) -> float:
        """How much likelier the labels of a name are than that none is there."""
        path = [0, *labels.tolist(), 0]
        steps = sum(self.steps[a, b] for a, b in pairwise(path)) - (len(path) - 1) * self.steps[0, 0]
        return float(scores[np.arange(len(labels)), labels].sum() - scores[:, 0].sum() + steps)


def _going(sizes: NDArray[np.int64]) -> list[int]:
    """How many sentences go on at each place, of sizes that fall."""
    told: list[int] = np.searchsorted(-sizes, -np.arange(sizes[0])).tolist()
    return told


def _traced(back: Labels, last: NDArray[np.int64], sizes: NDArray[np.int64], starts: NDArray[np.int64]) -> Labels:
    """The labels on the best ways, from the last of each sentence back to its first."""
    labels = np.zeros(sizes.sum(), np.int8)
    label = last
    for at, going in reversed([*enumerate(_going(sizes))]):
        labels[starts[:going] + at] = label[:going]
        label[:going] = back[at, np.arange(going), label[:going]]
    return labels


def spans(labels: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where the names are that labels say.

    >>> list(spans([0, 3, 4, 1]))
    [(1, 3), (3, 4)]
    """
    start = 0
    for at, label in enumerate([*labels, 0]):
        inside = at > 0 and label and label % 2 == 0
        if at and labels[at - 1] and not inside:
            yield start, at
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


POSSIBLE = _possible()

"""How well passages fit notes: what they share, weighed by how few notes have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse

from kaoju.evidence.features import Feature

Matrix = npt.NDArray[np.float64]
# what a feature of each kind is worth beside a word
_WORTH = {"d": 1.6, "n": 1.2, "w": 1.0, "z": 1.2}


class Notes:
    """The notes of an article as rows of weighted features.

    ``index`` numbers the features; ``weights`` is a sparse matrix of shape (notes, features), rows of length one.
    """

    def __init__(self, notes: Sequence[Collection[str]]) -> None:
        self.index: dict[str, int] = {}
        for note in notes:
            for key in note:
                self.index.setdefault(key, len(self.index))
        self.rarity = self._rarity(notes)
        told = self._matrix([dict.fromkeys(note, 1.0) for note in notes])
        lengths = _lengths(told)
        self.weights = _shortened(told, lengths)
        self.sharpness = _SHARP * float(lengths.mean())

    def _rarity(self, notes: Sequence[Collection[str]]) -> Matrix:
        """Inverse document frequency among the notes, times what the kind is worth."""
        counts = Counter(key for note in notes for key in note)
        seen = np.array([counts[key] for key in self.index], dtype=float)
        worth = np.array([_WORTH[key[0]] for key in self.index])
        return np.asarray(np.log((1 + len(notes)) / (0.5 + seen)) * worth)

    def _matrix(self, rows: Sequence[Mapping[str, float]]) -> sparse.csr_matrix:
        """Rows of features that are all in the index, and their weights, each times its rarity."""
        placed = [sorted((self.index[key], weight) for key, weight in row.items()) for row in rows]
        columns = np.array([at for row in placed for at, _ in row], dtype=int)
        weights = np.array([weight for row in placed for _, weight in row]) * self.rarity[columns]
        ends = np.cumsum([0, *map(len, placed)])
        return sparse.csr_matrix((weights, columns, ends), shape=(len(rows), len(self.index)))

    def fits(self, passages: Sequence[Mapping[str, float]]) -> Matrix:
        """The fit of each passage, by its features that the notes have too, with each note, 0 and up, of shape
        (passages, notes)."""
        return np.asarray((self._matrix(passages) @ self.weights.T).todense())

    def calls(self, passages: Sequence[Mapping[str, float]]) -> Iterator[Matrix]:
        """For each passage, how likely each note is to be called there, and not by another of the passages or by none:
        the softmax of a note's fits over the passages, less what it is for a fit of 0. A note that fits all alike
        speaks for none of them."""
        lots = [passages[first : first + _AT_ONCE] for first in range(0, len(passages), _AT_ONCE)]
        everywhere = np.zeros(self.weights.shape[0])
        for lot in lots:
            everywhere = np.logaddexp(everywhere, np.logaddexp.reduce(self.fits(lot) / self.sharpness))
        for lot in lots:
            yield from np.exp(self.fits(lot) / self.sharpness - everywhere) - np.exp(-everywhere)

    def shared(self, passage: Iterable[Feature], note: Mapping[str, str]) -> tuple[float, list[str]]:
        """How far a note bears a passage out, 0 to 1, and the note's words that do."""
        gains: dict[str, float] = {}
        for key, weight, _ in passage:
            if key in note:
                gain = weight * self.rarity[self.index[key]]
                gains[note[key]] = max(gains.get(note[key], 0.0), float(gain))
        total = sum(gains.values())
        return total / (total + _HALF), sorted(gains, key=lambda word: (-gains[word], word))


# the sum of weights at which a note is as likely as not to be the claim's source
_HALF = 8.0


# by how much of a note's length its fit with a passage must grow for it to be called there e times as likely
_SHARP = 0.2
# passages weighed at a time: the fits of one lot are held in memory
_AT_ONCE = 500


def _lengths(matrix: sparse.csr_matrix) -> Matrix:
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return np.asarray(np.maximum(lengths, 1e-9))


def _shortened(matrix: sparse.csr_matrix, lengths: Matrix) -> sparse.csr_matrix:
    """Rows divided by the greater part of their length, so that long notes do not win by their length alone."""
    return sparse.csr_matrix(sparse.diags(1 / lengths**_LENGTH) @ matrix)


_LENGTH = 0.8

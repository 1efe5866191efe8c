"""How well passages fit notes: what they share, weighed by how few notes have it."""

from __future__ import annotations

from collections.abc import Sequence

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

    def __init__(self, notes: Sequence[Sequence[Feature]]) -> None:
        self.index: dict[str, int] = {}
        for note in notes:
            for feature in note:
                self.index.setdefault(feature.key, len(self.index))
        self.rarity = self._rarity(notes)
        self.weights = _unit(self._matrix(notes))

    def _rarity(self, notes: Sequence[Sequence[Feature]]) -> Matrix:
        """Inverse document frequency among the notes, times what the kind is worth."""
        counts = np.zeros(len(self.index))
        for note in notes:
            for key in {feature.key for feature in note}:
                counts[self.index[key]] += 1
        worth = np.array([_WORTH[key[0]] for key in self.index])
        return np.asarray(np.log((1 + len(notes)) / (0.5 + counts)) * worth)

    def _matrix(self, rows: Sequence[Sequence[Feature]]) -> sparse.csr_matrix:
        data, columns, ends = [], [], [0]
        for row in rows:
            best: dict[int, float] = {}
            for feature in row:
                at = self.index.get(feature.key)
                if at is not None:
                    best[at] = max(best.get(at, 0.0), feature.weight)
            for at in sorted(best):
                columns.append(at)
                data.append(best[at] * self.rarity[at])
            ends.append(len(columns))
        return sparse.csr_matrix((data, columns, ends), shape=(len(rows), len(self.index)))

    def fits(self, passages: Sequence[Sequence[Feature]]) -> Matrix:
        """The fit of each passage with each note, 0 and up, of shape (passages, notes)."""
        return np.asarray((self._matrix(passages) @ self.weights.T).todense())

    def shared(self, passage: Sequence[Feature], note: Sequence[Feature]) -> tuple[float, list[str]]:
        """How far a note bears a passage out, 0 to 1, and the note's words that do."""
        there = {feature.key: feature.surface for feature in note}
        gains: dict[str, float] = {}
        for feature in passage:
            if feature.key in there:
                gain = feature.weight * self.rarity[self.index[feature.key]]
                gains[there[feature.key]] = max(gains.get(there[feature.key], 0.0), float(gain))
        total = sum(gains.values())
        return total / (total + _HALF), sorted(gains, key=lambda word: (-gains[word], word))


# the sum of weights at which a note is as likely as not to be the claim's source
_HALF = 8.0


def _unit(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """Rows divided by the root of their length, so that long notes do not win by their length alone."""
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    scale = 1 / np.maximum(lengths, 1e-9) ** _LENGTH
    return sparse.csr_matrix(sparse.diags(scale) @ matrix)


_LENGTH = 0.8

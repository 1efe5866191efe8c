"""Training of a linear-chain conditional random field by stochastic gradient descent (AdaGrad), in numpy and scipy."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from kaoju.names.tagger import LABELS, POSSIBLE

EPOCHS, AVERAGED = 10, 4
RATE = 0.05
# characters that are looked at before the weights are moved
TOGETHER = 2000
_NEVER = 1e-13


@dataclass(frozen=True)
class Sentences:
    """Sentences to learn from: of each character its features and its label, of each sentence its length and how much
    it counts."""

    features: csr_matrix
    labels: np.ndarray
    lengths: np.ndarray
    counts: np.ndarray


def learned(given, seed=0):
    """The weights of features and of steps that make the labels likely, the mean of the last rounds."""
    rng = np.random.default_rng(seed)
    width = given.features.shape[1], len(LABELS)
    weights, steps = Moved(width), Moved((len(LABELS), len(LABELS)))
    means = np.zeros(width, np.float32), np.zeros_like(steps.values)
    for epoch in range(EPOCHS):
        for batch in batches(given.lengths, rng):
            told = chosen(given, batch)
            rows, by_feature, by_step = gradients(told, weights.values, steps.values)
            weights.move(by_feature, rows)
            steps.move(by_step, slice(None))
        if epoch >= EPOCHS - AVERAGED:
            means = means[0] + weights.values / AVERAGED, means[1] + steps.values / AVERAGED
    return means


class Moved:
    """Weights, each moved the less the more it has been moved."""

    def __init__(self, shape):
        self.values = np.zeros(shape, np.float32)
        self.squares = np.ones(shape, np.float32)

    def move(self, gradient, rows):
        """Go against the gradient of some rows."""
        self.squares[rows] += gradient**2
        self.values[rows] -= RATE * gradient / np.sqrt(self.squares[rows])


def batches(lengths, rng):
    """Sentences of like length together, in random order."""
    order = np.argsort(lengths + rng.uniform(0, 8, len(lengths)))
    cuts = np.flatnonzero(np.diff(np.cumsum(lengths[order]) // TOGETHER)) + 1
    found = np.split(order, cuts)
    rng.shuffle(found)
    return found


def chosen(given, batch):
    """Some of the sentences."""
    ends = np.cumsum(given.lengths)
    rows = np.concatenate([np.arange(ends[i] - given.lengths[i], ends[i]) for i in batch])
    return Sentences(given.features[rows], given.labels[rows], given.lengths[batch], given.counts[batch])


def gradients(told, weights, steps):
    """How far the labels that the weights expect are from those that are given: the features concerned, by feature, by
    step from label to label."""
    at = np.concatenate([np.arange(length) for length in told.lengths])
    of = np.repeat(np.arange(len(told.lengths)), told.lengths)
    scores = np.zeros((told.lengths.max(), len(told.lengths), len(LABELS)))
    scores[at, of] = told.features @ weights
    inside = np.zeros(scores.shape[:2], bool)
    inside[at, of] = True
    expected, stepped = expectations(scores, inside, np.where(POSSIBLE, np.exp(steps), _NEVER), told.counts)
    off = expected[at, of]
    off[np.arange(len(off)), told.labels] -= 1
    off *= told.counts[of, None]
    goes_on = at[1:] > 0
    np.add.at(stepped, (told.labels[:-1][goes_on], told.labels[1:][goes_on]), -told.counts[of[1:][goes_on]])
    rows = np.unique(told.features.indices)
    return rows, (told.features.T @ off.astype(np.float32))[rows], stepped.astype(np.float32)


def expectations(scores, inside, steps, counts):
    """The chance of each label at each place, and how often each step is expected, by the forward-backward algorithm on
    all sentences at once (places, sentences, labels)."""
    local = np.exp(scores - scores.max(axis=2, keepdims=True))
    forward = local.copy()
    forward[0] = normal(local[0] * np.where(POSSIBLE[0], 1, _NEVER))
    for at in range(1, len(local)):
        forward[at] = normal(forward[at - 1] @ steps * local[at])
    chances, stepped = np.zeros_like(local), np.zeros_like(steps)
    back = np.ones_like(local[0])
    for at in range(len(local) - 1, -1, -1):
        chances[at] = normal(forward[at] * back)
        if at:
            ahead = local[at] * back
            pairs = forward[at - 1][:, :, None] * steps * ahead[:, None, :]
            counted = inside[at] * counts / pairs.sum(axis=(1, 2))
            stepped += (pairs * counted[:, None, None]).sum(axis=0)
            back = np.where(inside[at][:, None], normal(ahead @ steps.T), 1)
    return chances, stepped


def normal(rows):
    """Rows that sum up to 1."""
    return rows / rows.sum(axis=1, keepdims=True)

"""Which of the numbers along a text count best: each label once, in order, as many and as sound as can be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# (which label a number may be, how well it fits)
Fit = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Link:
    """A number taken for a label, at the end of a chain of such numbers that weighs so much together."""

    number: int
    label: int
    weight: int
    before: _Link | None


class _Best:
    """The heaviest chain that ends before a label: a tree of sums over the labels (Fenwick 1994)."""

    def __init__(self, labels: int) -> None:
        self._tree: list[_Link | None] = [None] * (labels + 1)

    def before(self, label: int) -> _Link | None:
        """The heaviest chain whose last label stands before this one; of equals the one that ends first."""
        best = None
        while label > 0:
            best = _heavier(best, self._tree[label])
            label -= label & -label
        return best

    def add(self, link: _Link) -> None:
        """Takes in a chain by its last link."""
        at = link.label + 1
        while at < len(self._tree):
            self._tree[at] = _heavier(self._tree[at], link)
            at += at & -at


def _heavier(one: _Link | None, other: _Link | None) -> _Link | None:
    if one is None or other is None:
        return one or other
    return other if (other.weight, -other.label) > (one.weight, -one.label) else one


def best_chain(fits: Iterable[Sequence[Fit]], labels: int) -> list[tuple[int, int]]:
    """The numbers to take and the label that each is, of so many labels in order; ``fits`` are those of each number.

    >>> best_chain([[(0, 3)], [(2, 1)], [(1, 3)], [(2, 3)]], 3)
    [(0, 0), (2, 1), (3, 2)]
    """
    best = _Best(labels)
    for number, possible in enumerate(fits):
        links = [_link(number, label, weight, best.before(label)) for label, weight in possible]
        for link in links:
            best.add(link)
    return _spelt(best.before(labels))


def _spelt(last: _Link | None) -> list[tuple[int, int]]:
    """A chain from its first link to its last."""
    chain = []
    while last:
        chain.append((last.number, last.label))
        last = last.before
    return chain[::-1]


def _link(number: int, label: int, weight: int, before: _Link | None) -> _Link:
    return _Link(number, label, weight + (before.weight if before else 0), before)

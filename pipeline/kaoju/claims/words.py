"""The word lists that stand beside this room, each read once by the room that knows what its words do."""

from __future__ import annotations

from collections.abc import Iterable
from csv import DictReader
from importlib import resources

_ROOM = resources.files("kaoju.claims")


def lines(name: str) -> list[str]:
    """The words of a list of one a line; each may be a pattern: ``总额``, ``要(?![求是])``.

    A list whose patterns all begin with a plain character is searched for many times faster.
    """
    return (_ROOM / name).read_text(encoding="utf-8").splitlines()


def table(name: str) -> list[dict[str, str]]:
    """The rows of a list of words with what is told of each, by the names of its columns."""
    with (_ROOM / name).open(encoding="utf-8") as file:
        return list(DictReader(file, delimiter="\t"))


def one_of(words: Iterable[str]) -> str:
    """A pattern of any of some words, the first before the next."""
    return "|".join(words)

"""The tables that stand in this folder, beside the code that reads them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table, below its header.

    >>> next(rows("heads.tsv"))
    ['法', 'act law code']
    """
    text = (resources.files("kaoju.names") / name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines()[1:])

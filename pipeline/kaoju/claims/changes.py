"""The words of change: which they are, and whether they state a rise or a fall."""

from __future__ import annotations

import re

from kaoju.annotations import Direction
from kaoju.claims.words import one_of, table

_AROUND = re.compile(r"\(\?[^)]*\)")


def _length(word: str) -> int:
    """How many characters a word has, without what must or must not stand around it: 1 of ``减(?!排)``."""
    return len(_AROUND.sub("", word))


_WORDS = sorted(table("changes.tsv"), key=lambda row: _length(row["word"]), reverse=True)
# what stands before the verb changes: 贸易额增长
BECOMES = one_of(row["word"] for row in _WORDS if row["what"] == "becomes")
# any word of change: 增长, 加征, 增幅
CHANGE = re.compile(one_of(row["word"] for row in _WORDS))
_RISE = re.compile(one_of(row["word"] for row in _WORDS if row["way"] == "increase"))


def way(change: re.Match[str]) -> Direction:
    """Whether a match of ``CHANGE`` states a rise or a fall."""
    return "increase" if _RISE.match(change.string, change.start(), change.endpos) else "decrease"

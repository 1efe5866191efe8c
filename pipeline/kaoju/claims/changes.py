"""The words of change: which they are, and whether they state a rise or a fall."""

from __future__ import annotations

import re
from collections.abc import Iterable
from csv import DictReader
from importlib import resources

_AROUND = re.compile(r"\(\?[^)]*\)")

with (resources.files("kaoju.claims") / "changes.tsv").open(encoding="utf-8") as file:
    _WORDS = list(DictReader(file, delimiter="\t"))


def _one_of(rows: Iterable[dict[str, str]]) -> str:
    """The words as one pattern, the longest first; what must or must not stand around a word is no part of it."""
    return "|".join(sorted((row["word"] for row in rows), key=lambda word: len(_AROUND.sub("", word)), reverse=True))


# what is before the verb changes: 贸易额增长
BECOMES = _one_of(row for row in _WORDS if row["what"] == "becomes")
# any word of change, with the way it goes: 增长, 加征, 增幅
CHANGE = re.compile(
    "|".join(f"(?P<{way}>{_one_of(row for row in _WORDS if row['way'] == way)})" for way in ("increase", "decrease"))
)

"""Names that a text itself gives in the original, in brackets after them: 赛义德（Kais Saied）."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import takewhile
from typing import NamedTuple

from kaoju.names.introduced import heard
from kaoju.names.mentions import Passage
from kaoju.names.shapes import ORIGINAL
from kaoju.names.sounds import enough, likeness

# a title or a quotation before the bracket, or before what tells its kind: “双子星”联盟（Gemini）
_ENCLOSED = re.compile(r"[《“「『]([\u4e00-\u9fff·]{2,24})[》”」』][\u4e00-\u9fff]{0,4}$")
_HAN = re.compile(r"[\u4e00-\u9fff·]+")
# the words of a name at the most, and the tags of those that make up a term
_WORDS = 4
_TERM = ("n", "vn", "j", "b")


class Original(NamedTuple):
    """A name in a passage, from ``start`` to ``end``, and its original as the passage gives it."""

    start: int
    end: int
    latin: str

    def forms(self, name: str) -> tuple[str, ...]:
        """What the name may be called: the original, and its last words where they alone sound like the name."""
        words = self.latin.split()
        ends = (" ".join(words[first:]) for first in range(1, len(words)))
        return (self.latin, *(end for end in ends if likeness(name, end) >= enough(name)))


def originals(passage: Passage, named: Collection[tuple[int, int]]) -> Iterator[Original]:
    """The names with their originals; ``named`` are the ranges of the names that are known as such.

    >>> [*originals(Passage(["总统", "赛义德", "（", "Kais", " ", "Saied", "）"], ["n", "nr", *"xxxxx"]), [])]
    [Original(start=2, end=5, latin='Kais Saied')]
    """
    starts = {end: start for start, end in named}
    for match in ORIGINAL.finditer(passage.text):
        end, latin = match.start(), match[1].strip()
        if enclosed := _ENCLOSED.search(passage.text, max(0, end - 30), end):
            yield Original(*enclosed.span(1), latin)
        elif (start := starts.get(end, _begins(passage, end, latin))) is not None:
            yield Original(start, end, latin)


def _begins(passage: Passage, end: int, latin: str) -> int | None:
    """Where the name begins that ends before a bracket: what sounds most like the original, else the nouns."""
    last = passage.starts.get(end)
    if last is None:
        return None
    if (start := heard(passage.text, end, latin)) is not None:
        return start
    words = range(last - 1, max(-1, last - 1 - _WORDS), -1)
    nouns = [*takewhile(lambda at: passage.tags[at].startswith(_TERM), words)]
    term = end - len("".join(passage.words[nouns[-1] : last])) if len(nouns) > 1 else end
    return term if _HAN.fullmatch(passage.text[term:end]) else None

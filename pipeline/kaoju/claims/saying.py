"""The words of saying: which they are, with what force each says something, where it is a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kaoju.claims.body import Body, Span
from kaoju.claims.words import one_of, table


@dataclass(frozen=True, slots=True)
class Saying:
    """A word of saying with its force, and what it is not a verb behind (学|说) and before (说|法)."""

    force: str
    not_behind: re.Pattern[str]
    not_before: re.Pattern[str]


@cache
def _sayings() -> dict[str, Saying]:
    """The words of ``saying.tsv``; unless told otherwise a word is no verb behind 的, nor before 的 and 者."""
    return {
        row["word"]: Saying(
            row["force"], re.compile(f"(?:{row['not_behind'] or '的'})$"), re.compile(row["not_before"] or "[的者]")
        )
        for row in table("saying.tsv")
    }


@cache
def _any() -> re.Pattern[str]:
    return re.compile(one_of(sorted(_sayings(), key=len, reverse=True)))


def force_of(word: str) -> str:
    """The force of a word of saying: ``demand`` of 要求; of any other ``report``."""
    saying = _sayings().get(word)
    return saying.force if saying else "report"


def words_of_saying(body: Body, span: Span) -> Iterator[re.Match[str]]:
    """The words of saying in a range."""
    return _any().finditer(body.masked, span.start, span.end)


def says_at(body: Body, at: int) -> bool:
    """Whether a word of saying begins at a place."""
    return _any().match(body.masked, at) is not None


def is_verb(body: Body, word: re.Match[str]) -> bool:
    """Whether a word of saying is a verb where it stands, not part of another (学说, 名称) and not its own noun."""
    start, end = word.span()
    if (end - start == 1 and body.is_inside(start)) or body.is_inside(end):
        return False
    saying = _sayings()[word.group()]
    return not (saying.not_before.match(body.masked, end) or saying.not_behind.search(body.masked, start - 1, start))

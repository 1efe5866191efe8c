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
    """A word of saying: its force, that which it has before a comma (主张，), and what it is not a verb behind (学|说)
    and before (说|法)."""

    force: str
    in_full: str
    not_behind: re.Pattern[str]
    not_before: re.Pattern[str]


@cache
def _sayings() -> dict[str, Saying]:
    """The words of ``saying.tsv``; unless told otherwise a word is no verb behind 的, 该, 项, 种, nor before 的, 者."""
    return {
        row["word"]: Saying(
            row["force"],
            row["in_full"] or row["force"],
            re.compile(f"(?:{row['not_behind'] or '[的该项种]'})$"),
            re.compile(row["not_before"] or "[的者]"),
        )
        for row in table("saying.tsv")
    }


# a word that is a noun as often is a verb before what it says alone: 总结，
_IN_FULL = "(?!过?[，：“])"
# 他总结了三点, 他评论的
_PAST = re.compile("[的了过者]")
_CLEFT = re.compile("的[却则也只便正]?是[^，。；：]{0,4}[0-9一二三四五六七八九十两]")


@cache
def _any() -> re.Pattern[str]:
    return re.compile(one_of(sorted(_sayings(), key=len, reverse=True)))


def force_of(word: str) -> str:
    """The force of a word of saying: ``demand`` of 要求; of any other ``report``."""
    saying = _sayings().get(word)
    return saying.force if saying else "report"


def force_at(body: Body, word: re.Match[str]) -> str:
    """The force of a word of saying where it stands: 主张减税 demands, 主张，税已过重 reports."""
    saying = _sayings()[word.group()]
    return saying.in_full if body.masked.startswith(("，", "："), word.end()) else saying.force


def words_of_saying(body: Body, span: Span) -> Iterator[re.Match[str]]:
    """The words of saying in a range; of 奏折称 it is 称, as 折称 is of two words."""
    at = span.start
    while word := _any().search(body.masked, at, span.end):
        yield word
        at = word.start() + 1 if _is_across(body, *word.span()) else word.end()


def says_at(body: Body, at: int) -> bool:
    """Whether a word of saying begins at a place."""
    return _any().match(body.masked, at) is not None


def is_verb(body: Body, word: re.Match[str]) -> bool:
    """Whether a word of saying is a verb where it stands, not part of another (学说, 名称) and not its own noun."""
    start, end = word.span()
    if (end - start == 1 and _is_inside(body, start)) or body.is_inside(end) or _is_across(body, start, end):
        return False
    saying = _sayings()[word.group()]
    if saying.not_before.pattern == _IN_FULL:
        if _is_object(body, start):
            return False
        if _is_of_person(body, start) and not _PAST.match(body.masked, end):
            return True
    if saying.not_before.match(body.masked, end) and not _is_cleft(body, word, saying):
        return False
    return not saying.not_behind.search(body.masked, start - 1, start) or _is_second(body, start)


def _is_inside(body: Body, at: int) -> bool:
    """Whether a verb of one character is part of a word, not the 称 of 阿里·哈桑称，, taken for a name."""
    ends = any(name.end == at + 1 and name.label == "PERSON" for name in body.names_over(at, at + 1))
    return body.is_inside(at) and not (ends and body.masked.startswith(("，", "："), at + 1))


def _is_cleft(body: Body, word: re.Match[str], saying: Saying) -> bool:
    """总统索要的却是5%: what is said stands behind 是."""
    return saying.force in ("demand", "forecast", "reckon") and bool(_CLEFT.match(body.masked, word.end()))


def _is_second(body: Body, at: int) -> bool:
    """放话说: a verb behind another is a verb, whatever its last character."""
    return any(word.end() == at for word in _any().finditer(body.masked, max(0, at - 4), at))


def _is_of_person(body: Body, at: int) -> bool:
    """他质疑年息高达一成: a verb right behind a person."""
    before = body.word_over(at - 1)
    is_person = before is not None and before.end == at and before.text in ("他", "她")
    return is_person or any(name.end == at and name.label == "PERSON" for name in body.names_over(at - 1, at))


def _is_across(body: Body, start: int, end: int) -> bool:
    """独自承担: 自承 is of two words and neither."""
    first, last = body.word_over(start), body.word_over(end - 1)
    before = first and first.known and first.start < start and first.end < end
    return bool(before or (last and last.known and last.end > end and last.start > start))


def _is_object(body: Body, start: int) -> bool:
    """发布公告，: the noun that a verb before it has for its object."""
    before = body.word_over(start - 1)
    return before is not None and before.end == start and before.tag == "v"

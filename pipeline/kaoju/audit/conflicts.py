"""Two places of an article that give different values for one thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypedDict

from kaoju.audit.passages import Passage, passages, plain, precision
from kaoju.audit.records import ArticleRows, Finding, Row

# nearer than this, two sentences mostly set one thing beside another, and must say the same in nearly the same words
_APART = 200
_ALIKE = 0.5
# two articles have more ways to speak of two things; words in common must be more, and not too few
_VERY_ALIKE = 0.75
_WORDY = 4
# so many statements of one thing are enough to hold a later one against
_ENOUGH = 50
# what one of two statements says and the other does not when they are about two things
_OPPOSED = re.compile(
    "[男女城乡进出东西南北增减升降买卖内外公私净非不除未上下]|首次|累计|人均|名义|实际|计划|目标|预计|第[一二三四五六七八九十0-9]+|[前后]者|另|其他|其余"
)
_DATES = re.compile(r"[0-9〇]+|[年月日]|截至|底|初|末|以来|期间")


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim of one exact figure, with the words that it is said in."""

    claim: Row
    value: float
    room: float
    printed: str
    start: int
    subject: str
    words: str

    @property
    def pairs(self) -> frozenset[str]:
        """Every two characters of the words that follow on each other."""
        return _pairs(self.words)


def conflicts(article: ArticleRows) -> Iterator[Finding]:
    """Claims that differ from an earlier one about the same subject, measure and time, told in much the same words.

    Both must be exact and asserted, of one kind and unit, each alone in its claim, and stand apart in the text. Only
    what is plain is said: the rest is for the reader.
    """
    groups: dict[tuple[str, str, str], list[Statement]] = {}
    for sentence in passages(article.claims, article.figures):
        for key, later in _statements(sentence):
            earlier = groups.setdefault(key, [])
            other = next((one for one in earlier[:_ENOUGH] if _conflict(one, later)), None)
            if other:
                message = f"此处作{later.printed}，前文作{other.printed}（“{_short(other.claim['text'])}”），请核对。"
                yield Finding(kind="conflict", claim=later.claim["claim"], note=None, message=message)
            earlier.append(later)


class Told(TypedDict):
    """What other articles are held against: a plain statement, its subject and words as they are compared."""

    claim: str
    kind: str
    unit: str
    time: str
    subject: str
    value: float
    room: float
    printed: str
    words: str
    text: str


def told(article: ArticleRows) -> list[Told]:
    """The statements of an article that one of another may contradict."""
    return [
        Told(
            claim=one.claim["claim"],
            kind=kind,
            unit=unit,
            time=one.claim["time"],
            subject=one.subject,
            value=one.value,
            room=one.room,
            printed=one.printed,
            words=one.words,
            text=_short(one.claim["text"]),
        )
        for sentence in passages(article.claims, article.figures)
        for (kind, unit, _), one in _statements(sentence)
    ]


def conflicts_between() -> Callable[[str, Iterable[Told]], list[Finding]]:
    """A check that is given the statements of one article after another, and finds those that differ from one of an
    earlier article.

    As within an article, but subject and period must be the very same and the words nearly so.
    """
    groups: dict[tuple[str, str, str, str], dict[tuple[float, float, str], tuple[str, Told]]] = {}

    def check(article: str, statements: Iterable[Told]) -> list[Finding]:
        found = []
        for later in statements:
            earlier = groups.setdefault((later["kind"], later["unit"], later["time"], later["subject"]), {})
            differing = ((name, one) for name, one in earlier.values() if name != article and _differs(one, later))
            if other := next(differing, None):
                words = f"此处作{later['printed']}，《{other[0]}》作{other[1]['printed']}"
                message = f"{words}（“{other[1]['text']}”），请核对。"
                found.append(Finding(kind="conflict", claim=later["claim"], note=None, message=message))
            if len(earlier) < _ENOUGH:  # of those that say the same, the first will do
                earlier.setdefault((later["value"], later["room"], later["words"]), (article, later))
        return found

    return check


def _differs(earlier: Told, later: Told) -> bool:
    if abs(earlier["value"] - later["value"]) <= max(earlier["room"] + later["room"], 1e-9):
        return False
    a, b = _pairs(earlier["words"]), _pairs(later["words"])
    alike = len(a & b) >= max(_WORDY, _VERY_ALIKE * max(len(a), len(b)))
    return alike and not _opposed(earlier["words"], later["words"])


def _statements(sentence: Passage) -> Iterator[tuple[tuple[str, str, str], Statement]]:
    for index, mention in enumerate(sentence.mentions):
        claim = mention.claim
        if mention.exact is None or not _is_plain(claim):
            continue
        statement = Statement(
            claim=claim,
            value=mention.exact,
            room=precision(mention.figure) / 2,
            printed=re.sub(r"\s+", "", mention.figure["text"]),
            start=sentence.start,
            subject=plain(claim["subject"]),
            words=_words(sentence, index),
        )
        yield (*mention.like, claim["time"][:4]), statement


def _is_plain(claim: Row) -> bool:
    return bool(
        len(claim["figures"]) == 1
        and claim["direction"] == "level"
        and claim["modality"] == "asserted"
        and claim["subject"]
        and claim["time"]
    )


def _words(sentence: Passage, index: int) -> str:
    """The words around a figure: back to the figure before it or the sentence's start, on to the end of its clause."""
    before = re.split(r"[。；;：:]", sentence.before(index))[-1]
    after = re.match(r"[^，,。；;]*", sentence.text[sentence.mentions[index].end :])
    return re.sub(r"\W", "", _DATES.sub("", before + (after.group() if after else "")))


def _conflict(earlier: Statement, later: Statement) -> bool:
    return (
        (later.start - earlier.start > _APART or _says_the_same(earlier, later))
        and abs(earlier.value - later.value) > max(earlier.room + later.room, 1e-9)
        and _same_time(earlier.claim["time"], later.claim["time"])
        and (earlier.subject in later.subject or later.subject in earlier.subject)
        and not _opposed(earlier.words, later.words)
        and _likeness(earlier.pairs, later.pairs) >= _ALIKE
    )


def _says_the_same(earlier: Statement, later: Statement) -> bool:
    """Whether two sentences that stand near each other say one thing of one subject in nearly the same words."""
    common, most = len(earlier.pairs & later.pairs), max(len(earlier.pairs), len(later.pairs))
    return (
        later.start != earlier.start and later.subject == earlier.subject and common >= max(_WORDY, _VERY_ALIKE * most)
    )


def _same_time(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a)


def _opposed(a: str, b: str) -> bool:
    """Whether one has a word that sets it off from the other."""
    return set(_OPPOSED.findall(a)) != set(_OPPOSED.findall(b))


def _pairs(words: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(words)))


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the shorter one's pairs of characters that the other has too."""
    return len(a & b) / max(1, min(len(a), len(b)))


def _short(text: str, most: int = 30) -> str:
    text = re.sub(r"\s+", "", text)
    return text if len(text) <= most else text[: most - 1] + "…"

"""A sentence with the figures that stand in it: what the checks of numbers read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kaoju.audit.records import Finding, Row
from kaoju.normalising import normalise
from kaoju.text import Text

_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.([0-9]+))?")
_FRACTION = re.compile("(?<![百千])分之|半")


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in its sentence: ``start`` and ``end`` are characters of the sentence's text."""

    figure: Row
    claim: Row
    start: int
    end: int

    @property
    def exact(self) -> float | None:
        """Its value, where it is one, given without 'about' or 'more than'."""
        low, high = self.figure["low"], self.figure["high"]
        return float(low) if low is not None and low == high and self.figure["approx"] is None else None

    @property
    def words(self) -> str:
        """Its words as the stages read them."""
        return plain(self.figure["text"])

    @property
    def like(self) -> tuple[str, str]:
        """Its kind and unit: figures that agree in these can be compared."""
        return self.figure["kind"], self.figure["unit"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, normalised, and its figures in their order."""

    start: int
    end: int
    text: str
    mentions: list[Mention]

    def before(self, index: int) -> str:
        """The words between a figure and the one before it."""
        return self.text[self.mentions[index - 1].end if index else 0 : self.mentions[index].start]

    def clause(self, index: int) -> str:
        """The words of a figure's own clause that stand before it."""
        return re.split(r"[，,。；;：:、（()）]", self.before(index))[-1]


def passages(claims: Iterable[Row], figures: Iterable[Row]) -> list[Passage]:
    """The sentences that claims with figures come from, in their order."""
    by_id = {figure["figure"]: figure for figure in figures}
    sentences: dict[tuple[int, int], list[tuple[Row, Row]]] = {}
    for claim in claims:
        known = [(by_id[one], claim) for one in claim["figures"] if one in by_id]
        if known:
            sentences.setdefault((claim["start"], claim["end"]), []).extend(known)
    return [_passage(start, end, sentences[start, end]) for start, end in sorted(sentences)]


def _passage(start: int, end: int, stated: list[tuple[Row, Row]]) -> Passage:
    text = plain(stated[0][1]["text"])
    mentions, at = [], 0
    for figure, claim in sorted(stated, key=lambda one: (one[0]["start"], one[0]["end"])):
        words = plain(figure["text"])
        found = text.find(words, at)
        if found >= 0:
            at = found + len(words)
            mentions.append(Mention(figure, claim, found, at))
    return Passage(start, end, text, mentions)


@lru_cache(maxsize=1 << 12)  # each check reads an article's sentences anew
def plain(text: str) -> str:
    """Text as the stages read it."""
    return normalise(Text.of(text)).text


def precision(figure: Row) -> float:
    """What the last digit that a figure gives is worth, its scale applied.

    >>> precision({"kind": "MONEY", "text": "9.23亿美元", "low": 923000000.0, "high": 923000000.0})
    1000000.0
    """
    text = re.sub(r"\s", "", plain(figure["text"]))
    value = abs(float(figure["low"] if figure["low"] is not None else figure["high"] or 0))
    if figure["kind"] in ("MONEY", "QUANTITY"):
        return _last_digit(text, value)
    if "成" in text:
        return 5.0 if "半" in text else 10.0 if text.endswith("成") else 1.0
    if _FRACTION.search(text):
        return value / 10
    return min(_last_digit(text, value), 1.0)


def _last_digit(text: str, value: float) -> float:
    printed = _NUMBER.search(text)
    number = float(printed[0].replace(",", "")) if printed else 0.0
    if printed and number:
        return value / number / 10.0 ** len(printed[1] or "")
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return 10.0**exponent if value and isinstance(exponent, int) else 1.0


def agrees(answer: float, stated: Mention, tolerance: float) -> bool:
    """Whether a value that others come to is the one that a figure states, give or take what its digits leave open."""
    low, high, approx = (stated.figure[name] for name in ("low", "high", "approx"))
    # 增幅近三成 and 超过一倍 leave room on their side, but not without end
    room = 0.15 * answer + tolerance if approx is not None else 0.0
    least = low if low is not None else high - room
    most = high if high is not None else low + room
    if approx == "about":
        least, most = least - room, most + room
    return bool(least - tolerance <= answer * (1 + 1e-9) and answer * (1 - 1e-9) <= most + tolerance)


def misfit(mention: Mention, message: str) -> Finding:
    """A query at the claim of a figure that does not come out."""
    return Finding(kind="arithmetic", claim=mention.claim["claim"], note=None, message=message)


def rounded(value: float) -> str:
    """A number with one decimal, or with none where that is nought."""
    return f"{value:.1f}".removesuffix(".0")


def amount(value: float, like: Mention) -> str:
    """An amount in the words of another of its kind: 70亿美元, as that one says 60亿美元."""
    words, own = plain(like.figure["text"]), like.exact
    digits = re.search("[0-9][0-9,]*(?:[.][0-9]+)?", words)
    number = float(digits[0].replace(",", "")) if digits else 0.0
    if digits and number and own:
        return re.sub(r"\s+", "", words.replace(digits[0], rounded(value * number / own), 1))
    scale, name = next(((s, n) for s, n in ((1e8, "亿"), (1e4, "万")) if value >= s), (1.0, ""))
    return rounded(value / scale) + name


def printed(mention: Mention) -> str:
    """The words of a figure as they stand in the source, without white space."""
    return re.sub(r"\s+", "", mention.figure["text"])

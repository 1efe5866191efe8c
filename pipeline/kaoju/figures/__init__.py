"""Figures: amounts of money, percentages, percentage points, multiples and quantities, with their exact values.

A text goes through four rooms: numbers (``numerals``), numbers with their units (``amounts``), ranges and lists
(``joining``), and bounds (``bounds``).
"""

from __future__ import annotations

import re

from kaoju.figures.amount import Amount
from kaoju.figures.amounts import amounts
from kaoju.figures.bounds import is_a_line, leading, limit, trailing
from kaoju.figures.currencies import Currencies
from kaoju.figures.figure import Figure
from kaoju.figures.joining import join
from kaoju.normalising import CJK, normalise
from kaoju.text import Text

_BROKEN = re.compile(
    rf"(?:[ \t](?<=[{CJK}0-9].)[ \t]*\r?\n|\r(?<=[{CJK}0-9].)\n|\n(?<=[{CJK}0-9].))[ \t]*(?=[{CJK}])", re.DOTALL
)

__all__ = ["Figure", "find_figures", "read_figures"]


def find_figures(text: str, *, currency: str | None = None) -> list[Figure]:
    """The figures of a text as it comes, in their order; ``currency`` is the ISO 4217 code of a bare 元.

    >>> [(figure.text, figure.low, figure.high, figure.unit) for figure in find_figures("涨幅５％—10％")]
    [('５％—10％', 5.0, 10.0, '%')]
    """
    plain = normalise(Text.of(text).delete(_line_breaks(text)))
    return [
        _moved(figure, start, end, text[start:end])
        for figure in read_figures(plain.text, currency=currency)
        for start, end in [plain.source_range(figure.start, figure.end)]
    ]


def _moved(figure: Figure, start: int, end: int, text: str) -> Figure:
    """The same figure at another place."""
    return Figure(start, end, text, figure.kind, figure.low, figure.high, figure.unit, figure.approx)


def _line_breaks(text: str) -> list[tuple[int, int]]:
    """The single line breaks within a run of Chinese characters or after a digit there: 830万美 / 元."""
    return [match.span() for match in _BROKEN.finditer(text)]


def read_figures(text: str, *, currency: str | None = None) -> list[Figure]:
    """The figures of a text that has been normalised: plain digits, Simplified characters, no gaps."""
    found = join(text, amounts(text, Currencies(text, currency)))
    return [_figure(text, amount) for amount in found]


def _figure(text: str, amount: Amount) -> Figure:
    """The amount with the words around it that make it a bound."""
    end, after = trailing(text, amount.end)
    before = leading(text, amount.start, money=amount.kind == "MONEY")
    if before in ("over", "under") and is_a_line(text, end):
        before = None
    approx = after or limit(text, amount.start, end) or amount.approx or before
    if after == "about" and before in ("over", "under", "at_least", "at_most"):
        approx = before
    low, high = float(amount.low), float(amount.high)
    return Figure(
        start=amount.start,
        end=end,
        text=text[amount.start : end],
        kind=amount.kind or "QUANTITY",
        low=None if approx in ("under", "at_most") else low,
        high=None if approx in ("over", "at_least") else high,
        unit=amount.unit,
        approx=approx,
    )

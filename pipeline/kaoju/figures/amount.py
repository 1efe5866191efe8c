"""A number and what it is a number of, on its way to a figure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kaoju.annotations import Approx, FigureKind
    from kaoju.figures.numerals import Numeral


class Amount(NamedTuple):
    """A number and what it is a number of; ``kind`` is None where it has no unit, ``led`` tells a unit before it."""

    start: int
    end: int
    numeral: Numeral
    kind: FigureKind | None = None
    unit: str = ""
    approx: Approx | None = None
    led: bool = False

    @property
    def low(self) -> Decimal:
        """The lower end."""
        return self.numeral.low

    @property
    def high(self) -> Decimal:
        """The upper end; the lower one where the number is exact."""
        return self.numeral.high

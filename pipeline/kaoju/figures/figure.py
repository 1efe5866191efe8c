"""What is found: an amount with its exact value and the characters that say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kaoju.annotations import Approx, FigureKind


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount in a text: ``text`` is ``given[start:end]``, ``low`` and ``high`` are its value with the scale applied.

    ``kind`` is MONEY, PERCENT, PERCENTAGE_POINT, MULTIPLE or QUANTITY; ``unit`` is an ISO 4217 code, ``%``, ``pp``,
    ``x`` or the noun that was counted; ``approx`` is None, ``about``, ``over``, ``at_least``, ``under`` or
    ``at_most``, and the end that it leaves open is None.
    """

    start: int
    end: int
    text: str
    kind: FigureKind
    low: float | None
    high: float | None
    unit: str
    approx: Approx | None

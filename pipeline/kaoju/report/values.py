"""Values as a person writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
_SIGNS = {"about": "≈", "over": ">", "at_least": "≥", "under": "<", "at_most": "≤"}
_SUFFIXES = {"%": "%", "pp": " pp", "x": "×"}
_CURRENCY = re.compile("[A-Z]{3}")


def shown_value(claim: Mapping[str, Any]) -> str:
    """The value of a claim, from its ``low``, ``high``, ``from_low``, ``from_high``, ``unit`` and ``approx``.

    >>> claim = {"low": 9.23e8, "high": 9.23e8, "from_low": 8.5e8, "from_high": 8.5e8, "unit": "USD", "approx": None}
    >>> shown_value(claim)
    'USD 850 million → USD 923 million'
    >>> shown_value({"low": 50.0, "high": None, "from_low": None, "from_high": None, "unit": "%", "approx": "over"})
    '> 50%'
    """
    unit = claim["unit"] or ""
    before = _range(claim["from_low"], claim["from_high"], unit)
    after = _range(claim["low"], claim["high"], unit)
    sign = _SIGNS.get(claim["approx"] or "", "")
    return " → ".join(part for part in (before, f"{sign} {after}".strip() if after else "") if part)


def _range(low: float | None, high: float | None, unit: str) -> str:
    """One number or two with their unit; money in millions and more."""
    ends = [end for end in ([low] if low == high else [low, high]) if end is not None]
    if not ends:
        return ""
    if _CURRENCY.fullmatch(unit):
        scale, name = next((one for one in _SCALES if max(map(abs, ends)) >= one[0]), (1.0, ""))
        return f"{unit} {'–'.join(_number(end / scale) for end in ends)}{name}"
    return "–".join(map(_number, ends)) + _SUFFIXES.get(unit, f" {unit}" if unit else "")


def _number(value: float) -> str:
    """A number with its thousands set apart and no more decimals than are read."""
    number = f"{value:,.2f}" if abs(value) >= 1 else f"{value:.4f}"
    return number.rstrip("0").rstrip(".")

"""Bare numbers in the cells of a table, whose unit its caption, its row or its column says: 单位：亿元."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from kaoju.figures.amount import Amount
from kaoju.figures.numerals import read_numeral

_TABLE = re.compile(r"\|[^\n|]*\|[^\n]*(?:\n[ \t]*\|[^\n]*)*")
_NUMBER = re.compile(r"(?P<minus>[-−])?(?P<number>[0-9]{1,3}(?:,[0-9]{3})++(?:\.[0-9]++)?|[0-9]++(?:\.[0-9]++)?)")
# a unit as captions and heads give it
_SAID = re.compile(
    r"单位(?:为|[:：])(?P<caption>[^\s，。；（）()|:：]{1,12})|[（(](?P<aside>[^\s，。；（）()|:：0-9]{1,10})[）)]"
)
# columns that hold no amounts, or amounts of another unit than the caption's
_NOT_COUNTED = re.compile("(?:年份?|年度|序号|排名|名次|位次|时间|日期|代码)|.*(?:率|速|占比|比重|份额|倍数|指数).*")
_REACH = 100

Reader = Callable[[str], Amount | None]


class _Cell(NamedTuple):
    start: int
    text: str


def cells(text: str, unit: Reader) -> Iterator[Amount]:
    """The amounts that the cells of a text's tables hold as bare numbers.

    ``unit`` reads the unit that a caption or a head says, 亿美元, as an amount of one.
    """
    for table in _TABLE.finditer(text):
        rows = [_cells(*row) for row in _rows(table)]
        caption = _unit(text[max(0, table.start() - _REACH) : table.start()].rpartition("|")[2], unit)
        heads = [_head(cell.text, caption, unit) for cell in rows[0]]
        if caption or any(heads):
            yield from _amounts(rows[1:], heads, unit)


def _rows(table: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The rows of a table, one a line, or one after the other with a double bar between them."""
    row = r"[^\n]+" if "\n" in table.group() else r"\|(?:[^|]|\|(?!\|))*"
    for match in re.finditer(row, table.group()):
        yield table.start() + match.start(), match.group()


def _cells(start: int, row: str) -> list[_Cell]:
    return [
        _Cell(start + match.start(1), match[1]) for match in re.finditer(r"\|[ \t]*([^|]*[^|\s])?", row) if match[1]
    ]


def _head(text: str, caption: Amount | None, unit: Reader) -> Amount | None:
    """The unit of a column: its own, or the caption's where the column can have it."""
    return _unit(text, unit) or (None if _NOT_COUNTED.fullmatch(text) else caption)


def _unit(text: str, unit: Reader) -> Amount | None:
    """The last unit that a caption or a head says."""
    said = [match["caption"] or match["aside"] for match in _SAID.finditer(text)]
    return unit(said[-1]) if said else None


def _amounts(rows: list[list[_Cell]], heads: list[Amount | None], unit: Reader) -> Iterator[Amount]:
    for row in rows:
        own = _unit(row[0].text, unit) if row else None
        for cell, head in zip(row[1:], heads[1:], strict=False):
            one, match = own or head, _NUMBER.fullmatch(cell.text)
            numeral = read_numeral(match["number"]) if match else None
            if one and match and numeral:
                value = numeral.times(Decimal(one.low))
                value = value.negated() if match["minus"] else value
                yield one._replace(start=cell.start, end=cell.start + len(cell.text), numeral=value)

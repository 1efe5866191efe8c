"""What is kept of an article, as bytes: its rows in every table, its queries, and what other articles are held against.
Quick to check and to join."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa

from kaoju.schemas import OF_ARTICLES, SCHEMAS

# the bytes that a checksum and a length take
CHECKSUM, _LENGTH = 4, 4

# the queries that the article gives by itself, and its statements that those of others are held against
AUDIT, TOLD = "audit", "told"

Row = dict[str, Any]
Columns = Mapping[str, list[Any]]
Part = dict[str, Columns]


def columns(rows: Mapping[str, Sequence[Row]]) -> Part:
    """The rows of an article by table, as the columns that its tables have, every value as they hold it.

    >>> columns({"evidence": [{"article": "a", "marker": 7, "note": 1, "score": 1}]})["evidence"]["score"]
    [1.0]
    """
    return {name: {one.name: _held(rows.get(name, ()), one) for one in SCHEMAS[name]} for name in OF_ARTICLES}


def _held(rows: Sequence[Row], column: pa.Field) -> list[Any]:
    values = [row.get(column.name) for row in rows]
    if pa.types.is_floating(column.type):
        return [value if value is None else float(value) for value in values]
    return values


def transposed(rows: Sequence[Row], names: Iterable[str]) -> Columns:
    """Rows as columns.

    >>> transposed([{"note": 1}, {"note": 2}], ["note"])
    {'note': [1, 2]}
    """
    return {name: [row[name] for row in rows] for name in names}


def records(table: Columns) -> list[Row]:
    """The rows of a table."""
    return [dict(zip(table, values, strict=True)) for values in zip(*table.values(), strict=True)]


def to_part(tables: Part) -> bytes:
    """Tables as a checksum, their length, and JSON, compressed.

    >>> from_part(to_part({"times": {"edtf": ["2024"]}}))
    {'times': {'edtf': ['2024']}}
    """
    told = json.dumps(tables, separators=(",", ":")).encode()
    return checked(len(told).to_bytes(_LENGTH, "big") + pa.compress(told, codec="zstd", asbytes=True))


def from_part(part: bytes) -> Part:
    """The tables of a part."""
    data = memoryview(part)[CHECKSUM:]
    size = int.from_bytes(data[:_LENGTH], "big")
    tables: Part = json.loads(pa.decompress(data[_LENGTH:], size, codec="zstd", asbytes=True))
    return tables


def checked(data: bytes) -> bytes:
    """Bytes with their checksum before them."""
    return zlib.crc32(data).to_bytes(CHECKSUM, "big") + data


def is_whole(data: bytes) -> bool:
    """Whether bytes with a checksum are as they were made: cut off or altered, it differs."""
    return len(data) > CHECKSUM and zlib.crc32(memoryview(data)[CHECKSUM:]) == int.from_bytes(data[:CHECKSUM], "big")

"""An article's part of the tables as bytes: quick to write, to check and to join."""

from __future__ import annotations

import io
import zlib

import pyarrow as pa

from kaoju.tables import ROWS, SCHEMAS, Row

_CHECKSUM = 4


def to_part(rows: dict[str, list[Row]]) -> bytes:
    """The rows of an article, by table, as a checksum and an Arrow stream for each table.

    >>> sorted(from_part(to_part({"times": []}))) == sorted(ROWS)
    True
    """
    sink = io.BytesIO()
    for name in ROWS:
        table = pa.Table.from_pylist(rows.get(name, []), SCHEMAS[name])
        with pa.ipc.new_stream(sink, SCHEMAS[name], options=pa.ipc.IpcWriteOptions(compression="zstd")) as stream:
            stream.write_table(table)
    data = sink.getvalue()
    return zlib.crc32(data).to_bytes(_CHECKSUM, "big") + data


def is_whole(part: bytes) -> bool:
    """Whether a part is as it was made: cut off or altered, its checksum differs."""
    return len(part) > _CHECKSUM and zlib.crc32(memoryview(part)[_CHECKSUM:]) == int.from_bytes(part[:_CHECKSUM], "big")


def from_part(part: bytes) -> dict[str, pa.Table]:
    """The tables of a part."""
    source = pa.BufferReader(memoryview(part)[_CHECKSUM:])
    return {name: pa.ipc.open_stream(source).read_all() for name in ROWS}

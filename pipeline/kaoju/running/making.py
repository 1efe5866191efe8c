"""Results while they are made, in a folder of this machine: tables a row group at a time, claims for spreadsheets."""

from __future__ import annotations

import codecs
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pyarrow import csv

from kaoju.running.groups import KEPT
from kaoju.schemas import SCHEMAS

# a cell that begins so would be run as a formula by a spreadsheet
_FORMULA = "^([=+@\t\r-])"
_SCHEMAS = KEPT | SCHEMAS


@dataclass(frozen=True, slots=True)
class Making:
    """The folder in which a run makes its results."""

    folder: Path

    @contextmanager
    def writing(self, *names: str) -> Iterator[Tables]:
        """Tables of this run, open to be written a row group at a time; the files are whole when it ends."""
        (self.folder / "tables").mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            files = {
                name: stack.enter_context(pq.ParquetWriter(self.table_path(name), _SCHEMAS[name])) for name in names
            }
            yield Tables(files, stack.enter_context(_behind(len(KEPT))))

    def table_path(self, name: str) -> Path:
        """Where a table of this run is made."""
        return self.folder / "tables" / f"{name}.parquet"

    def read_groups(self, name: str) -> Iterator[pa.Table]:
        """The row groups of a table of this run, texts as codes and the list of what they stand for."""
        texts = [column.name for column in _SCHEMAS[name] if column.type == pa.string()]
        file = pq.ParquetFile(self.table_path(name), read_dictionary=texts)
        for group in range(file.num_row_groups):
            yield file.read_row_group(group)

    @contextmanager
    def writing_claims_csv(self) -> Iterator[Callable[[pa.Table], None]]:
        """The claims as a spreadsheet reads them: UTF-8 with a byte order mark, lists in one cell, no formulas."""
        self.folder.mkdir(parents=True, exist_ok=True)
        cells = pa.schema([(name, pa.string()) for name in SCHEMAS["claims"].names])
        with (self.folder / "claims.csv").open("wb") as file:
            file.write(codecs.BOM_UTF8)
            with csv.CSVWriter(file, cells) as writer, _behind(1) as do:

                def write(claims: pa.Table) -> None:
                    writer.write_table(pa.table([_cells(column) for column in claims.columns], cells))

                yield partial(do, write)


@dataclass(frozen=True, slots=True)
class Tables:
    """Tables that are being written, and the number of rows of each."""

    _files: Mapping[str, pq.ParquetWriter]
    _do: Callable[..., None]
    rows: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, rows: pa.Table | pd.DataFrame) -> None:
        """Adds a row group to a table, an empty one too: the groups of all tables are of the same articles."""
        schema = _SCHEMAS[name]
        if isinstance(rows, pd.DataFrame):
            rows = pa.Table.from_pandas(rows, schema, preserve_index=False).replace_schema_metadata(None)
        self._do(self._files[name].write_table, rows, max(1, len(rows)))
        self.rows[name] += len(rows)


@contextmanager
def _behind(most: int) -> Iterator[Callable[..., None]]:
    """Has calls made in their order by a thread of their own, while what comes next is made ready, ``most`` of
    them waiting; all are done when it ends, and the first that fails is told of."""
    coming: deque[Future[None]] = deque()
    with ThreadPoolExecutor(1) as thread:

        def do(call: Callable[..., None], *given: Any) -> None:
            if len(coming) >= most:
                coming.popleft().result()
            coming.append(thread.submit(call, *given))

        yield do
        for one in coming:
            one.result()


def _cells(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """The values of a column as cells that hold text."""
    if pa.types.is_floating(column.type):
        return pa.array([value if value is None else repr(value) for value in column.to_pylist()], pa.string())
    if pa.types.is_list(column.type):
        column = pc.binary_join(column.cast(pa.list_(pa.string())), "; ")
    if column.type == pa.string() and pc.any(pc.match_substring_regex(column, _FORMULA)).as_py():
        column = pc.replace_substring_regex(column, _FORMULA, r"'\1")
    return column.cast(pa.string())

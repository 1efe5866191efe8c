"""Results while they are made, in a folder of this machine: tables a row group at a time, claims for spreadsheets."""

from __future__ import annotations

import codecs
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

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
# row groups that are still to be written while the next are made: those of one group of articles
_BEHIND = len(KEPT)


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
            tables = Tables(files, stack.enter_context(ThreadPoolExecutor(1)))
            yield tables
            tables.finish()

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
            with csv.CSVWriter(file, cells) as writer:

                def add(claims: pa.Table) -> None:
                    writer.write_table(pa.table([_cells(column) for column in claims.columns], cells))

                yield add


@dataclass(frozen=True, slots=True)
class Tables:
    """Tables that are being written, by a thread of their own, and the number of rows of each."""

    _files: Mapping[str, pq.ParquetWriter]
    _thread: Executor
    rows: Counter[str] = field(default_factory=Counter)
    _coming: deque[Future[None]] = field(default_factory=deque)

    def add(self, name: str, rows: pa.Table | pd.DataFrame) -> None:
        """Adds a row group to a table, an empty one too: the groups of all tables are of the same articles."""
        schema = _SCHEMAS[name]
        if isinstance(rows, pd.DataFrame):
            rows = pa.Table.from_pandas(rows, schema, preserve_index=False).replace_schema_metadata(None)
        if len(self._coming) >= _BEHIND:
            self._coming.popleft().result()
        self._coming.append(self._thread.submit(self._files[name].write_table, rows, max(1, len(rows))))
        self.rows[name] += len(rows)

    def finish(self) -> None:
        """Waits for what is still being written."""
        while self._coming:
            self._coming.popleft().result()


def _cells(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """The values of a column as cells that hold text."""
    if pa.types.is_floating(column.type):
        return pa.array([value if value is None else repr(value) for value in column.to_pylist()], pa.string())
    if pa.types.is_list(column.type):
        column = pc.binary_join(column.cast(pa.list_(pa.string())), "; ")
    if column.type == pa.string():
        column = pc.replace_substring_regex(column, _FORMULA, r"'\1")
    return column.cast(pa.string())

"""Results while they are made, in a folder of this machine: tables a row group at a time, claims for spreadsheets."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from kaoju.running.parts import Columns
from kaoju.tables import SCHEMAS

# a cell that begins so would be run as a formula by a spreadsheet
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


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
                name: stack.enter_context(pq.ParquetWriter(self.table_path(name), SCHEMAS[name])) for name in names
            }
            yield Tables(files)

    def table_path(self, name: str) -> Path:
        """Where a table of this run is made."""
        return self.folder / "tables" / f"{name}.parquet"

    def read_groups(self, *names: str) -> Iterator[list[pd.DataFrame]]:
        """The row groups of tables of this run, those of the same articles together; missing values are None."""
        files = [pq.ParquetFile(self.table_path(name)) for name in names]
        for group in range(files[0].num_row_groups):
            yield [file.read_row_group(group).to_pandas(integer_object_nulls=True) for file in files]

    @contextmanager
    def writing_claims_csv(self) -> Iterator[Callable[[Columns], None]]:
        """The claims as a spreadsheet reads them: UTF-8 with a byte order mark, lists in one cell, no formulas."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "claims.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow(SCHEMAS["claims"].names)

            def add(claims: Columns) -> None:
                columns = [map(_cell, claims[name]) for name in SCHEMAS["claims"].names]
                writer.writerows(zip(*columns, strict=True))

            yield add


@dataclass(frozen=True, slots=True)
class Tables:
    """Tables that are being written, and the number of rows of each."""

    _files: Mapping[str, pq.ParquetWriter]
    rows: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, rows: Columns | pd.DataFrame) -> None:
        """Adds a row group to a table, an empty one too: the groups of all tables are of the same articles."""
        schema = SCHEMAS[name]
        if isinstance(rows, pd.DataFrame):
            table = pa.Table.from_pandas(rows, schema, preserve_index=False).replace_schema_metadata(None)
        else:
            table = pa.table([pa.array(rows[column.name], column.type) for column in schema], schema)
        self._files[name].write_table(table, row_group_size=max(1, len(table)))
        self.rows[name] += len(table)


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = "; ".join(str(item) for item in value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value

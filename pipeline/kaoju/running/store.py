"""What a run leaves on disk: the rows of each article as soon as it is done, and the results all at once at the end."""

from __future__ import annotations

import json
import os
import shutil
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from filelock import FileLock, Timeout

from kaoju.errors import OutputError
from kaoju.running.inputs import Failure
from kaoju.tables import SCHEMAS, Row

ROW_GROUP = 200
# a cell that begins so would be run as a formula by a spreadsheet
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of a run.

    ``done/`` holds the rows of each article under a key made from all that they depend on, so that a run that was cut
    off goes on where it was; ``new/`` is where results are made before they take the place of the old ones.
    """

    out: Path

    def open(self) -> None:
        """Makes the folder ready.

        Raises:
            OutputError: it cannot be written.
        """
        try:
            (self.out / "done").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{self.out}: cannot be written ({error.strerror}); choose another folder") from error

    def clear(self) -> None:
        """Makes room for new results; what a run that was cut off has left is thrown away."""
        shutil.rmtree(self.new, ignore_errors=True)
        (self.new / "tables").mkdir(parents=True)

    def is_whole(self) -> bool:
        """Whether all results of the last run are in their place."""
        files = [self.out / "claims.csv", self.out / "summary.md"]
        return all(file.is_file() for file in [*files, *(self.out / "tables" / f"{name}.parquet" for name in SCHEMAS)])

    @property
    def new(self) -> Path:
        """Where this run's results are made."""
        return self.out / "new"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keeps two runs into one folder apart; a lock falls with the process that holds it.

        Raises:
            OutputError: another run writes here.
        """
        lock, holder = FileLock(self.out / ".lock"), self.out / ".lock-holder"
        try:
            with lock.acquire(timeout=0):
                holder.write_text(str(os.getpid()), encoding="ascii")
                yield
        except Timeout as error:
            process = holder.read_text(encoding="ascii") if holder.exists() else "unknown"
            raise OutputError(
                f"{self.out}: another run is writing here (process {process}); wait for it or choose another folder"
            ) from error

    def manifest(self) -> dict[str, Any] | None:
        """What the last whole run said of itself; None where there is none."""
        try:
            told: dict[str, Any] = json.loads((self.out / "manifest.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return told

    def has(self, key: str) -> bool:
        """Whether the rows under a key are there, whole."""
        return self._rows(key) is not None

    def put(self, key: str, rows: dict[str, list[Row]]) -> None:
        """Keeps the rows of an article."""
        path = self._path(key)
        part = path.with_suffix(".part")
        part.write_bytes(zlib.compress(json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1))
        part.replace(path)

    def get(self, key: str) -> dict[str, list[Row]]:
        """The rows of an article that ``has`` said is there."""
        rows = self._rows(key)
        if rows is None:
            raise OutputError(f"{self._path(key)}: vanished while the run went on; run again")
        return rows

    def put_failure(self, key: str, failure: Failure) -> None:
        """Keeps why an article failed, so that it is not tried again as it is."""
        path = self._path(key).with_name(f"{key}.failed.json")
        part = path.with_suffix(".part")
        part.write_text(json.dumps(asdict(failure), ensure_ascii=False), encoding="utf-8", errors="surrogatepass")
        part.replace(path)

    def failure(self, key: str) -> Failure | None:
        """Why the article under a key failed; None where it did not."""
        path = self._path(key).with_name(f"{key}.failed.json")
        try:
            return Failure(**json.loads(path.read_text(encoding="utf-8", errors="surrogatepass")))
        except (OSError, ValueError, TypeError):
            return None

    def _rows(self, key: str) -> dict[str, list[Row]] | None:
        try:
            rows: dict[str, list[Row]] = json.loads(zlib.decompress(self._path(key).read_bytes()))
        except (OSError, zlib.error, ValueError):
            return None
        return rows

    def _path(self, key: str) -> Path:
        return self.out / "done" / f"{key}.json.z"

    def write_tables(self, keys: Iterable[str]) -> dict[str, int]:
        """Writes the tables of the articles under the keys, in that order; the number of rows of each."""
        names = [name for name in SCHEMAS if name not in CORPUS_TABLES]
        count = dict.fromkeys(names, 0)
        writers = {name: pq.ParquetWriter(self.table_path(name), SCHEMAS[name]) for name in names}
        try:
            for batch in _batches(keys, ROW_GROUP):
                parts = [self.get(key) for key in batch]
                for name, writer in writers.items():
                    rows = [row for part in parts for row in part.get(name, [])]
                    writer.write_table(pa.Table.from_pylist(rows, SCHEMAS[name]))
                    count[name] += len(rows)
        finally:
            for writer in writers.values():
                writer.close()
        return count

    def write_table(self, name: str, frame: pd.DataFrame) -> int:
        """Writes a table of the whole corpus; the number of its rows."""
        table = pa.Table.from_pandas(frame, SCHEMAS[name], preserve_index=False)
        pq.write_table(table.replace_schema_metadata(None), self.table_path(name))
        return len(frame)

    def table_path(self, name: str) -> Path:
        """Where a table of this run is made."""
        return self.new / "tables" / f"{name}.parquet"

    def read_table(self, name: str) -> pd.DataFrame:
        """A table of this run; missing values are None."""
        frame: pd.DataFrame = pq.read_table(self.table_path(name)).to_pandas(integer_object_nulls=True)
        return frame

    def write_claims_csv(self, claims: pd.DataFrame) -> None:
        """The claims as a spreadsheet reads them: UTF-8 with a byte order mark, lists in one cell, no formulas."""
        frame = claims.map(_cell)
        frame.to_csv(self.new / "claims.csv", index=False, encoding="utf-8-sig", lineterminator="\r\n")

    def commit(self, manifest: dict[str, Any], keys: Iterable[str]) -> None:
        """Puts the new results in place of the old. The manifest goes first and comes last: without one, a folder of
        results is not whole."""
        (self.out / "manifest.json").unlink(missing_ok=True)
        for name in ("tables", "claims.csv", "summary.md"):
            old = self.out / name
            if old.is_dir():
                shutil.rmtree(old)
            (self.new / name).replace(old)
        written = json.dumps(manifest, ensure_ascii=False, indent=1)
        (self.new / "manifest.json").write_text(written, encoding="utf-8", errors="replace")
        (self.new / "manifest.json").replace(self.out / "manifest.json")
        shutil.rmtree(self.new)
        self._forget_all_but(keys)

    def _forget_all_but(self, keys: Iterable[str]) -> None:
        kept = {name for key in keys for name in (self._path(key).name, f"{key}.failed.json")}
        for path in (self.out / "done").iterdir():
            if path.name not in kept:
                path.unlink(missing_ok=True)


CORPUS_TABLES = frozenset({"keywords", "topics", "article_topics", "works", "names", "audit", "failures"})


def _batches(keys: Iterable[str], size: int) -> Iterator[list[str]]:
    batch: list[str] = []
    for key in keys:
        batch.append(key)
        if len(batch) == size:
            yield batch
            batch = []
    yield batch


def _cell(value: Any) -> Any:
    if hasattr(value, "__len__") and not isinstance(value, str):
        value = "; ".join(str(item) for item in value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value

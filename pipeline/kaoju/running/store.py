"""What a run leaves on disk: the rows of each article as soon as it is done, and the results all at once at the end."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from kaoju.errors import OutputError
from kaoju.running.inputs import Failure
from kaoju.running.limits import Limits
from kaoju.running.parts import Columns, Part, empty_part, from_part, is_whole, joined
from kaoju.tables import SCHEMAS

ROW_GROUP = 200
# a cell that begins so would be run as a formula by a spreadsheet
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of a run.

    ``done/`` holds the part of each article under a key made from all that it depends on, so that a run that was cut
    off goes on where it was; ``failed/`` why an article was set aside; ``new/`` is where results are made, ``ready/``
    whence they take the place of the old ones.
    """

    out: Path

    def open(self) -> None:
        """Makes the folder ready: ends what a run that was killed while it put its results in place had begun.

        Raises:
            OutputError: it cannot be written.
        """
        try:
            for folder in (self.out / "done", self.out / "failed"):
                folder.mkdir(parents=True, exist_ok=True)
            self._put_in_place()
            shutil.rmtree(self.new, ignore_errors=True)
        except OSError as error:
            raise OutputError(f"{self.out}: cannot be written ({error.strerror}); choose another folder") from error

    @property
    def new(self) -> Path:
        """Where this run's results are made."""
        return self.out / "new"

    def has(self, key: str) -> bool:
        """Whether the part under a key is there, whole."""
        part = self._read(key)
        return part is not None and is_whole(part)

    def put(self, key: str, part: bytes) -> None:
        """Keeps an article's part."""
        _write(self._path(key), part)
        self._failed(key).unlink(missing_ok=True)

    def get(self, key: str) -> bytes:
        """The part of an article that ``has`` said is there."""
        part = self._read(key)
        if part is None:
            raise OutputError(f"{self._path(key)}: vanished while the run went on; run again")
        return part

    def put_failure(self, key: str, failure: Failure, limits: Limits) -> None:
        """Sets an article aside."""
        said = json.dumps([asdict(failure), asdict(limits)])
        _write(self._failed(key), said.encode())

    def failure(self, key: str, limits: Limits) -> Failure | None:
        """Why the article with this key was set aside; None where it was not, or where it may now take more."""
        try:
            said, under = json.loads(self._failed(key).read_bytes())
            failure = Failure(**said)
        except (OSError, ValueError, TypeError):
            return None
        return None if failure.kind in _LIMITED and under != asdict(limits) else failure

    def _read(self, key: str) -> bytes | None:
        try:
            return self._path(key).read_bytes()
        except OSError:
            return None

    def _path(self, key: str) -> Path:
        return self.out / "done" / f"{key}.part"

    def _failed(self, key: str) -> Path:
        return self.out / "failed" / f"{key}.json"

    def parts(self, keys: Sequence[str]) -> Iterator[Part]:
        """The tables of the articles under the keys, a row group of them at a time."""
        for start in range(0, max(1, len(keys)), ROW_GROUP):
            batch = keys[start : start + ROW_GROUP]
            yield joined([empty_part(), *(from_part(self.get(key)) for key in batch)])

    @contextmanager
    def writing(self, *names: str) -> Iterator[Tables]:
        """Tables of this run, open to be written a row group at a time; the files are whole when it ends."""
        (self.new / "tables").mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            files = {
                name: stack.enter_context(pq.ParquetWriter(self.table_path(name), SCHEMAS[name])) for name in names
            }
            yield Tables(files)

    def table_path(self, name: str) -> Path:
        """Where a table of this run is made."""
        return self.new / "tables" / f"{name}.parquet"

    def read_groups(self, *names: str) -> Iterator[list[pd.DataFrame]]:
        """The row groups of tables of this run, those of the same articles together; missing values are None."""
        files = [pq.ParquetFile(self.table_path(name)) for name in names]
        for group in range(files[0].num_row_groups):
            yield [file.read_row_group(group).to_pandas(integer_object_nulls=True) for file in files]

    @contextmanager
    def writing_claims_csv(self) -> Iterator[Callable[[Columns], None]]:
        """The claims as a spreadsheet reads them: UTF-8 with a byte order mark, lists in one cell, no formulas."""
        self.new.mkdir(parents=True, exist_ok=True)
        with (self.new / "claims.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow(SCHEMAS["claims"].names)

            def add(claims: Columns) -> None:
                columns = [map(_cell, claims[name]) for name in SCHEMAS["claims"].names]
                writer.writerows(zip(*columns, strict=True))

            yield add

    def last_manifest(self) -> dict[str, Any]:
        """The manifest of the results that are in place; empty where there are none, or it cannot be read."""
        try:
            said = json.loads((self.out / "manifest.json").read_bytes())
        except (OSError, ValueError):
            return {}
        return said if isinstance(said, dict) else {}

    def hashes(self, folder: Path) -> dict[str, str]:
        """The hash of every file of the results in a folder, by name; what cannot be read is left out."""
        files = [folder / name for name in RESULTS[1:]] + [folder / "tables" / f"{name}.parquet" for name in SCHEMAS]
        return {path.relative_to(folder).as_posix(): _sha256(path) for path in files if path.is_file()}

    def commit(self, manifest: dict[str, Any]) -> None:
        """Puts the new results in place of the old, all at once: from the renaming on they are the results, and a run
        that is killed before they stand where readers look is finished by the next."""
        written = json.dumps(manifest, ensure_ascii=False, indent=1)
        (self.new / "manifest.json").write_text(written, encoding="utf-8", errors="replace")
        for path in self.new.rglob("*"):
            _sync(path)
        self.new.replace(self._ready)
        self._put_in_place()

    @property
    def _ready(self) -> Path:
        return self.out / "ready"

    def _put_in_place(self) -> None:
        """Moves results that are ready. The manifest goes first and comes last: without one, they are not whole."""
        if not self._ready.is_dir():
            return
        if (self._ready / "manifest.json").exists():
            (self.out / "manifest.json").unlink(missing_ok=True)
        for name in (*RESULTS, "manifest.json"):
            made, place = self._ready / name, self.out / name
            if not made.exists():  # moved before the run was killed
                continue
            if place.is_dir():
                shutil.rmtree(place)
            made.replace(place)
        shutil.rmtree(self._ready)

    def forget_all_but(self, keys: Iterable[str]) -> None:
        """Removes what is kept of articles that are gone or have changed, and of other versions of kaoju."""
        known = list(keys)
        kept = {path.name for key in known for path in (self._path(key), self._failed(key))}
        for folder in ("done", "failed"):
            for path in (self.out / folder).iterdir():
                if path.name not in kept:
                    path.unlink(missing_ok=True)


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


RESULTS = ("tables", "claims.csv", "summary.md")
# failures that other limits may end
_LIMITED = frozenset({"time", "memory", "died"})


def _write(path: Path, data: bytes) -> None:
    """Writes a file that is there whole or not at all."""
    part = path.with_suffix(".new")
    part.write_bytes(data)
    part.replace(path)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync(path: Path) -> None:
    """Sees to it that a file is on the disk and not only on its way."""
    if path.is_file():
        with path.open("rb+") as file:
            os.fsync(file.fileno())


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = "; ".join(str(item) for item in value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value

"""Where files are: a folder of this machine, or a store elsewhere that fsspec reaches, as ``s3://bucket/folder``."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import fsspec
from fsspec.implementations.local import LocalFileSystem

from kaoju.errors import KaojuError, StoreError

# what stores call the checksum that they keep of a file
_CHECKSUMS = ("ETag", "etag", "md5Hash", "content_md5")
# files that are asked for together where the way to the store is long
_AT_ONCE = 32


@dataclass(frozen=True, slots=True)
class Entry:
    """What is told of a file or folder that is not read: its size, and the checksum of its bytes where the store itself
    keeps one."""

    is_folder: bool
    size: int
    checksum: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A file or a folder in a store elsewhere, by its address. A file comes there whole or not at all.

    What is missing, or there already, raises as it does in a folder; whatever else a store says is a ``StoreError``.
    """

    address: str
    fs: Any
    path: str

    def __str__(self) -> str:
        return self.address

    def __truediv__(self, name: str) -> Place:
        return type(self)(f"{self.address}/{name}", self.fs, f"{self.path}/{name}")

    @property
    def name(self) -> str:
        """The last part of the address."""
        return self.address.rsplit("/", 1)[-1]

    @property
    def url(self) -> str:
        """The address as a browser takes it."""
        return self.address

    def at(self, address: str) -> Place:
        """The place at an address below this one."""
        return Place(address, self.fs, self.path + address.removeprefix(self.address))

    def entry(self) -> Entry | None:
        """What is told of it; None where nothing is there."""
        try:
            with self._asked():
                return _entry(self.fs.info(self.path))
        except (FileNotFoundError, NotADirectoryError):
            return None

    def entries(self) -> dict[str, Entry]:
        """What stands in a folder, by name."""
        with self._asked():
            listed = self.fs.ls(self.path, detail=True)
        found = {
            info["name"].rstrip("/").rsplit("/", 1)[-1]: _entry(info) for info in listed if not self._is_itself(info)
        }
        return dict(sorted(found.items()))

    def files(self) -> dict[str, Entry]:
        """All files below a folder, by their names from there; none where it is missing."""
        with self._asked():
            listed = self.fs.find(self.path, detail=True)
        return {name.removeprefix(self.path).lstrip("/"): _entry(info) for name, info in listed.items()}

    def read(self) -> bytes:
        """The bytes of a file."""
        with self._asked():
            data: bytes = self.fs.cat_file(self.path)
        return data

    def write(self, data: bytes) -> None:
        """Puts a file there, in place of the one that was."""
        with self._asked():
            self.fs.pipe_file(self.path, data)

    def create(self, data: bytes) -> None:
        """Puts a file there where none is.

        Raises:
            FileExistsError: one is.
        """
        with self._asked():
            self.fs.pipe_file(self.path, data, mode="create")

    def checksum(self) -> str | None:
        """What tells whether a file is as it was: the store's own checksum, or the hash of its bytes; None of a file
        that cannot be read."""
        entry = self.entry()
        if entry is None or entry.is_folder:
            return None
        if entry.checksum:
            return entry.checksum
        with self._asked(), self.fs.open(self.path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def move(self, to: Place) -> None:
        """Moves a file within the store."""
        with self._asked():
            self.fs.cp_file(self.path, to.path)
            self.fs.rm_file(self.path)

    def remove(self) -> None:
        """Removes a file where it is there."""
        try:
            with self._asked():
                self.fs.rm_file(self.path)
        except FileNotFoundError:
            return

    def clear(self) -> None:
        """Removes all files below a folder."""
        for name in self.files():
            (self / name).remove()

    def take(self, made: Path) -> None:
        """Takes over a file that was made on this machine."""
        with self._asked():
            self.fs.put_file(str(made), self.path)

    def fetched(self, to: Path) -> Path:
        """A file on this machine with the bytes of this one: ``to``, or the file itself where it is here."""
        with self._asked():
            self.fs.get_file(self.path, str(to))
        return to

    def workshop(self) -> AbstractContextManager[Path]:
        """A folder of this machine, to make in it what this place is to take."""
        return _temporary()

    def _is_itself(self, info: dict[str, Any]) -> bool:
        """Whether a file is told of that has the name of this very folder, as some programs leave in buckets."""
        return bool(info["name"].strip("/") == self.path.strip("/"))

    def told(self, error: Exception) -> Exception:
        """A store's error in our words."""
        if isinstance(error, FileNotFoundError | FileExistsError | NotADirectoryError):
            return error
        if isinstance(error, PermissionError):
            return StoreError(f"{self.address}: the store refuses it ({error}); check the credentials and their rights")
        return StoreError(
            f"{self.address}: the store does not answer ({error}); check the address, the credentials and the network, "
            f"and run again: what is done is kept"
        )

    @contextmanager
    def _asked(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:  # each store's library has errors of its own
            said = self.told(error)
            if said is error:
                raise
            raise said from error


class Folder(Place):
    """A file or a folder of this machine."""

    __slots__ = ()

    def __truediv__(self, name: str) -> Folder:
        return Folder(str(Path(self.address, name)), self.fs, f"{self.path}/{name}")

    def at(self, address: str) -> Folder:
        """See :class:`Place`."""
        return _folder(Path(address))

    @property
    def name(self) -> str:
        """See :class:`Place`."""
        return Path(self.path).resolve().name

    @property
    def url(self) -> str:
        """See :class:`Place`."""
        return Path(self.path).resolve().as_uri()

    def write(self, data: bytes) -> None:
        """See :class:`Place`."""
        path = Path(self.path)
        part = path.with_name(path.name + ".new")
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(path)

    def move(self, to: Place) -> None:
        """See :class:`Place`."""
        path = Path(to.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        Path(self.path).replace(path)

    def take(self, made: Path) -> None:
        """See :class:`Place`; the file is on the disk then, and not only on its way."""
        with made.open("rb+") as file:
            os.fsync(file.fileno())
        path = Path(self.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        made.replace(path)

    def clear(self) -> None:
        """See :class:`Place`."""
        shutil.rmtree(self.path, ignore_errors=True)

    def fetched(self, to: Path) -> Path:
        """See :class:`Place`."""
        return Path(self.path)

    def workshop(self) -> AbstractContextManager[Path]:
        """See :class:`Place`; on the same disk, so that taking over is renaming."""
        return _emptied(Path(self.path, "new"))

    def told(self, error: Exception) -> Exception:
        """See :class:`Place`: a folder's errors are told as they are."""
        return error


def place(address: str | Path) -> Place:
    """The place at an address: a path, or a URL of a kind that fsspec knows.

    >>> str(place("corpus/") / "lng-trade.md"), str(place("memory://corpus/") / "lng-trade.md")
    ('corpus/lng-trade.md', 'memory://corpus/lng-trade.md')

    Raises:
        KaojuError: there is nothing that reaches such an address.
    """
    if "://" not in str(address):
        return _folder(Path(address))
    address = str(address).rstrip("/")
    try:
        # others write there too: what was listed is not remembered
        fs, path = fsspec.url_to_fs(address, use_listings_cache=False)
    except ImportError as error:
        raise KaojuError(f"{address}: {error}; for s3:// that is pip install 'kaoju[s3]'") from error
    except Exception as error:  # each store's library has errors of its own
        raise KaojuError(f"{address}: no place that can be reached ({error}); check the address") from error
    return _folder(Path(path)) if isinstance(fs, LocalFileSystem) else Place(address, fs, path.rstrip("/"))


def _folder(path: Path) -> Folder:
    return Folder(str(path), LocalFileSystem(), path.absolute().as_posix())


def read_all(places: Iterable[Place]) -> Iterator[bytes | OSError]:
    """The bytes of files in their order; of one that cannot be read, why.

    Raises:
        StoreError: a store does not answer.
    """
    for fs, together in groupby(places, key=lambda one: one.fs):
        while some := list(islice(together, _AT_ONCE)):
            found = fs.cat_ranges([one.path for one in some], None, None, on_error="return")
            yield from map(_bytes_or_why, some, found)


def _bytes_or_why(one: Place, found: bytes | Exception) -> bytes | OSError:
    if not isinstance(found, Exception):
        return found
    if isinstance(found, PermissionError):
        return found
    if isinstance(said := one.told(found), OSError):
        return said
    raise said from found


def _entry(info: dict[str, Any]) -> Entry:
    checksum = next((str(info[name]).strip('"') for name in _CHECKSUMS if info.get(name)), None)
    return Entry(info["type"] == "directory", info["size"] or 0, checksum)


@contextmanager
def _emptied(folder: Path) -> Iterator[Path]:
    """A folder without what a run that was killed may have left in it, removed in the end."""
    shutil.rmtree(folder, ignore_errors=True)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _temporary() -> Iterator[Path]:
    with TemporaryDirectory(prefix="kaoju-") as folder:
        yield Path(folder)

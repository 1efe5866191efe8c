"""Which files are articles, and what each is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import tee
from pathlib import Path, PurePosixPath

from kaoju.places import Entry, Place, place, read_all
from kaoju.reading import READERS

# what stands in a corpus folder beside the articles and is none
# a folder with these holds the results of a run, whose summary is no article
_OF_RUN = frozenset({"manifest.json", "tables"})
_NOT_ARTICLES = frozenset({"readme", "license", "contributing", "changelog"})


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read: its path or address, the id of its article, which is the path below the root without the ending,
    the root, its size, and the checksum that its store keeps of it, where it does."""

    path: str
    id: str
    root: str
    size: int
    checksum: str | None


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that gave no article, and why.

    ``kind`` is ``path`` (nothing to read there), ``reading``, ``time``, ``memory``, ``died`` or ``fault``; ``article``
    its id where it got one; ``traceback`` where the fault is the program's.
    """

    path: str
    reason: str
    kind: str = "path"
    article: str | None = None
    traceback: str | None = None


def in_order(failures: Iterable[Failure]) -> list[Failure]:
    """Failures by the paths of their files."""
    return sorted(failures, key=lambda failure: (failure.path, failure.article or "", failure.reason))


def find_inputs(paths: Sequence[str | Path]) -> tuple[list[Input], list[Failure]]:
    """The articles in files and folders, here or in a store, in the order of their ids, and the paths that lead to
    none.

    Raises:
        KaojuError: a store cannot be reached.
    """
    found: dict[str, Input] = {}
    failures: list[Failure] = []
    named = [path for path in paths if str(path).strip()]
    if len(named) < len(paths):
        failures.append(Failure("", "an empty path; name a file or a folder (is a variable not set?)"))
    for root in map(place, named):
        for name, file, entry in _below(root, failures):
            found.setdefault(str(file), Input(str(file), name, str(root), entry.size, entry.checksum))
    return _with_own_ids(found.values()), failures


def loaded(inputs: Iterable[Input]) -> Iterator[tuple[Input, bytes | OSError]]:
    """Each input with its bytes, or why it cannot be read; few are held at a time.

    Raises:
        StoreError: a store does not answer.
    """
    named, asked = tee(inputs)
    root = cache(place)
    return zip(named, read_all(root(one.root).at(one.path) for one in asked), strict=True)


def unreadable(one: Input, error: OSError) -> str:
    """What is said of a file that cannot be read."""
    return f"{one.path}: cannot be read ({error.strerror or error}); check its rights"


def _below(root: Place, failures: list[Failure]) -> Iterator[tuple[str, Place, Entry]]:
    """The articles in a folder, or the file itself, each with its id, its place and what is told of it."""
    try:
        entry = root.entry()
    except OSError as error:
        failures.append(Failure(str(root), f"{root}: {error.strerror or error}; check its rights"))
        return
    if entry is None:
        failures.append(Failure(str(root), f"{root}: no such file or folder; check the path"))
    elif entry.is_folder:
        yield from _walk(root, failures)
    else:
        yield PurePosixPath(root.name).stem, root, entry


def _walk(folder: Place, failures: list[Failure], below: str = "") -> Iterator[tuple[str, Place, Entry]]:
    try:
        entries = folder.entries()
    except OSError as error:
        reason = f"{folder}: {error.strerror or error}; check the folder's rights"
        failures.append(Failure(str(folder), reason))
        return
    of_run = entries.keys() >= _OF_RUN
    for name, entry in entries.items():
        path = PurePosixPath(name)
        if name.startswith(".") or (of_run and name == "summary.md"):
            continue
        if entry.is_folder:
            yield from _walk(folder / name, failures, f"{below}{name}/")
        elif path.suffix.lower() in READERS and path.stem.lower() not in _NOT_ARTICLES:
            yield below + path.stem, folder / name, entry


def _with_own_ids(found: Iterable[Input]) -> list[Input]:
    """Each file with an id that no other has: where two share one, the ending or the folder tells them apart."""
    inputs: dict[str, Input] = {}
    for one in sorted(found, key=lambda one: (one.id, one.path)):
        ending = PurePosixPath(one.path).suffix
        names = [one.id, one.id + ending, one.path.removesuffix(ending).lstrip("/"), one.path.lstrip("/")]
        own = next(name for name in names if name not in inputs)
        inputs[own] = replace(one, id=own)
    return sorted(inputs.values(), key=lambda one: one.id)

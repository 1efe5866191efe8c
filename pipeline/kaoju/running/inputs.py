"""Which files are articles, and what each is called."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kaoju.reading import READERS

# what stands in a corpus folder beside the articles and is none
_NOT_ARTICLES = frozenset({"readme", "license", "contributing", "changelog"})


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read: its path, and the id of its article, the path below the root without the ending."""

    path: Path
    id: str


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


def find_inputs(paths: Iterable[Path]) -> tuple[list[Input], list[Failure]]:
    """The articles in files and folders, in the order of their ids, and the paths that lead to none."""
    found: dict[Path, str] = {}
    failures: list[Failure] = []
    for path in paths:
        if path.is_dir():
            for file in _walk(path, failures):
                found.setdefault(file, file.relative_to(path).with_suffix("").as_posix())
        elif path.exists():
            found.setdefault(path, path.stem)
        else:
            failures.append(Failure(str(path), f"{path}: no such file or folder; check the path"))
    return _with_own_ids(found), failures


def _walk(root: Path, failures: list[Failure]) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        failures.append(Failure(str(error.filename), f"{error.filename}: {error.strerror}; check the folder's rights"))

    for folder, folders, files in os.walk(root, onerror=unreadable, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(folder, name)
            if path.suffix.lower() in READERS and path.stem.lower() not in _NOT_ARTICLES and not name.startswith("."):
                yield path


def _with_own_ids(found: dict[Path, str]) -> list[Input]:
    """Each file with an id that no other has: where two share one, the ending or the folder tells them apart."""
    inputs: dict[str, Path] = {}
    for path, name in sorted(found.items(), key=lambda item: (item[1], str(item[0]))):
        names = [name, name + path.suffix, path.with_suffix("").as_posix().lstrip("/"), path.as_posix().lstrip("/")]
        inputs[next(one for one in names if one not in inputs)] = path
    return sorted((Input(path, name) for name, path in inputs.items()), key=lambda one: one.id)

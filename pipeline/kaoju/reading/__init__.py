"""From files to articles: one function a format, found by the ending of the file's name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath

from kaoju.article import Article
from kaoju.errors import ReadingError
from kaoju.reading.markdown import parse, read_markdown

__all__ = ["READERS", "parse", "read"]

READERS: dict[str, Callable[[str, str, bytes | None], Article]] = {
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".txt": read_markdown,
}


def read(path: str | Path, article_id: str | None = None, data: bytes | None = None) -> Article:
    """The article in a file; its id is the file's name without the ending where none is given. ``data`` are the file's
    bytes where they are at hand already.

    Raises:
        ReadingError: the file is missing, empty, no text, or of a kind that kaoju does not read.
    """
    name, path = PurePath(path), str(path)
    reader = READERS.get(name.suffix.lower())
    if reader is None:
        known = ", ".join(sorted(READERS))
        raise ReadingError(
            f"{path}: kaoju does not read {name.suffix or 'files without an ending'}; give one of {known}"
        )
    return reader(path, name.stem if article_id is None else article_id, data)

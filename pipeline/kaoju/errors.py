"""What can go wrong, said so that a user can act on it."""

from __future__ import annotations


class KaojuError(Exception):
    """The base of all errors of kaoju. The message names the file, the place in it, and the remedy."""


class ReadingError(KaojuError):
    """A file cannot be read as an article."""


class StoreError(KaojuError):
    """A store of files elsewhere does not answer, or refuses what is asked of it."""


class OutputError(KaojuError):
    """The results cannot be written where they should go."""


_REMEDIES: tuple[tuple[type[OSError] | tuple[type[OSError], ...], str], ...] = (
    (PermissionError, "check its rights"),
    ((FileExistsError, NotADirectoryError), "move the file that stands there"),
)


def not_written(out: object, error: OSError) -> OutputError:
    """What is said where results cannot be written, with what to do about it.

    >>> str(not_written("out", PermissionError(13, "Permission denied")))
    'out: cannot be written (Permission denied); check its rights or choose another folder'
    """
    remedy = next((said for kind, said in _REMEDIES if isinstance(error, kind)), "free space")
    return OutputError(f"{out}: cannot be written ({error.strerror or error}); {remedy} or choose another folder")

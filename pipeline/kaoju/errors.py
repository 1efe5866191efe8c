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

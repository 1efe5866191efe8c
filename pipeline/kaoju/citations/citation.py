"""What a note cites: one work and its parts, by their CSL names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """A work cited, its parts as printed; dates are EDTF, ``type`` is CSL's, absent parts are None.

    The names are those of CSL-JSON (https://docs.citationstyles.org), ``place`` being ``publisher-place`` and
    ``accessed`` the date of access.
    """

    type: str | None = None
    authors: tuple[str, ...] = ()
    title: str | None = None
    container: str | None = None
    date: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    publisher: str | None = None
    place: str | None = None
    url: str | None = None
    accessed: str | None = None
    language: str | None = None

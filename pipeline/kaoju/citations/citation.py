"""What a note cites: one work and its parts, by their CSL names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """A work cited, its parts as printed; dates are EDTF, ``type`` is CSL's, absent parts are None.

    The names are those of CSL-JSON (https://docs.citationstyles.org), ``place`` being ``publisher-place``, ``series``
    ``collection-title``, and ``accessed`` the date of access. Who edited a work that names no author is its author and
    its editor.
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
    editors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    edition: str | None = None
    series: str | None = None
    number: str | None = None
    doi: str | None = None
    isbn: str | None = None
    archive: str | None = None
    archive_location: str | None = None

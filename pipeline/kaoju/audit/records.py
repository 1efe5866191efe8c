"""The rows of an article, and what is found in them: what every check reads and gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypedDict

Row = Mapping[str, Any]


class Finding(TypedDict):
    """Something to query: its kind, the claim or the note that it stands at, and the words for the margin."""

    kind: str
    claim: str | None
    note: int | None
    message: str


@dataclass(frozen=True, slots=True)
class ArticleRows:
    """The rows of one article, in the order of the tables; what is missing is None."""

    figures: list[Row] = field(default_factory=list)
    claims: list[Row] = field(default_factory=list)
    notes: list[Row] = field(default_factory=list)
    citations: list[Row] = field(default_factory=list)
    markers: list[Row] = field(default_factory=list)
    back_references: list[Row] = field(default_factory=list)

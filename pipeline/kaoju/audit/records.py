"""The tables of a run as plain rows, article by article: what every check reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypedDict

import pandas as pd

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


def by_article(tables: Mapping[str, pd.DataFrame]) -> dict[str, ArticleRows]:
    """The rows of each article of the table ``articles``, in its order."""
    articles = {str(article): ArticleRows() for article in tables["articles"].article}
    for name in ArticleRows.__slots__:
        for row in records(tables[name]):
            if row["article"] in articles:
                getattr(articles[row["article"]], name).append(row)
    return articles


def records(frame: pd.DataFrame) -> list[Row]:
    """The rows of a table as mappings, with None for what is missing and lists for lists.

    >>> records(pd.DataFrame({"note": [1, None], "label": ["①", None]}))
    [{'note': 1.0, 'label': '①'}, {'note': None, 'label': None}]
    """
    columns = {str(name): map(_plain, frame[name].astype(object).tolist()) for name in frame}
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int):
        return value
    if hasattr(value, "__len__"):
        return list(value)
    return None if pd.isna(value) else value

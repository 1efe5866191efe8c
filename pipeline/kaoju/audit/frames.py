"""The audit of whole tables, article by article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from kaoju.audit import COLUMNS, conflicts_between, findings, told
from kaoju.audit.records import ArticleRows, Row


def audit(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The findings of all checks over the tables of a run, article by article.

    Reads ``articles``, ``figures``, ``claims``, ``notes``, ``citations``, ``markers`` and ``back_references``. A
    finding stands at a claim or at a note; a marker without a note stands at neither.
    """
    between = conflicts_between()
    rows = [
        {"article": article, **finding}
        for article, one in by_article(tables).items()
        for finding in [*findings(one), *between(article, told(one))]
    ]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)


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

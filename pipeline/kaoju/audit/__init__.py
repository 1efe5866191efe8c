"""What a careful reader would query: from the tables alone, a row for each query, in words for the margin."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pandas as pd

from kaoju.audit.conflicts import conflicts
from kaoju.audit.numbers import arithmetic, sums
from kaoju.audit.records import ArticleRows, Finding, by_article
from kaoju.audit.sources import (
    access_before_date,
    dangling_markers,
    orphan_notes,
    unresolved_back_references,
    unsourced,
    url_dates,
    urls_shared,
)

COLUMNS = ["article", "kind", "claim", "note", "message"]

Check = Callable[[ArticleRows], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    arithmetic,
    sums,
    conflicts,
    url_dates,
    urls_shared,
    access_before_date,
    unresolved_back_references,
    dangling_markers,
    orphan_notes,
    unsourced,
)


def audit(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The findings of all checks over the tables of a run, article by article.

    Reads ``articles``, ``figures``, ``claims``, ``notes``, ``citations``, ``markers`` and ``back_references``. A
    finding stands at a claim or at a note; a marker without a note stands at neither.
    """
    rows = [
        {"article": article, **finding}
        for article, one in by_article(tables).items()
        for check in CHECKS
        for finding in check(one)
    ]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)

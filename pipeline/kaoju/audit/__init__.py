"""What a careful reader would query: from the tables alone, a row for each query, in words for the margin."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import pandas as pd

from kaoju.audit.bounds import beyond_the_whole, beyond_the_world
from kaoju.audit.comparing import differences
from kaoju.audit.conflicts import Told, conflicts, conflicts_between, told
from kaoju.audit.numbers import arithmetic
from kaoju.audit.passages import Passage, passages
from kaoju.audit.records import ArticleRows, Finding, Row, by_article
from kaoju.audit.shares import shares
from kaoju.audit.sources import (
    access_before_date,
    dangling_markers,
    orphan_notes,
    unresolved_back_references,
    unsourced,
    unsupported,
    url_dates,
    urls_shared,
)
from kaoju.audit.sums import sums

__all__ = ["COLUMNS", "ArticleRows", "Finding", "Row", "Told", "audit", "conflicts_between", "findings", "told"]

COLUMNS = ["article", "kind", "claim", "note", "message"]

# those that read figures in their sentences come first
OF_SENTENCES: tuple[Callable[[Sequence[Passage]], Iterator[Finding]], ...] = (
    arithmetic,
    sums,
    shares,
    differences,
    beyond_the_whole,
)
CHECKS: tuple[Callable[[ArticleRows], Iterator[Finding]], ...] = (
    beyond_the_world,
    conflicts,
    url_dates,
    urls_shared,
    access_before_date,
    unresolved_back_references,
    dangling_markers,
    orphan_notes,
    unsourced,
    unsupported,
)


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


def findings(article: ArticleRows) -> Iterator[Finding]:
    """What an article gives to query by itself."""
    sentences = passages(article.claims, article.figures)
    for of_sentences in OF_SENTENCES:
        yield from of_sentences(sentences)
    for check in CHECKS:
        yield from check(article)

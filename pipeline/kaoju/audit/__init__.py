"""What a careful reader would query in an article: from its rows alone, in words for the margin."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kaoju.audit.bounds import beyond_the_whole, beyond_the_world
from kaoju.audit.comparing import differences
from kaoju.audit.conflicts import Told, conflicts, conflicts_between, told
from kaoju.audit.numbers import arithmetic
from kaoju.audit.passages import Passage, passages
from kaoju.audit.records import ArticleRows, Finding, Row
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

__all__ = ["COLUMNS", "ArticleRows", "Finding", "Row", "Told", "conflicts_between", "findings", "told"]

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


def findings(article: ArticleRows) -> Iterator[Finding]:
    """What an article gives to query by itself."""
    sentences = passages(article.claims, article.figures)
    for of_sentences in OF_SENTENCES:
        yield from of_sentences(sentences)
    for check in CHECKS:
        yield from check(article)

"""What a run found that the one before did not."""

from __future__ import annotations

from typing import Any, TypedDict

import pandas as pd

COLUMNS = ["article", "claim", "kind", "subject", "metric", "time", "low", "high", "unit"]
_SAME = ["article", "subject", "metric", "time", "unit"]


class News(TypedDict):
    """Articles that came and went, how many claims did, and the values that changed."""

    came: list[str]
    went: list[str]
    new_claims: int
    gone_claims: int
    changed: list[dict[str, Any]]


def news(before: pd.DataFrame, now: pd.DataFrame, articles_before: set[str], articles_now: set[str]) -> News:
    """What is new since the run before, from the table ``claims`` and the articles of both.

    A value has changed where an article said one thing of a subject, a metric and a time, and now says another.
    """
    return News(
        came=sorted(articles_now - articles_before),
        went=sorted(articles_before - articles_now),
        new_claims=len(set(now.claim) - set(before.claim)),
        gone_claims=len(set(before.claim) - set(now.claim)),
        changed=_changed(before, now),
    )


def _changed(before: pd.DataFrame, now: pd.DataFrame) -> list[dict[str, Any]]:
    both = _told_once(before).merge(_told_once(now), on=_SAME, suffixes=("_before", "_now"))
    known = both.notna()
    differ = _differ(both.low_before, both.low_now) | _differ(both.high_before, both.high_now)
    differ &= (known.low_before | known.high_before) & (known.low_now | known.high_now)
    ordered = both[differ].sort_values(_SAME, kind="stable").astype(object)
    return [{str(name): value for name, value in row.items()} for row in ordered.to_dict("records")]


def _differ(before: pd.Series, now: pd.Series) -> pd.Series:
    """Where one of two values is not the other; an end that is open in both is the same."""
    return (before != now) & (before.notna() | now.notna())


def _told_once(claims: pd.DataFrame) -> pd.DataFrame:
    """The figure claims that nothing else in their article is easily taken for."""
    told = claims[(claims.kind == "figure") & claims.subject.notna() & claims.metric.notna()]
    return told[~told.duplicated(_SAME, keep=False)][[*_SAME, "low", "high"]].fillna({"time": "", "unit": ""})

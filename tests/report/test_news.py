"""What is new since the run before: articles, claims, and values that an article now gives otherwise."""

from __future__ import annotations

import pandas as pd
import pytest

from kaoju.report.news import COLUMNS, news


def claims(*values: tuple[float | None, float | None]) -> pd.DataFrame:
    """A figure claim for each pair of low and high, each of a subject of its own."""
    rows = [
        dict(zip(COLUMNS, ("a", f"c{at}", "figure", f"韩国{at}", "分担额", "2019", low, high, "USD"), strict=True))
        for at, (low, high) in enumerate(values)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


@pytest.mark.parametrize(
    ("before", "now", "changed"),
    [
        ((5.0, 5.0), (6.0, 6.0), True),
        ((5.0, 5.0), (5.0, 5.0), False),
        ((5.0, None), (5.0, None), False),  # 至少5: the open end is no change
        ((5.0, None), (5.0, 5.0), True),
        ((None, 5.0), (None, 4.0), True),
        ((None, None), (4.0, 4.0), False),  # nothing was said before
    ],
)
def test_values_that_changed(before, now, changed):
    found = news(claims((1.0, 1.0), before), claims((1.0, 1.0), now), {"a"}, {"a"})
    assert [one["subject"] for one in found["changed"]] == (["韩国1"] if changed else [])


def test_articles_and_claims_that_came_and_went():
    found = news(claims((1.0, 1.0)), claims((1.0, 1.0), (2.0, 2.0)), {"a", "b"}, {"a", "c"})
    assert (found["came"], found["went"], found["new_claims"], found["gone_claims"]) == (["c"], ["b"], 1, 0)

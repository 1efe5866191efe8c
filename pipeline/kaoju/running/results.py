"""The results of a run, from its articles' parts: tables, claims for spreadsheets, and the page to read."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from kaoju.audit import audit
from kaoju.corpus.keywords import keywords
from kaoju.corpus.names import names
from kaoju.corpus.topics import topic_tables
from kaoju.corpus.works import works
from kaoju.lexicon import open_lexicon
from kaoju.loading import Setup
from kaoju.report import news, write_summary
from kaoju.report.news import COLUMNS, News
from kaoju.running.inputs import Failure
from kaoju.running.manifest import last_run
from kaoju.running.store import Store
from kaoju.tables import SCHEMAS

# what the audit and the summary read; the larger tables are never in memory
_READ = ("articles", "figures", "claims", "notes", "citations", "markers", "back_references", "entities", "pairs")


def write_results(
    store: Store,
    keys: Sequence[str],
    failures: Sequence[Failure],
    *,
    topics: int | None,
    setup: Setup,
    seconds: Counter[str],
) -> dict[str, int]:
    """Makes all results of the articles under the keys; the rows of each table. ``seconds`` gains each step's."""
    with _timed("joining", seconds):
        counts = store.write_tables(keys)
    tables = {name: store.read_table(name) for name in _READ}
    made = {"failures": _failures(failures)}
    with _timed("terms", seconds):
        terms = store.read_table("terms")
        made["keywords"] = keywords(terms, tables["articles"], open_lexicon(*map(str, setup.lexicon)).english)
        made["topics"], made["article_topics"] = topic_tables(terms, topics)
        del terms
    with _timed("audit", seconds):
        made["audit"] = audit(tables)
        made["works"] = works(tables["citations"], tables["back_references"])
        made["names"] = names(tables["entities"], tables["pairs"])
    with _timed("report", seconds):
        for name, frame in made.items():
            counts[name] = store.write_table(name, frame)
        store.write_claims_csv(tables["claims"])
        page = write_summary(tables | made, _news(store, tables))
        (store.new / "summary.md").write_text(page, encoding="utf-8")
    return {name: counts[name] for name in SCHEMAS}


def _failures(failures: Sequence[Failure]) -> pd.DataFrame:
    return pd.DataFrame([asdict(one) for one in failures], columns=SCHEMAS["failures"].names, dtype=object)


def _news(store: Store, tables: Mapping[str, pd.DataFrame]) -> News | None:
    """What is new since the run before; None where there was none, or its table cannot be read."""
    inputs = last_run(store.last_manifest()).inputs
    if not inputs:
        return None
    try:
        before = pq.read_table(store.out / "tables" / "claims.parquet", columns=COLUMNS).to_pandas()
    except (OSError, ValueError, pa.ArrowException):
        return None
    return news(before, tables["claims"], set(inputs), set(tables["articles"].article))


@contextmanager
def _timed(name: str, seconds: Counter[str]) -> Iterator[None]:
    began = time.perf_counter()
    yield
    seconds[name] += time.perf_counter() - began  # type: ignore[assignment]

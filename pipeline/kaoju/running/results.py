"""The results of a run, from its articles' parts: tables, claims for spreadsheets, and the page to read."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kaoju.audit import Finding, Told, conflicts_between
from kaoju.corpus.keywords import PER_ARTICLE, Keywords, Spread
from kaoju.corpus.names import ENTITIES, PAIRS, Names
from kaoju.corpus.topics import FEW_ARTICLES, find_topics, get_ready, telling
from kaoju.corpus.works import Works
from kaoju.lexicon import open_lexicon
from kaoju.loading import Setup
from kaoju.report import MOST_ARTICLES, Totals, news, write_summary
from kaoju.report.news import COLUMNS, News
from kaoju.running.groups import WEIGHED, Article, Group
from kaoju.running.inputs import Failure, in_order
from kaoju.running.limits import give_back
from kaoju.running.making import Making
from kaoju.running.manifest import last_run
from kaoju.running.parts import AUDIT, TOLD
from kaoju.running.store import Store
from kaoju.running.work import Work
from kaoju.schemas import OF_ARTICLES, SCHEMAS

_LEADING = 3
# what the page tells of single articles: those of the first row groups
_READ = ("articles", "figures", "claims", "notes", "pairs")
# topics are sought in so many articles, spread over the corpus; those of the others are placed among them
_SOUGHT_IN = 5000


def write_results(work: Work, articles: Iterable[Article], made: Path, topics: int | None) -> dict[str, int]:
    """Makes all results of the articles that come of the ``work``, in the folder ``made``; the rows of each table.

    Articles are taken a row group at a time, so that memory does not grow with their number; what does grow is the
    works, the names and the terms of the corpus, each once. ``work`` gains the seconds of each step.
    """
    making = Making(made)
    with _giving_back(), ThreadPoolExecutor(1) as thread:
        thread.submit(get_ready)
        with _timed("joining", work.stages):
            counts, page, totals, spread = _join(work.store, making, articles)
        work.stages["joining"] -= work.waited  # type: ignore[assignment]
        keys = {one.id: key for one, key in work.plan.standing().items()}
        with _timed("terms", work.stages):
            told = thread.submit(_tell_topics, making, len(keys), topics, page)
            counts |= _tell_terms(making, work.setup, spread, page)
            counts |= told.result()
    with _timed("report", work.stages):
        page["failures"] = _failures(work.plan.failures)
        with making.writing("failures") as tables:
            tables.add("failures", page["failures"])
        counts |= tables.rows
        titled = {str(name) for name in page["article_topics"].article}
        totals["titles"] = _titles(making, titled)
        text = write_summary(page, _news(work.store, making, keys), totals)
        (making.folder / "summary.md").write_text(text, encoding="utf-8")
    return {name: counts[name] for name in SCHEMAS}


def _join(
    store: Store, making: Making, articles: Iterable[Article]
) -> tuple[Counter[str], dict[str, pd.DataFrame], Totals, Spread]:
    """Joins the parts of all articles to tables, and tells what only all of them tell: conflicts, works, names."""
    page: list[Group] = []
    works, names, spread = Works(), Names(), Spread()
    between, found, quotations = conflicts_between(), Counter[str](), 0
    with (
        making.writing(*OF_ARTICLES, AUDIT, WEIGHED, "works", "names") as tables,
        making.writing_claims_csv() as add_claims,
    ):
        for own in store.groups(articles):
            group = {**own, AUDIT: _queried(own, between)}
            if tables.rows["articles"] < MOST_ARTICLES:
                page.append({name: group[name] for name in (*_READ, AUDIT)})
            for name in (*OF_ARTICLES, AUDIT, WEIGHED):
                tables.add(name, group[name])
            add_claims(group["claims"])
            found.update(_counted(group[AUDIT]["kind"]))
            works.add(group["citations"].to_pylist(), group["back_references"].to_pylist())
            names.add(_tuples(group["entities"], ENTITIES), _tuples(group["pairs"], PAIRS))
            spread.add(_counted(group[WEIGHED]["term"]), len(group["articles"]))
            quotations += _counted(group["claims"]["kind"]).get("quotation", 0)
            give_back()
        told = {"works": works.table(), "names": names.table()}
        for name, table in told.items():
            tables.add(name, table)
    counts = {name: tables.rows[name] for name in _READ} | {"quotations": quotations, "findings": found.total()}
    shown = {name: _frame(pa.concat_tables(group[name] for group in page)) for name in (*_READ, AUDIT)}
    return tables.rows, shown | {"works": told["works"]}, Totals(counts=counts, findings=found, titles={}), spread


def _frame(table: pa.Table) -> pd.DataFrame:
    """A table with None for what is missing."""
    frame: pd.DataFrame = table.to_pandas(integer_object_nulls=True).astype(object)
    return frame.where(frame.notna(), None)


def _queried(group: Group, between: Callable[[str, Iterable[Told]], list[Finding]]) -> pa.Table:
    """The queries of some articles, those that come of what others say after those of the article by itself."""
    told: dict[str, list[Any]] = {}
    for row in group[TOLD].to_pylist():
        told.setdefault(row.pop("article"), []).append(row)
    articles = group["articles"]["article"]
    rows = [{"article": one, **found} for one in articles.to_pylist() for found in between(one, told.get(one, []))]
    every = pa.concat_tables([group[AUDIT], pa.Table.from_pylist(rows, SCHEMAS[AUDIT])])
    return every.take(pc.sort_indices(pc.index_in(every["article"], value_set=articles.combine_chunks())))


def _tell_terms(making: Making, setup: Setup, spread: Spread, page: dict[str, pd.DataFrame]) -> Counter[str]:
    """Writes the keywords of each article and of the corpus; those of the first articles go on the page."""
    found = Keywords(spread, open_lexicon(*map(str, setup.lexicon)).english)
    shown: list[pd.DataFrame] = []
    with making.writing("keywords") as tables:
        for weighed in making.read_groups(WEIGHED):
            own = found.of_articles(weighed.to_pandas())
            if tables.rows["keywords"] < MOST_ARTICLES * PER_ARTICLE:
                shown.append(own)
            tables.add("keywords", own)
        shown.append(found.of_corpus())
        tables.add("keywords", shown[-1])
    page["keywords"] = pd.concat(shown, ignore_index=True).astype(object)
    return tables.rows


def _tell_topics(making: Making, articles: int, n: int | None, page: dict[str, pd.DataFrame]) -> Counter[str]:
    """Writes the topics and every article's share in them; the page gets those of its articles, and the leading."""
    step = math.ceil(articles / _SOUGHT_IN) or 1
    read = making.read_groups("terms" if articles < FEW_ARTICLES else WEIGHED)
    terms = pa.concat_tables(telling(_every(step, group)) for group in read).unify_dictionaries().to_pandas()
    found = find_topics(terms, n)
    table, own = (found.table, found.shares) if found else (_no_rows("topics"), _no_rows("article_topics"))
    shares: Iterable[pd.DataFrame] = [own]
    if found and step > 1:
        shares = (found.place(telling(group).to_pandas()) for group in making.read_groups(WEIGHED))
    best = []
    with making.writing("topics", "article_topics") as tables:
        tables.add("topics", table)
        first = set(page["articles"].article)
        for some in shares:
            tables.add("article_topics", some)
            leading = some.sort_values(["weight", "article"], ascending=[False, True]).groupby("topic").head(_LEADING)
            best.append(some[some.article.isin(first) | some.index.isin(leading.index)])
    page["topics"] = table
    page["article_topics"] = pd.concat(best, ignore_index=True)
    return tables.rows


def _no_rows(name: str) -> pd.DataFrame:
    return pd.DataFrame(columns=SCHEMAS[name].names)


def _every(step: int, terms: pa.Table) -> pa.Table:
    """The terms of one in so many articles."""
    if step == 1:
        return terms
    return terms.filter(pc.is_in(terms["article"], value_set=terms["article"].unique()[::step]))


def _titles(making: Making, articles: set[str]) -> dict[str, str]:
    titles: dict[str, str] = {}
    for group in making.read_groups("articles"):
        read = zip(group["article"].to_pylist(), group["title"].to_pylist(), strict=True)
        titles |= {article: title or article for article, title in read if article in articles}
    return titles


def _counted(column: pa.ChunkedArray) -> dict[str, int]:
    """How often each text stands in a column."""
    counts = column.value_counts()
    return dict(zip(counts.field("values").to_pylist(), counts.field("counts").to_pylist(), strict=True))


def _tuples(table: pa.Table, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    return zip(*(table[name].to_pylist() for name in names), strict=True)


def _failures(failures: Iterable[Failure]) -> pd.DataFrame:
    return pd.DataFrame([asdict(one) for one in in_order(failures)], columns=SCHEMAS["failures"].names, dtype=object)


def _news(store: Store, making: Making, keys: Mapping[str, str]) -> News | None:
    """What is new since the run before; None where there was none, or its table cannot be read. Only the claims of
    articles that came, went or changed are read."""
    inputs = last_run(store.last_manifest()).inputs
    if not inputs:
        return None
    old = {article: said.get("key") for article, said in inputs.items()}
    changed = {article for article in {*old, *keys} if old.get(article) != keys.get(article)}
    try:
        before = _claims((store.out / "tables" / "claims.parquet").fetched(making.folder / "claims before"), changed)
    except (OSError, ValueError, pa.ArrowException):
        return None
    return news(before, _claims(making.table_path("claims"), changed), set(inputs), set(keys))


def _claims(path: Path, articles: set[str]) -> pd.DataFrame:
    """The claims of some articles."""
    file, wanted = pq.ParquetFile(path), pa.array(sorted(articles), pa.string())
    groups = (file.read_row_group(group, COLUMNS) for group in _holding(file, articles))
    kept = [file.schema_arrow.empty_table().select(COLUMNS)]
    kept += [group.filter(pc.is_in(group["article"], value_set=wanted)) for group in groups]
    frame: pd.DataFrame = pa.concat_tables(kept, promote_options="default").to_pandas()
    return frame


def _holding(file: pq.ParquetFile, articles: set[str]) -> Iterator[int]:
    """The row groups that may hold some articles, by the first and last that they say they hold."""
    for number in range(file.num_row_groups):
        said = file.metadata.row_group(number).column(0).statistics
        if said is None or not said.has_min_max or any(said.min <= article <= said.max for article in articles):
            yield number


@contextmanager
def _giving_back() -> Iterator[None]:
    """Has Arrow give memory that is free back to the system at once; its own pool keeps a fifth of what a large run
    holds, and takes longer."""
    before = pa.default_memory_pool()
    pa.set_memory_pool(pa.system_memory_pool())
    try:
        yield
    finally:
        pa.set_memory_pool(before)


@contextmanager
def _timed(name: str, seconds: Counter[str]) -> Iterator[None]:
    began = time.perf_counter()
    yield
    seconds[name] += time.perf_counter() - began  # type: ignore[assignment]

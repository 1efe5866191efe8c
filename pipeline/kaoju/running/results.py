"""The results of a run, from its articles' parts: tables, claims for spreadsheets, and the page to read."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kaoju.audit import Finding, Told, conflicts_between
from kaoju.corpus.keywords import Keywords, Spread
from kaoju.corpus.names import ENTITIES, PAIRS, Names
from kaoju.corpus.topics import find_topics, telling_terms
from kaoju.corpus.works import Works
from kaoju.lexicon import open_lexicon
from kaoju.loading import Setup
from kaoju.report import Totals, news, write_summary
from kaoju.report.news import COLUMNS, News
from kaoju.running.inputs import Failure
from kaoju.running.making import Making
from kaoju.running.manifest import last_run
from kaoju.running.parts import AUDIT, TOLD, Columns, Part, records, transposed
from kaoju.running.store import Store
from kaoju.tables import ROWS, SCHEMAS, Row

_LEADING = 3
# what the page tells of single articles: those of the first row group
_READ = ("articles", "figures", "claims", "notes", "pairs")
# topics are sought in so many articles, spread over the corpus; those of the others are placed among them
_SOUGHT_IN = 5000


def write_results(
    store: Store,
    making: Making,
    keys: Mapping[str, str],
    failures: Sequence[Failure],
    *,
    topics: int | None,
    setup: Setup,
    seconds: Counter[str],
) -> dict[str, int]:
    """Makes all results of articles, given by their ids with the keys of their parts; the rows of each table.

    Articles are taken a row group at a time, so that memory does not grow with their number; what does grow is the
    works, the names and the terms of the corpus, each once. ``seconds`` gains each step's.
    """
    with _timed("joining", seconds):
        counts, page, totals, spread = _join(store, making, list(keys.values()))
    with _timed("terms", seconds):
        counts |= _tell_terms(making, setup, spread, page)
        counts |= _tell_topics(making, len(keys), topics, page)
    with _timed("report", seconds):
        with making.writing("failures") as tables:
            tables.add("failures", _failures(failures))
        counts |= tables.rows
        titled = {str(name) for name in page["article_topics"].article}
        totals["titles"] = _titles(making, titled)
        text = write_summary(page, _news(store, making, keys), totals)
        (making.folder / "summary.md").write_text(text, encoding="utf-8")
    return {name: counts[name] for name in SCHEMAS}


def _join(
    store: Store, making: Making, keys: Sequence[str]
) -> tuple[Counter[str], dict[str, pd.DataFrame], Totals, Spread]:
    """Joins the parts of all articles to tables, and tells what only all of them tell: conflicts, works, names."""
    page: dict[str, pd.DataFrame] = {}
    works, names, spread = Works(), Names(), Spread()
    between, found = conflicts_between(), Counter[str]()
    with making.writing(*ROWS, AUDIT, "works", "names") as tables, making.writing_claims_csv() as add_claims:
        for part in store.parts(keys):
            part[AUDIT] = audit = _queried(part, between)
            for name in (*ROWS, AUDIT):
                tables.add(name, part[name])
            add_claims(part["claims"])
            found.update(audit["kind"])
            works.add(records(part["citations"]), records(part["back_references"]))
            names.add(_tuples(part["entities"], ENTITIES), _tuples(part["pairs"], PAIRS))
            spread.add(pd.DataFrame(part["terms"]), len(part["articles"]["article"]))
            page = page or {name: pd.DataFrame(part[name], dtype=object) for name in (*_READ, AUDIT)}
            tables.rows["quotations"] += part["claims"]["kind"].count("quotation")
            part.clear()  # the next is as large, and two of them are all that a run holds
        page["works"] = works.table()
        tables.add("works", page["works"])
        tables.add("names", names.table())
    counts = {name: tables.rows[name] for name in (*_READ, "quotations")} | {"findings": found.total()}
    return tables.rows, page, Totals(counts=counts, findings=found, titles={}), spread


def _queried(part: Part, between: Callable[[str, Iterable[Told]], list[Finding]]) -> Columns:
    """The queries of some articles, those that come of what others say after those of the article by itself."""
    own, told = (_grouped(records(part[name])) for name in (AUDIT, TOLD))
    rows: list[Row] = []
    for article in part["articles"]["article"]:
        found = between(article, cast("list[Told]", told.get(article, [])))
        rows += [{"article": article, **one} for one in (*own.get(article, ()), *found)]
    return transposed(rows, SCHEMAS[AUDIT].names)


def _tell_terms(making: Making, setup: Setup, spread: Spread, page: dict[str, pd.DataFrame]) -> Counter[str]:
    found = Keywords(spread, open_lexicon(*map(str, setup.lexicon)).english)
    shown: list[pd.DataFrame] = []
    with making.writing("keywords") as tables:
        for terms, articles in making.read_groups("terms", "articles"):
            own = found.of_articles(terms, articles)
            shown = shown or [own]
            tables.add("keywords", own)
        shown.append(found.of_corpus())
        tables.add("keywords", shown[-1])
    page["keywords"] = pd.concat(shown, ignore_index=True).astype(object)
    return tables.rows


def _tell_topics(making: Making, articles: int, n: int | None, page: dict[str, pd.DataFrame]) -> Counter[str]:
    step = math.ceil(articles / _SOUGHT_IN) or 1
    terms = pd.concat([_every(step, *read) for read in making.read_groups("terms", "articles")], ignore_index=True)
    found, empty = find_topics(terms, n), pd.DataFrame(columns=SCHEMAS["article_topics"].names)
    best = []
    shares: Iterable[pd.DataFrame]
    with making.writing("topics", "article_topics") as tables:
        tables.add("topics", found.table if found else pd.DataFrame(columns=SCHEMAS["topics"].names))
        if found is None or step == 1:
            shares = [found.shares if found else empty]
        else:
            shares = (found.place(read) for (read,) in making.read_groups("terms"))
        first = set(page["articles"].article)
        for some in shares:
            tables.add("article_topics", some)
            leading = some.sort_values(["weight", "article"], ascending=[False, True]).groupby("topic").head(_LEADING)
            best.append(some[some.article.isin(first) | some.index.isin(leading.index)])
    page["topics"] = found.table if found else pd.DataFrame(columns=SCHEMAS["topics"].names)
    page["article_topics"] = pd.concat(best, ignore_index=True)
    return tables.rows


def _every(step: int, terms: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """What topics are sought in: the telling terms of one in so many articles."""
    return telling_terms(terms if step == 1 else terms[terms.article.isin(articles.article[::step])])


def _titles(making: Making, articles: set[str]) -> dict[str, str]:
    titles: dict[str, str] = {}
    for (read,) in making.read_groups("articles"):
        known = read[read.article.isin(articles)]
        titles |= {name: title or name for name, title in zip(known.article, known.title, strict=True)}
    return titles


def _tuples(table: Columns, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    return zip(*(table[name] for name in names), strict=True)


def _grouped(rows: Iterable[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["article"], []).append({name: value for name, value in row.items() if name != "article"})
    return groups


def _failures(failures: Sequence[Failure]) -> pd.DataFrame:
    return pd.DataFrame([asdict(one) for one in failures], columns=SCHEMAS["failures"].names, dtype=object)


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
    groups = (file.read_row_group(group, COLUMNS) for group in range(file.num_row_groups))
    kept = [file.schema_arrow.empty_table().select(COLUMNS)]
    kept += [group.filter(pc.is_in(group["article"], value_set=wanted)) for group in groups]
    frame: pd.DataFrame = pa.concat_tables(kept, promote_options="default").to_pandas()
    return frame


@contextmanager
def _timed(name: str, seconds: Counter[str]) -> Iterator[None]:
    began = time.perf_counter()
    yield
    seconds[name] += time.perf_counter() - began  # type: ignore[assignment]

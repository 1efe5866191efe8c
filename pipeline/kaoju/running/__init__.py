"""A run: which articles are due, their rows, what the corpus says, and the commit of it all."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kaoju.audit import audit
from kaoju.corpus.keywords import keywords
from kaoju.corpus.topics import topic_tables
from kaoju.corpus.works import works
from kaoju.errors import KaojuError, OutputError
from kaoju.lexicon import open_lexicon
from kaoju.report import write_summary
from kaoju.running.articles import Done, annotate_all
from kaoju.running.inputs import Failure, Input, find_inputs
from kaoju.running.manifest import key_of, manifest
from kaoju.running.store import Store
from kaoju.tables import SCHEMAS

# below this many bytes an article, starting another process costs more than it saves
_WORTH_A_PROCESS = 60_000

Progress = Callable[[int, int, str, str | None], None]


@dataclass(frozen=True, slots=True)
class Result:
    """What a run gave: its folder, the ids of the articles in its tables, the files that failed, rows by table."""

    out: Path
    articles: tuple[str, ...]
    failures: tuple[Failure, ...]
    rows: dict[str, int]


@dataclass(slots=True)
class _Due:
    """The inputs of a run by what is to be done with them."""

    keys: dict[Input, str]
    fresh: list[Input]
    size: int


def run_articles(
    paths: Sequence[Path],
    out: Path,
    *,
    jobs: int | None = None,
    topics: int | None = None,
    progress: Progress | None = None,
) -> Result:
    """See :func:`kaoju.run`. ``progress`` is called after each article with the number done, the number of all, the
    article's id, and the reason where it failed."""
    began = time.perf_counter()
    inputs, failures = find_inputs(paths)
    if not inputs and not failures:
        raise KaojuError(
            f"{', '.join(map(str, paths))}: no articles here; give .md or .txt files, or folders with them"
        )
    store = Store(out)
    store.open()
    due = _due(inputs, store, failures)
    seconds = _annotate(due, store, failures, jobs, progress)
    keys = {one: key for one, key in due.keys.items() if store.has(key)}
    try:
        rows = _write(store, list(keys.values()), topics)
        seconds["all"] = time.perf_counter() - began
        described = {one.id: {"path": str(one.path), "key": key} for one, key in keys.items()}
        store.commit(manifest(described, failures, rows, {"topics": topics}, seconds), keys.values())
    except OSError as error:
        raise OutputError(
            f"{out}: cannot be written ({error.strerror}); free space or choose another folder"
        ) from error
    return Result(out, tuple(one.id for one in keys), tuple(failures), rows)


def _due(inputs: Sequence[Input], store: Store, failures: list[Failure]) -> _Due:
    due = _Due({}, [], 0)
    for one in inputs:
        try:
            data = one.path.read_bytes()
        except OSError as error:
            failures.append(Failure(str(one.path), f"{one.path}: cannot be read ({error.strerror}); check its rights"))
            continue
        due.keys[one] = key_of(one, hashlib.sha256(data).hexdigest())
        if not store.has(due.keys[one]):
            due.fresh.append(one)
            due.size += len(data)
    return due


def _annotate(
    due: _Due, store: Store, failures: list[Failure], jobs: int | None, progress: Progress | None
) -> dict[str, float]:
    """Takes what is due through the stages, keeping each article's rows at once; the seconds that each took."""
    jobs = jobs or min(os.cpu_count() or 1, max(1, due.size // _WORTH_A_PROCESS))
    seconds: dict[str, float] = {}
    for count, outcome in enumerate(annotate_all(due.fresh, jobs), start=1):
        if isinstance(outcome, Done):
            store.put(due.keys[outcome.input], outcome.rows)
            seconds[outcome.input.id] = outcome.seconds
        else:
            failures.append(outcome.failure)
        if progress:
            progress(
                count, len(due.fresh), outcome.input.id, None if isinstance(outcome, Done) else outcome.failure.reason
            )
    return seconds


def _write(store: Store, keys: list[str], topics: int | None) -> dict[str, int]:
    """Writes every table, the claims for spreadsheets and the summary; the rows of each table."""
    counts = store.write_tables(keys)
    tables = {name: store.read_table(name) for name in counts}
    made = {"audit": audit(tables), "keywords": keywords(tables["terms"], tables["articles"], open_lexicon().english)}
    made["works"] = works(tables["citations"], tables["back_references"])
    made["topics"], made["article_topics"] = topic_tables(tables["terms"], topics)
    for name, frame in made.items():
        counts[name] = store.write_table(name, frame)
    store.write_claims_csv(tables["claims"])
    summary = write_summary(tables | made)
    (store.new / "summary.md").write_text(summary, encoding="utf-8")
    return {name: counts[name] for name in SCHEMAS}

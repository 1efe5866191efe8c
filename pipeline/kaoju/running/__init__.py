"""A run: which articles are due, their rows, what the corpus says, and the commit of it all."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from kaoju.audit import audit
from kaoju.corpus.keywords import keywords
from kaoju.corpus.names import names
from kaoju.corpus.topics import topic_tables
from kaoju.corpus.works import works
from kaoju.errors import KaojuError, OutputError
from kaoju.lexicon import open_lexicon
from kaoju.report import write_summary
from kaoju.running.articles import Outcome, annotate_all
from kaoju.running.due import Plan, plan
from kaoju.running.inputs import Failure, Input, find_inputs
from kaoju.running.limits import Limits
from kaoju.running.manifest import fingerprint, manifest
from kaoju.running.store import Store
from kaoju.tables import SCHEMAS

# below this many bytes an article, starting another process costs more than it saves
_WORTH_A_PROCESS = 60_000

Progress = Callable[[int, int, Outcome], None]


@dataclass(frozen=True, slots=True)
class Result:
    """What a run gave: its folder, the ids of the articles in its tables, the files that failed, rows by table, and how
    many articles it read anew."""

    out: Path
    articles: tuple[str, ...]
    failures: tuple[Failure, ...]
    rows: dict[str, int]
    read: int = 0


def due_articles(paths: Sequence[Path], out: Path, *, force: bool = False) -> Plan:
    """What a run would do; writes nothing."""
    inputs, failures = _found(paths)
    return plan(inputs, Store(out), failures, force=force)


def run_articles(
    paths: Sequence[Path],
    out: Path,
    *,
    jobs: int | None = None,
    topics: int | None = None,
    force: bool = False,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Result:
    """See :func:`kaoju.run`. ``progress`` is called after each article with the number done, the number of all, and the
    outcome."""
    began = time.perf_counter()
    inputs, failures = _found(paths)
    store = Store(out)
    store.open()
    with store.locked():
        todo = plan(inputs, store, failures, force=force)
        if not todo.due and (same := _as_before(store, todo, {"topics": topics})):
            return same
        store.clear()
        seconds = _annotate(todo, store, jobs, limits or Limits(), progress)
        keys = {one: key for one, key in todo.keys.items() if store.has(key)}
        try:
            rows = _write(store, list(keys.values()), topics, todo.failures)
            seconds["all"] = time.perf_counter() - began
            described = {one.id: {"path": str(one.path), "sha256": todo.hashes[one], "key": keys[one]} for one in keys}
            told = manifest(described, todo.failures, rows, {"topics": topics}, seconds)
            store.commit(told, todo.keys.values())
        except OSError as error:
            raise OutputError(
                f"{out}: cannot be written ({error.strerror}); free space or choose another folder"
            ) from error
    return Result(out, tuple(one.id for one in keys), tuple(todo.failures), rows, len(todo.due))


def _found(paths: Sequence[Path]) -> tuple[list[Input], list[Failure]]:
    inputs, failures = find_inputs(paths)
    if not inputs and not failures:
        raise KaojuError(
            f"{', '.join(map(str, paths))}: no articles here; give .md or .txt files, or folders with them"
        )
    return inputs, failures


def _as_before(store: Store, todo: Plan, parameters: dict[str, Any]) -> Result | None:
    """The result of the last run, where this one would give the same."""
    told = store.manifest()
    if told is None or not store.is_whole():
        return None
    keys = {name: one["key"] for name, one in told.get("inputs", {}).items()}
    wanted = {one.id: key for one, key in todo.keys.items() if store.has(key)}
    failures = [(one["path"], one["reason"]) for one in told.get("failures", [])]
    if (
        keys != wanted
        or told.get("parameters") != parameters
        or told.get("fingerprint") != fingerprint()
        or failures != [(one.path, one.reason) for one in todo.failures]
    ):
        return None
    return Result(store.out, tuple(wanted), tuple(todo.failures), told["rows"])


def _annotate(
    todo: Plan, store: Store, jobs: int | None, limits: Limits, progress: Progress | None
) -> dict[str, float]:
    """Takes what is due through the stages, keeping each article's rows at once; the seconds that each took."""
    jobs = jobs or min(os.cpu_count() or 1, max(1, todo.size // _WORTH_A_PROCESS))
    seconds: dict[str, float] = {}
    due = [one.input for one in todo.due]
    for count, outcome in enumerate(annotate_all(due, jobs, limits), start=1):
        if outcome.rows is not None:
            store.put(todo.keys[outcome.input], outcome.rows)
            seconds[outcome.input.id] = outcome.seconds
        elif outcome.failure:
            store.put_failure(todo.keys[outcome.input], outcome.failure)
            todo.failures.append(outcome.failure)
        if progress:
            progress(count, len(due), outcome)
    todo.failures.sort(key=lambda failure: failure.path)
    return seconds


def _write(store: Store, keys: list[str], topics: int | None, failures: Sequence[Failure]) -> dict[str, int]:
    """Writes every table, the claims for spreadsheets and the summary; the rows of each table."""
    counts = store.write_tables(keys)
    tables = {name: store.read_table(name) for name in counts}
    made = {"audit": audit(tables), "keywords": keywords(tables["terms"], tables["articles"], open_lexicon().english)}
    made["works"] = works(tables["citations"], tables["back_references"])
    made["names"] = names(tables["entities"], tables["pairs"])
    made["topics"], made["article_topics"] = topic_tables(tables["terms"], topics)
    made["failures"] = pd.DataFrame(map(asdict, failures), columns=SCHEMAS["failures"].names, dtype=object)
    for name, frame in made.items():
        counts[name] = store.write_table(name, frame)
    store.write_claims_csv(tables["claims"])
    summary = write_summary(tables | made)
    (store.new / "summary.md").write_text(summary, encoding="utf-8")
    return {name: counts[name] for name in SCHEMAS}

"""A run: which articles are due, their parts, what the corpus says, and the commit of it all."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaoju.errors import KaojuError, not_written
from kaoju.loading import Setup
from kaoju.places import Folder, Place, place
from kaoju.running.cluster import Cluster
from kaoju.running.due import Due, Plan, plan
from kaoju.running.executors import Executor, Local
from kaoju.running.inputs import Failure, Input, find_inputs, in_order
from kaoju.running.limits import Limits, collecting_seldom
from kaoju.running.lineage import traced
from kaoju.running.lock import only_run
from kaoju.running.manifest import Last, described, last_run, manifest, program, slowest
from kaoju.running.store import Store
from kaoju.running.work import Progress, Step, Work

__all__ = ["Due", "Executor", "Failure", "Limits", "Progress", "Result", "Step", "due_articles", "run_articles"]

# below this many bytes an article, starting another process costs more than it saves
_WORTH_A_PROCESS = 60_000


@dataclass(frozen=True, slots=True)
class Result:
    """What a run gave: its folder, or the address of it where that is a store, the ids of the articles in its tables,
    the files that failed, rows by table, and the seconds that each stage took in all; ``read`` is how many articles it
    read anew, ``warnings`` what went wrong beside it."""

    out: Path | str
    articles: tuple[str, ...]
    failures: tuple[Failure, ...]
    rows: dict[str, int]
    stages: dict[str, float]
    read: int
    warnings: tuple[str, ...]


def run_articles(
    paths: Sequence[str | Path],
    out: str | Path,
    *,
    jobs: int | None = None,
    topics: int | None = None,
    setup: Setup | None = None,
    limits: Limits | None = None,
    force: bool = False,
    executor: Executor | None = None,
    scheduler: str | None = None,
    progress: Progress | None = None,
) -> Result:
    """See :func:`kaoju.run`. ``executor`` is where the work is done, this machine's cores by default, the cluster of a
    ``scheduler`` where one is given; ``progress`` is told of each article."""
    began = time.perf_counter()
    limits, setup, target = limits or Limits(), setup or Setup(), place(out)
    inputs, failures = _find(paths)
    warnings: list[str] = []
    with (
        collecting_seldom(),
        only_run(target) as still_held,
        traced(target, inputs, warnings) as trace,
        _writing(target),
        target.workshop() as made,
    ):
        store = Store(target)
        store.open()
        last, made_by = last_run(store.last_manifest()), program(setup)
        todo = plan(inputs, store, made_by, last, limits, force=force)
        todo.failures += failures
        if force:
            store.forget_joined()
        work = Work(todo, store, setup, limits, progress)
        said = _said(todo, made_by, _parameters(setup, topics))
        if todo.due or not _stands(store, last, said):
            articles = work.begin(executor or _executor(todo, jobs, scheduler))
            from kaoju.running.results import write_results  # noqa: PLC0415  loaded while the first articles are read

            rows = write_results(work, articles, made, topics)
            still_held()
            said = _said(todo, made_by, said["parameters"])
            said |= {"rows": rows, "warnings": warnings, **_measured(work, began)}
            store.commit(made, manifest(setup, said))
            last = last_run(store.last_manifest())
        still_held()
        store.forget_all_but(todo.keys.values(), [(one.id, key) for one, key in todo.standing().items()])
        if trace:
            trace.made = last
    return Result(
        out=Path(out) if isinstance(target, Folder) else str(target),
        articles=tuple(said["inputs"]),
        failures=tuple(in_order(todo.failures)),
        rows=last.rows,
        stages=dict(work.stages),
        read=len(todo.due),
        warnings=tuple(warnings),
    )


def _executor(todo: Plan, jobs: int | None, scheduler: str | None) -> Executor:
    if scheduler:
        return Cluster(scheduler)
    return Local(jobs or min(os.cpu_count() or 1, max(1, todo.size // _WORTH_A_PROCESS)))


@contextmanager
def _writing(out: Place) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        at = out if isinstance(out, Folder) else f"{out}, by way of {tempfile.gettempdir()}"
        raise not_written(at, error) from error


def due_articles(
    paths: Sequence[str | Path],
    out: str | Path,
    *,
    setup: Setup | None = None,
    limits: Limits | None = None,
    force: bool = False,
) -> Plan:
    """What a run would do, without doing it."""
    inputs, failures = _find(paths)
    store, setup = Store(place(out)), setup or Setup()
    todo = plan(inputs, store, program(setup), last_run(store.last_manifest()), limits or Limits(), force=force)
    todo.failures += failures
    return todo


def _find(paths: Sequence[str | Path]) -> tuple[list[Input], list[Failure]]:
    """The articles, and the paths that lead to none. Where no path leads to any, the results of before stay.

    Raises:
        KaojuError: there are no articles at all.
    """
    inputs, failures = find_inputs(paths)
    if not inputs:
        none = f"{', '.join(map(str, paths))}: no articles here; give .md or .txt files, or folders with them"
        raise KaojuError("; ".join(failure.reason for failure in failures) or none)
    return inputs, failures


def _said(todo: Plan, made_by: str, parameters: dict[str, Any]) -> dict[str, Any]:
    """What a manifest says of what went in; two runs that say the same give the same results."""
    inputs = {one.id: _input(one, todo.hashes[one], key) for one, key in todo.standing().items()}
    failures = described(in_order(todo.failures))
    return {"program": made_by, "parameters": parameters, "inputs": inputs, "failures": failures}


def _input(one: Input, sha256: str, key: str) -> dict[str, str]:
    said = {"path": one.path, "sha256": sha256, "key": key}
    return said | ({"checksum": one.checksum} if one.checksum else {})


def _parameters(setup: Setup, topics: int | None) -> dict[str, Any]:
    config = str(setup.config) if setup.config else None
    return {"topics": topics, "config": config, "lexicon": [str(path) for path in setup.lexicon]}


def _stands(store: Store, last: Last, said: dict[str, Any]) -> bool:
    """Whether the results in place are those of the same inputs, and as they were written."""
    same = all(getattr(last, name) == said[name] for name in ("program", "parameters", "inputs", "failures"))
    return same and bool(last.files) and store.checksums() == last.files


def _measured(work: Work, began: float) -> dict[str, Any]:
    return {
        "seconds": round(time.perf_counter() - began, 3),
        "stages": {name: round(value, 3) for name, value in work.stages.items()},
        "slowest": slowest(work.seconds),
    }

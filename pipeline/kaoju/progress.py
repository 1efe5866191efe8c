"""What a run tells while it goes on: a bar on a terminal, a line an article elsewhere, or JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kaoju.running import Progress, Result, Step


@contextmanager
def shown(log_format: str) -> Iterator[Progress]:
    """Where a run tells of its articles: ``text`` or ``json``, on standard error."""
    if log_format == "json":
        yield _object
    elif sys.stderr.isatty():
        with _bar() as advance:
            yield advance
    else:
        yield _line


def run_done(result: Result) -> str:
    """The last line of a run's log in JSON: how many articles, what failed, the seconds by stage."""
    stages = {name: round(value, 3) for name, value in result.stages.items()}
    failed = [{"path": one.path, "kind": one.kind, "reason": one.reason} for one in result.failures]
    return _json({
        "event": "done", "articles": len(result.articles), "read": result.read,
        "failures": len(failed), "failed": failed, "warnings": list(result.warnings),
        "rows": result.rows, "stages": stages,
    })  # fmt: skip


def run_failed(error: Exception) -> str:
    """The last line of the log in JSON of a run that was not done: why."""
    return _json({"event": "error", "reason": str(error)})


def _object(step: Step) -> None:
    said: dict[str, Any] = {"event": "article", "article": step.article, "done": step.done, "of": step.of}
    if step.failure:
        said |= {"event": "failed", "kind": step.failure.kind, "reason": step.failure.reason}
    else:
        said |= {"characters": step.characters, "seconds": round(step.seconds, 3)}
    print(_json(said), file=sys.stderr, flush=True)


def _json(said: dict[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False)


def _line(step: Step) -> None:
    print(f"[{step.done}/{step.of}] {step.article}{' FAILED' if step.failure else ''}", file=sys.stderr, flush=True)


@contextmanager
def _bar() -> Iterator[Progress]:
    """Articles, characters a second, and the time left."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("reading", total=None, rate="")
        characters = 0

        def advance(step: Step) -> None:
            nonlocal characters
            characters += step.characters
            spent = bar.tasks[0].elapsed or 1.0
            rate = f"{step.done / spent:.1f}/s, {characters / spent:,.0f} characters/s"
            bar.update(task, completed=step.done, total=step.of, description=step.article, rate=rate)

        yield advance

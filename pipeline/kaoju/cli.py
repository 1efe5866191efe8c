"""The command line: thin, no logic. Heavy imports stand in the commands, so that ``kaoju --help`` comes at once."""

from __future__ import annotations

import dataclasses
import json
import sys
from contextlib import contextmanager, nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import kaoju

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from kaoju.running import Progress, Result
    from kaoju.running.articles import Outcome

app = typer.Typer(
    name="kaoju",
    help="考据: figures, claims and notes of Chinese scholarly articles, each with its evidence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"kaoju {kaoju.__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version and exit.")
    ] = False,
) -> None:
    """考据: figures, claims and notes of Chinese scholarly articles, each with its evidence."""


class LogFormat(StrEnum):
    """How a run tells what it does."""

    text = "text"
    json = "json"


@app.command()
def run(
    paths: Annotated[list[Path], typer.Argument(help="Articles (.md, .txt), and folders to search for them.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder of the results.")] = Path("outputs/run"),
    *,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Processes; all cores by default.")] = None,
    topics: Annotated[int | None, typer.Option(min=1, help="Number of topics; chosen by default.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Read all articles again.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say which articles are due, and why; do nothing.")
    ] = False,
    time_limit: Annotated[float, typer.Option(min=0, help="Seconds that an article may take; 0 is no limit.")] = 600,
    memory_limit: Annotated[float, typer.Option(min=0, help="GiB that an article may take; 0 is no limit.")] = 4,
    log_format: Annotated[LogFormat, typer.Option(help="Lines to read, or one JSON object a line.")] = LogFormat.text,
) -> None:
    """Read articles and write their tables, claims.csv, summary.md and manifest.json."""
    from kaoju.errors import KaojuError

    try:
        if dry_run:
            _say_due(paths, out, force)
            return
        with _progress(log_format) as progress:
            from kaoju.running import run_articles
            from kaoju.running.limits import Limits

            limits = Limits(time_limit or None, int(memory_limit * 2**30) or None)
            result = run_articles(paths, out, jobs=jobs, topics=topics, force=force, limits=limits, progress=progress)
    except KaojuError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1) from error
    if log_format is LogFormat.json:
        _log(
            event="done",
            articles=len(result.articles),
            read=result.read,
            failures=len(result.failures),
            rows=result.rows,
        )
    else:
        _say(result)
    if result.failures:
        raise typer.Exit(1)


def _say_due(paths: list[Path], out: Path, force: bool) -> None:
    from kaoju.running import due_articles

    todo = due_articles(paths, out, force=force)
    for due in todo.due:
        typer.echo(f"{due.input.id}: {due.why}")
    for failure in todo.failures:
        typer.echo(f"failed: {failure.reason}", err=True)
    typer.echo(f"{len(todo.due)} of {len(todo.keys)} articles are due")


def _say(result: Result) -> None:
    for failure in result.failures:
        typer.echo(f"failed: {failure.reason}", err=True)
    shown = ("figures", "claims", "notes", "citations", "entities", "pairs", "audit")
    counts = ", ".join(f"{result.rows[name]} {name}" for name in shown)
    typer.echo(f"{len(result.articles)} articles: {counts}")
    typer.echo(f"read {result.out / 'summary.md'}; the tables are in {result.out / 'tables'}")


def _log(**told: Any) -> None:
    typer.echo(json.dumps(told, ensure_ascii=False), err=True)


def _progress(form: LogFormat) -> AbstractContextManager[Progress]:
    """A bar on a terminal, a line an article elsewhere, or JSON."""
    if form is LogFormat.json:
        return nullcontext(_log_article)
    return _bar() if sys.stderr.isatty() else nullcontext(_line)


def _line(done: int, of: int, outcome: Outcome) -> None:
    typer.echo(f"[{done}/{of}] {outcome.input.id}{'' if outcome.failure is None else ' FAILED'}", err=True)


def _log_article(done: int, of: int, outcome: Outcome) -> None:
    failed = outcome.failure
    told = {"seconds": round(outcome.seconds, 3)} if failed is None else {"reason": failed.reason}
    _log(event="article" if failed is None else "failed", article=outcome.input.id, done=done, of=of, **told)


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as shown:
        task = shown.add_task("reading", total=None)

        def advance(done: int, of: int, outcome: Outcome) -> None:
            shown.update(task, total=of, completed=done, description=outcome.input.id)

        yield advance


@app.command()
def export(
    out: Annotated[Path, typer.Argument(help="The folder that kaoju run -o has written.")],
    form: Annotated[str, typer.Option("--format", "-f", help="csl, biblatex or ris.")] = "csl",
    file: Annotated[
        Path | None, typer.Option("--out", "-o", help="The file to write; standard output without.")
    ] = None,
) -> None:
    """Write the works that the articles cite for a reference manager: CSL-JSON, biblatex or RIS."""
    from kaoju.errors import KaojuError
    from kaoju.exports import export as exported

    try:
        text = exported(out, form)
        if file:
            file.write_text(text, encoding="utf-8")
    except (KaojuError, OSError) as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1) from error
    if not file:
        typer.echo(text, nl=False)


@app.command()
def figures(text: Annotated[str, typer.Argument(help="Chinese text; - reads standard input.")]) -> None:
    """Find the figures of a text: one JSON object a line."""
    _print_all(kaoju.find_figures(_given(text)))


@app.command()
def note(text: Annotated[str, typer.Argument(help="The text of a note; - reads standard input.")]) -> None:
    """Parse a note into its citations: one JSON object a line."""
    _print_all(kaoju.parse_note(_given(text)))


def _given(text: str) -> str:
    return sys.stdin.read() if text == "-" else text


def _print_all(found: list[Any]) -> None:
    for one in found:
        typer.echo(json.dumps(dataclasses.asdict(one), ensure_ascii=False))

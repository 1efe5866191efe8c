"""The command line: thin, no logic. Heavy imports stand in the commands, so that ``kaoju --help`` comes at once."""

from __future__ import annotations

import dataclasses
import json
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import kaoju

if TYPE_CHECKING:
    from kaoju.errors import KaojuError
    from kaoju.running import Result
    from kaoju.running.due import Plan

app = typer.Typer(
    name="kaoju",
    help="考据: figures, claims and notes of Chinese scholarly articles, each with its evidence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


# what shells say of a program that Ctrl-C ended
_STOPPED = 130


class LogFormat(StrEnum):
    """How a run tells what it is at."""

    text = "text"
    json = "json"


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


@app.command()
def run(  # noqa: PLR0917
    paths: Annotated[
        list[str], typer.Argument(help="Articles (.md, .txt), and folders to search for them; s3://… too.")
    ],
    out: Annotated[str, typer.Option("--out", "-o", help="The folder of the results; s3://… too.")] = "outputs/run",
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Processes; all cores by default.")] = None,
    topics: Annotated[int | None, typer.Option(min=1, help="Number of topics; chosen by default.")] = None,
    config: Annotated[Path | None, typer.Option("--config", help="A pipeline config in place of kaoju's own.")] = None,
    lexicon: Annotated[
        list[Path] | None, typer.Option("--lexicon", help="A TSV of names of one's own: zh, en, label.")
    ] = None,
    time_limit: Annotated[float, typer.Option(min=0, help="Seconds that an article may take; 0 is no limit.")] = 600,
    memory_limit: Annotated[float, typer.Option(min=0, help="GiB that an article may take; 0 is no limit.")] = 4,
    scheduler: Annotated[str | None, typer.Option(help="A Dask scheduler that does the work: tcp://HOST:PORT.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Read all articles again.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say which articles are due and why; do nothing.")] = False,
    log_format: Annotated[LogFormat, typer.Option(help="Lines to read, or one JSON object a line.")] = LogFormat.text,
) -> None:
    """Read articles and write their tables, claims.csv, summary.md and manifest.json."""
    from kaoju.errors import KaojuError
    from kaoju.progress import shown

    try:
        with shown(log_format.value) as progress:
            from kaoju.loading import Setup
            from kaoju.running import Limits, due_articles, run_articles

            limits = Limits(time_limit or None, int(memory_limit * 2**30) or None)
            setup = Setup(config, tuple(lexicon or ()))
            if dry_run:
                _say_due(due_articles(paths, out, setup=setup, limits=limits, force=force))
                return
            result = run_articles(
                paths,
                out,
                jobs=jobs,
                topics=topics,
                setup=setup,
                limits=limits,
                force=force,
                scheduler=scheduler,
                progress=progress,
            )
    except KaojuError as error:
        _say_error(error, log_format)
        raise typer.Exit(1) from error
    except KeyboardInterrupt:
        _say_error(KaojuError("stopped; what is done is kept, the same command goes on from there"), log_format)
        raise typer.Exit(_STOPPED) from None
    _say(result, log_format)
    if result.failures:
        raise typer.Exit(1)


def _say_due(todo: Plan) -> None:
    for due in todo.due:
        typer.echo(f"{due.input.id}: {due.why}")
    for failure in todo.failures:
        typer.echo(f"failed: {failure.reason}", err=True)
    typer.echo(f"{len(todo.due)} of {len(todo.keys)} articles are due")


def _say_error(error: KaojuError, log_format: LogFormat = LogFormat.text) -> None:
    from kaoju.progress import run_failed

    typer.echo(run_failed(error) if log_format is LogFormat.json else f"error: {error}", err=True)


def _say(result: Result, log_format: LogFormat) -> None:
    if log_format is LogFormat.json:
        from kaoju.progress import run_done

        typer.echo(run_done(result), err=True)
        return
    for warning in result.warnings:
        typer.echo(f"warning: {warning}", err=True)
    for failure in result.failures:
        typer.echo(f"failed: {failure.reason}", err=True)
    shown = ("figures", "claims", "notes", "citations", "entities", "pairs", "audit")
    counts = ", ".join(f"{result.rows[name]} {name}" for name in shown)
    typer.echo(f"{len(result.articles)} articles: {counts}")
    typer.echo(f"read {result.out}/summary.md; the tables are in {result.out}/tables")


@app.command(
    options_metavar="[OPTIONS] PATHS [OPTIONS of kaoju run]",
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)
def schedule(  # noqa: PLR0917
    context: typer.Context,
    cron: Annotated[str, typer.Option(help="When, as cron has it: minute, hour, day, month, day of the week.")],
    timezone: Annotated[str, typer.Option(help="The zone that the hours are of: Asia/Shanghai.")] = "UTC",
    name: Annotated[
        str | None, typer.Option(help="What Prefect calls the schedule; the name of OUT by default.")
    ] = None,
    retries: Annotated[int, typer.Option(min=0, help="How often a run that fails is tried again.")] = 3,
    wait: Annotated[float, typer.Option(min=0, help="Seconds before it is tried again.")] = 300,
) -> None:
    """Start kaoju run on a schedule, which Prefect keeps; its PATHS, --out and other options stand here too."""
    from typer.main import get_command

    from kaoju.errors import KaojuError

    # read now, so that what is wrong with them is said before the first run
    command = get_command(app).commands["run"]  # type: ignore[attr-defined]
    out = command.make_context("run", [*context.args], context.parent).params["out"]
    os.environ.setdefault("DO_NOT_TRACK", "1")  # Prefect tells its makers of its use otherwise
    try:
        from kaoju.scheduling import serve
    except ImportError as error:
        typer.echo(f"error: a schedule needs Prefect ({error}); pip install 'kaoju[schedule]'", err=True)
        raise typer.Exit(1) from error
    try:
        serve(context.args, out, cron=cron, timezone=timezone, name=name, retries=retries, wait=wait)
    except KaojuError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1) from error


@app.command()
def export(
    out: Annotated[str, typer.Argument(help="The folder that kaoju run -o has written; s3://… too.")],
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
    except KaojuError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1) from error
    except OSError as error:
        typer.echo(f"error: {file}: cannot be written ({error.strerror}); choose another file", err=True)
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

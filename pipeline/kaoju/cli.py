"""The command line: thin, no logic. Heavy imports stand in the commands, so that ``kaoju --help`` comes at once."""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import kaoju

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from kaoju.running import Progress, Result

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


@app.command()
def run(
    paths: Annotated[list[Path], typer.Argument(help="Articles (.md, .txt), and folders to search for them.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder of the results.")] = Path("outputs/run"),
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Processes; all cores by default.")] = None,
    topics: Annotated[int | None, typer.Option(min=1, help="Number of topics; chosen by default.")] = None,
) -> None:
    """Read articles and write their tables, claims.csv, summary.md and manifest.json."""
    from kaoju.errors import KaojuError

    try:
        with _progress() as progress:
            from kaoju.running import run_articles

            result = run_articles(paths, out, jobs=jobs, topics=topics, progress=progress)
    except KaojuError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1) from error
    _say(result)
    if result.failures:
        raise typer.Exit(1)


def _say(result: Result) -> None:
    for failure in result.failures:
        typer.echo(f"failed: {failure.reason}", err=True)
    shown = ("figures", "claims", "notes", "citations", "entities", "pairs", "audit")
    counts = ", ".join(f"{result.rows[name]} {name}" for name in shown)
    typer.echo(f"{len(result.articles)} articles: {counts}")
    typer.echo(f"read {result.out / 'summary.md'}; the tables are in {result.out / 'tables'}")


def _progress() -> AbstractContextManager[Progress]:
    """A bar on a terminal, a line an article elsewhere."""
    from contextlib import contextmanager

    @contextmanager
    def bar() -> Iterator[Progress]:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True)) as shown:
            task = shown.add_task("reading", total=None)

            def advance(done: int, of: int, name: str, failed: str | None) -> None:
                shown.update(task, completed=done, total=of, description=name)

            yield advance

    @contextmanager
    def plain() -> Iterator[Progress]:
        def line(done: int, of: int, name: str, failed: str | None) -> None:
            typer.echo(f"[{done}/{of}] {name}{' FAILED' if failed else ''}", err=True)

        yield line

    return bar() if sys.stderr.isatty() else plain()


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

"""Runs on a schedule: a Prefect flow that starts ``kaoju run`` as cron would, tries again, and leaves the summary.

Needs Prefect, which nothing else imports. A run has a process of its own, so that it is the same as one started by
hand, and ends with the flow run that started it.
"""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

from httpx import ConnectError
from prefect import flow, task
from prefect.artifacts import create_link_artifact, create_markdown_artifact
from prefect.logging import get_run_logger
from prefect.schedules import Cron
from prefect.settings import get_current_settings
from prefect.types.entrypoint import EntrypointType
from slugify import slugify

from kaoju.errors import KaojuError
from kaoju.places import Place, place

_TOLD, _USUAL = 5, "http://127.0.0.1:4200/api"
# what a line of the log is worth to who watches many runs; a line an article would fill Prefect's database
_LEVELS = {"article": logging.DEBUG, "failed": logging.WARNING, "error": logging.ERROR}


def serve(words: list[str], out: str, *, cron: str, timezone: str, name: str | None, retries: int, wait: float) -> None:
    """Serves ``kaoju run WORDS`` on a schedule until it is stopped; one run at a time.

    Raises:
        KaojuError: the schedule cannot be read, or there is no Prefect server that could keep it.
    """
    try:
        schedule = Cron(cron, timezone=timezone)
    except ValueError as error:
        raise KaojuError(f"{cron}, {timezone}: no schedule; give five fields as cron has them, and a zone") from error
    server = get_current_settings().api.url
    if not server:
        raise KaojuError(f"no Prefect server is named; start one and set PREFECT_API_URL={_USUAL}")
    given = {"words": words, "out": out, "folder": str(Path.cwd()), "retries": retries, "wait": wait}
    try:
        scheduled.serve(
            name or place(out).name,
            schedule=schedule,
            parameters=given,
            limit=1,
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
    except ConnectError as error:
        raise KaojuError(f"{server}: no Prefect server answers there; start one or check PREFECT_API_URL") from error


@flow(name="kaoju")
def scheduled(words: list[str], out: str, folder: str, retries: int, wait: float) -> None:
    """One run. Fails, as the command does, where the run fails or articles were set aside."""
    done = run.with_options(retries=retries, retry_delay_seconds=wait)(words, folder)
    leave_summary(place(out if "://" in out else Path(folder, out)))
    if done["failed"]:
        reasons = [one["reason"] for one in done["failed"]]
        some = "; ".join(reasons[:_TOLD]) + ("; …" if len(reasons) > _TOLD else "")
        raise KaojuError(f"{len(reasons)} set aside, the other articles are done: {some}")


@task(name="kaoju run")
def run(words: list[str], folder: str) -> dict[str, Any]:
    """What ``kaoju run`` says at its end. Articles that it set aside are not tried again: only a run that was not done.

    Raises:
        KaojuError: it was not done; another run is at its folder, or what else it says.
    """
    log, said = get_run_logger(), {}
    command = [sys.executable, "-m", "kaoju", "run", *words, "--log-format", "json"]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, encoding="utf-8") as process:
        try:
            for line in process.stderr or ():
                one = _read(line)
                said[one["event"]] = one
                log.log(_LEVELS.get(one["event"], logging.INFO), line.rstrip())
        except BaseException:
            process.kill()
            raise
    if "done" in said:
        return said["done"]
    ended = {"reason": f"it ended with code {process.returncode} and said no reason"}
    raise KaojuError((said.get("error") or said.get("other") or ended)["reason"])


def _read(line: str) -> dict[str, Any]:
    """A line of the log; what is none, as those of a traceback, is of an event of its own."""
    try:
        said = json.loads(line)
    except ValueError:
        said = None
    return said if isinstance(said, dict) and "event" in said else {"event": "other", "reason": line.strip()}


def leave_summary(out: Place) -> None:
    """Leaves what there is to read with the flow run: the summary, and where the results are."""
    key, page = f"kaoju-{slugify(out.name)}", out / "summary.md"
    create_link_artifact(page.url, str(out), key=f"{key}-results", description="the results")
    create_markdown_artifact(page.read().decode(), key=f"{key}-summary", description="the summary")

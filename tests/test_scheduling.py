"""Runs on a schedule, kept by a real Prefect server on this machine."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from http import HTTPStatus

import pytest

from kaoju.places import place as place_of
from kaoju.running.lock import only_run

ARTICLE = "# 论关税{0}\n\n2018年3月，美国对进口钢铁加征{0}%的关税。[1]\n\n## 注释\n\n[1] “Tariffs,” *Reuters*, March {0}, 2018.\n"
KAOJU = [sys.executable, "-m", "kaoju"]


class Prefect:
    """A server, and what is asked of it."""

    def __init__(self, home):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/api"
        self.environment = {
            **os.environ,
            "HOME": str(home),
            "PREFECT_HOME": str(home),
            "PREFECT_API_URL": self.url,
            "PREFECT_RUNNER_POLL_FREQUENCY": "1",
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "PREFECT_SERVER_UI_ENABLED": "false",
        }
        self.processes = []

    def start(self, *words, log, cwd=None):
        with log.open("wb") as file:
            process = subprocess.Popen(words, cwd=cwd, env=self.environment, stdout=file, stderr=file)
        self.processes.append(process)
        return process

    def ask(self, path, body=None):
        """An answer; a server that is up but busy (503) is asked again, for half a minute."""
        data = None if body is None else json.dumps(body).encode()
        asked = urllib.request.Request(self.url + path, data, {"content-type": "application/json"})  # noqa: S310
        until_then = time.monotonic() + 30
        while True:
            try:
                with urllib.request.urlopen(asked, timeout=20) as answer:  # noqa: S310
                    return json.load(answer)
            except urllib.error.HTTPError as error:
                if error.code != HTTPStatus.SERVICE_UNAVAILABLE or time.monotonic() > until_then:
                    raise
            time.sleep(0.5)

    def answers(self, path):
        try:
            return self.ask(path)
        except urllib.error.URLError:
            return None

    def run(self, name, **parameters):
        """Asks for a run of a schedule, now; one run, however often the server must be asked for it."""
        deployment = self.ask(f"/deployments/name/kaoju/{name}")["id"]
        asked = {"parameters": parameters, "idempotency_key": uuid.uuid4().hex}
        return self.ask(f"/deployments/{deployment}/create_flow_run", asked)["id"]

    def end(self, run):
        """How a run ended: its state and what is said of it."""
        state = until(lambda: (said := self.ask(f"/flow_runs/{run}")["state"])["type"] in ENDS and said)
        return state["type"], state["message"]

    def artifacts(self, run):
        found = self.ask("/artifacts/filter", {"artifacts": {"flow_run_id": {"any_": [run]}}})
        return {one["key"]: one["data"] for one in found}

    def log(self, run):
        found = self.ask("/logs/filter", {"logs": {"flow_run_id": {"any_": [run]}}})
        return "\n".join(one["message"] for one in found)

    def whole_log(self, run):
        """The log of a run that has ended: its last lines may reach the server after its end does."""
        until(lambda: "Finished in state" in self.log(run))
        return self.log(run)


ENDS = {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"}


def until(held):
    for _ in range(300):
        if found := held():
            return found
        time.sleep(0.2)
    raise AssertionError("it never came")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    place = tmp_path_factory.mktemp("prefect")
    (place / "articles").mkdir()
    for number in (1, 2):
        (place / "articles" / f"a{number}.md").write_text(ARTICLE.format(number), encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def prefect(place):
    made = Prefect(place)
    try:
        made.start(
            sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(made.port),
            log=place / "server.log",
        )  # fmt: skip
        until(lambda: made.answers("/health"))
        made.start(
            *KAOJU, "schedule", "--cron", "0 6 * * 1", "--timezone", "Asia/Shanghai", "--wait", "1",
            "articles", "-o", "out/weekly", "--jobs", "1", log=place / "schedule.log", cwd=place,
        )  # fmt: skip
        until(lambda: made.answers("/deployments/name/kaoju/weekly"))
        yield made
    finally:
        for process in reversed(made.processes):
            process.terminate()
            process.wait(30)


def test_a_run_waits_for_another_that_is_at_its_folder_then_leaves_its_summary_and_where_the_results_are(
    prefect, place
):
    (kept,) = prefect.ask("/deployments/name/kaoju/weekly")["schedules"]
    cron = kept["schedule"]
    assert (cron["cron"], cron["timezone"], kept["active"]) == ("0 6 * * 1", "Asia/Shanghai", True)
    with only_run(place_of(place / "out" / "weekly")):
        run = prefect.run("weekly", retries=3)
        until(lambda: f"another run is writing here (process {os.getpid()})" in prefect.log(run))
    assert prefect.end(run)[0] == "COMPLETED", prefect.log(run)
    summary = place / "out" / "weekly" / "summary.md"
    left = prefect.artifacts(run)
    assert left["kaoju-weekly-summary"] == summary.read_text("utf-8")
    assert summary.as_uri() in left["kaoju-weekly-results"]
    assert prefect.whole_log(run).count('"event": "done"') == 1


def test_a_run_that_finds_another_at_its_folder_to_the_end_is_refused(prefect, place):
    with only_run(place_of(place / "out" / "weekly")):
        state, message = prefect.end(prefect.run("weekly", retries=0))
    assert (state, "another run is writing here" in message) == ("FAILED", True)


def test_articles_that_were_set_aside_fail_the_run_with_their_reason_and_the_summary_all_the_same(prefect, place):
    (place / "articles" / "empty.md").write_bytes(b"")
    run = prefect.run("weekly")
    state, message = prefect.end(run)
    assert state == "FAILED"
    assert "1 set aside, the other articles are done" in message
    assert "empty.md" in message
    assert "kaoju-weekly-summary" in prefect.artifacts(run)
    assert prefect.whole_log(run).count('"event": "done"') == 1


WRONG = [
    (["--cron", "at six", "a", "-o", "b"], "http://127.0.0.1:9/api", "at six, UTC: no schedule"),
    (["--cron", "0 6 * * 1", "a", "-o", "b"], "", "no Prefect server is named"),
    (["--cron", "0 6 * * 1", "a", "-o", "b"], "http://127.0.0.1:9/api", "no Prefect server answers there"),
    (["--cron", "0 6 * * 1", "a", "--jops", "2"], "", "No such option: --jops"),
]


def test_what_is_wrong_with_a_schedule_is_said_at_once(tmp_path):
    home = {**os.environ, "HOME": str(tmp_path), "PREFECT_HOME": str(tmp_path)}
    begun = [
        subprocess.Popen(
            [*KAOJU, "schedule", *words], env={**home, "PREFECT_API_URL": server}, stderr=subprocess.PIPE, text=True
        )
        for words, server, _ in WRONG
    ]
    told = [(process.communicate(timeout=60)[1], process.returncode) for process in begun]
    for (words, _, said), (error, code) in zip(WRONG, told, strict=True):
        assert said in error, words
        assert code in {1, 2}


def test_without_prefect_a_schedule_says_what_to_install(monkeypatch, capsys):
    from typer.testing import CliRunner

    from kaoju.cli import app

    monkeypatch.setitem(sys.modules, "prefect", None)
    monkeypatch.delitem(sys.modules, "kaoju.scheduling", raising=False)
    done = CliRunner().invoke(app, ["schedule", "--cron", "0 6 * * 1", "a", "-o", "b"])
    assert done.exit_code == 1
    assert "pip install 'kaoju[schedule]'" in done.output

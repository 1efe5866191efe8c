"""What a run tells a collector of OpenLineage events: a real server on this machine, which takes what it is sent."""

import json
import os
import subprocess
import sys
import uuid
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from unittest import mock

import pandas as pd
import pytest
from openlineage.client.facet_v2 import schema_dataset

import kaoju
from kaoju.errors import KaojuError
from kaoju.places import place
from kaoju.running.lock import only_run
from kaoju.schemas import SCHEMAS

ARTICLE = "# 论关税{0}\n\n2018年3月，美国对进口钢铁加征{0}%的关税。[1]\n\n## 注释\n\n[1] “Tariffs,” *Reuters*, March {0}, 2018.\n"


@pytest.fixture(autouse=True)
def environment():
    """The client writes into the environment of its process, which later tests are not to see."""
    with mock.patch.dict(os.environ):
        yield


@pytest.fixture
def collector(monkeypatch):
    """The events that a collector has taken; it is the one that the environment names."""
    events = []

    class Taking(BaseHTTPRequestHandler):
        def do_POST(self):
            events.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
            self.send_response(201 if self.path == "/api/v1/lineage" else 404)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Taking)
    Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("OPENLINEAGE_URL", f"http://127.0.0.1:{server.server_port}")
    yield events
    server.shutdown()
    server.server_close()


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(1, 4):
        (folder / f"a{number}.md").write_text(ARTICLE.format(number), encoding="utf-8")
    return folder


def version(dataset):
    return dataset["facets"]["version"]["datasetVersion"]


def test_a_run_tells_of_its_start_and_of_what_it_made_from_what(collector, folder, tmp_path):
    out = tmp_path / "out"
    result = kaoju.run([folder], out)
    start, end = collector
    assert (start["eventType"], end["eventType"], result.warnings) == ("START", "COMPLETE", ())
    assert start["run"]["runId"] == end["run"]["runId"]
    assert uuid.UUID(end["run"]["runId"])
    assert datetime.fromisoformat(start["eventTime"]) < datetime.fromisoformat(end["eventTime"])
    assert (end["job"]["namespace"], end["job"]["name"]) == ("default", f"kaoju run file://{out}")
    engine = end["run"]["facets"]["processing_engine"]
    assert (engine["name"], engine["version"]) == ("kaoju", kaoju.__version__)
    for event in (start, end):
        (given,) = event["inputs"]
        assert (given["namespace"], given["name"]) == ("file", str(folder))
        told = given["inputFacets"]["inputStatistics"]
        assert (told["fileCount"], told["size"]) == (3, sum(path.stat().st_size for path in folder.iterdir()))
    assert start["outputs"] == []
    tables = {one["name"].removeprefix(f"{out}/tables/"): one for one in end["outputs"]}
    assert set(tables) == {f"{name}.parquet" for name in SCHEMAS}
    claims = tables["claims.parquet"]
    assert claims["namespace"] == "file"
    assert claims["outputFacets"]["outputStatistics"]["rowCount"] == len(pd.read_parquet(claims["name"])) > 0
    fields = claims["facets"]["schema"]["fields"]
    assert [(one["name"], one["type"]) for one in fields] == [(one.name, str(one.type)) for one in SCHEMAS["claims"]]
    assert claims["facets"]["schema"]["_schemaURL"] == schema_dataset.SchemaDatasetFacet()._get_schema()


def test_the_same_articles_have_the_same_version_and_others_another(collector, folder, tmp_path):
    kaoju.run([folder], tmp_path / "out")
    kaoju.run([folder], tmp_path / "out")
    (folder / "a1.md").write_text(ARTICLE.format(9), encoding="utf-8")
    kaoju.run([folder], tmp_path / "out")
    first, second, third = (event for event in collector if event["eventType"] == "COMPLETE")
    assert first["job"] == third["job"]
    assert version(first["inputs"][0]) == version(second["inputs"][0]) != version(third["inputs"][0])
    assert [one["facets"]["version"] for one in first["outputs"]] == [
        one["facets"]["version"] for one in second["outputs"]
    ]
    assert first["outputs"] != third["outputs"]


def test_datasets_are_the_folders_and_files_that_were_given_named_as_their_store_is(collector, folder, tmp_path):
    articles = place(f"memory://{uuid.uuid4().hex}")
    (articles / "b" / "one.md").write(ARTICLE.format(7).encode())
    kaoju.run([folder, str(articles / "b")], str(articles / "out"))
    end = collector[-1]
    assert [
        (one["namespace"], one["name"], one["inputFacets"]["inputStatistics"]["fileCount"]) for one in end["inputs"]
    ] == [
        ("file", str(folder), 3),
        (f"memory://{articles.name}", "b", 1),
    ]
    assert ("memory://" + articles.name, "out/tables/claims.parquet") in [
        (one["namespace"], one["name"]) for one in end["outputs"]
    ]


def test_a_run_that_fails_says_why(collector, folder, tmp_path):
    with pytest.raises(KaojuError):
        kaoju.run([folder], tmp_path / "out", lexicon=[tmp_path / "missing.tsv"])
    start, end = collector
    assert (start["eventType"], end["eventType"], end["outputs"]) == ("START", "FAIL", [])
    assert "missing.tsv: cannot be read" in end["run"]["facets"]["errorMessage"]["message"]


def test_a_run_that_is_refused_tells_nothing(collector, folder, tmp_path):
    with only_run(place(tmp_path / "out")), pytest.raises(KaojuError, match="another run"):
        kaoju.run([folder], tmp_path / "out")
    assert collector == []


def test_a_collector_is_found_as_its_client_finds_it(collector, folder, tmp_path, monkeypatch):
    from os import environ

    url = environ["OPENLINEAGE_URL"]
    monkeypatch.delenv("OPENLINEAGE_URL")
    kaoju.run([folder], tmp_path / "out")
    assert collector == []
    (tmp_path / "openlineage.yml").write_text(f"transport:\n  type: http\n  url: {url}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    kaoju.run([folder], tmp_path / "out")
    assert [event["eventType"] for event in collector] == ["START", "COMPLETE"]


DOWN = """
transport:
  type: http
  url: http://127.0.0.1:9
  retry: {total: 0}
"""


def test_a_collector_that_is_down_is_a_warning_and_the_run_is_done(folder, tmp_path):
    (tmp_path / "openlineage.yml").write_text(DOWN, encoding="utf-8")
    words = [sys.executable, "-m", "kaoju", "run", "articles", "-o", "out"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("warning: START was not told to the OpenLineage collector") == 1
    assert done.stderr.count("warning: COMPLETE was not told") == 1
    assert "Traceback" not in done.stderr
    assert "START was not told" in json.loads((tmp_path / "out" / "manifest.json").read_bytes())["warnings"][0]


def test_without_its_client_it_is_said_what_to_install(folder, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "openlineage.client", None)
    monkeypatch.setenv("OPENLINEAGE_URL", "http://127.0.0.1:9")
    result = kaoju.run([folder], tmp_path / "out")
    assert (len(result.articles), len(result.warnings)) == (3, 1)
    assert "pip install 'kaoju[lineage]'" in result.warnings[0]


def test_a_client_that_lacks_what_is_told_is_a_warning_and_the_run_is_done(collector, folder, tmp_path, monkeypatch):
    monkeypatch.delitem(sys.modules, "kaoju.running.events", raising=False)
    monkeypatch.setitem(sys.modules, "openlineage.client.event_v2", None)
    result = kaoju.run([folder], tmp_path / "out")
    assert (len(result.articles), collector) == (3, [])
    assert [warning.split(" (")[0] for warning in result.warnings] == [
        f"{state} was not told to the OpenLineage collector" for state in ("START", "COMPLETE")
    ]

"""Articles and results in a store elsewhere: a real server that speaks S3, on this machine, and fsspec's own memory."""

import hashlib
import json
import os
import subprocess
import sys
import time
import uuid
from functools import partial

import fsspec
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from moto.server import ThreadedMotoServer

import kaoju
from kaoju.errors import KaojuError, OutputError, StoreError
from kaoju.exports import export
from kaoju.places import place
from kaoju.running import due_articles, lock, run_articles
from kaoju.running.articles import annotate
from kaoju.running.inputs import loaded
from kaoju.running.lock import only_run
from kaoju.running.store import RESULTS, Store

ARTICLE = "# 论关税{0}\n\n2018年3月，美国对进口钢铁加征{0}%的关税。[1]\n\n## 注释\n\n[1] “Tariffs,” *Reuters*, March {0}, 2018.\n"
KAOJU = [sys.executable, "-m", "kaoju"]


class Server:
    """A server, and what it was asked for."""

    def __init__(self):
        self.asked = []
        self.start(0)

    def start(self, port):
        self.server = ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
        self.server.start()
        self.port = self.server.get_host_and_port()[1]
        app = self.server._server.app

        def heard(environ, answer):
            self.asked.append((environ["REQUEST_METHOD"], environ["PATH_INFO"]))
            return app(environ, answer)

        self.server._server.app = heard

    def stop(self):
        self.server.stop()

    def read(self):
        """The objects that were read since it was last asked."""
        asked, self.asked = self.asked, []
        return sorted({path for method, path in asked if method == "GET" and path.count("/") > 2})


@pytest.fixture(scope="module")
def server():
    server = Server()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{server.port}")
        patch.setenv("AWS_ACCESS_KEY_ID", "kaoju")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "kaoju")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        yield server
    server.stop()


@pytest.fixture(autouse=True)
def short_lease(monkeypatch):
    monkeypatch.setattr(lock, "LEASE", 1.5)


@pytest.fixture
def bucket(server):
    """An empty bucket of a server that speaks S3."""
    name = f"b{uuid.uuid4().hex[:12]}"
    fsspec.filesystem("s3", use_listings_cache=False).mkdir(name)
    server.read()
    return place(f"s3://{name}")


@pytest.fixture(params=["s3", "memory"])
def store(request):
    """An empty folder in each kind of store."""
    if request.param == "s3":
        return request.getfixturevalue("bucket")
    return place(f"memory://{uuid.uuid4().hex}")


def fill(folder, numbers=range(1, 7)):
    for number in numbers:
        (folder / f"a{number}.md").write(ARTICLE.format(number).encode())
    (folder / "more" / "empty.md").write(b"")
    return folder


def results(out):
    """The hash of every table and of the claims, without the addresses of the articles."""
    told = {}
    for name in RESULTS[:-1]:
        data = (out / name).read()
        if name in {"tables/articles.parquet", "tables/failures.parquet"}:
            table = pq.read_table(pa.BufferReader(data))
            data = json.dumps(
                table.drop_columns(["path", *({"reason"} & set(table.column_names))]).to_pylist()
            ).encode()
        told[name] = hashlib.sha256(data).hexdigest()
    return told


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    """The results of the same articles in folders of this machine."""
    folder = tmp_path_factory.mktemp("here")
    kaoju.run([str(fill(place(folder / "articles")))], folder / "out", jobs=2)
    return results(place(folder / "out"))


def start(*words):
    return subprocess.Popen(
        [*KAOJU, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )


def until(held):
    for _ in range(1200):
        if held():
            return
        time.sleep(0.02)
    raise AssertionError("it never came")


def test_a_run_from_a_store_into_a_store_gives_the_bytes_of_a_local_one(store, here):
    articles, out = fill(store / "articles"), store / "results" / "out"
    result = kaoju.run([str(articles)], str(out), jobs=2)
    assert (len(result.articles), result.read, result.out) == (6, 7, str(out))
    assert [(one.path, one.article) for one in result.failures] == [(f"{articles}/more/empty.md", "more/empty")]
    assert results(out) == here
    told = json.loads((out / "manifest.json").read())
    assert told["inputs"]["a1"]["path"] == f"{articles}/a1.md"
    assert not {name.split("/")[0] for name in out.files()} & {"new", "ready", "leases"}


@pytest.mark.parametrize("elsewhere", ["articles", "results"])
def test_either_may_be_here(elsewhere, store, here, tmp_path):
    at = {name: store if name == elsewhere else place(tmp_path) for name in ("articles", "results")}
    kaoju.run([str(fill(at["articles"] / "articles"))], str(at["results"] / "out"), jobs=1)
    assert results(at["results"] / "out") == here


def test_a_second_run_without_changes_reads_neither_articles_nor_results(server, bucket):
    articles, out = fill(bucket / "articles", range(1, 4)), bucket / "out"
    kaoju.run([str(articles)], str(out))
    (articles / "more" / "empty.md").remove()
    kaoju.run([str(articles)], str(out))
    server.read()
    assert due_articles([str(articles)], str(out)).due == []
    assert kaoju.run([str(articles)], str(out)).read == 0
    read = [path.removeprefix(f"/{bucket.name}/") for path in server.read()]
    assert [path for path in read if not path.startswith("out/leases")] == ["out/manifest.json"]


def test_what_is_new_changed_gone_or_spoilt_is_seen(store):
    articles, out, run = (
        store / "articles",
        store / "out",
        partial(due_articles, [str(store / "articles")], str(store / "out")),
    )
    fill(articles, range(1, 4))
    kaoju.run([str(articles)], str(out))
    assert run().due == []
    (articles / "a1.md").write(ARTICLE.format(8).encode())
    (articles / "b.md").write(ARTICLE.format(9).encode())
    (articles / "a2.md").remove()
    assert [(one.input.id, one.why) for one in run().due] == [("a1", "changed"), ("b", "new")]
    assert kaoju.run([str(articles)], str(out)).articles == ("a1", "a3", "b")
    assert len((out / "done").files()) == 3
    assert "新文章 1 篇，移除 1 篇" in (out / "summary.md").read().decode()
    whole = results(out)
    (out / "tables" / "claims.parquet").write(b"PAR1")
    assert kaoju.run([str(articles)], str(out)).read == 0
    assert results(out) == whole


def test_a_part_that_was_altered_in_the_store_is_said_and_made_again(bucket):
    articles, out = fill(bucket / "articles", range(1, 4)), bucket / "out"
    kaoju.run([str(articles)], str(out))
    whole = results(out)
    (out / "done" / min((out / "done").files())).write(b"spoilt")
    (out / "joined").clear()
    (out / "claims.csv").remove()
    with pytest.raises(OutputError, match=r"done/../\w+.part: vanished or was altered .* run again"):
        kaoju.run([str(articles)], str(out))
    assert kaoju.run([str(articles)], str(out)).read == 1
    assert results(out) == whole


def test_a_run_that_is_killed_is_gone_on_with_once_its_lease_is_out(bucket, here):
    articles, out = fill(bucket / "articles"), bucket / "out"
    run = start("run", articles, "-o", out, "--jobs", 1)
    until(lambda: len((out / "done").files()) > 1)
    run.kill()
    run.communicate()
    done = len((out / "done").files()) + len((out / "failed").files())
    assert (out / "leases").files()
    assert kaoju.run([str(articles)], str(out)).read == 7 - done
    assert results(out) == here
    assert not (out / "leases").files()


@pytest.mark.parametrize(
    "puts", [0, len(RESULTS), len(RESULTS) + 1, len(RESULTS) + 9, 2 * len(RESULTS), 2 * len(RESULTS) + 1]
)
def test_a_run_that_ends_while_it_puts_results_in_place_is_finished_by_the_next(puts, store, monkeypatch):
    """It ends with so many files taken over to ``ready/`` and moved from there, the manifest last of both."""
    articles, out, left = fill(store / "articles", range(1, 4)), store / "out", [puts]
    kaoju.run([str(articles)], str(out))
    (articles / "a2.md").remove()
    kind, cut = type(out), pytest.MonkeyPatch()

    def cut_off(method, counted):
        def until_then(self, *given):
            if counted(self):
                left[0] -= 1
                if left[0] < 0:
                    raise KeyboardInterrupt
            return method(self, *given)

        return until_then

    for name in ("take", "move"):
        cut.setattr(kind, name, cut_off(getattr(kind, name), lambda _: True))
    cut.setattr(kind, "write", cut_off(kind.write, lambda one: one.name == "manifest.json"))
    with pytest.raises(KeyboardInterrupt):
        kaoju.run([str(articles)], str(out))
    cut.undo()
    if manifest := Store(out).last_manifest():
        assert set(pd.read_parquet(pa.BufferReader((out / "tables/articles.parquet").read())).article) == set(
            manifest["inputs"]
        )
    kaoju.run([str(articles)], str(out))
    kaoju.run([str(articles)], str(store / "fresh"))
    assert results(out) == results(store / "fresh")


@pytest.mark.parametrize("kind", ["here", "s3", "memory"])
def test_a_name_may_have_any_characters(kind, request, tmp_path):
    at = place(tmp_path) if kind == "here" else place(f"memory://{uuid.uuid4().hex}")
    at = request.getfixturevalue("bucket") if kind == "s3" else at
    names = ["第[1]篇 *.md", "问？答 100%+.md", "a::b#c.md", "s3:.txt"]
    for name in names:
        (at / "a [b]" / name).write(ARTICLE.format(1).encode())
    result = kaoju.run([str(at / "a [b]")], str(at / "o [u] * t"))
    assert (result.failures, set(result.articles)) == ((), {name.rsplit(".", 1)[0] for name in names})
    assert kaoju.run([str(at / "a [b]")], str(at / "o [u] * t")).read == 0


def test_a_folder_that_a_program_has_marked_with_a_file_of_its_name_is_a_folder(bucket):
    fill(bucket / "articles", [1])
    for key in ("articles/", "articles/more/"):
        bucket.fs.call_s3("put_object", Bucket=bucket.name, Key=key)
    (bucket / "articles" / "more" / "b.md").write(ARTICLE.format(2).encode())
    assert {one.input.id for one in due_articles([str(bucket / "articles")], str(bucket / "out")).due} == {
        "a1",
        "more/b",
        "more/empty",
    }


def test_two_runs_into_one_place_are_kept_apart(store):
    articles, out = fill(store / "articles", range(1, 3)), store / "out"
    with only_run(out), pytest.raises(OutputError, match=rf"another run is writing here \(process {os.getpid()} on "):
        kaoju.run([str(articles)], str(out))
    assert len(kaoju.run([str(articles)], str(out)).articles) == 2


def test_a_run_that_stood_still_for_too_long_does_not_write_over_the_one_that_took_its_place(store, monkeypatch):
    out = store / "out"
    with monkeypatch.context() as stands_still:
        stands_still.setattr(lock, "_renew", lambda *_: None)
        with only_run(out) as still_held:
            still_held()
            with only_run(out), pytest.raises(OutputError, match="another run took this folder"):
                still_held()
    with only_run(out) as still_held:
        still_held()


def test_the_works_are_exported_from_there(store, tmp_path):
    articles, out = fill(store / "articles", range(1, 3)), store / "out"
    kaoju.run([str(articles)], str(out))
    assert [one["title"] for one in json.loads(export(str(out), "csl"))] == ["Tariffs", "Tariffs"]  # of two days
    with pytest.raises(KaojuError, match="holds no results"):
        export(str(store / "nothing"), "csl")


def test_the_command_line_takes_addresses(bucket, tmp_path):
    articles, out = fill(bucket / "articles", range(1, 3)), bucket / "out"
    run = start("run", articles, "-o", out)
    said, told = run.communicate()
    assert run.returncode == 1
    assert f"{articles}/more/empty.md: the file is empty" in told
    assert f"read {out}/summary.md; the tables are in {out}/tables" in said
    assert "@article{" in start("export", out, "-f", "biblatex").communicate()[0]


WRONG = [
    ("nosuch://bucket/articles", "Protocol not known: nosuch"),
    ("gs://bucket/articles", "install gcsfs"),
    ("s3://bucket-that-is-not-there/articles", "no such file or folder"),
]


@pytest.mark.parametrize(("address", "said"), WRONG)
def test_a_place_that_cannot_be_reached_is_named(address, said, bucket):
    if "not-there" in address:
        with pytest.raises(KaojuError, match=f"{address}: {said}"):
            kaoju.run([address], str(bucket / "out"))
        address = address.replace("articles", "out")
        said = "the store has no such bucket"
        with pytest.raises(StoreError, match=f"{address}.*{said}.*make it"):
            kaoju.run([str(fill(bucket / "articles", [1]))], address)
        return
    for given in ([address], str(bucket / "out")), ([str(bucket)], address):
        with pytest.raises(KaojuError, match=f"{address}.*{said}"):
            kaoju.run(*given)


def test_without_credentials_it_is_said_which_place_asks_for_them(server, tmp_path):
    environment = {name: value for name, value in os.environ.items() if "_KEY" not in name}
    done = subprocess.run(
        [*KAOJU, "run", "s3://bucket/articles", "-o", tmp_path / "out"],
        env={**environment, "HOME": str(tmp_path), "AWS_EC2_METADATA_DISABLED": "true"},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith(
        "error: s3://bucket/articles: the store does not answer (Unable to locate credentials)"
    )
    assert "Traceback" not in done.stderr


class Alone:
    """Articles done by this very process, of which no other takes on the server's connections."""

    def outcomes(self, inputs, setup, limits):
        for one, data in loaded(inputs):
            yield annotate(one, data, setup)


def test_a_store_that_is_lost_in_the_middle_is_named_and_the_next_run_goes_on(server, bucket, here, monkeypatch):
    articles, out = fill(bucket / "articles"), bucket / "out"
    monkeypatch.setattr(bucket.fs, "retries", 1)

    def lose(step):
        if step.done == 3:
            server.stop()

    with pytest.raises(StoreError, match=rf"{out}/.*the store does not answer .* and run again: what is done is kept"):
        run_articles([str(articles)], str(out), executor=Alone(), progress=lose)
    server.start(server.port)
    assert kaoju.run([str(articles)], str(out)).read == 4
    assert results(out) == here

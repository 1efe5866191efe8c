"""Articles done by a real Dask scheduler and its workers on this machine: the same bytes, whatever befalls them."""

import hashlib
import socket
import subprocess
import sys
import time

import pytest

import kaoju
from kaoju.errors import KaojuError
from kaoju.places import place

ARTICLE = "# 论关税{0}\n\n2018年3月，美国对进口钢铁加征{0}%的关税。[1]\n\n## 注释\n\n[1] “Tariffs,” *Reuters*, March {0}, 2018.\n"
DASK = [sys.executable, "-m", "dask"]


def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Cluster:
    """A scheduler and workers, each a process of its own."""

    def __init__(self, folder):
        self.folder, self.port, self.processes = folder, port(), []
        self.address = f"tcp://127.0.0.1:{self.port}"

    def start(self, *words):
        process = subprocess.Popen(
            [*DASK, *words], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.processes.append(process)
        return process

    def scheduler(self):
        return self.start("scheduler", "--host", "127.0.0.1", "--port", str(self.port), "--no-dashboard")

    def worker(self):
        return self.start("worker", self.address, "--nthreads", "1", "--no-dashboard", "--death-timeout", "60")


@pytest.fixture
def cluster(tmp_path):
    (tmp_path / "dask").mkdir()
    made = Cluster(tmp_path / "dask")
    yield made
    for process in made.processes:
        process.terminate()
    for process in made.processes:
        process.wait(10)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(1, 41):
        (folder / f"a{number:02}.md").write_text(ARTICLE.format(number) * 20, encoding="utf-8")
    (folder / "empty.md").write_bytes(b"")
    return folder


def results(out):
    files = [*(out / "tables").iterdir(), out / "claims.csv"]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def start_run(folder, out, address):
    words = ["run", str(folder), "-o", str(out), "--scheduler", address]
    command = [sys.executable, "-c", "from kaoju.cli import app; app()", *words]
    return subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, encoding="utf-8")


def until(held):
    for _ in range(600):
        if held():
            return
        time.sleep(0.05)
    raise AssertionError("it never came")


def kept(out):
    return len(list(out.glob("done/*/*.part")))


def test_a_cluster_gives_the_same_bytes_though_a_worker_is_killed(cluster, folder, tmp_path):
    kaoju.run([folder], tmp_path / "local", jobs=2)
    cluster.scheduler()
    cluster.worker()
    victim = cluster.worker()
    out = tmp_path / "out"
    run = start_run(folder, out, cluster.address)
    until(lambda: kept(out) > 3)
    victim.kill()
    _, said = run.communicate(timeout=100)
    assert (run.returncode, said.count("FAILED")) == (1, 1), said
    assert results(out) == results(tmp_path / "local")


def test_a_scheduler_that_is_lost_is_named_and_the_next_run_goes_on(cluster, folder, tmp_path):
    out = tmp_path / "out"
    scheduler = cluster.scheduler()
    cluster.worker()
    run = start_run(folder, out, cluster.address)
    until(lambda: kept(out) > 3)
    scheduler.kill()
    scheduler.wait()
    _, said = run.communicate(timeout=100)
    assert run.returncode == 1
    assert "the scheduler was lost; what is done is kept" in said
    done = kept(out)
    assert 3 < done < 40
    cluster.scheduler()
    cluster.worker()
    assert kaoju.run([folder], out, scheduler=cluster.address).read == 41 - done
    kaoju.run([folder], tmp_path / "local", jobs=2)
    assert results(out) == results(tmp_path / "local")


def test_an_article_that_takes_too_long_is_set_aside_and_its_worker_replaced(cluster, folder, tmp_path):
    cluster.scheduler()
    cluster.worker()
    result = kaoju.run([folder / "a01.md"], tmp_path / "out", scheduler=cluster.address, time_limit=0.01)
    assert [(one.article, one.kind) for one in result.failures] == [("a01", "time")]
    again = kaoju.run([folder / "a01.md"], tmp_path / "out", scheduler=cluster.address)
    assert (again.articles, again.failures) == (("a01",), ())


def test_one_that_takes_too_long_is_set_aside_and_those_that_came_with_it_are_done(cluster, folder, tmp_path):
    (folder / "a20.md").write_text(ARTICLE.format(20) * 5000, encoding="utf-8")
    cluster.scheduler()
    cluster.worker()
    result = kaoju.run([folder], tmp_path / "out", scheduler=cluster.address, time_limit=4)
    assert {(one.article, one.kind) for one in result.failures} == {("a20", "time"), ("empty", "reading")}
    assert len(result.articles) == 39


def test_articles_and_results_in_a_store_need_no_worker_that_reaches_it(cluster, folder, tmp_path):
    """The memory of this process is a store that no other reaches."""
    store = place(f"memory://{tmp_path.name}")
    for number in range(1, 4):
        (store / "articles" / f"a{number:02}.md").write((folder / f"a{number:02}.md").read_bytes())
    cluster.scheduler()
    cluster.worker()
    result = kaoju.run([str(store / "articles")], str(store / "out"), scheduler=cluster.address)
    assert result.articles == ("a01", "a02", "a03")
    kaoju.run([folder / f"a{number:02}.md" for number in range(1, 4)], tmp_path / "local")
    assert (store / "out" / "claims.csv").read() == (tmp_path / "local" / "claims.csv").read_bytes()


def test_an_address_where_no_scheduler_answers_is_named(folder, tmp_path, monkeypatch):
    from kaoju.running import cluster as place

    monkeypatch.setattr(place, "_PATIENCE", 1)
    with pytest.raises(KaojuError, match="no Dask scheduler answers"):
        kaoju.run([folder], tmp_path / "out", scheduler=f"tcp://127.0.0.1:{port()}")

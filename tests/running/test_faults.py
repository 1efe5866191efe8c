"""Whatever befalls a run, the next one ends with the same bytes as one that nothing befell."""

import hashlib
import json
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import nullcontext

import pandas as pd
import pytest
from spacy.language import Language

import kaoju
from kaoju.errors import KaojuError, OutputError
from kaoju.loading import Setup
from kaoju.places import Folder, place
from kaoju.running import due_articles
from kaoju.running.lock import only_run
from kaoju.running.making import Making
from kaoju.running.store import RESULTS

ARTICLE = "# 论关税{0}\n\n2018年3月，美国对进口钢铁加征{0}%的关税。[1]\n\n## 注释\n\n[1] “Tariffs,” *Reuters*, March {0}, 2018.\n"
KAOJU = [sys.executable, "-c", "from kaoju.cli import app; app()", "run"]

# of the results, and their manifest
FILES = len(RESULTS) + 1


@Language.component("kaoju_test_trouble")
def trouble(doc):
    """A stage that meets its match in articles that say so."""
    if "没完没了" in doc.text:
        while True:
            pass
    if "无底洞" in doc.text:
        held = []
        while True:
            held.append(bytearray(2**24))
    if "当场死去" in doc.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "出错" in doc.text:
        raise ZeroDivisionError("planted")
    return doc


@pytest.fixture
def troubled(tmp_path, nlp):
    """kaoju's own pipeline with the stage of trouble at its end."""
    config = nlp.config.copy()
    config["nlp"] = {**config["nlp"], "pipeline": [*config["nlp"]["pipeline"], "trouble"]}
    config["components"] = {**config["components"], "trouble": {"factory": "kaoju_test_trouble"}}
    path = tmp_path / "trouble.cfg"
    type(nlp.config)(config).to_disk(path)
    return path


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(1, 7):
        (folder / f"a{number}.md").write_text(ARTICLE.format(number), encoding="utf-8")
    return folder


def due(*given, **options):
    return [(one.input.id, one.why) for one in due_articles(*given, **options).due]


def results(out):
    """The hash of every table and of the claims."""
    files = [*(out / "tables").iterdir(), out / "claims.csv"]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize(
    ("words", "kind"), [("没完没了", "time"), ("无底洞", "memory"), ("当场死去", "died"), ("出错", "fault")]
)
def test_an_article_that_is_trouble_is_set_aside_and_the_others_are_done(words, kind, folder, troubled, tmp_path):
    (folder / "trouble.md").write_text(f"# 题\n\n此文{words}。\n", encoding="utf-8")
    out = tmp_path / "out"
    options = {"config": troubled, "jobs": 2, "time_limit": 2.0, "memory_limit": 0.4}
    result = kaoju.run([folder], out, **options)
    assert [(one.article, one.kind) for one in result.failures] == [("trouble", kind)]
    assert len(result.articles) == 6
    told = pd.read_parquet(out / "tables" / "failures.parquet").iloc[0]
    assert (told.article, told.kind) == ("trouble", kind)
    assert pd.notna(told.traceback) == (kind in {"memory", "fault"})
    again = kaoju.run([folder], out, **options)
    assert (again.read, again.failures) == (0, result.failures)
    (folder / "trouble.md").write_text("# 题\n\n此文无事。\n", encoding="utf-8")
    assert kaoju.run([folder], out, **options).failures == ()


@pytest.mark.parametrize("articles", (1, 6))
def test_a_config_that_cannot_be_loaded_is_named_however_many_articles_there_are(articles, folder, tmp_path):
    config = tmp_path / "mine.cfg"
    config.write_text('[nlp]\nlang = "zh"\npipeline = ["no_such_stage"]\n', encoding="utf-8")
    paths = sorted(folder.iterdir())[:articles]
    with pytest.raises(KaojuError, match=r"mine\.cfg: not a pipeline config"):
        kaoju.run(paths, tmp_path / "out", jobs=2, config=config)
    assert kaoju.run(paths, tmp_path / "out", jobs=2).read == articles


def test_force_tries_again_what_was_set_aside(folder, tmp_path):
    (folder / "empty.md").write_bytes(b"")
    assert kaoju.run([folder], tmp_path / "out").read == 7
    assert kaoju.run([folder], tmp_path / "out").read == 0
    assert kaoju.run([folder], tmp_path / "out", force=True).read == 7


@pytest.mark.skipif(sys.platform != "linux", reason="forks")
def test_killed_at_any_moment_the_next_run_ends_with_the_same_bytes(folder, tmp_path):
    out, kept, dice = tmp_path / "out", tmp_path / "undisturbed", random.Random(7)
    kaoju.run([folder], kept, jobs=2)
    began = time.monotonic()
    kaoju.run([folder], kept, jobs=2, force=True)
    took = time.monotonic() - began
    for _ in range(20):
        process = multiprocessing.get_context("fork").Process(
            target=kaoju.run, args=([folder], out), kwargs={"jobs": 2}
        )
        process.start()
        process.join(dice.uniform(0, 1) * took)
        process.kill()
        process.join()
        if (out / "manifest.json").exists():
            assert results(out) == results(kept)
            shutil.rmtree(out)
    kaoju.run([folder], out)
    assert results(out) == results(kept)


@pytest.mark.parametrize("moves", (0, FILES - 1, FILES, FILES + 1, 2 * FILES - 2, 2 * FILES - 1, 2 * FILES))
def test_killed_while_results_are_put_in_place_the_next_run_finishes_it(moves, folder, tmp_path, monkeypatch):
    from pathlib import Path

    out = tmp_path / "out"
    kaoju.run([folder], out)
    (folder / "a1.md").unlink()
    replace, left = Path.replace, [moves]

    def cut_off(self, target):
        if not {"done", "joined"} & set(self.parts):
            left[0] -= 1
            if left[0] < 0:
                raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", cut_off)
    with pytest.raises(KeyboardInterrupt) if moves < 2 * FILES else nullcontext():
        kaoju.run([folder], out)
    monkeypatch.undo()
    if (out / "manifest.json").exists():
        told = json.loads((out / "manifest.json").read_bytes())
        assert set(pd.read_parquet(out / "tables" / "articles.parquet").article) == set(told["inputs"])
    kaoju.run([folder], out)
    kaoju.run([folder], tmp_path / "fresh")
    assert results(out) == results(tmp_path / "fresh")


@pytest.mark.parametrize("spoilt", ["done/*/*.part", "joined/*", "tables/*claims.*", "manifest.json", "summary.md"])
def test_what_is_spoilt_is_made_again(spoilt, folder, tmp_path):
    out = tmp_path / "out"
    kaoju.run([folder], out)
    whole = results(out)
    path = next(iter(sorted(out.glob(spoilt))))
    path.write_bytes(path.read_bytes()[:-20] + b"x" * 20)
    (folder / "a0.md").write_text(ARTICLE.format(9), encoding="utf-8")
    kaoju.run([folder], out)
    (folder / "a0.md").unlink()
    kaoju.run([folder], out)
    assert results(out) == whole


def test_a_spoilt_table_is_made_again_though_nothing_is_due(folder, tmp_path):
    out = tmp_path / "out"
    kaoju.run([folder], out)
    whole = results(out)
    (out / "tables" / "claims.parquet").write_bytes(b"PAR1")
    assert kaoju.run([folder], out).read == 0
    assert results(out) == whole


def test_the_folder_of_an_older_version_is_taken_over(folder, tmp_path):
    out = tmp_path / "out"
    (out / "done").mkdir(parents=True)
    (out / "done" / "0123.json.z").write_bytes(b"old")
    (out / "manifest.json").write_text('{"inputs": {"a1": {"path": "x"}}, "seconds": {}, "rows": []}')
    assert len(kaoju.run([folder], out).articles) == 6
    assert not (out / "done" / "0123.json.z").exists()


def test_nothing_due_leaves_the_results_as_they_are(folder, tmp_path):
    out = tmp_path / "out"
    kaoju.run([folder], out)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.*")}
    result = kaoju.run([folder], out)
    assert (result.read, len(result.articles)) == (0, 6)
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*.*")} == before


def test_the_number_of_processes_changes_nothing(folder, tmp_path):
    for jobs in (1, 3):
        kaoju.run([folder], tmp_path / str(jobs), jobs=jobs)
    assert results(tmp_path / "1") == results(tmp_path / "3")


def test_a_second_run_into_one_folder_is_told_who_is_there(folder, tmp_path):
    out = tmp_path / "out"
    with only_run(place(out)):
        done = subprocess.run([*KAOJU, str(folder), "-o", str(out)], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert f"another run is writing here (process {os.getpid()})" in done.stderr
    assert len(kaoju.run([folder], out).articles) == 6


def test_what_is_due_is_told_with_its_reason_and_nothing_is_done(folder, tmp_path, troubled):
    out = tmp_path / "out"
    assert due([folder], out)[0] == ("a1", "new")
    assert not out.exists()
    kaoju.run([folder], out)
    assert due([folder], out) == []
    (folder / "a1.md").write_text(ARTICLE.format(8), encoding="utf-8")
    (folder / "b.md").write_text(ARTICLE.format(9), encoding="utf-8")
    assert due([folder], out) == [("a1", "changed"), ("b", "new")]
    assert ("a2", "kaoju or its setup has changed") in due([folder], out, setup=Setup(troubled))
    assert ("a2", "asked for") in due([folder], out, force=True)


def test_what_is_new_stands_at_the_top_of_the_summary(folder, tmp_path):
    out = tmp_path / "out"
    kaoju.run([folder], out)
    assert "New since" not in (out / "summary.md").read_text("utf-8")
    (folder / "a1.md").write_text(ARTICLE.format(8), encoding="utf-8")
    (folder / "b.md").write_text(ARTICLE.format(9), encoding="utf-8")
    kaoju.run([folder], out)
    page = (out / "summary.md").read_text("utf-8")
    assert "新文章 1 篇，移除 0 篇" in page
    assert "| 1% | 8% |" in page


def test_a_log_for_programs_has_an_object_a_line(folder, tmp_path):
    (folder / "empty.md").write_bytes(b"")
    done = subprocess.run(
        [*KAOJU, str(folder), "-o", str(tmp_path / "out"), "--log-format", "json"],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    told = [json.loads(line) for line in done.stderr.splitlines()]
    assert sorted({one["event"] for one in told}) == ["article", "done", "failed"]
    assert len(told) == 8
    assert told[-1]["stages"]["kaoju_claims"] > 0


def test_a_folder_that_cannot_be_read_is_named_and_the_others_are_read(folder, tmp_path, monkeypatch):
    closed = folder / "below" / "closed"
    closed.mkdir(parents=True)
    closed.chmod(0)
    if os.geteuid() == 0:  # to whom no folder is closed
        scandir = os.scandir

        def refuse(path):
            if str(path) == str(closed):
                raise PermissionError(13, "Permission denied", path)
            return scandir(path)

        monkeypatch.setattr(os, "scandir", refuse)
    result = kaoju.run([folder], tmp_path / "out")
    assert [one.reason for one in result.failures] == [f"{closed}: Permission denied; check the folder's rights"]
    assert len(result.articles) == 6


# while an article's rows are kept, while tables are written, while results are put on the disk
FULL = [(Folder, "write"), (Making, "writing_claims_csv"), (Folder, "take")]


@pytest.mark.parametrize(("kind", "method"), FULL)
def test_a_full_disk_is_said_and_nothing_is_lost(kind, method, folder, tmp_path, monkeypatch):
    out = tmp_path / "out"
    kaoju.run([folder], out)
    whole = results(out)
    (folder / "b.md").write_text(ARTICLE.format(9), encoding="utf-8")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kind, method, full)
    with pytest.raises(OutputError, match=f"{out}: cannot be written .No space left.* free space"):
        kaoju.run([folder], out)
    assert results(out) == whole
    monkeypatch.undo()
    assert len(kaoju.run([folder], out).articles) == 7

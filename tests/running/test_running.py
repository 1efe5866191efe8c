"""A batch with trouble in it: each trouble is named, the rest is done, nothing done is lost."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

import kaoju
from kaoju.errors import KaojuError, OutputError
from kaoju.running.limits import Limits

ARTICLE = (
    "# 论关税\n\n2018年3月，美国对进口钢铁加征25%的关税。[1]\n\n## 注释\n\n[1] “Tariffs,” *Reuters*, March 8, 2018.\n"
)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.md").write_text(ARTICLE, encoding="utf-8")
    return folder


def test_bad_files_fail_by_name_and_the_rest_is_done(folder, tmp_path):
    (folder / "empty.md").write_bytes(b"")
    (folder / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 30)
    (folder / "broken.md").write_bytes("关税".encode()[:-1] + b"\xff" * 9)
    (folder / "huge.md").write_bytes(b"a" * (50 * 2**20))
    result = kaoju.run([folder], tmp_path / "out")
    assert result.articles == ("good",)
    assert sorted(Path(one.path).name for one in result.failures) == [
        "broken.md",
        "empty.md",
        "huge.md",
        "image.txt",
    ]
    assert all(one.path in one.reason for one in result.failures)
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert len(manifest["failures"]) == 4


@pytest.mark.parametrize(
    "body",
    [
        "只有一段，没有注。",
        "**没有闭合 [1 <sup>[2] “引号",
        "（" * 3000 + "深" + "）" * 3000,
        "零\x00字节\u202e反向\ufeff",
        "增长" + "8" * 5000 + "%",
        "亿" * 5000,
        "[1]" * 2000,
        "“" * 2000 + "，" * 2000,
        "|单位：亿元|2020|\n|---|---|\n|出口|1.2|\n",
        "English only, 5% of GDP.",
        "#",
    ],
)
def test_strange_articles_are_articles(body, folder, tmp_path):
    (folder / "strange.md").write_text(f"# 题\n\n{body}\n", encoding="utf-8")
    result = kaoju.run([folder], tmp_path / "out")
    assert result.failures == ()
    assert result.articles == ("good", "strange")


def test_a_second_run_takes_what_is_done_from_the_first(folder, tmp_path):
    first = kaoju.run([folder], tmp_path / "out")
    kept = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out" / "done").iterdir()}
    (folder / "more.md").write_text(ARTICLE.replace("25%", "10%"), encoding="utf-8")
    second = kaoju.run([folder], tmp_path / "out")
    assert first.articles == ("good",)
    assert second.articles == ("good", "more")
    now = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out" / "done").iterdir()}
    assert kept.items() <= now.items()


def test_articles_that_are_gone_leave_the_tables(folder, tmp_path):
    (folder / "more.md").write_text(ARTICLE, encoding="utf-8")
    kaoju.run([folder], tmp_path / "out")
    (folder / "more.md").unlink()
    kaoju.run([folder], tmp_path / "out")
    assert set(pd.read_parquet(tmp_path / "out" / "tables" / "claims.parquet").article) == {"good"}


def test_files_of_one_name_in_two_folders_are_two_articles(folder, tmp_path):
    (folder / "sub").mkdir()
    (folder / "sub" / "good.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "good.txt").write_text(ARTICLE, encoding="utf-8")
    result = kaoju.run([folder], tmp_path / "out")
    assert len(set(result.articles)) == 3


def test_a_loop_of_links_ends(folder, tmp_path):
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    assert kaoju.run([folder], tmp_path / "out").articles == ("good",)


def test_a_folder_without_articles_says_what_to_give(tmp_path):
    with pytest.raises(KaojuError, match=r"\.md"):
        kaoju.run([tmp_path], tmp_path / "out")


def test_an_output_folder_that_cannot_be_made_is_named(folder, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError, match="file"):
        kaoju.run([folder], tmp_path / "file" / "out")


def test_results_cut_off_before_the_end_never_look_whole(folder, tmp_path, monkeypatch):
    from kaoju.running import store

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store.Store, "write_claims_csv", full)
    with pytest.raises(OutputError, match="No space left"):
        kaoju.run([folder], tmp_path / "out")
    assert not (tmp_path / "out" / "manifest.json").exists()
    assert not (tmp_path / "out" / "tables").exists()
    monkeypatch.undo()
    assert kaoju.run([folder], tmp_path / "out").articles == ("good",)


def failing(folder, tmp_path, monkeypatch, function, limits):
    """A run over two articles in which reading the one called ``bad`` calls a function."""
    from kaoju.running import articles, run_articles

    (folder / "bad.md").write_text(ARTICLE, encoding="utf-8")
    read = articles.read
    monkeypatch.setattr(articles, "read", lambda path, id_: function() if path.stem == "bad" else read(path, id_))
    return run_articles([folder], tmp_path / "out", limits=limits, jobs=2)


def test_an_article_that_goes_on_without_end_is_set_aside(folder, tmp_path, monkeypatch):
    def forever():
        while True:
            pass

    result = failing(folder, tmp_path, monkeypatch, forever, Limits(seconds=1))
    assert result.articles == ("good",)
    assert "--time-limit" in result.failures[0].reason and "bad.md" in result.failures[0].reason
    failures = pd.read_parquet(tmp_path / "out" / "tables" / "failures.parquet")
    assert list(failures.reason) == [result.failures[0].reason]


@pytest.mark.skipif(sys.platform != "linux", reason="limits on memory are held on Linux")
def test_an_article_that_takes_memory_without_end_is_set_aside(folder, tmp_path, monkeypatch):
    def hungry():
        taken = []
        while True:
            taken.append(bytearray(2**24))

    result = failing(folder, tmp_path, monkeypatch, hungry, Limits(memory=2**28))
    assert result.articles == ("good",)
    assert "--memory-limit" in result.failures[0].reason


def test_an_article_whose_process_dies_is_set_aside(folder, tmp_path, monkeypatch):
    result = failing(folder, tmp_path, monkeypatch, lambda: os.kill(os.getpid(), signal.SIGKILL), None)
    assert result.articles == ("good",)
    assert "died" in result.failures[0].reason


def test_what_failed_is_tried_again_only_when_it_has_changed_or_one_asks(folder, tmp_path):
    (folder / "empty.md").write_text("", encoding="utf-8")
    first = kaoju.run([folder], tmp_path / "out")
    again = kaoju.run([folder], tmp_path / "out")
    assert (first.read, again.read) == (2, 0)
    assert first.failures == again.failures != ()
    assert kaoju.run([folder], tmp_path / "out", force=True).read == 2
    (folder / "empty.md").write_text(ARTICLE, encoding="utf-8")
    mended = kaoju.run([folder], tmp_path / "out")
    assert mended.failures == () and mended.articles == ("empty", "good")


def test_a_run_says_what_is_due_and_why(folder, tmp_path):
    from kaoju.running import due_articles

    out = tmp_path / "out"
    assert [due.why for due in due_articles([folder], out).due] == ["new"]
    kaoju.run([folder], out)
    assert due_articles([folder], out).due == []
    assert [due.why for due in due_articles([folder], out, force=True).due] == ["asked for"]
    (folder / "good.md").write_text(ARTICLE + "又增长1%。", encoding="utf-8")
    (folder / "more.md").write_text(ARTICLE, encoding="utf-8")
    assert [due.why for due in due_articles([folder], out).due] == ["changed", "new"]


def test_a_run_without_changes_leaves_the_results_as_they_are(folder, tmp_path):
    first = kaoju.run([folder], tmp_path / "out")
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "out" / "tables").iterdir()}
    again = kaoju.run([folder], tmp_path / "out")
    assert (again.articles, again.rows) == (first.articles, first.rows)
    assert times == {path: path.stat().st_mtime_ns for path in (tmp_path / "out" / "tables").iterdir()}


def test_results_that_were_lost_come_again(folder, tmp_path):
    first = kaoju.run([folder], tmp_path / "out")
    (tmp_path / "out" / "tables" / "claims.parquet").unlink()
    kept = next((tmp_path / "out" / "done").glob("*.part"))
    kept.write_bytes(kept.read_bytes()[:-20])
    again = kaoju.run([folder], tmp_path / "out")
    assert (again.rows, again.read) == (first.rows, 1)
    assert (tmp_path / "out" / "tables" / "claims.parquet").exists()


def test_two_runs_into_one_folder_are_kept_apart(folder, tmp_path):
    from kaoju.running.lock import only_run

    with only_run(tmp_path / "out"), pytest.raises(OutputError, match=f"process {os.getpid()}"):
        kaoju.run([folder], tmp_path / "out")
    assert kaoju.run([folder], tmp_path / "out").articles == ("good",)


def test_a_run_killed_at_any_moment_ends_in_the_same_bytes(tmp_path):
    sample = Path(__file__).parents[2] / "corpus"
    command = [sys.executable, "-c", "from kaoju.cli import app; app()", "run", str(sample), "-j", "2", "-o"]
    for wait in (0.8, 1.6, 2.4, 3.2):
        with subprocess.Popen([*command, str(tmp_path / "cut")], stderr=subprocess.DEVNULL) as process:
            time.sleep(wait)
            process.kill()
    kaoju.run([sample], tmp_path / "cut")
    kaoju.run([sample], tmp_path / "whole")
    cut, whole = (
        {path.name: path.read_bytes() for path in (tmp_path / name / "tables").iterdir()} for name in ("cut", "whole")
    )
    assert cut == whole

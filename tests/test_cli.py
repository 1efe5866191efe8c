"""The command line: what it prints, how it ends, how soon it answers."""

import json
import signal
import subprocess
import sys

import pytest

import kaoju
from kaoju.running import due_articles

ARTICLE = (
    "# 论关税\n\n2018年3月，美国对进口钢铁加征25%的关税。[1]\n\n## 注释\n\n[1] “Tariffs,” *Reuters*, March 8, 2018.\n"
)


def call(*arguments, stdin=None):
    return subprocess.run(
        [sys.executable, "-c", "from kaoju.cli import app; app()", *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_version():
    assert call("--version").stdout == f"kaoju {kaoju.__version__}\n"


def test_help_names_the_commands():
    said = call("--help").stdout
    assert all(name in said for name in ("run", "figures", "note"))


def test_help_waits_for_no_heavy_library():
    code = "import sys, kaoju.cli; print([m for m in ('spacy', 'pandas', 'jieba', 'numpy', 'sklearn') if m in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], encoding="utf-8") == "[]\n"


def test_figures_prints_one_object_a_line():
    said = call("figures", "由8.5亿美元提升到9.23亿美元，增长8.2%").stdout.splitlines()
    found = [json.loads(line) for line in said]
    assert [(f["text"], f["low"], f["unit"]) for f in found] == [
        ("8.5亿美元", 850000000.0, "USD"),
        ("9.23亿美元", 923000000.0, "USD"),
        ("8.2%", 8.2, "%"),
    ]


def test_note_reads_standard_input():
    said = json.loads(call("note", "-", stdin="薛力：《政策对接分析》，《东北亚论坛》2018年第5期，第60-61页。").stdout)
    assert (said["title"], said["container"], said["date"], said["pages"]) == (
        "政策对接分析",
        "东北亚论坛",
        "2018",
        "60-61",
    )


def test_run_ends_with_1_where_an_article_failed_and_does_the_others(tmp_path):
    (tmp_path / "good.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "bad.md").write_bytes(b"")
    done = call("run", str(tmp_path), "-o", str(tmp_path / "out"))
    assert done.returncode == 1
    assert "bad.md" in done.stderr
    assert done.stdout.startswith("1 articles: 1 figures")


def test_run_on_nothing_says_so(tmp_path):
    done = call("run", str(tmp_path / "nowhere"), "-o", str(tmp_path / "out"))
    assert done.returncode == 1
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_run_that_is_stopped_says_so_and_the_next_goes_on_from_there(tmp_path):
    folder, out = tmp_path / "articles", tmp_path / "out"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02}.md").write_text(ARTICLE, encoding="utf-8")
    command = [sys.executable, "-m", "kaoju", "run", str(folder), "-o", str(out), "--jobs", "1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as process:
        first = process.stderr.readline()
        process.send_signal(signal.SIGINT)
        *_, last = process.stderr
    assert first == "[1/60] 00\n"
    assert last == "error: stopped; what is done is kept, the same command goes on from there\n"
    assert process.returncode == 130
    assert 0 < len(due_articles([folder], out).due) < 60

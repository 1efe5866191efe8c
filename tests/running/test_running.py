"""A batch with trouble in it: each trouble is named, the rest is done, nothing done is lost."""

import json
from pathlib import Path

import pandas as pd
import pytest

import kaoju
from kaoju.errors import KaojuError, OutputError

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
    kept = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out" / "done").rglob("*.part")}
    (folder / "more.md").write_text(ARTICLE.replace("25%", "10%"), encoding="utf-8")
    second = kaoju.run([folder], tmp_path / "out")
    assert first.articles == ("good",)
    assert second.articles == ("good", "more")
    now = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out" / "done").rglob("*.part")}
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


def test_a_path_that_leads_nowhere_leaves_the_results_of_before(folder, tmp_path):
    kaoju.run([folder], tmp_path / "out")
    before = (tmp_path / "out" / "manifest.json").read_bytes()
    with pytest.raises(KaojuError, match="articels: no such file or folder; check the path"):
        kaoju.run([tmp_path / "articels"], tmp_path / "out")
    assert (tmp_path / "out" / "manifest.json").read_bytes() == before


def test_results_among_the_articles_are_no_articles(folder):
    first, second = kaoju.run([folder], folder), kaoju.run([folder], folder)
    assert (first.articles, second.articles) == (("good",), ("good",))


def test_an_article_of_more_than_a_million_characters_is_read(folder, tmp_path):
    (folder / "long.md").write_text("# 长\n\n" + "海运是贸易的命脉。" * 120_000, encoding="utf-8")
    assert kaoju.run([folder], tmp_path / "out").articles == ("good", "long")


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
    from kaoju.running import making

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(making.Making, "writing_claims_csv", full)
    with pytest.raises(OutputError, match="No space left"):
        kaoju.run([folder], tmp_path / "out")
    assert not (tmp_path / "out" / "manifest.json").exists()
    assert not (tmp_path / "out" / "tables").exists()
    monkeypatch.undo()
    assert kaoju.run([folder], tmp_path / "out").articles == ("good",)


def test_names_of_ones_own_are_words_entities_and_pairs(tmp_path):
    folder, names, out = tmp_path / "articles", tmp_path / "names.tsv", tmp_path / "out"
    folder.mkdir()
    (folder / "one.md").write_text(
        "# 论高峰\n\n2018年3月，高峰会所要求龙眼数科支付25亿美元。[1]\n\n## 注释\n\n[1] “Longan Digital Pays,” *Reuters*, 2018.\n",
        encoding="utf-8",
    )
    kaoju.run([folder], out)
    names.write_text("zh\ten\tlabel\n龙眼数科|龍眼數科\tLongan Digital\tORG\n", encoding="utf-8")
    assert kaoju.run([folder], out, lexicon=[names]).read == 1
    entities = pd.read_parquet(out / "tables" / "entities.parquet")
    assert ("龙眼数科", "ORG", "Longan Digital") in set(
        zip(entities.text, entities.label, entities.english, strict=True)
    )
    pairs = pd.read_parquet(out / "tables" / "pairs.parquet")
    assert ("龙眼数科", "Longan Digital", "lexicon") in set(zip(pairs.zh, pairs.en, pairs.method, strict=True))
    assert json.loads((out / "manifest.json").read_text("utf-8"))["parameters"]["lexicon"] == [str(names)]
    assert kaoju.run([folder], out, lexicon=[names]).read == 0
    names.write_text("zh\ten\tlabel\n龙眼数科\tLongan Data\tORG\n", encoding="utf-8")
    assert kaoju.run([folder], out, lexicon=[names]).read == 1


def test_a_list_of_names_that_cannot_be_read_ends_the_run_before_it_begins(folder, tmp_path):
    with pytest.raises(KaojuError, match="missing"):
        kaoju.run([folder], tmp_path / "out", lexicon=[tmp_path / "missing.tsv"])
    (tmp_path / "names.tsv").write_text("高峰,Gao Feng\n", encoding="utf-8")
    with pytest.raises(KaojuError, match="line 1: begin with a line of the columns"):
        kaoju.run([folder], tmp_path / "out", lexicon=[tmp_path / "names.tsv"])


def test_an_empty_path_is_no_folder(tmp_path):
    with pytest.raises(KaojuError, match="an empty path; name a file or a folder"):
        kaoju.run([""], tmp_path / "out")

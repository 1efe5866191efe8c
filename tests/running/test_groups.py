"""Articles in groups: one that comes or goes leaves the others' as they are, and what was joined is not joined anew."""

from hypothesis import given
from hypothesis import strategies as st

import kaoju
from kaoju.running import store
from kaoju.running.groups import divided, from_bytes, to_bytes

ARTICLES = [(f"journal/{number:04}", "key") for number in range(1000)]


@given(st.lists(st.tuples(st.text(max_size=8), st.just("key")), unique=True))
def test_every_article_is_in_one_group_in_its_order(articles):
    assert [one for group in divided(articles) for one in group] == articles


def test_groups_are_neither_small_nor_large():
    sizes = [len(group) for group in divided(ARTICLES)]
    assert all(50 <= size <= 100 for size in sizes[:-1])
    assert sizes[-1] <= 100


@given(st.integers(0, 999))
def test_an_article_more_or_less_changes_few_groups(at):
    before = set(map(tuple, divided(ARTICLES)))
    for after in (ARTICLES[:at] + ARTICLES[at + 1 :], [*ARTICLES[:at], ("new", "key"), *ARTICLES[at:]]):
        assert len(before - set(map(tuple, divided(after)))) <= len(before) // 2


def test_only_the_group_of_an_article_that_changed_is_joined_anew(tmp_path, monkeypatch):
    articles = tmp_path / "articles"
    articles.mkdir()
    for number in range(120):
        (articles / f"{number:03}.md").write_text(f"# 题\n\n出口增长{number}%。\n", encoding="utf-8")
    kaoju.run([articles], tmp_path / "out")
    (articles / "110.md").write_text("# 题\n\n出口下降3%。\n", encoding="utf-8")
    joined, sizes = store.joined, []

    def counting(parts):
        listed = list(parts)
        sizes.append(len(listed))
        return joined(listed)

    monkeypatch.setattr(store, "joined", counting)
    kaoju.run([articles], tmp_path / "out")
    *_, last = divided((path.stem, "key") for path in sorted(articles.iterdir()))
    assert sizes == [len(last)]
    kaoju.run([articles], tmp_path / "fresh")
    for name in ("tables/claims.parquet", "tables/keywords.parquet", "claims.csv"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "fresh" / name).read_bytes()


def test_what_was_joined_is_joined_anew_where_all_is_asked_for(tmp_path):
    out = tmp_path / "out"
    (tmp_path / "a.md").write_text("# 题\n\n2024年，出口增长8%。\n", encoding="utf-8")
    kaoju.run([tmp_path / "a.md"], out)
    first = (out / "claims.csv").read_bytes()
    [joined] = (out / "joined").iterdir()
    group = from_bytes(joined.read_bytes())
    joined.write_bytes(
        to_bytes({name: table.slice(0, 0) if name == "claims" else table for name, table in group.items()})
    )
    kaoju.run([tmp_path / "a.md"], out, force=True)
    assert (out / "claims.csv").read_bytes() == first

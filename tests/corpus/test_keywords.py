"""Keywords of an article and of a corpus, from counts."""

import pandas as pd
import pytest

from kaoju.corpus.keywords import COLUMNS, OF_CORPUS, PER_ARTICLE, keywords


def terms(**articles: str) -> pd.DataFrame:
    """Counts as ``term/flag/count`` with spaces between, by article."""
    rows = []
    for article, text in articles.items():
        for item in text.split():
            term, pos, count = item.split("/")
            rows.append(
                {"article": article, "paragraph": 0, "term": term, "surface": term, "pos": pos, "count": int(count)}
            )
    return pd.DataFrame(rows, columns=["article", "paragraph", "term", "surface", "pos", "count"])


def articles(**titles: str) -> pd.DataFrame:
    return pd.DataFrame(
        [{"article": a, "title": t, "abstract": None, "keywords": []} for a, t in titles.items()],
        columns=["article", "title", "abstract", "keywords"],
    )


def best(frame: pd.DataFrame, article: str | None) -> list[str]:
    mine = frame[frame.article.isna()] if article is None else frame[frame.article == article]
    return list(mine.sort_values("rank").term)


def test_terms_of_several_words_and_rare_ones_come_before_common_ones():
    frame = keywords(terms(a="问题/n/6 气候融资/n+vn/6 关税/n/6"), articles(a="题"))
    assert best(frame, "a") == ["气候融资", "关税", "问题"]


def test_a_term_of_the_title_comes_before_its_equals():
    counts = terms(a="集装箱/n/5 标准箱/n/5")
    assert best(keywords(counts, articles(a="论标准箱")), "a")[0] == "标准箱"
    assert best(keywords(counts, articles(a="论集装箱")), "a")[0] == "集装箱"


def test_what_every_article_of_a_large_corpus_says_marks_none_of_them():
    names = [f"a{n:03}" for n in range(200)]
    counts = terms(**{name: f"关税/n/5 港口{name}/n/5" for name in names})
    assert best(keywords(counts, articles(**dict.fromkeys(names, "题"))), "a007")[0] == "港口a007"


def test_the_corpus_is_about_what_its_articles_are_about():
    counts = terms(a="关税/n/9 芯片/n/3", b="关税/n/8 汽车/n/4", c="关税/n/8 港口/n/2")
    frame = keywords(counts, articles(a="甲", b="乙", c="丙"))
    assert best(frame, None)[0] == "关税"
    assert set(best(frame, None)) == {"关税", "芯片", "汽车", "港口"}


def test_counts_of_all_paragraphs_are_one():
    counts = pd.concat([terms(a="关税/n/2 港口/n/3"), terms(a="关税/n/2").assign(paragraph=1)])
    frame = keywords(counts, articles(a="题"))
    assert best(frame, "a")[0] == "关税"
    assert len(best(frame, "a")) == 2


def test_authors_keywords_are_not_read():
    counts, table = terms(a="关税/n/2 港口/n/3"), articles(a="题")
    same = keywords(counts, table.assign(keywords=[["关税"]]))
    pd.testing.assert_frame_equal(same, keywords(counts, table))


def test_terms_are_shown_in_the_articles_characters_and_glossed_by_what_the_stages_read():
    counts = terms(a="国防预算/n+v/4").assign(surface="國防預算")
    frame = keywords(counts, articles(a="題"), {"国防预算": "defence budget"}.get)
    assert list(frame.term) == ["國防預算", "國防預算"]
    assert list(frame.english) == ["defence budget", "defence budget"]


def test_lists_are_bounded_and_ranked_from_one():
    counts = terms(a=" ".join(f"词{n:03}/n/{n + 1}" for n in range(90)))
    frame = keywords(counts, articles(a="题"))
    assert list(frame[frame.article == "a"]["rank"]) == list(range(1, PER_ARTICLE + 1))
    assert list(frame[frame.article.isna()]["rank"]) == list(range(1, OF_CORPUS + 1))


def test_the_order_of_the_rows_says_nothing():
    counts = terms(a="关税/n/3 港口/n/3 码头/n/3 航线/n/3", b="航线/n/3 码头/n/3")
    table = articles(a="甲", b="乙")
    pd.testing.assert_frame_equal(keywords(counts, table), keywords(counts.iloc[::-1], table.iloc[::-1]))


@pytest.mark.parametrize("counts", [terms(), terms(a="")])
def test_no_terms_no_keywords(counts):
    frame = keywords(counts, articles(a="题"))
    assert frame.empty
    assert list(frame.columns) == COLUMNS

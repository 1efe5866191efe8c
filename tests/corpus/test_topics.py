"""Topics: which terms go together, and which article is about what."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaoju.corpus.topics import ARTICLE_TOPICS, TERMS_PER_TOPIC, TOPICS, topic_tables

TRADE = "关税 稅率 贸易战 出口商"
HEALTH = "疫苗 药价 医院 患者"
CLIMATE = "碳价 减排 气候融资 煤电"


def terms(*paragraphs: tuple[str, str], pos: str = "n") -> pd.DataFrame:
    """Counts of paragraphs, each an article and its words."""
    rows = [
        {"article": article, "paragraph": number, "term": word, "surface": word, "pos": pos, "count": 2}
        for number, (article, words) in enumerate(paragraphs)
        for word in words.split()
    ]
    return pd.DataFrame(rows, columns=["article", "paragraph", "term", "surface", "pos", "count"])


THREE = terms(*[(name, words) for name, words in (("a", TRADE), ("b", HEALTH), ("c", CLIMATE)) for _ in range(4)])


def of_topic(topics: pd.DataFrame, topic: int) -> set[str]:
    return set(topics[topics.topic == topic].term)


def test_terms_that_stand_together_are_a_topic():
    topics, _ = topic_tables(THREE, 3)
    found = [of_topic(topics, topic) for topic in (1, 2, 3)]
    assert sorted(map(sorted, found)) == sorted(sorted(words.split()) for words in (TRADE, HEALTH, CLIMATE))


def test_each_article_is_about_its_topic():
    topics, weights = topic_tables(THREE, 3)
    best = weights.sort_values("weight").groupby("article").last()
    assert {article: of_topic(topics, topic) for article, topic in best.topic.items()} == {
        "a": set(TRADE.split()),
        "b": set(HEALTH.split()),
        "c": set(CLIMATE.split()),
    }


def test_an_article_of_two_topics_has_a_share_in_both():
    counts = pd.concat([THREE, terms(("d", TRADE), ("d", HEALTH)).assign(paragraph=lambda rows: rows.paragraph + 50)])
    topics, weights = topic_tables(counts, 3)
    shares = weights[weights.article == "d"].set_index("topic").weight
    about = {topic: next(iter(of_topic(topics, topic))) for topic in shares.index if shares[topic] > 0.2}
    assert len(about) == 2
    assert shares.sum() == pytest.approx(1, abs=1e-5)


def test_one_article_has_the_topics_of_its_paragraphs():
    counts = terms(*[("a", words) for words in (TRADE, HEALTH) for _ in range(3)])
    topics, weights = topic_tables(counts, 2)
    assert {frozenset(of_topic(topics, topic)) for topic in (1, 2)} == {
        frozenset(TRADE.split()),
        frozenset(HEALTH.split()),
    }
    assert set(weights.article) == {"a"}


def test_many_articles_are_compared_whole():
    words = (TRADE, HEALTH, CLIMATE)
    counts = terms(*[(f"a{number:02}", words[number % 3]) for number in range(60)])
    topics, weights = topic_tables(counts, 3)
    assert len(of_topic(topics, 1)) == 4
    assert (weights.groupby("article").weight.max() > 0.9).all()


def test_the_number_of_topics_grows_with_the_corpus():
    sizes = [terms(*[("a", f"{TRADE} 词{n}甲 词{n}乙") for n in range(size)]) for size in (1, 9, 36)]
    numbers = [topic_tables(counts)[0].topic.nunique() for counts in sizes]
    assert numbers[0] == 1
    assert numbers == sorted(set(numbers))


def test_no_more_topics_than_there_are_texts():
    topics, _ = topic_tables(terms(("a", TRADE), ("a", HEALTH)), 30)
    assert topics.topic.max() <= 2


def test_plain_verbs_say_nothing_of_a_topic():
    counts = pd.concat([THREE, terms(*[(name, "指出 认为") for name in "abc"], pos="v")])
    assert not {"指出", "认为"} & set(topic_tables(counts)[0].term)


def test_terms_are_shown_as_the_articles_mostly_have_them():
    counts = terms(("a", "国防预算"), ("a", "国防预算"), ("b", "国防预算"))
    counts["surface"] = ["國防預算", "國防預算", "国防预算"]
    assert set(topic_tables(counts)[0].term) == {"國防預算"}


def test_terms_are_ranked_from_one_by_their_weight_and_bounded():
    topics, _ = topic_tables(terms(("a", " ".join(f"词{n:02}" for n in range(40)))))
    assert list(topics["rank"]) == list(range(1, TERMS_PER_TOPIC + 1))
    assert topics.weight.is_monotonic_decreasing


def test_the_order_of_the_rows_says_nothing():
    for one, other in zip(topic_tables(THREE), topic_tables(THREE.iloc[::-1]), strict=True):
        pd.testing.assert_frame_equal(one, other)


@pytest.mark.parametrize("counts", [terms(), terms(("a", "指出"), pos="v"), terms(("a", ""))])
def test_nothing_to_go_by_gives_empty_tables_with_their_columns(counts):
    topics, weights = topic_tables(counts)
    assert (len(topics), len(weights)) == (0, 0)
    assert (list(topics.columns), list(weights.columns)) == (TOPICS, ARTICLE_TOPICS)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.lists(st.sampled_from(TRADE.split()), max_size=3)), max_size=6),
    st.integers(1, 5) | st.none(),
)
def test_any_small_corpus_has_topics_whose_shares_are_one(paragraphs, n):
    counts = terms(*[(article, " ".join(words)) for article, words in paragraphs])
    _, weights = topic_tables(counts, n)
    assert all(total == pytest.approx(1, abs=1e-4) for total in weights.groupby("article").weight.sum())

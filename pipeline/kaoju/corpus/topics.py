"""What the articles of a corpus share and what sets them apart: topics, as the factors of their terms."""

from __future__ import annotations

import math
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from kaoju.corpus.keywords import background_idf

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Counts = NDArray[np.int64]

TOPICS = ["topic", "term", "weight", "rank"]
ARTICLE_TOPICS = ["article", "topic", "weight"]
TERMS_PER_TOPIC = 15

# fewer articles than this are compared paragraph by paragraph
_FEW_ARTICLES = 40
_MOST_TOPICS = 50
_MOST_TERMS = 20_000
# a single plain verb or adjective says little of what a text is about
_VAGUE = frozenset({"v", "vd", "a", "ad", "z", "i", "l", "d"})
# what a term that is not in jieba's list of Chinese at large counts as
_RARE = 9.0


def topic_tables(terms: pd.DataFrame, n: int | None = None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables ``topics`` and ``article_topics`` of a corpus, from its table ``terms``.

    ``n`` topics are sought, or as many as suit the size of the corpus, but never more than there are texts to compare.
    They are numbered from 1, the one with the most weight in the corpus first. ``topics`` holds the best terms of each
    with their share in it; ``article_topics`` the share of each topic in an article, 1 in all. Topics are the factors
    of the texts' TF-IDF (non-negative matrix factorisation, Lee and Seung 1999), and the same in every run.
    """
    telling = terms[~terms.pos.isin(_VAGUE)]
    counts = _counts(telling)
    if counts.empty:
        return pd.DataFrame(columns=TOPICS), pd.DataFrame(columns=ARTICLE_TOPICS)
    of_text, texts = pd.factorize(counts.text, sort=True)
    of_term, words = pd.factorize(counts.term, sort=True)
    tfidf = _tfidf(counts["count"].to_numpy(), of_text, of_term, words)
    suiting = _suiting(len(texts), counts.article.nunique())
    in_texts, in_terms = _factors(tfidf, min(n or suiting, *tfidf.shape))
    return (
        _topics(in_terms, list(_surfaces(telling)[words])),
        _article_topics(in_texts, counts.groupby("text").article.first()),
    )


def _counts(telling: pd.DataFrame) -> pd.DataFrame:
    """One row for each term of each text, the commonest terms alone: a text is an article, or a paragraph where
    articles are few."""
    by_paragraph = telling.article.nunique() < _FEW_ARTICLES
    text = telling.article + "\0" + telling.paragraph.astype(str) if by_paragraph else telling.article
    grouped = telling.assign(text=text).groupby(["text", "term"], sort=True)
    counts = grouped.agg(count=("count", "sum"), article=("article", "first")).reset_index()
    total = counts.groupby("term")["count"].sum()
    ordered = total[total > 1].sort_values(ascending=False, kind="stable").index[:_MOST_TERMS]
    return counts[counts.term.isin(ordered)] if len(ordered) else counts


def _surfaces(telling: pd.DataFrame) -> pd.Series:
    """Each term in the articles' own characters, as they have it most often."""
    written = telling.groupby(["term", "surface"])["count"].sum().reset_index()
    ordered = written.sort_values(["count", "surface"], ascending=[False, True], kind="stable")
    return ordered.groupby("term", sort=True).surface.first()


def _suiting(texts: int, articles: int) -> int:
    """How many topics so many texts hold: four times as many texts, twice as many topics; an article holds more of
    them than a paragraph."""
    return max(1, min(_MOST_TOPICS, round(math.sqrt(texts) * (2 if texts == articles > 1 else 1))))


def _tfidf(counts: Counts, of_text: Counts, of_term: Counts, words: pd.Index) -> Any:
    """A sparse matrix of texts and terms; rare in Chinese at large counts as rare in the corpus does."""
    from scipy.sparse import coo_array  # noqa: PLC0415
    from sklearn.feature_extraction.text import TfidfTransformer  # noqa: PLC0415

    background = background_idf()
    rarity = np.array([background.get(word, _RARE) for word in words])
    counted = coo_array(((1 + np.log(counts)) * rarity[of_term], (of_text, of_term))).tocsr()
    length = np.bincount(of_text, weights=counts)
    # a heading has less of a say than a page
    return TfidfTransformer().fit_transform(counted).multiply(np.sqrt(length)[:, None]).tocsr()


def _factors(tfidf: Any, n: int) -> tuple[Matrix, Matrix]:
    """The weight of each topic in each text, and of each term in each topic, the heaviest topic first."""
    from sklearn.decomposition import NMF  # noqa: PLC0415
    from sklearn.exceptions import ConvergenceWarning  # noqa: PLC0415

    model = NMF(n_components=n, init="nndsvda", random_state=0, max_iter=400)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # near enough for words that a person reads
        warnings.simplefilter("ignore", RuntimeWarning)  # the error of an exact fit may round to less than nought
        in_texts = model.fit_transform(tfidf)
    size = model.components_.sum(axis=1)
    in_texts = in_texts * size
    order = np.argsort(-in_texts.sum(axis=0).round(6), kind="stable")
    return in_texts[:, order], (model.components_ / np.maximum(size, 1e-12)[:, None])[order]


def _topics(in_terms: Matrix, shown: Sequence[str]) -> pd.DataFrame:
    rows = [
        {"topic": topic, "term": shown[at], "weight": float(weights[at]), "rank": rank}
        for topic, weights in enumerate(in_terms.round(6), start=1)
        for rank, at in enumerate(np.argsort(-weights, kind="stable")[:TERMS_PER_TOPIC], start=1)
        if weights[at] > 0
    ]
    return pd.DataFrame(rows, columns=TOPICS)


def _article_topics(in_texts: Matrix, articles: pd.Series) -> pd.DataFrame:
    summed = pd.DataFrame(in_texts).groupby(articles.to_numpy(), sort=True).sum()
    whole = summed.sum(axis=1)
    shares = summed[whole > 0].div(whole[whole > 0], axis=0).round(6)
    rows = [
        {"article": article, "topic": topic, "weight": float(weight)}
        for article, weights in zip(shares.index, shares.to_numpy(), strict=True)
        for topic, weight in enumerate(weights, start=1)
        if weight > 0
    ]
    return pd.DataFrame(rows, columns=ARTICLE_TOPICS)

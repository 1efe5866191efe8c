"""What the articles of a corpus share and what sets them apart: topics, as the factors of their terms."""

from __future__ import annotations

import math
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from kaoju.corpus.keywords import background_idf

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Counts = NDArray[np.int64]

TOPICS = ["topic", "term", "weight", "rank"]
ARTICLE_TOPICS = ["article", "topic", "weight"]
TERMS_PER_TOPIC = 15

# fewer articles than this are compared paragraph by paragraph
FEW_ARTICLES = 40
_MOST_TOPICS = 50
# a step that betters the fit by less than this part of the first is the last: finer ones change one term in forty
_FINE = 1e-3
_MOST_TERMS = 20_000
# a single plain verb or adjective says little of what a text is about
_VAGUE = frozenset({"v", "vd", "a", "ad", "z", "i", "l", "d"})
# what looking for topics takes of a table of terms; those of whole articles name no paragraphs
_TAKEN = ("article", "paragraph", "term", "surface", "count")
# what a term that is not in jieba's list of Chinese at large counts as
_RARE = 9.0


def topic_tables(terms: pd.DataFrame, n: int | None = None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables ``topics`` and ``article_topics`` of a corpus, from its table ``terms``.

    ``n`` topics are sought, or as many as suit the size of the corpus, but never more than there are texts to compare.
    They are numbered from 1, the one with the most weight in the corpus first. ``topics`` holds the best terms of each
    with their share in it; ``article_topics`` the share of each topic in an article, 1 in all. Topics are the factors
    of the texts' TF-IDF (non-negative matrix factorisation, Lee and Seung 1999), and the same in every run.
    """
    found = find_topics(telling(pa.Table.from_pandas(terms, preserve_index=False)).to_pandas(), n)
    return (
        (found.table, found.shares) if found else (pd.DataFrame(columns=TOPICS), pd.DataFrame(columns=ARTICLE_TOPICS))
    )


@dataclass(frozen=True, slots=True)
class Topics:
    """Topics that were found: their ``table``, and the ``shares`` of them in the articles in which they were."""

    table: pd.DataFrame
    shares: pd.DataFrame
    _words: pd.Index
    _weighing: Any
    _model: Any
    _order: Counts

    def place(self, terms: pd.DataFrame) -> pd.DataFrame:
        """The shares of the topics in other articles, from what is :func:`telling` of these."""
        known = terms[terms.term.isin(self._words)]
        if known.empty:
            return pd.DataFrame(columns=ARTICLE_TOPICS)
        counts = known.groupby(["article", "term"], sort=True, observed=True)["count"].sum().reset_index()
        of_text, texts = pd.factorize(counts.article, sort=True)
        tfidf = _weighed(
            counts["count"].to_numpy(), of_text, self._words.get_indexer(pd.Index(counts.term)), self._words
        )
        in_texts = self._model.transform(_by_length(self._weighing.transform(tfidf), counts["count"], of_text))
        size = self._model.components_.sum(axis=1)
        return _article_topics((in_texts * size)[:, self._order], pd.Series(texts))


def get_ready() -> None:
    """Loads what finding topics takes, so that it can be loaded while there is nothing else to do."""
    import sklearn.decomposition  # noqa: PLC0415
    import sklearn.feature_extraction.text  # noqa: F401, PLC0415

    _threads()
    background_idf()


def telling(terms: pa.Table) -> pa.Table:
    """The rows of a table ``terms`` that tell of a topic, and the columns that looking for topics takes."""
    is_vague = pc.is_in(terms["pos"].cast(pa.string()), value_set=pa.array(sorted(_VAGUE)))
    return terms.filter(pc.invert(is_vague)).select([name for name in _TAKEN if name in terms.column_names])


def find_topics(terms: pd.DataFrame, n: int | None = None) -> Topics | None:
    """The topics of articles, as :func:`topic_tables` has them, from what is :func:`telling` of them; None where no
    term is.

    Of ``FEW_ARTICLES`` or more, ``terms`` may have the terms of whole articles instead of those of paragraphs.
    """
    terms = terms.astype(dict.fromkeys(("article", "term", "surface"), "category"))
    counts, of_text = _counts(terms)
    if counts.empty:
        return None
    of_term, words = pd.factorize(counts.term.astype(object), sort=True)
    texts = counts.article.groupby(of_text).first()
    weighing, tfidf = _tfidf(counts["count"], of_text, of_term, words)
    suiting = _suiting(len(texts), counts.article.nunique())
    model, in_texts = _factors(tfidf, min(n or suiting, *tfidf.shape))
    size = model.components_.sum(axis=1)
    in_texts = in_texts * size
    # the heaviest topic first
    order = np.argsort(-in_texts.sum(axis=0).round(6), kind="stable")
    in_terms = (model.components_ / np.maximum(size, 1e-12)[:, None])[order]
    return Topics(
        _topics(in_terms, list(_surfaces(terms)[words])),
        _article_topics(in_texts[:, order], texts.astype(object)),
        words,
        weighing,
        model,
        order,
    )


def _counts(terms: pd.DataFrame) -> tuple[pd.DataFrame, Counts]:
    """One row for each term of each text, the commonest terms alone, and the number of its text: a text is an article,
    or a paragraph where articles are few."""
    text = ["article"]
    if terms.article.nunique() < FEW_ARTICLES:
        text = ["article", "paragraph"]
        terms = terms.assign(paragraph=terms.paragraph.astype(str))
    counts = terms.groupby([*text, "term"], sort=True, observed=True)["count"].sum().reset_index()
    total = counts.groupby("term", observed=True)["count"].sum()
    ordered = total[total > 1].sort_values(ascending=False, kind="stable").index[:_MOST_TERMS]
    counts = counts[counts.term.isin(ordered)] if len(ordered) else counts
    of_text: Counts = np.asarray(counts.groupby(text, sort=True, observed=True).ngroup(), dtype=np.int64)
    return counts, of_text


def _surfaces(terms: pd.DataFrame) -> pd.Series:
    """Each term in the articles' own characters, as they have it most often."""
    written = terms.groupby(["term", "surface"], observed=True)["count"].sum().reset_index()
    ordered = written.sort_values(["count", "surface"], ascending=[False, True], kind="stable")
    return ordered.astype({"term": object, "surface": object}).groupby("term", sort=True).surface.first()


def _suiting(texts: int, articles: int) -> int:
    """How many topics so many texts hold: four times as many texts, twice as many topics; an article holds more of
    them than a paragraph."""
    return max(1, min(_MOST_TOPICS, round(math.sqrt(texts) * (2 if texts == articles > 1 else 1))))


def _tfidf(counts: pd.Series, of_text: Counts, of_term: Counts, words: pd.Index) -> tuple[Any, Any]:
    """What weighs by rarity, and a sparse matrix of texts and terms that it has weighed."""
    from sklearn.feature_extraction.text import TfidfTransformer  # noqa: PLC0415

    counted = _weighed(counts.to_numpy(), of_text, of_term, words)
    weighing = TfidfTransformer().fit(counted)
    return weighing, _by_length(weighing.transform(counted), counts, of_text)


def _weighed(counts: Counts, of_text: Counts, of_term: Counts, words: pd.Index) -> Any:
    """Damped counts; rare in Chinese at large counts as rare in the corpus does."""
    from scipy.sparse import coo_array  # noqa: PLC0415

    background = background_idf()
    rarity = np.array([background.get(word, _RARE) for word in words])
    shape = (int(of_text.max()) + 1, len(words))
    return coo_array(((1 + np.log(counts)) * rarity[of_term], (of_text, of_term)), shape=shape).tocsr()


def _by_length(tfidf: Any, counts: pd.Series, of_text: Counts) -> Any:
    """A heading has less of a say than a page."""
    return tfidf.multiply(np.sqrt(np.bincount(of_text, weights=counts))[:, None]).tocsr()


@cache
def _threads() -> Any:
    """What holds the threads of the libraries that factors are reckoned with."""
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415

    return ThreadpoolController()


def _factors(tfidf: Any, n: int) -> tuple[Any, Matrix]:
    """The model of the topics, and the weight of each in each text."""
    from sklearn.decomposition import NMF  # noqa: PLC0415
    from sklearn.exceptions import ConvergenceWarning  # noqa: PLC0415

    model = NMF(n_components=n, init="nndsvda", random_state=0, tol=_FINE, max_iter=400)
    # on one core, so that sums are the same on any machine
    with warnings.catch_warnings(), _threads().limit(limits=1):
        warnings.simplefilter("ignore", ConvergenceWarning)  # near enough for words that a person reads
        warnings.simplefilter("ignore", RuntimeWarning)  # the error of an exact fit may round to less than nought
        return model, model.fit_transform(tfidf)


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

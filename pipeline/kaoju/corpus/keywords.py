"""What an article and a corpus are about: their terms, weighed against each other and against Chinese at large."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from numpy.typing import NDArray

English = Callable[[str], str | None]

PER_ARTICLE = 20
OF_CORPUS = 40
COLUMNS = ["article", "term", "english", "score", "rank"]
WEIGHED = ["article", "term", "surface", "pos", "count", "weight"]

# a corpus of this many articles has as much say in how rare a term is as Chinese at large
_BACKGROUND_ARTICLES = 50
_DAMPING = 0.85
_LENGTH = 0.5
# what a term that is not in the background list counts as
_RARE = 9.0
_IN_TITLE, _IN_ABSTRACT = 2.5, 1.4
# a term of one word that is a plain verb or adjective seldom names what a text is about
_BY_FLAG = {"v": 0.4, "a": 0.4, "z": 0.3, "i": 0.6, "l": 0.6}


def keywords(terms: pd.DataFrame, articles: pd.DataFrame, english: English | None = None) -> pd.DataFrame:
    """The keywords of each article and, where ``article`` is null, of the corpus, ranked from 1.

    ``terms`` and ``articles`` are the tables of these names; of ``articles`` the title and the abstract are used, never
    the author's own keywords. ``english`` gives the English for a term as the stages read it. A term's weight is its
    damped count times its rarity, greater for terms of several words and where it stands in the title or the abstract;
    rarity is that of jieba's background corpus, and the larger the corpus at hand, the more that of the corpus.
    """
    weighed, spread = weigh(terms, articles), Spread()
    spread.add(Counter(weighed.term), len(articles))
    found = Keywords(spread, english)
    own = found.of_articles(weighed)
    return pd.concat([found.of_corpus(), own], ignore_index=True).astype(object).pipe(_nulls)


def weigh(terms: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """What each article by itself says of its terms: a row for each, its count in all paragraphs, and its weight before
    it is known how rare the term is."""
    grouped = terms.groupby(["article", "term"], sort=True, observed=True)
    counts = grouped.agg(surface=("surface", "first"), pos=("pos", "first"), count=("count", "sum")).reset_index()
    words = counts.pos.str.count(r"\+") + 1
    flag = counts.pos.str[0].where((words == 1) & (counts.pos != "vn"), "").map(_BY_FLAG).astype(float).fillna(1.0)
    weight = counts["count"].astype(float) ** _DAMPING * words**_LENGTH * flag * _prominence(counts, articles)
    return counts.assign(weight=weight)[WEIGHED]


def _prominence(counts: pd.DataFrame, articles: pd.DataFrame) -> NDArray[np.float64]:
    """What standing in the title or the abstract adds."""
    known = articles.set_index("article")
    titles = known.title.dropna().to_dict()
    abstracts = known.abstract.dropna().to_dict()
    found = zip(counts.article, counts.surface, strict=True)
    return np.array(
        [
            (_IN_TITLE if surface in titles.get(article, "") else 1.0)
            * (_IN_ABSTRACT if surface in abstracts.get(article, "") else 1.0)
            for article, surface in found
        ],
        dtype=float,
    )


@dataclass(slots=True)
class Spread:
    """In how many articles of a corpus each term stands, counted in some articles after others."""

    articles: int = 0
    holding: Counter[str] = field(default_factory=Counter)

    def add(self, terms: Mapping[str, int], articles: int) -> None:
        """Counts so many articles, and in how many of them each term stands."""
        self.articles += articles
        self.holding.update(terms)

    def rarity(self, term: str) -> float:
        """How rare a term is: in the corpus at hand by inverse document frequency, in Chinese at large by jieba's."""
        here = math.log((self.articles + 1) / (self.holding[term] + 1)) + 1
        own_say = self.articles / (self.articles + _BACKGROUND_ARTICLES)
        return float(_background(term) ** (1 - own_say) * here**own_say)


@dataclass(slots=True)
class Keywords:
    """The keywords of some articles after those of others, once it is known how the terms are spread; at the end, those
    of all. See :func:`keywords`."""

    spread: Spread
    english: English | None = None
    _rarity: dict[str, float] = field(default_factory=dict)
    _scores: dict[str, float] = field(default_factory=dict)
    _surfaces: dict[str, str] = field(default_factory=dict)

    def of_articles(self, weighed: pd.DataFrame) -> pd.DataFrame:
        """The keywords of each of these articles, from what :func:`weigh` says of them."""
        if weighed.empty:
            return pd.DataFrame(columns=COLUMNS)
        term, article = weighed.term.astype("category").cat, weighed.article.astype("category").cat
        words = term.categories.tolist()
        score = weighed.weight.to_numpy() * self._rarities(words)[term.codes]
        most = np.zeros(len(article.categories))
        np.maximum.at(most, article.codes, score)
        scored = weighed.assign(score=score / most[article.codes])
        self._add(scored, dict(zip(words, np.bincount(term.codes, scored.score, len(words)).tolist(), strict=True)))
        return self._told(_ranked(scored, PER_ARTICLE))

    def of_corpus(self) -> pd.DataFrame:
        """The keywords of all articles so far, by the mean weight of a term over all; their ``article`` is null."""
        if not self._scores:
            return pd.DataFrame(columns=COLUMNS)
        whole = pd.DataFrame({"term": self._scores.keys(), "score": self._scores.values()}).sort_values("term")
        whole["surface"] = whole.term.map(self._surfaces)
        whole["score"] /= max(1, self.spread.articles)
        return self._told(_ranked(whole.assign(article=None), OF_CORPUS))

    def _rarities(self, terms: list[str]) -> NDArray[np.float64]:
        for term in terms:
            if term not in self._rarity:
                self._rarity[term] = self.spread.rarity(term)
        return np.array([self._rarity[term] for term in terms])

    def _add(self, scored: pd.DataFrame, summed: dict[str, float]) -> None:
        """Adds to the scores of the corpus, and to the terms' characters."""
        for term, score in summed.items():
            self._scores[term] = self._scores.get(term, 0.0) + score
        first = scored[["term", "surface"]].drop_duplicates("term")
        self._surfaces = dict(zip(first.term.tolist(), first.surface.tolist(), strict=True)) | self._surfaces

    def _told(self, found: pd.DataFrame) -> pd.DataFrame:
        english = self.english or (lambda _: None)
        glosses = {term: english(term) for term in found.term.unique()}
        told = found.assign(english=found.term.map(glosses), term=found.surface)
        return told[COLUMNS].astype({"english": object, "article": object}).pipe(_nulls)


def _nulls(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.where(frame.notna(), None)


def _ranked(scored: pd.DataFrame, most: int) -> pd.DataFrame:
    """The best terms of each article; of equals, those that come first."""
    ordered = scored.sort_values("score", ascending=False, kind="stable")
    best = ordered.groupby("article", sort=False, dropna=False).head(most)
    rank = best.groupby("article", sort=False, dropna=False).cumcount() + 1
    return best.assign(rank=rank, score=best.score.round(6)).sort_values(["article", "rank"], kind="stable")


def _background(term: str) -> float:
    """The inverse document frequency of a term in Chinese at large; a term that is not in the list counts as rare."""
    return background_idf().get(term, _RARE)


@cache
def background_idf() -> dict[str, float]:
    """Inverse document frequencies that ship with jieba (``analyse/idf.txt``, MIT licence)."""
    listed = (resources.files("jieba") / "analyse" / "idf.txt").read_text(encoding="utf-8")
    return {term: float(value) for term, value in (line.split(" ") for line in listed.splitlines())}

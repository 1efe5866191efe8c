"""What an article and a corpus are about: their terms, weighed against each other and against Chinese at large."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

import pandas as pd

English = Callable[[str], str | None]

PER_ARTICLE = 20
OF_CORPUS = 40
COLUMNS = ["article", "term", "english", "score", "rank"]

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
    spread = Spread()
    spread.add(terms, len(articles))
    found = Keywords(spread, english)
    own = found.of_articles(terms, articles)
    return pd.concat([found.of_corpus(), own], ignore_index=True).astype(object).pipe(_nulls)


@dataclass(slots=True)
class Spread:
    """In how many articles of a corpus each term stands, counted in some articles after others."""

    articles: int = 0
    holding: Counter[str] = field(default_factory=Counter)

    def add(self, terms: pd.DataFrame, articles: int) -> None:
        """Counts so many articles with the rows of their terms."""
        self.articles += articles
        self.holding.update(terms[["article", "term"]].drop_duplicates().term)


@dataclass(slots=True)
class Keywords:
    """The keywords of some articles after those of others, once it is known how the terms are spread; at the end, those
    of all. See :func:`keywords`."""

    spread: Spread
    english: English | None = None
    _scores: dict[str, float] = field(default_factory=dict)
    _surfaces: dict[str, str] = field(default_factory=dict)

    def of_articles(self, terms: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
        """The keywords of each of these articles."""
        if terms.empty:
            return pd.DataFrame(columns=COLUMNS)
        weighed = _weigh(_by_article(terms), articles, self.spread)
        summed = weighed.groupby("term", sort=True).agg(score=("score", "sum"), surface=("surface", "first"))
        for term, score, surface in summed.itertuples(name=None):
            self._scores[term] = self._scores.get(term, 0.0) + score
            self._surfaces.setdefault(term, surface)
        return self._told(_ranked(weighed, PER_ARTICLE))

    def of_corpus(self) -> pd.DataFrame:
        """The keywords of all articles so far, by the mean weight of a term over all; their ``article`` is null."""
        if not self._scores:
            return pd.DataFrame(columns=COLUMNS)
        whole = pd.DataFrame({"term": self._scores.keys(), "score": self._scores.values()})
        whole["surface"] = whole.term.map(self._surfaces)
        whole["score"] /= max(1, self.spread.articles)
        return self._told(_ranked(whole.assign(article=None), OF_CORPUS))

    def _told(self, found: pd.DataFrame) -> pd.DataFrame:
        english = self.english or (lambda _: None)
        glosses = {term: english(term) for term in found.term.unique()}
        told = found.assign(english=found.term.map(glosses), term=found.surface)
        return told[COLUMNS].astype({"english": object, "article": object}).pipe(_nulls)


def _nulls(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.where(frame.notna(), None)


def _by_article(terms: pd.DataFrame) -> pd.DataFrame:
    """One row for each term of each article, with its count."""
    grouped = terms.groupby(["article", "term"], sort=True, observed=True)
    return grouped.agg(count=("count", "sum"), surface=("surface", "first"), pos=("pos", "first")).reset_index()


def _weigh(counts: pd.DataFrame, articles: pd.DataFrame, spread: Spread) -> pd.DataFrame:
    words = counts.pos.str.count(r"\+") + 1
    flag = counts.pos.str[0].where((words == 1) & (counts.pos != "vn"), "").map(_BY_FLAG).fillna(1.0)
    score = counts["count"] ** _DAMPING * _rarity(counts, spread) * words**_LENGTH * flag
    score = score * _prominence(counts, articles)
    return counts.assign(score=score / score.groupby(counts.article).transform("max"))


def _rarity(counts: pd.DataFrame, spread: Spread) -> pd.Series:
    """How rare each term is: in the corpus at hand by inverse document frequency, in Chinese at large by jieba's."""
    articles, holding = spread.articles, counts.term.map(spread.holding)
    here = (((articles + 1) / (holding + 1)).map(math.log)) + 1
    everywhere = counts.term.map({term: _background(term) for term in counts.term.unique()})
    own_say = articles / (articles + _BACKGROUND_ARTICLES)
    return everywhere ** (1 - own_say) * here**own_say


def _prominence(counts: pd.DataFrame, articles: pd.DataFrame) -> list[float]:
    """What standing in the title or the abstract adds."""
    known = articles.set_index("article")
    titles = known.title.dropna().to_dict()
    abstracts = known.abstract.dropna().to_dict()
    return [
        (_IN_TITLE if surface in titles.get(article, "") else 1.0)
        * (_IN_ABSTRACT if surface in abstracts.get(article, "") else 1.0)
        for article, surface in zip(counts.article, counts.surface, strict=True)
    ]


def _ranked(scored: pd.DataFrame, most: int) -> pd.DataFrame:
    """The best terms of each article, ties by the term itself."""
    ordered = scored.sort_values(["score", "term"], ascending=[False, True], kind="stable")
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

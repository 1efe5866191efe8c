"""The works that a corpus rests on: a work cited twice, in full or by a short title, is one work."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import Any

import pandas as pd

from kaoju.citations.surnames import surname
from kaoju.normalising import normalise
from kaoju.schemas import WORK
from kaoju.text import Text

COLUMNS = ["work", *WORK, "cited", "articles", "cited_in"]
_BY_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WORD = re.compile("[A-Za-zÀ-ɏ’'-]{3,}")
_SUBTITLE = re.compile("[:：—?？]")
# shorter titles are common property: 前言, Introduction
_SHORTEST = 4

Row = Mapping[str, Any]
# what a citation tells of its work
_told = itemgetter(*WORK)
# an article and the number of a note
Place = tuple[str, int]


@dataclass(slots=True, eq=False)
class _Work:
    """Citations of one work: the title of the first, the fullest, the first year, day and volume, the first title with
    a subtitle (``whole``), its authors' surnames and the words of their names; ``places`` are the notes that cite
    it."""

    title: str | None
    fullest: Row
    year: str | None = None
    day: str | None = None
    volume: str | None = None
    whole: str | None = None
    surnames: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)

    def add(self, row: Row) -> None:
        self.places.append(_place(row))
        if row is not self.fullest and _told(row) == _told(self.fullest):
            return  # says nothing that is not known
        self.fullest = max(self.fullest, row, key=lambda one: sum(map(bool, _told(one))))
        self.year = self.year or _year(row)
        self.day = self.day or _day(row)
        self.volume = self.volume or _volume(row)
        self.surnames |= _surnames(row)
        self.words |= _words(row)
        whole = _key(row["title"])
        self.whole = self.whole or (whole if whole != _main(row["title"]) else None)

    def takes(self, whole: str, main: str) -> bool:
        """Whether a title can be this one with or without its subtitle: two subtitles are of two works."""
        return self.whole is None or whole in (self.whole, main)


def works(citations: pd.DataFrame, back_references: pd.DataFrame) -> pd.DataFrame:
    """A row for each work of the tables ``citations`` and ``back_references``, the most cited first; see
    :class:`Works`."""
    found = Works()
    found.add(_records(citations), _records(back_references))
    return found.table()


@dataclass(slots=True)
class Works:
    """The works of a corpus, gathered from the rows of some articles after those of others.

    Two citations are of one work where their titles agree, or one is the other's without its subtitle, their authors
    share a surname or one names none, and neither their years, days nor volumes differ. Where several works fit, none
    is taken. Notes that point back (``Ibid.``, 同上, a short title) count for the work that they repeat. What is told
    of a work comes from its fullest citation.
    """

    _every: list[_Work] = field(default_factory=list)
    _shelves: dict[str, list[_Work]] = field(default_factory=lambda: defaultdict(list))

    def add(self, citations: Iterable[Row], back_references: Iterable[Row]) -> None:
        """Takes in all citations and back references of one article or more."""
        pointing = {_place(row): (row["article"], int(row["same_as"])) for row in back_references if row["same_as"]}
        found: dict[Place, list[_Work]] = defaultdict(list)
        for row in citations:
            work = _repeated(row, found.get(pointing.get(_place(row), ("", 0)), ())) or self._of(row)
            work.add(row)
            found[_place(row)].append(work)
        for place, meant in pointing.items():
            if place not in found and meant in found:
                found[meant][0].places.append(place)

    def table(self) -> pd.DataFrame:
        """A row for each work, the most cited first."""
        table = pd.DataFrame([_described(work) for work in self._every if work.title], columns=COLUMNS, dtype=object)
        return table.sort_values(["cited", "articles", "work"], ascending=[False, False, True], ignore_index=True)

    def _of(self, row: Row) -> _Work:
        """The work that a citation is of, a new one where no other can be meant, or several can."""
        whole, main = _key(row["title"]), _main(row["title"])
        work = _on_shelf(row, whole, main, self._shelves)
        if work is None:
            work = _Work(row["title"], row)
            self._every.append(work)
            for key in {whole, main} - {""}:
                self._shelves[key].append(work)
        return work


def _place(row: Row) -> Place:
    return row["article"], int(row["note"])


def _repeated(row: Row, works: Sequence[_Work]) -> _Work | None:
    """The work of an earlier note that a short title repeats."""
    told = _key(row["title"])
    fit = [work for work in works if told and told in _key(work.fullest["title"])]
    return fit[0] if len(fit) == 1 else None


def _records(frame: pd.DataFrame) -> Iterator[Row]:
    for row in frame.astype(object).to_dict("records"):
        yield {str(name): _plain(value) for name, value in row.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value
    return [str(one) for one in value] if hasattr(value, "__len__") else None if pd.isna(value) else value


def _on_shelf(row: Row, whole: str, main: str, shelves: Mapping[str, list[_Work]]) -> _Work | None:
    """The one work with this title that the citation can be of; of several, the one that its article cites already."""
    if len(whole) < _SHORTEST:
        return None
    fit = [work for work in shelves.get(whole, ()) if _key(work.title) == whole and _may_be(row, work, named=False)]
    if not fit and len(main) >= _SHORTEST:
        by_main = {id(work): work for key in (whole, main) for work in shelves.get(key, ())}.values()
        fit = [work for work in by_main if work.takes(whole, main) and _may_be(row, work, named=True)]
    if len(fit) > 1:
        fit = [work for work in fit if any(article == row["article"] for article, _ in work.places)]
    return fit[0] if len(fit) == 1 else None


def _may_be(row: Row, work: _Work, *, named: bool) -> bool:
    """Whether authors, dates and volumes allow a citation to be of a work; ``named`` asks for an author in common.
    Where the whole title is the same, a word of a name will do: Lichstein Kenneth is Kenneth L. Lichstein."""
    surnames = _surnames(row)
    shared = bool(surnames & work.surnames) or (not named and bool(_words(row) & work.words))
    if not shared and (named or (surnames and work.surnames)):
        return False
    return _agree(_year(row), work.year) and _agree(_day(row), work.day) and _agree(_volume(row), work.volume)


def _agree(one: str | None, other: str | None) -> bool:
    return not one or not other or one == other


def _day(row: Row) -> str | None:
    """The day of publication: a ministry gives its briefings one title all year."""
    date = str(row["date"] or "")
    return date if _BY_DAY.fullmatch(date) else None


def _volume(row: Row) -> str | None:
    """The volume of a book: 邓小平文选 has three."""
    volume = re.sub(r"\D", "", str(row["volume"] or ""))
    return volume if volume and row["type"] == "book" else None


def _words(row: Row) -> frozenset[str]:
    """The words of Latin names."""
    return _words_of(tuple(row["authors"] or ()))


@lru_cache(maxsize=1 << 14)
def _words_of(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.casefold() for name in names for word in _WORD.findall(name))


def _year(row: Row) -> str | None:
    return str(row["date"])[:4] if row["date"] else None


def _surnames(row: Row) -> frozenset[str]:
    """The authors as a citation may shorten them."""
    return _surnames_of(tuple(row["authors"] or ()))


@lru_cache(maxsize=1 << 14)
def _surnames_of(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(surname, names)) - {""}


def _main(title: str | None) -> str:
    """A title without its subtitle, as a key."""
    return _key(_SUBTITLE.split(title or "")[0])


@lru_cache(maxsize=1 << 14)
def _key(title: str | None) -> str:
    """A title without signs, case, widths and script."""
    folded = normalise(Text.of(title or "")).text.casefold()
    return re.sub(r"[\W_]", "", re.sub(r"^(?:the|an?) ", "", folded))


def _described(work: _Work) -> dict[str, Any]:
    fullest = work.fullest
    told = {name: fullest[name] for name in WORK}
    articles = {article: at for at, article in enumerate(dict.fromkeys(article for article, _ in work.places))}
    places = sorted(set(work.places), key=lambda place: (articles[place[0]], place[1]))
    identity = "|".join([_key(fullest["title"]), *sorted(_surnames(fullest)), str(fullest["date"])[:4]])
    return {
        "work": "w" + hashlib.sha256(identity.encode()).hexdigest()[:10],
        **told,
        "cited": len(places),
        "articles": len(articles),
        "cited_in": [f"{article}#{note}" for article, note in places],
    }

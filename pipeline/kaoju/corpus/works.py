"""The works that a corpus rests on: a work cited twice, in full or by a short title, is one work."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from kaoju.normalising import normalise
from kaoju.text import Text

_DESCRIBED = (
    "type", "authors", "title", "container", "date", "volume", "issue", "pages", "publisher", "place", "url",
    "accessed", "language",
)  # fmt: skip
COLUMNS = ["work", *_DESCRIBED, "cited", "articles", "cited_in"]
_SUBTITLE = re.compile("[:：—?？]")
# shorter titles are common property: 前言, Introduction
_SHORTEST = 4

Row = Mapping[str, Any]


@dataclass(slots=True, eq=False)
class _Work:
    """Citations of one work: the title of the first, the fullest, the first year; ``places`` are the notes that cite
    it."""

    title: str | None
    fullest: Row
    year: str | None = None
    surnames: set[str] = field(default_factory=set)
    places: list[tuple[str, int]] = field(default_factory=list)

    def add(self, row: Row) -> None:
        self.fullest = max(self.fullest, row, key=lambda one: sum(bool(one[name]) for name in _DESCRIBED))
        self.year = self.year or _year(row)
        self.surnames |= _surnames(row)
        self.places.append((row["article"], int(row["note"])))


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
    share a surname or one names none, and their years do not differ. Notes that only point back (``Ibid.``, 同上) count
    for the work that they repeat. What is told of a work comes from its fullest citation.
    """

    _every: list[_Work] = field(default_factory=list)
    _shelves: dict[str, list[_Work]] = field(default_factory=lambda: defaultdict(list))

    def add(self, citations: Iterable[Row], back_references: Iterable[Row]) -> None:
        """Takes in all citations and back references of one article or more."""
        found: dict[tuple[str, int], _Work] = {}
        for row in citations:
            work = self._of(row)
            work.add(row)
            found.setdefault((row["article"], int(row["note"])), work)
        for row in back_references:
            meant = found.get((row["article"], int(row["same_as"]))) if row["same_as"] is not None else None
            if meant and (row["article"], int(row["note"])) not in found:
                meant.places.append((row["article"], int(row["note"])))

    def table(self) -> pd.DataFrame:
        """A row for each work, the most cited first."""
        table = pd.DataFrame([_described(work) for work in self._every if work.title], columns=COLUMNS, dtype=object)
        return table.sort_values(["cited", "articles", "work"], ascending=[False, False, True], ignore_index=True)

    def _of(self, row: Row) -> _Work:
        """The work that a citation is of, a new one where no other can be meant."""
        whole, main = _key(row["title"]), _key(_SUBTITLE.split(row["title"] or "")[0])
        work = _on_shelf(row, whole, main, self._shelves)
        if work is None:
            work = _Work(row["title"], row)
            self._every.append(work)
            for key in {whole, main} - {""}:
                self._shelves[key].append(work)
        return work


def _records(frame: pd.DataFrame) -> Iterator[Row]:
    for row in frame.astype(object).to_dict("records"):
        yield {str(name): _plain(value) for name, value in row.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value
    return [str(one) for one in value] if hasattr(value, "__len__") else None if pd.isna(value) else value


def _on_shelf(row: Row, whole: str, main: str, shelves: Mapping[str, list[_Work]]) -> _Work | None:
    """The work with this title that the citation can be of."""
    if len(whole) < _SHORTEST:
        return None
    by_title = [work for work in shelves.get(whole, ()) if _key(work.title) == whole]
    by_main = [work for key in (whole, main) for work in shelves.get(key, ())]
    same = next((work for work in by_title if _may_be(row, work, named=False)), None)
    return same or next((work for work in by_main if len(main) >= _SHORTEST and _may_be(row, work, named=True)), None)


def _may_be(row: Row, work: _Work, *, named: bool) -> bool:
    """Whether authors and year allow a citation to be of a work; ``named`` asks for an author in common."""
    surnames, year = _surnames(row), _year(row)
    shared = bool(surnames & work.surnames)
    return (shared or (not named and not (surnames and work.surnames))) and (
        not year or not work.year or year == work.year
    )


def _year(row: Row) -> str | None:
    return str(row["date"])[:4] if row["date"] else None


def _surnames(row: Row) -> set[str]:
    """The authors as a citation may shorten them: the last word of a Latin name, the whole of a Chinese one."""
    return {
        name.replace(".", "").split(", ")[0].split()[-1].casefold() for name in row["authors"] or () if name.strip(". ")
    }


def _key(title: str | None) -> str:
    """A title without signs, case, widths and script."""
    folded = normalise(Text.of(title or "")).text.casefold()
    return re.sub(r"[\W_]", "", re.sub(r"^(?:the|an?) ", "", folded))


def _described(work: _Work) -> dict[str, Any]:
    fullest = work.fullest
    told = {name: fullest[name] for name in _DESCRIBED}
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

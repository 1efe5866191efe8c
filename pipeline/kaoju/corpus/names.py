"""The names of a corpus in both languages: an entity a row, with its forms and where each English one came from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

COLUMNS = ["canonical", "label", "zh", "en", "sources", "mentions", "articles"]
# what is read of the tables of these names
ENTITIES = ("article", "text", "label", "canonical", "english")
PAIRS = ("article", "zh", "en", "method")
_LEXICON = "lexicon"


@dataclass(slots=True)
class _Name:
    """What is told of one entity: how often by which label and form, and its English forms by their sources."""

    labels: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    english: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    articles: int = 0


def names(entities: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """A row for each entity of the tables ``entities`` and ``pairs``, the most mentioned first; see :class:`Names`."""
    found = Names()
    found.add(_rows(entities, *ENTITIES), _rows(pairs, *PAIRS))
    return found.table()


@dataclass(slots=True)
class Names:
    """The names of a corpus, gathered from the rows of some articles after those of others.

    The forms of one name (特朗普, 川普) are one row by their ``canonical``; its label is the commonest. ``sources``
    says for each English form, in the order of ``en``, where it came from: the lexicon, or the way in which a pair was
    found in a note that the name's paragraph cites. Dates are no names.
    """

    _found: dict[str, _Name] = field(default_factory=lambda: defaultdict(_Name))

    def add(self, entities: Iterable[tuple[Any, ...]], pairs: Iterable[tuple[Any, ...]]) -> None:
        """Takes in all entities and pairs of one article or more, as tuples of ``ENTITIES`` and ``PAIRS``."""
        canonical: dict[tuple[str, str], str] = {}
        told_in: set[tuple[str, str]] = set()
        for article, text, label, told, english in entities:
            if label == "DATE":
                continue
            key = told or text
            canonical.setdefault((article, text), key)
            told_in.add((article, key))
            name = self._found[key]
            name.labels[label] += 1
            name.forms[text] += 1
            if english:
                name.english[english].add(_LEXICON)
        for _, key in told_in:
            self._found[key].articles += 1
        for article, zh, en, method in pairs:
            if (article, zh) in canonical:
                self._found[canonical[article, zh]].english[en].add(method)

    def table(self) -> pd.DataFrame:
        """A row for each name, the most mentioned first."""
        rows = [_described(key, name) for key, name in self._found.items()]
        table = pd.DataFrame(rows, columns=COLUMNS, dtype=object)
        return table.sort_values(["mentions", "canonical"], ascending=[False, True], ignore_index=True)


def _rows(frame: pd.DataFrame, *columns: str) -> Iterable[tuple[Any, ...]]:
    chosen = frame[list(columns)].astype(object)
    return chosen.where(chosen.notna(), None).itertuples(index=False, name=None)


def _described(canonical: str, name: _Name) -> dict[str, Any]:
    english = sorted(name.english, key=lambda form: (_LEXICON not in name.english[form], form))
    return {
        "canonical": canonical,
        "label": min(name.labels, key=lambda label: (-name.labels[label], label)),
        "zh": sorted(name.forms, key=lambda form: (-name.forms[form], form)),
        "en": english,
        "sources": [", ".join(sorted(name.english[form])) for form in english],
        "mentions": name.forms.total(),
        "articles": name.articles,
    }

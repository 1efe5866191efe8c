"""Looking names and glosses up in the lexicon's file."""

from __future__ import annotations

import json
import marshal
import re
import sqlite3
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from kaoju.lexicon.place import Segmentation, lexicon_file


class Name(NamedTuple):
    """A Chinese name: its English forms, the fullest first; its label, None where unknown; the form that stands for all
    its variants."""

    zh: str
    english: tuple[str, ...]
    label: str | None
    canonical: str


_ASIDE = re.compile(r"\s*\([^)]*\)\s*")
# (fig.) bottleneck is what an article means; (PRC law) … and whole sentences explain
_FIGURATIVE, _OF_A_FIELD = "(fig.)", re.compile(r"\((?!fig\.|of )")
_WORDS = 4


class Lexicon:
    """Bilingual names and glosses, by Chinese words in Simplified characters.

    >>> lexicon = open_lexicon()
    >>> lexicon.name("川普").canonical
    '特朗普'
    >>> "tariff" in lexicon.glosses("关税")
    True
    """

    def __init__(self, path: Path, own: tuple[str, ...] = ()) -> None:
        # nobody writes the file once it stands under its name, so processes and threads share it without locks
        self._base = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._own = own
        self.name = lru_cache(maxsize=1 << 16)(self._name)
        self.glosses = lru_cache(maxsize=1 << 16)(self._glosses)
        self.wider = lru_cache(maxsize=1 << 16)(self._wider)
        self._words = cache(self._word_set)
        self.segmentation = cache(self._segmentation)
        self.labels = cache(self._labels)
        self.short_countries = cache(self._short_countries)

    def __reduce__(self) -> tuple[Any, tuple[str, ...]]:
        return open_lexicon, self._own

    def _name(self, zh: str) -> Name | None:
        """The name that is written so, None where it is none."""
        if len(zh) > 1 and zh not in self.labels():  # as most words: the file need not be asked
            return None
        row = self._row("SELECT zh, english, label, canonical FROM names WHERE zh = ?", zh)
        return Name(row[0], tuple(json.loads(row[1])), row[2] or None, row[3]) if row else None

    def english(self, term: str) -> str | None:
        """The English of a term for a reader: a name's first form, else the gloss that says it best; None if unknown.

        >>> [open_lexicon().english(term) for term in ("谈判", "瓶颈", "管制")]
        ['negotiation', 'bottleneck', 'control']
        """
        name = self.name(term)
        if name and name.english:
            return name.english[0]
        told = min(self.glosses(term), key=_plainness, default="")
        return _ASIDE.sub("", told).strip().removeprefix("to ") or None

    def _glosses(self, word: str) -> tuple[str, ...]:
        """What CC-CEDICT says that a Chinese word means, one English gloss an entry; empty where it is silent."""
        row = self._row("SELECT glosses FROM glosses WHERE zh = ?", word)
        return tuple(row[0].split("\n")) if row else ()

    def _wider(self, form: str) -> list[str]:
        """English names that hold an English name without being about it: ``South China Sea`` for ``China``."""
        rows = self._base.execute("SELECT wider FROM wider WHERE form = ? ORDER BY wider", (form,))
        return [row[0] for row in rows]

    def surnames(self) -> frozenset[str]:
        """Chinese surnames."""
        return self._words("surnames")

    def everyday_english(self) -> frozenset[str]:
        """English words that are no names, as far as CC-CEDICT's definitions use them."""
        return self._words("everyday")

    def names(self) -> list[str]:
        """Every Chinese name, in order."""
        return [row[0] for row in self._base.execute("SELECT zh FROM names ORDER BY zh")]

    def _labels(self) -> dict[str, str]:
        """What every name of more than one character is a name of, empty where unknown."""
        rows = self._base.execute("SELECT zh, label FROM names WHERE length(zh) > 1")
        return {zh: label or "" for zh, label in rows}

    def own_names(self) -> frozenset[str]:
        """The names that the user has given."""
        return self._words("own")

    def _short_countries(self) -> dict[str, str]:
        """The one-character names of countries and what they stand for."""
        return dict(self._data("short"))

    def _segmentation(self) -> Segmentation:
        """jieba's dictionary with the names in it."""
        return Segmentation(*self._data("segmentation"))

    def _word_set(self, name: str) -> frozenset[str]:
        return frozenset(self._data(name))

    def _row(self, query: str, key: str) -> tuple[str, ...] | None:
        try:
            found: tuple[str, ...] | None = self._base.execute(query, (key,)).fetchone()
        except UnicodeEncodeError:  # a lone surrogate is in no dictionary
            return None
        return found

    def _data(self, name: str) -> Any:
        [value] = self._base.execute("SELECT value FROM data WHERE name = ?", (name,)).fetchone()
        return marshal.loads(value)  # noqa: S302  the file is of our own making, in a folder of the user's own


def _plainness(gloss: str) -> tuple[bool, bool, bool]:
    """Short glosses come before those that explain or are of one field, figurative ones before others, nouns before
    verbs."""
    plain = _ASIDE.sub("", gloss).strip()
    explains = not plain or len(plain.split()) > _WORDS or bool(_OF_A_FIELD.match(gloss))
    is_noun = not plain.startswith(("to ", "abbr. ", "variant ", "see "))
    return explains, not gloss.startswith(_FIGURATIVE), not is_noun


@cache
def open_lexicon(*own: str) -> Lexicon:
    """The lexicon, with the names of the user's own TSV files (``zh``, ``en``, ``label``) where any are given; built on
    first use, opened once a process."""
    return Lexicon(lexicon_file(*map(Path, own)), own)

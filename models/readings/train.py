"""Write down how characters are read in names: in Mandarin, Cantonese, Korean, Vietnamese and Japanese.

    pip install janome
    python models/readings/train.py Unihan_Readings.txt --out pipeline/kaoju/names

Mandarin (pinyin), Cantonese (Jyutping), Korean (Hangul) and Vietnamese are Unihan's. Which part of a Japanese name each
of its characters is read as is learned from the names of IPADIC, as janome ships it, by expectation maximisation over
all ways to share the syllables out. Characters and surnames stand in their Simplified form, as articles write them.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import opencc
from janome import sysdic

from kaoju.names.readings import Readings, short

Japanese = tuple[str, str, tuple[str, ...]]
ROUNDS = 8
# a Japanese reading is one if it was seen so often, and in so many of a hundred names with the character
SIGHTINGS, SHARE = 0.9, 0.002
_FIELDS = {"kMandarin": "pinyin", "kCantonese": "jyutping", "kHangul": "hangul", "kVietnamese": "vietnamese"}
_LINE = re.compile(r"U\+([0-9A-F]+)\t(\w+)\t(.+)")
_KANJI = re.compile(r"[\u4e00-\u9fff]+")
# kana by their rows, in the order of the vowels; small kana are joined to the one before
_VOWELS = "aiueo"
_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "s": "サシスセソ", "t": "タチツテト", "n": "ナニヌネノ",
    "h": "ハヒフヘホ", "m": "マミムメモ", "y": "ヤ　ユ　ヨ", "r": "ラリルレロ", "w": "ワヰ　ヱヲ",
    "g": "ガギグゲゴ", "z": "ザジズゼゾ", "d": "ダヂヅデド", "b": "バビブベボ", "p": "パピプペポ", "v": "　　ヴ　　",
}  # fmt: skip
_KANA = {kana: row + vowel for row, line in _ROWS.items() for kana, vowel in zip(line, _VOWELS, strict=True)}
_KANA |= {"シ": "shi", "チ": "chi", "ツ": "tsu", "フ": "fu", "ジ": "ji", "ヂ": "ji", "ヅ": "zu"}
_KANA |= {"ヲ": "o", "ヰ": "i", "ヱ": "e"}
_KANA |= {"ン": "n", "ー": ""}
_SMALL = {"ャ": "a", "ュ": "u", "ョ": "o"}
_MORA = re.compile(r".[ャュョ]?")


def unihan(path: Path) -> dict[str, dict[str, list[str]]]:
    """The readings of each Simplified character, by language, those of its Traditional forms with its own."""
    convert = opencc.OpenCC("t2s").convert
    found: defaultdict[str, dict[str, list[str]]] = defaultdict(lambda: {name: [] for name in _FIELDS.values()})
    for line in path.read_text(encoding="utf-8").splitlines():
        if (match := _LINE.fullmatch(line)) and match[2] in _FIELDS:
            readings = found[convert(chr(int(match[1], 16)))][_FIELDS[match[2]]]
            readings += [one for one in _plain(match[3]) if one not in readings]
    return found


def _plain(value: str) -> list[str]:
    """Readings without tones and sources: ``wén`` is wen, ``man4`` is man, ``문:0E`` is 문."""
    words = (re.sub(r":.*|\d", "", word) for word in value.split())
    bare = (re.sub(r"[\u0300-\u0307\u0309-\u036f]", "", unicodedata.normalize("NFD", word)) for word in words)
    return [unicodedata.normalize("NFC", word.replace("u\u0308", "v").replace("đ", "d")) for word in bare]


def japanese_names() -> Iterator[Japanese]:
    """Names of IPADIC in Simplified characters: surname or given name, and the syllables as kana."""
    for surface, _, _, _, tags, _, _, _, kana, *_ in sysdic.entries().values():
        if "人名" in tags and tags.endswith(("姓", "名")) and _KANJI.fullmatch(surface):
            yield "".join(map(simplified, surface)), tags[-1], tuple(_MORA.findall(kana))


@cache
def simplified(kanji: str) -> str:
    """The form that articles from China write: 沢 is 泽; 郎 is itself, as 郞 is in no use there."""
    converted = opencc.OpenCC("t2s").convert(opencc.OpenCC("jp2t").convert(kanji))
    return converted if _in_use(converted) else kanji


def _in_use(char: str) -> bool:
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def learn(names: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, dict[str, float]]:
    """How often each character was read as which syllables."""
    cut = [(chars, list(_cuts(chars, morae))) for chars, morae in names if len(chars) <= len(morae)]
    chances: dict[tuple[str, str], float] = {}
    for _ in range(ROUNDS):
        seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for chars, ways in cut:
            weights = [_weight(chars, way, chances) for way in ways]
            for way, weight in zip(ways, weights, strict=True):
                for char, kana in zip(chars, way, strict=True):
                    seen[char][kana] += weight / sum(weights)
        chances = {
            (char, kana): count / sum(readings.values())
            for char, readings in seen.items()
            for kana, count in readings.items()
        }
    return {char: dict(readings) for char, readings in seen.items()}


def _cuts(chars: str, morae: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The ways to share syllables out, one or more to each character."""
    for places in combinations(range(1, len(morae)), len(chars) - 1):
        edges = (0, *places, len(morae))
        yield tuple("".join(morae[start:end]) for start, end in pairwise(edges))


def _weight(chars: str, way: tuple[str, ...], chances: dict[tuple[str, str], float]) -> float:
    weight = 1.0
    for char, kana in zip(chars, way, strict=True):
        weight *= chances.get((char, kana), 1e-6) if chances else 1.0
    return weight


def romaji(kana: str) -> str:
    """Hepburn without signs: ``romaji("シンゾウ") == "shinzou"``; ``*`` before a double consonant."""
    letters = ""
    for mora in _MORA.findall(kana):
        if mora == "ッ":
            letters += "*"
        elif len(mora) > 1:
            stem = _KANA[mora[0]][:-1]
            letters += (stem if stem in ("sh", "ch", "j") else stem + "y") + _SMALL[mora[1]]
        else:
            letters += _KANA.get(mora, "")
    return letters


def kept(readings: dict[str, float]) -> list[str]:
    """The readings that are no accidents, the commonest first."""
    least = max(SIGHTINGS, SHARE * sum(readings.values()))
    told = sorted((-count, romaji(kana)) for kana, count in readings.items() if count >= least)
    return list(dict.fromkeys(short(latin) for _, latin in told))


def characters(names: Iterable[Japanese], path: Path) -> Iterator[tuple[str, list[str]]]:
    """The characters that are read in Mandarin and Korean, with their readings in every language."""
    learned = learn((name, morae) for name, _, morae in names)
    alone = _by_name((name, morae) for name, kind, morae in names if kind == "名" and len(name) == 1)
    for char, read in unihan(path).items():
        if read["pinyin"] and read["hangul"]:
            romaji = dict.fromkeys([*kept(learned.get(char, {})), *alone[char]])
            yield char, ["|".join(told) for told in (*read.values(), romaji)]


def surnames(names: Iterable[Japanese]) -> Iterator[tuple[str, list[str]]]:
    """The Japanese surnames and their readings."""
    read = _by_name((name, morae) for name, kind, morae in names if kind == "姓")
    return ((name, ["|".join(dict.fromkeys(told))]) for name, told in read.items())


def _by_name(names: Iterable[tuple[str, tuple[str, ...]]]) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, morae in names:
        found[name].append(short(romaji("".join(morae))))
    return found


def write(rows: Iterable[tuple[str, list[str]]], columns: Iterable[str], out: Path) -> None:
    """A table in the order of its first column."""
    lines = ["\t".join(["name", *columns]), *sorted("\t".join([name, *told]) for name, told in rows)]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("unihan", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    names = sorted(set(japanese_names()))
    write(characters(names, options.unihan), Readings._fields, options.out / "readings.tsv")
    write(surnames(names), ("romaji",), options.out / "japanese.tsv")

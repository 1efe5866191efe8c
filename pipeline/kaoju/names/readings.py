"""How the characters of a name are spelled where they are read in one of the languages of East Asia."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from kaoju.names.sounds import halves
from kaoju.names.tables import rows

# the languages in which names written in characters are spelled
LANGUAGES = ("mandarin", "cantonese", "korean", "vietnamese", "japanese")
_DOUBLED = re.compile(r"\*(.)")
_LONG_O, _LONG_U, _LABIAL = re.compile(r"o[ou]|oh(?![aiueoy])"), re.compile(r"uu"), re.compile(r"m(?=[bpm])")
# the sounds of Hangul in the order in which Unicode counts its syllables
_FIRST, _VOWEL = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_LAST = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
# vowels before which ㄹ and ㄴ are not heard at the beginning of a name
_SOFT = "ㅑㅕㅖㅛㅠㅣ"


class Readings(NamedTuple):
    """How a character is read, several readings apart by ``|``: pinyin, Jyutping, Hangul, Vietnamese without its signs;
    in Japanese names."""

    pinyin: str
    jyutping: str
    hangul: str
    vietnamese: str
    romaji: str


@lru_cache(maxsize=1 << 14)
def short(romaji: str) -> str:
    """A Japanese name as it is compared: long vowels short, ``n`` before every consonant.

    >>> short("kohno"), short("kouno"), short("homma")
    ('kono', 'kono', 'honma')
    """
    doubled = _DOUBLED.sub(lambda match: ("t" if match[1] == "c" else match[1]) + match[1], romaji)
    return _LABIAL.sub("n", _LONG_U.sub("u", _LONG_O.sub("o", doubled)))


@cache
def _readings() -> dict[str, Readings]:
    return {char: Readings(*read) for char, *read in rows("readings.tsv")}


@cache
def _spelled() -> dict[tuple[str, str], dict[str, list[str]]]:
    """What the sounds of a system of spelling are written with, by system and part of the syllable."""
    table: defaultdict[tuple[str, str], dict[str, list[str]]] = defaultdict(dict)
    for system, part, sound, spelled in rows("spellings.tsv"):
        table[system, part][sound] = spelled.split("|")
    return table


@cache
def _abroad() -> dict[str, list[str]]:
    """How Chinese surnames are written outside the mainland, where that is not by rule."""
    return {surname: latin.split("|") for surname, latin, *_ in rows("surnames.tsv")}


@cache
def _japanese() -> dict[str, list[str]]:
    """Japanese surnames, in Simplified characters, and their readings."""
    return {surname: romaji.split("|") for surname, romaji in rows("japanese.tsv")}


@cache
def spellings(char: str, language: str) -> frozenset[str]:
    """The letters that a character of a name may be written with.

    >>> sorted(spellings("德", "mandarin"))
    ['de', 'te', 'teh', 'to']
    """
    read = _readings().get(char)
    if read is None:
        return frozenset()
    if language == "mandarin":
        return frozenset(latin for sound in read.pinyin.split("|") for latin in (sound, *_halved(sound, "wade")))
    if language == "cantonese":
        return frozenset(latin for sound in read.jyutping.split("|") for latin in _halved(sound, "jyutping"))
    if language == "korean":
        return frozenset(latin for syllable in read.hangul.replace("|", "") for latin in _korean(syllable))
    return frozenset(filter(None, (read.romaji if language == "japanese" else read.vietnamese).split("|")))


def _halved(sound: str, system: str) -> Iterator[str]:
    """The spellings of a syllable by its initial and its final."""
    if whole := _spelled()[system, "whole"].get(sound):
        return iter(whole)
    initial, final = _initial_and_final(sound, system)
    first = _spelled()[system, "initial"].get(initial, [initial])
    return map("".join, product(first, _spelled()[system, "final"].get(final, [final])))


def _initial_and_final(sound: str, system: str) -> tuple[str, str]:
    if system == "jyutping" and sound[:2] in ("gw", "kw", "ng") and len(sound) > 2:
        return sound[:2], sound[2:]
    initial, final = halves(sound)
    return initial[:-1], final[1:]


def _korean(syllable: str) -> Iterator[str]:
    """The spellings of a syllable of Hangul, also as it sounds at the beginning of a name: 리 is Ri, Lee or Yi."""
    if whole := _spelled()["hangul", "whole"].get(syllable):
        yield from whole
        return
    place = ord(syllable) - ord("가")
    first, vowel, last = _FIRST[place // 588], _VOWEL[place % 588 // 28], _LAST[place % 28]
    soft = ("ㅇ" if vowel in _SOFT else "ㄴ") if first in "ㄹㄴ" else first
    sounds = (("initial", (first, soft)), ("medial", (vowel,)), ("last", (last,)))
    parts = [[latin for one in ones for latin in _spelled()["hangul", part][one]] for part, ones in sounds]
    yield from map("".join, product(*parts))


@lru_cache(maxsize=1 << 12)
def given_names(chars: str, language: str) -> frozenset[str]:
    """The spellings of a given name, its syllables joined.

    >>> "jaein" in given_names("在寅", "korean"), "toshimitsu" in given_names("敏充", "japanese")
    (True, True)
    """
    joined = map("".join, product(*(spellings(char, language) for char in chars)))
    return frozenset(map(short, joined)) if language == "japanese" else frozenset(joined)


class Surname(NamedTuple):
    """A surname in characters, and the language in which it is read."""

    chars: str
    language: str


@lru_cache(maxsize=4)
def surnames(chinese: frozenset[str]) -> Mapping[str, list[Surname]]:
    """The surnames that a Latin word may be: the Chinese ones, which Koreans and Vietnamese bear too, and the
    Japanese ones."""
    found: defaultdict[str, list[Surname]] = defaultdict(list)
    for chars in sorted(chinese.union(_abroad())):
        for language in LANGUAGES[:-1]:
            for latin in sorted({*given_names(chars, language), *_abroad().get(chars, ())}):
                found[latin].append(Surname(chars, language))
    for chars, romaji in _japanese().items():
        for latin in romaji:
            found[latin].append(Surname(chars, "japanese"))
    return found

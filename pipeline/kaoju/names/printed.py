"""The words of a note, and where an English name stands among them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from kaoju.names.sounds import plain

_ADDRESS = re.compile(r"<?(?:https?://|www\.)[^\s<>（）(),，；]*>?|doi:\S+", re.IGNORECASE)
_WORD = re.compile(
    r"U\. [SKN]\.|(?:[A-Z]\.){2,}|[A-Za-zÀ-ɏ0-9]+(?:[’'&](?=[A-Za-zÀ-ɏ])[A-Za-zÀ-ɏ]+)*(?:\+|(?<=\b[A-Z])\.)?"
)
_POSSESSIVE = re.compile(r"[’']s?$")
# two or three words of a person at the head of a list of authors
_BEFORE_PERSON = re.compile(r"[,;，；\n]|[’']s | and | & | by |参见")
_BREAK = re.compile(r"[“”\"*;()（）《》\[\]:：]|\. ")
# the initials of a person after the surname, as in GB/T 7714
_GIVEN = re.compile(r"(?: [A-Z]\b)+(?=[,.;，；])")
_INITIALS = re.compile(r" ?\(([A-Z][A-Za-z&-]{1,9})\)")
# a person in two words and more
PERSON = r"[A-ZÀ-Þ][\w.’'-]*(?: (?:[A-ZÀ-Þ][\w.’'-]*|de|da|von|van|der|bin|al|el|di|du|la|le)){1,4}"
# spellings of Britain, and what they are compared as
_BRITISH = (
    ("labour", "labor"),
    ("defence", "defense"),
    ("programme", "program"),
    ("centre", "center"),
    ("isation", "ization"),
    ("harbour", "harbor"),
    ("favour", "favor"),
    ("organise", "organize"),
)
HYPHENS = ("-", "‐", "–")
_DEMONYM = ("n", "s", "an", "ian", "ese", "er", "ers", "i", "is", "ns")
_NO_NAMES = frozenset(["the", "of", "and", "for", "on", "in", "to", "a", "an", "at", "by", "with", "from", "as"])


class Word(NamedTuple):
    """A word of a note and its range of characters; ``key`` is what it is compared by."""

    text: str
    start: int
    end: int
    key: str


@dataclass(frozen=True)
class Printed:
    """A note as words, its addresses left out."""

    text: str

    @cached_property
    def words(self) -> list[Word]:
        """The Latin words and numbers in their order."""
        text = _ADDRESS.sub(lambda match: " " * len(match[0]), self.text)
        return [_word(text, match.start(), match.end()) for match in _WORD.finditer(text)]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands, by its key."""
        found: dict[str, list[int]] = {}
        for i, word in enumerate(self.words):
            found.setdefault(word.key, []).append(i)
        return found

    def find(self, form: str) -> list[tuple[int, int]]:
        """The ranges of words that read as an English name, in any case but with a capital; initials in capitals.

        >>> Printed("“U.S. and EU Agree,” *The Times of India*").find("US")
        [(0, 1)]
        """
        keys = keys_of(form)
        starts = self.places.get(keys[0], ()) if keys else ()
        exact = form.isupper() and len(keys[0]) < 5 if keys else False
        return [(i, i + len(keys)) for i in starts if self._reads(i, keys) and self._capital(i, i + len(keys), exact)]

    def find_demonym(self, place: str) -> list[tuple[int, int]]:
        """The words that name the people of a place, or what is theirs, by an ending: ``Pakistani``."""
        [key, *more] = keys_of(place) or [""]
        if more or len(key) < 4:
            return []
        return [
            (i, i + 1) for end in _DEMONYM for i in self.places.get(key + end, ()) if self._capital(i, i + 1, False)
        ]

    def _reads(self, i: int, keys: tuple[str, ...]) -> bool:
        return len(self.words) >= i + len(keys) and all(
            self.words[i + k].key == key for k, key in enumerate(keys[1:], 1)
        )

    def _capital(self, start: int, end: int, exact: bool) -> bool:
        letters = [word.text for word in self.words[start:end]]
        if exact:
            return all(word.isupper() for word in letters)
        return any(not word.islower() for word in letters)

    def surface(self, start: int, end: int) -> str:
        """A range of words as printed."""
        return self.text[self.words[start].start : self.words[end - 1].end]

    def person(self, i: int) -> str:
        """The whole name of the person whose surname is a word: its neighbours up to commas and ``and``, or initials
        after a surname in capitals: ``PARK E``."""
        word = self.words[i]
        given = _GIVEN.match(self.text, word.end) if word.text.isupper() else None
        if given:
            return self.text[word.start : given.end()]
        before = _BEFORE_PERSON.split(self.text[max(0, word.start - 60) : word.start])[-1]
        whole = (before + self.text[word.start : word.end]).strip()
        return whole if re.fullmatch(PERSON, whole) else word.text

    @cached_property
    def names(self) -> list[tuple[int, int]]:
        """The words that may be names by themselves: with a capital, no initials, no numbers; and two with a hyphen."""
        single = [
            (i, i + 1)
            for i, word in enumerate(self.words)
            if word.text[0].isupper() and len(plain(word.text)) > 2 and word.key not in _NO_NAMES
        ]
        return single + [
            (i, i + 2) for i, word in enumerate(self.words[:-1]) if self._hyphened(i) and word.text[0].isupper()
        ]

    @cached_property
    def joined(self) -> list[tuple[int, int]]:
        """The longest ranges of words with capitals that hyphens or dashes join: Gramm–Leach–Bliley."""
        found: list[tuple[int, int]] = []
        for i, (word, after) in enumerate(pairwise(self.words)):
            if self._hyphened(i) and word.text[0].isupper() and after.text[0].isupper():
                start = found.pop()[0] if found and found[-1][1] == i + 1 else i
                found.append((start, i + 2))
        return found

    def _hyphened(self, i: int) -> bool:
        """Whether a hyphen or a dash joins a word to the next."""
        return self.text[self.words[i].end : self.words[i + 1].start] in HYPHENS

    @cached_property
    def passages(self) -> list[tuple[int, int]]:
        """The ranges of words between quotation marks, brackets, full stops and the like."""
        cuts = [0]
        for i, (word, after) in enumerate(pairwise(self.words), 1):
            if _BREAK.search(self.text, word.end, after.start):
                cuts.append(i)
        return list(pairwise([*cuts, len(self.words)]))

    def abbreviations(self, start: int, end: int) -> list[str]:
        """What a range of words is called for short in the note: in brackets after it, or anywhere by the first letters
        of all its words or of the last: ``World Food Programme (WFP)``, ``Forum Fisheries Agency, Honiara: FFA``."""
        words = self.words[start:end]
        letters = ["".join(word.text[0].upper() for word in told) for told in (words, _without_links(words))]
        found = {match[1]: None} if (match := _INITIALS.match(self.text, words[-1].end)) else {}
        named = (word.text for word in self.words if word.text.isupper() and len(word.text) > 2)
        return [*(found | dict.fromkeys(text for text in named if any(one.endswith(text) for one in letters)))]


def _without_links(words: list[Word]) -> list[Word]:
    return [word for word in words if word.key not in _NO_NAMES]


def _word(text: str, start: int, end: int) -> Word:
    bare = _POSSESSIVE.sub("", text[start:end])
    return Word(bare, start, start + len(bare), key_of(bare))


@lru_cache(maxsize=1 << 16)
def key_of(word: str) -> str:
    """Letters and digits, small, without accents: ``key_of("U.S.") == "us"``."""
    letters = plain(word)
    for british, american in _BRITISH:
        letters = letters.replace(british, american)
    if word.isalpha():
        return letters
    return letters + "".join(char for char in word if char.isdigit() or char == "+")


@lru_cache(maxsize=1 << 16)
def keys_of(form: str) -> tuple[str, ...]:
    """The keys of the words of an English name, without ``the`` before it."""
    keys = tuple(key_of(_POSSESSIVE.sub("", match[0])) for match in _WORD.finditer(form))
    return keys[1:] if keys[:1] == ("the",) and len(keys) > 1 else keys

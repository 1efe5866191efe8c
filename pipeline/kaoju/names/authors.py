"""What is no known name in a paragraph, and is one in a note, those of authors above all: 前总理基廷 is Paul Keating,
公共投资基金 the Public Investment Fund."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from kaoju.lexicon import Lexicon
from kaoju.names.glossing import best_window, pieces
from kaoju.names.pairing import Chinese, Match, Paragraph
from kaoju.names.printed import Printed, key_of
from kaoju.names.sounds import likeness, odds

_HAN = re.compile("[\u3400-\u9fff]+")
# the characters of a name
_FEWEST, _MOST = 2, 6
# what they must say together for an author, and for any other word of a note: nothing sounds so by chance
_AUTHOR, _OTHER = 6.0, 8.5
# how much of a body's name must be translated, from its first word to its last
_WHOLE = 0.85


def by_ear(paragraph: Paragraph, note: Printed, surnames: Iterable[str], told: str) -> Iterator[Match]:
    """Names of abroad that a word of the note sounds very much like: what sounds most like it, if it is an author's
    surname, or more so if it is none; not those among the names that are ``told``."""
    names = _foreign(paragraph.text).items()
    authors = frozenset(map(key_of, surnames))
    for place, last in note.names:
        word = note.words[place]
        if last > place + 1 or word.text in told:
            continue
        least = _AUTHOR if word.key in authors else _OTHER
        heard, start, name = max(
            ((len(name) * likeness(name, word.text, least / len(name)), -start, name) for name, start in names),
            default=(0.0, 0, ""),
        )
        if heard >= least:
            at = paragraph.start - start
            score = round(min((heard / len(name) + 1) / 5, 1.0), 3)
            yield Match(Chinese(name, at, at + len(name), "PERSON"), note.person(place), score, "transliteration")


@lru_cache(maxsize=1)  # for the next note of the paragraph
def _foreign(text: str) -> dict[str, int]:
    """What may be a foreign name in a text, :func:`transcribed` in all, and where it first stands."""
    found: dict[str, int] = {}
    for run in _HAN.finditer("".join(char if char in odds() else " " for char in text)):
        told = [odds()[char] for char in run[0]]
        for first, start in enumerate(range(*run.span())):
            for size, together in enumerate(accumulate(told[first : first + _MOST]), 1):
                if size >= _FEWEST and together > 0:
                    found.setdefault(text[start : start + size], start)
    return found


def by_body(terms: Sequence[Chinese], bodies: Iterable[str], lexicon: Lexicon) -> Iterator[Match]:
    """Bodies that wrote or issued a work, whose whole name a term of the paragraph translates."""
    for body in bodies:
        printed = Printed(body)
        told = [(*_translates(term, printed, lexicon), -term.start, term) for term in terms]
        score, _, _, term = max(told, key=lambda one: one[:3], default=(0.0, 0, 0, None))
        if term is not None and score >= _WHOLE:
            yield Match(term, body, round(score, 3), "gloss")


def _translates(term: Chinese, body: Printed, lexicon: Lexicon) -> tuple[float, int]:
    """How well a term translates the whole name of a body, and how long it is."""
    score, start, end = best_window(pieces(term.text, lexicon), body, head=True)
    return (score, len(term.text)) if (start, end) == (0, len(body.words)) else (0.0, 0)

"""Those who wrote what a note cites, in the paragraph that cites it, known to be names or not: 前总理基廷 is Paul Keating,
公共投资基金 the Public Investment Fund."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kaoju.lexicon import Lexicon
from kaoju.names.glossing import best_window, pieces
from kaoju.names.pairing import Chinese, Match, Paragraph
from kaoju.names.printed import Printed, key_of
from kaoju.names.sounds import likeness, odds, transcribed

_HAN = re.compile("[\u3400-\u9fff]+")
# the characters of a name, and what they must say for it all together: nothing in a paragraph sounds so by chance
_FEWEST, _MOST, _HEARD = 2, 6, 6.0
# how much of a body's name must be translated, from its first word to its last
_WHOLE = 0.85


def by_author(paragraph: Paragraph, note: Printed, surnames: Iterable[str]) -> Iterator[Match]:
    """Persons of abroad by the surnames of the authors: what sounds most like one, if it is very like."""
    names = _foreign(paragraph.text)
    for surname in surnames:
        place = next((at for at in note.places.get(key_of(surname), ()) if note.words[at].text[0].isupper()), None)
        if place is not None:
            word = note.words[place].text
            told = [(len(name) * likeness(name, word, _HEARD / len(name)), -start, name) for start, name in names]
            heard, start, name = max(told, default=(0.0, 0, ""))
            if heard >= _HEARD:
                at = paragraph.start - start
                score = round(min((heard / len(name) + 1) / 5, 1.0), 3)
                yield Match(Chinese(name, at, at + len(name), "PERSON"), note.person(place), score, "transliteration")


def _foreign(text: str) -> list[tuple[int, str]]:
    """What may be a foreign name in a text, and where it begins."""
    return [
        (start, name)
        for run in _HAN.finditer("".join(char if char in odds() else " " for char in text))
        for start in range(run.start(), run.end() - _FEWEST + 1)
        for end in range(start + _FEWEST, min(start + _MOST, run.end()) + 1)
        if transcribed(name := text[start:end])
    ]


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

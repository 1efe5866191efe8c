"""CSL-JSON, the form in which the others begin: https://docs.citationstyles.org/en/stable/specification.html"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from kaoju.citations.names import has_body_word, is_body
from kaoju.normalising import simplified
from kaoju.reading.byline import surnames

Item = dict[str, Any]

_EASTERN = re.compile("[\u3400-\u9fff\uac00-\ud7af]")
_HANGUL = re.compile("[\uac00-\ud7af]{2,4}")
_CYRILLIC = re.compile(r"(?:[А-ЯЁ][а-яё’.-]* ){1,3}[А-ЯЁ][а-яё-]+")
_PARTICLE = re.compile("van|von|der|den|de|di|da|del|della|du|la|le|ten|ter|bin|al|el", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-ZА-Я]\.?-?){1,3}")
# Moon Jae-in: the second syllable in small letters
_FAMILY_FIRST = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+")
_SUFFIX = re.compile(r",? (?P<suffix>Jr\.?|Sr\.?|II|III|IV)$")
_EDTF = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2}))?(?:-(?P<day>\d{2}))?")
_ROLES = {"authors": "author", "editors": "editor", "translators": "translator"}
_FIELDS = {
    "title": "title",
    "container": "container-title",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "publisher": "publisher",
    "place": "publisher-place",
    "edition": "edition",
    "number": "number",
    "doi": "DOI",
    "isbn": "ISBN",
    "archive": "archive",
    "archive_location": "archive_location",
    "url": "URL",
    "language": "language",
}


def csl_item(work: Mapping[str, Any]) -> Item:
    """A row of the table ``works`` as an item of CSL-JSON; ``note`` says which notes cite it.

    >>> csl_item({"work": "w1", "type": "book", "title": "国史旧闻", "authors": ["陈登原"], "date": "2000"})["author"]
    [{'family': '陈', 'given': '登原'}]
    """
    item: Item = {"id": work["work"], "type": work["type"] or "document"}
    item |= {name: work[ours] for ours, name in _FIELDS.items() if work.get(ours)}
    if item.get("page"):
        item["page"] = re.sub("[—–～~]+", "-", item["page"])
    if work.get("series"):
        # NBER Working Paper is what a report is; a book stands in its series
        item["genre" if item["type"] == "report" else "collection-title"] = work["series"]
    item |= {role: [name_of(name) for name in work[ours]] for ours, role in _ROLES.items() if work.get(ours)}
    if item.get("editor") == item.get("author"):
        item.pop("author", None)
    for ours, name in (("date", "issued"), ("accessed", "accessed")):
        if work.get(ours):
            item[name] = date_of(work[ours])
    if work.get("cited_in"):
        item["note"] = _cited_in(work["cited_in"])
    return item


def name_of(name: str) -> dict[str, str]:
    """A name by its parts; that of a body, or one whose parts are not plain, as it is printed.

    >>> name_of("Ursula von der Leyen"), name_of("World Bank")
    ({'family': 'von der Leyen', 'given': 'Ursula'}, {'literal': 'World Bank'})
    """
    name = " ".join(name.split())
    if has_body_word(name) or "·" in name or "・" in name:
        return {"literal": name}
    if suffix := _SUFFIX.search(name):
        return name_of(name[: suffix.start()]) | {"suffix": suffix["suffix"]}
    if name.count(", ") == 1:
        family, given = name.split(", ")
        return {"family": family, "given": given}
    if named := _surname_first(name.split()):
        return named
    if _FAMILY_FIRST.fullmatch(name):
        family, given = name.split()
        return {"family": family, "given": given}
    if is_body(name) and not _CYRILLIC.fullmatch(name) and not _HANGUL.fullmatch(name):
        return {"literal": name}
    return _eastern(name) if _EASTERN.search(name) else _western(name.split())


def _surname_first(words: list[str]) -> dict[str, str] | None:
    """``Sandler T``, ``van der Berg J``: initials follow a surname that is none itself."""
    at = next((index for index, word in enumerate(words) if not _PARTICLE.fullmatch(word)), 0) + 1
    if words[at:] and all(map(_INITIALS.fullmatch, words[at:])) and not _INITIALS.fullmatch(words[at - 1]):
        return {"family": " ".join(words[:at]), "given": " ".join(words[at:])}
    return None


def _eastern(name: str) -> dict[str, str]:
    """The surname stands first; four characters without one of two may be Japanese, or a foreign name spelt out."""
    at = 2 if len(name) > 2 and simplified(name[:2]) in surnames() else 1
    return {"family": name[:at], "given": name[at:]} if 2 <= len(name) <= 2 + at else {"literal": name}


def _western(words: list[str]) -> dict[str, str]:
    at = len(words) - 1
    while at > 1 and _PARTICLE.fullmatch(words[at - 1]):
        at -= 1
    return {"family": " ".join(words[at:]), "given": " ".join(words[:at])}


def date_of(edtf: str) -> dict[str, Any]:
    """A date or an interval in EDTF as CSL has it; what is not plain stands as ``literal``.

    >>> date_of("2018-03-27"), date_of("2014-21"), date_of("1937?")
    ({'date-parts': [[2018, 3, 27]]}, {'date-parts': [[2014]], 'season': 1}, {'date-parts': [[1937]], 'circa': True})
    """
    if edtf[-1:] in ("?", "~", "%") and "/" not in edtf:
        plain = date_of(edtf[:-1])
        return plain | {"circa": True} if "date-parts" in plain else {"literal": edtf}
    parts = [_EDTF.fullmatch(piece) for piece in edtf.split("/")]
    if len(parts) > 2 or not all(parts):
        return {"literal": edtf}
    dates = [[int(number) for number in part.groups() if number] for part in parts if part]
    if len(dates) == 1 and len(dates[0]) == 2 and 21 <= dates[0][1] <= 24:
        return {"date-parts": [dates[0][:1]], "season": dates[0][1] - 20}
    return {"date-parts": dates}


def _cited_in(places: Iterable[str]) -> str:
    """``cited in lng-trade, notes 3, 7``."""
    notes: dict[str, list[str]] = defaultdict(list)
    for place in places:
        article, _, note = place.rpartition("#")
        notes[article].append(note)
    return "; ".join(f"cited in {article}, note{'s' * (len(of) > 1)} {', '.join(of)}" for article, of in notes.items())


def to_json(items: Iterable[Item]) -> str:
    """Items as a file of CSL-JSON."""
    return json.dumps(list(items), ensure_ascii=False, indent=1) + "\n"

"""From a ``Doc`` to the rows of the tables, one function a table; the columns are those of ``schemas.py``.

Offsets in rows count code points of the source file as stored, end exclusive; a row's text is ``source[start:end]``
with the rows of ``furniture`` taken out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from typing import Any

from spacy.tokens import Doc

from kaoju.annotations import Citation, Phrase, characters, text_of
from kaoju.article import Article
from kaoju.documents import source_range
from kaoju.normalising import CJK
from kaoju.terms import count_terms

Row = dict[str, Any]

_CHINESE = re.compile(f"[{CJK}]")


def rows(article: Article, doc: Doc) -> dict[str, list[Row]]:
    """The rows of every table that one article fills, by the table's name."""
    return {name: [{"article": article.id, **row} for row in function(article, doc)] for name, function in ROWS.items()}


def articles(article: Article, doc: Doc) -> Iterator[Row]:
    """One row: what the article is."""
    meta = article.meta
    yield {
        "path": article.path,
        "sha256": article.sha256,
        **{name: getattr(meta, name) for name in meta.__slots__},
        "authors": list(meta.authors),
        "keywords": list(meta.keywords),
        "encoding": article.encoding,
        "script": doc._.script,
        "characters": characters(doc),
        "sentences": sum(1 for _ in doc.sents) if doc.has_annotation("SENT_START") else None,
        "notes": len(article.notes),
    }


def figures(article: Article, doc: Doc) -> Iterator[Row]:
    """A row for each figure of the running text."""
    text = text_of(doc)
    for figure in doc._.figures:
        start, end = source_range(doc, figure["start"], figure["end"])
        unit = figure["unit"]
        if figure["kind"] == "QUANTITY" and (at := text.rfind(unit, figure["start"], figure["end"])) >= 0:
            unit = article.surface(*source_range(doc, at, at + len(unit)))
        yield {
            "figure": _id(article, "figure", start, end, figure["kind"]),
            "start": start,
            "end": end,
            "text": article.surface(start, end),
            **{key: figure[key] for key in ("kind", "low", "high", "approx")},
            "unit": unit,
        }


def claims(article: Article, doc: Doc) -> Iterator[Row]:
    """A row for each claim; figures by their ids, notes by their numbers."""
    told = list(figures(article, doc))
    ids, units = [row["figure"] for row in told], [row["unit"] for row in told]
    support = {one["claim"]: one for one in doc._.support}
    proposed = {one["claim"]: one["note"] for one in doc._.proposals}
    seen: set[str] = set()
    for index, claim in enumerate(doc._.claims):
        start, end = source_range(doc, claim["start"], claim["end"])
        mine = [ids[figure] for figure in claim["figures"]]
        quoted = claim["quotation"] or {"start": start, "end": end}
        borne = support.get(index)
        identity = _id(article, "claim", quoted["start"], quoted["end"], "|".join([claim["kind"], *mine]))
        if identity in seen:
            continue
        seen.add(identity)
        yield {
            "claim": identity,
            "kind": claim["kind"],
            "start": start,
            "end": end,
            "text": article.surface(start, end),
            "figures": mine,
            **{name: _phrase(article, doc, claim[name]) for name in ("subject", "metric", "quotation", "speaker")},
            **{name: claim[name] for name in ("low", "high", "from_low", "from_high", "approx", "direction")},
            "unit": next(
                (units[i] for i in claim["figures"] if doc._.figures[i]["unit"] == claim["unit"]), claim["unit"]
            ),
            **{name: claim[name] for name in ("time", "baseline", "modality", "notes", "link", "flags")},
            "support": borne["score"] if borne else None,
            "proposed": proposed.get(index),
            "shared": borne["shared"] if borne else [],
        }


def notes(article: Article, doc: Doc) -> Iterator[Row]:
    """A row for each note; ``start`` and ``end`` are those of its text, the label left out."""
    same_as = {one["note"]: one["same_as"] for one in doc._.back_references}
    languages = {cite["note"]: cite["language"] for cite in reversed(doc._.citations)}
    for note in article.notes:
        start, end = note.text.source_range(0, len(note.text))
        yield {
            "note": note.number,
            "label": note.label,
            "start": start,
            "end": end,
            "text": note.text.text,
            "page": note.page,
            "place": note.place,
            "language": languages.get(note.number) or ("zh" if _CHINESE.search(note.text.text) else "en"),
            "same_as": same_as.get(note.number),
        }


def citations(article: Article, doc: Doc) -> Iterator[Row]:
    """A row for each work cited in a note."""
    names = list(Citation.__annotations__)
    for citation in doc._.citations:
        yield {name: citation[name] for name in names}


def back_references(article: Article, doc: Doc) -> Iterator[Row]:
    """A row for each note that points back, resolved or not."""
    for one in doc._.back_references:
        yield {**one, "status": "failed" if one["same_as"] is None else "resolved"}


def markers(article: Article, doc: Doc) -> Iterator[Row]:
    """A row for each note mark, with the reason where it calls no note."""
    for marker in doc._.markers:
        yield {name: marker[name] for name in ("start", "end", "label", "note", "reason", "pages")}


def evidence(article: Article, doc: Doc) -> Iterator[Row]:
    """For every marker, every note: how well the words around the one fit the other."""
    for one in doc._.evidence:
        yield {"marker": doc._.markers[one["marker"]]["start"], "note": one["note"], "score": one["score"]}


def entities(article: Article, doc: Doc) -> Iterator[Row]:
    """A row for each named entity of the running text."""
    for entity in doc.ents:
        start, end = source_range(doc, entity.start_char, entity.end_char)
        yield {
            "start": start,
            "end": end,
            "text": article.surface(start, end),
            "label": entity.label_,
            "canonical": entity._.canonical,
            "english": entity._.english,
        }


def times(article: Article, doc: Doc) -> Iterator[Row]:
    """A row for each expression of time, resolved."""
    for time in doc._.times:
        start, end = source_range(doc, time["start"], time["end"])
        yield {"start": start, "end": end, "text": article.surface(start, end), "edtf": time["edtf"]}


def pairs(article: Article, doc: Doc) -> Iterator[Row]:
    """A row for each name of the body with its English form in a note that its paragraph cites."""
    for pair in doc._.pairs:
        start, end = source_range(doc, pair["start"], pair["end"])
        yield {
            "zh": article.surface(start, end),
            "start": start,
            "end": end,
            **{name: pair[name] for name in ("en", "note", "score", "method")},
        }


def furniture(article: Article, doc: Doc) -> Iterator[Row]:
    """A row for each range that reading took out of the running text."""
    for cut in article.furniture:
        yield {"kind": cut.kind, "start": cut.start, "end": cut.end}


def terms(article: Article, doc: Doc) -> Iterator[Row]:
    """A row for each word or term of a paragraph that may be a keyword, with how often it stands there."""
    for term in count_terms(doc, lambda start, end: article.surface(*source_range(doc, start, end))):
        yield {**term}


ROWS: dict[str, Callable[[Article, Doc], Iterator[Row]]] = {
    function.__name__: function
    for function in (
        articles,
        figures,
        claims,
        notes,
        citations,
        back_references,
        markers,
        evidence,
        entities,
        times,
        pairs,
        furniture,
        terms,
    )
}


def _phrase(article: Article, doc: Doc, phrase: Phrase | None) -> str | None:
    if phrase is None or phrase["start"] >= phrase["end"]:
        return None
    return article.surface(*source_range(doc, phrase["start"], phrase["end"])) or None


def _id(article: Article, table: str, start: int, end: int, label: str) -> str:
    """A row's id, made from what it is: the same in every run."""
    return hashlib.sha1(f"{article.id}\0{table}\0{start}\0{end}\0{label}".encode(), usedforsecurity=False).hexdigest()[
        :12
    ]

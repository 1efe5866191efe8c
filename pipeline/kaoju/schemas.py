"""The columns of every table of a run, and the parts of a work: they stand here and nowhere else."""

from __future__ import annotations

import pyarrow as pa

_TEXT, _INT, _REAL = pa.string(), pa.int64(), pa.float64()
_TEXTS, _INTS = pa.list_(pa.string()), pa.list_(pa.int64())


# a work by its parts, as ``citations`` and ``works`` have it
WORK: dict[str, pa.DataType] = {
    "type": _TEXT,
    "authors": _TEXTS,
    "title": _TEXT,
    "container": _TEXT,
    "date": _TEXT,
    "volume": _TEXT,
    "issue": _TEXT,
    "pages": _TEXT,
    "publisher": _TEXT,
    "place": _TEXT,
    "editors": _TEXTS,
    "translators": _TEXTS,
    "edition": _TEXT,
    "series": _TEXT,
    "number": _TEXT,
    "doi": _TEXT,
    "isbn": _TEXT,
    "archive": _TEXT,
    "archive_location": _TEXT,
    "url": _TEXT,
    "accessed": _TEXT,
    "language": _TEXT,
}


def _schema(**columns: pa.DataType) -> pa.Schema:
    return pa.schema([("article", _TEXT), *columns.items()])


SCHEMAS: dict[str, pa.Schema] = {
    "articles": _schema(
        path=_TEXT,
        sha256=_TEXT,
        title=_TEXT,
        authors=_TEXTS,
        affiliation=_TEXT,
        keywords=_TEXTS,
        abstract=_TEXT,
        journal=_TEXT,
        year=_TEXT,
        issue=_TEXT,
        clc=_TEXT,
        article_number=_TEXT,
        received=_TEXT,
        completed=_TEXT,
        editor=_TEXT,
        encoding=_TEXT,
        script=_TEXT,
        characters=_INT,
        sentences=_INT,
        notes=_INT,
    ),
    "figures": _schema(
        figure=_TEXT, start=_INT, end=_INT, text=_TEXT, kind=_TEXT, low=_REAL, high=_REAL, unit=_TEXT, approx=_TEXT
    ),
    "claims": _schema(
        claim=_TEXT,
        kind=_TEXT,
        start=_INT,
        end=_INT,
        text=_TEXT,
        figures=_TEXTS,
        subject=_TEXT,
        metric=_TEXT,
        quotation=_TEXT,
        low=_REAL,
        high=_REAL,
        from_low=_REAL,
        from_high=_REAL,
        unit=_TEXT,
        approx=_TEXT,
        direction=_TEXT,
        time=_TEXT,
        baseline=_TEXT,
        speaker=_TEXT,
        modality=_TEXT,
        notes=_INTS,
        link=_TEXT,
        support=_REAL,
        proposed=_INT,
        shared=_TEXTS,
        flags=_TEXTS,
    ),
    "notes": _schema(
        note=_INT, label=_TEXT, start=_INT, end=_INT, text=_TEXT, page=_INT, place=_TEXT, language=_TEXT, same_as=_INT
    ),
    "citations": _schema(note=_INT, position=_INT, **WORK),
    "back_references": _schema(note=_INT, same_as=_INT, pages=_TEXT, status=_TEXT, reason=_TEXT),
    "markers": _schema(start=_INT, end=_INT, label=_TEXT, note=_INT, reason=_TEXT, pages=_TEXT),
    "evidence": _schema(marker=_INT, note=_INT, score=_REAL),
    "entities": _schema(start=_INT, end=_INT, text=_TEXT, label=_TEXT, canonical=_TEXT, english=_TEXT),
    "times": _schema(start=_INT, end=_INT, text=_TEXT, edtf=_TEXT),
    "pairs": _schema(zh=_TEXT, en=_TEXT, note=_INT, start=_INT, end=_INT, score=_REAL, method=_TEXT),
    "furniture": _schema(kind=_TEXT, start=_INT, end=_INT),
    "terms": _schema(paragraph=_INT, term=_TEXT, surface=_TEXT, pos=_TEXT, count=_INT),
    "keywords": _schema(term=_TEXT, english=_TEXT, score=_REAL, rank=_INT),
    "topics": pa.schema([("topic", _INT), ("term", _TEXT), ("weight", _REAL), ("rank", _INT)]),
    "article_topics": _schema(topic=_INT, weight=_REAL),
    "works": pa.schema(
        [
            ("work", _TEXT),
            *WORK.items(),
            ("cited", _INT),
            ("articles", _INT),
            ("cited_in", _TEXTS),
        ]
    ),
    "names": pa.schema(
        [
            ("canonical", _TEXT),
            ("label", _TEXT),
            *((name, _TEXTS) for name in ("zh", "en", "sources")),
            ("mentions", _INT),
            ("articles", _INT),
        ]
    ),
    "failures": _schema(path=_TEXT, kind=_TEXT, reason=_TEXT, traceback=_TEXT),
    "audit": _schema(kind=_TEXT, claim=_TEXT, note=_INT, message=_TEXT),
}

# the tables that articles fill one by one; the others tell of the corpus or of the run
OF_ARTICLES = (
    "articles",
    "figures",
    "claims",
    "notes",
    "citations",
    "back_references",
    "markers",
    "evidence",
    "entities",
    "times",
    "pairs",
    "furniture",
    "terms",
)

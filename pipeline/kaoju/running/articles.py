"""One article, from its file to its part of the tables."""

from __future__ import annotations

import gc
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from kaoju.annotations import characters
from kaoju.audit import COLUMNS, ArticleRows, Told, findings, told
from kaoju.documents import to_doc
from kaoju.errors import KaojuError
from kaoju.loading import Setup, load_pipeline
from kaoju.reading import read
from kaoju.running.inputs import Input, unreadable
from kaoju.running.limits import COLLECTED
from kaoju.running.outcomes import Done, Outcome, failed
from kaoju.running.parts import AUDIT, TOLD, Part, Row, columns, records, to_part, transposed
from kaoju.tables import rows


@cache
def pipeline(setup: Setup) -> Language:
    """The pipeline that a setup makes, loaded once a process."""
    return load_pipeline(setup)


def settle() -> None:
    """Spares a process that does nothing but articles the collecting of what it has loaded: the dictionaries stay."""
    gc.freeze()
    gc.set_threshold(COLLECTED)


def annotate(one: Input, data: bytes | OSError, setup: Setup) -> Outcome:
    """Reads an article from its bytes, or says why there are none, and takes it through all stages; never raises."""
    if isinstance(data, OSError):
        return failed(one, "reading", unreadable(one, data))
    try:
        return _annotate(one, data, setup)
    except KaojuError as error:
        return failed(one, "reading", str(error))
    except MemoryError:
        reason = f"{one.path}: needs more memory than an article may have; raise --memory-limit or split the article"
        return failed(one, "memory", reason, traceback.format_exc())
    except Exception as error:  # one article's trouble must not be the others'
        reason = f"{one.path}: a fault in kaoju ({type(error).__name__}: {error}); please report it with this article"
        return failed(one, "fault", reason, traceback.format_exc())


def _annotate(one: Input, data: bytes, setup: Setup) -> Done:
    nlp = pipeline(setup)
    stages: dict[str, float] = {}
    with _timed("reading", stages):
        article = read(one.path, one.id, data)
        doc: Doc = to_doc(nlp, article)
    for name, stage in nlp.pipeline:
        with _timed(name, stages):
            doc = stage(doc)
    with _timed("tables", stages):
        tables = columns(rows(article, doc))
    with _timed("audit", stages):
        part = to_part(tables | _queried(article.id, tables))
    return Done(one, part, article.sha256, characters(doc), stages)


def _queried(article: str, tables: Part) -> Part:
    """What the article gives to query by itself, and what other articles are held against."""
    read: dict[str, list[Row]] = {name: [*records(tables[name])] for name in ArticleRows.__slots__}
    mine = ArticleRows(**read)  # type: ignore[arg-type]
    found: list[Row] = [{"article": article, **one} for one in findings(mine)]
    statements: list[Row] = [{"article": article, **one} for one in told(mine)]
    return {AUDIT: transposed(found, COLUMNS), TOLD: transposed(statements, ("article", *Told.__annotations__))}


@contextmanager
def _timed(name: str, stages: dict[str, float]) -> Iterator[None]:
    began = time.perf_counter()
    yield
    stages[name] = time.perf_counter() - began

"""One article, from its file to its rows; in this process or in others."""

from __future__ import annotations

import multiprocessing
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache

from spacy.language import Language

from kaoju.documents import to_doc
from kaoju.errors import KaojuError
from kaoju.loading import load_pipeline
from kaoju.reading import read
from kaoju.running.inputs import Failure, Input
from kaoju.tables import Row, rows


@dataclass(frozen=True, slots=True)
class Done:
    """The rows of one article, by table, and the seconds that it took."""

    input: Input
    rows: dict[str, list[Row]]
    seconds: float


@dataclass(frozen=True, slots=True)
class Failed:
    """An article that gave no rows, why, and where in the program where that is not its own fault."""

    input: Input
    failure: Failure


Outcome = Done | Failed


@cache
def _pipeline() -> Language:
    return load_pipeline()


def annotate(one: Input) -> Outcome:
    """Reads an article and takes it through all stages; never raises."""
    began = time.perf_counter()
    try:
        article = read(one.path, one.id)
        nlp = _pipeline()
        doc = nlp(to_doc(nlp, article))
        return Done(one, rows(article, doc), time.perf_counter() - began)
    except KaojuError as error:
        return Failed(one, Failure(str(one.path), str(error)))
    except Exception as error:  # one article's trouble must not be the others'
        reason = f"{one.path}: a fault in kaoju ({type(error).__name__}: {error}); please report it with this article"
        return Failed(one, Failure(str(one.path), reason, traceback.format_exc()))


def annotate_all(inputs: Sequence[Input], jobs: int) -> Iterator[Outcome]:
    """The outcome of every input, in the order in which they get done."""
    if jobs <= 1 or len(inputs) <= 1:
        yield from map(annotate, inputs)
        return
    _pipeline()
    waiting = list(inputs)
    try:
        for outcome in _in_processes(waiting, jobs):
            waiting.remove(outcome.input)
            yield outcome
    except BrokenProcessPool:
        for one in waiting:
            yield from _alone(one)


def _in_processes(inputs: Sequence[Input], jobs: int) -> Iterator[Outcome]:
    """All inputs over a pool; a bounded number is under way at once, so that rows do not pile up."""
    queue = iter(list(inputs))
    with ProcessPoolExecutor(jobs, mp_context=_context()) as pool:
        under_way: set[Future[Outcome]] = set()
        for one in queue:
            under_way.add(pool.submit(annotate, one))
            if len(under_way) >= 2 * jobs:
                done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        for future in under_way:
            yield future.result()


def _alone(one: Input) -> Iterator[Outcome]:
    """An input in a process of its own, after a process died: the one that is to blame fails alone."""
    try:
        yield from _in_processes([one], 1)
    except BrokenProcessPool:
        reason = f"{one.path}: the process that read it died (out of memory?); split the article or free memory"
        yield Failed(one, Failure(str(one.path), reason))


def _context() -> multiprocessing.context.BaseContext:
    """Forked workers share the pipeline that is already loaded; elsewhere than on Linux each loads its own."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")

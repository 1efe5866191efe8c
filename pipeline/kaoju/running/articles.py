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
from kaoju.running.limits import Limits, TimeLimitError, held
from kaoju.tables import Row, rows


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an article: its rows by table, or why it gave none; and the seconds that it took."""

    input: Input
    seconds: float
    rows: dict[str, list[Row]] | None = None
    failure: Failure | None = None


NO_LIMITS = Limits(None, None)


@cache
def _pipeline() -> Language:
    return load_pipeline()


def annotate(one: Input, limits: Limits = NO_LIMITS) -> Outcome:
    """Reads an article and takes it through all stages, within limits; never raises."""
    began = time.perf_counter()
    done, failure = None, None
    try:
        done = _rows(one, limits)
    except TimeLimitError:
        reason = f"not done in {limits.seconds:g} seconds; split the article or raise --time-limit"
        failure = Failure(str(one.path), f"{one.path}: {reason}", traceback.format_exc())
    except MemoryError:
        reason = "needs more memory than it may have; split the article or raise --memory-limit"
        failure = Failure(str(one.path), f"{one.path}: {reason}", traceback.format_exc())
    except KaojuError as error:
        failure = Failure(str(one.path), str(error))
    except Exception as error:  # one article's trouble must not be the others'
        reason = f"a fault in kaoju ({type(error).__name__}: {error}); please report it with this article"
        failure = Failure(str(one.path), f"{one.path}: {reason}", traceback.format_exc())
    return Outcome(one, time.perf_counter() - began, done, failure)


def _rows(one: Input, limits: Limits) -> dict[str, list[Row]]:
    nlp = _pipeline()
    with held(limits):
        article = read(one.path, one.id)
        return rows(article, nlp(to_doc(nlp, article)))


def annotate_all(inputs: Sequence[Input], jobs: int, limits: Limits = NO_LIMITS) -> Iterator[Outcome]:
    """The outcome of every input, in the order in which they get done."""
    if inputs:
        _pipeline()  # a pipeline that cannot be loaded is told once
    if jobs <= 1 or len(inputs) <= 1:
        yield from (annotate(one, limits) for one in inputs)
        return
    waiting = list(inputs)
    try:
        for outcome in _in_processes(waiting, jobs, limits):
            waiting.remove(outcome.input)
            yield outcome
    except BrokenProcessPool:
        for one in waiting:
            yield from _alone(one, limits)


def _in_processes(inputs: Sequence[Input], jobs: int, limits: Limits) -> Iterator[Outcome]:
    """All inputs over a pool; a bounded number is under way at once, so that rows do not pile up."""
    queue = iter(list(inputs))
    with ProcessPoolExecutor(jobs, mp_context=_context()) as pool:
        under_way: set[Future[Outcome]] = set()
        for one in queue:
            under_way.add(pool.submit(annotate, one, limits))
            if len(under_way) >= 2 * jobs:
                done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        for future in under_way:
            yield future.result()


def _alone(one: Input, limits: Limits) -> Iterator[Outcome]:
    """An input in a process of its own, after a process died: the one that is to blame fails alone."""
    try:
        yield from _in_processes([one], 1, limits)
    except BrokenProcessPool:
        reason = f"{one.path}: the process that read it died (out of memory?); split the article or free memory"
        yield Outcome(one, 0.0, failure=Failure(str(one.path), reason))


def _context() -> multiprocessing.context.BaseContext:
    """Forked workers share the pipeline that is already loaded; elsewhere than on Linux each loads its own."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")

"""Where the work on articles is done. An executor takes inputs and gives their outcomes as they come."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkContext, SpawnContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Protocol

from kaoju.errors import KaojuError
from kaoju.loading import Setup
from kaoju.running.inputs import Input, loaded
from kaoju.running.limits import Limits
from kaoju.running.outcomes import ATTEMPTS, Done, Outcome, died, late

# a day an article: what has no limit must end all the same where nobody waits for it
_FOR_EVER, _GRACE = 86_400.0, 5.0

# with its bytes, or why it cannot be read: workers read no files, so that any store will do
Article = tuple[Input, bytes | OSError]


class Executor(Protocol):
    """What a run asks of the place where the work is done."""

    def outcomes(self, inputs: Sequence[Input], setup: Setup, limits: Limits) -> Generator[Outcome]:
        """One outcome for every input, in any order, each as soon as it is there; never raises for an article. The work
        may have begun when the first is asked for."""


@dataclass(slots=True)
class _Worker:
    """A process, the pipe to it, the article that it is at, and whether it has loaded the pipeline: until then no time
    is counted."""

    process: BaseProcess
    pipe: Connection
    at: Article | None = None
    until: float = 0.0
    loaded: bool = False

    def dismiss(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


@dataclass(slots=True)
class Local:
    """Processes on this machine. Each loads the pipeline once and takes one article after another; one that dies, hangs
    or runs out of memory is replaced."""

    jobs: int
    _workers: list[_Worker] = field(default_factory=list)

    def outcomes(self, inputs: Sequence[Input], setup: Setup, limits: Limits) -> Generator[Outcome]:
        """See :class:`Executor`."""
        todo, again = loaded(inputs), deque[Article]()
        if min(self.jobs, len(inputs)) > 1:  # workers share what is loaded before they are made
            from kaoju.running.articles import pipeline  # noqa: PLC0415

            pipeline(setup)
        self._hand_out(todo, again, setup, limits)
        return self._outcomes(todo, again, setup, limits)

    def _outcomes(
        self, todo: Iterator[Article], again: deque[Article], setup: Setup, limits: Limits
    ) -> Generator[Outcome]:
        attempts: dict[Input, int] = {}
        try:
            while self._hand_out(todo, again, setup, limits):
                for worker in self._ready():
                    if worker.at is None or not _has_loaded(worker, limits):
                        continue
                    one, data = worker.at
                    outcome = self._take(worker, limits)
                    if outcome is None:
                        attempts[one] = attempts.get(one, 0) + 1
                        if attempts[one] < ATTEMPTS:
                            again.append((one, data))
                            continue
                        outcome = died(one)
                    self._hand_out(todo, again, setup, limits)  # before what comes of it is looked at
                    yield outcome
        finally:
            for worker in self._workers:
                worker.dismiss()
            self._workers.clear()

    def _hand_out(self, todo: Iterator[Article], again: deque[Article], setup: Setup, limits: Limits) -> bool:
        """Gives every free worker an article; hires as many as there is work for. Whether any is at work then."""
        while True:
            free = next((worker for worker in self._workers if worker.at is None), None)
            if free is None and len(self._workers) >= self.jobs:
                return True
            article = again.popleft() if again else next(todo, None)
            if article is None:
                return any(worker.at for worker in self._workers)
            worker = free or self._hire(setup, limits)
            try:
                worker.pipe.send(article)
            except OSError:
                self._replace(worker)
                again.append(article)
                continue
            worker.at = article
            worker.until = _until(limits) if worker.loaded else _until(Limits(seconds=None))

    def _ready(self) -> list[_Worker]:
        """The workers that have something to say, have died, or whose time is up."""
        busy = [worker for worker in self._workers if worker.at]
        left = max(0.0, min(worker.until for worker in busy) - time.monotonic())
        speaking = set(wait([worker.pipe for worker in busy], left))
        now = time.monotonic()
        return [worker for worker in busy if worker.pipe in speaking or worker.until <= now]

    def _take(self, worker: _Worker, limits: Limits) -> Outcome | None:
        """A worker's outcome; None where it died."""
        article, worker.at = worker.at, None
        if article is None or not worker.pipe.poll():
            self._replace(worker)
            return late(article[0], limits) if article else None
        try:
            outcome: Outcome = worker.pipe.recv()
        except (EOFError, OSError):
            self._replace(worker)
            return None
        if not isinstance(outcome, Done) and outcome.failure.kind == "memory":
            self._replace(worker)  # what it holds may not come back
        return outcome

    def _hire(self, setup: Setup, limits: Limits) -> _Worker:
        context = _context()
        mine, its = context.Pipe()
        pipes = [worker.pipe for worker in self._workers] + [mine] if context.get_start_method() == "fork" else []
        process = context.Process(target=_work, args=(its, pipes, setup, limits), daemon=True)
        process.start()
        its.close()
        self._workers.append(_Worker(process, mine))
        return self._workers[-1]

    def _replace(self, worker: _Worker) -> None:
        worker.dismiss()
        self._workers.remove(worker)


def _until(limits: Limits) -> float:
    return time.monotonic() + (limits.seconds or _FOR_EVER)


def _has_loaded(worker: _Worker, limits: Limits) -> bool:
    """Whether a worker that has something to say has loaded the pipeline, and said so before.

    Raises:
        KaojuError: the pipeline cannot be loaded.
    """
    if worker.loaded:
        return True
    worker.loaded, worker.until = True, _until(limits)
    try:
        error = worker.pipe.recv()
    except (EOFError, OSError):  # it died over it
        return True
    if error:
        raise error
    return False


def _context() -> ForkContext | SpawnContext:
    """Forked workers share the pipeline that is already loaded; elsewhere than on Linux each loads its own."""
    return ForkContext() if sys.platform == "linux" else SpawnContext()


def _work(pipe: Connection, others: Sequence[Connection], setup: Setup, limits: Limits) -> None:
    """What a worker does: articles, until the run that sends them ends or dies."""
    from kaoju.running.articles import annotate, pipeline, settle  # noqa: PLC0415

    for other in others:  # a pipe ends when nobody holds its other end
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pipeline(setup)
    except KaojuError as error:
        pipe.send(error)
        return
    pipe.send(None)
    settle()
    _hold_to(limits.memory)
    while True:
        try:
            one, data = pipe.recv()
            _end_after((limits.seconds or _FOR_EVER) + _GRACE)
            outcome = annotate(one, data, setup)
            _end_after(0)
            pipe.send(outcome)
        except (EOFError, OSError):
            return


def _end_after(seconds: float) -> None:
    """Ends this process in the end, even where the run that would do so has died; 0 takes it back."""
    if sys.platform != "win32":
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _hold_to(size: int | None) -> None:
    """Lets this process take so many bytes more than it has; on Linux alone, others have no such limit."""
    if size and sys.platform == "linux":
        import resource  # noqa: PLC0415

        has = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        resource.setrlimit(resource.RLIMIT_AS, (has + size, resource.RLIM_INFINITY))

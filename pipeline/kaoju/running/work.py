"""The work of a run: its articles one after another, those that are due read on the way."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field

from kaoju.loading import Setup
from kaoju.running.due import Plan
from kaoju.running.executors import Executor
from kaoju.running.inputs import Failure, Input
from kaoju.running.limits import Limits
from kaoju.running.outcomes import Done, Outcome
from kaoju.running.store import Store


@dataclass(frozen=True, slots=True)
class Step:
    """An article that is done, or has failed: the number of it and of all that are due, the characters and seconds that
    it took, and the failure."""

    done: int
    of: int
    article: str
    characters: int
    seconds: float
    failure: Failure | None


Progress = Callable[[Step], None]
# while more are due, none is handed on: whoever joins them would take the cores and the time of those who read
_FEW = 50


@dataclass(slots=True)
class Work:
    """What a run has to do, and what is told of it as it goes on: what failed, now or before, the seconds of each stage
    and each article, and those that were waited for articles."""

    plan: Plan
    store: Store
    setup: Setup
    limits: Limits
    progress: Progress | None = None
    stages: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, float] = field(default_factory=dict)
    waited: float = 0.0

    def begin(self, executor: Executor) -> Iterator[tuple[str, str]]:
        """Has the articles that are due read. The id of each that goes into the tables and the key of its part, in
        their order, each as soon as its part is kept: what comes before an article that is due need not wait for it."""
        due = [one.input for one in self.plan.due]
        return self._articles(set(due), executor.outcomes(due, self.setup, self.limits))

    def _articles(self, due: set[Input], outcomes: Generator[Outcome]) -> Iterator[tuple[str, str]]:
        failed = {failure.article for failure in self.plan.failures}
        with closing(outcomes):
            for one, key in self.plan.keys.items():
                while one in due or len(due) > _FEW:
                    outcome = self._next(outcomes)
                    due.remove(outcome.input)
                    failed |= {failure.article for failure in self._keep(outcome)}
                if one.id not in failed:
                    yield one.id, key

    def _next(self, outcomes: Iterator[Outcome]) -> Outcome:
        began = time.perf_counter()
        outcome = next(outcomes)
        self.waited += time.perf_counter() - began
        return outcome

    def _keep(self, outcome: Outcome) -> list[Failure]:
        """Keeps what comes of an article at once, and tells of it."""
        failures = self._kept(outcome)
        self.plan.failures += failures
        self.seconds[outcome.input.id] = outcome.seconds if isinstance(outcome, Done) else 0.0
        if isinstance(outcome, Done):
            self.stages.update(outcome.stages)
        if self.progress:
            self.progress(_step(outcome, len(self.seconds), len(self.plan.due)))
        return failures

    def _kept(self, outcome: Outcome) -> list[Failure]:
        """An article that changed while it was read is due again in the next run."""
        one, key = outcome.input, self.plan.keys[outcome.input]
        if not isinstance(outcome, Done):
            self.store.put_failure(key, outcome.failure, self.limits)
            return [outcome.failure]
        if outcome.sha256 != self.plan.hashes[one]:
            return [Failure(one.path, f"{one.path}: changed while it was read; run again", "path", one.id)]
        self.store.put(key, outcome.part)
        return []


def _step(outcome: Outcome, done: int, of: int) -> Step:
    if isinstance(outcome, Done):
        return Step(done, of, outcome.input.id, outcome.characters, outcome.seconds, None)
    return Step(done, of, outcome.input.id, 0, 0.0, outcome.failure)
